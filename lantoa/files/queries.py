"""What is stored."""

from __future__ import annotations

from lantoa.files.folder import path_of
from lantoa.files.models import StoredFile


def content(file: StoredFile) -> bytes:
    """The bytes of a stored file."""
    return path_of(file.sha256).read_bytes()


def spoken_of() -> set[str]:
    """The hashes that any tenant's rows speak of."""
    return set(StoredFile.objects.values_list("sha256", flat=True))
