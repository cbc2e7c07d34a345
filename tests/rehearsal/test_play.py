"""The main job on the example plan, in one database: from the paper that orders to the paper that answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest

from lantoa.materials.queries import awaiting_approval, newest_version
from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.reading import read_plan
from lantoa.reading.draft import Phase, PlanDraft, Read
from lantoa.refusals import Refusal
from lantoa.rehearsal import gathering
from lantoa.rehearsal.afterwards import leave_open
from lantoa.rehearsal.play import first_full_year
from lantoa.rounds.models import Obligation
from lantoa.trail.queries import breaks
from lantoa.viet.dates import PartialDate
from lantoa.viet.deadlines import VIETNAM
from tests.needs import needs_office
from tests.rehearsal import played as holds

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["ke-hoach-hai-son-2026.docx", "ke-hoach-hai-son-2026.txt"])
def test_a_year_of_the_example(name: str) -> None:
    played = holds.rehearse(EXAMPLES / name)
    holds.everybody_played_a_part(played)
    holds.every_figure_of_the_paper_is_the_databases(played)
    holds.the_paper_reads_back_equal(played)
    assert played.year == 2026
    assert not list(breaks(played.cast.tenant.id))


@needs_office
@pytest.mark.office
@pytest.mark.django_db
def test_the_issued_report_on_its_pages(tmp_path: Path) -> None:
    holds.the_pages_keep_the_official_layout(holds.rehearse(EXAMPLES / "ke-hoach-hai-son-2026.docx"), tmp_path)


@pytest.mark.django_db
def test_a_visitor_finds_something_to_do() -> None:
    """One for each sign-in: a story to approve, a report to accept, a report to write; the issued one is untouched."""
    played = holds.rehearse(EXAMPLES / "ke-hoach-hai-son-2026.txt")
    assert played.cast.shown is not None
    paper = holds.issued(played)
    round = leave_open(played, datetime(2026, 11, 22, 9, tzinfo=VIETNAM))
    assert [material.title for material in map(newest_version, awaiting_approval(played.cast.leader))]
    owed = {obligation.agency: obligation.state for obligation in round.obligations.select_related("agency")}
    assert owed[played.cast.shown.agency] == Obligation.State.OPEN
    assert list(owed.values()).count(Obligation.State.SUBMITTED) == 1
    assert holds.issued(played) == paper


def draft_of(issued: PartialDate | None, *phases: tuple[date | None, date | None]) -> PlanDraft:
    whole = read_plan(recognise(open_paper(*_example())))
    spans = tuple(Phase(Read(start, sure=1.0), Read(end, sure=1.0), Read("")) for start, end in phases)
    return replace(whole, date=Read(issued, sure=1.0), phases=spans)


def _example() -> tuple[bytes, str]:
    path = EXAMPLES / "ke-hoach-hai-son-2026.txt"
    return path.read_bytes(), path.name


@pytest.mark.parametrize(
    ("issued", "phases", "year"),
    [
        (PartialDate(2026, 1, 30), [(date(2026, 1, 1), date(2030, 12, 31))], 2026),
        (PartialDate(2014, 4, 23), [(None, date(2015, 12, 31)), (date(2016, 1, 1), None)], 2015),
        (PartialDate(2021, 12), [(date(2021, 1, 1), date(2025, 12, 31))], 2022),
        (PartialDate(2024, 2, 1), [], 2024),
        (None, [(date(2023, 1, 1), date(2024, 12, 31))], 2023),
        (PartialDate(2023, 6, 1), [(date(2023, 6, 1), date(2023, 12, 31))], 2023),
    ],
)
def test_the_first_full_year(
    issued: PartialDate | None, phases: list[tuple[date | None, date | None]], year: int
) -> None:
    assert first_full_year(draft_of(issued, *phases)) == year


def test_a_plan_of_no_known_year_is_refused() -> None:
    with pytest.raises(Refusal, match="năm nào"):
        first_full_year(draft_of(None))


@pytest.mark.parametrize("asked", range(1, 12))
def test_however_few_are_asked_one_answers(asked: int) -> None:
    owed = [Obligation() for _ in range(asked)]
    for seed in range(20):
        given = [fate for _, fate in gathering.fates(owed, Random(seed))]
        assert set(given) & {gathering.ON_TIME, gathering.LATE}
        assert given.count(gathering.NEVER) == (1 if asked > 1 else 0)
        assert given.count(gathering.NIL) == (1 if asked > 3 else 0)
