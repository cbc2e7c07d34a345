"""Sum of parts = whole, in any order and with any repetition of arrivals; an event reported twice counts once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.reports.rules import Edge, Part, joined, joined_qualifier
from lantoa.reports.rules.passages import gathered

START = datetime(2026, 11, 1, tzinfo=UTC)
decimals = st.decimals(min_value=0, max_value=10**9, places=4)
qualifiers = st.sampled_from(["", "hơn", "trên", "gần", "khoảng", "ước"])


def part(key: str, value: int | Decimal, *edges: Edge, qualifier: str = "", minute: int = 0) -> Part:
    return Part(key, (key, key), Decimal(value), qualifier, START + timedelta(minutes=minute), edges)


@st.composite
def worlds(draw: st.DrawFn) -> list[Part]:
    """Agencies that report events of their own and of one another; some figures changed by hand."""
    agencies = [f"co-quan-{number}" for number in range(draw(st.integers(1, 7)))]
    edges: dict[str, list[Edge]] = {agency: [] for agency in agencies}
    for event in range(draw(st.integers(0, 8))):
        lead = draw(st.sampled_from([*agencies, "khong-gui"]))
        if lead in edges:
            edges[lead].append(Edge(event, draw(decimals), principal=True))
        for double in draw(st.sets(st.sampled_from(agencies))):
            if double != lead:
                edges[double].append(Edge(event, draw(decimals), principal=False))
    return [
        Part(
            agency,
            (agency, agency),
            draw(st.one_of(st.just(sum((edge.value for edge in edges[agency]), Decimal(0))), decimals)),
            draw(qualifiers),
            START + timedelta(minutes=draw(st.integers(0, 3))),
            tuple(edges[agency]),
        )
        for agency in agencies
    ]


@given(worlds(), st.randoms(use_true_random=False), st.sampled_from(["sum", "largest", "last"]))
def test_the_order_and_repetition_of_arrivals_change_nothing(parts: list[Part], chance: Random, rule: str) -> None:
    again = parts + chance.choices(parts, k=3)
    chance.shuffle(again)
    assert joined(rule, again) == joined(rule, parts)


@given(worlds(), st.sampled_from(["sum", "largest", "last"]))
def test_the_sum_of_the_shares_is_the_whole(parts: list[Part], rule: str) -> None:
    whole = joined(rule, parts)
    assert whole is not None
    assert sum((share.value for share in whole.shares), Decimal(0)) == whole.value
    assert all(share.value >= 0 and share.left_out >= 0 for share in whole.shares)
    assert all((share.left_out == 0) == (share.double_of is None) for share in whole.shares)


@given(worlds())
def test_every_part_is_accounted_for(parts: list[Part]) -> None:
    whole = joined("sum", parts)
    assert whole is not None
    for one in parts:
        shares = [share for share in whole.shares if share.part == one]
        assert sum((share.value + share.left_out for share in shares), Decimal(0)) == one.value


@given(worlds())
def test_with_figures_as_logged_each_event_is_counted_once(parts: list[Part]) -> None:
    logged = [Part(p.key, p.order, sum((e.value for e in p.edges), Decimal(0)), "", p.at, p.edges) for p in parts]
    whole = joined("sum", logged)
    assert whole is not None
    once: dict[object, Decimal] = {}
    for principal in (True, False):
        for one in sorted(logged, key=lambda p: p.order):
            for edge in one.edges:
                if edge.principal is principal:
                    once.setdefault(edge.event, edge.value)
    assert whole.value == sum(once.values(), Decimal(0))


def test_the_same_event_counts_with_the_lead() -> None:
    coordinator = part("a", 45, Edge("hội thảo", Decimal(45), principal=False))
    lead = part("b", 118, Edge("hội thảo", Decimal(45)), Edge("khác", Decimal(73)))
    whole = joined("sum", [coordinator, lead])
    assert whole is not None
    assert whole.value == 118
    left = [share for share in whole.shares if share.double_of]
    assert [(share.part, share.left_out, share.double_of) for share in left] == [(coordinator, 45, lead)]


def test_a_double_counts_once_when_the_lead_is_missing() -> None:
    first = part("a", 45, Edge("hội thảo", Decimal(45), principal=False))
    second = part("b", 50, Edge("hội thảo", Decimal(50), principal=False))
    for order in permutations([first, second]):
        whole = joined("sum", order)
        assert whole is not None
        assert whole.value == 45


def test_a_double_already_taken_off_by_hand_is_not_taken_off_again() -> None:
    coordinator = part("a", 10, Edge("hội thảo", Decimal(45), principal=False))
    lead = part("b", 45, Edge("hội thảo", Decimal(45)))
    whole = joined("sum", [coordinator, lead])
    assert whole is not None
    assert whole.value == 45
    assert [share.left_out for share in whole.shares if share.double_of] == [10]


def test_doubles_of_two_leads_are_told_apart() -> None:
    both = part("a", 30, Edge("một", Decimal(10), principal=False), Edge("hai", Decimal(20), principal=False))
    one, two = part("b", 10, Edge("một", Decimal(10))), part("c", 20, Edge("hai", Decimal(20)))
    whole = joined("sum", [two, both, one])
    assert whole is not None
    assert whole.value == 30
    assert [(s.left_out, s.double_of) for s in whole.shares if s.double_of] == [(10, one), (20, two)]


def test_largest_and_newest_pick_one_part() -> None:
    early, late = part("a", 9, qualifier="hơn"), part("b", 5, minute=1, qualifier="ước")
    largest, newest = joined("largest", [late, early]), joined("last", [late, early])
    assert largest is not None
    assert newest is not None
    assert (largest.value, largest.qualifier) == (9, "hơn")
    assert (newest.value, newest.qualifier) == (5, "ước")
    assert [share.value for share in newest.shares] == [0, 5]


def test_nothing_is_joined_where_the_rule_joins_nothing() -> None:
    assert joined("none", [part("a", 5)]) is None
    assert joined("sum", []) is None


# --- qualifiers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["", ""], ""),
        (["", "hơn"], "hơn"),
        (["trên", "trên"], "trên"),
        (["trên", "hơn", ""], "hơn"),
        (["hơn", "ước"], "ước"),
        (["hơn", "gần"], "khoảng"),
        (["ước đạt"], "ước đạt"),
    ],
)
def test_a_mark_on_a_part_marks_the_whole(parts: list[str], whole: str) -> None:
    assert all(joined_qualifier(order) == whole for order in permutations(parts))


@given(st.lists(qualifiers, min_size=1))
def test_the_whole_is_marked_exactly_when_a_part_is(marks: Sequence[str]) -> None:
    assert bool(joined_qualifier(marks)) == any(marks)


def test_a_part_that_gives_nothing_marks_nothing() -> None:
    coordinator = part("a", 45, Edge("hội thảo", Decimal(45), principal=False), qualifier="hơn")
    lead = part("b", 45, Edge("hội thảo", Decimal(45)))
    whole = joined("sum", [coordinator, lead])
    assert whole is not None
    assert whole.qualifier == ""


# --- passages --------------------------------------------------------------------------------------------------------


def test_the_same_words_are_told_once_with_all_who_said_them() -> None:
    passages = gathered(
        [("A", "- Thiếu kinh phí.\nThiếu xe"), ("B", "thiếu  kinh phí"), ("C", "Không có"), ("A", "Thiếu xe.")]
    )
    assert [(passage.text, passage.sources) for passage in passages] == [
        ("Thiếu kinh phí.", ("A", "B")),
        ("Thiếu xe", ("A",)),
        ("Không có", ("C",)),
    ]


def test_other_words_are_never_joined() -> None:
    assert len(gathered([("A", "Thiếu 2 xe"), ("B", "Thiếu 3 xe"), ("C", "Thừa 2 xe")])) == 3
