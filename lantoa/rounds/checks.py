"""What must hold in stored rounds."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import F

from lantoa.rounds.models import Obligation, Round
from lantoa.rounds.rules import due_instant
from lantoa.tenants.models import Tenant
from lantoa.trail.faults import Fault

ROOM = "rounds"


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Obligations that were moved otherwise than by an extension; rounds whose state contradicts their obligations."""
    yield from _misdated_rounds(tenant)
    yield from _moved(tenant)
    yield from _contradictions(tenant)


def _misdated_rounds(tenant: Tenant) -> Iterator[Fault]:
    for round in Round.objects.filter(tenant=tenant):
        if round.due_at != due_instant(round.due_on, round.exclusive):
            yield Fault(ROOM, "misdated", f"Đợt “{round.title}” có hạn gửi không khớp với ngày đã ghi.", _name(round))


def _moved(tenant: Tenant) -> Iterator[Fault]:
    obligations = Obligation.objects.filter(tenant=tenant).select_related("round", "agency")
    for obligation in obligations.prefetch_related("extensions"):
        extensions = list(obligation.extensions.all())
        due = due_instant(extensions[-1].due_on, exclusive=False) if extensions else obligation.round.due_at
        if obligation.due_at != due:
            sentence = f"Hạn gửi của {obligation.agency} đã bị đổi mà không có quyết định gia hạn."
            yield Fault(ROOM, "moved_without_reason", sentence, _name(obligation))


def _contradictions(tenant: Tenant) -> Iterator[Fault]:
    owed = Obligation.objects.filter(tenant=tenant).select_related("round", "agency")
    for obligation in owed.filter(state="planned", round__opened_at__isnull=False):
        sentence = f"{obligation.agency} chưa được mở báo cáo dù đợt đã mở."
        yield Fault(ROOM, "not_opened", sentence, _name(obligation))
    for obligation in owed.filter(state="submitted", round__closed_at__isnull=False):
        sentence = f"Báo cáo của {obligation.agency} chưa được xem dù đợt đã đóng."
        yield Fault(ROOM, "unread", sentence, _name(obligation))
    for obligation in owed.filter(answered_at__lt=F("round__opened_at")):
        sentence = f"{obligation.agency} gửi báo cáo trước khi đợt mở."
        yield Fault(ROOM, "answered_early", sentence, _name(obligation))


def _name(row: Round | Obligation) -> str:
    return f"{row._meta.label_lower} {row.pk}"
