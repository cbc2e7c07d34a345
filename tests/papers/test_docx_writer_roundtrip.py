"""The keystone: a paper that we write reads back equal."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from examples.hai_son import PLAN
from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Paper
from lantoa.papers.writers.docx import write_docx
from tests.papers.paper_strategies import papers
from tests.papers.samples import DISPATCH, REPORT


def read_back(paper: Paper) -> Paper:
    return recognise(open_paper(write_docx(paper), "x.docx"))


@pytest.mark.parametrize("paper", [PLAN, REPORT, DISPATCH], ids=["plan", "report", "dispatch"])
def test_a_paper_reads_back_equal(paper: Paper) -> None:
    assert read_back(paper) == paper


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(papers())
def test_any_paper_reads_back_equal(paper: Paper) -> None:
    assert read_back(paper) == paper
