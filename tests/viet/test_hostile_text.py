"""Long and strange text is read in time that grows with its length: a slow pattern would hang this test."""

import pytest

from lantoa.viet.bodies import split_bodies
from lantoa.viet.dates import find_dates
from lantoa.viet.legacy import legacy_encoded
from lantoa.viet.letters import compose, fold_map, plain_map, sort_key
from lantoa.viet.numbers import find_quantities
from lantoa.viet.phrases import find_times, read_time

LONG = 60_000
PIECES = [
    "ngày .",
    " ",
    ".",
    "(",
    "9",
    "9.",
    "1.234",
    "khi có ",
    "theo ",
    "hằng ",
    "sở ",
    "Sở ",
    ", ",
    "các sở, ",
    "và ",
    "Sở A, ",
    "-",
]
PIECES += [
    "trước ",
    "tháng 1, ",
    "2026-",
    "\u0300",
    "a\u0323",
    "ª",
    "\n- ",
    "(Sở, ",
    "Ủy ban, ",
    "liên quan ",
    "trên địa bàn ",
    "I, ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_long_repetitions(piece: str) -> None:
    text = (f"khi có ngày {piece}" + piece * LONG)[:LONG]
    for found in [*find_dates(text), *find_quantities(text), *find_times(text), *split_bodies(text)]:
        assert 0 <= found.start < found.end <= LONG
    assert read_time(text).raw == text
    assert sort_key(text)[1] == compose(text)
    assert fold_map(text)[1][-1] == plain_map(text)[1][-1] == LONG
    assert legacy_encoded(text) in (None, "TCVN3", "VNI")
