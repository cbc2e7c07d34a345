"""Days, figures and statuses in the words of an office; fields that read them back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from lantoa.activities.models import Evidence
from lantoa.materials.models import Material
from lantoa.plans.models import Plan, ReviewPoint
from lantoa.rounds.models import Obligation
from lantoa.rounds.rules import Standing
from lantoa.web.days import amount, at_clock, time_left, with_weekday
from lantoa.web.forms import AmountField, DayField
from lantoa.web.statuses import LOOKS, PLAIN, look_of
from lantoa.web.templatetags.pieces import face_date, span, status


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 12, 10), "Thứ năm 10/12/2026"),
        (date(2026, 11, 22), "Chủ nhật 22/11/2026"),
        (date(2026, 2, 2), "Thứ hai 02/02/2026"),
    ],
)
def test_a_day_has_its_weekday(day: date, said: str) -> None:
    assert with_weekday(day) == said


@pytest.mark.parametrize(
    ("days", "said"), [(18, "còn 18 ngày"), (1, "còn 1 ngày"), (0, "hôm nay"), (-3, "quá hạn 3 ngày")]
)
def test_the_days_left_are_counted(days: int, said: str) -> None:
    assert time_left(date.fromordinal(date(2026, 11, 22).toordinal() + days), date(2026, 11, 22)) == said


def test_an_instant_is_told_in_viet_nam() -> None:
    assert at_clock(datetime(2026, 12, 9, 17, 5, tzinfo=UTC)) == "00:05 ngày 10/12/2026"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Decimal("1234567.8900"), "1.234.567,89"),
        (Decimal("120.0000"), "120"),
        (Decimal("1000"), "1.000"),
        (Decimal("0.0000"), "0"),
        (7, "7"),
        (None, ""),
    ],
)
def test_a_figure_shows_the_decimals_that_matter(value: Decimal | int | None, said: str) -> None:
    assert amount(value) == said


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("10/12/2026", date(2026, 12, 10)),
        ("1-9-26", date(2026, 9, 1)),
        ("01.09.2026", date(2026, 9, 1)),
        (" 2026-09-01 ", date(2026, 9, 1)),
    ],
)
def test_a_day_is_read_as_officers_type_it(typed: str, day: date) -> None:
    assert DayField().clean(typed) == day


@pytest.mark.parametrize("typed", ["31/2/2026", "10/13/2026", "mai", "10/12", "2026"])
def test_what_is_no_day_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValidationError, match="hãy"):
        DayField().clean(typed)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1.234,5", Decimal("1234.5")), ("1250", Decimal(1250)), ("0", Decimal(0)), (" 7 ", Decimal(7))],
)
def test_a_figure_is_read_as_offices_write_it(typed: str, value: Decimal) -> None:
    assert AmountField().clean(typed) == value


@pytest.mark.parametrize("typed", ["1.5", "nhiều", "-3", "1,23456", "1" * 16, "1e5"])
def test_what_is_no_figure_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValidationError, match="hãy"):
        AmountField().clean(typed)


def test_a_field_shows_what_it_reads() -> None:
    assert DayField().prepare_value(date(2026, 9, 1)) == "01/9/2026"
    assert AmountField().prepare_value(Decimal("1234.5000")) == "1.234,5"
    assert DayField().prepare_value("mai") == "mai"


def test_every_status_has_a_look_of_its_own() -> None:
    known = [*Plan.Status, *ReviewPoint.State, *Obligation.State, *Standing, *Material.Status]
    assert {str(one.value) for one in known if str(one.value).replace(" ", "_") not in LOOKS} == set()
    assert look_of("on time") == look_of("on_time") != PLAIN
    assert look_of(str(Evidence.Proof.A)) == PLAIN


def test_a_status_is_never_colour_alone() -> None:
    assert all(look.icon for look in LOOKS.values())
    assert len({(look.tone, look.icon) for look in LOOKS.values()}) == len({look.icon for look in LOOKS.values()})
    html = status("overdue", "Quá <hạn>")
    assert "Quá &lt;hạn&gt;" in html
    assert 'aria-hidden="true">!' in html


def test_the_date_of_a_paper_is_told_as_far_as_it_is_known() -> None:
    assert [face_date(known) for known in ("2021-12-05", "2021-12", "2021", "")] == [
        "05/12/2021",
        "12/2021",
        "2021",
        "",
    ]
    assert span(date(2026, 1, 1), None) == "01/01/2026 – …"
    assert span(date(2026, 1, 1), date(2026, 1, 1)) == "01/01/2026"
