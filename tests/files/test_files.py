"""Bytes under their hash: kept once, whole, and what a kill leaves behind is found and removed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction

from lantoa.files import checks, folder, jobs
from lantoa.files.acts import LARGEST, store
from lantoa.files.models import StoredFile
from lantoa.files.queries import content
from lantoa.refusals import Refusal
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP
from lantoa.trail.queries import history
from tests.universe.agencies import NOW, TenantFactory


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: object) -> Path:
    """Each test has a folder of its own."""
    settings.FILES = tmp_path / "files"  # type: ignore[attr-defined]
    return tmp_path / "files"


def keep(tenant: Tenant, content: bytes = b"Loa phat thanh", name: str = "loa.mp3") -> StoredFile:
    return store(tenant=tenant, content=content, name=name, by=SETUP, at=NOW)


def age(path: Path, days: float) -> None:
    """Make a file this old, seen from the newest instant the disk knows."""
    now = datetime.now(UTC).timestamp() - days * 86400
    os.utime(path, (now, now))


def test_bytes_lie_under_their_hash(tenant: Tenant, own_folder: Path) -> None:
    file = keep(tenant)
    assert file.sha256 == hashlib.sha256(b"Loa phat thanh").hexdigest()
    assert (file.size, file.media_type, file.name, file.stored_at) == (14, "audio/mpeg", "loa.mp3", NOW)
    assert content(file) == b"Loa phat thanh"
    assert [path for path, _ in folder.found()] == [own_folder / file.sha256[:2] / file.sha256]
    assert [entry.verb for entry in history(file)] == ["file_stored"]
    assert list(checks.faults(tenant)) == []


def test_the_same_bytes_are_kept_once_per_province(tenant: Tenant) -> None:
    file = keep(tenant)
    assert keep(tenant, name="loa-2.mp3") == file
    other = keep(TenantFactory())
    assert other != file
    assert len(list(folder.found())) == 1


def test_lost_bytes_return_when_they_are_stored_again(tenant: Tenant) -> None:
    file = keep(tenant)
    folder.path_of(file.sha256).unlink()
    keep(tenant)
    assert list(checks.faults(tenant)) == []


def test_what_is_empty_or_too_large_is_refused(tenant: Tenant) -> None:
    with pytest.raises(Refusal, match="không có nội dung"):
        keep(tenant, b"")
    with pytest.raises(Refusal, match="lớn hơn 50 MB"):
        keep(tenant, bytes(LARGEST + 1))
    assert list(folder.found()) == []
    assert keep(tenant, bytes(1), name="khong-biet").media_type == "application/octet-stream"


def test_a_long_name_keeps_its_end(tenant: Tenant) -> None:
    assert keep(tenant, name="a" * 300 + ".pdf").name.endswith("a.pdf")


@pytest.mark.parametrize(
    ("harm", "code"),
    [(Path.unlink, "bytes_missing"), (lambda path: path.write_bytes(b"Loa phat thanj"), "bytes_changed")],
)
def test_check_finds_lost_and_changed_bytes(tenant: Tenant, harm: object, code: str) -> None:
    harm(folder.path_of(keep(tenant).sha256))  # type: ignore[operator]
    assert [fault.code for fault in checks.faults(tenant)] == [code]


def leftovers(own_folder: Path) -> tuple[Path, Path]:
    """What a kill leaves: a file written aside, and bytes whose row never came."""
    aside, orphan = own_folder / ".aside-x", own_folder / "ab" / ("ab" + "0" * 62)
    orphan.parent.mkdir(exist_ok=True)
    aside.write_bytes(b"nua chung")
    orphan.write_bytes(b"khong ai noi den")
    return aside, orphan


def test_leftovers_go_when_they_are_a_day_old_and_nothing_else_goes(tenant: Tenant, own_folder: Path) -> None:
    file = keep(tenant)
    age(folder.path_of(file.sha256), 30)
    aside, orphan = leftovers(own_folder)
    fresh = own_folder / ".aside-fresh"
    fresh.write_bytes(b"dang ghi")
    now = datetime.now(UTC)
    assert jobs.run(now) == 0
    assert list(checks.faults(tenant)) == []
    age(aside, 1.1)
    age(orphan, 1.1)
    assert [fault.code for fault in checks.faults(tenant)] == ["leftover", "leftover"]
    assert jobs.run(now) == 2
    assert jobs.run(now) == 0
    assert sorted(path.name for path, _ in folder.found()) == sorted([fresh.name, file.sha256])
    assert list(checks.faults(tenant)) == []
    assert jobs.run(now + timedelta(days=2)) == 1
    assert content(file) == b"Loa phat thanh"


def test_an_act_that_fails_leaves_bytes_without_a_row_and_the_next_one_takes_them(tenant: Tenant) -> None:
    with transaction.atomic():
        file = keep(tenant)
        transaction.set_rollback(True)
    assert not StoredFile.objects.exists()
    assert folder.path_of(file.sha256).exists()
    assert content(keep(tenant)) == b"Loa phat thanh"
    assert jobs.run(datetime.now(UTC) + timedelta(days=2)) == 0


KILLED_IN_THE_MIDDLE = """
import os, pathlib, signal, sys
from django.conf import settings
settings.configure(FILES=pathlib.Path(sys.argv[1]))
from lantoa.files import folder
os.replace = lambda aside, path: os.kill(os.getpid(), signal.SIGKILL)
folder.write(folder.path_of("c" * 64), bytes(1 << 20))
"""


def test_a_kill_before_the_renaming_leaves_no_half_file_in_place(tenant: Tenant, own_folder: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED_IN_THE_MIDDLE, str(own_folder)], check=False)
    assert killed.returncode == -9
    assert not folder.path_of("c" * 64).exists()
    assert [path.name.startswith(".aside-") for path, _ in folder.found()] == [True]
    assert list(checks.faults(tenant)) == []
    assert jobs.run(datetime.now(UTC) + timedelta(days=2)) == 1


@pytest.mark.postgres
def test_nothing_is_swept_while_someone_stores(tenant: Tenant, own_folder: Path) -> None:
    keep(tenant)
    aside, orphan = leftovers(own_folder)
    age(aside, 2)
    age(orphan, 2)
    other = connection.copy()
    try:
        with transaction.atomic(), other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock_shared(%s)", [folder._LOCK])
            assert jobs.run(datetime.now(UTC)) == 0
            cursor.execute("SELECT pg_advisory_unlock_shared(%s)", [folder._LOCK])
            assert jobs.run(datetime.now(UTC)) == 2
    finally:
        other.close()
