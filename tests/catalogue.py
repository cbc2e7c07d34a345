"""The English catalogue: `make messages` gathers every sentence that people see, keeps the translations that are there,
and compiles them. No system gettext is needed.

Keys are the Vietnamese sentences (docs/adr/0006-vietnamese-first.md). Both files come out the same on every machine:
sorted, without dates, line numbers or the name of the tool.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "lantoa"
ENGLISH = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
COMPILED = ENGLISH.with_suffix(".mo")

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "marked": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
"""The calls that mark a sentence, and which of their arguments are it."""

HEADERS = [
    ("Project-Id-Version", "Lan Tỏa"),
    ("Language", "en"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
]


class English(Catalog):
    """A catalogue whose head says nothing that changes from one writing to the next."""

    def __init__(self) -> None:
        super().__init__(locale="en", charset="utf-8", fuzzy=False)

    @property
    def mime_headers(self) -> list[tuple[str, str]]:  # type: ignore[override]  # the base has a property with a setter
        return HEADERS


def extracted() -> English:
    """Every marked sentence of the product with the files that say it, untranslated."""
    catalogue = English()
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.txt")]):
        for message, context in _marked_in(path):
            catalogue.add(message, locations=[(str(path.relative_to(ROOT)), 0)], context=context)
    return catalogue


def _marked_in(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """The sentences of one file; a pair for a singular and its plural."""
    for _line, call, arguments, _comments in extract_python(_source(path), list(KEYWORDS), [], {"encoding": "utf-8"}):
        given = arguments if isinstance(arguments, tuple) else (arguments,)
        places = KEYWORDS[str(call)] or (1,)
        context = next((given[place[0] - 1] for place in places if isinstance(place, tuple)), None)
        said = tuple(given[place - 1] for place in places if isinstance(place, int))
        if said[0]:
            yield (said if len(said) > 1 else said[0]), context


def _source(path: Path) -> io.BytesIO:
    """A module as it is; a template as the calls that it makes."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        text = "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines())
    return io.BytesIO(text.encode())


def stored() -> English:
    """The catalogue as it is kept."""
    catalogue = English()
    if ENGLISH.exists():
        with ENGLISH.open("rb") as file:
            for message in read_po(file, locale="en", charset="utf-8"):
                if message.id:
                    catalogue[message.id] = message
    return catalogue


def translated(found: Catalog, known: Catalog) -> Catalog:
    """`found` with the translations of `known`; what nobody says any more is left out."""
    for message in found:
        before = known.get(message.id, message.context) if message.id else None
        if before is not None:
            message.string = before.string
    return found


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as people edit it."""
    written = io.BytesIO()
    write_po(written, catalogue, width=120, sort_output=True, include_lineno=False, omit_header=True)
    head = "".join(f'"{name}: {value}\\n"\n' for name, value in HEADERS)
    return f'msgid ""\nmsgstr ""\n{head}\n'.encode() + written.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """The catalogue as it is read at run time."""
    written = io.BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()


def untranslated(catalogue: Catalog) -> list[Message]:
    """The sentences that English still lacks."""
    return [one for one in catalogue if one.id and not all(one.string if one.pluralizable else [one.string])]


def main() -> None:
    """Write both files, and say what is left to translate."""
    catalogue = translated(extracted(), stored())
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    ENGLISH.write_bytes(as_po(catalogue))
    COMPILED.write_bytes(as_mo(catalogue))
    left = untranslated(catalogue)
    print(f"{ENGLISH.relative_to(ROOT)}: {len(catalogue)} sentences, {len(left)} to translate")
    for message in left:
        print(f"  {message.id}")


if __name__ == "__main__":
    main()
