"""The two real plans: scores, the facts of the issue, and twenty mutations of each."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from lantoa.reading import PlanDraft, read_plan
from lantoa.viet.letters import fold
from tests.needs import SHARED
from tests.reading.tracing import untraced
from tests.shared_papers.mutations import mutate
from tests.shared_papers.place import ROOT, points, seed, shared

pytestmark = shared

WITH_TABLE, IN_SENTENCES = "soc-trang-2014", "nam-dinh-2021"


@cache
def draft(name: str) -> PlanDraft:
    return read_plan(SHARED / "seeds" / f"{name}.txt")


def codes(name: str) -> list[str]:
    return [finding.code for finding in draft(name).findings]


@pytest.mark.parametrize("name", [WITH_TABLE, IN_SENTENCES])
def test_score(name: str) -> None:
    assert points(*seed(name)) >= 0.97


@pytest.mark.parametrize("number", range(20))
@pytest.mark.parametrize("name", [WITH_TABLE, IN_SENTENCES])
def test_mutations_score_the_same(name: str, number: int) -> None:
    text, gold = seed(name)
    whole = points(text, gold)
    changed, labels, done = mutate(text, gold, number)
    assert changed != text
    assert points(changed, labels) >= whole, done
    assert untraced(read_plan(changed.encode())) == []


def test_tasks_stand_in_two_groups() -> None:
    tasks = draft(WITH_TABLE).tasks
    assert len(tasks) == 13
    assert [task.path for task in tasks] == [f"PL1.I.{n}" for n in range(1, 12)] + ["PL1.II.1", "PL1.II.2"]
    assert len({task.group.value for task in tasks}) == 2


def test_leads_that_are_no_single_body_are_flagged() -> None:
    found = draft(WITH_TABLE)
    flagged = {f.span.start for f in found.findings if f.code == "lead_not_single"}
    named = [task.path for task in found.tasks if task.lead[0].name.span.start in flagged]
    assert named == ["PL1.I.1", "PL1.I.2", "PL1.I.3", "PL1.I.8", "PL1.I.9", "PL1.I.10"]
    assert [body.kind for task in found.tasks if task.path == "PL1.I.8" for body in task.lead] == ["channel"]


def test_the_empty_time_cell_is_flagged_once() -> None:
    assert codes(WITH_TABLE).count("time_missing") == 1
    assert next(f for f in draft(WITH_TABLE).findings if f.code == "time_missing").message.count("II.1") == 1


def test_the_wrong_date_of_the_basis_is_flagged_with_the_right_one() -> None:
    found = [f for f in draft(WITH_TABLE).findings if f.code == "base_date_differs"]
    assert [f.proposal for f in found] == ["30/8/2013"]
    assert "base_after_plan" in codes(WITH_TABLE)


def test_number_and_date_come_from_the_caption() -> None:
    found = draft(WITH_TABLE)
    assert (found.number.value, str(found.date.value)) == ("39", "2014-04-23")
    assert {"number_from_caption", "date_from_caption"} <= set(codes(WITH_TABLE))


def test_holes_of_the_other_plan() -> None:
    assert {"number_missing", "day_missing", "appendix_absent", "base_spelling"} <= set(codes(IN_SENTENCES))
    due = [duty for duty in draft(IN_SENTENCES).report_duties if duty.due.value == "11-10"]
    assert [duty.exclusive for duty in due] == [True]


@pytest.mark.parametrize("name", [WITH_TABLE, IN_SENTENCES])
def test_every_value_is_traced(name: str) -> None:
    assert untraced(draft(name)) == []


@pytest.mark.parametrize("name", ["kh-2242.docx", "kh-3957.docx", "phu-tho-2011.txt"])
def test_every_value_of_other_plans_is_traced(name: str) -> None:
    assert untraced(read_plan(SHARED / "corpus" / name)) == []


def test_no_sentence_of_a_seed_is_in_the_repository() -> None:
    """The reader reads; it does not know."""
    kept = fold(" ".join(_words_of_the_repository()))
    sentences = [s for name in (WITH_TABLE, IN_SENTENCES) for s in _sentences(seed(name)[0])]
    assert len(sentences) > 60
    assert [sentence for sentence in sentences if sentence in kept] == []


def _sentences(text: str) -> list[str]:
    pieces = text.replace(";", ".").replace("\n", ".").replace("\t", ".").split(".")
    return [folded for piece in pieces if len(folded := " ".join(fold(piece).split())) >= 40]


def _words_of_the_repository() -> list[str]:
    kinds = {".py", ".json", ".toml", ".txt", ".md", ".html", ".po"}
    files = [path for folder in ("lantoa", "examples", "tests") for path in (ROOT / folder).rglob("*")]
    return [" ".join(path.read_text(encoding="utf-8").split()) for path in files if path.suffix in kinds]


def test_reading_a_seed_is_quick_to_start() -> None:
    """No heavy library is loaded to read a plain text."""
    code = (
        "import sys; from lantoa.commands.read import read; read(sys.argv[1], True);"
        "print([m for m in ('django', 'rapidfuzz', 'lxml', 'hypothesis') if m in sys.modules], file=sys.stderr)"
    )
    path = SHARED / "seeds" / f"{WITH_TABLE}.txt"
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, cwd=Path(ROOT), check=True
    )
    assert done.stderr.strip() == "[]"
