"""What `lantoa check` looks for in the register."""

from __future__ import annotations

from collections.abc import Iterator

from lantoa.documents.models import Document, NumberSeries
from lantoa.tenants.models import Tenant
from lantoa.trail.faults import Fault
from lantoa.viet.deadlines import day_in_vietnam


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Numbers run from 1 without gaps; an issued paper has its file, and its face agrees with its place in the series."""
    for series in NumberSeries.objects.filter(tenant=tenant):
        taken = list(series.documents.order_by("serial").values_list("serial", flat=True))
        if taken != list(range(1, series.last + 1)):
            sentence = f"Sổ số “{series}” ghi đến số {series.last} nhưng có {len(taken)} văn bản, hoặc số bị nhảy."
            yield Fault("documents", "series_with_gaps", sentence, f"documents.numberseries {series.pk}")
    issued = Document.objects.filter(tenant=tenant, way=Document.Way.OUTGOING).select_related("series", "file")
    for document in issued.iterator():
        for code, wrong in _wrong_face(document):
            yield Fault("documents", code, f"Văn bản “{document}” {wrong}.", f"documents.document {document.pk}")


def _wrong_face(document: Document) -> Iterator[tuple[str, str]]:
    if document.series is None or document.serial is None or document.issued_at is None:
        yield "issued_without_number", "đã ban hành mà không có số, ngày trong sổ"
        return
    if document.file is None:
        yield "issued_without_file", "đã ban hành mà không có tệp"
    if document.number != f"{document.serial:02d}" or not document.symbol.startswith(f"{document.number}/"):
        yield "number_differs", f"mang số {document.number or '(trống)'} nhưng sổ ghi số {document.serial}"
    day = day_in_vietnam(document.issued_at)
    if document.dated != str(day) or document.series.year != day.year:
        yield "date_differs", f"ghi ngày {document.dated or '(trống)'} nhưng ban hành ngày {day}"
