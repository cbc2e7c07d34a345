"""Every page: small, few requests, nothing from elsewhere, nothing inline, a bounded number of queries, safety headers."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lantoa.agencies.models import Holding
from lantoa.web.permissions import TABLE
from tests.universe.doors import Ids, SignIn
from tests.web.addresses import ADDRESSES

LARGEST = 100 * 1024
MOST_REQUESTS = 10
MOST_QUERIES = 45
FETCHED = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src"}
ROLES = ("reporter", "coordinator", "leader", "administrator")


class Reader(HTMLParser):
    """What a page fetches, what it does inline, its ids, its headings, inputs and labels."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fetched: set[str] = set()
        self.inline: list[str] = []
        self.ids: list[str] = []
        self.inputs: list[dict[str, str | None]] = []
        self.labelled: set[str | None] = set()
        self.h1 = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if address := given.get(FETCHED.get(tag, "")):
            self.fetched.add(address)
        if tag in {"script", "style"} or "style" in given or any(name.startswith("on") for name in given):
            self.inline.append(self.get_starttag_text() or tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag in {"input", "select", "textarea"} and given.get("type") not in {"hidden", "submit"}:
            self.inputs.append(given)
        if tag == "label":
            self.labelled.add(given.get("for"))
        self.h1 += tag == "h1"


def pages(client: Client, ids: Ids, role: str) -> dict[str, tuple[str, int, Any]]:
    """Every page that a role may open: by route, the HTML, how many queries it took, and the answer."""
    shown = {}
    for address in ADDRESSES:
        if role in TABLE[address.name] and not address.name.startswith(("portal:", "sign-out")):
            with CaptureQueriesContext(
                connection,
            ) as queries:
                answer = client.get(address.path(ids))
            if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
                shown[address.route] = (answer.content.decode(), len(queries), answer)
    log = f"/hoat-dong/ghi/?nhiem-vu={ids['task_id']}"
    if role in TABLE["activity-log"]:
        shown[log] = (client.get(log).content.decode(), 0, None)
    return shown


@pytest.mark.parametrize("role", ROLES)
def test_pages_are_small_self_contained_and_whole(
    role: str, ids: Ids, people: dict[str, Holding], sign_in: SignIn
) -> None:
    shown = pages(sign_in(people[role]), ids, role)
    read = {route: Reader(html) for route, (html, _, _) in shown.items()}
    assert len(shown) > 4
    assert {route: size for route, (html, _, _) in shown.items() if (size := len(html.encode())) > LARGEST} == {}
    assert {route: page.fetched for route, page in read.items() if len(page.fetched) + 1 > MOST_REQUESTS} == {}
    assert {a for page in read.values() for a in page.fetched if not a.startswith(("/static/", "data:"))} == set()
    assert {route: page.inline for route, page in read.items() if page.inline} == {}
    assert {route: page.h1 for route, page in read.items() if page.h1 != 1} == {}
    assert {r: d for r, page in read.items() if (d := {i for i in page.ids if page.ids.count(i) > 1})} == {}


@pytest.mark.parametrize("role", ROLES)
def test_every_input_has_a_label(role: str, ids: Ids, people: dict[str, Holding], sign_in: SignIn) -> None:
    bare = {}
    for route, (html, _, _) in pages(sign_in(people[role]), ids, role).items():
        page = Reader(html)
        nameless = [i.get("name") for i in page.inputs if i.get("id") not in page.labelled and not i.get("aria-label")]
        if nameless:
            bare[route] = nameless
    assert bare == {}


@pytest.mark.parametrize("role", ROLES)
def test_pages_ask_the_database_a_bounded_number_of_times(
    role: str, ids: Ids, people: dict[str, Holding], sign_in: SignIn
) -> None:
    shown = pages(sign_in(people[role]), ids, role)
    assert {route: count for route, (_, count, _) in shown.items() if count > MOST_QUERIES} == {}


def test_every_answer_carries_the_safety_headers(ids: Ids, people: dict[str, Holding], sign_in: SignIn) -> None:
    for _, _, answer in pages(sign_in(people["coordinator"]), ids, "coordinator").values():
        if answer is None:
            continue
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "camera=()" in answer.headers["Permissions-Policy"]
        assert answer.headers["Cache-Control"] == "no-store, private"
    lost = sign_in(None).get("/khong-co-trang-nay/")
    assert lost.status_code == 404
    assert "frame-ancestors 'none'" in lost.headers["Content-Security-Policy"]


def test_the_style_sheet_is_small_and_fetches_nothing() -> None:
    sheet = (Path(settings.PACKAGE) / "web" / "static" / "web" / "desk.css").read_text()
    assert len(sheet.encode()) <= 25 * 1024
    assert "@import" not in sheet
    assert "url(" not in sheet
    assert "@page" in sheet
    assert "A4" in sheet


def test_templates_leave_no_sentence_outside_gettext() -> None:
    """Vietnamese letters between tags stand in {% translate %} or {% blocktranslate %}."""
    bare = {}
    for room in ("web", "desk"):
        for path in (Path(settings.PACKAGE) / room / "templates").rglob("*.html"):
            text = re.sub(r"{% blocktranslate.*?{% endblocktranslate %}", "", path.read_text(), flags=re.S)
            text = re.sub(r"{%.*?%}|{{.*?}}", "", text, flags=re.S).replace("Lan Tỏa", "")
            if found := re.findall(
                r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]\w*", text, re.I
            ):
                bare[path.name] = found
    assert bare == {}


@pytest.mark.parametrize("role", ROLES)
def test_no_page_opens_with_an_error(role: str, ids: Ids, people: dict[str, Holding], sign_in: SignIn) -> None:
    shown = pages(sign_in(people[role]), ids, role)
    assert [route for route, (html, _, _) in shown.items() if "<title>Lỗi:" in html] == []
