"""Decisions about what was done: who may log it, how well it is proved, which of two reports of one event counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from lantoa.activities.models import Activity, Evidence
from lantoa.agencies.models import Agency, Holding, Role
from lantoa.files.models import StoredFile
from lantoa.plans.models import Clause, Indicator, Part, Plan, Task
from lantoa.refusals import Refusal, marked
from lantoa.trail.actors import Actor
from lantoa.viet.dates import as_short

NO_TITLE = marked("Tên hoạt động đang để trống; hãy nhập tên.")
LONG_TITLE = marked(
    "Tên hoạt động dài %(length)s ký tự, nhiều nhất %(limit)s; hãy rút gọn, phần còn lại ghi ở ghi chú."
)
LONG_PLACE = marked("Địa điểm dài %(length)s ký tự, nhiều nhất %(limit)s; hãy rút gọn.")
ENDS_BEFORE = marked("Ngày kết thúc %(ended)s trước ngày bắt đầu %(began)s; hãy sửa lại một trong hai ngày.")
NOT_YET = marked("Hoạt động bắt đầu ngày %(began)s, chưa diễn ra, nên chưa ghi là đã làm; hãy ghi khi đã thực hiện.")
OTHER_PLAN = marked("Chỉ tiêu “%(indicator)s” không thuộc kế hoạch của nhiệm vụ này.")
TWICE = marked("Chỉ tiêu “%(indicator)s” được nhập hai lần; hãy giữ một số.")
NOT_A_NUMBER = marked("“%(indicator)s”: cần một số không âm, nhiều nhất %(decimals)s chữ số thập phân.")
LONG_QUALIFIER = marked("“%(indicator)s”: phần ghi kèm số (như “hơn”, “ước”) dài nhất 20 ký tự.")
BAD_ADDRESS = marked(
    "“%(url)s” không phải là địa chỉ trang tin; địa chỉ bắt đầu bằng http:// hoặc https://, dài nhất %(limit)s ký tự."
)
LONG_CAPTION = marked("Lời ghi dài %(length)s ký tự, nhiều nhất %(limit)s; hãy rút gọn.")
NO_PROOF = marked("Hãy kèm tệp, địa chỉ, hoặc ghi ai xác nhận hoạt động này.")

LIMITS = {"title": 300, "place": 200, "caption": 300}
_WHOLE_DIGITS = 16
_LOGGERS = (Role.REPORTER, Role.COORDINATOR, Role.LEADER)
LONGEST_ADDRESS = 500
_ADDRESS = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class FigureIn:
    """A quantity as a person gives it: in the indicator's unit, with the qualifier its author wrote ("hơn", "ước")."""

    indicator: Indicator
    value: Decimal | int
    qualifier: str = ""


# --- who may -------------------------------------------------------------------------------------------------------


def may_log(agency: Agency, by: Actor) -> bool:
    """An agency's own posts log what it did, coordinators for every agency of their province; so does the machine."""
    if not isinstance(by, Holding):
        return True
    if by.tenant_id != agency.tenant_id or not by.is_in(*_LOGGERS):
        return False
    return by.post.agency_id == agency.id or by.is_in(Role.COORDINATOR)


def may_mark(activity: Activity, by: Actor) -> bool:
    """Coordinators see what all agencies did, so they alone say that two activities are one event."""
    return not isinstance(by, Holding) or (by.tenant_id == activity.tenant_id and by.is_in(Role.COORDINATOR))


# --- what an activity must be ----------------------------------------------------------------------------------------


def refuse_incomplete(title: str, place: str, began_on: date, ended_on: date, today: date) -> None:
    """Refuse an activity without a name, with its days out of order, or that has not begun by `today`."""
    if not title:
        raise Refusal("no_title", NO_TITLE, field="title")
    for field, text, sentence in (("title", title, LONG_TITLE), ("place", place, LONG_PLACE)):
        if len(text) > LIMITS[field]:
            raise Refusal(f"long_{field}", sentence, field=field, length=len(text), limit=LIMITS[field])
    if ended_on < began_on:
        raise Refusal("ends_before", ENDS_BEFORE, field="ended_on", began=as_short(began_on), ended=as_short(ended_on))
    if began_on > today:
        raise Refusal("not_yet", NOT_YET, field="began_on", began=as_short(began_on))


def plan_of(task: Task | None, clause: Clause | None) -> Plan | None:
    """The plan that a task or a clause belongs to; None off the plan."""
    return task.plan if task else clause.plan if clause else None


def refuse_wrong_figures(figures: Sequence[FigureIn], plan: Plan | None) -> None:
    """Refuse figures of another plan, given twice, negative, or with more decimals than their indicator has."""
    seen = set()
    for figure in figures:
        indicator = figure.indicator
        facts: dict[str, object] = {"indicator": indicator.name}
        if indicator.plan_id is not None and (plan is None or indicator.plan_id != plan.id):
            raise Refusal("other_plan", OTHER_PLAN, field=indicator.code, **facts)
        if indicator.id in seen:
            raise Refusal("figure_twice", TWICE, field=indicator.code, **facts)
        if not _fits(figure.value, indicator.decimals):
            raise Refusal("not_a_number", NOT_A_NUMBER, field=indicator.code, decimals=indicator.decimals, **facts)
        if len(figure.qualifier) > 20:
            raise Refusal("long_qualifier", LONG_QUALIFIER, field=indicator.code, **facts)
        seen.add(indicator.id)


def _fits(value: Decimal | int, decimals: int) -> bool:
    if isinstance(value, float):
        raise TypeError("a figure is a Decimal or an int, never a float")
    exact = Decimal(value)
    if not exact.is_finite() or exact < 0 or exact >= Decimal(10) ** _WHOLE_DIGITS:
        return False
    return exact == round(exact, decimals)


# --- how it is proved ------------------------------------------------------------------------------------------------


def proof_class(*, file: StoredFile | None = None, url: str = "", by_system: bool = False) -> str:
    """The class of a proof, the strongest that fits: A our own system, B a file, C an address, D word of mouth."""
    if by_system:
        return Evidence.Proof.A
    if file is not None:
        return Evidence.Proof.B
    return Evidence.Proof.C if url else Evidence.Proof.D


def refuse_unproved(file: StoredFile | None, url: str, caption: str) -> None:
    """Refuse an address that is none, and word of mouth that does not say whose word."""
    if url:
        try:
            if len(url) > LONGEST_ADDRESS:
                raise ValidationError("too long")
            _ADDRESS(url)
        except ValidationError:
            raise Refusal("bad_address", BAD_ADDRESS, field="url", url=url[:80], limit=LONGEST_ADDRESS) from None
    if len(caption) > LIMITS["caption"]:
        raise Refusal("long_caption", LONG_CAPTION, field="caption", length=len(caption), limit=LIMITS["caption"])
    if file is None and not url and not caption:
        raise Refusal("no_proof", NO_PROOF, field="caption")


def strongest(proofs: Iterable[str]) -> str:
    """The best of several classes: A before D; D when nothing shows it but the log itself."""
    return min(proofs, default=str(Evidence.Proof.D))


# --- one event, reported twice -------------------------------------------------------------------------------------


def counts(activity: Activity) -> bool:
    """True when the activity counts: not cancelled, and not another report of an event that counts already."""
    return activity.cancelled_at is None and activity.same_as_id is None


def principal_first(one: Activity, other: Activity) -> tuple[Activity, Activity]:
    """Which of two reports of one event counts: the lead's before the coordinator's; else `other`, as it was named."""
    if one.kind == Part.Kind.LEAD and other.kind != Part.Kind.LEAD:
        return one, other
    return other, one
