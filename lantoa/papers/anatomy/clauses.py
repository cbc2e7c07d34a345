"""Lines and tables become nested clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lantoa.papers.anatomy.labels import DASH, PLAIN, label_of, rank_of, step
from lantoa.papers.anatomy.lines import Item
from lantoa.papers.readers.letters import squeezed
from lantoa.papers.tree import Clause, Span, Table

_DIVISION = 3
"""Up to this rank (Phần, Chương, Mục, Tiểu mục) the title may stand on the line below its label."""


@dataclass(slots=True)
class _Open:
    """A clause that may still get children."""

    text: str
    label: str
    rank: int
    span: Span
    path: str
    children: list[_Open | Table] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def closed(self) -> Clause:
        return Clause(self.text, self.label, self.path, _closed(self.children), self.span)


def _closed(children: list[_Open | Table]) -> tuple[Clause | Table, ...]:
    return tuple(child if isinstance(child, Table) else child.closed() for child in children)


def nest(items: Sequence[Item | Table]) -> tuple[Clause | Table, ...]:
    """The clauses of a body. A label stands under the nearest open label of smaller rank; a plain paragraph or a
    table under the nearest numbered one."""
    root = _Open("", "", -1, Span(0, 0), "")
    stack = [root]
    for item in items:
        if isinstance(item, Table):
            _parent(stack, PLAIN).children.append(item)
            continue
        label, rank, text, span = labelled(item)
        if rank == PLAIN and _is_division_title(stack[-1], item):
            stack[-1].text, stack[-1].span = text, span
            continue
        parent = _parent(stack, rank)
        clause = _Open(text, label, rank, span, _path(parent, label))
        parent.children.append(clause)
        if rank != PLAIN:
            stack.append(clause)
    return _closed(root.children)


def labelled(item: Item) -> tuple[str, int, str, Span]:
    """Label, rank, words and the place of the words."""
    if item.label:
        return item.label, rank_of(item.label), item.text, item.span
    label, rank, at = label_of(item.raw)
    text, span = item.after(at)
    return squeezed(label), rank, text, span


def _parent(stack: list[_Open], rank: int) -> _Open:
    limit = DASH if rank == PLAIN else rank
    while stack[-1].rank >= limit:
        stack.pop()
    return stack[-1]


def _path(parent: _Open, label: str) -> str:
    kind = label if label and label[0] in "-–—−•●+*" else ""
    key = "-" if kind and kind not in "+*" else kind
    parent.counts[key] = parent.counts.get(key, 0) + 1
    own = step(label, parent.counts[key])
    return f"{parent.path}.{own}" if parent.path else own


def _is_division_title(clause: _Open, item: Item) -> bool:
    empty = clause.label and not clause.text and not clause.children
    return bool(empty) and clause.rank <= _DIVISION and (item.centered or item.shouted)
