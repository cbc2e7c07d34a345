"""Tasks from the tables of a plan: columns by their headings, groups by their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantoa.papers.tree import Cell, Clause, Paper, Span, Table
from lantoa.reading.draft import UNREAD, Read, Task
from lantoa.reading.names import bodies_in
from lantoa.reading.passages import Passage
from lantoa.reading.times import NO_TIME, cell_time
from lantoa.viet.dates import PartialDate
from lantoa.viet.letters import fold

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("no", r"^(stt|tt|so tt|so thu tu)\b"),
        ("both", r"chu tri.*phoi hop"),
        ("coordinating", r"phoi hop"),
        ("lead", r"chu tri|chiu trach nhiem|dau moi"),
        ("coordinating", r"tham gia"),
        ("time", r"thoi gian|tien do|thoi han|hoan thanh|thoi diem|lo trinh"),
        ("note", r"ghi chu|san pham|ket qua|kinh phi|du toan|muc tieu|dia diem|co so"),
        ("content", r"noi dung|nhiem vu|cong viec|hoat dong|ten |dau viec|du an"),
        ("doer", r"thuc hien|don vi|co quan|nguoi"),
    )
)
"""In this order; "doer" leads where no other column does."""
_SECTION_NUMBER = re.compile(r"[IVXLC]+[.)]?|[A-HK][.)]?|Phần .+")
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?|\([a-z]\)")
_NAMES_BOTH = re.compile(r"[Cc]hủ trì\s*:.*[Pp]hối hợp\s*:", re.DOTALL)
_COORDINATING = re.compile(r"(?:[-–+;,.\n]\s*)?(?:[Cc]ơ quan |[Đđ]ơn vị )?[Pp]hối hợp\s*:?\s*")


@dataclass(frozen=True, slots=True)
class _Row:
    cells: dict[str, Cell]
    extra: tuple[Cell, ...]

    def words(self, column: str) -> str:
        cell = self.cells.get(column)
        return "" if cell is None else " ".join(cell.text.split())


def table_tasks(paper: Paper, base: PartialDate | None) -> tuple[Task, ...]:
    """Every task of every task table; `base` gives the year to times that leave it out."""
    found: list[Task] = []
    for where, table in _tables(paper):
        found += _tasks(paper.text, table, where, base)
    return tuple(found)


def _tables(paper: Paper) -> Iterator[tuple[str, Table]]:
    yield from _under("", paper.body)
    for number, annex in enumerate(paper.appendices, start=1):
        yield from _under(f"PL{number}", annex.body)


def _under(path: str, body: tuple[Clause | Table, ...]) -> Iterator[tuple[str, Table]]:
    for part in body:
        if isinstance(part, Table):
            yield path, part
        else:
            yield from _under(f"{path}.{part.path}".strip("."), part.children)


def _tasks(text: str, table: Table, where: str, base: PartialDate | None) -> Iterator[Task]:
    grid = table.grid()
    head = _head(grid)
    if head is None:
        return
    columns, depth = head
    group, group_step = UNREAD, ""
    titles = [[cell.text for cell in line] for line in grid[:depth]]
    for line in grid[depth:]:
        if [cell.text for cell in line] in titles or _numbers_columns(line):
            continue
        row = _row(line, columns)
        if _is_group(row, line, columns):
            group, group_step = _group(text, row, line)
        elif row.words("content"):
            yield _task(text, row, group, f"{where}.{group_step}".strip("."), base)


def _head(grid: list[list[Cell]]) -> tuple[list[str], int] | None:
    """The meaning of each column and how many rows the headings take; None for a table that holds no tasks."""
    for depth in (1, 2):
        if len(grid) <= depth:
            return None
        width = max(map(len, grid[:depth]))
        headings = [
            " ".join(dict.fromkeys(line[x].text for line in grid[:depth] if x < len(line))) for x in range(width)
        ]
        columns = _meanings(headings)
        inner = depth == 1 and any(
            re.search(r"chu tri|phoi hop", fold(cell.text)) and len(cell.text) < 40 for cell in grid[1]
        )
        if _holds_tasks(columns) and not (inner and "lead" not in columns[: len(columns) - 1]):
            return columns, depth
    return None


def _meanings(headings: list[str]) -> list[str]:
    columns: list[str] = []
    for heading in headings:
        folded = fold(" ".join(heading.split()))
        name = next((name for name, pattern in _COLUMNS if pattern.search(folded)), "note")
        columns.append("note" if name in columns and name != "note" else name)
    doer = "note" if {"lead", "both"} & set(columns) else "lead"
    return [doer if name == "doer" else name for name in columns]


def _holds_tasks(columns: list[str]) -> bool:
    return "content" in columns and bool({"lead", "coordinating", "both", "time"} & set(columns))


def _numbers_columns(line: list[Cell]) -> bool:
    """The row "(1) (2) (3)" below the headings."""
    return len(line) > 2 and all(_COLUMN_NUMBER.fullmatch(cell.text.strip()) for cell in line)


def _row(line: list[Cell], columns: list[str]) -> _Row:
    cells: dict[str, Cell] = {}
    extra: list[Cell] = []
    for name, cell in zip(columns, line, strict=False):
        if name == "note":
            extra.append(cell)
        else:
            cells.setdefault(name, cell)
    return _Row(cells, tuple(extra))


def _is_group(row: _Row, line: list[Cell], columns: list[str]) -> bool:
    """A heading inside the table: one cell across the columns, or a Roman number (a letter) with nothing beside it."""
    content = row.cells.get("content")
    if content is None or not any(cell.text for cell in line):
        return False
    beside = [row.cells[name] for name in ("lead", "coordinating", "both", "time") if name in row.cells]
    if beside and all(cell is content for cell in beside):
        return True
    return bool(_SECTION_NUMBER.fullmatch(row.words("no"))) and not any(cell.text.strip() for cell in beside)


def _group(text: str, row: _Row, line: list[Cell]) -> tuple[Read[str], str]:
    content = row.cells["content"]
    title = _passage(text, content)
    number = row.words("no") if row.cells.get("no") is not content else ""
    if not number:
        label = re.match(r"([IVXLC]+|[A-HK])[.)]\s+", title.raw)
        if label:
            number, title = label[1], title.cut(label.end(), len(title.raw))
    return title.read(0.95), number.rstrip(".)")


def _task(text: str, row: _Row, group: Read[str], where: str, base: PartialDate | None) -> Task:
    content = _passage(text, row.cells["content"])
    number = _passage(text, row.cells["no"]) if "no" in row.cells else None
    no = number.read(0.95) if number and number.raw else UNREAD
    lead, coordinating = _roles(text, row)
    time = cell_time(_passage(text, row.cells["time"]), base) if "time" in row.cells else NO_TIME
    notes = tuple(_passage(text, cell).read(0.9) for cell in row.extra if cell.text.strip())
    step = (no.value or "").rstrip(".)")
    return Task(
        no,
        group,
        content.read(0.97),
        bodies_in(lead) if lead else (),
        bodies_in(coordinating) if coordinating else (),
        time,
        f"{where}.{step}".strip("."),
        notes,
    )


def _roles(text: str, row: _Row) -> tuple[Passage | None, Passage | None]:
    """Lead and coordinators; one column may hold both, the second behind "Phối hợp:"."""
    lead, other = row.cells.get("lead"), row.cells.get("coordinating")
    shared = row.cells.get("both") or (lead if lead and _NAMES_BOTH.search(lead.text) else None)
    if shared is None:
        return _passage(text, lead) if lead else None, _passage(text, other) if other else None
    cell = _passage(text, shared)
    mark = _COORDINATING.search(cell.raw)
    start = re.match(r"(?:[-–+]\s*)?(?:(?:[Cc]ơ quan |[Đđ]ơn vị )?[Cc]hủ trì\s*:?\s*)?", cell.raw)
    begin = start.end() if start else 0
    if mark is None:
        return cell.cut(begin, len(cell.raw)), None
    return cell.cut(begin, mark.start()), cell.cut(mark.end(), len(cell.raw))


def _passage(text: str, cell: Cell) -> Passage:
    return Passage(Span(cell.span.start, cell.span.end).of(text), cell.span.start)
