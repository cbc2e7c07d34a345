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


def links_of(path: Path) -> list[str]:
    """Where a page leads within the repository."""
    links = re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8"))
    return [link for link in links if not link.startswith(("http://", "https://", "mailto:"))]


def leads(path: Path, link: str) -> bool:
    """True when the file is there and has the heading."""
    name, _, anchor = link.partition("#")
    target = (path.parent / name).resolve() if name else path
    if not target.exists():
        return False
    return not anchor or anchor in map(slug, re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.M))


def slug(heading: str) -> str:
    """The anchor of a heading, as the usual renderers make it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(REPO)))
def test_every_link_leads_somewhere(path: Path) -> None:
    assert [link for link in links_of(path) if not leads(path, link)] == []


def test_every_how_to_is_listed() -> None:
    index = REPO / "docs" / "how-to" / "README.md"
    assert set(links_of(index)) == {path.name for path in index.parent.glob("*.md")} - {"README.md"}


def test_every_picture_is_shown_and_light() -> None:
    shown = {(path.parent / link).resolve() for path in PAGES for link in links_of(path) if link.endswith(".png")}
    assert shown == set((REPO / "docs" / "pictures").glob("*.png"))
    assert {path.name: path.stat().st_size for path in shown if path.stat().st_size > 150 * 1024} == {}


def test_every_command_and_option_named_exists() -> None:
    commands = build()._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    used = {
        (word, *re.findall(r"(?<!\S)--[a-z-]+", rest.split(" #")[0]))
        for path in PAGES
        for word, rest in re.findall(r"(?:bin/|`|^)lantoa ([a-z]+)([^`\n]*)", path.read_text(encoding="utf-8"), re.M)
    }
    assert {word for word, *_ in used} <= set(commands)  # type: ignore[arg-type]
    for word, *options in used:
        assert set(options) <= set(commands[word]._option_string_actions), word  # type: ignore[index, call-overload]
    assert ("demo", "--plan", "--data") in used


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
