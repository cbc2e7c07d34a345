"""Dates in papers, whole and partial."""

import datetime
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.viet.dates import PartialDate, as_official, as_short, find_dates, parse_iso

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("ngày 13 tháng 7 năm 2021", "2021-07-13"),
        ("Ngày 05 tháng 01 năm 2020", "2020-01-05"),
        ("ngày tháng 12 năm 2021", "2021-12"),
        ("ngày     tháng 12 năm 2021", "2021-12"),
        ("ngày ..... tháng 12 năm 2021", "2021-12"),
        ("ngày … tháng … năm 2026", "2026"),
        ("ngày   tháng   năm 2026", "2026"),
        ("ngày 09tháng 6 năm 2015", "2015-06-09"),
        ("ngày\n08 tháng\n01 năm 2023", "2023-01-08"),
        ("ngày      26\ntháng 8 năm 2024", "2024-08-26"),
        ("13/7/2021", "2021-07-13"),
        ("13/07/2021", "2021-07-13"),
        ("13-7-2021", "2021-07-13"),
        ("13.7.2021", "2021-07-13"),
        ("13 / 7 / 2021", "2021-07-13"),
        ("ngày     /4/2026", "2026-04"),
        ("tháng 10/2021", "2021-10"),
        ("tháng 10 năm 2021", "2021-10"),
        ("NGÀY 30 THÁNG 4 NĂM 2026", "2026-04-30"),
        ("29/02/2024", "2024-02-29"),
    ],
)
def test_one_date(text: str, iso: str) -> None:
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, f"Hải Sơn, {text} của")  # type: ignore[arg-type]
        [found] = find_dates(written)
        assert str(found.date) == iso
        assert written[found.start : found.end] == found.raw


@pytest.mark.parametrize(
    "text",
    [
        "ngày 31 tháng 2 năm 2021",
        "31/02/2021",
        "29/02/2023",
        "ngày 12 tháng 13 năm 2021",
        "45/12/2021",
        "số 12/7/2021/QĐ-UBND",
        "ngày 28 tháng 7",
        "8/8",
        "1.234.567 đồng",
        "Nghị định số 30/2020/NĐ-CP",
        "điện thoại 0912.345.678",
        "",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_dates_come_in_order_with_their_ranges() -> None:
    text = "Quyết định số 5/QĐ-UBND ngày 03/2/2026 và Kế hoạch ngày 15 tháng 3 năm 2026; tháng 9/2026 sơ kết."
    found = find_dates(text)
    assert [str(f.date) for f in found] == ["2026-02-03", "2026-03-15", "2026-09"]
    assert [text[f.start : f.end] for f in found] == ["03/2/2026", "ngày 15 tháng 3 năm 2026", "tháng 9/2026"]


def test_official_form_follows_the_decree() -> None:
    assert as_official(datetime.date(2020, 1, 5)) == "ngày 05 tháng 01 năm 2020"
    assert as_official(PartialDate(2026, 12, 10)) == "ngày 10 tháng 12 năm 2026"
    assert as_official(PartialDate(2026, 3, 9)) == "ngày 09 tháng 3 năm 2026"
    assert as_official(PartialDate(2021, 12)) == "ngày     tháng 12 năm 2021"
    assert as_official(PartialDate(2021)) == "ngày     tháng     năm 2021"


@given(DAYS)
def test_official_and_short_forms_read_back(day: datetime.date) -> None:
    for written in (as_official(day), as_short(day)):
        [found] = find_dates(written)
        assert found.date.full() == day
        assert found.raw == written


@given(st.builds(PartialDate, st.integers(1900, 2199), st.integers(1, 12)))
def test_a_blank_day_reads_back(month: PartialDate) -> None:
    assert [found.date for found in find_dates(as_official(month))] == [month]
    assert parse_iso(str(month)) == month


@given(st.text())
def test_ranges_hold_what_was_found(text: str) -> None:
    for found in find_dates(text + " ngày 1/2/2026 " + text):
        assert (text + " ngày 1/2/2026 " + text)[found.start : found.end] == found.raw


def test_short_form() -> None:
    assert as_short(datetime.date(2026, 12, 10)) == "10/12/2026"
    assert as_short(datetime.date(2026, 1, 5)) == "05/01/2026"


def test_bounds_of_a_partial_date() -> None:
    assert PartialDate(2024, 2).full() is None
    assert PartialDate(2024, 2).earliest() == datetime.date(2024, 2, 1)
    assert PartialDate(2024, 2).latest() == datetime.date(2024, 2, 29)
    assert PartialDate(2026).latest() == datetime.date(2026, 12, 31)
    assert PartialDate(2026, 5, 7).earliest() == PartialDate(2026, 5, 7).latest() == datetime.date(2026, 5, 7)


def test_iso() -> None:
    assert parse_iso("2021-12") == PartialDate(2021, 12)
    assert parse_iso("2021") == PartialDate(2021)
    for wrong in ("2021-13", "2021-02-30", "12-2021", "", "2021-1-1"):
        with pytest.raises(ValueError, match="not an ISO date"):
            parse_iso(wrong)
