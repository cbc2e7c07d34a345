"""Does every value of a draft stand where it says it was read?"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from lantoa.papers.tree import Span
from lantoa.reading.draft import PlanDraft, Read
from lantoa.viet.dates import PartialDate, find_dates
from lantoa.viet.letters import fold


def untraced(draft: PlanDraft) -> list[str]:
    """The values that do not normalise from their place, and the findings that point outside the text."""
    wrong = [f"{path}: {read.value!r}" for path, read in _reads(draft, "") if not _holds(draft.text, read)]
    wrong += [f"{f.code}: {f.span}" for f in draft.findings if not 0 <= f.span.start <= f.span.end <= len(draft.text)]
    return wrong


def count(draft: PlanDraft) -> int:
    return sum(1 for _, read in _reads(draft, "") if read.value is not None)


def _reads(value: object, path: str) -> Iterator[tuple[str, Read[object]]]:
    if isinstance(value, Read):
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _reads(item, f"{path}[{number}]")
    elif is_dataclass(value) and not isinstance(value, (Span, type)):
        for field in fields(value):
            yield from _reads(getattr(value, field.name), f"{path}.{field.name}")


def _holds(text: str, read: Read[object]) -> bool:
    value = read.value
    if value is None:
        return read.sure == 0.0
    if not 0.0 < read.sure <= 1.0 or not 0 <= read.span.start <= read.span.end <= len(text):
        return False
    place = read.span.of(text)
    if read.derived_from:
        return bool(place.strip())
    if isinstance(value, (PartialDate, datetime.date)):
        return any(str(found.date) == str(value) for found in find_dates(place)) or _partial(place, value)
    return _squeezed(str(value)) in _squeezed(place)


def _partial(place: str, value: PartialDate | datetime.date) -> bool:
    """A date with its day left blank: its month and year stand there."""
    return (
        isinstance(value, PartialDate) and value.day is None and str(value.year) in place and str(value.month) in place
    )


def _squeezed(text: str) -> str:
    """Folded, without white space and the marks between the lines of a signature."""
    return "".join(fold(text).replace(";", " ").split())
