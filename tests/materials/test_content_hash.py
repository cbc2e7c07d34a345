"""The hash that an approval is bound to."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from lantoa.materials.rules import content_hash, tidy

TEXTS = st.text(alphabet=st.sampled_from("aăâđêô ơưẩằ-.,\n“”12\u0301"), max_size=40)


@given(TEXTS, TEXTS, TEXTS)
def test_two_ways_of_typing_the_same_give_the_same(title: str, summary: str, body: str) -> None:
    typed = [f" {unicodedata.normalize('NFD', text)}\n".replace("\n", "\r\n") for text in (title, summary, body)]
    assert content_hash(*typed) == content_hash(title, summary, body)


@given(st.tuples(TEXTS, TEXTS, TEXTS), st.tuples(TEXTS, TEXTS, TEXTS))
def test_other_words_give_another_hash(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    same = [tidy(text) for text in one] == [tidy(text) for text in other]
    assert (content_hash(*one) == content_hash(*other)) is same


def test_words_do_not_move_between_the_parts() -> None:
    assert content_hash("a", "b", "c") != content_hash("ab", "", "c")
    assert content_hash("a", "", "b") != content_hash("a", "b", "")
