"""A stored text as a page shows it: paragraphs with their marks, and the places that were read, each with an anchor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

_DOUBT = ("sure", "look", "missing")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text, [start, end) in code points, with the state of what was read there."""

    start: int
    end: int
    state: str = "sure"

    @property
    def anchor(self) -> str:
        return anchor(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its number in the text (from 1) and its letters with the places marked."""

    number: int
    html: SafeString


def anchor(start: int | None, end: int | None) -> str:
    """The name by which an address points to a place; "" for no place."""
    return "" if start is None or end is None else f"c{start}-{end}"


def passages(text: str, places: Iterable[Place], first: int = 0, last: int | None = None) -> list[Passage]:
    """The paragraphs of `text` that touch [first, last), blank ones left out unless something is missing there.

    A place is marked in the paragraph where it begins, up to that paragraph's end. Of two places that cross, the later
    one is cut where the earlier one ends; one inside another is nested; the same place twice is marked once, as the
    more doubtful.
    """
    last = len(text) if last is None else last
    once = {place.anchor: place for place in sorted(places, key=lambda place: _DOUBT.index(place.state))}
    found, begin, waiting = [], 0, sorted(once.values(), key=lambda place: (place.start, -place.end))
    for number, line in enumerate(text.split("\n"), start=1):
        end = begin + len(line)
        here = [place for place in waiting if begin <= place.start < end or begin <= place.start == place.end == end]
        if (line.strip() or here) and begin < max(last, first + 1) and end >= first:
            found.append(Passage(number, _marked(text, begin, end, here)))
        begin = end + 1
    return found


def _marked(text: str, begin: int, end: int, places: list[Place]) -> SafeString:
    """The letters from `begin` to `end`; `places` are sorted, outer ones first."""
    parts, at, index = [], begin, 0
    while index < len(places):
        place = places[index]
        stop = min(place.end, end)
        inner = [other for other in places[index + 1 :] if other.start < stop]
        parts.append(conditional_escape(text[at : place.start]))
        marked = _marked(text, place.start, stop, inner) if stop > place.start else gettext("(để trống)")
        parts.append(format_html('<mark id="{}" class="tag-{}">{}</mark>', place.anchor, _tone(place.state), marked))
        at, index = stop, index + 1 + len(inner)
    parts.append(conditional_escape(text[at:end]))
    return format_html_join("", "{}", ((part,) for part in parts))


def _tone(state: str) -> str:
    return {"look": "look", "missing": "bad"}.get(state, "sure")
