"""The folder of bytes on disk: written aside, synced, renamed into place; what a killed act left behind.

A file that is being stored stands in the folder before its row is committed, so whoever looks for leftovers holds the
folder alone: SQLite holds everything since the transaction began (IMMEDIATE), PostgreSQL by an advisory lock.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection

PATIENCE = timedelta(days=1)
"""Bytes that no row speaks of may be on their way to one for this long."""

_LOCK = 0x6C616E746F61  # "lantoa"


def path_of(sha256: str) -> Path:
    """The place of the bytes with this hash, whether they are there or not."""
    return Path(settings.FILES) / sha256[:2] / sha256


def hold() -> None:
    """Hold the folder, together with other writers, until the transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [_LOCK])


def hold_alone() -> bool:
    """Hold the folder alone until the transaction ends; False when someone is writing. Never waits."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        return bool(cursor.fetchone()[0])


def write(path: Path, content: bytes) -> None:
    """Put `content` at `path`, whole or not at all, even if the power fails the moment after."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=settings.FILES, prefix=".aside-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, path)
    for folder in (path.parent, path.parent.parent):
        _sync(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def found() -> Iterator[tuple[Path, datetime]]:
    """Every file in the folder, with the instant it was written."""
    for path in Path(settings.FILES).rglob("*"):
        with suppress(FileNotFoundError):
            if path.is_file():
                yield path, datetime.fromtimestamp(path.stat().st_mtime, UTC)
