"""The same rooms on PostgreSQL: a server of our own, started for the test, and the tests of the rooms run against it."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.needs import INITDB, needs_postgresql

ROOMS = [
    "trail", "files", "agencies", "approvals", "documents", "plans", "materials", "channels", "activities", "rounds",
    "reports",
]  # fmt: skip
REPO = Path(__file__).resolve().parent.parent


def as_server_user(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root; its own user exists wherever its package is installed."""
    return ["runuser", "-u", "postgres", "--", *command] if getpass.getuser() == "root" else command


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The URL of a throw-away PostgreSQL server."""
    assert INITDB is not None
    folder = Path(tempfile.mkdtemp(prefix="lantoa-postgresql-"))
    folder.chmod(0o777)
    data, port = folder / "data", free_port()
    quiet = {"check": True, "capture_output": True, "cwd": folder}
    subprocess.run(as_server_user([str(INITDB), "-D", str(data), "-A", "trust", "-U", "lantoa", "-E", "UTF8"]), **quiet)
    control = str(INITDB.with_name("pg_ctl"))
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    subprocess.run(
        as_server_user([control, "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start"]), **quiet
    )
    try:
        yield f"postgresql://lantoa@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run(as_server_user([control, "-D", str(data), "-m", "immediate", "stop"]), **quiet)
        shutil.rmtree(folder, ignore_errors=True)


@needs_postgresql
def test_the_rooms_pass_their_tests_on_postgresql(server: str) -> None:
    folders = [str(REPO / "tests" / room) for room in ROOMS]
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:xdist",
            "-m",
            "not office",
            *folders,
        ],
        capture_output=True,
        text=True,
        cwd=REPO,
        env={**os.environ, "LANTOA_TEST_DATABASE_URL": server},
        timeout=500,
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-2000:]
    assert " passed" in run.stdout
