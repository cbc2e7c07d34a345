"""A rehearsed year, served for real, and browsers signed in to it as the people who play."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.reading import PlanDraft, read_plan
from tests.needs import CHROMIUM

LANTOA = [sys.executable, "-c", "import sys; from lantoa.cli import main; sys.exit(main())"]
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "ke-hoach-hai-son-2026.docx"
PLAN = Path(os.environ.get("LANTOA_DUTY_PLAN") or EXAMPLE)
"""The plan to show the duties on: the example's, or another one."""

Visit = Callable[..., Page]


@dataclass(frozen=True)
class Rehearsal:
    """A data folder after `lantoa demo`, what it said, and what the reader makes of its plan."""

    data: Path
    said: str

    @property
    def passwords(self) -> dict[str, str]:
        kept = json.loads((self.data / "rehearsal.json").read_text(encoding="utf-8"))
        return {username: password for _post, username, password in kept["people"]}

    @property
    def report(self) -> Path:
        return next(self.data.glob("bao-cao-*.docx"))

    @cached_property
    def draft(self) -> PlanDraft:
        return read_plan(recognise(open_paper(PLAN.read_bytes(), PLAN.name)))

    @property
    def title(self) -> str:
        return self.draft.title.value or ""


def run(*words: str, data: Path | None = None, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run one `lantoa` command."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("LANTOA_", "DJANGO_"))}
    command = [*LANTOA, *words, *(["--data", str(data)] if data else [])]
    done = subprocess.run(command, capture_output=True, text=True, env=env, timeout=300)
    assert not (check and done.returncode), done.stdout + done.stderr
    return done


@pytest.fixture(scope="session")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    data = tmp_path_factory.mktemp("duties") / "data"
    done = run("demo", "--no-serve", "--seed", "7", "--plan", str(PLAN), data=data)
    return Rehearsal(data, done.stdout)


@pytest.fixture(scope="session")
def address(rehearsal: Rehearsal) -> Iterator[str]:
    """Where the rehearsed year is served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    env = {key: value for key, value in os.environ.items() if not key.startswith(("LANTOA_", "DJANGO_"))}
    server = subprocess.Popen(
        [*LANTOA, "serve", "--data", str(rehearsal.data), "--port", str(port)], env=env, stdout=subprocess.DEVNULL
    )
    base = f"http://127.0.0.1:{port}"
    try:
        _wait(base + "/khoe/", server)
        yield base
    finally:
        server.terminate()
        server.wait(20)


def _wait(url: str, server: subprocess.Popen[Any]) -> None:
    for _ in range(200):
        assert server.poll() is None, "the server stopped"
        try:
            urllib.request.urlopen(url, timeout=2)  # noqa: S310 - our own address
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {url}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is absent; `make tools` brings it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, address: str, rehearsal: Rehearsal) -> Iterator[Visit]:
    """Open a page as someone: `visit("dieu-phoi")`, or as the public: `visit()`; without JavaScript, on a phone's width
    when asked.
    """
    contexts = []

    def open_as(username: str = "", *, path: str = "/", width: int = 1280) -> Page:
        context = chromium.new_context(
            base_url=address, viewport={"width": width, "height": 900}, java_script_enabled=False, locale="vi-VN"
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        if username:
            page.goto("/dang-nhap/")
            page.fill("input[name=username]", username)
            page.fill("input[name=password]", rehearsal.passwords[username])
            page.click("main form button")
            page.wait_for_url(re.compile("^(?!.*dang-nhap)"))
        if path != "/" or not username:
            page.goto(path)
        return page

    yield open_as
    for context in contexts:
        context.close()
