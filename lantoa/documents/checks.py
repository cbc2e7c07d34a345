"""What `lantoa check` looks for in the register."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.documents.models import Document, NumberSeries
from lantoa.tenants.models import Tenant
from lantoa.trail.faults import Fault
from lantoa.viet.deadlines import day_in_vietnam


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Numbers run from 1 without gaps; an issued paper has its file, and its face agrees with the register."""
    for series in NumberSeries.objects.filter(tenant=tenant):
        yield from _gaps(series)
    issued = Document.objects.filter(tenant=tenant, way=Document.Way.OUTGOING).select_related("series", "file")
    for document in issued.iterator():
        for code, wrong in _wrong_face(document):
            sentence = _("Văn bản “%(document)s”: %(wrong)s.") % {"document": document, "wrong": wrong}
            yield Fault("documents", code, sentence, f"documents.document {document.pk}")


def _gaps(series: NumberSeries) -> Iterator[Fault]:
    taken = list(series.documents.order_by("serial").values_list("serial", flat=True))
    if taken != list(range(1, series.last + 1)):
        facts = {"series": series, "last": series.last, "count": len(taken)}
        sentence = _("Sổ “%(series)s” ghi đến số %(last)s nhưng có %(count)s văn bản, hoặc số bị nhảy.") % facts
        yield Fault("documents", "series_with_gaps", sentence, f"documents.numberseries {series.pk}")


def _wrong_face(document: Document) -> Iterator[tuple[str, str]]:
    if document.series is None or document.serial is None or document.issued_at is None:
        yield "issued_without_number", _("đã ban hành mà chưa vào sổ")
        return
    if document.file is None:
        yield "issued_without_file", _("đã ban hành mà không có tệp")
    if document.number != f"{document.serial:02d}" or not document.symbol.startswith(f"{document.number}/"):
        yield "number_differs", _("số và ký hiệu trên văn bản khác số trong sổ")
    day = day_in_vietnam(document.issued_at)
    if document.dated != str(day) or document.series.year != day.year:
        yield "date_differs", _("ngày trên văn bản khác ngày ban hành trong sổ")
