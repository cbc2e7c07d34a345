"""Money: who estimates, who gathers the estimates, where the money comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantoa.reading.assignments import Spoken
from lantoa.reading.draft import Body, BudgetDuty, Read
from lantoa.reading.names import bodies_in
from lantoa.reading.passages import Passage
from lantoa.reading.verbs import first_verb, starts_with_body

_ESTIMATES = re.compile(
    r"(?:xây dựng|lập|dự trù|tổng hợp)\s+(?:(?:kế hoạch,?|nhu cầu)\s+)?(?:và\s+)?(?P<what>dự toán(?:\s+kinh phí)?|"
    r"kinh phí)"
)
_SENDS = re.compile(r"(?<!\w)gửi(?:\s+(?:về|cho|đến|tới))?\s+")
_SUBMITS = re.compile(r"(?<!\w)(?:trình|báo cáo|tham mưu(?:\s+cho)?)\s+")
_YEARLY = re.compile(r"(?:h[àằ]ng|từng|mỗi)\s+năm", re.IGNORECASE)
_ENDS = re.compile(r"[;.:]|\s(?:để|theo|trước|xem xét|phê duyệt|thẩm định|tổng hợp|quyết định|cấp)(?!\w)")
_SOURCES = re.compile(
    r"ngân sách nhà nước|ngân sách (?:tỉnh|trung ương|địa phương|các cấp|huyện|xã|thành phố)|kinh phí thường xuyên|"
    r"nguồn vốn hỗ trợ(?: từ [^,;.]*(?:, ngành [^,;.]*)?)?|(?:các )?(?:nguồn lực |nguồn )?xã hội h(?:óa|oá)|"
    r"tài trợ[^,;.]*|"
    r"đóng góp của (?:các )?(?:doanh nghiệp|tổ chức|cá nhân)[^,;.]*|các tổ chức xã hội|"
    r"(?:các )?nguồn(?: kinh phí| vốn| thu)? hợp pháp khác|lồng ghép[^,;.]*",
    re.IGNORECASE,
)


def budget_duties(said: list[Spoken]) -> tuple[BudgetDuty, ...]:
    """Duties to estimate: bodies that draw up an estimate and send it to be gathered."""
    return tuple(duty for item in said for duty in _of(item))


def funding_sources(said: list[Spoken]) -> tuple[Read[str], ...]:
    """The sources of money that the sentences about money name."""
    found: dict[str, Read[str]] = {}
    for item in said:
        sentence = item.doing.sentence
        if re.search(r"kinh phí|ngân sách|nguồn", sentence.raw, re.IGNORECASE):
            for match in _SOURCES.finditer(sentence.raw):
                read = sentence.cut(*match.span()).read(0.8)
                found.setdefault((read.value or "").lower(), read)
    return tuple(found.values())


def _of(item: Spoken) -> Iterator[BudgetDuty]:
    sentence = item.doing.sentence
    estimate = _ESTIMATES.search(sentence.raw)
    if estimate is None:
        return
    to, after = _bodies_after(_SENDS, sentence, estimate.end())
    if not to:
        return
    gathered, _ = _bodies_after(_SUBMITS, sentence, after)
    yearly = _YEARLY.search(sentence.raw)
    frequency = Read("unspecified", sentence.span, 0.6, "câu không nêu")
    if yearly:
        frequency = Read("yearly", sentence.cut(*yearly.span()).span, 0.85, "cụm từ chỉ thời gian")
    what = sentence.cut(*estimate.span("what")).read(0.9)
    yield BudgetDuty(sentence.read(0.85), _who(item, estimate.start()), to, gathered, what, frequency, item.path)


def _bodies_after(pattern: re.Pattern[str], sentence: Passage, at: int) -> tuple[tuple[Body, ...], int]:
    for match in pattern.finditer(sentence.raw, at):
        if starts_with_body(sentence.raw[match.end() :]):
            end = _ENDS.search(sentence.raw, match.end())
            stop = min(end.start() if end else len(sentence.raw), first_verb(sentence.raw, match.end()))
            return bodies_in(sentence.cut(match.end(), stop), 0.85), stop
    return (), at


def _who(item: Spoken, verb: int) -> tuple[Body, ...]:
    """The bodies of the clause that estimates: the longest list that ends where the verb begins."""
    raw = item.doing.sentence.raw
    for match in re.finditer(r"(?:^|,)\s*(?=\w)", raw[:verb]):
        if starts_with_body(raw[match.end() :]) and first_verb(raw, match.end()) >= verb:
            return bodies_in(item.doing.sentence.cut(match.end(), verb), 0.85)
    return item.who
