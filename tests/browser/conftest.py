"""Chromium against `lantoa serve`: no JavaScript, as a phone or a desk shows it, and no way off this machine."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.installation import LANTOA, Installation, installation
from tests.needs import CHROMIUM

Open = Callable[[int], Page]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an installation of its own, served, with the world of these journeys in it."""
    with installation(tmp_path_factory.mktemp("site") / "data") as place:
        place.run("-m", "tests.browser.world")
        with served(place) as address:
            yield address


@contextmanager
def served(place: Installation) -> Iterator[str]:
    """The address of an installation while it is served."""
    port = free_port()
    process = place.start("-c", LANTOA, "serve", "--port", str(port), stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/khoe/", process)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=30)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[str]) -> None:
    """Until the server answers there."""
    for _ in range(600):
        assert process.poll() is None, process.communicate()[0]
        try:
            with urlopen(address):  # noqa: S310 - our own server
                return
        except URLError:
            time.sleep(0.05)
    raise TimeoutError("the server did not start")


@pytest.fixture
def at_width(site: str) -> Iterator[Open]:
    """Open the site at a width, without JavaScript; a request to any other host fails the test."""
    strangers: list[str] = []

    def watch(route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(site).netloc:
            route.continue_()
        else:
            strangers.append(route.request.url)
            route.abort()

    with sync_playwright() as playwright:
        chromium: Browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

        def opened(width: int) -> Page:
            page = chromium.new_page(
                viewport={"width": width, "height": 800}, java_script_enabled=False, base_url=site, locale="vi-VN"
            )
            page.route("**/*", watch)
            return page

        yield opened
        chromium.close()
    assert strangers == []
