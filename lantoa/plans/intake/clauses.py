"""The clauses of a paper as rows, and the clause that a place in the text belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from lantoa.papers import tree
from lantoa.plans.models import Clause, Plan

ANNEX = "PL"
"""The first step of a path inside an annex: "PL.II.3", "PL2.I"."""


@dataclass(slots=True)
class Clauses:
    """The clause rows of a plan, in reading order."""

    plan: Plan
    rows: list[Clause] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)

    def at(self, span: tree.Span) -> Clause | None:
        """The clause that `span` stands in: the last that begins at or before it."""
        index = bisect_right(self.starts, span.start)
        return self.rows[index - 1] if index else None

    def add(self, label: str, text: str, path: str, span: tree.Span, parent: Clause | None) -> Clause:
        """Append a row; a path already used (numbering that starts again) gets a count behind it."""
        own, count = path[:100], 1
        while own in self.paths:
            count += 1
            own = f"{path[:100]}~{count}"
        self.paths.add(own)
        row = Clause(
            tenant_id=self.plan.tenant_id, plan=self.plan, position=len(self.rows), parent=parent,
            label=label, path=own, text=text, traces={"text": [span.start, span.end, 1.0]} if text else {},
        )  # fmt: skip
        self.rows.append(row)
        self.starts.append(span.start)
        return row


def clauses_of(paper: tree.Paper, plan: Plan) -> Clauses:
    """Every clause of the body and of the annexes; an annex is itself a clause, above its own."""
    clauses = Clauses(plan)
    _add(clauses, paper.body, "", None)
    several = len(paper.appendices) > 1
    for number, annex in enumerate(paper.appendices, 1):
        prefix = f"{ANNEX}{number}" if several else ANNEX
        row = clauses.add(annex.label, "", prefix, annex.span, None)
        row.text = annex.title
        _add(clauses, annex.body, prefix, row)
    return clauses


def later_clauses_of(paper: tree.Paper, plan: Plan, taken: set[str]) -> Clauses:
    """The clauses of an appendix that came in a file of its own; `taken` are the paths that the plan has already."""
    clauses = Clauses(plan, paths=set(taken))
    if paper.body:
        row = clauses.add("", "", ANNEX, tree.Span(paper.body[0].span.start, paper.body[-1].span.end), None)
        row.text = paper.title
        _add(clauses, paper.body, row.path, row)
    for annex in paper.appendices:
        row = clauses.add(annex.label, "", ANNEX, annex.span, None)
        row.text = annex.title
        _add(clauses, annex.body, row.path, row)
    return clauses


def _add(clauses: Clauses, items: tuple[tree.Clause | tree.Table, ...], prefix: str, parent: Clause | None) -> None:
    for item in _clauses(items):
        path = f"{prefix}.{item.path}" if prefix else item.path
        row = clauses.add(item.label, item.text, path, item.span, parent)
        _add(clauses, item.children, prefix, row)


def _clauses(items: tuple[tree.Clause | tree.Table, ...]) -> Iterator[tree.Clause]:
    return (item for item in items if isinstance(item, tree.Clause))
