"""From what a query gives to what a page shows."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote

from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse

from lantoa.agencies.models import Holding
from lantoa.files.models import StoredFile
from lantoa.files.queries import content
from lantoa.viet.letters import fold

T = TypeVar("T")
ON_A_PAGE = 50


def found(query: Callable[[Holding, uuid.UUID], T | None], holding: Holding, id: uuid.UUID) -> T:
    """The row that a query scoped to the person gives; a page that is not there when it gives none."""
    try:
        row = query(holding, id)
    except ObjectDoesNotExist:
        row = None
    if row is None:
        raise Http404
    return row


def key_of(text: str) -> uuid.UUID:
    """The key that a form or an address names; a page that is not there for anything else."""
    try:
        return uuid.UUID(text)
    except ValueError:
        raise Http404 from None


def mentions(asked: str, *texts: str) -> bool:
    """True when every word asked for stands somewhere in the texts; marks and case make no difference."""
    searched = fold(" ".join(texts))
    return all(word in searched for word in fold(asked).split())


def page_of(request: HttpRequest, rows: Any) -> Page[Any]:
    """The page of a long list that the address asks for (`trang`), the nearest one when there is no such page."""
    return Paginator(rows, ON_A_PAGE).get_page(request.GET.get("trang"))


def as_download(file: StoredFile) -> HttpResponse:
    """A stored file as an attachment."""
    return as_attachment(content(file), file.name, file.media_type)


def as_attachment(data: bytes, name: str, media_type: str) -> HttpResponse:
    """Bytes that a browser saves and never opens in this site's name."""
    response = HttpResponse(data, content_type=media_type)
    plain = "".join(letter for letter in name if letter.isascii() and letter.isprintable() and letter not in '"\\')
    response["Content-Disposition"] = (
        f"attachment; filename=\"{plain or 'tep'}\"; filename*=UTF-8''{quote(name, safe='')}"
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
