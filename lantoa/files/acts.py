"""Keeping bytes: written aside, synced, renamed into place, and only then spoken of in the database."""

from __future__ import annotations

import hashlib
import mimetypes
import os
import tempfile
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from lantoa.files.models import StoredFile
from lantoa.files.queries import path_of
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import Actor
from lantoa.trail.acts import record

LARGEST = 50 * 1024 * 1024
TOO_LARGE = marked("Tệp “%(name)s” lớn hơn %(limit)s MB nên không được lưu; hãy nén hoặc chia nhỏ rồi gửi lại.")


@transaction.atomic
def store(*, tenant: Tenant, content: bytes, name: str, by: Actor, at: datetime) -> StoredFile:
    """Keep `content` under its SHA-256; the same bytes are kept once. Refuses more than 50 MB."""
    if len(content) > LARGEST:
        raise Refusal("file_too_large", TOO_LARGE, field="file", name=name, limit=LARGEST // 1024 // 1024)
    sha256 = hashlib.sha256(content).hexdigest()
    if kept := StoredFile.objects.filter(tenant=tenant, sha256=sha256).first():
        return kept
    _write(path_of(sha256), content)
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    file = StoredFile.objects.create(
        tenant=tenant, sha256=sha256, size=len(content), media_type=media_type, name=name[-255:], stored_at=at
    )
    record("file_stored", file, by=by, at=at, sha256=sha256, size=len(content), name=name)
    return file


def _write(path: Path, content: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=settings.FILES, prefix=".aside-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, path)
