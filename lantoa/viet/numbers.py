"""Numbers, quantities and money: dot for thousands, comma for decimals, exact to the đồng."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from lantoa.viet.letters import plain_map

_GROUPED = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?"
_SIMPLE = r"\d+(?:,\d+)?"
_NUMBER = re.compile(rf"[-−]?(?:{_GROUPED}|{_SIMPLE})")


def read_number(text: str) -> Decimal:
    """Read "1.234.567,89" exactly; ValueError when `text` is no Vietnamese number.

    A dot separates thousands only: "1.5" is refused, not guessed at.
    """
    stripped = text.strip().replace("\u00a0", "")
    if not _NUMBER.fullmatch(stripped):
        raise ValueError(f"not a number: {text!r}")
    return Decimal(stripped.replace("−", "-").replace(".", "").replace(",", "."))


def as_number(value: Decimal | int) -> str:
    """Write 1234567.89 as "1.234.567,89", with the decimals that it has."""
    return f"{Decimal(value):,f}".translate(str.maketrans(",.", ".,"))


# --- quantities ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text with the mark that qualifies it ("hơn", "ước", or "") and its unit ("" when none is known)."""

    value: Decimal
    qualifier: str
    unit: str
    start: int
    end: int


_QUALIFIERS = (
    "ước đạt", "ước khoảng", "ước tính", "ước", "hơn", "trên", "gần", "khoảng", "xấp xỉ", "ít nhất", "tối thiểu",
    "không dưới", "không quá", "tối đa", "dưới", "đạt",
)  # fmt: skip
_UNITS = (
    "lượt người", "lượt xe", "lượt truy cập", "lượt tiếp sóng", "lượt phát", "lượt", "người", "tin, bài", "tin bài",
    "tin", "bài viết", "bài", "ảnh", "phóng sự", "chuyên trang", "chuyên mục", "chuyên đề", "tọa đàm", "phút", "giờ",
    "bản tin", "văn bản", "cuộc", "buổi", "hội nghị", "lớp", "khóa", "cụm", "pa nô", "băng rôn", "khẩu hiệu", "chiếc",
    "tấm", "tờ rơi", "tờ", "áp phích", "cờ", "ấn phẩm", "cuốn", "bản", "bộ", "số", "kỳ", "đoàn", "góc", "điểm", "video",
    "clip", "hộ", "xã", "phường", "huyện", "đơn vị", "cơ quan", "doanh nghiệp", "nghìn đồng", "ngàn đồng",
    "triệu đồng", "tỷ đồng", "tỉ đồng", "đồng", "km²", "km2", "m²", "m2", "km", "ha", "%", "năm", "tháng", "ngày",
)  # fmt: skip
_QUANTITY = re.compile(
    rf"(?:(?<!\w)(?P<qualifier>{'|'.join(_QUALIFIERS)})\s+)?"
    rf"(?<![\w.,/-])(?P<number>{_GROUPED}|{_SIMPLE})(?![\d/]|[.,]\d|-\w)"
    rf"(?:\s*(?P<unit>{'|'.join(sorted(map(re.escape, _UNITS), key=len, reverse=True))})(?!\w))?"
)


def find_quantities(text: str) -> list[Quantity]:
    """Every figure in `text` with its qualifier and unit; dates and paper numbers ("10/12", "39/KH") left out."""
    searched, positions = plain_map(text)
    return [
        Quantity(
            read_number(match["number"]),
            match["qualifier"] or "",
            match["unit"] or "",
            positions[match.start()],
            positions[match.end()],
        )
        for match in _QUANTITY.finditer(searched)
    ]


# --- money -----------------------------------------------------------------------------------------------------------

_SCALES = {"": 1, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "nghìn tỷ": 10**12}
_SCALES |= {"ngàn tỷ": 10**12, "nghìn tỉ": 10**12, "ngàn tỉ": 10**12}
_MONEY = re.compile(rf"({_GROUPED}|{_SIMPLE})\s*((?:nghìn |ngàn )?(?:tỷ|tỉ)|triệu|nghìn|ngàn|)\s*(đồng|đ|vnđ|vnd)?\.?")


def read_money(text: str) -> int:
    """Read an amount into đồng: "34,275 tỷ đồng" -> 34275000000, "1 tỷ 200 triệu đồng" -> 1200000000.

    ValueError when it is no amount, or not a whole number of đồng.
    """
    rest, total = re.sub(r"\s+", " ", plain_map(text)[0]).strip(), Decimal(0)
    if not rest:
        raise ValueError(f"not an amount of money: {text!r}")
    while rest:
        match = _MONEY.match(rest)
        if not match:
            raise ValueError(f"not an amount of money: {text!r}")
        total += read_number(match[1]) * _SCALES[match[2]]
        rest = rest[match.end() :].strip()
    if total != total.to_integral_value():
        raise ValueError(f"less than one đồng: {text!r}")
    return int(total)


def as_money(amount: int) -> str:
    """Write an amount of đồng: "1.200.000 đồng"."""
    return f"{as_number(amount)} đồng"


# --- words -----------------------------------------------------------------------------------------------------------

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")


def in_words(amount: int) -> str:
    """An amount of đồng in words, as a signed paper closes: 1205 -> "Một nghìn hai trăm linh năm đồng"."""
    words = number_in_words(amount) + " đồng"
    return words[0].upper() + words[1:]


def number_in_words(number: int) -> str:
    """A whole number in Vietnamese words: 21 -> "hai mươi mốt"."""
    if number < 0:
        return "âm " + number_in_words(-number)
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, 10**9)
    words = f"{number_in_words(billions)} tỷ".split() if billions else []
    return " ".join(words + _below_billion(rest, full=billions > 0))


def _below_billion(number: int, full: bool) -> list[str]:
    words: list[str] = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            words += _hundreds(group, full=full or bool(words))
            words += [_GROUPS[power]] if power else []
    return words


def _hundreds(number: int, full: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    if 0 < rest < 10:
        return [*words, *(["linh"] if words else []), _DIGITS[rest]]
    return words + _tens(rest)


def _tens(number: int) -> list[str]:
    tens, units = divmod(number, 10)
    if number == 0:
        return []
    words = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if units == 0:
        return words
    last = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(units, _DIGITS[units])
    return [*words, last]


# --- Roman numerals --------------------------------------------------------------------------------------------------

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_FORM = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def roman(number: int) -> str:
    """1..3999 as a Roman numeral; ValueError outside."""
    if not 0 < number < 4000:
        raise ValueError(f"no Roman numeral for {number}")
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def read_roman(text: str) -> int:
    """Read a well-formed Roman numeral, upper or lower case; ValueError for anything else ("IIII", "")."""
    numeral = text.upper()
    if not numeral or not _ROMAN_FORM.fullmatch(numeral):
        raise ValueError(f"not a Roman numeral: {text!r}")
    value = 0
    for amount, letters in _ROMAN:
        while numeral.startswith(letters):
            value, numeral = value + amount, numeral[len(letters) :]
    return value
