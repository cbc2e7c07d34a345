"""Doubts about what a plan rests on: dates, years, symbols, validity."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from lantoa.papers.tree import Span
from lantoa.reading.cited import NUMBER, cited_dates
from lantoa.reading.draft import Finding, LegalBasis, PlanDraft
from lantoa.reading.register import key, look_up
from lantoa.reading.saying import say, shown
from lantoa.viet.dates import PartialDate


def doubts_of_bases(draft: PlanDraft) -> Iterator[Finding]:
    """What is doubtful in the papers that a plan cites."""
    yield from _each(draft)
    yield from _two_dates(draft)
    yield from _symbol_years(draft)


def _each(draft: PlanDraft) -> Iterator[Finding]:
    own_year = _own_year(draft)
    if own_year is not None:
        yield own_year
    for basis in draft.legal_bases:
        number = basis.number.value
        known = look_up(number) if number else None
        proposal = ""
        if known and known.date and basis.date.value and str(basis.date.value) != known.date.isoformat():
            proposal = shown(_partial(known.date))
            message = "%(number)s được ghi ngày %(cited)s; sổ văn bản ghi ngày %(known)s."
            facts = {"number": known.number, "cited": shown(basis.date.value), "known": proposal}
            yield Finding("base_date_differs", say(message, **facts), basis.span, proposal)
        if own_year is None:
            yield from _later_than_plan(draft, basis, proposal)
        yield from _impossible_year(basis)
        if known:
            yield from _spelling(basis, known.number)
            yield from _lapsed(draft, basis)


def _partial(day: datetime.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _later_than_plan(draft: PlanDraft, basis: LegalBasis, proposal: str) -> Iterator[Finding]:
    plan, cited = draft.date.value, basis.date.value
    if plan is None or cited is None or not _is_later(cited, plan):
        return
    message = "Căn cứ %(name)s ngày %(cited)s sau ngày của văn bản (%(plan)s)."
    facts = {"name": basis.number.value or basis.name.value, "cited": shown(cited), "plan": shown(plan)}
    tail = say(" Đề nghị sửa thành ngày %(day)s.", day=proposal) if proposal else ""
    yield Finding("base_after_plan", say(message, **facts) + tail, basis.span, proposal)


def _own_year(draft: PlanDraft) -> Finding | None:
    """Two bases or more later than the plan, none of them by a year: the plan's own year was typed wrong (January)."""
    plan = draft.date.value
    dates = [basis.date.value for basis in draft.legal_bases if basis.date.value]
    later = [date for date in dates if plan and _is_later(date, plan)]
    if plan is None or len(later) < 2:
        return None
    right = PartialDate(plan.year + 1, plan.month, plan.day)
    if any(_is_later(date, right) for date in later):
        return None
    message = "Ngày của văn bản (%(plan)s) trước %(count)s căn cứ, mới nhất ngày %(newest)s; có thể năm bị ghi nhầm."
    facts = {"plan": shown(plan), "count": len(later), "newest": shown(max(later, key=PartialDate.latest))}
    return Finding("own_year_doubtful", say(message, **facts), draft.date.span, shown(right))


def _is_later(one: PartialDate, other: PartialDate) -> bool:
    """Later for certain, as far as both are known."""
    for a, b in ((one.year, other.year), (one.month, other.month), (one.day, other.day)):
        if a is None or b is None:
            return False
        if a != b:
            return a > b
    return False


def _impossible_year(basis: LegalBasis) -> Iterator[Finding]:
    """09/2019/NĐ-CP cannot be of another year than 2019."""
    match = re.search(r"/((?:19|20)\d{2})/", basis.number.value or "")
    date = basis.date.value
    if match and date and int(match[1]) != date.year:
        message = "%(number)s mang năm %(year)s nhưng được ghi ngày %(cited)s."
        facts = {"number": basis.number.value, "year": match[1], "cited": shown(date)}
        known = look_up(basis.number.value or "")
        proposal = shown(_partial(known.date)) if known and known.date else ""
        yield Finding("base_year_impossible", say(message, **facts), basis.span, proposal)


def _spelling(basis: LegalBasis, known: str) -> Iterator[Finding]:
    if basis.number.value != known:
        message = "Ký hiệu %(cited)s viết đúng là %(known)s."
        yield Finding(
            "base_spelling", say(message, cited=basis.number.value, known=known), basis.number.span, known, "note"
        )


def _lapsed(draft: PlanDraft, basis: LegalBasis) -> Iterator[Finding]:
    known, plan = look_up(basis.number.value or ""), draft.date.value
    if known and plan and known.valid_to and plan.year > known.valid_to.year:
        message = "%(number)s đã hết hiệu lực ngày %(day)s, thay bằng %(other)s."
        facts = {"number": known.number, "day": shown(_partial(known.valid_to)), "other": known.replaced_by or "?"}
        yield Finding("base_lapsed", say(message, **facts), basis.span, known.replaced_by or "")


def _two_dates(draft: PlanDraft) -> Iterator[Finding]:
    """One number with two dates in the same paper."""
    first: dict[str, PartialDate] = {}
    for number, date, span in cited_dates(draft.text):
        earlier = first.setdefault(key(number), date)
        if earlier != date and date.day and earlier.day:
            message = "%(number)s được ghi hai ngày khác nhau: %(one)s và %(other)s."
            known = look_up(number)
            proposal = shown(_partial(known.date)) if known and known.date else ""
            facts = {"number": number, "one": shown(earlier), "other": shown(date)}
            yield Finding("two_dates", say(message, **facts), span, proposal)


def _symbol_years(draft: PlanDraft) -> Iterator[Finding]:
    """A number that carries a year later than the plan's own date."""
    plan = draft.date.value
    bases = {key(basis.number.value) for basis in draft.legal_bases if basis.number.value}
    for match in NUMBER.finditer(draft.text):
        year = re.search(r"/\s?((?:19|20)\d{2})\s?/", match[0])
        if plan and year and int(year[1]) > plan.year and key(match[0]) not in bases:
            message = "%(number)s mang năm %(year)s, sau năm của văn bản."
            yield Finding(
                "year_impossible", say(message, number="".join(match[0].split()), year=year[1]), Span(*match.span())
            )
