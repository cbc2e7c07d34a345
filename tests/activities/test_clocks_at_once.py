"""Three clocks at the same time, as processes of their own on a database file: no release is taken twice."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent.parent
STORIES = 12

PREPARE = f"""
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from lantoa.agencies.models import Role
from lantoa.channels import acts
from tests.universe.activities import approved
from tests.universe.agencies import NOW, AgencyFactory, HoldingFactory
agency = AgencyFactory()
writer = HoldingFactory(post__agency=agency, post__role=Role.COORDINATOR, password=None)
leader = HoldingFactory(post__agency=agency, post__role=Role.LEADER, password=None)
page = acts.open_outlet(agency=agency, kind="public_page", name="Trang", by=writer, at=NOW)
for number in range({STORIES}):
    told = approved(leader, agency=agency, by=writer, title=f"Tin {{number}}")
    acts.release(version=told.versions.get(), outlet=page, by=writer, at=NOW)
"""

CLOCK = """
import django; django.setup()
import sys
from datetime import UTC, datetime
from lantoa.activities import jobs
from lantoa.activities.queries import releases_without_activity
print(releases_without_activity().count(), flush=True)
sys.stdin.readline()
print(jobs.run(datetime(2026, 3, 3, tzinfo=UTC)))
"""


def process(script: str, data: Path) -> subprocess.Popen[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("LANTOA_")}
    env = {**kept, "LANTOA_DATA": str(data), "DJANGO_SETTINGS_MODULE": "lantoa.site.settings"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-c", script], cwd=REPO, env=env, text=True, **pipes)  # type: ignore[call-overload,no-any-return]


def test_three_clocks_at_once_make_no_double(tmp_path: Path) -> None:
    _, faults = process(PREPARE, tmp_path).communicate(timeout=120)
    assert not faults
    clocks = [process(CLOCK, tmp_path) for _ in range(3)]
    for clock in clocks:
        assert clock.stdout
        assert clock.stdout.readline() == f"{STORIES}\n"
    for clock in clocks:
        assert clock.stdin
        clock.stdin.write("go\n")
        clock.stdin.flush()
    said = [clock.communicate(timeout=120) for clock in clocks]
    assert [faults for _, faults in said] == [""] * 3
    assert sum(int(taken) for taken, _ in said) == STORIES
    with sqlite3.connect(tmp_path / "lantoa.sqlite3") as stored:
        counted = "SELECT count(*), count(DISTINCT release_id) FROM activities_activity"
        assert stored.execute(counted).fetchone() == (STORIES, STORIES)
        taken = "SELECT count(*) FROM trail_entry WHERE verb = 'release_taken'"
        assert stored.execute(taken).fetchone() == (STORIES,)
    stored.close()
