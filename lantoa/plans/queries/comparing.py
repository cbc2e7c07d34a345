"""Two plans beside each other: what one added, dropped and changed of the other, passage by passage, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lantoa.plans.fields import due_in_words
from lantoa.plans.likeness import Passage, Piece, matched, pieces_of
from lantoa.plans.models import Clause, Part, Plan, ReportDuty, Task, Theme
from lantoa.plans.models.plan import OfPlan
from lantoa.tenants.models import Owned

ASKED = "(đề nghị)"
"""Stands behind a body that its plan asks instead of ordering, so that a change of manner is seen as one."""
STATES = ("added", "dropped", "changed", "same")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a row says, in both plans. `name`: "text", "lead", "coordinating", "time", "who", "to", "due"."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the old plan and the row of the new plan that is the same; one of them is None where a plan has none.

    `state`: "same", "changed", "added" or "dropped". `kind`: "clause", "task", "theme" or "duty".
    """

    kind: str
    old: OfPlan | None
    new: OfPlan | None
    state: str
    path: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of one plan in another, each list in the order of the new plan."""

    themes: tuple[Pair, ...]
    tasks: tuple[Pair, ...]
    duties: tuple[Pair, ...]
    clauses: tuple[Pair, ...]

    def pairs(self) -> Iterable[Pair]:
        """All of them."""
        yield from (*self.themes, *self.tasks, *self.duties, *self.clauses)

    def tally(self) -> dict[str, int]:
        """How many rows were added, dropped, changed and kept."""
        found = Counter(pair.state for pair in self.pairs())
        return {state: found[state] for state in STATES}


@dataclass(frozen=True, slots=True)
class _Told:
    """A row with what it is matched by and what it says, line by line."""

    row: OfPlan
    passage: Passage
    lines: dict[str, str]


def compare(old: Plan, new: Plan) -> Comparison:
    """Compare two plans clause by clause, task by task, theme by theme, duty by duty.

    Rows are matched by lineage, else word for word, else by likeness of their words, the same place in the paper
    counting for them. Ten queries, whatever the length of the plans.
    """
    return Comparison(*(_pairs(kind, told(old), told(new)) for kind, told in _KINDS.items()))


def left_behind(comparison: Comparison) -> list[Task]:
    """The tasks of the old plan that the new one does not name, in the old plan's order."""
    return [pair.old for pair in comparison.tasks if pair.state == "dropped" and isinstance(pair.old, Task)]


# --- what a row says -----------------------------------------------------------------------------------------------


def _themes(plan: Plan) -> list[_Told]:
    rows = Theme.objects.filter(plan=plan).order_by("position")
    return [_Told(row, Passage(row.text, lineage=row.lineage), {"text": row.text}) for row in rows]


def _clauses(plan: Plan) -> list[_Told]:
    rows = Clause.objects.filter(plan=plan).exclude(text="").order_by("position")
    return [_Told(row, Passage(row.text, row.path, row.lineage), {"text": row.text}) for row in rows]


def _tasks(plan: Plan) -> list[_Told]:
    rows = Task.objects.filter(plan=plan).select_related("clause").prefetch_related("parts").order_by("position")
    return [_Told(row, Passage(row.content, _place_of(row), row.lineage), _lines_of(row)) for row in rows]


def _place_of(task: Task) -> str:
    path = task.clause.path if task.clause else ""
    return f"{path}/{task.group}/{task.number}" if task.number else path


def _lines_of(task: Task) -> dict[str, str]:
    named: dict[str, list[str]] = {Part.Kind.LEAD: [], Part.Kind.COORDINATING: []}
    for part in task.parts.all():
        named[part.kind].append(f"{part.named} {ASKED}" if part.manner == Part.Manner.ASKED else part.named)
    leads, others = ("; ".join(named[kind]) for kind in (Part.Kind.LEAD, Part.Kind.COORDINATING))
    return {"text": task.content, "lead": leads, "coordinating": others, "time": task.time_raw}


def _duties(plan: Plan) -> list[_Told]:
    rows = ReportDuty.objects.filter(plan=plan).order_by("position")
    return [
        _Told(
            row,
            Passage(f"{row.who} {row.to} {row.due_raw}"),
            {"who": row.who, "to": row.to, "due": row.due_raw or due_in_words(row)},
        )
        for row in rows
    ]


_KINDS: dict[str, Callable[[Plan], list[_Told]]] = {
    "theme": _themes, "task": _tasks, "duty": _duties, "clause": _clauses,
}  # fmt: skip
"""In the order of `Comparison`."""


# --- pairs ---------------------------------------------------------------------------------------------------------


def _pairs(kind: str, old: Sequence[_Told], new: Sequence[_Told]) -> tuple[Pair, ...]:
    """In the order of the new plan; what was dropped stands where it stood, behind what stood before it."""
    found = matched([one.passage for one in old], [one.passage for one in new])
    after = {before: index for index, before in found.items()}
    placed = [((index, 0), _pair(kind, old[found[index]] if index in found else None, one))
              for index, one in enumerate(new)]  # fmt: skip
    last = -1
    for index, one in enumerate(old):
        last = after.get(index, last)
        if index not in after:
            placed.append(((last, index + 1), _pair(kind, one, None)))
    return tuple(pair for _, pair in sorted(placed, key=lambda each: each[0]))


def _pair(kind: str, old: _Told | None, new: _Told | None) -> Pair:
    present = new or old
    if present is None:
        raise ValueError("a pair of nothing")
    before, after = old.lines if old else {}, new.lines if new else {}
    names = [name for name in present.lines if before.get(name) or after.get(name)]
    lines = tuple(Line(name, pieces_of(before.get(name, ""), after.get(name, ""))) for name in names)
    same = all(piece.state == "same" for line in lines for piece in line.pieces)
    state = "added" if old is None else "dropped" if new is None else "same" if same else "changed"
    return Pair(kind, old.row if old else None, new.row if new else None, state, present.passage.path, lines)


def same_line_of_descent(comparison: Comparison) -> list[tuple[Owned, Owned]]:
    """The pairs (old row, new row) of clauses, tasks and themes that are the same row in two plans."""
    pairs = (*comparison.themes, *comparison.tasks, *comparison.clauses)
    return [(pair.old, pair.new) for pair in pairs if pair.old is not None and pair.new is not None]
