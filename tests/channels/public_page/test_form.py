"""Plain text becomes paragraphs and lists; no letter is lost, nothing becomes markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.channels.public_page.form import DESCRIPTION, LARGEST, Block, blocks, description, refuse_too_long
from tests.universe.activities import BODY, SUMMARY, refused

LINES = st.lists(st.text(alphabet="aăđ <&>-•*\u202e\x07", max_size=12), max_size=12)


def test_paragraphs_lists_and_broken_lines() -> None:
    text = "Mở đầu\ndòng hai\n\n\nCó:\n- một\n• hai\n\n* ba\nKết"
    assert blocks(text) == [
        Block("paragraph", ("Mở đầu", "dòng hai")),
        Block("paragraph", ("Có:",)),
        Block("list", ("một", "hai")),
        Block("list", ("ba",)),
        Block("paragraph", ("Kết",)),
    ]


def test_a_dash_inside_a_line_or_alone_is_no_list() -> None:
    assert blocks("8 giờ - 11 giờ\n-\n-5 độ") == [Block("paragraph", ("8 giờ - 11 giờ", "-", "-5 độ"))]


@given(LINES)
def test_no_letter_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = "".join(line for block in blocks(text) for line in block.lines)
    letters = re.compile("[^aăđ<&>]")
    assert letters.sub("", kept) == letters.sub("", text)
    assert all(line.strip() == line != "" for block in blocks(text) for line in block.lines)
    assert not re.search("[\u202e\x07\n]", kept)


@given(LINES)
def test_what_was_read_reads_the_same_again(lines: list[str]) -> None:
    read = [block for block in blocks("\n".join(lines)) if block.kind == "paragraph"]
    assert [blocks("\n".join(block.lines)) for block in read] == [[block] for block in read]


def test_the_description_is_the_summary_or_the_opening() -> None:
    assert description(SUMMARY, BODY) == SUMMARY
    assert description("", BODY) == BODY.split("\n")[0]


@given(st.text(alphabet="ab \n", max_size=600))
def test_the_description_is_one_short_line(text: str) -> None:
    line = description(text, "")
    assert len(line) <= DESCRIPTION
    assert "\n" not in line


def test_a_story_too_heavy_for_slow_phones_is_refused() -> None:
    refuse_too_long("", "a" * LARGEST)
    with refused("too_long", "body"):
        refuse_too_long("", "ạ" * (LARGEST // 3) + "aa")


@pytest.mark.parametrize("text", ["", " \n\t", "\x07\u202e"])
def test_nothing_gives_nothing(text: str) -> None:
    assert blocks(text) == []
    assert description("", text) == ""
