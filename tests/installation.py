"""An installation of its own for tests that need several processes, a server, or a kill.

It has its own data folder, and on PostgreSQL (LANTOA_TEST_DATABASE_URL) its own database.
"""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[1]
LANTOA = "import sys; from lantoa.cli import main; sys.exit(main(sys.argv[1:]))"


@dataclass(frozen=True)
class Installation:
    """Where it keeps its data, and the environment its processes run in."""

    data: Path
    environment: dict[str, str]

    def start(self, *words: str, **more: object) -> subprocess.Popen[str]:
        """Start Python with these words, its output readable line by line."""
        return subprocess.Popen(
            [sys.executable, *words], cwd=ROOT, env=self.environment, text=True, stdout=subprocess.PIPE, **more
        )  # type: ignore[call-overload,no-any-return]  # `more` goes to Popen as it is

    def run(self, *words: str) -> str:
        """Run Python with these words to its end and return what it printed; it must succeed."""
        done = subprocess.run(
            [sys.executable, *words], cwd=ROOT, env=self.environment, text=True, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def lantoa(self, *words: str) -> str:
        """Type a command of `lantoa`; it must end with exit code 0."""
        return self.run("-c", LANTOA, *words)


@contextmanager
def installation(data: Path) -> Iterator[Installation]:
    """A fresh installation, migrated, with nothing in it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LANTOA_")}
    environment |= {"LANTOA_DATA": str(data), "LANTOA_SECRET_KEY": "only-for-tests-" + "x" * 32, "PYTHONUTF8": "1"}
    environment["DJANGO_SETTINGS_MODULE"] = "lantoa.site.settings"
    with _database(os.environ.get("LANTOA_TEST_DATABASE_URL", "")) as url:
        made = Installation(data, environment | ({"LANTOA_DATABASE_URL": url} if url else {}))
        made.run("-c", "from lantoa.commands.setup import ready; ready(migrate=True)")
        yield made


@contextmanager
def _database(server: str) -> Iterator[str]:
    """The address of a new database on a PostgreSQL server, dropped afterwards; empty for SQLite."""
    if not server:
        yield ""
        return
    name = sql.Identifier(plain := f"lantoa_{uuid.uuid4().hex[:12]}")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(name))
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{plain}"))
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))
