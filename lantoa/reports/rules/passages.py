"""What agencies wrote, gathered: the same words said by several are told once, with all who said them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Source = TypeVar("Source", bound=Hashable)

_BULLET = re.compile(r"\s*(?:[-–—+*•●]\s+)?")
_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Passage(Generic[Source]):
    """One paragraph in its first wording, and all who wrote it, in their order."""

    text: str
    sources: tuple[Source, ...]


def gathered(texts: Iterable[tuple[Source, str]]) -> list[Passage[Source]]:
    """Paragraphs of all texts in the order given; one that differs only in case, spaces and marks is joined to the
    first."""
    wordings: dict[str, str] = {}
    sources: dict[str, dict[Source, None]] = {}
    for source, text in texts:
        for paragraph in text.splitlines():
            words = " ".join(unicodedata.normalize("NFC", _BULLET.sub("", paragraph, count=1)).split())
            if not words:
                continue
            key = _NOT_WORDS.sub(" ", words.casefold()).strip() or words
            wordings.setdefault(key, words)
            sources.setdefault(key, {})[source] = None
    return [Passage(wordings[key], tuple(sources[key])) for key in wordings]
