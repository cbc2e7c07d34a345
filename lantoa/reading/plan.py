"""Putting the draft together."""

from __future__ import annotations

import re
from dataclasses import replace

from lantoa.papers.tree import Paper
from lantoa.reading.assignments import Spoken, assignments, spoken
from lantoa.reading.budget_duties import budget_duties, funding_sources
from lantoa.reading.cited import bases
from lantoa.reading.contents import audiences, objectives, phases, themes
from lantoa.reading.draft import PlanDraft, Read
from lantoa.reading.findings import findings
from lantoa.reading.heading import Caption, caption, issuing_body, own, signatory
from lantoa.reading.prose_tasks import prose_tasks
from lantoa.reading.report_duties import report_duties
from lantoa.reading.sections import Section, sections
from lantoa.reading.tables import table_tasks
from lantoa.reading.trust import trusted
from lantoa.viet.dates import PartialDate


def draft_of(paper: Paper) -> PlanDraft:
    """Everything that can be read of a paper as a plan; what is not there stays empty."""
    tied = caption(paper)
    draft = _particulars(paper, tied)
    base = _base_year(draft)
    parts = sections(paper)
    said = spoken(paper, parts)
    tabled = table_tasks(paper, base)
    draft = replace(
        draft,
        legal_bases=bases(paper),
        objectives=objectives(paper.text, parts, "objectives"),
        requirements=objectives(paper.text, parts, "requirements"),
        phases=phases(paper, parts, base),
        themes=themes(paper.text, parts),
        audiences=audiences(paper.text, parts),
        tasks=tabled or prose_tasks(paper, parts, base),
        assignments=assignments(said, base),
        report_duties=report_duties(said, base),
        budget_duties=budget_duties(said),
        funding_sources=funding_sources(_about_money(said, paper, parts)),
        recipients=tuple(Read(line.text, line.span, 0.95) for line in paper.recipients),
    )
    return trusted(replace(draft, findings=findings(paper, draft, tied)), paper.trust)


def _base_year(draft: PlanDraft) -> PartialDate | None:
    """The year of times that leave theirs out: that of a yearly plan's title ("năm 2026"), else of the plan's date."""
    years = set(re.findall(r"\b(?:19|20)\d{2}\b", draft.title.value or ""))
    return PartialDate(int(years.pop())) if len(years) == 1 else draft.date.value


def _particulars(paper: Paper, tied: Caption | None) -> PlanDraft:
    place = own(paper, "place", paper.place, 0.95)
    number, symbol, date = (
        own(paper, "number", paper.number, 0.97),
        own(paper, "symbol", paper.symbol, 0.97),
        own(paper, "date", paper.date, 0.97),
    )
    if tied and not number:
        number, symbol = tied.number, tied.symbol if tied.number or not symbol else symbol
    if tied and tied.date and (not date or (date.value is not None and date.value.day is None)):
        date = tied.date
    return PlanDraft(
        text=paper.text,
        doc_type=own(paper, "type_name", paper.type_name, 0.98),
        number=number,
        symbol=symbol,
        date=date,
        place=place,
        issuing_body=issuing_body(paper, tied, place),
        parent_body=own(paper, "parent_body", paper.parent_body, 0.95),
        title=own(paper, "title", paper.title, 0.95),
        signatory=signatory(paper),
    )


def _about_money(said: list[Spoken], paper: Paper, parts: list[Section]) -> list[Spoken]:
    """The sentences of the part on money; without such a part, all."""
    paths = tuple(part.clause.path for part in parts if part.kind == "budget")
    if not paths:
        return said
    return [item for item in said if item.path.startswith(paths)]
