"""Decisions about edits, shared by every room."""

from __future__ import annotations

from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Edited

STALE = marked(
    "Nội dung này đã được người khác sửa sau khi bạn mở. Phần bạn vừa nhập còn nguyên trên màn hình; "
    "hãy so hai bản rồi lưu lại."
)


def refuse_stale(row: Edited, seen: int | None) -> None:
    """Refuse a save made on an older version than the stored one. `seen` None means the caller holds the row itself."""
    if seen is not None and seen != row.version:
        raise Refusal("stale", STALE, stored=row.version, seen=seen)
