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

home                      r c l d
my-work                   r c l d
own-password              r c l d

plans                     r c l
plan                      r c l
plan-upload                 c
plan-review                 c l
plan-bodies                 c l
plan-accept-sure            c l
plan-confirm                c l
plan-compare                c l
plan-follow                 c
plan-carry-over             c
plan-close                  c
plan-appendix               c
plan-coverage             r c l
plan-handover               c
point-keep                  c l
point-fill                  c l

tasks                     r c l
task                      r c l
task-edit                   c l
part-resolve                c l

activities                r c l
activity                  r c l
activity-log              r c
activity-edit             r c
activity-evidence         r c
activity-cancel           r c
activity-doubles            c
activity-same               c
activity-unsame             c
evidence-file             r c l

materials                 r c l
material                  r c l
material-begin            r c
material-rewrite          r c
material-send             r c
material-approve              l
material-decline              l
material-release          r c
material-withdraw         r c
release-withdraw          r c l
outlet-open               r c

rounds                      c l
round                       c l
round-plan                  c
round-plan-ad-hoc           c
round-open                  c
round-close                 c
round-reminder              c
obligation-extend           c
obligation-exempt           c

reports                   r c l
report-begin              r c
report                    r c
report-refill             r c
report-section            r c
report-figures            r c
report-nil                r c
report-check              r c
report-hand-in            r c
receipt                   r c
version                   r c l
version-accept              c
version-return              c

consolidate                 c
consolidation               c l
consolidation-file          c l
consolidated-figure         c l
narrative                   c
consolidation-approve         l
consolidation-decline         l
consolidation-issue         c l

documents                 r c l
document                  r c l
document-file             r c l

agencies                    c l d
agency                      c l d
agency-found                c   d
agency-alias                c   d
person-appoint              c   d
holding-end                 c   d
holding-password            c   d
groups                      c l d
group                       c l d
group-make                  c   d
group-join                  c   d

trail                           d

portal:home             a r c l d
portal:story            a r c l d
portal:programme        a r c l d
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
