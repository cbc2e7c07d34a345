"""Taking a plan in: the draft that was read from a registered paper becomes the rows of a plan."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from lantoa.documents.acts import cite, complete
from lantoa.documents.models import Document
from lantoa.files.queries import content
from lantoa.papers.anatomy import recognise
from lantoa.papers.cage import open_in_cage
from lantoa.papers.tree import Paper
from lantoa.plans.intake.bodies import Register
from lantoa.plans.intake.clauses import clauses_of
from lantoa.plans.intake.duties import add_budget_duties, add_report_duties
from lantoa.plans.intake.findings import add_findings
from lantoa.plans.intake.points import Points
from lantoa.plans.intake.rows import Rows, ask_about_the_unsure
from lantoa.plans.intake.substance import add_audiences, add_bases, add_phases, add_themes
from lantoa.plans.intake.tasks import add_tasks
from lantoa.plans.intake.traces import fitted, traces
from lantoa.plans.models import Pillar, Plan, Theme
from lantoa.plans.rules import refuse_stranger
from lantoa.plans.standards import standard_pillars
from lantoa.reading.draft import PlanDraft
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import Actor
from lantoa.trail.acts import record

TAKEN_IN = marked("Văn bản này đã được nhập thành kế hoạch “%(title)s”; hãy mở kế hoạch đó để xem và sửa.")


@transaction.atomic
def take_in(*, draft: PlanDraft, document: Document, by: Actor, at: datetime, paper: Paper | None = None) -> Plan:
    """Make a plan of a draft, with its holes: every row remembers where it was read, and what is missing, unsure or
    contradicts a source becomes a review point. No agency is entered here; a body nobody knows stays open.

    `paper` is what the draft was read from; without it the document's file (else its text) is opened again.
    Refuses a paper that was taken in before. ValueError when the draft was not read from the document's text.
    """
    refuse_stranger(document, by)
    _refuse_a_second_time(document)
    paper = paper or _paper_of(document)
    if not draft.text == document.text == paper.text:
        raise ValueError("the draft was not read from this document")
    rows = _rows(draft, document, paper)
    _complete(draft, rows.plan, by, at)
    _cite(draft, rows, by, at)
    _save(rows)
    found = {"tasks": len(rows.tasks), "parts": len(rows.parts), "points": len(rows.points.rows)}
    record("plan_taken_in", rows.plan, by=by, at=at, document=document.pk, title=rows.plan.title, **found)
    return rows.plan


def _refuse_a_second_time(document: Document) -> None:
    same = Q(document=document)
    if document.file_id:
        same |= Q(document__file=document.file_id)
    if taken := Plan.objects.filter(same, tenant=document.tenant_id).first():
        raise Refusal("already_taken_in", TAKEN_IN, title=taken.title)


def _paper_of(document: Document) -> Paper:
    source = content(document.file) if document.file else document.text.encode()
    return recognise(open_in_cage(source, document.file.name if document.file else document.title))


def _rows(draft: PlanDraft, document: Document, paper: Paper) -> Rows:
    """Everything that will be saved, built and asked about."""
    on = draft.date.value.latest() if draft.date.value else None
    register = Register(document.tenant, on)
    plan = Plan(
        tenant=document.tenant, document=document, title=draft.title.value or "",
        issuer=register.agency(draft.issuing_body.value),
        traces=traces(title=draft.title, symbol=draft.symbol, dated=draft.date, issuer=draft.issuing_body),
    )  # fmt: skip
    rows = Rows(plan, clauses_of(paper, plan), register, Points(plan))
    if not plan.title:
        rows.points.hole(plan, "title")
    if draft.issuing_body and plan.issuer is None:
        rows.points.hole(plan, "issuer", draft.issuing_body.span)
    add_bases(rows, draft)
    add_phases(rows, draft)
    add_themes(rows, draft)
    add_audiences(rows, draft)
    add_tasks(rows, draft)
    add_report_duties(rows, draft)
    add_budget_duties(rows, draft)
    add_findings(rows, draft)
    ask_about_the_unsure(rows)
    return rows


def _complete(draft: PlanDraft, plan: Plan, by: Actor, at: datetime) -> None:
    """Write on the register what the reader found elsewhere than in the head, such as in the caption of an annex."""
    read = {
        "number": draft.number.value,
        "symbol": draft.symbol.value,
        "dated": str(draft.date.value or ""),
        "place": draft.place.value,
        "issuer_name": draft.issuing_body.value,
    }
    new = {name: value for name, value in read.items() if value and value != getattr(plan.document, name)}
    if new or (plan.issuer and plan.issuer != plan.document.issuer):
        complete(document=plan.document, issuer=plan.issuer, by=by, at=at, **new)


def _cite(draft: PlanDraft, rows: Rows, by: Actor, at: datetime) -> None:
    """Enter every paper the plan rests on in the register, dated as the plan cites it."""
    for basis, read in zip(rows.bases, draft.legal_bases, strict=True):
        if basis.number or basis.name:
            dated = str(read.date.value or "")
            basis.document = cite(
                tenant=rows.plan.tenant, number=basis.number, dated=dated, name=basis.name, by=by, at=at
            )


def _save(rows: Rows) -> None:
    rows.plan.save(force_insert=True)
    for kind in (rows.clauses.rows, *rows.read(), rows.points.rows):
        for row in kind:
            fitted(row)
        if kind:
            type(kind[0])._default_manager.bulk_create(kind)
    _tag(rows)


def _tag(rows: Rows) -> None:
    """Tie each theme to the pillars it names."""
    if not any(rows.pillars):
        return
    pillars = _pillars(rows.plan.tenant)
    through = Theme.pillars.through
    through.objects.bulk_create(
        through(theme_id=theme.pk, pillar_id=pillars[code].pk)
        for theme, codes in zip(rows.themes, rows.pillars, strict=True)
        for code in codes
    )


def _pillars(tenant: Tenant) -> dict[str, Pillar]:
    """The pillars of a province by code; entered when a plan first names one."""
    for position, standard in enumerate(standard_pillars()):
        Pillar.objects.get_or_create(
            tenant=tenant, code=standard.code, defaults={"name": standard.name, "position": position}
        )
    return {pillar.code: pillar for pillar in Pillar.objects.filter(tenant=tenant)}
