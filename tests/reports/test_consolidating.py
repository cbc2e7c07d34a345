"""Many reports become one, and every figure of it can be opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.activities.acts import add_evidence, mark_same
from lantoa.activities.models import Activity
from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import Task
from lantoa.refusals import Refusal
from lantoa.reports import acts
from lantoa.reports.checks import faults
from lantoa.reports.models import ConsolidatedFigure, Consolidation, Narrative, Source, Version
from lantoa.reports.queries import answers_of, consolidation_for, figure_for, sources_of
from lantoa.rounds.acts import exempt
from lantoa.rounds.models import Obligation, Round
from tests.universe.rounds import on

Send = Callable[..., Version]
Log = Callable[..., Activity]


def opened(whole: Consolidation, code: str) -> ConsolidatedFigure:
    return whole.figures.get(indicator__code=code)


@pytest.fixture
def event_of_two(
    log: Log, so_vhttdl: Agency, so_tai_chinh: Agency, task: Task, coordinator: Holding
) -> tuple[Activity, Activity]:
    """One event, logged by the lead with 45 attendances and by a coordinating agency with 40."""
    lead = log(so_vhttdl, task, "Ngày hội ở bến cảng", "3/4", luot_nguoi_su_kien=45)
    double = log(so_tai_chinh, task, "Phối hợp ngày hội", "3/4", kind="coordinating", luot_nguoi_su_kien=40)
    mark_same(activity=double, as_of=lead, by=coordinator, at=on("5/4"))
    return lead, double


@pytest.fixture
def whole(
    event_of_two: object, log: Log, send: Send, asked: list[Agency], task: Task, round_open: Round,
    coordinator: Holding, obligations: Mapping[UUID, Obligation],
) -> Consolidation:  # fmt: skip
    """Four answered (one accepted, one nil), one is exempt, one has not sent."""
    culture, finance, press, commune, nil, _silent = asked
    log(finance, task, "Buổi nói chuyện ở chợ", "8/5", luot_nguoi_su_kien=73)
    first = send(culture, on("20/10"), difficulties="Thiếu kinh phí.", bang_ron=(12, "hơn"))
    send(finance, on("21/10"), difficulties="thiếu kinh phí", bang_ron=3, ty_le_biet_asean=Decimal("61.5"))
    send(nil, on("11/11"), nil=True)
    send(commune, on("22/10"), proposals="Cấp thêm loa.", ty_le_biet_asean=40)
    acts.accept(version=first, by=coordinator, at=on("23/10"))
    exempt(obligation=obligations[press.pk], reason="Đang sáp nhập", by=coordinator, at=on("24/10"))
    return acts.consolidate(round=round_open, by=coordinator, at=on("15/11"))


def test_the_event_of_two_counts_once(whole: Consolidation, so_vhttdl: Agency, so_tai_chinh: Agency) -> None:
    figure = opened(whole, "luot-nguoi-su-kien")
    assert figure.value == 118
    breakdown = sources_of(figure)
    assert breakdown.equation == "118 = 73 + 45"
    by_agency = {part.agency: part for part in breakdown.contributions}
    assert by_agency[so_tai_chinh].figure.value == 113
    assert by_agency[so_tai_chinh].left_out == ((Decimal(40), so_vhttdl),)
    assert [given.value for given in by_agency[so_vhttdl].activities] == [45]


def test_the_double_counts_when_the_lead_has_not_reported(
    event_of_two: object, send: Send, so_tai_chinh: Agency, round_open: Round, coordinator: Holding
) -> None:
    send(so_tai_chinh)
    alone = acts.consolidate(round=round_open, by=coordinator, at=on("15/11"))
    assert opened(alone, "luot-nguoi-su-kien").value == 40
    assert not Source.objects.filter(double_of__isnull=False).exists()


def test_qualifiers_are_kept_and_unjoinable_figures_are_not_joined(whole: Consolidation) -> None:
    figure = opened(whole, "bang-ron")
    assert (figure.value, figure.qualifier, figure.unit) == (15, "hơn", "chiếc")
    assert not whole.figures.filter(indicator__code="ty-le-biet-asean").exists()


def test_who_answered_is_kept_with_it(whole: Consolidation, asked: list[Agency]) -> None:
    answers = {answer.agency: answer for answer in answers_of(whole)}
    _culture, finance, press, _commune, nil, silent = asked
    assert answers[finance].version is not None
    assert not answers[finance].late
    assert answers[nil].late
    assert answers[nil].version is not None
    assert answers[nil].version.nil
    assert answers[press].exempt
    assert (answers[silent].version, answers[silent].exempt) == (None, False)
    assert [owed.agency for owed in whole.missing.all()] == [silent]


def test_texts_are_gathered_with_their_sources(whole: Consolidation) -> None:
    difficulties = Narrative.objects.filter(consolidation=whole, field__key="difficulties")
    assert {row.text for row in difficulties} == {"thiếu kinh phí"}
    assert difficulties.count() == 2
    assert len({row.position for row in difficulties}) == 1


def test_rewording_a_passage_keeps_its_sources(whole: Consolidation, coordinator: Holding, reporter: Holding) -> None:
    passage = Narrative.objects.filter(consolidation=whole, field__key="difficulties").first()
    assert passage is not None
    acts.edit_narrative(
        narrative=passage, text="Kinh phí còn thiếu.", by=coordinator, at=on("16/11"), seen=whole.version
    )
    rows = Narrative.objects.filter(consolidation=whole, field__key="difficulties")
    assert {row.text for row in rows} == {"Kinh phí còn thiếu."}
    assert rows.count() == 2
    for seen, by, code in ((1, coordinator, "stale"), (2, reporter, "not_yours")):
        with pytest.raises(Refusal) as refused:
            acts.edit_narrative(narrative=passage, text="x", by=by, at=on("16/11"), seen=seen)
        assert refused.value.code == code


def test_a_late_correction_is_consolidated_anew_and_the_old_one_stays(
    whole: Consolidation, send: Send, so_tai_chinh: Agency, round_open: Round, coordinator: Holding
) -> None:
    before = {figure.indicator.code: figure.value for figure in whole.figures.select_related("indicator")}
    send(so_tai_chinh, on("16/11"), bang_ron=30)
    after = acts.consolidate(round=round_open, by=coordinator, at=on("17/11"))
    assert after.number == whole.number + 1
    assert opened(after, "bang-ron").value == 42
    whole.refresh_from_db()
    assert {figure.indicator.code: figure.value for figure in whole.figures.select_related("indicator")} == before
    untouched = {code for code in before if code != "bang-ron"}
    assert all(opened(after, code).value == before[code] for code in untouched)


def test_a_returned_report_does_not_stand(
    handed_in: Version, send: Send, bao: Agency, round_open: Round, coordinator: Holding
) -> None:
    send(bao, on("21/10"))
    acts.give_back(version=handed_in, reason="Thiếu số liệu", by=coordinator, at=on("22/10"))
    made = acts.consolidate(round=round_open, by=coordinator, at=on("15/11"))
    assert handed_in not in made.versions.all()
    assert handed_in.report.obligation in made.missing.all()


def test_nothing_to_gather_and_nobody_to_gather(round_open: Round, coordinator: Holding, reporter: Holding) -> None:
    for by, code in ((coordinator, "nothing_to_gather"), (reporter, "not_yours")):
        with pytest.raises(Refusal) as refused:
            acts.consolidate(round=round_open, by=by, at=on("15/11"))
        assert refused.value.code == code


def test_a_figure_opens_down_to_the_evidence_at_a_fixed_cost(
    log: Log, send: Send, asked: list[Agency], task: Task, reporters: Mapping[UUID, Holding], round_open: Round,
    coordinator: Holding,
) -> None:  # fmt: skip
    made = log(asked[0], task, "Buổi đầu", tin=1)
    add_evidence(
        activity=made, url="https://haison.example/tin", caption="Tin đã đăng", by=reporters[asked[0].pk], at=on("4/4")
    )
    send(asked[0], on("20/10"))
    small = opened(acts.consolidate(round=round_open, by=coordinator, at=on("21/10")), "tin")
    with CaptureQueriesContext(connection) as few:
        shown = sources_of(small)
    assert shown.contributions[0].activities[0].evidence[0].url == "https://haison.example/tin"
    for agency in asked[1:]:
        for number in range(5):
            log(agency, task, f"Việc {number}", tin=number)
        send(agency, on("20/10"))
    with CaptureQueriesContext(connection) as making:
        large = opened(acts.consolidate(round=round_open, by=coordinator, at=on("22/10")), "tin")
    with CaptureQueriesContext(connection) as many:
        assert len(sources_of(large).contributions) == len(asked)
    assert len(many) == len(few)
    assert len(making) < 40


def test_only_coordinators_and_leaders_of_the_tenant_see_the_whole(
    whole: Consolidation, coordinator: Holding, leader: Holding, reporter: Holding, administrator: Holding
) -> None:
    figure = opened(whole, "tin") if whole.figures.filter(indicator__code="tin").exists() else whole.figures.first()
    assert figure is not None
    for holding in (coordinator, leader):
        assert consolidation_for(holding, whole.pk) == whole
        assert figure_for(holding, figure.pk) == figure
    for holding in (reporter, administrator):
        assert consolidation_for(holding, whole.pk) is None
        assert figure_for(holding, figure.pk) is None


def test_check_finds_nothing_wrong_and_sees_what_was_tampered_with(whole: Consolidation) -> None:
    assert list(faults(whole.tenant)) == []
    figure = opened(whole, "luot-nguoi-su-kien")
    ConsolidatedFigure.objects.filter(pk=figure.pk).update(value=119)
    Version.objects.filter(number=1, nil=True).update(nil=False)
    assert {fault.code for fault in faults(whole.tenant)} == {"whole_not_its_parts", "version_changed"}
