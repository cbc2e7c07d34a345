"""How findings say things: sentences stay whole, dates are day first."""

from __future__ import annotations

from lantoa.viet.dates import PartialDate


def say(sentence: str, **facts: object) -> str:
    """The sentence with its named places filled."""
    return sentence % facts


def shown(date: PartialDate) -> str:
    """Day first, without leading zeros: 30/8/2013, 12/2021, 2026."""
    parts = [part for part in (date.day, date.month, date.year) if part]
    return "/".join(map(str, parts))
