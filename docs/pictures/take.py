"""Take the pictures of the docs again: rehearse, serve, and photograph the pages that the docs speak of.

.venv/bin/python docs/pictures/take.py        (needs Chromium: make tools)
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
LANTOA = Path(sys.executable).with_name("lantoa")


def main() -> None:
    """Write the pictures beside this file."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        data = Path(folder) / "data"
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        subprocess.run(
            [LANTOA, "demo", "--no-serve", "--seed", "7", "--data", data], check=True, stdout=subprocess.DEVNULL
        )
        people = json.loads((data / "rehearsal.json").read_text(encoding="utf-8"))["people"]
        password = next(word for _post, name, word in people if name == "dieu-phoi")
        server = subprocess.Popen([LANTOA, "serve", "--data", data, "--port", str(port)], stdout=subprocess.DEVNULL)
        try:
            wait(f"http://127.0.0.1:{port}/khoe/")
            take(f"http://127.0.0.1:{port}", password)
        finally:
            server.terminate()
            server.wait(20)


def wait(url: str) -> None:
    """Until the server answers."""
    for _ in range(200):
        try:
            urllib.request.urlopen(url, timeout=2)  # noqa: S310 - our own address
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server does not answer")


def take(base: str, password: str) -> None:
    """Sign in as coordinator; photograph the board of the rehearsed round, a figure opened, a plan beside its text."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(base_url=base, viewport={"width": 1280, "height": 860}, locale="vi-VN")
        page.goto("/dang-nhap/")
        page.fill("input[name=username]", "dieu-phoi")
        page.fill("input[name=password]", password)
        page.click("main form button")
        page.goto("/dot-bao-cao/")
        page.click("main a:has-text('Báo cáo năm')")
        page.screenshot(path=HERE / "desk.png")
        page.set_viewport_size({"width": 1280, "height": 760})
        page.click("main a:has-text('Bản số 1')")
        page.click("main tr:has-text('Sự kiện, buổi tuyên truyền') td a")
        page.screenshot(path=HERE / "figure.png")
        page.goto("/ke-hoach/")
        page.click("main ul.rows a")
        page.click("main a:has-text('Rà soát')")
        page.click("section.read .name a:has-text('Căn cứ')")
        page.screenshot(path=HERE / "review.png")
        browser.close()


if __name__ == "__main__":
    main()
