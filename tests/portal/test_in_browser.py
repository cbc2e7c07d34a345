"""The public pages as Chromium shows them: no sideways scrolling, large letters, targets for thumbs, few requests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Page, Route, sync_playwright

from lantoa.activities import jobs
from lantoa.activities.models import Activity
from lantoa.channels.models import Release
from tests.needs import CHROMIUM, needs_chromium

pytestmark = [pytest.mark.browser, pytest.mark.django_db, needs_chromium]
SITE = "http://haison.example"
WIDTHS = (320, 360, 768, 1280)

Answers = dict[str, tuple[int, bytes, str]]


@pytest.fixture
def answers(client: Client, release: Release, activity: Activity, now: datetime) -> Answers:
    """Every page by its path, asked of Django beforehand: Chromium then gets exactly these bytes."""
    jobs.run(now)
    paths = ["/cong/", f"/cong/hai-son/tin/{release.slug}/", "/cong/hai-son/chuong-trinh/", "/cong/hai-son/tin/x/"]
    asked = {path: client.get(path) for path in paths}
    return {
        path: (answer.status_code, answer.content, answer.headers["Content-Type"]) for path, answer in asked.items()
    }


@pytest.fixture
def browser(answers: Answers) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


Open = Callable[[str, int], tuple[Page, list[str]]]


@pytest.fixture
def show(browser: Browser, answers: Answers) -> Open:
    """Open a page at a width, without JavaScript of its own; also returns what it asked for."""

    def shown(path: str, width: int) -> tuple[Page, list[str]]:
        page = browser.new_page(viewport={"width": width, "height": 800})
        asked: list[str] = []

        def answer(route: Route) -> None:
            wanted = urlsplit(route.request.url).path
            asked.append(wanted)
            found = finders.find(wanted.removeprefix("/static/")) if wanted.startswith("/static/") else None
            if found:
                route.fulfill(path=str(found))
            else:
                status, body, media_type = answers[wanted]
                route.fulfill(status=status, body=body, content_type=media_type)

        page.route("**/*", answer)
        page.goto(SITE + path)
        return page, asked

    return shown


MEASURE = """() => ({
    wide: document.documentElement.scrollWidth,
    letters: parseFloat(getComputedStyle(document.querySelector('main p')).fontSize),
    low: [...document.querySelectorAll('nav a, .stories h2 a, .pager a')].filter(a => a.getBoundingClientRect().height < 24).length,
    levels: [...document.querySelectorAll('h1, h2, h3')].map(h => +h.tagName[1]),
    unnamed: [...document.querySelectorAll('img:not([alt]), a:empty')].length,
})"""


def test_pages_fit_every_width(show: Open, answers: Answers) -> None:
    for path in answers:
        for width in WIDTHS:
            page, asked = show(path, width)
            found: dict[str, Any] = page.evaluate(MEASURE)
            assert found["wide"] <= width, (path, width)
            assert found["letters"] >= 15, (path, width)
            assert (found["low"], found["unnamed"]) == (0, 0), (path, width)
            assert found["levels"][0] == 1
            assert len(set(asked)) <= 10, asked
            page.close()


def test_the_text_of_a_story_is_eighteen_pixels(show: Open, answers: Answers) -> None:
    page, _ = show(next(path for path in answers if "ngay-hoi" in path), 360)
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.text p:not(.lead)')).fontSize)")
    assert size == 18


def test_the_first_tab_skips_to_the_text(show: Open) -> None:
    page, _ = show("/cong/", 360)
    page.keyboard.press("Tab")
    focused = page.evaluate("({text: document.activeElement.textContent, left: document.activeElement.offsetLeft})")
    assert focused["text"] == "Đến nội dung chính"
    assert focused["left"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_url("**#noi-dung")
    assert page.evaluate("document.activeElement.id") == "noi-dung"
