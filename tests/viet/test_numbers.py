"""Numbers, quantities, money, words and Roman numerals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.viet.numbers import (
    as_money,
    as_number,
    find_quantities,
    in_words,
    number_in_words,
    read_money,
    read_number,
    read_roman,
    roman,
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.234.567,89", "1234567.89"),
        ("9.888,91", "9888.91"),
        ("96", "96"),
        ("0,5", "0.5"),
        ("-1.200", "-1200"),
        (" 12 ", "12"),
    ],
)
def test_numbers(written: str, value: str) -> None:
    assert read_number(written) == Decimal(value)


@pytest.mark.parametrize("written", ["1.5", "1,234.5", "", "abc", "1.23.456", "1,2,3", "12 34"])
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        read_number(written)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**15), max_value=10**15))
def test_numbers_read_back(value: Decimal) -> None:
    assert read_number(as_number(value)) == value


def test_written_numbers() -> None:
    assert as_number(Decimal("1234567.89")) == "1.234.567,89"
    assert as_number(-1234) == "-1.234"
    assert as_number(Decimal("1E+3")) == "1.000"


def test_quantities_keep_their_mark_unit_and_place() -> None:
    text = (
        "Tổ chức 12 hội nghị với hơn 1.234 lượt người, ước đạt 34,275 tỷ đồng, trên 90% hộ; ngày 10/12, số 39/KH-UBND."
    )
    found = find_quantities(text)
    assert [(q.value, q.qualifier, q.unit) for q in found] == [
        (Decimal(12), "", "hội nghị"),
        (Decimal(1234), "hơn", "lượt người"),
        (Decimal("34.275"), "ước đạt", "tỷ đồng"),
        (Decimal(90), "trên", "%"),
    ]
    assert [text[q.start : q.end] for q in found][1:3] == ["hơn 1.234 lượt người", "ước đạt 34,275 tỷ đồng"]


def test_a_quantity_without_unit() -> None:
    [quantity] = find_quantities("khoảng 45")
    assert (quantity.value, quantity.qualifier, quantity.unit) == (Decimal(45), "khoảng", "")


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("34,275 tỷ đồng", 34_275_000_000),
        ("428 triệu đồng", 428_000_000),
        ("1.200.000 đồng", 1_200_000),
        ("1 tỷ 200 triệu đồng", 1_200_000_000),
        ("500 nghìn đồng", 500_000),
        ("2,5 nghìn tỷ đồng", 2_500_000_000_000),
        ("15 ngàn", 15_000),
        ("750.000đ", 750_000),
    ],
)
def test_money(written: str, amount: int) -> None:
    assert read_money(written) == amount


@pytest.mark.parametrize("written", ["", "đồng", "nhiều tiền", "0,5 đồng", "1,2345678 triệu đồng"])
def test_what_is_no_money_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"money|đồng"):
        read_money(written)


@given(st.integers(0, 10**15))
def test_money_reads_back(amount: int) -> None:
    assert read_money(as_money(amount)) == amount


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (10, "Mười đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (11, "Mười một đồng"),
        (105, "Một trăm linh năm đồng"),
        (1_205, "Một nghìn hai trăm linh năm đồng"),
        (2_025, "Hai nghìn không trăm hai mươi lăm đồng"),
        (1_000_005, "Một triệu không trăm linh năm đồng"),
        (34_275_000_000, "Ba mươi bốn tỷ hai trăm bảy mươi lăm triệu đồng"),
        (1_000_000_001, "Một tỷ không trăm linh một đồng"),
        (12_000_000_000_000, "Mười hai nghìn tỷ đồng"),
    ],
)
def test_money_in_words(amount: int, words: str) -> None:
    assert in_words(amount) == words


_DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_VALUES = {word: value for value, word in enumerate(_DIGITS)} | {"mốt": 1, "lăm": 5}


def _spoken(words: list[str]) -> int:
    """Read number words by their own rules, as a listener would."""
    if "tỷ" in words:
        at = len(words) - 1 - words[::-1].index("tỷ")
        return _spoken(words[:at]) * 10**9 + _spoken(words[at + 1 :])
    for scale, size in (("triệu", 10**6), ("nghìn", 10**3), ("trăm", 100)):
        if scale in words:
            at = words.index(scale)
            return _spoken(words[:at]) * size + _spoken(words[at + 1 :])
    if "mươi" in words:
        at = words.index("mươi")
        return _spoken(words[:at]) * 10 + _spoken(words[at + 1 :])
    if words[:1] == ["mười"]:
        return 10 + _spoken(words[1:])
    return sum(_VALUES[word] for word in words if word != "linh")


@given(st.integers(0, 10**12))
def test_words_are_understood(number: int) -> None:
    assert _spoken(number_in_words(number).split()) == number


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number: int) -> None:
    assert read_roman(roman(number)) == number
    assert read_roman(roman(number).lower()) == number


@pytest.mark.parametrize("wrong", ["", "IIII", "VX", "IC", "abc", "M M"])
def test_malformed_roman_numerals_are_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="Roman"):
        read_roman(wrong)


@pytest.mark.parametrize("wrong", [0, -1, 4000])
def test_numbers_without_roman_numeral(wrong: int) -> None:
    with pytest.raises(ValueError, match="Roman"):
        roman(wrong)
