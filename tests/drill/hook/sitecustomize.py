"""Lets a test stop a server inside a transaction. Python runs this in every process that has this folder on its path.

It does nothing until a file `pause` appears in the folder DRILL_FOLDER. Its first line is the beginning of an SQL
statement, its second a word among the statement's values (or nothing). The first connection that has executed such a
statement writes the values of its newest report version to `paused`, and sleeps with its transaction open until killed.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from django.db.backends.signals import connection_created

FOLDER = Path(os.environ.get("DRILL_FOLDER", "/nonexistent"))
newest: dict[int, str] = {}
"""The values of the newest report version that each connection has written."""


def stop_after(execute: Any, sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    done = execute(sql, params, many, context)
    connection = context["connection"]
    if str(sql).startswith('INSERT INTO "reports_version"'):
        newest[id(connection)] = repr(params)
    if connection.in_atomic_block and _is_meant(str(sql), repr(params)):
        (FOLDER / "writing").write_text(newest[id(connection)])
        (FOLDER / "writing").rename(FOLDER / "paused")
        time.sleep(60)
    return done


def _is_meant(sql: str, values: str) -> bool:
    """Only one connection of one process wins the order to stop, by taking it away."""
    try:
        beginning, word = (FOLDER / "pause").read_text().split("\n")
        if not (sql.startswith(beginning) and word in values):
            return False
        (FOLDER / "pause").rename(FOLDER / "taken")
    except FileNotFoundError:
        return False
    return True


def listen(connection: Any, **_more: Any) -> None:
    if stop_after not in connection.execute_wrappers:
        connection.execute_wrappers.append(stop_after)


connection_created.connect(listen, weak=False)
