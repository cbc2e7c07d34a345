"""`lantoa check` and `lantoa tick`, asked in process and typed for real on a data folder."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings as house

from lantoa.agencies.models import Agency
from lantoa.commands.check import check
from lantoa.commands.rooms import modules
from lantoa.commands.tick import tick
from lantoa.tenants.models import Tenant
from tests.universe.agencies import TenantFactory

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: object) -> Path:
    """Each test has a folder of bytes of its own."""
    settings.FILES = tmp_path / "files"  # type: ignore[attr-defined]
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


@pytest.mark.parametrize("name", ["checks", "jobs"])
def test_every_room_that_has_one_is_asked_upstream_first(name: str) -> None:
    labels = [label for label, _module in modules(name)]
    assert set(labels) == {path.parent.name for path in (ROOT / "lantoa").glob(f"*/{name}.py")}
    rooms = [label for label in labels if label in house.ROOMS]
    assert rooms == sorted(rooms, key=house.ROOMS.index)


def test_no_fault_is_one_sentence_and_exit_0(so_tai_chinh: Agency, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(as_json=False) == 0
    assert capsys.readouterr().out == "Dữ liệu không có mâu thuẫn.\n"
    assert check(as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == {"faults": []}


def test_a_fault_is_a_sentence_and_exit_1(so_tai_chinh: Agency, capsys: pytest.CaptureFixture[str]) -> None:
    Agency.objects.filter(pk=so_tai_chinh.pk).update(folded="x")
    assert check(as_json=False) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("Khóa tìm kiếm của tên “Sở Tài chính” đã cũ")
    assert first.endswith(f"[agencies.key_differs: agencies.agency {so_tai_chinh.pk}]")
    assert last == "Thấy 1 chỗ mâu thuẫn."
    assert check(as_json=True) == 1
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert (fault["room"], fault["code"]) == ("agencies", "key_differs")


def old_leftover(folder: Path) -> None:
    """A file that a killed act wrote aside long ago, and one written since."""
    (folder / ".aside-new").write_bytes(b"x")
    (folder / ".aside-old").write_bytes(b"x")
    os.utime(folder / ".aside-old", (0, 0))


def test_what_belongs_to_no_province_is_told_once(
    tenant: Tenant, own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    TenantFactory()
    old_leftover(own_folder)
    assert check(as_json=True) == 1
    assert [fault["code"] for fault in json.loads(capsys.readouterr().out)["faults"]] == ["leftover"]


def test_tick_tells_what_it_did_and_the_second_time_nothing(
    tenant: Tenant, own_folder: Path, now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    old_leftover(own_folder)
    assert tick(now, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["at"] == "2026-03-02T09:00:00+07:00"
    assert told["done"].pop("files") == 1
    assert set(told["done"].values()) <= {0}
    assert tick(now, as_json=False) == 0
    assert capsys.readouterr().out == "Không có việc nào đến giờ.\n"
    old_leftover(own_folder)
    assert tick(now, as_json=False) == 0
    assert capsys.readouterr().out == "files: đã làm 1 việc.\n"


def lantoa(*words: str) -> subprocess.CompletedProcess[str]:
    """Type a command of `lantoa` with nothing of the tests in its environment."""
    program = "import sys; from lantoa.cli import main; sys.exit(main(sys.argv[1:]))"
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", program, *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


FOUND = """
from lantoa.commands.setup import ready
ready(migrate=True)
from tests.universe.agencies import AgencyFactory
AgencyFactory(name="Sở Tài chính")
"""


def test_typed_for_real(tmp_path: Path) -> None:
    data = tmp_path / "data"
    unready = lantoa("check", "--data", str(data))
    assert (unready.returncode, unready.stdout) == (3, "")
    assert "chưa có dữ liệu của phiên bản này" in unready.stderr
    environment = {**os.environ, "LANTOA_DATA": str(data), "DJANGO_SETTINGS_MODULE": "lantoa.site.settings"}
    environment.pop("LANTOA_DATABASE_URL", None)
    subprocess.run([sys.executable, "-c", FOUND], cwd=ROOT, env=environment, check=True)

    sound = lantoa("check", "--data", str(data))
    assert (sound.returncode, sound.stdout, sound.stderr) == (0, "Dữ liệu không có mâu thuẫn.\n", "")
    assert json.loads(lantoa("tick", "--data", str(data), "--json").stdout)["done"]["files"] == 0

    with sqlite3.connect(data / "lantoa.sqlite3") as database:
        database.execute("UPDATE agencies_agency SET tenant_id = ?", ["0" * 32])
    harmed = lantoa("check", "--data", str(data), "--json")
    assert harmed.returncode == 1
    assert "dangling" in [fault["code"] for fault in json.loads(harmed.stdout)["faults"]]
