"""Decisions about rounds: when a due day ends, who is late, what stands, who may run a round."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency, Holding, Role
from lantoa.plans.models import Part
from lantoa.refusals import marked
from lantoa.rounds.models import Obligation, Round
from lantoa.viet.dates import as_short
from lantoa.viet.deadlines import day_in_vietnam, ends_at

State = Obligation.State


class Standing(TextChoices):
    """Where one obligation stands at an instant: its stored state seen against the clock."""

    NOT_OPEN = "not open", _("Chưa mở")
    WAITING = "waiting", _("Chưa gửi, trong hạn")
    OVERDUE = "overdue", _("Chưa gửi, quá hạn")
    ON_TIME = "on time", _("Đã gửi đúng hạn")
    LATE = "late", _("Đã gửi quá hạn")
    RETURNED = "returned", _("Trả lại để bổ sung")
    ACCEPTED = "accepted", _("Đã tiếp nhận")
    MISSING = "missing", _("Không gửi")
    EXEMPT = "exempt", _("Được miễn")


class Progress(TextChoices):
    """The three words by which offices follow work."""

    DONE = "done", _("Hoàn thành")
    IN_TIME = "in time", _("Trong hạn")
    OVERDUE = "overdue", _("Quá hạn")


# --- time ------------------------------------------------------------------------------------------------------------


def due_instant(day: date, exclusive: bool) -> datetime:
    """The last millisecond (UTC) at which something due on `day` is on time; "trước ngày" (exclusive) ends a day
    earlier."""
    return ends_at(day, exclusive)


def to_the_millisecond(instant: datetime) -> datetime:
    """`instant` as deadlines see it: what comes within a millisecond is not told apart."""
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)


def late(obligation: Obligation, at: datetime) -> bool:
    """True when it was first answered after its last instant, or is still unanswered then. Never for one exempt.

    The first hand-in counts: how fast a returned report is corrected depends on who returned it, and when.
    """
    if obligation.state in {State.EXEMPT, State.PLANNED}:
        return False
    return to_the_millisecond(obligation.answered_at or at) > obligation.due_at


def last_day(obligation: Obligation) -> date:
    """The last calendar day in Viet Nam on which it is on time: 9/11 for "trước ngày 10/11"."""
    return day_in_vietnam(obligation.due_at)


def workday_before(day: date) -> date:
    """The last day that leaves a working day (Monday to Friday) up to and including `day`.

    Decree 09/2019/NĐ-CP, art. 8.5: at least one working day between the end of the data and the sending. Public
    holidays are left to the person who confirms the window.
    """
    while day.weekday() >= 5:
        day -= timedelta(days=1)
    return day - timedelta(days=1)


def window_doubt(period_to: date, last: date) -> str:
    """What is doubtful about a data window that ends on `period_to` with `last` as the last day to send; "" if nothing.

    A doubt is no refusal: yearly reports of these programmes are due before the year ends and carry estimates.
    """
    facts = {"due": as_short(last), "end": as_short(period_to)}
    if last < period_to:
        doubt = gettext(
            "Hạn gửi (%(due)s) đến trước khi hết kỳ số liệu (%(end)s): các cơ quan sẽ phải báo số ước thực hiện cho "
            "phần còn lại."
        )
        return doubt % facts
    if period_to <= workday_before(last):
        return ""
    doubt = gettext(
        "Giữa ngày chốt số liệu (%(end)s) và hạn gửi (%(due)s) không có ngày làm việc nào; Nghị định 09/2019/NĐ-CP "
        "(Điều 8) yêu cầu ít nhất một ngày."
    )
    return doubt % facts


# --- standing --------------------------------------------------------------------------------------------------------

_FIXED = {
    State.PLANNED: Standing.NOT_OPEN,
    State.RETURNED: Standing.RETURNED,
    State.ACCEPTED: Standing.ACCEPTED,
    State.EXEMPT: Standing.EXEMPT,
}


def standing(obligation: Obligation, at: datetime) -> Standing:
    """Where an obligation stands at `at`. Reads its round: load it with the obligation."""
    state = State(obligation.state)
    if state in _FIXED:
        return _FIXED[state]
    is_late = late(obligation, at)
    if state == State.SUBMITTED:
        return Standing.LATE if is_late else Standing.ON_TIME
    if obligation.round.closed_at is not None:
        return Standing.MISSING
    return Standing.OVERDUE if is_late else Standing.WAITING


_UNSAID = {Standing.OVERDUE: Standing.WAITING, Standing.MISSING: Standing.WAITING, Standing.LATE: Standing.ON_TIME}
PUBLIC_LABELS = {Standing.WAITING: marked("Chưa gửi"), Standing.ON_TIME: marked("Đã gửi")}
"""How two standings read for a body that is only asked."""


def public_label(obligation: Obligation, at: datetime) -> str:
    """How a standing reads outside the tenant. Bodies that are asked and not ordered are never shown as late."""
    found = standing(obligation, at)
    if obligation.manner == Part.Manner.ASKED:
        found = _UNSAID.get(found, found)
        return PUBLIC_LABELS.get(found, str(found.label))
    return str(found.label)


def progress(obligation: Obligation, at: datetime) -> Progress | None:
    """Done, in time or overdue; None for one exempt. What was returned is owed again."""
    if obligation.state == State.EXEMPT:
        return None
    if obligation.state in {State.SUBMITTED, State.ACCEPTED}:
        return Progress.DONE
    overdue = obligation.state != State.PLANNED and to_the_millisecond(at) > obligation.due_at
    return Progress.OVERDUE if overdue else Progress.IN_TIME


# --- who may ---------------------------------------------------------------------------------------------------------


def may_run_for(asker: Agency, holding: Holding) -> bool:
    """Coordinators and leaders of the asking agency run its rounds."""
    return holding.post.agency_id == asker.id and holding.is_in(Role.COORDINATOR, Role.LEADER)


def may_run(round: Round, holding: Holding) -> bool:
    """True when the post may open, close and change this round, and return or accept what it gathers."""
    return may_run_for(round.asker, holding)


def may_answer(obligation: Obligation, holding: Holding) -> bool:
    """Every post of the agency that owes, except those that only administer."""
    return holding.post.agency_id == obligation.agency_id and not holding.is_in(Role.ADMINISTRATOR)
