"""What a plan rests on, when it runs, what it says and to whom."""

from __future__ import annotations

from lantoa.plans.intake.rows import Rows
from lantoa.plans.intake.traces import in_order, traces
from lantoa.plans.models import Audience, LegalBasis, Phase, Theme
from lantoa.plans.rules import weight_of
from lantoa.reading.draft import PlanDraft


def add_bases(rows: Rows, draft: PlanDraft) -> None:
    """The papers the plan rests on, dated as it cites them. A law is known by its name and needs no date."""
    for read in draft.legal_bases:
        cited_on = read.date.value.full() if read.date.value else None
        basis = LegalBasis(
            **rows.own(rows.bases), number=read.number.value or "", name=read.name.value or "", cited_on=cited_on,
            traces=traces(number=read.number, name=read.name, cited_on=read.date),
        )  # fmt: skip
        rows.bases.append(basis)
        rows.stands(basis, read.span, read.number.span)
        if basis.number and cited_on is None:
            rows.points.hole(basis, "cited_on", read.span)


def add_phases(rows: Rows, draft: PlanDraft) -> None:
    """The stretches of the plan's time; a plan without any is asked about."""
    for read in draft.phases:
        phase = Phase(
            **rows.own(rows.phases), raw=read.raw.value or "", **in_order(read.start, read.end),
            traces=traces(raw=read.raw, starts_on=read.start, ends_on=read.end),
        )  # fmt: skip
        rows.phases.append(phase)
    if not rows.phases:
        rows.points.hole(rows.plan, "phases")


def add_themes(rows: Rows, draft: PlanDraft) -> None:
    """What is to be said; the weight is that of the plan's own words."""
    for read in draft.themes:
        text = read.text.value or ""
        rows.themes.append(
            Theme(**rows.own(rows.themes), text=text, weight=weight_of(text), traces=traces(text=read.text))
        )
        rows.pillars.append(tuple(pillar.value for pillar in read.pillars if pillar.value))


def add_audiences(rows: Rows, draft: PlanDraft) -> None:
    """To whom it is said."""
    for read in draft.audiences:
        rows.audiences.append(
            Audience(
                **rows.own(rows.audiences),
                text=read.text.value or "",
                abroad=read.where.value == "abroad",
                traces=traces(text=read.text, abroad=read.where),
            )
        )
