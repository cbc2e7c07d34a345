"""Duties to report: who, to whom, by which day, how often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantoa.reading.assignments import Spoken
from lantoa.reading.draft import UNREAD, Body, Read, ReportDuty
from lantoa.reading.names import bodies_in
from lantoa.reading.passages import Passage
from lantoa.reading.verbs import BODY_HEAD, first_verb, starts_with_body
from lantoa.viet.dates import PartialDate
from lantoa.viet.phrases import FoundTime, find_times

_SPEAKS = re.compile(
    r"(?<!\w)(?<!chế độ )(?<!xây dựng )(?<!nghe )(?<!theo )"
    r"(?:gửi\s+)?(?:báo cáo|phản ánh|kiến nghị)(?!\w)(?!\s+(?:số|của)\b)",
    re.IGNORECASE,
)
_TOWARDS = re.compile(r"(?<!\w)(?:về|cho|gửi|tới|đến|với|lên|trình)\s+(?=\w)")
_THROUGH = re.compile(r"\(\s*(?:qua|thông qua|gửi qua)\s+([^()]+)\)|(?<!\w)(?:thông qua|qua)\s+")
_ENDS_RECEIVER = re.compile(
    r"[;.:(]|\s(?:để|theo|trước|chậm nhất|đúng|định kỳ|vào|khi|và đề xuất|kết quả|tình hình|tổng hợp|xem xét|"
    r"chỉ đạo|hằng|hàng|"
    r"biết|cho ý kiến|đồng thời|nhằm|xử lý|giải quyết|tháo gỡ|trong|sau khi|về|những|các nội dung|qua|thông qua)(?!\w)"
)
_GATHERS = re.compile(r"(?:tổng hợp|tham mưu)\b[^.;]*?(?:báo cáo|trình|tham mưu)\s+")
_DIFFICULTY = re.compile(r"(?:khó khăn|vướng mắc|bất cập|(?:vấn đề|nội dung|việc) phát sinh)", re.IGNORECASE)
_CONDITION = re.compile(r"(?<!\w)(?:nếu|khi|trường hợp)(?!\w)", re.IGNORECASE)
_RHYTHMS = ("monthly", "quarterly", "six-monthly", "yearly", "weekly", "daily", "ad hoc", "event")


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause that reports: where its verb ends, its receivers and who passes the reports on, up to whom."""

    part: Passage
    verb_end: int
    to: tuple[Body, ...]
    through: tuple[Body, ...]
    gathered_for: tuple[Body, ...]


def report_duties(said: list[Spoken], base: PartialDate | None) -> tuple[ReportDuty, ...]:
    """Every duty to report in the sentences of a plan; one with two rhythms ("hàng năm hoặc đột xuất") is two."""
    found: list[ReportDuty] = []
    for item in said:
        for part in _parts(item.doing.sentence):
            reporting = _reporting(part)
            if reporting is not None:
                found += _duties(item, reporting, base)
    return tuple(found)


def _parts(sentence: Passage) -> Iterator[Passage]:
    start = 0
    for match in re.finditer(r";|\Z", sentence.raw):
        yield sentence.cut(start, match.start())
        start = match.end()


def _reporting(part: Passage) -> _Said | None:
    """The first report of a clause that names a receiver, or at least a time; what is gathered from it comes after."""
    for verb in _SPEAKS.finditer(part.raw):
        if _is_gathering(part.raw, verb.start()):
            continue
        gathers = _GATHERS.search(part.raw, verb.end())
        limit = gathers.start() if gathers else len(part.raw)
        to, through, after = _receivers(part, verb.end(), limit)
        if to or (find_times(part.raw) and not _reports_itself(part.raw)):
            gathered = _gathered(part, gathers.end()) if gathers and to else ()
            return _Said(part, verb.end(), to, through or _through(part, after), gathered)
    return None


def _is_gathering(raw: str, verb: int) -> bool:
    """ "để tổng hợp, báo cáo ...": the receiver's own duty, which follows from this one."""
    before = raw[:verb].rstrip(" ,")
    if before.endswith(("để tổng hợp", "để", "để tham mưu")):
        return True
    return before.endswith("tổng hợp") and "để" in before[-40:]


def _reports_itself(raw: str) -> bool:
    """ "Sở Công Thương báo cáo như sau" reports now; it gives nobody a duty."""
    return bool(re.search(r"như sau|Trên đây", raw))


def _receivers(part: Passage, at: int, limit: int) -> tuple[tuple[Body, ...], tuple[Body, ...], int]:
    """Bodies right behind the verb, or behind "về", "cho", "gửi"...; with those behind "qua"."""
    direct = re.compile(r"\s*").match(part.raw, at)
    begin = direct.end() if direct else at
    if starts_with_body(part.raw[begin:]):
        end = _end_of_receiver(part.raw, begin, limit)
        return bodies_in(part.cut(begin, end), 0.85), (), end
    for match in _TOWARDS.finditer(part.raw, at, limit):
        if starts_with_body(part.raw[match.end() :]):
            end = _end_of_receiver(part.raw, match.end(), limit)
            return bodies_in(part.cut(match.end(), end), 0.85), (), end
    return (), (), at


def _end_of_receiver(raw: str, at: int, limit: int) -> int:
    match = _ENDS_RECEIVER.search(raw, at, limit)
    return min(match.start() if match else limit, first_verb(raw, at), limit)


def _through(part: Passage, at: int) -> tuple[Body, ...]:
    match = _THROUGH.search(part.raw, at)
    if match is None:
        return ()
    if match[1]:
        return bodies_in(part.cut(*match.span(1)), 0.85)
    if not BODY_HEAD.match(part.raw, match.end()):
        return ()
    return bodies_in(part.cut(match.end(), _end_of_receiver(part.raw, match.end(), len(part.raw))), 0.85)


def _gathered(part: Passage, at: int) -> tuple[Body, ...]:
    if not starts_with_body(part.raw[at:]):
        return ()
    return bodies_in(part.cut(at, _end_of_receiver(part.raw, at, len(part.raw))), 0.8)


# --- when ----------------------------------------------------------------------------------------------------------


def _duties(item: Spoken, said: _Said, base: PartialDate | None) -> Iterator[ReportDuty]:
    who = _who(item, said)
    if _is_about_difficulties(item.doing.sentence, said):
        raw = _DIFFICULTY.search(item.doing.sentence.raw)
        assert raw is not None
        place = item.doing.sentence.cut(*raw.span())
        frequency = Read("event: difficulty", place.span, 0.85, "điều kiện trong câu")
        yield _duty(item, said, who, UNREAD, False, frequency, place.read(0.85))
        return
    times = _times(item.doing.sentence, said.part, base)
    if not times:
        yield _duty(item, said, who, UNREAD, False, Read("unspecified", said.part.span, 0.7, "câu không nêu"), UNREAD)
    for found in times:
        place = said.part.cut(found.start, found.end)
        due, frequency = _due(found, place)
        yield _duty(item, said, who, due, found.phrase.exclusive and bool(due), frequency, place.read(0.9))


def _who(item: Spoken, said: _Said) -> tuple[Body, ...]:
    """The bodies right before the verb, else the sentence's subject, else who was spoken to last."""
    before = said.part.raw[: said.verb_end]
    for match in re.finditer(r"(?:^|[,;:]|đề nghị|yêu cầu|Giao|giao)\s*(?=\w)", before):
        if starts_with_body(before[match.end() :]):
            end = first_verb(said.part.raw, match.end())
            bodies = bodies_in(said.part.cut(match.end(), min(end, said.verb_end)), 0.85)
            if bodies:
                return bodies
    return item.who


def _is_about_difficulties(sentence: Passage, said: _Said) -> bool:
    place = _DIFFICULTY.search(sentence.raw)
    return bool(place and said.to and _CONDITION.search(sentence.raw[: place.start()]))


def _times(sentence: Passage, part: Passage, base: PartialDate | None) -> list[FoundTime]:
    """The times of the clause that tell a rhythm or a day; a rhythm without its day gives way to one that has it."""
    told = [found for found in find_times(part.raw, base) if _tells(found)]
    dated = {found.phrase.rhythm for found in told if found.phrase.day or found.phrase.due}
    seen: set[str] = set()
    kept = []
    for found in told:
        phrase = found.phrase
        plain = not (phrase.day or phrase.due)
        if plain and (
            phrase.rhythm in dated or phrase.rhythm in seen or (phrase.rhythm == "unspecified" and len(told) > 1)
        ):
            continue
        seen.add(phrase.rhythm)
        kept.append(found)
    return kept


def _tells(found: FoundTime) -> bool:
    phrase = found.phrase
    return phrase.rhythm in _RHYTHMS or bool(phrase.due) or (phrase.recurring and phrase.kind != "continuous")


def _due(found: FoundTime, place: Passage) -> tuple[Read[str], Read[str]]:
    phrase = found.phrase
    frequency = Read(phrase.rhythm, place.span, 0.9, "cụm từ chỉ thời gian")
    if phrase.due:
        return Read(phrase.due.isoformat(), place.span, 0.9, "cụm từ chỉ thời gian"), frequency
    if phrase.rhythm == "yearly" and phrase.day and phrase.month:
        return Read(f"{phrase.month:02d}-{phrase.day:02d}", place.span, 0.9, "cụm từ chỉ thời gian"), frequency
    return UNREAD, frequency


def _duty(
    item: Spoken, said: _Said, who: tuple[Body, ...], due: Read[str], exclusive: bool, frequency: Read[str],
    raw: Read[str],
) -> ReportDuty:  # fmt: skip
    return ReportDuty(
        said.part.read(0.85), who, said.to, said.through, said.gathered_for, due, exclusive, frequency, raw, item.path
    )
