"""The words of a time phrase: points of time ("quý II/2026") and marks ("trước", "đến hết", "hằng năm").

`scan` only cuts a text into these words; what they say together is decided in `phrases`.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from lantoa.viet.numbers import read_roman


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, quarter, part of a year or year; what the text leaves out is None.

    `unit` is "day", "month", "quarter", "part" or "year". `first` and `last` are the months that it covers.
    `cut` is what is left of a year that was cut short ("02/20").
    """

    unit: str
    year: int | None = None
    first: int | None = None
    last: int | None = None
    day: int | None = None
    cut: str | None = None

    def dated(self, year: int | None, month: int | None = None) -> Point:
        """The same point with the year, and a day's month, filled in where they are open."""
        if self.unit == "day":
            return replace(self, year=self.year or year, first=self.first or month, last=self.last or month)
        return replace(self, year=self.year or year)

    def bounds(self) -> tuple[datetime.date, datetime.date] | None:
        """First and last day; None while something is open or the day does not exist."""
        if self.year is None or (self.unit == "day" and self.first is None):
            return None
        first, last = self.first or 1, self.last or 12
        length = calendar.monthrange(self.year, last)[1]
        if self.day is not None and self.day > length:
            return None
        return datetime.date(self.year, first, self.day or 1), datetime.date(self.year, last, self.day or length)


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a time phrase, `[start, end)` of the scanned text.

    `kind` is "point" or a mark: "from", "to", "before", "after", "by", "dash", "list", "onward", "now", "horizon",
    "hour", "occasion", "rhythm", "continuous", "periodic", "ad hoc", "event", "elsewhere".
    `weak` marks a point that is a time only beside other words: "8/8", "2015".
    """

    kind: str
    start: int
    end: int
    point: Point | None = None
    rhythm: str = ""
    weak: bool = False


_Y = r"(?:19|20)\d\d(?!\d)"
_GAP = r"[\s.…_]{0,60}"
_D = r"(?:0?[1-9](?!\d)|[12]\d(?!\d)|3[01](?!\d))"
_M = r"(?:0?[1-9](?!\d)|1[0-2](?!\d))"
_Q = r"(?:i{1,3}(?!\w)|iv(?!\w)|0?[1-4](?!\d))"
_N = r"(?:\d{1,2}|một|hai|ba|bốn|sáu|chín)"
_ITEM = r"lần|đợt|kỳ|buổi|cuộc|số|tin|bài|tin, bài|tin bài|chuyên mục|chuyên trang|phóng sự|bản tin|lượt|chương trình"
_EACH = r"(?:năm|quý|quí|tháng|tuần|ngày)(?!\w)"
_SIX = r"(?:0?6|sáu) tháng(?! (?:đầu|cuối))"
_BEFORE_SIX = "|".join(
    rf"(?<={word}\s)" for word in ("kỳ", "kì", "cáo", "kết", "hằng", "hàng", "mỗi", ",", "và", "quý")
)
_AFTER_MARK = "(?:" + "|".join(rf"(?<={mark}\s)" for mark in ("-", ",", "&", "và", "đến", "tới")) + "|(?<=[-,&]))"
_CLAUSE = r"[^,;.()\n]*?(?=\s{0,9}(?:[,;.()\n]|$)|\s{1,9}(?:đến|trước|chậm nhất|từ) (?:ngày|tháng|năm|quý|hết|\d))"
_ELSEWHERE = (
    r"theo (?:đúng )?(?:(?:các|nội dung|yêu cầu|thời gian|thời hạn|tiến độ|lộ trình|văn bản|sự)\s)*"
    r"(?:kế hoạch|chỉ đạo|hướng dẫn|quy định|lịch|tiến độ|chương trình|đề án|dự án|phân công|phân kỳ|phân bổ|thông báo"
    r"|lộ trình|quyết định|phê duyệt|thời gian|thời hạn|đặt hàng)\b"
)
_EVENT = (
    r"(?:theo (?:các )?(?:sự kiện|diễn biến|tình hình|tính chất|thực tế|nhu cầu)|trong quá trình"
    r"|ngay khi|(?:ngay )?(?:sau|trước|trong) khi|khi (?:có|xảy|phát|gặp|hoàn|kết|được|ban|tổ|diễn)"
    r"|nếu (?:có|gặp|phát|xảy)"
    r"|(?:trong (?:vòng|thời hạn) )?\d{1,3}(?:\s*\([^)]*\))? ngày(?: làm việc)?,? (?:kể từ|sau|trước|tính từ)"
    r"|gắn với|song song với)\b"
)

# Longer readings stand before shorter ones; what may hide a number or a date stands first.
_GRAMMAR = {
    "elsewhere": _ELSEWHERE,
    "adhoc": r"đột xuất(?: khi có yêu cầu)?|(?:khi|theo|lúc) (?:có |được )?yêu cầu|khi cần(?: thiết)?",
    "event": _EVENT + _CLAUSE,
    "hour": r"(?:lúc |từ )?\d{1,2}\s*(?:h|g|giờ|:)\s*(?:\d\d)?(?:\s*phút)?['’]?(?!\w)",
    "times": rf"(?P<times_n>{_N})\s*(?:{_ITEM})?\s*/\s*(?:0?1 )?(?P<times_of>{_EACH})",
    "eachtimes": rf"mỗi (?P<eachtimes_of>{_EACH})(?: ít nhất| tối thiểu)? (?P<eachtimes_n>{_N})(?!\d)(?: lần)?",
    "six": rf"{_SIX}\s*(?:/|một|0?1)\s*lần|(?:{_BEFORE_SIX}|^){_SIX}",
    "quarterend": r"(?:của )?tháng (?:đầu|cuối|thứ \w+)(?: cùng)?(?: của)?(?: mỗi| các)? qu[ýí](?: sau)?(?!\s*[iv\d])",
    "every": rf"(?:định k[ỳì] )?(?:vào )?(?:hàng|hằng|mỗi|từng)\s+(?P<every_of>{_EACH})(?!\s*\d)",
    "eachone": r"(?:định k[ỳì]|theo) (?P<eachone_of>năm|quý|quí|tháng|tuần)(?!\s*\d|\s+[ivx])",
    "periodic": r"(?:theo )?định k[ỳì]|thường k[ỳì]",
    "continuous": r"th[ưu]ờng xuyên|liên tục|quanh năm|suốt năm",
    "part": rf"(?:(?P<part_n>0?[369]|sáu|chín|ba) tháng|nửa) (?P<part_side>đầu|cuối) năm(?:\s*(?P<part_y>{_Y}))?",
    "quarter": rf"(?:quý|quí)\s*(?P<quarter_q>{_Q})(?:(?:\s*[/-]|,?\s*năm)?\s*(?P<quarter_y>{_Y}))?",
    "date": rf"(?P<date_n>ngày{_GAP})?(?P<date_d>{_D}){_GAP}tháng{_GAP}(?P<date_m>{_M})(?! lần)"
    rf"(?:{_GAP}(?:/|,?\s*năm){_GAP}(?P<date_y>{_Y}))?",
    "figures": rf"(?:ngày\s*)?(?<![\d/.,])(?P<figures_d>{_D})\s*(?P<figures_s>[/.-])\s*(?P<figures_m>{_M})\s*"
    rf"(?P=figures_s)\s*(?P<figures_y>{_Y}|\d\d(?!\d))(?!\s?/\w)",
    "month": rf"tháng\s*(?P<month_m>{_M})"
    rf"(?:\s*(?:[/-]|,?\s*năm)\s*(?P<month_y>{_Y})|\s*/\s*(?P<month_cut>\d{{0,3}})(?!\d))?",
    "monthyear": rf"(?<![\d/.,])(?P<monthyear_m>{_M})\s*/\s*(?P<monthyear_y>{_Y})(?!/)",
    "daymonth": rf"(?P<daymonth_n>ngày\s*)?(?<![\d/.,])(?P<daymonth_d>{_D})\s*/\s*(?P<daymonth_m>{_M})"
    r"(?![/\w]|,\d)(?! ngày)",
    "day": rf"ngày\s*(?P<day_d>{_D})",
    "year": rf"(?P<year_n>năm(?: học)?\s*|giai đoạn\s*)?(?<![\d/.,])(?P<year_y>{_Y})(?![.,]\d|/\w)",
    "lead": rf"(?<![\d/.,])(?P<lead_n>{_D})"
    rf"(?=\s*(?:-|,|và|đến)\s*{_D}\s*(?:(?P<lead_d>[/-]\s*{_M}\s*[/-]|tháng\s*{_M})|/\s*{_Y}))",
    "more": rf"{_AFTER_MARK}(?P<more_n>{_Q}|{_D})"
    rf"(?:(?:\s*/|,?\s*năm)\s*(?P<more_y>{_Y})|\s*/\s*(?P<more_cut>\d{{0,3}})(?!\d))?(?![\w/])",
    "now": r"từ nay|từ khi ban hành|(?:kể )?từ ngày (?:ký|ban hành)",
    "horizon": r"(?:và )?(?:có )?(?:tầm nhìn|định hướng)",
    "onward": r"trở đi|đến nay|trở về sau|(?:và )?(?:sau đó|(?:các|những) năm (?:tiếp theo|sau|kế tiếp|tới))",
    "by": r"(?:chậm nhất|muộn nhất|không (?:muộn|chậm) hơn|không quá|hạn (?:chót|cuối))(?: là| đến| vào)?"
    r"|trước hoặc (?:trong|vào|đúng)",
    "before": r"(?:hoàn thành )?(?:xong )?trước(?! mắt| đây| đó| hết| tiên| nay)",
    "after": r"sau",
    "from": r"(?:kể |bắt đầu |tính )?từ",
    "to": r"(?:cho )?(?:đến|tới)(?: hết)?(?: cuối)?|hết",
    "occasion": r"(?:nhân )?(?:dịp|đợt)",
    "list": r"và|hoặc",
    # goes on with the rhythm before it: "hằng quý, 6 tháng, năm"
    "bare": r"(?:0?1 |một )?(?P<bare_of>năm|quý|quí|tháng)(?=\s*(?:[(,;.]|và\s|$))",
}
_SIGNS = r"(?P<comma>[,&])|(?P<dash>-)"


@cache
def _grammar() -> re.Pattern[str]:
    """The whole grammar as one pattern; a space in it is any white space."""
    words = "|".join(f"(?P<{name}>(?:{pattern})(?!\\w))" for name, pattern in _GRAMMAR.items()).replace(" ", r"\s+")
    return re.compile(rf"(?<!\w)(?:{words})|{_SIGNS}")


def scan(plain_text: str) -> list[Word]:
    """Cut a text in the form of `letters.plain` into the words of time phrases, in order; the rest is passed over."""
    words: list[Word] = []
    for match in _grammar().finditer(plain_text):
        name = match.lastgroup or ""
        before = _goes_on_with(words, plain_text, match.start())
        point = (before and _more(name, match, before)) or (_POINTS[name](match) if name in _POINTS else None)
        if name == "bare" and not _goes_on_rhythm(words):
            continue
        if point:
            words.append(Word("point", match.start(), match.end(), point, weak=not before and _is_weak(name, match)))
        elif name not in _POINTS and name != "more":
            words.append(Word(_kind(name), match.start(), match.end(), rhythm=_rhythm(name, match)))
    return words


def _goes_on_rhythm(words: list[Word]) -> bool:
    return len(words) > 1 and words[-1].kind == "list" and any(word.kind == "rhythm" for word in words[-6:])


def _kind(name: str) -> str:
    return {"adhoc": "ad hoc", "comma": "list"}.get(name, "rhythm" if name in _WITH_RHYTHM else name)


def _is_weak(name: str, match: re.Match[str]) -> bool:
    if name == "year":
        return match["year_n"] is None
    if name == "date":
        return match["date_n"] is None and match["date_y"] is None
    return name in ("monthyear", "lead") or (name == "daymonth" and match["daymonth_n"] is None)


# --- rhythms ---------------------------------------------------------------------------------------------------------

_WITH_RHYTHM = ("times", "eachtimes", "six", "quarterend", "every", "eachone", "bare")
_RHYTHMS = {"năm": "yearly", "quý": "quarterly", "quí": "quarterly", "tháng": "monthly", "tuần": "weekly"}
_TIMES_A_YEAR = {1: "yearly", 2: "six-monthly", 4: "quarterly", 12: "monthly"}
_NUMERALS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "chín": 9}


def _rhythm(name: str, match: re.Match[str]) -> str:
    if name == "six":
        return "six-monthly"
    if name == "quarterend":
        return "quarterly"
    if name in ("every", "eachone", "bare"):
        return _RHYTHMS.get(match[f"{name}_of"], "daily")
    if name in ("times", "eachtimes"):
        of, times = match[f"{name}_of"], _count(match[f"{name}_n"])
        return _TIMES_A_YEAR.get(times, "yearly") if of == "năm" else _RHYTHMS.get(of, "daily")
    return ""


def _count(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else _NUMERALS.get(text, 1)


# --- points ----------------------------------------------------------------------------------------------------------


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _month_point(month: int, year: int | None, cut: str | None = None) -> Point:
    return Point("month", year, month, month, cut=cut)


def _quarter_point(quarter: int, year: int | None, cut: str | None = None) -> Point:
    return Point("quarter", year, 3 * quarter - 2, 3 * quarter, cut=cut)


def _day_point(day: int, month: int | None, year: int | None) -> Point | None:
    if month and day > calendar.monthrange(year or 2024, month)[1]:
        return None
    return Point("day", year, month, month, day)


def _read_quarter(text: str) -> int:
    return int(text) if text.isdecimal() else read_roman(text)


def _read_part(match: re.Match[str]) -> Point:
    months = _count(match["part_n"]) if match["part_n"] else 6
    first, last = (1, months) if match["part_side"] == "đầu" else (13 - months, 12)
    return Point("part", _number(match["part_y"]), first, last)


def _read_figures(match: re.Match[str]) -> Point | None:
    year = int(match["figures_y"])
    return _day_point(int(match["figures_d"]), int(match["figures_m"]), year + 2000 if year < 100 else year)


def _read_day_month(match: re.Match[str]) -> Point | None:
    return _day_point(int(match["daymonth_d"]), int(match["daymonth_m"]), None)


def _read_lead_month(month: int) -> Point | None:
    return _month_point(month, None) if month <= 12 else None


_POINTS: dict[str, Callable[[re.Match[str]], Point | None]] = {
    "part": _read_part,
    "quarter": lambda m: _quarter_point(_read_quarter(m["quarter_q"]), _number(m["quarter_y"])),
    "date": lambda m: _day_point(int(m["date_d"]), int(m["date_m"]), _number(m["date_y"])),
    "figures": _read_figures,
    "month": lambda m: _month_point(int(m["month_m"]), _number(m["month_y"]), m["month_cut"]),
    "monthyear": lambda m: _month_point(int(m["monthyear_m"]), int(m["monthyear_y"])),
    "daymonth": _read_day_month,
    "lead": lambda m: Point("day", day=int(m["lead_n"])) if m["lead_d"] else _read_lead_month(int(m["lead_n"])),
    "day": lambda m: Point("day", day=int(m["day_d"])),
    "year": lambda m: Point("year", int(m["year_y"])),
}


def _goes_on_with(words: list[Word], text: str, start: int) -> Point | None:
    """The point that a bare number at `start` continues, when only "-", ",", "và" or "đến" stands between."""
    if len(words) < 2 or words[-1].kind not in ("dash", "list", "to"):
        return None
    return words[-2].point if start - words[-1].end < 9 and not text[words[-1].end : start].strip() else None


def _more(name: str, match: re.Match[str], before: Point) -> Point | None:
    """A bare number in the unit before it: "Tháng 3-4/2026", "Quý II, III năm 2026", "ngày 26, 27/12"; else None."""
    if name == "more":
        written, year, cut = match["more_n"], _number(match["more_y"]), match["more_cut"]
    elif name == "monthyear":
        written, year, cut = match["monthyear_m"], int(match["monthyear_y"]), None
    elif name == "daymonth" and before.unit != "day":
        written, year, cut = match["daymonth_d"], None, match["daymonth_m"]
    else:
        return None
    if before.unit == "quarter" and re.fullmatch(_Q, written):
        return _quarter_point(_read_quarter(written), year, cut)
    if before.unit == "month" and re.fullmatch(_M, written):
        return _month_point(int(written), year, cut)
    bare = name == "more" and written.isdecimal() and year is None and cut is None
    return Point("day", day=int(written)) if bare and before.unit == "day" and before.year is None else None
