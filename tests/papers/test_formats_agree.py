"""One paper in every format that an office saves it in reads as the same paper."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from examples.hai_son import PLAN
from lantoa.papers.anatomy import recognise
from lantoa.papers.cage import open_in_cage
from lantoa.papers.tree import Clause, Paper, Table
from lantoa.papers.writers.docx import write_docx
from lantoa.reading import read_plan
from tests.needs import SOFFICE, needs_office
from tests.papers.samples import DISPATCH, REPORT

PAPERS = {"plan": PLAN, "report": REPORT, "dispatch": DISPATCH}
pytestmark = [pytest.mark.office, needs_office]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers as .docx, and as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("saved")
    for name, paper in PAPERS.items():
        (folder / f"{name}.docx").write_bytes(write_docx(paper))
    for form in ("odt", "html", "pdf", "doc"):
        files = [str(folder / f"{name}.docx") for name in PAPERS]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(SOFFICE), profile, "--headless", "--convert-to", form, "--outdir", str(folder), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder


def read(path: Path) -> Paper:
    return recognise(open_in_cage(path.read_bytes(), path.name))


@pytest.mark.parametrize("form", ["odt", "html", "doc"])
@pytest.mark.parametrize("name", PAPERS)
def test_equal(saved: Path, name: str, form: str) -> None:
    assert read(saved / f"{name}.{form}") == PAPERS[name]


@pytest.mark.parametrize("name", PAPERS)
def test_a_pdf_is_equal_but_for_the_capitals_that_a_head_is_shown_in(saved: Path, name: str) -> None:
    paper = PAPERS[name]
    shown = replace(paper, issuing_body=paper.issuing_body.upper(), parent_body=paper.parent_body.upper())
    assert read(saved / f"{name}.pdf") == shown


@pytest.mark.parametrize("form", ["odt", "html", "pdf", "doc"])
def test_the_plan_gives_the_same_tasks(saved: Path, form: str) -> None:
    there, here = read_plan(saved / f"plan.{form}"), read_plan(saved / "plan.docx")
    for one, other in zip(there.tasks, here.tasks, strict=True):
        assert one.content.value == other.content.value
        assert [b.name.value for b in one.lead] == [b.name.value for b in other.lead]
        assert [b.name.value for b in one.coordinating] == [b.name.value for b in other.coordinating]
        assert (one.time.start.value, one.time.end.value) == (other.time.start.value, other.time.end.value)
    assert [basis.number.value for basis in there.legal_bases] == [basis.number.value for basis in here.legal_bases]
    assert len(there.report_duties) == len(here.report_duties) > 0


def test_every_cell_of_a_printed_table_is_there(saved: Path) -> None:
    assert list(_cells(read(saved / "report.pdf").body)) == list(_cells(REPORT.body))


def _cells(body: Iterable[Clause | Table]) -> Iterator[str]:
    for part in body:
        if isinstance(part, Table):
            yield from (cell.text for row in part.rows for cell in row)
        else:
            yield from _cells(part.children)
