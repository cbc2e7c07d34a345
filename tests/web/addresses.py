"""Every address of the installation, walked from the root."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True, slots=True)
class Address:
    """`name` with its namespace; `route` with its parts, as in "ke-hoach/<uuid:plan_id>/"."""

    name: str
    route: str

    @property
    def parts(self) -> list[str]:
        return re.findall(r"<\w+:(\w+)>", self.route)

    def path(self, ids: Mapping[str, object]) -> str:
        return "/" + re.sub(r"<\w+:(\w+)>", lambda found: str(ids[found[1]]), self.route)


def walk(resolver: URLResolver | None = None, route: str = "", space: str = "") -> Iterator[Address]:
    """Every address under a resolver."""
    for entry in (resolver or get_resolver()).url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from walk(entry, here, f"{space}{entry.namespace}:" if entry.namespace else space)
        else:
            assert isinstance(entry, URLPattern)
            yield Address(f"{space}{entry.name}", here)


ADDRESSES = list(walk())
"""Every address."""
