"""Keeping bytes under their hash."""

from __future__ import annotations

import hashlib
import mimetypes
from datetime import datetime

from django.db import transaction

from lantoa.files import folder
from lantoa.files.models import StoredFile
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import Actor
from lantoa.trail.acts import record

LARGEST = 50 * 1024 * 1024
TOO_LARGE = marked("Tệp “%(name)s” lớn hơn %(limit)s MB nên không được lưu; hãy nén hoặc chia nhỏ rồi gửi lại.")
EMPTY = marked("Tệp “%(name)s” không có nội dung nên không được lưu; hãy kiểm tra lại tệp rồi gửi lại.")


@transaction.atomic
def store(*, tenant: Tenant, content: bytes, name: str, by: Actor, at: datetime) -> StoredFile:
    """Keep `content` under its SHA-256; the same bytes are kept once. Refuses an empty file and more than 50 MB.

    The bytes lie on disk before the row speaks of them: a kill in between leaves bytes without a row, which
    `files.jobs` removes, never a row without bytes.
    """
    if not content:
        raise Refusal("file_empty", EMPTY, field="file", name=name)
    if len(content) > LARGEST:
        raise Refusal("file_too_large", TOO_LARGE, field="file", name=name, limit=LARGEST // 1024 // 1024)
    sha256 = hashlib.sha256(content).hexdigest()
    folder.hold()
    if not (path := folder.path_of(sha256)).exists():
        folder.write(path, content)
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    said = {"size": len(content), "media_type": media_type, "name": name[-255:], "stored_at": at}
    file, new = StoredFile.objects.get_or_create(tenant=tenant, sha256=sha256, defaults=said)
    if new:
        record("file_stored", file, by=by, at=at, sha256=sha256, size=len(content), name=name)
    return file
