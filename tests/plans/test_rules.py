"""Days, classes, emphasis, terms, answers: decisions without a database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lantoa.plans.answers import Due, choice_of, day_of, due_of, partial_date_of, symbol_of, time_of
from lantoa.plans.intake.traces import in_order
from lantoa.plans.models import Phase, ReportDuty, Rhythm
from lantoa.plans.rules import duty_day, is_open_class, term_of, weight_of
from lantoa.reading.draft import Read
from lantoa.refusals import Refusal
from lantoa.viet.dates import PartialDate


@pytest.mark.parametrize(
    ("duty", "year", "day"),
    [
        (ReportDuty(due_day=10, due_month=12), 2026, date(2026, 12, 10)),
        (ReportDuty(due_day=29, due_month=2), 2027, date(2027, 2, 28)),
        (ReportDuty(due_day=29, due_month=2), 2028, date(2028, 2, 29)),
        (ReportDuty(due_on=date(2026, 11, 10)), 2026, date(2026, 11, 10)),
        (ReportDuty(due_on=date(2026, 11, 10)), 2027, None),
        (ReportDuty(), 2026, None),
    ],
)
def test_the_day_of_a_duty(duty: ReportDuty, year: int, day: date | None) -> None:
    assert duty_day(duty, year) == day


@pytest.mark.parametrize(
    "named",
    ["các sở, ban ngành liên quan", "Sở, ban ngành tỉnh liên quan", "đơn vị có liên quan", "các đơn vị", "Các cơ quan, đơn vị",
     "các cơ quan, đơn vị, địa phương"],
)  # fmt: skip
def test_an_open_class_cannot_be_listed(named: str) -> None:
    assert is_open_class(named)


@pytest.mark.parametrize(
    "named", ["Sở Tài chính", "UBND các xã, phường", "Các sở, ban, ngành", "cơ quan báo chí trong tỉnh", "Báo Hải Sơn"]
)
def test_an_agency_or_a_group_is_no_open_class(named: str) -> None:
    assert not is_open_class(named)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Ưu tiên giới thiệu nghề cá", "2"),
        ("Đẩy mạnh giới thiệu nghề cá", "1.5"),
        ("Giới thiệu nghề cá; nhấn mạnh lợi ích", "1.5"),
        ("Đẩy mạnh truyền thông, trọng tâm là nghề cá", "2"),
        ("Giới thiệu nghề cá", "1"),
    ],
)
def test_a_theme_weighs_what_the_plan_s_words_say(text: str, weight: str) -> None:
    assert weight_of(text) == Decimal(weight)


def test_the_term_runs_from_the_first_phase_to_the_last() -> None:
    first = Phase(starts_on=date(2026, 1, 1), ends_on=date(2027, 12, 31))
    last = Phase(starts_on=date(2028, 1, 1), ends_on=date(2030, 12, 31))
    assert term_of([last, first], None) == (date(2026, 1, 1), date(2030, 12, 31))
    assert term_of([first, Phase(starts_on=date(2028, 1, 1))], None) == (date(2026, 1, 1), None)
    assert term_of([Phase(ends_on=date(2027, 12, 31))], date(2026, 3, 2)) == (date(2026, 3, 2), date(2027, 12, 31))
    assert term_of([Phase(ends_on=date(2027, 12, 31))], None) == (None, date(2027, 12, 31))
    assert term_of([], date(2026, 3, 2)) == (None, None)


@pytest.mark.parametrize(
    ("answer", "date_read"),
    [
        ("30/8/2026", PartialDate(2026, 8, 30)),
        ("ngày 30 tháng 8 năm 2026", PartialDate(2026, 8, 30)),
        ("2026-08-30", PartialDate(2026, 8, 30)),
        ("8/2026", PartialDate(2026, 8)),
        ("tháng 8 năm 2026", PartialDate(2026, 8)),
        ("2026", PartialDate(2026)),
    ],
)
def test_dates_are_read_as_people_type_them(answer: str, date_read: PartialDate) -> None:
    assert partial_date_of(answer) == date_read


@pytest.mark.parametrize("answer", ["8/2026", "2026", "30/13/2026", "mai", "30/8/2026 hoặc 31/8/2026"])
def test_a_whole_day_is_wanted(answer: str) -> None:
    with pytest.raises(Refusal) as refusal:
        day_of(answer)
    assert refusal.value.code == "answer_no_day"


@pytest.mark.parametrize(
    ("answer", "due"),
    [
        ("10/12", Due(10, 12, None, False)),
        ("ngày 10/12 hằng năm", Due(10, 12, None, False)),
        ("trước ngày 10/11 hằng năm", Due(10, 11, None, True)),
        ("trước ngày 10/11", Due(10, 11, None, True)),
        ("10/12/2026", Due(None, None, date(2026, 12, 10), False)),
        ("chậm nhất ngày 25/11/2026", Due(None, None, date(2026, 11, 25), False)),
        ("trước ngày 25/11/2026", Due(None, None, date(2026, 11, 25), True)),
        ("2026-11-25", Due(None, None, date(2026, 11, 25), False)),
    ],
)
def test_the_day_of_a_duty_is_read_as_people_type_it(answer: str, due: Due) -> None:
    assert due_of(answer) == due


@pytest.mark.parametrize(
    ("answer", "known", "whole"),
    [
        ("39", "/KH-UBND", ("39", "39/KH-UBND")),
        ("39/KH-UBND", "", ("39", "39/KH-UBND")),
        ("39 /KH-UBND", "/KH-UBND", ("39", "39/KH-UBND")),
        ("39", "", ("39", "39")),
    ],
)
def test_a_number_joins_the_symbol_that_is_known(answer: str, known: str, whole: tuple[str, str]) -> None:
    assert symbol_of(answer, known) == whole


def test_a_choice_is_given_by_its_word() -> None:
    assert choice_of("Hằng năm", Rhythm.choices) == "yearly"
    assert choice_of("yearly", Rhythm.choices) == "yearly"
    with pytest.raises(Refusal, match="Hằng quý"):
        choice_of("thỉnh thoảng", Rhythm.choices)


def test_a_time_borrows_its_year_from_the_paper() -> None:
    assert time_of("Quý I", PartialDate(2026, 1)).start == date(2026, 1, 1)
    with pytest.raises(Refusal):
        time_of("lúc nào rảnh", None)


def test_days_that_contradict_each_other_are_left_open() -> None:
    early, late = Read(date(2026, 1, 1)), Read(date(2026, 12, 31))
    assert in_order(early, late) == {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}
    assert in_order(late, early) == {"starts_on": None, "ends_on": None}
