"""A stored text with the places that were read: every letter stays, every place has one anchor."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from lantoa.desk.passages import Place, anchor, passages

TEXT = "Số: 12/KH-UBND\n\nCăn cứ <Quyết định> số 5 & 6.\nHết"


def letters(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def test_paragraphs_keep_their_numbers_and_blank_ones_are_left_out() -> None:
    assert [(one.number, letters(one.html)) for one in passages(TEXT, [])] == [
        (1, "Số: 12/KH-UBND"), (3, "Căn cứ <Quyết định> số 5 & 6."), (4, "Hết"),
    ]  # fmt: skip


def test_a_place_is_marked_with_its_state() -> None:
    [first, *_] = passages(TEXT, [Place(4, 14, "look")])
    assert first.html == 'Số: <mark id="c4-14" class="tag-look">12/KH-UBND</mark>'


def test_a_place_inside_another_is_nested_and_one_that_crosses_is_cut() -> None:
    [first, *_] = passages(TEXT, [Place(0, 6), Place(4, 6), Place(5, 14)])
    assert re.findall(r'id="(c\d+-\d+)"', first.html) == ["c0-6", "c4-6", "c5-14"]
    assert letters(first.html) == "Số: 12/KH-UBND"


def test_the_same_place_is_marked_once_as_the_more_doubtful() -> None:
    [first, *_] = passages(TEXT, [Place(4, 14, "missing"), Place(4, 14, "sure")])
    assert first.html.count('id="c4-14"') == 1
    assert "tag-bad" in first.html


def test_a_stretch_of_the_text_can_be_asked_for() -> None:
    assert [one.number for one in passages(TEXT, [], first=16, last=40)] == [3]


def test_no_place_has_no_anchor() -> None:
    assert anchor(None, None) == ""


@given(
    st.text(alphabet="aờ<&\n \"'", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=8),
)
def test_no_letter_is_lost_and_no_anchor_said_twice(text: str, spans: list[tuple[int, int]]) -> None:
    places = [Place(start, start + length) for start, length in spans if start < len(text)]
    shown = passages(text, places)
    assert [letters(one.html) for one in shown] == [line for line in text.split("\n") if line.strip()]
    ids = re.findall(r'id="(c\d+-\d+)"', "".join(one.html for one in shown))
    assert len(ids) == len(set(ids))


def test_a_blank_place_is_shown_where_something_is_missing() -> None:
    text = "Thời gian\n \nBảo tàng"
    shown = passages(text, [Place(11, 11, "missing")])
    assert [one.number for one in shown] == [1, 2, 3]
    assert '<mark id="c11-11" class="tag-bad">(để trống)</mark>' in shown[1].html
