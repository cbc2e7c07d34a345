"""What a person is shown and asked of a plan: the fields of its rows, their names, and what each can be filled with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.plans.models import (
    Audience,
    BudgetDuty,
    DutyParty,
    LegalBasis,
    Part,
    Phase,
    Plan,
    ReportDuty,
    Rhythm,
    Task,
    Theme,
)
from lantoa.plans.rules import emphasis_of
from lantoa.tenants.models import Owned
from lantoa.trail.actors import kind_of
from lantoa.viet.dates import as_short, parse_iso


class Fill(StrEnum):
    """What an answer must be, so that a screen can offer the right input."""

    NOTHING = "nothing"
    TEXT = "text"
    DATE = "date"
    PARTIAL_DATE = "partial date"
    YEARLY_DAY = "yearly day"
    TIME = "time"
    CHOICE = "choice"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it is called, what fills it, and how its value is shown. `options` are those of a choice."""

    label: str | Promise
    fill: Fill
    shown: Callable[[Any], str]
    options: tuple[tuple[str, str | Promise], ...] = ()


def _day(value: date | None) -> str:
    return as_short(value) if value else ""


def _of(name: str) -> Callable[[Any], str]:
    return lambda row: str(getattr(row, name) or "")


def _day_of(name: str) -> Callable[[Any], str]:
    return lambda row: _day(getattr(row, name))


def _dated(plan: Plan) -> str:
    """The date of the paper, as far as known: "05/12/2021", "12/2021", "2021"."""
    if not plan.document.dated:
        return ""
    known = parse_iso(plan.document.dated)
    if day := known.full():
        return as_short(day)
    return f"{known.month}/{known.year}" if known.month else str(known.year)


def _symbol(plan: Plan) -> str:
    return plan.document.symbol


def _issuer(plan: Plan) -> str:
    return plan.issuer.name if plan.issuer else plan.document.issuer_name


def _body(row: Part | DutyParty) -> str:
    """The body as written, and whom it stands for when it is called otherwise."""
    stands_for = row.agency or row.group
    return row.named if stands_for is None or stands_for.name == row.named else f"{row.named} → {stands_for.name}"


def due_in_words(duty: ReportDuty) -> str:
    """The day of a duty: "10/12", "05/01/2027", or "" when it names none."""
    if duty.due_on:
        return as_short(duty.due_on)
    return f"{duty.due_day:02d}/{duty.due_month}" if duty.due_day and duty.due_month else ""


def _receiver(duty: ReportDuty) -> str:
    return duty.to


SIDES = (("home", _("Trong nước")), ("abroad", _("Ngoài nước")))


def _side(audience: Audience) -> str:
    return str(dict(SIDES)["abroad" if audience.abroad else "home"])


def _weight(theme: Theme) -> str:
    """ "2 (“ưu tiên”)" for a theme that the plan's own words put before others; nothing for the others."""
    word = emphasis_of(theme.text)
    return f"{str(theme.weight.normalize()).replace('.', ',')} (“{word}”)" if word else ""


def _rhythm(duty: ReportDuty | BudgetDuty) -> str:
    return str(duty.get_rhythm_display())


_RHYTHMS = tuple((value, label) for value, label in Rhythm.choices)

FIELDS: dict[str, dict[str, Field]] = {
    "plans.plan": {
        "symbol": Field(_("Số, ký hiệu"), Fill.TEXT, _symbol),
        "dated": Field(_("Ngày ban hành"), Fill.PARTIAL_DATE, _dated),
        "issuer": Field(_("Cơ quan ban hành"), Fill.BODY, _issuer),
        "title": Field(_("Tên kế hoạch"), Fill.TEXT, _of("title")),
        "phases": Field(_("Thời gian thực hiện"), Fill.TIME, lambda plan: ""),
        "appendix": Field(_("Phụ lục"), Fill.NOTHING, lambda plan: ""),
    },
    "plans.legalbasis": {
        "number": Field(_("Căn cứ"), Fill.TEXT, lambda basis: basis.number or basis.name),
        "cited_on": Field(_("Ngày của căn cứ"), Fill.DATE, _day_of("cited_on")),
    },
    "plans.phase": {
        "starts_on": Field(_("Giai đoạn, từ ngày"), Fill.DATE, _day_of("starts_on")),
        "ends_on": Field(_("Giai đoạn, đến ngày"), Fill.DATE, _day_of("ends_on")),
    },
    "plans.theme": {
        "text": Field(_("Nội dung tuyên truyền"), Fill.TEXT, _of("text")),
        "weight": Field(_("Trọng số của nội dung"), Fill.NOTHING, _weight),
    },
    "plans.audience": {
        "text": Field(_("Đối tượng"), Fill.TEXT, _of("text")),
        "abroad": Field(_("Ở đâu"), Fill.CHOICE, _side, SIDES),
    },
    "plans.task": {
        "content": Field(_("Nhiệm vụ"), Fill.TEXT, _of("content")),
        "time_raw": Field(_("Thời gian thực hiện"), Fill.TIME, _of("time_raw")),
        "lead": Field(_("Cơ quan chủ trì"), Fill.BODY, lambda task: ""),
    },
    "plans.part": {"named": Field(_("Cơ quan tham gia"), Fill.BODY, _body)},
    "plans.reportduty": {
        "who": Field(_("Nơi phải báo cáo"), Fill.TEXT, _of("who")),
        "to": Field(_("Nơi nhận báo cáo"), Fill.BODY, _receiver),
        "rhythm": Field(_("Kỳ báo cáo"), Fill.CHOICE, _rhythm, _RHYTHMS),
        "due": Field(_("Hạn báo cáo"), Fill.YEARLY_DAY, lambda duty: due_in_words(duty) or duty.due_raw),
    },
    "plans.dutyparty": {"named": Field(_("Nơi phải báo cáo"), Fill.BODY, _body)},
    "plans.budgetduty": {
        "who": Field(_("Nơi lập dự toán"), Fill.TEXT, _of("who")),
        "what": Field(_("Kinh phí"), Fill.TEXT, _of("what")),
        "rhythm": Field(_("Kỳ lập dự toán"), Fill.CHOICE, _rhythm, _RHYTHMS),
    },
}
"""By the kind of a row (as the trail names it) and the name of a field; the order is that of a paper."""

MODELS: dict[str, type[Owned]] = {
    kind_of(model): model
    for model in (Plan, LegalBasis, Phase, Theme, Audience, Task, Part, ReportDuty, DutyParty, BudgetDuty)
}
"""The rows that a review point can speak of."""


def field_of(kind: str, name: str) -> Field | None:
    """The field that a review point speaks of; None when it speaks of the whole paper."""
    return FIELDS.get(kind, {}).get(name)
