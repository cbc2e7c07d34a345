"""What must hold after a rehearsal, whatever the plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lantoa.activities.models import Activity, Evidence
from lantoa.agencies.models import Role
from lantoa.files.queries import content
from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Paper, Table
from lantoa.plans.models import Part
from lantoa.reading import read_plan
from lantoa.rehearsal.play import Played, play
from lantoa.reports.models import ConsolidatedFigure, Consolidation, Version
from lantoa.reports.queries import paper_of
from lantoa.rounds.models import Obligation
from lantoa.viet.numbers import as_number, read_number
from tests.papers.printed import Page, print_files


def rehearse(file: Path, seed: int = 7) -> Played:
    """Play a year of the plan in `file`, in the test's own database."""
    raw = file.read_bytes()
    paper = recognise(open_paper(raw, file.name))
    return play(
        draft=read_plan(paper),
        paper=paper,
        content=raw,
        file_name=file.name,
        seed=seed,
        passwords=dict.fromkeys(Role, "mat-khau-dien-tap"),
        progress=lambda label, items: items,
    )


def issued(played: Played) -> Paper:
    """The issued file, read back by our own reader."""
    assert played.report.file is not None
    return recognise(open_paper(content(played.report.file), played.report.file.name))


def the_paper_reads_back_equal(played: Played) -> None:
    consolidation = Consolidation.objects.get(document=played.report)
    paper, written = issued(played), paper_of(consolidation)
    assert paper.symbol == played.report.symbol
    assert paper == replace(
        written, number=paper.number, symbol=paper.symbol, date=paper.date, signature=paper.signature
    )


def every_figure_of_the_paper_is_the_databases(played: Played) -> None:
    consolidation = Consolidation.objects.get(document=played.report)
    stored = {
        (figure.indicator.name, figure.unit): as_number(figure.value.normalize() + 0)
        for figure in ConsolidatedFigure.objects.filter(consolidation=consolidation).select_related("indicator")
        if figure.value
    }
    table = figure_table(issued(played))
    printed = {(row[1], row[2]): row[3] for row in table}
    assert stored
    assert {key: read_number(value) for key, value in printed.items()} == {
        key: read_number(value) for key, value in stored.items()
    }
    assert all(printed[key].endswith(value) for key, value in stored.items())


def figure_table(paper: Paper) -> list[list[str]]:
    """The rows of the table of figures, under its head."""
    tables = [table for clause in paper.clauses() for table in clause.children if isinstance(table, Table)]
    tables += [part for part in paper.body if isinstance(part, Table)]
    for table in tables:
        rows = [[cell.text.strip() for cell in row] for row in table.grid()]
        if "Đơn vị tính" in rows[0]:
            return rows[1:]
    raise AssertionError("the paper has no table of figures")


def everybody_played_a_part(played: Played) -> None:
    """A story released became an activity; one event was told twice; every fate befell somebody."""
    round = played.round
    assert Activity.objects.filter(release__isnull=False).count() == 1
    assert Evidence.objects.exists()
    doubles = Activity.objects.filter(same_as__isnull=False)
    assert all(double.kind == Part.Kind.COORDINATING for double in doubles)
    assert round.closed_at is not None
    owed = round.obligations.all()
    assert owed.filter(state=Obligation.State.OPEN).count() == 1, "one never answers"
    assert owed.filter(state=Obligation.State.ACCEPTED).count() == owed.count() - 1
    versions = Version.objects.filter(report__obligation__round=round)
    assert versions.filter(nil=True).count() == 1
    assert versions.filter(number=2).count() == 1, "one was returned and sent again"


def the_pages_keep_the_official_layout(played: Played, folder: Path) -> None:
    """Decree 30/2020/NĐ-CP, Annex I, measured on the pages that LibreOffice makes of the issued file."""
    assert played.report.file is not None
    pages = print_files({"report": content(played.report.file)}, folder)["report"]
    paper, first, last = issued(played), pages[0], pages_of_the_body(pages)[-1]
    middle = (30 + 195) / 2
    for page in pages:
        assert (round(page.width), round(page.height)) == (210, 297)
        assert min(run.left for run in page.runs) > 29
        assert max(run.right for run in page.runs) < 196
        assert all(run.font.split("+")[-1].startswith(("Tinos", "LiberationSerif", "Times")) for run in page.runs)
    nation, motto = first.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), first.find("Độc lập - Tự do - Hạnh phúc")
    assert nation.bold
    assert nation.left > middle - 25
    assert first.rule_below(motto).length == pytest.approx(motto.right - motto.left, abs=2)
    number, day = first.find("Số:"), first.find("ngày")
    assert number.base == pytest.approx(day.base, abs=0.5)
    assert day.italic
    assert number.middle < middle < day.middle
    kind = first.find("BÁO CÁO")
    assert kind.bold
    assert kind.middle == pytest.approx(middle, abs=1.5)
    assert not [run for run in first.runs if run.base < 18], "no page number on the first page"
    for place, page in enumerate(pages_of_the_body(pages)[1:], start=2):
        shown = min(page.runs, key=lambda run: run.base)
        assert (shown.text.strip(), round(shown.middle, 0)) == (str(place), pytest.approx(middle, abs=1.5))
    assert paper.signature is not None
    signed, received = last.find(paper.signature.title), last.find("Nơi nhận:")
    assert signed.bold
    assert received.bold
    assert received.italic
    assert received.left < 40 < middle < signed.middle
    text = " ".join(run.text for page in pages for run in page.runs)
    for row in figure_table(paper):
        assert row[3] in text
    assert "II. KẾT QUẢ THỰC HIỆN" in text


def pages_of_the_body(pages: list[Page]) -> list[Page]:
    """The pages before the first annex, which is numbered by itself."""
    annex = next(place for place, page in enumerate(pages) if page.all("Phụ lục I") and page.all("TÌNH HÌNH GỬI"))
    return pages[:annex]
