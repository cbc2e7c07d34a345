"""Addresses: plain letters, short, never two alike."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lantoa.channels.models import Release
from lantoa.channels.public_page.transport import LONGEST, address


def test_a_title_gives_a_plain_address() -> None:
    assert address("Đêm hội Trăng rằm: 8/8!", ()) == "dem-hoi-trang-ram-8-8"
    assert address("“…”", ()) == "tin"


def test_a_taken_address_gets_a_number() -> None:
    assert address("Ngày hội", {"ngay-hoi"}) == "ngay-hoi-2"
    assert address("Ngày hội", {"ngay-hoi", "ngay-hoi-2"}) == "ngay-hoi-3"


def test_a_long_title_is_cut_at_a_word() -> None:
    made = address("từ " * 100, ())
    assert made == "-".join(["tu"] * 38)
    assert len(address("x" * 300, ())) == LONGEST - 6


@given(st.lists(st.sampled_from(["Ngày hội", "ngay hoi", "Ngày hội 2", "Tin", "!", "y" * 200]), max_size=12))
def test_addresses_never_repeat_and_always_fit(titles: list[str]) -> None:
    taken: set[str] = set()
    for title in titles:
        made = address(title, taken)
        assert made not in taken
        assert 0 < len(made) <= LONGEST == Release._meta.get_field("slug").max_length
        taken.add(made)
