"""Decisions about edits, shared by every room."""

from __future__ import annotations

from typing import Any

from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Edited

STALE = marked(
    "Nội dung này đã được người khác sửa sau khi bạn mở. Phần bạn vừa nhập còn nguyên trên màn hình; "
    "hãy so hai bản rồi lưu lại."
)


def hold(row: Any) -> None:
    """Keep others from changing a stored row until the transaction ends.

    PostgreSQL locks the row; SQLite holds the whole database since the transaction began (IMMEDIATE).
    """
    list(type(row)._base_manager.select_for_update().filter(pk=row.pk).values_list("pk"))


def refuse_stale(row: Edited, seen: int | None) -> None:
    """Refuse a save made on an older version than the stored one; `seen` None means that no one looked at it before.

    Holds the row and brings it up to date first, since another may have saved it after the caller loaded it. So call
    this before changing a field.
    """
    stored = type(row)._base_manager.select_for_update().values_list("version", flat=True).get(pk=row.pk)
    if seen is not None and seen != stored:
        raise Refusal("stale", STALE, stored=stored, seen=seen)
    if row.version != stored:
        row.refresh_from_db()
