"""The duties on the two real plans: what works on the example works on data read from these."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.duties.table import shown
from tests.needs import SHARED, needs_chromium, needs_shared
from tests.shared_papers.place import ROOT


@needs_shared
@needs_chromium
@pytest.mark.shared
@pytest.mark.browser
@pytest.mark.parametrize("name", ["soc-trang-2014", "nam-dinh-2021"])
def test_the_duties_work_on_a_real_plan(name: str) -> None:
    env = os.environ | {"LANTOA_DUTY_PLAN": str(SHARED / "seeds" / f"{name}.txt")}
    command = [sys.executable, "-m", "tests.duties"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=600)
    working = {int(number) for number in re.findall(r"^D(\d+) +works ", done.stdout, re.MULTILINE)}
    assert working == shown(), done.stdout + done.stderr
    assert done.returncode == 0
