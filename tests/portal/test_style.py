"""The style sheet: light, and every pair of colours that text is shown in can be read (WCAG 2.2 AA, 1.4.3)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import lantoa.portal

SHEET = Path(lantoa.portal.__file__).parent / "static" / "portal" / "portal.css"
COLOURS = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})", SHEET.read_text(encoding="utf-8")))
TAG = "#e8eef6"
TARGET = "#fff6dc"
SHOWN = [
    ("ink", "paper"), ("soft", "paper"), ("link", "paper"), ("seen", "paper"), ("blue", "paper"), ("ink", "pale"),
    ("soft", "pale"), ("link", "pale"), ("seen", "pale"), ("blue", "pale"), ("paper", "red"), ("paper", "blue"),
    ("ink", "focus"), ("blue", TAG), ("ink", TARGET), ("soft", TARGET),
]  # fmt: skip


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("text", "ground"), SHOWN)
def test_text_can_be_read(text: str, ground: str) -> None:
    assert contrast(COLOURS[text], COLOURS.get(ground, ground)) >= 4.5


def test_every_colour_on_a_ground_is_checked() -> None:
    grounds = set(re.findall(r"background: (?:var\(--(\w+)\)|(#[0-9a-f]{3,6}))", SHEET.read_text(encoding="utf-8")))
    assert {name or colour for name, colour in grounds} == {ground for _, ground in SHOWN}


def test_the_sheet_is_light_and_fetches_no_font() -> None:
    sheet = SHEET.read_text(encoding="utf-8")
    assert len(sheet.encode()) <= 12_000
    assert "@font-face" not in sheet
    assert "@import" not in sheet
    assert "@media print" in sheet
    assert set(re.findall(r'url\("([^"]+)"\)', sheet)) == {"drum.svg"}
    assert (SHEET.parent / "drum.svg").stat().st_size < 4_000
