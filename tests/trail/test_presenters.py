"""Every verb has its sentence, and every sentence only asks for what the act tells."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from lantoa.agencies.models import Agency
from lantoa.trail.actors import CLOCK, SETUP
from lantoa.trail.acts import erase_payload, record
from lantoa.trail.presenters import SENTENCES, sentence
from lantoa.trail.queries import history
from tests.trail.verbs import recorded

RECORDED = list(recorded())


def test_every_recorded_verb_has_its_sentence_and_no_sentence_is_idle() -> None:
    assert {call.verb: call.place for call in RECORDED if call.verb not in SENTENCES} == {}
    assert SENTENCES.keys() - {call.verb for call in RECORDED} == set()


def test_a_sentence_names_the_actor_and_asks_only_for_what_its_act_tells() -> None:
    for call in RECORDED:
        asked = set(re.findall(r"%\((\w+)\)s", SENTENCES[call.verb]))
        assert "actor" in asked, call
        assert call.open or asked <= call.facts | {"actor"}, call


def test_an_entry_in_words(ubnd: Agency) -> None:
    entry = history(ubnd).get()
    assert sentence(entry) == "setup thêm cơ quan Ủy ban nhân dân tỉnh Hải Sơn"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (date(2026, 1, 5), "05/01/2026"),
        ("2026-13-45", "2026-13-45"),
        (None, ""),
        (True, "có"),
        (Decimal("12.5"), "12.5"),
        (["Sở Tài chính", 3], "Sở Tài chính, 3"),
        ({"x": 1}, "x: 1"),
    ],
)
def test_values_in_words(ubnd: Agency, given: object, words: str) -> None:
    entry = record(
        "document_issued", ubnd, by=CLOCK, at=datetime(2026, 3, 2, tzinfo=UTC), symbol="01/BC-STC", name=given
    )
    assert sentence(entry) == f"tick ban hành 01/BC-STC: {words}".strip()


def test_what_an_old_entry_does_not_tell_is_an_ellipsis(ubnd: Agency, now: datetime) -> None:
    assert sentence(record("agency_founded", ubnd, by=SETUP, at=now)) == "setup thêm cơ quan …"
    assert sentence(record("unheard_of", ubnd, by=SETUP, at=now)) == "setup đã thực hiện một việc (unheard_of)"


def test_an_erased_entry_says_that_it_was_erased(ubnd: Agency, now: datetime) -> None:
    erase_payload(entry=history(ubnd).get(), by=SETUP, at=now, reason="Theo yêu cầu của người có tên.")
    assert sentence(history(ubnd).get()).startswith("Nội dung đã được xóa")
