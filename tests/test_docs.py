"""The docs, held to what they speak of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lantoa.commands.parser import build
from tests.duties.table import PAGE, page

REPO = Path(__file__).resolve().parent.parent
PAGES = [*REPO.glob("*.md"), *(REPO / "docs").rglob("*.md"), *(REPO / "examples").glob("*.md")]


def test_the_table_of_duties_is_the_tests() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.duties.table"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(REPO)))
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    inside = [link for link in links if not link.startswith(("http://", "https://", "mailto:"))]
    assert [link for link in inside if not (path.parent / link).exists()] == []


def test_every_command_named_exists() -> None:
    commands = set(build()._subparsers._group_actions[0].choices)  # type: ignore[union-attr, arg-type]
    named = {
        word for path in PAGES for word in re.findall(r"(?:bin/|`)lantoa ([a-z]+)", path.read_text(encoding="utf-8"))
    }
    assert named <= commands
    assert named


def test_every_make_target_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (REPO / "Makefile").read_text(encoding="utf-8"), re.M))
    named = {word for path in PAGES for word in re.findall(r"`?make ([a-z]+)\b", path.read_text(encoding="utf-8"))}
    assert {
        word for word in named if f"make {word}`" in "".join(p.read_text(encoding="utf-8") for p in PAGES)
    } <= targets


def test_the_settings_named_are_those_read() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (REPO / "lantoa").rglob("*.py"))
    read = set(re.findall(r'"(LANTOA_[A-Z_]+)"', sources))
    table = (REPO / "docs" / "how-to" / "settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(LANTOA_[A-Z_]+)`", table, re.M)) == read
