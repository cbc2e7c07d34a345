"""Days and texts as the public reads them."""

from __future__ import annotations

from datetime import date, datetime

from django import template

from lantoa.channels.models import Release
from lantoa.channels.public_page.form import Block, blocks, description
from lantoa.viet.dates import as_official, as_short, parse_iso
from lantoa.viet.deadlines import day_in_vietnam
from lantoa.web.days import weekday

register = template.Library()


@register.filter
def in_words(value: date | datetime) -> str:
    """The day in Viet Nam, in words: "Thứ sáu, ngày 06 tháng 3 năm 2026"."""
    day = day_in_vietnam(value) if isinstance(value, datetime) else value
    return f"{weekday(day)}, {as_official(day)}"


@register.filter
def in_figures(value: date) -> str:
    """The day in figures: "06/3/2026"."""
    return as_short(value)


@register.filter
def iso_day(value: date | datetime) -> str:
    """The day in Viet Nam for machines: "2026-03-06"."""
    day = day_in_vietnam(value) if isinstance(value, datetime) else value
    return day.isoformat()


@register.filter
def face_in_words(dated: str) -> str:
    """The date on a paper, known as far as it is written: "2021-12" gives "tháng 12 năm 2021"."""
    if not dated:
        return ""
    known = parse_iso(dated)
    if whole := known.full():
        return as_official(whole)
    return f"tháng {known.month} năm {known.year}" if known.month else f"năm {known.year}"


@register.filter
def as_blocks(text: str) -> list[Block]:
    """The paragraphs and lists of a plain text; the template escapes every line."""
    return blocks(text)


@register.filter
def in_short(release: Release) -> str:
    """What a story is about, in one line."""
    return description(release.version.summary, release.version.body)


@register.filter
def opening_capital(text: str) -> str:
    """ "tỉnh Hải Sơn" as a title: "Tỉnh Hải Sơn"."""
    return text[:1].upper() + text[1:]
