"""Reading what a person types to fill a hole. What makes no sense is refused with a sentence that says what would."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from lantoa.agencies.models import Agency, AgencyGroup
from lantoa.agencies.queries import agency_named, group_named
from lantoa.plans.rules import is_day
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Tenant
from lantoa.viet.dates import PartialDate, find_dates, parse_iso
from lantoa.viet.letters import compose, fold
from lantoa.viet.phrases import TimePhrase, read_time

EMPTY = marked("Câu trả lời đang để trống; hãy nhập giá trị, hoặc chọn “Giữ nguyên”.")
NO_DAY = marked("“%(answer)s” không phải ngày đầy đủ; hãy nhập như 30/8/2026.")
NO_DATE = marked("“%(answer)s” không phải ngày tháng; hãy nhập như 30/8/2026, 8/2026 hoặc 2026.")
NO_YEARLY_DAY = marked("“%(answer)s” không phải hạn báo cáo; hãy nhập như 10/12, trước ngày 10/11 hoặc 10/12/2026.")
NO_TIME = marked(
    "Không hiểu thời gian “%(answer)s”; hãy nhập như “Năm 2026”, “Quý II/2026”, “Thường xuyên” hoặc “Hằng năm”."
)
NO_SYMBOL = marked("“%(answer)s” không phải số, ký hiệu văn bản; hãy nhập như 39/KH-UBND.")
NO_CHOICE = marked("“%(answer)s” không có trong danh sách; hãy chọn một trong: %(options)s.")
NO_BODY = marked(
    "Trong danh bạ chưa có cơ quan hoặc nhóm cơ quan nào tên “%(answer)s”; hãy chọn tên khác hoặc thêm mới."
)
NO_AGENCY = marked("“%(answer)s” là một nhóm cơ quan; ở đây cần đúng một cơ quan.")

_SYMBOL = re.compile(r"(\d+[a-zđ]?)\s*(/\s*[\w&.\-/]+)?", re.IGNORECASE)


def text_of(answer: str) -> str:
    """Some words, white space squeezed and letters composed."""
    words = " ".join(compose(answer).split())
    if not words:
        raise Refusal("answer_empty", EMPTY, field="answer")
    return words


def partial_date_of(answer: str) -> PartialDate:
    """A date as far as known: "30/8/2026", "tháng 8 năm 2026", "8/2026", "2026", or ISO."""
    words = text_of(answer)
    found = find_dates(words)
    if len(found) == 1 and found[0].raw == words:
        return found[0].date
    if month := re.fullmatch(r"(\d{1,2})\s*[/-]\s*(\d{4})", words):
        words = f"{month[2]}-{int(month[1]):02d}"
    try:
        return parse_iso(words)
    except ValueError:
        raise Refusal("answer_no_date", NO_DATE, field="answer", answer=answer) from None


def day_of(answer: str) -> date:
    """A whole date."""
    try:
        day = partial_date_of(answer).full()
    except Refusal as fault:
        if fault.code != "answer_no_date":
            raise
        day = None
    if day is None:
        raise Refusal("answer_no_day", NO_DAY, field="answer", answer=answer)
    return day


@dataclass(frozen=True, slots=True)
class Due:
    """The day of a duty: every year on `day`/`month`, or once `on` a day."""

    day: int | None
    month: int | None
    on: date | None
    exclusive: bool


def due_of(answer: str) -> Due:
    """ "10/12", "trước ngày 10/11 hằng năm", "chậm nhất 25/11/2026", or ISO."""
    words = text_of(answer)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return Due(None, None, day_of(words), False)
    phrase = read_time(words)
    if once := phrase.due or (phrase.start if phrase.kind == "day" else None):
        return Due(None, None, once, phrase.exclusive)
    if phrase.day is None or phrase.month is None or not is_day(phrase.day, phrase.month):
        raise Refusal("answer_no_due", NO_YEARLY_DAY, field="answer", answer=answer)
    return Due(phrase.day, phrase.month, None, phrase.exclusive)


def time_of(answer: str, base: PartialDate | None) -> TimePhrase:
    """A time as plan tables write it; `base` gives the year where the phrase has none."""
    phrase = read_time(text_of(answer), base)
    if phrase.kind in ("unknown", "blank") or (phrase.start and phrase.end and phrase.start > phrase.end):
        raise Refusal("answer_no_time", NO_TIME, field="answer", answer=answer)
    return phrase


def symbol_of(answer: str, known: str) -> tuple[str, str]:
    """Number and whole symbol: "39" beside a known "/KH-UBND" gives "39", "39/KH-UBND"."""
    match = _SYMBOL.fullmatch(text_of(answer))
    if match is None:
        raise Refusal("answer_no_symbol", NO_SYMBOL, field="answer", answer=answer)
    rest = "".join((match[2] or "").split()) or "/" + known.partition("/")[2]
    return match[1], match[1] + rest.rstrip("/")


def choice_of(answer: str, options: Sequence[tuple[str, str | Promise]]) -> str:
    """The key of an option, given by key or by label."""
    words = fold(text_of(answer))
    for key, label in options:
        if words in (fold(key), fold(str(label))):
            return key
    labels = ", ".join(str(label) for _, label in options)
    raise Refusal("answer_no_choice", NO_CHOICE, field="answer", answer=answer, options=labels)


def body_of(answer: str, tenant: Tenant) -> Agency | AgencyGroup:
    """The agency or group of exactly this name or alias."""
    words = text_of(answer)
    found = agency_named(words, tenant=tenant) or group_named(words, tenant=tenant)
    if found is None:
        raise Refusal("answer_no_body", NO_BODY, field="answer", answer=answer)
    return found


def agency_of(answer: str, tenant: Tenant) -> Agency:
    """The one agency of exactly this name or alias."""
    found = body_of(answer, tenant)
    if not isinstance(found, Agency):
        raise Refusal("answer_no_agency", NO_AGENCY, field="answer", answer=answer)
    return found
