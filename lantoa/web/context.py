"""What every template knows: the person's post, role and the ways they may go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext, gettext_noop

from lantoa.agencies.models import Holding
from lantoa.viet.deadlines import day_in_vietnam
from lantoa.web.clock import now
from lantoa.web.permissions import roles_allowed
from lantoa.web.requests import person_of

WAYS = (
    ("my-work", gettext_noop("Việc của tôi")),
    ("plans", gettext_noop("Kế hoạch")),
    ("activities", gettext_noop("Hoạt động")),
    ("materials", gettext_noop("Tin, bài")),
    ("rounds", gettext_noop("Đợt báo cáo")),
    ("reports", gettext_noop("Báo cáo")),
    ("documents", gettext_noop("Văn bản")),
    ("agencies", gettext_noop("Cơ quan")),
    ("trail", gettext_noop("Nhật ký")),
)


@dataclass(frozen=True, slots=True)
class Way:
    """One entry of the navigation; `here` when the page shown stands under it."""

    address: str
    word: str
    here: bool


def person(request: HttpRequest) -> dict[str, object]:
    """`holding` (None for a stranger), `role`, `nav`, `today` in Viet Nam, `at`, and `posts`, how many are held."""
    holding = person_of(request)
    at = getattr(request, "at", None) or now()
    return {
        "holding": holding,
        "role": holding.role if holding else "",
        "nav": _ways(holding, request.path) if holding else [],
        "posts": SimpleLazyObject(_counted(request)),
        "at": at,
        "today": day_in_vietnam(at),
    }


def _ways(holding: Holding, path: str) -> list[Way]:
    open_ways = [(reverse(name), word) for name, word in WAYS if holding.role in roles_allowed(name)]
    return [Way(address, gettext(word), path.startswith(address)) for address, word in open_ways]


def _counted(request: HttpRequest) -> Callable[[], int]:
    def count() -> int:
        holding = person_of(request)
        return Holding.objects.current(request.at).filter(user=holding.user).count() if holding else 0  # type: ignore[attr-defined]  # set by PermissionMiddleware

    return count
