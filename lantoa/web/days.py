"""Days, instants and numbers in the words of an office."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext, ngettext

from lantoa.viet.dates import as_short
from lantoa.viet.deadlines import VIETNAM
from lantoa.viet.numbers import as_number


def with_weekday(day: date) -> str:
    """ "Thứ năm 10/12/2026"."""
    return f"{weekday(day)} {as_short(day)}"


def weekday(day: date) -> str:
    """ "Thứ năm"."""
    names = (
        gettext("Thứ hai"),
        gettext("Thứ ba"),
        gettext("Thứ tư"),
        gettext("Thứ năm"),
        gettext("Thứ sáu"),
        gettext("Thứ bảy"),
        gettext("Chủ nhật"),
    )
    return names[day.weekday()]


def time_left(day: date, today: date) -> str:
    """How far `day` is from `today`: "còn 18 ngày", "hôm nay", "quá hạn 3 ngày"."""
    days = (day - today).days
    if days == 0:
        return gettext("hôm nay")
    if days > 0:
        return ngettext("còn %(days)d ngày", "còn %(days)d ngày", days) % {"days": days}
    return ngettext("quá hạn %(days)d ngày", "quá hạn %(days)d ngày", -days) % {"days": -days}


def at_clock(instant: datetime) -> str:
    """An instant in Viet Nam time: "14:05 ngày 10/12/2026"."""
    here = instant.astimezone(VIETNAM)
    return gettext("%(time)s ngày %(day)s") % {"time": f"{here:%H:%M}", "day": as_short(here.date())}


def amount(value: Decimal | int | None) -> str:
    """A figure with the decimals that matter: Decimal("1234.5000") gives "1.234,5"; nothing gives ""."""
    if value is None:
        return ""
    exact = Decimal(value)
    return as_number(exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact.normalize())
