"""Several clerks issue at the same moment, each in a process of its own: no number twice, none left out."""

from __future__ import annotations

from pathlib import Path

from tests.installation import installation

CLERKS, PAPERS = 4, 8

FOUND = """
from lantoa.commands.setup import ready
ready()
from lantoa.agencies.models import Role
from tests.universe.agencies import AgencyFactory, HoldingFactory
agency = AgencyFactory(name="Sở Tài chính", symbol="STC")
print(agency.pk, HoldingFactory(post__agency=agency, post__role=Role.COORDINATOR).pk)
"""


def test_clerks_who_issue_at_once_share_no_number_and_leave_no_gap(tmp_path: Path) -> None:
    with installation(tmp_path / "data") as place:
        issuer, clerk = place.run("-c", FOUND).split()
        signal, module = tmp_path / "begin", "tests.documents.issuing_together"
        clerks = [place.start("-m", module, str(signal), issuer, clerk, str(PAPERS)) for _ in range(CLERKS)]
        assert [process.stdout.readline() for process in clerks if process.stdout] == ["ready\n"] * CLERKS
        signal.touch()
        issued = [symbol for process in clerks for symbol in process.communicate(timeout=120)[0].split()]
        assert [process.returncode for process in clerks] == [0] * CLERKS
        assert sorted(issued) == [f"{number:02d}/BC-STC" for number in range(1, CLERKS * PAPERS + 1)]
        assert place.lantoa("check") == "Dữ liệu không có mâu thuẫn.\n"
