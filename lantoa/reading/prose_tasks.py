"""Tasks written as clauses whose own lines say when and who: "- Thời gian thực hiện: ...", "- Cơ quan chủ trì: ..."."""

from __future__ import annotations

import re

from lantoa.papers.tree import Clause, Paper
from lantoa.reading.draft import UNREAD, Read, Task
from lantoa.reading.names import bodies_in
from lantoa.reading.passages import Passage, passage
from lantoa.reading.sections import Section
from lantoa.reading.times import NO_TIME, cell_time
from lantoa.viet.dates import PartialDate
from lantoa.viet.letters import fold
from lantoa.viet.phrases import find_times

_FIELDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("coordinating", re.compile(r"(co quan|don vi|cac don vi|cac co quan)?\s*phoi hop( thuc hien)?")),
    (
        "lead",
        re.compile(
            r"(co quan|don vi|bo phan|nguoi)?\s*(chu tri|thuc hien|chiu trach nhiem|dau moi)( thuc hien| chinh)?"
        ),
    ),
    ("time", re.compile(r"(thoi gian|thoi han|tien do)( \w+){0,3}")),
)


def prose_tasks(paper: Paper, parts: list[Section], base: PartialDate | None) -> tuple[Task, ...]:
    """The tasks of the parts that speak of what is to be done."""
    found: list[Task] = []
    for part in parts:
        if part.kind == "tasks":
            for child in part.children:
                if isinstance(child, Clause):
                    _search(paper.text, child, UNREAD, "", base, found)
    return tuple(found)


def _search(
    text: str, clause: Clause, group: Read[str], number: str, base: PartialDate | None, found: list[Task]
) -> None:
    inner = [child for child in clause.children if isinstance(child, Clause)]
    fields = _fields(text, inner)
    own = f"{number}{clause.label.rstrip('.)/ ')}" if clause.label and clause.label[0] not in "-–+*" else number
    content = passage(text, clause.span).unclosed()
    if "time" in fields or "lead" in fields:
        found.append(_task(text, clause, content, group, own, fields, base))
        return
    title = content.read(0.8) if content.raw else UNREAD
    for child in inner:
        _search(text, child, title, own, base, found)


def _fields(text: str, lines: list[Clause]) -> dict[str, Passage]:
    fields: dict[str, Passage] = {}
    for line in lines:
        whole = passage(text, line.span)
        colon = whole.raw.find(":")
        if not 0 < colon < 50:
            continue
        heading = fold(whole.cut(0, colon).words)
        name = next((name for name, pattern in _FIELDS if pattern.fullmatch(heading)), "")
        value = whole.cut(colon + 1, len(whole.raw)).unclosed()
        if name and (name not in fields or not fields[name].raw):
            fields[name] = value
    return fields


def _task(
    text: str, clause: Clause, content: Passage, group: Read[str], number: str, fields: dict[str, Passage],
    base: PartialDate | None,
) -> Task:  # fmt: skip
    where = number or clause.path
    no = Read(number, clause.span, 0.8, "nhãn của mục") if number else UNREAD
    time = cell_time(_dated(text, clause, fields["time"]), base) if "time" in fields else NO_TIME
    lead = bodies_in(fields["lead"], 0.85) if "lead" in fields else ()
    coordinating = bodies_in(fields["coordinating"], 0.85) if "coordinating" in fields else ()
    return Task(no, group, content.read(0.85), lead, coordinating, time, clause.path or where)


def _dated(text: str, clause: Clause, time: Passage) -> Passage:
    """A time field that is empty, or names no day, may be followed by a timetable: take it from its first to its last
    day."""
    if find_times(time.raw) or (time.raw and not re.search(r"\d", time.raw)):
        return time
    last = max(part.span.end for inner in clause.walk() for part in (inner, *inner.children))
    rest = Passage(text[time.start : last], time.start)
    days = [found for found in find_times(rest.raw) if found.phrase.kind in ("day", "span")]
    return rest.cut(days[0].start, days[-1].end) if days else time
