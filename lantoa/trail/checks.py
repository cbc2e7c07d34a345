"""What `lantoa check` looks for in the trail."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.tenants.models import Tenant
from lantoa.trail.faults import Fault
from lantoa.trail.models import Entry
from lantoa.trail.queries import breaks

SENTENCES = {
    "neighbour": gettext_lazy("Nhật ký: mục đứng trước mục %(number)s đã mất hoặc bị sửa."),
    "entry": gettext_lazy("Nhật ký: mục %(number)s đã bị sửa."),
    "payload": gettext_lazy("Nhật ký: nội dung của mục %(number)s đã bị sửa."),
    "payload_missing": gettext_lazy("Nhật ký: nội dung của mục %(number)s đã mất mà không qua việc xóa có lý do."),
}


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Every break of the tenant's chain; entries that belong to no tenant at all."""
    for found in breaks(tenant.pk):
        sentence = SENTENCES[found.fault] % {"number": found.number}
        yield Fault("trail", found.fault, sentence, f"trail.entry {found.number}")
    owned = Tenant.objects.values("pk")
    for stray in Entry.objects.exclude(tenant_id__in=owned).order_by("pk"):
        sentence = _("Nhật ký: mục %(number)s không thuộc tỉnh nào.") % {"number": stray.number}
        yield Fault("trail", "stray", sentence, f"trail.entry {stray.pk}")
