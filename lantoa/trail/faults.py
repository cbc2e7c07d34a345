"""What `lantoa check` reports: a place where the stored data contradicts itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """`sentence` is Vietnamese and says what is wrong; `subject` names the row ("reports.version 3f2a...")."""

    room: str
    code: str
    sentence: str
    subject: str = ""
