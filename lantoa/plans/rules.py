"""Decisions about plans that write nothing: days of duties, kinds of bodies, emphasis, who may do what."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from lantoa.agencies.models import Agency, AgencyGroup, Holding, Role
from lantoa.plans.models import Part, Phase, Plan, ReportDuty, ReviewPoint
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Owned
from lantoa.trail.actors import Actor
from lantoa.viet.dates import PartialDate, parse_iso
from lantoa.viet.letters import plain

NOT_YOURS = marked("Chỉ điều phối viên hoặc lãnh đạo của tỉnh có kế hoạch này mới được sửa kế hoạch.")
ELSEWHERE = marked("“%(name)s” thuộc tỉnh khác nên không nhận được việc trong kế hoạch này.")
CLOSED = marked("Kế hoạch “%(title)s” đã kết thúc nên không sửa được nữa.")

OVERSEERS = (Role.COORDINATOR, Role.LEADER)
"""The posts that see drafts of their province and work on plans."""

# --- who may -------------------------------------------------------------------------------------------------------


def oversees(holding: Holding) -> bool:
    """True when the post works on the plans of its province."""
    return holding.is_in(*OVERSEERS)


def may_edit(row: Owned, by: Actor) -> bool:
    """True for coordinators and leaders of the row's own province, and for the machine itself."""
    return not isinstance(by, Holding) or (by.tenant_id == row.tenant_id and oversees(by))


def refuse_stranger(row: Owned, by: Actor) -> None:
    """Refuse whoever may not work on this province's plans."""
    if not may_edit(row, by):
        raise Refusal("not_yours", NOT_YOURS)


def refuse_elsewhere(row: Owned, *bodies: Agency | AgencyGroup | None) -> None:
    """Refuse an agency or a group of another province."""
    for body in bodies:
        if body is not None and body.tenant_id != row.tenant_id:
            raise Refusal("other_province", ELSEWHERE, field="agency", name=body.name)


def refuse_closed(plan: Plan) -> None:
    """Refuse a change to a plan that has ended."""
    if plan.status == Plan.Status.CLOSED:
        raise Refusal("plan_closed", CLOSED, title=plan.title)


# --- one plan after another ----------------------------------------------------------------------------------------


def follows(later: Plan, earlier: Plan) -> bool:
    """True when `later` is `earlier` itself or comes after it, through however many plans."""
    one: Plan | None = later
    while one is not None and one.pk != earlier.pk:
        one = one.previous
    return one is not None


def name_of(plan: Plan) -> str:
    """What papers call a plan: "Kế hoạch số 12/KH-UBND", or its title while it has no number."""
    document = plan.document
    return f"{document.type_name or 'Kế hoạch'} số {document.symbol}" if document.number else plan.title


# --- duties --------------------------------------------------------------------------------------------------------


def duty_day(duty: ReportDuty, year: int) -> date | None:
    """The day a duty names in `year`; None when it names none, or not in that year. 29/2 falls on the last of February.

    "Trước ngày 10/11" gives 10/11: that it ends with 9/11 is said by `duty.exclusive`.
    """
    if duty.due_on:
        return duty.due_on if duty.due_on.year == year else None
    if duty.due_month is None or duty.due_day is None:
        return None
    return date(year, duty.due_month, min(duty.due_day, calendar.monthrange(year, duty.due_month)[1]))


def is_day(day: int, month: int) -> bool:
    """True when some year has this day: 29/2 does, 31/6 does not."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000, month)[1]


# --- bodies --------------------------------------------------------------------------------------------------------

_BARE = r"(?:cơ quan|đơn vị|địa phương|tổ chức)"
_OPEN = re.compile(rf"\bliên quan\b|^(?:các )?{_BARE}(?:(?:,| và|, và) (?:các )?{_BARE})*$")


def is_open_class(named: str) -> bool:
    """True for bodies that nobody can list from the name: "các sở, ban ngành liên quan", "các đơn vị"."""
    return bool(_OPEN.search(plain(named).strip(" .;,")))


def is_single(part: Part) -> bool:
    """True when one agency, and no group or open class, has this part."""
    return part.agency_id is not None


def receiver_named(duty: ReportDuty) -> str:
    """Who receives the reports of a duty, as the plan writes it: the first, when it names several."""
    return duty.to.partition(";")[0].strip()


def gatherer_named(duty: ReportDuty) -> str:
    """Through whom a duty sends its reports, as the plan writes it ("qua Sở ..."); empty when through nobody."""
    if "through" not in duty.traces:
        return ""
    start, end, _ = duty.traces["through"]
    return " ".join(duty.plan.document.text[int(start) : int(end)].split())


# --- emphasis ------------------------------------------------------------------------------------------------------

EMPHASIS = {
    "ưu tiên": Decimal(2),
    "trọng tâm": Decimal(2),
    "đẩy mạnh": Decimal("1.5"),
    "nhấn mạnh": Decimal("1.5"),
}
"""The words by which a plan puts a theme before others, and how much such a theme weighs."""


def emphasis_of(text: str) -> str:
    """The strongest word by which a text stresses what it says; empty when it does not."""
    searched = plain(text)
    return max((word for word in EMPHASIS if word in searched), key=lambda word: EMPHASIS[word], default="")


def weight_of(text: str) -> Decimal:
    """The weight of a theme: 1, more when the plan's own words stress it; the strongest word counts."""
    return EMPHASIS.get(emphasis_of(text), Decimal(1))


# --- review --------------------------------------------------------------------------------------------------------

ANSWERED = marked("Mục này đã được quyết định trước đó; muốn đổi, hãy sửa thẳng ở nhiệm vụ hoặc ở kế hoạch.")


def refuse_answered(point: ReviewPoint) -> None:
    """Refuse a second answer to a review point."""
    if point.state != ReviewPoint.State.OPEN:
        raise Refusal("point_answered", ANSWERED)


# --- the plan's term -----------------------------------------------------------------------------------------------

Term = tuple[date | None, date | None]


def term_of(phases: Sequence[Phase], dated: date | None) -> Term:
    """First and last day of a plan. "Từ nay" begins on the day of the paper; an open phase leaves the end open."""
    if not phases:
        return None, None
    starts = [start for phase in phases if (start := phase.starts_on or (dated if phase.ends_on else None))]
    ends = [phase.ends_on for phase in phases]
    start = min(starts, default=None)
    end = None if None in ends else max(end for end in ends if end)
    return (start, end) if start is None or end is None or start <= end else (None, end)


def date_of_paper(plan: Plan) -> PartialDate | None:
    """The date of the plan's paper as far as known: it gives the year to times that leave it out."""
    return parse_iso(plan.document.dated) if plan.document.dated else None
