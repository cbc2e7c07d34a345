"""Beginning, filling, sending, returning and accepting a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.activities.acts import edit, mark_same
from lantoa.activities.models import Activity
from lantoa.agencies.models import Agency, Holding
from lantoa.plans.models import Task
from lantoa.refusals import Refusal
from lantoa.reports import acts
from lantoa.reports.models import DraftFigure, Report, Section, Version, VersionSource
from lantoa.reports.queries import activities_behind, report_for, sent_versions, version_for
from lantoa.reports.rules import missing
from lantoa.rounds.acts import close_round
from lantoa.rounds.models import Obligation, Round
from lantoa.trail.queries import history
from tests.universe.rounds import on

Begin = Callable[..., Report]
Send = Callable[..., Version]
Log = Callable[..., Activity]
Reporters = Mapping[UUID, Holding]


def section(report: Report, key: str) -> Section:
    return report.sections.get(field__key=key)


def figure(report: Report, key: str) -> DraftFigure:
    return report.figures.get(field__key=key)


# --- prefilling ------------------------------------------------------------------------------------------------------


def test_figures_are_filled_from_the_window_and_nothing_else(
    log: Log, begin: Begin, so_tai_chinh: Agency, bao: Agency, task: Task
) -> None:
    log(so_tai_chinh, task, "Buổi nói chuyện thứ nhất", "3/4", luot_nguoi_su_kien=45, pa_no=(2, "hơn"))
    log(so_tai_chinh, task, "Buổi nói chuyện thứ hai", "8/11", luot_nguoi_su_kien=73)
    log(so_tai_chinh, task, "Buổi nói chuyện sau kỳ", "9/11", luot_nguoi_su_kien=1000)
    log(bao, task, "Việc của cơ quan khác", "3/4", luot_nguoi_su_kien=500)
    report = begin(so_tai_chinh, on("10/11"))
    assert figure(report, "luot-nguoi-su-kien").value == Decimal(118)
    assert (figure(report, "pa-no").value, figure(report, "pa-no").qualifier) == (2, "hơn")
    assert figure(report, "tin").value is None
    assert len(activities_behind(report)) == 2


def test_an_event_logged_twice_by_one_agency_counts_once(
    log: Log, begin: Begin, so_tai_chinh: Agency, task: Task, coordinator: Holding
) -> None:
    first = log(so_tai_chinh, task, "Ngày hội", luot_nguoi_su_kien=100)
    again = log(so_tai_chinh, task, "Ngày hội (ghi lại)", luot_nguoi_su_kien=100)
    mark_same(activity=again, as_of=first, by=coordinator, at=on("5/4"))
    assert figure(begin(so_tai_chinh), "luot-nguoi-su-kien").value == 100


def test_the_draft_tells_what_the_log_knows(log: Log, begin: Begin, so_tai_chinh: Agency, task: Task) -> None:
    log(so_tai_chinh, task, "Buổi nói chuyện ở cảng cá", "3/4", kind="coordinating", luot_nguoi_su_kien=(45, "hơn"))
    report = begin(so_tai_chinh)
    assert section(report, "direction").text == (
        "Theo Kế hoạch, đơn vị được giao chủ trì 1 nhiệm vụ và phối hợp thực hiện 3 nhiệm vụ. "
        "Trong kỳ, đơn vị đã triển khai hoạt động thuộc 1 nhiệm vụ."
    )
    assert section(report, "results").text.splitlines() == [
        "Trong kỳ, đơn vị đã thực hiện 1 hoạt động.",
        "Nhiệm vụ “Treo pa nô ở bến cảng và quảng trường”: Buổi nói chuyện ở cảng cá "
        "(ngày 03/4/2026; lượt người dự sự kiện, buổi tuyên truyền: hơn 45 lượt người).",
    ]
    assert section(report, "difficulties").text == ""


def test_refilling_keeps_what_a_person_wrote(
    log: Log, begin: Begin, so_tai_chinh: Agency, task: Task, reporters: Reporters
) -> None:
    log(so_tai_chinh, task, "Buổi đầu", luot_nguoi_su_kien=45, pa_no=1)
    report, by = begin(so_tai_chinh), reporters[so_tai_chinh.pk]
    acts.save_figure(figure=figure(report, "pa-no"), value=Decimal(5), by=by, at=on("21/10"), seen=1)
    acts.save_section(section=section(report, "results"), text="Lời của đơn vị", by=by, at=on("21/10"), seen=1)
    log(so_tai_chinh, task, "Buổi sau", "20/10", luot_nguoi_su_kien=73, pa_no=1)
    acts.refill(report=report, by=by, at=on("22/10"))
    assert figure(report, "luot-nguoi-su-kien").value == 118
    assert (figure(report, "pa-no").value, figure(report, "pa-no").prefilled) == (5, 2)
    assert section(report, "results").text == "Lời của đơn vị"
    assert "2 hoạt động" in section(report, "results").prefilled


def test_beginning_twice_is_one_report(begin: Begin, so_tai_chinh: Agency) -> None:
    assert begin(so_tai_chinh) == begin(so_tai_chinh, on("25/10"))
    assert Report.objects.count() == 1


# --- saving ----------------------------------------------------------------------------------------------------------


def test_a_save_on_an_old_version_is_refused_and_changes_nothing(
    begin: Begin, so_tai_chinh: Agency, reporters: Reporters
) -> None:
    report, by = begin(so_tai_chinh), reporters[so_tai_chinh.pk]
    acts.save_section(section=section(report, "next"), text="Bản một", by=by, at=on("21/10"), seen=1)
    with pytest.raises(Refusal) as refused:
        acts.save_section(section=section(report, "next"), text="Bản cũ", by=by, at=on("21/10"), seen=1)
    assert refused.value.code == "stale"
    assert (section(report, "next").text, section(report, "next").version) == ("Bản một", 2)
    with pytest.raises(Refusal):
        acts.save_figure(figure=figure(report, "tin"), value=1, by=by, at=on("21/10"), seen=7)


@pytest.mark.parametrize(
    ("value", "qualifier", "code"),
    [
        (Decimal(-1), "", "not_a_figure"),
        (Decimal("1.5"), "", "not_a_figure"),
        (Decimal("NaN"), "", "not_a_figure"),
        (Decimal(10) ** 13, "", "not_a_figure"),
        (Decimal(1), "rất nhiều", "qualifier"),
    ],
)
def test_a_figure_is_a_count_with_a_known_qualifier(
    begin: Begin, so_tai_chinh: Agency, reporters: Reporters, value: Decimal, qualifier: str, code: str
) -> None:
    report, by = begin(so_tai_chinh), reporters[so_tai_chinh.pk]
    with pytest.raises(Refusal) as refused:
        acts.save_figure(figure=figure(report, "tin"), value=value, qualifier=qualifier, by=by, at=on("21/10"), seen=1)
    assert refused.value.code == code
    assert "%(" not in str(refused.value)
    assert figure(report, "tin").value is None


def test_a_float_is_a_bug(begin: Begin, so_tai_chinh: Agency, reporters: Reporters) -> None:
    report = begin(so_tai_chinh)
    with pytest.raises(TypeError):
        acts.save_figure(
            figure=figure(report, "tin"), value=1.0, by=reporters[so_tai_chinh.pk], at=on("21/10"), seen=1,  # type: ignore[arg-type]
        )  # fmt: skip


# --- sending ---------------------------------------------------------------------------------------------------------


def test_sending_freezes_what_is_written_with_what_is_behind_it(
    log: Log, send: Send, so_tai_chinh: Agency, task: Task
) -> None:
    log(so_tai_chinh, task, "Buổi đầu", luot_nguoi_su_kien=45)
    log(so_tai_chinh, task, "Buổi sau", luot_nguoi_su_kien=73)
    version = send(so_tai_chinh, luot_nguoi_su_kien=(120, "hơn"), difficulties="Thiếu xe")
    sent = version.figures.get(indicator__code="luot-nguoi-su-kien")
    assert (sent.value, sent.qualifier, sent.unit) == (120, "hơn", "lượt người")
    assert (sent.period_from, sent.period_to) == (date(2026, 1, 1), date(2026, 11, 8))
    assert sorted(sent.sources.values_list("value", flat=True)) == [45, 73]
    assert version.sections.get(field__key="difficulties").text == "Thiếu xe"
    assert not version.sections.filter(field__key="evaluation").exists()
    assert version.report.obligation.round.obligations.get(agency=so_tai_chinh).state == Obligation.State.SUBMITTED
    assert [entry.verb for entry in history(version)] == ["report_handed_in"]


def test_pressing_send_twice_makes_one_report(
    send: Send, begin: Begin, so_tai_chinh: Agency, reporters: Reporters
) -> None:
    first = send(so_tai_chinh, key="a-key")
    again = acts.hand_in(
        report=begin(so_tai_chinh), submission_key="a-key", by=reporters[so_tai_chinh.pk], at=on("21/10")
    )
    unchanged = acts.hand_in(
        report=begin(so_tai_chinh), submission_key="other", by=reporters[so_tai_chinh.pk], at=on("21/10")
    )
    assert first == again == unchanged
    assert first.receipt.startswith("BC-")
    assert Version.objects.count() == 1


def test_what_is_sent_again_before_acceptance_is_a_new_version(send: Send, so_tai_chinh: Agency) -> None:
    first = send(so_tai_chinh, on("20/10"), difficulties="Một")
    second = send(so_tai_chinh, on("21/10"), difficulties="Hai")
    assert (first.number, second.number) == (1, 2)
    assert first.content_hash != second.content_hash
    assert first.sections.get(field__key="difficulties").text == "Một"


def test_an_incomplete_report_is_refused_and_stays_a_draft(
    begin: Begin, so_tai_chinh: Agency, reporters: Reporters, obligations: Mapping[UUID, Obligation]
) -> None:
    report, by = begin(so_tai_chinh), reporters[so_tai_chinh.pk]
    acts.save_section(section=section(report, "results"), text=" ", by=by, at=on("21/10"), seen=1)
    report = begin(so_tai_chinh)
    assert [str(lack) for lack in missing(report)] == ["“Kết quả thực hiện” đang để trống."]
    with pytest.raises(Refusal) as refused:
        acts.hand_in(report=report, submission_key="k", by=by, at=on("22/10"))
    assert (refused.value.code, refused.value.field) == ("incomplete", "results")
    obligations[so_tai_chinh.pk].refresh_from_db()
    assert obligations[so_tai_chinh.pk].state == Obligation.State.OPEN
    assert not Version.objects.exists()


def test_a_nil_report_is_a_report(
    send: Send, log: Log, communes: list[Agency], task: Task, reporters: Reporters
) -> None:
    log(communes[0], task, "Chưa tính vào kỳ này", pa_no=3)
    version = send(communes[0], nil=True)
    assert version.nil
    assert not version.sections.exists()
    assert not version.figures.exists()
    with pytest.raises(Refusal) as refused:
        acts.save_figure(
            figure=figure(version.report, "tin"), value=1, by=reporters[communes[0].pk], at=on("21/10"), seen=1
        )
    assert refused.value.code == "nil"


def test_a_report_can_be_sent_late(send: Send, bao: Agency) -> None:
    version = send(bao, on("15/12"))
    assert version.handed_in_at == on("15/12")


def test_only_the_agency_itself_writes_and_sends(
    begin: Begin, so_tai_chinh: Agency, other_reporter: Holding, coordinator: Holding
) -> None:
    report = begin(so_tai_chinh)
    for stranger in (other_reporter, coordinator):
        with pytest.raises(Refusal) as refused:
            acts.save_section(section=section(report, "next"), text="x", by=stranger, at=on("21/10"), seen=1)
        assert refused.value.code == "not_writable"
        with pytest.raises(Refusal) as refused:
            acts.hand_in(report=report, submission_key="k", by=stranger, at=on("21/10"))
        assert refused.value.code == "others"


# --- judging ---------------------------------------------------------------------------------------------------------


def test_returned_completed_accepted(
    send: Send, so_tai_chinh: Agency, coordinator: Holding, round_open: Round, reporter: Holding
) -> None:
    first = send(so_tai_chinh, on("20/10"))
    difficulties = first.report.obligation.round.form.fields.get(key="difficulties")
    acts.give_back(version=first, reason="Nêu rõ khó khăn", field=difficulties, by=coordinator, at=on("22/10"))
    second = send(so_tai_chinh, on("23/10"), difficulties="Thiếu xe đi xã")
    with pytest.raises(Refusal) as refused:
        acts.accept(version=first, by=coordinator, at=on("24/10"))
    assert refused.value.code == "replaced"
    acts.accept(version=second, by=coordinator, at=on("24/10"))
    obligation = Obligation.objects.get(pk=first.report.obligation_id)
    assert (obligation.state, obligation.accepted_by) == (Obligation.State.ACCEPTED, coordinator)
    assert sent_versions(round_open)[obligation.pk].count == 2
    with pytest.raises(Refusal) as refused:
        send(so_tai_chinh, on("25/10"), difficulties="Muộn")
    assert refused.value.code == "not_writable"


def test_a_return_has_a_reason_and_comes_from_the_asker(
    send: Send, so_tai_chinh: Agency, coordinator: Holding, reporter: Holding
) -> None:
    version = send(so_tai_chinh)
    for reason, by, code in ((" ", coordinator, "no_reason"), ("Vì sao", reporter, "not_yours")):
        with pytest.raises(Refusal) as refused:
            acts.give_back(version=version, reason=reason, by=by, at=on("22/10"))
        assert refused.value.code == code
    assert not version.returns.exists()


def test_an_accepted_report_can_still_be_returned_for_a_correction(
    send: Send, so_tai_chinh: Agency, coordinator: Holding
) -> None:
    version = send(so_tai_chinh)
    acts.accept(version=version, by=coordinator, at=on("21/10"))
    acts.give_back(version=version, reason="Số liệu trùng", by=coordinator, at=on("25/10"))
    again = send(so_tai_chinh, on("26/10"), tin=4)
    assert again.number == 2


def test_nothing_is_sent_after_closing(
    begin: Begin, so_tai_chinh: Agency, round_open: Round, coordinator: Holding, reporters: Reporters
) -> None:
    report = begin(so_tai_chinh)
    close_round(round=round_open, by=coordinator, at=on("20/12"))
    with pytest.raises(Refusal) as refused:
        acts.hand_in(report=report, submission_key="k", by=reporters[so_tai_chinh.pk], at=on("21/12"))
    assert refused.value.code == "closed"


# --- who sees what, at what cost -------------------------------------------------------------------------------------


def test_another_agencys_report_is_not_there(handed_in: Version, reporter: Holding, other_reporter: Holding) -> None:
    assert report_for(reporter, handed_in.report_id) == handed_in.report
    assert version_for(reporter, handed_in.pk) == handed_in
    assert report_for(other_reporter, handed_in.report_id) is None
    assert version_for(other_reporter, handed_in.pk) is None


def test_beginning_and_sending_cost_the_same_however_much_was_logged(
    log: Log, begin: Begin, so_tai_chinh: Agency, bao: Agency, task: Task, reporters: Reporters
) -> None:
    costs: list[Any] = []
    log(bao, task, "Một việc", tin=1)
    for number in range(30):
        log(so_tai_chinh, task, f"Việc số {number}", tin=1, bai=2)
    for agency in (bao, so_tai_chinh):
        with CaptureQueriesContext(connection) as beginning:
            report = begin(agency)
        with CaptureQueriesContext(connection) as sending:
            acts.hand_in(report=report, submission_key="k", by=reporters[agency.pk], at=on("22/10"))
        costs.append((len(beginning), len(sending)))
    assert costs[0] == costs[1]
    assert VersionSource.objects.count() == 61


def test_an_activity_may_be_edited_after_it_was_reported(
    log: Log, send: Send, so_tai_chinh: Agency, task: Task, reporters: Reporters
) -> None:
    made = log(so_tai_chinh, task, "Buổi đầu", tin=3)
    version = send(so_tai_chinh)
    edit(activity=made, figures=(), by=reporters[so_tai_chinh.pk], at=on("25/10"), seen=made.version)
    sent = version.figures.get(indicator__code="tin")
    assert sent.value == 3
    assert [(edge.activity, edge.value) for edge in sent.sources.all()] == [(made, 3)]
