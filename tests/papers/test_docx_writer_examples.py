"""The example plan: both files are written from the one value, and both are read as the same plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from examples.hai_son import PLAN, TASKS_INFORMING, TASKS_MEETING
from examples.make_examples import HERE, NAME, as_text
from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.papers.writers.docx import write_docx
from lantoa.reading import read_plan, to_json

DOCX, TXT = HERE / f"{NAME}.docx", HERE / f"{NAME}.txt"


def without_places(value: Any) -> Any:
    """A draft as JSON without the places in the text, which differ between the two files."""
    if isinstance(value, dict):
        return {key: without_places(part) for key, part in value.items() if key not in {"range", "text", "sure"}}
    return [without_places(part) for part in value] if isinstance(value, list) else value


def test_files_are_up_to_date() -> None:
    assert DOCX.read_bytes() == write_docx(PLAN), "run: python -m examples.make_examples"
    assert TXT.read_text(encoding="utf-8") == as_text(PLAN), "run: python -m examples.make_examples"


def test_word_file_reads_back_as_the_value() -> None:
    assert recognise(open_paper(DOCX)) == PLAN


def test_text_file_reads_back_as_the_value() -> None:
    """But for the issuer, which a head shows in capitals."""
    paper = recognise(open_paper(TXT))
    assert paper.issuing_body == PLAN.issuing_body.upper()
    assert replace(paper, issuing_body=PLAN.issuing_body) == PLAN


def test_both_files_are_read_as_the_same_plan() -> None:
    word, text = (without_places(to_json(read_plan(file))) for file in (DOCX, TXT))
    assert word == text
    assert [task["content"] for task in word["tasks"]] == [task[0] for task in (*TASKS_INFORMING, *TASKS_MEETING)]


def test_its_flaws_show() -> None:
    draft = to_json(read_plan(DOCX))
    codes = [warning["code"] for warning in draft["warnings"]]
    assert codes.count("base_date_differs") == 1
    assert codes.count("time_missing") == 1
    assert codes.count("lead_not_single") >= 4


@pytest.mark.parametrize("left_behind", ["Sở Thông tin và Truyền thông", "các huyện", "Sở Kế hoạch và Đầu tư"])
def test_its_bodies_are_those_of_today(left_behind: str) -> None:
    assert left_behind not in as_text(PLAN)
