"""In which language a page speaks."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override


class LanguageMiddleware:
    """Vietnamese, unless the person chose otherwise at the foot of a page.

    What the browser prefers is not asked: many in Vietnamese offices were left in English.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with override(language):
            response = self.answer(request)
        response.headers.setdefault("Content-Language", language)
        return response
