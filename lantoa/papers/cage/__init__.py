"""The cage: what comes from outside is parsed in a process of its own, with limits, used again for the next file.

A file that needs more than 768 MiB or 10 s of computing ends its worker; the sentence says so and a new worker starts
with the next file. Whatever happens inside, only `PaperUnreadable` comes out.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lantoa.papers.readers import MAX_BYTES, open_paper
from lantoa.papers.readers.kinds import kind_of
from lantoa.papers.readers.unreadable import unreadable
from lantoa.papers.tree import Sheet

if TYPE_CHECKING:
    from lantoa.papers.cage.keeper import Keeper

__all__ = ["open_anywhere", "open_in_cage"]

_LIGHT = ("text", "docx")


def open_in_cage(data: bytes, name: str) -> Sheet:
    """The sheet of an upload; `name` is what sentences call it. Raises `PaperUnreadable` and nothing else."""
    if len(data) > MAX_BYTES:
        raise unreadable("too_large", name)
    if kind_of(data) == "doc":
        from lantoa.papers.readers.doc import as_docx

        data = as_docx(data, name)
    return _keeper().open(data, name)


@cache
def _keeper() -> Keeper:
    from lantoa.papers.cage.keeper import Keeper  # who only reads a text starts no process

    return Keeper()


def open_anywhere(source: str | Path | bytes, name: str = "") -> Sheet:
    """A file on the operator's own machine: a text or a .docx is read here at once, the rest in the cage.

    Raises `PaperUnreadable`, and `OSError` when the path cannot be opened.
    """
    if not isinstance(source, bytes):
        path = Path(source)
        name = name or path.name
        if path.stat().st_size > MAX_BYTES:
            raise unreadable("too_large", name)
        source = path.read_bytes()
    name = name or "(không tên)"
    return open_paper(source, name) if kind_of(source) in _LIGHT else open_in_cage(source, name)
