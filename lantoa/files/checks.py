"""What `lantoa check` looks for among stored files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.files import folder
from lantoa.files.models import StoredFile
from lantoa.files.queries import spoken_of
from lantoa.tenants.models import Tenant
from lantoa.trail.faults import Fault


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Every row has its bytes, whole; no bytes lie without a row for long."""
    for file in StoredFile.objects.filter(tenant=tenant).iterator():
        yield from _bytes_of(file)
    yield from _leftovers()


def _bytes_of(file: StoredFile) -> Iterator[Fault]:
    path, subject = folder.path_of(file.sha256), f"files.storedfile {file.pk}"
    if not path.exists():
        yield Fault("files", "bytes_missing", _("Tệp “%(name)s” đã mất khỏi đĩa.") % {"name": file.name}, subject)
        return
    with path.open("rb") as stored:
        digest = hashlib.file_digest(stored, "sha256").hexdigest()
    if digest != file.sha256 or path.stat().st_size != file.size:
        yield Fault("files", "bytes_changed", _("Tệp “%(name)s” trên đĩa đã bị sửa.") % {"name": file.name}, subject)


def _leftovers() -> Iterator[Fault]:
    """Leftovers a day older than the newest file: the sweep has not run. Younger ones may be on their way to a row."""
    found = list(folder.found())
    newest = max((written for _path, written in found), default=None)
    kept = spoken_of()
    for path, written in found:
        if path.name not in kept and newest is not None and written < newest - folder.PATIENCE:
            sentence = _("Tệp “%(name)s” nằm trên đĩa mà không có trong dữ liệu; hãy chạy “lantoa tick”.")
            yield Fault("files", "leftover", sentence % {"name": path.name}, f"files {path.name}")
