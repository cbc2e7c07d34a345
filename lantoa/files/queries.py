"""Where bytes lie."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from lantoa.files.models import StoredFile


def path_of(sha256: str) -> Path:
    """The place of the bytes with this hash, whether they are there or not."""
    return Path(settings.FILES) / sha256[:2] / sha256


def content(file: StoredFile) -> bytes:
    """The bytes of a stored file."""
    return path_of(file.sha256).read_bytes()
