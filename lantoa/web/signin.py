"""Signing in that resists guessing: per address 20 wrong tries an hour, per account 10, a pause after 5 in a row.

Nothing locks for good, and what a stranger is told is the same whether the account exists or not. The tries are kept in
Django's cache, so a restart forgets them.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

HOUR = timedelta(hours=1)
PER_ADDRESS = 20
PER_ACCOUNT = 10
IN_A_ROW = 5
PAUSE = timedelta(minutes=15)
PLAIN_TO_READ = "abcdefhkmnprtuvwxy34789"
"""Letters and digits that are not taken for one another on paper or on the telephone."""


def one_time_password() -> str:
    """A password to hand over once: four groups of four, 72 bits, as in "h7kd-93ma-xw4t-p3rn"."""
    return "-".join("".join(secrets.choice(PLAIN_TO_READ) for _ in range(4)) for _ in range(4))


def paused_until(request: HttpRequest, username: str, at: datetime) -> datetime | None:
    """The instant before which this address or this account may not try again; None when it may now."""
    ends = [_limit_ends(_address_key(request), PER_ADDRESS, at), _limit_ends(_account_key(username), PER_ACCOUNT, at)]
    row = _tries(_row_key(username), at)
    if len(row) >= IN_A_ROW and row[-1] + PAUSE > at:
        ends.append(row[-1] + PAUSE)
    return max((end for end in ends if end), default=None)


def note_wrong(request: HttpRequest, username: str, at: datetime) -> None:
    """Remember a wrong try. When a pause is over, the next five in a row begin anew."""
    for key in (_address_key(request), _account_key(username)):
        _keep(key, [*_tries(key, at), at])
    row = _tries(_row_key(username), at)
    if len(row) >= IN_A_ROW:
        row = []
    _keep(_row_key(username), [*row, at])


def note_right(username: str) -> None:
    """A right password ends the row of wrong ones; the hourly counts stay."""
    cache.delete(_row_key(username))


def address_of(request: HttpRequest) -> str:
    """Where a request comes from; behind the proxy that keeps HTTPS, what that proxy says."""
    passed_on = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return passed_on.split(",")[-1].strip() or request.META.get("REMOTE_ADDR", "")


def _limit_ends(key: str, limit: int, at: datetime) -> datetime | None:
    tries = _tries(key, at)
    return tries[-limit] + HOUR if len(tries) >= limit else None


def _tries(key: str, at: datetime) -> list[datetime]:
    kept: list[datetime] = cache.get(key, [])
    return [instant for instant in kept if instant > at - HOUR]


def _keep(key: str, tries: list[datetime]) -> None:
    cache.set(key, tries, HOUR.total_seconds())


def _key(kind: str, text: str) -> str:
    return f"sign-in:{kind}:{hashlib.sha256(text.encode()).hexdigest()}"


def _address_key(request: HttpRequest) -> str:
    return _key("address", address_of(request))


def _account_key(username: str) -> str:
    return _key("account", username.strip().lower())


def _row_key(username: str) -> str:
    return _key("row", username.strip().lower())
