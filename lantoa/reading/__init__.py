"""Reading: a paper becomes a plan draft, every value with its place, its certainty and its doubts."""

from __future__ import annotations

from pathlib import Path

from lantoa.papers.anatomy import recognise
from lantoa.papers.cage import open_anywhere
from lantoa.papers.tree import Paper
from lantoa.reading.as_json import to_json
from lantoa.reading.draft import PlanDraft
from lantoa.reading.gate import must_be_plan
from lantoa.reading.plan import draft_of

__all__ = ["PlanDraft", "read_plan", "to_json"]


def read_plan(source: Paper | str | Path | bytes, name: str = "") -> PlanDraft:
    """The draft of a plan, from a paper already recognised, a path, or a file's bytes.

    Raises `PaperUnreadable` for what is no readable file, `Refusal("not_a_plan")` for what is no plan, `OSError` when
    the path cannot be opened.
    """
    paper = source if isinstance(source, Paper) else recognise(open_anywhere(source, name))
    draft = draft_of(paper)
    must_be_plan(paper, draft)
    return draft
