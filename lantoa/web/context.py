"""What every template knows: the person's post, role and the ways they may go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lantoa.agencies.models import Holding
from lantoa.viet.deadlines import day_in_vietnam
from lantoa.web.clock import now
from lantoa.web.permissions import roles_allowed
from lantoa.web.requests import person_of

WAYS = (
    ("my-work", _("Việc của tôi")),
    ("plans", _("Kế hoạch")),
    ("activities", _("Hoạt động")),
    ("materials", _("Tin, bài")),
    ("rounds", _("Đợt báo cáo")),
    ("reports", pgettext_lazy("many", "Báo cáo")),
    ("documents", pgettext_lazy("many", "Văn bản")),
    ("agencies", pgettext_lazy("many", "Cơ quan")),
    ("trail", _("Nhật ký")),
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
    return [Way(address, str(word), path.startswith(address)) for address, word in open_ways]


def _counted(request: HttpRequest) -> Callable[[], int]:
    def count() -> int:
        holding = person_of(request)
        return Holding.objects.current(request.at).filter(user=holding.user).count() if holding else 0  # type: ignore[attr-defined]  # set by PermissionMiddleware

    return count
