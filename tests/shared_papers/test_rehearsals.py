"""The main job on the two real plans."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.needs import PDFTOPPM, SHARED, SOFFICE, needs_shared
from tests.rehearsal import played as holds


@needs_shared
@pytest.mark.shared
@pytest.mark.django_db
@pytest.mark.parametrize(("name", "year"), [("soc-trang-2014", 2015), ("nam-dinh-2021", 2022)])
def test_a_year_of_a_real_plan(name: str, year: int, tmp_path: Path) -> None:
    played = holds.rehearse(SHARED / "seeds" / f"{name}.txt")
    holds.everybody_played_a_part(played)
    holds.every_figure_of_the_paper_is_the_databases(played)
    holds.the_paper_reads_back_equal(played)
    assert played.year == year
    if SOFFICE and PDFTOPPM:
        holds.the_pages_keep_the_official_layout(played, tmp_path)
