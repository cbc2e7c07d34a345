"""Officers at their browsers: they sign in, write, and send, and note what the server has acknowledged."""

from __future__ import annotations

import http.client
import re
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.universe.agencies import PASSWORD

LOST = (OSError, http.client.HTTPException)
"""What a browser sees of a server that was killed."""


@dataclass
class Browser:
    """One person's cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, **said: str) -> tuple[int, str, str]:
        """GET, or POST when something is said; returns status, where it leads, and the page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if said:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode({**said, "csrfmiddlewaretoken": self.cookies["csrftoken"]})
        try:
            connection.request("POST" if said else "GET", path, body, headers)
            answer = connection.getresponse()
            page = answer.read().decode()
        finally:
            connection.close()
        for header in answer.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(header).items()}
        return answer.status, answer.headers.get("Location", ""), page

    def sign_in(self, username: str) -> None:
        self.ask("/dang-nhap/")
        status, _, page = self.ask("/dang-nhap/", username=username, password=PASSWORD)
        assert status == 302, page


@dataclass(eq=False)
class Officer(threading.Thread):
    """Writes and sends one report again and again until told to stop; starts over after each kill."""

    browser: Browser
    username: str
    report: str
    section: str

    def __post_init__(self) -> None:
        super().__init__(daemon=True)
        self.acknowledged: dict[str, str] = {}  # submission key -> version
        self.texts: dict[str, str] = {}  # submission key -> text
        self.sent_again: set[str] = set()
        self.fault = ""
        self.enough = threading.Event()

    def run(self) -> None:
        try:
            while not self.enough.is_set():
                self._write_and_send()
        except Exception as fault:
            self.fault = repr(fault)
            raise

    def _write_and_send(self) -> None:
        text = f"Đã làm xong việc {uuid.uuid4().hex}."
        self._until_it_answers(self.write, text)
        key = uuid.uuid4().hex
        self.texts[key] = text
        try:
            self._send(key)
        except LOST:
            if int(key, 16) % 2:  # half of them press Send again when the server is back, half begin anew
                self.sent_again.add(key)
                self._until_it_answers(self._send, key)

    def _until_it_answers(self, do: Callable[[str], None], what: str) -> None:
        for _ in range(2400):
            try:
                do(what)
                return
            except LOST:
                time.sleep(0.05)
        raise TimeoutError("the server did not come back")

    def write(self, text: str) -> None:
        address = f"/bao-cao/{self.report}/phan/{self.section}/"
        _, _, page = self.browser.ask(address)
        seen = re.search(r'name="seen" value="(\d+)"', page)
        assert seen, page
        status, _, page = self.browser.ask(address, text=text, seen=seen[1], done="on")
        assert status == 302, page

    def _send(self, key: str) -> None:
        status, receipt, page = self.browser.ask(f"/bao-cao/{self.report}/gui/", submission_key=key)
        assert status == 302, page
        self.acknowledged[key] = receipt.strip("/").split("/")[-1]
