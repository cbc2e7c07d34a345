"""Many reports become one: figures joined by rule with every source kept, texts gathered with who wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import F

from lantoa.agencies.models import Holding
from lantoa.plans.models import Indicator
from lantoa.refusals import Refusal, marked
from lantoa.reports.models import ConsolidatedFigure, Consolidation, Narrative, Source, Version
from lantoa.reports.queries import parts_by_indicator, plan_words, standing_versions, texts_by_field
from lantoa.reports.rules import Share, joined, may_gather
from lantoa.reports.rules.passages import gathered
from lantoa.rounds.models import Round
from lantoa.rounds.queries import hold_obligations, locked_round
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.acts import record

NOT_YOURS = marked("Chỉ điều phối viên hoặc lãnh đạo của %(asker)s mới tổng hợp được đợt báo cáo này.")
NOTHING = marked("Chưa có cơ quan nào gửi báo cáo nên chưa có gì để tổng hợp.")
ISSUED = marked("Báo cáo tổng hợp này đã ban hành nên không sửa được; hãy lập bản tổng hợp mới.")


@transaction.atomic
def consolidate(*, round: Round, by: Holding, at: datetime) -> Consolidation:
    """Gather what stands: the newest version of each agency, sent or accepted. Who still owes is listed as missing.

    Each call makes a new draft with the next number; issued ones never change, so a late correction is consolidated
    anew.
    """
    round = locked_round(round.pk)
    if not may_gather(round, by):
        raise Refusal("not_yours", NOT_YOURS, asker=round.asker.name)
    hold_obligations(round)
    versions = standing_versions(round)
    if not versions:
        raise Refusal("nothing_to_gather", NOTHING)
    newest = round.consolidations.last()
    whole = Consolidation.objects.create(
        tenant_id=round.tenant_id,
        round=round,
        number=newest.number + 1 if newest else 1,
        title=plan_words(round).title,
        made_at=at,
        made_by=by,
    )
    whole.versions.set(versions)
    whole.missing.set(round.obligations.outstanding())
    _join_figures(whole, versions)
    _gather_texts(whole, versions)
    record("consolidated", whole, by=by, at=at, number=whole.number, versions=[str(version.pk) for version in versions])
    return whole


def _join_figures(whole: Consolidation, versions: list[Version]) -> None:
    parts = parts_by_indicator(versions)
    figures, sources = [], []
    for indicator in Indicator.objects.filter(pk__in=parts):
        result = joined(indicator.over_agencies, parts[indicator.pk])
        if result is None:
            continue
        figure = ConsolidatedFigure(
            tenant_id=whole.tenant_id,
            consolidation=whole,
            indicator=indicator,
            rule=indicator.over_agencies,
            value=result.value,
            unit=indicator.unit,
            qualifier=result.qualifier,
        )
        figures.append(figure)
        sources += [_source(figure, share) for share in result.shares]
    ConsolidatedFigure.objects.bulk_create(figures)
    Source.objects.bulk_create(sources)


def _source(figure: ConsolidatedFigure, share: Share) -> Source:
    return Source(
        tenant_id=figure.tenant_id,
        consolidated=figure,
        version_figure_id=share.part.key,
        value=share.value,
        left_out=share.left_out,
        double_of_id=share.double_of.key if share.double_of else None,
    )


def _gather_texts(whole: Consolidation, versions: list[Version]) -> None:
    Narrative.objects.bulk_create(_narratives(whole, versions))


def _narratives(whole: Consolidation, versions: list[Version]) -> Iterator[Narrative]:
    for field, texts in texts_by_field(versions).items():
        for position, passage in enumerate(gathered(texts), start=1):
            for source in passage.sources:
                yield Narrative(
                    tenant_id=whole.tenant_id,
                    consolidation=whole,
                    field_id=field,
                    source=source,
                    text=passage.text,
                    position=position,
                )


@transaction.atomic
def edit_narrative(*, narrative: Narrative, text: str, by: Holding, at: datetime, seen: int | None) -> Consolidation:
    """Reword one passage of a draft, for all agencies that wrote it; blank leaves it out of the paper.

    `seen` is the version of the consolidation. The sources stay with the passage: their own words are never touched.
    """
    whole = narrative.consolidation
    refuse_stale(whole, seen)
    if not may_gather(whole.round, by):
        raise Refusal("not_yours", NOT_YOURS, asker=whole.round.asker.name)
    if whole.document_id is not None:
        raise Refusal("issued", ISSUED)
    words = " ".join(text.split())
    passage = Narrative.objects.filter(consolidation=whole, field=narrative.field_id, position=narrative.position)
    passage.update(text=words)
    Consolidation.objects.filter(pk=whole.pk).update(version=F("version") + 1)
    whole.refresh_from_db(fields=["version"])
    record("narrative_edited", whole, by=by, at=at, field=narrative.field.key, position=narrative.position)
    return whole
