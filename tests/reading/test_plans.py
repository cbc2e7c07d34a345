"""Three invented plans of different shapes, read whole: a Party committee's, a department's, one behind a decision."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from examples.hai_son import PLAN
from lantoa.papers.writers.docx import write_docx
from lantoa.reading import PlanDraft, read_plan
from lantoa.reading.draft import Body
from tests.reading.tracing import count, untraced

PLANS = Path(__file__).parent / "plans"


@cache
def draft(name: str) -> PlanDraft:
    return read_plan(PLANS / f"{name}.txt")


def names(bodies: Iterable[Body]) -> list[str | None]:
    return [body.name.value for body in bodies]


@pytest.mark.parametrize("name", ["party", "department", "decision"])
def test_every_value_is_traced(name: str) -> None:
    assert count(draft(name)) > 30
    assert untraced(draft(name)) == []


def test_every_value_of_a_word_file_is_traced() -> None:
    found = read_plan(write_docx(PLAN))
    assert found.tasks
    assert untraced(found) == []


def test_both_forms_of_the_example_read_the_same() -> None:
    folder = Path(__file__).parents[2] / "examples"
    text, word = (read_plan(folder / f"ke-hoach-hai-son-2026.{kind}") for kind in ("txt", "docx"))
    assert [task.content.value for task in text.tasks] == [task.content.value for task in word.tasks]
    assert [duty.due.value for duty in text.report_duties] == [duty.due.value for duty in word.report_duties]
    assert text.number.value == word.number.value


def test_particulars_of_a_party_paper() -> None:
    found = draft("party")
    assert (found.number.value, found.symbol.value) == ("25", "25-KH/BTGDVTU")
    assert found.issuing_body.value == "Ban Tuyên giáo và Dân vận Tỉnh ủy Hải Sơn"
    assert [basis.number.value for basis in found.legal_bases] == ["155/QĐ-TTg", "59-NQ/TW", "30/2021/NĐ-CP"]
    assert found.signatory is not None
    assert (found.signatory.capacity.value, found.signatory.name.value) == ("K/T TRƯỞNG BAN", "Họ Và Tên")


def test_contents_of_a_party_paper() -> None:
    found = draft("party")
    assert [theme.path for theme in found.themes] == ["B.I.1", "B.I.2"]
    assert [pillar.value for pillar in found.themes[0].pillars] == ["economic"]
    assert [audience.where.value for audience in found.audiences] == ["home", "abroad"]
    assert [(str(phase.start.value), str(phase.end.value)) for phase in found.phases] == [("2026-03-01", "2026-12-31")]
    assert len(found.objectives) == len(found.requirements) == 1


def test_a_heading_that_names_a_body_speaks_for_what_stands_below() -> None:
    first, second, third, fourth = draft("party").assignments
    assert names(first.lead) == names(second.lead) == ["Ban Tuyên giáo và Dân vận Tỉnh ủy"]
    assert names(first.coordinating) == ["Sở Văn hóa, Thể thao và Du lịch", "các cơ quan báo chí"]
    assert str(second.time.end.value) == "2026-12-14"
    assert (names(third.lead), names(third.coordinating)) == (["Đảng ủy Ủy ban nhân dân tỉnh"], ["các sở, ban, ngành"])
    assert fourth.asked
    assert names(fourth.lead) == []


def test_a_duty_with_two_rhythms_is_two() -> None:
    once, half, year = draft("party").report_duties
    assert (once.frequency.value, once.due.value, once.exclusive) == ("once", "2026-12-15", True)
    assert (half.frequency.value, half.due.value) == ("six-monthly", None)
    assert (year.frequency.value, year.due.value, year.exclusive) == ("yearly", "12-10", True)
    assert names(half.who) == names(year.who) == ["Các đảng ủy trực thuộc"]


def test_tasks_in_prose() -> None:
    film, week = draft("department").tasks
    assert names(film.lead) == ["Trung tâm Xúc tiến Du lịch"]
    assert names(film.coordinating) == ["Báo và Phát thanh, Truyền hình Hải Sơn", "UBND các xã, phường, đặc khu"]
    assert (str(film.time.start.value), str(film.time.end.value)) == ("2026-04-01", "2026-06-30")
    assert week.time.recurring
    assert week.time.exclusive


def test_phases_of_a_long_plan() -> None:
    phases = [(str(phase.start.value), str(phase.end.value)) for phase in draft("department").phases]
    assert phases == [("2026-01-01", "2027-12-31"), ("2028-01-01", "2030-12-31")]


def test_reports_go_through_and_are_passed_on() -> None:
    monthly, yearly, quarterly, difficulty = draft("department").report_duties
    assert monthly.frequency.value == "monthly"
    assert (yearly.due.value, yearly.exclusive) == ("11-25", False)
    assert names(yearly.through) == ["Phòng Quản lý Du lịch"]
    assert names(yearly.consolidated_to) == ["UBND tỉnh"]
    assert (quarterly.frequency.value, names(quarterly.who)) == ("quarterly", ["Các đơn vị thuộc Sở"])
    assert difficulty.frequency.value == "event: difficulty"


def test_estimates_and_sources_of_money() -> None:
    (duty,) = draft("department").budget_duties
    assert (names(duty.who), names(duty.to)) == (["các đơn vị"], ["Phòng Kế hoạch - Tài chính"])
    assert (names(duty.consolidated_to), duty.frequency.value) == (["Giám đốc Sở"], "yearly")
    sources = [source.value for source in draft("department").funding_sources]
    assert sources == ["ngân sách tỉnh", "nguồn xã hội hóa", "các nguồn hợp pháp khác"]


def test_lead_and_coordinators_in_one_column() -> None:
    film, contest = draft("decision").tasks
    assert (names(film.lead), names(film.coordinating)) == (["Sở Ngoại vụ"], ["Sở Tài chính", "Công an tỉnh"])
    assert str(film.time.end.value) == "2026-03-31"
    assert (str(contest.time.start.value), str(contest.time.end.value)) == ("2026-07-01", "2026-08-31")
    assert [note.value for note in contest.notes] == ["Cấp tỉnh"]


def test_a_decision_and_the_plan_behind_it_are_read_together() -> None:
    found = draft("decision")
    assert found.doc_type.value == "Quyết định"
    assert len(found.themes) == 2
    assert names(found.assignments[0].lead) == ["Sở Văn hóa, Thể thao và Du lịch"]
    assert not any("thi hành" in (item.text.value or "") for item in found.assignments)
    assert [duty.due.value for duty in found.report_duties] == ["2026-12-05"]
    assert found.legal_bases[0].number.value == "72/2025/QH15"
    assert found.legal_bases[0].name.value == "Luật Tổ chức chính quyền địa phương"
