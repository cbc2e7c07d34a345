"""Who may open which page: one row for every address the installation has.

A page without a row is undecided: nobody may open it, and the test that walks the addresses fails. What a person sees
on a page is decided further down, by queries that take the holding.
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from lantoa.agencies.models import Role

ANONYMOUS = "anonymous"
"""A stranger, or a person who holds no post now."""

ROLES = (ANONYMOUS, Role.REPORTER.value, Role.COORDINATOR.value, Role.LEADER.value, Role.ADMINISTRATOR.value)
_LETTERS = dict(zip("arcld", ROLES, strict=True))

_ROWS = """
sign-in                 a r c l d
sign-out                a r c l d
language                a r c l d
choose-post             a r c l d
health                  a r c l d
"""
"""Address and the roles that may open it: a stranger, r reporter, c coordinator, l leader, d administrator."""


class Undecided(PermissionDenied):
    """An address has no row in the table."""


def _row(line: str) -> tuple[str, frozenset[str]]:
    name, *letters = line.split()
    return name, frozenset(_LETTERS[letter] for letter in letters)


TABLE: dict[str, frozenset[str]] = dict(_row(line) for line in _ROWS.strip().splitlines() if line.strip())


def roles_allowed(name: str) -> frozenset[str]:
    """The roles that may open the address `name`; `Undecided` when the table does not say."""
    try:
        return TABLE[name]
    except KeyError:
        raise Undecided(f"the permission table has no row for {name!r}") from None
