"""Anatomy: what an official recognises in a sheet (Decree 30/2020/NĐ-CP, Annex I).

How the parts are told apart, for who writes papers that should read back equal:

- Head: everything above the line that names the type; a dispatch (công văn) has none, and its subject follows "V/v".
- Bases begin with Căn cứ, Thực hiện, Theo, Xét...; each ends with ";" or "." which is not part of it.
- Preamble: the unlabelled lines after the bases, up to the last before the first label that ends with ":".
- Body: labels rank Phần, Chương, Mục, Tiểu mục, Điều, A., I., 1., 1.1., 1.1.1., 1), a), *, -, +; a plain paragraph or a
  table belongs to the nearest numbered label above it, never to a dash.
- The "./." that closes a body reads as the full stop of its last sentence.
- Foot: from "Nơi nhận:" or a signing capacity on. Annexes: from "PHỤ LỤC", or a heading with a "(Kèm theo ...)" line.
"""

from __future__ import annotations

from dataclasses import replace

from lantoa.papers.anatomy.annexes import first_annex, read_annexes
from lantoa.papers.anatomy.clauses import nest
from lantoa.papers.anatomy.foot import read_foot
from lantoa.papers.anatomy.head import take_head
from lantoa.papers.anatomy.lines import Item, stream
from lantoa.papers.anatomy.marks import is_signing_title, opens_foot
from lantoa.papers.tree import Paper, Sheet, Table

__all__ = ["recognise"]


def recognise(sheet: Sheet) -> Paper:
    """The parts of a paper. Never fails: what is not there is empty."""
    items = stream(sheet)
    head, at = take_head(items)
    annex = first_annex(items, at)
    foot = _first_of_foot(items, at, annex)
    lines = [item for item in items[foot:annex] if isinstance(item, Item)]
    signature, recipients = read_foot(lines)
    return Paper(
        type_name=head.type_name,
        title=head.title,
        issuing_body=head.bodies[-1] if head.bodies else "",
        parent_body=" ".join(head.bodies[:-1]),
        number=head.number,
        symbol=head.symbol,
        place=head.place,
        date=head.date,
        addressees=tuple(head.addressees),
        bases=tuple(head.bases),
        preamble=head.preamble,
        body=nest(_unclosed(items[at:foot])),
        signature=signature,
        recipients=recipients,
        appendices=read_annexes(items[annex:]),
        text=sheet.text,
        spans=head.spans,
        trust=sheet.trust,
    )


def _unclosed(items: list[Item | Table]) -> list[Item | Table]:
    """Without the slash and stop that close the last sentence of a body ("./.", Annex III): they are no words of it."""
    last = items[-1] if items else None
    if not isinstance(last, Item) or not last.text.endswith("./."):
        return items
    words = last.raw.rstrip()[:-2]
    return [*items[:-1], replace(last, raw=words)] if words != "." else items[:-1]


def _first_of_foot(items: list[Item | Table], at: int, until: int) -> int:
    """The recipients' heading or the signature; a title alone signs only below the last sentence."""
    for number in range(at, until):
        item = items[number]
        if not isinstance(item, Item):
            continue
        if opens_foot(item.text):
            return number
        if item.shouted and is_signing_title(item.text) and all(isinstance(i, Item) for i in items[number:until]):
            return number
    return until
