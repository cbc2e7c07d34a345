"""Kill -9 while agencies hand in over HTTP: nothing acknowledged is lost, nothing is half there; Send twice is once.

Promises R1 and R5 of the quality list.
"""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.drill.officers import LOST, Browser, Officer
from tests.installation import LANTOA, Installation, installation

OFFICERS, KILLS = 4, 30
STAGES = [
    'INSERT INTO "reports_version"\n',
    'INSERT INTO "reports_versionsection"\n',
    'INSERT INTO "reports_versionfigure"\n',
    'INSERT INTO "trail_entry"\nreport_handed_in',
]
"""Where inside a hand-in's transaction a server is stopped: every third kill, in turn."""
Told = dict[str, Any]
HOOK = Path(__file__).parent / "hook"


@dataclass
class Server:
    """`lantoa serve` of one installation, started and killed at will."""

    place: Installation
    port: int
    process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        words = ["-c", LANTOA, "serve", "--data", str(self.place.data), "--port", str(self.port)]
        self.process = self.place.start(*words, start_new_session=True, stderr=subprocess.STDOUT)
        for _ in range(1200):
            try:
                if Browser(self.port).ask("/khoe/")[0] == 200:
                    return
            except LOST:
                time.sleep(0.05)
            assert self.process.poll() is None, self.process.communicate()[0]
        raise TimeoutError("the server did not start")

    def kill(self) -> None:
        """Kill -9, the server and its workers at once."""
        assert self.process
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout
        self.process.stdout.close()
        wait_until(lambda: is_free(self.port))


def is_free(port: int) -> bool:
    """Nothing listens there. Ports below 30,000 are also not lent out to clients, who would else take ours."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("drill")
    with installation(folder / "data") as place:
        port = next(port for port in random.sample(range(20_000, 30_000), 100) if is_free(port))
        hooked = place.environment | {"PYTHONPATH": str(HOOK), "DRILL_FOLDER": str(folder)}
        server = Server(replace(place, environment=hooked), port)
        server.start()
        yield server
        server.kill()


@pytest.fixture(scope="module")
def folder(server: Server) -> Path:
    return server.place.data.parent


@pytest.fixture(scope="module")
def officers(server: Server) -> list[Officer]:
    """Officers who have signed in, each with a report begun."""
    world = json.loads(server.place.run("-m", "tests.drill.world", str(OFFICERS)))
    signed_in = [Officer(Browser(server.port), **given) for given in world]
    for officer in signed_in:
        officer.browser.sign_in(officer.username)
    return signed_in


def test_sending_twice_at_once_is_one_report_with_one_receipt(server: Server, officers: list[Officer]) -> None:
    officer = officers[0]
    for number in range(10):
        officer.write(f"Lần {number}")
        send = partial(Browser.ask, path=f"/bao-cao/{officer.report}/gui/", submission_key=f"hai-lan-{number}")
        with ThreadPoolExecutor(2) as two:
            answers = list(two.map(send, [Browser(server.port, dict(officer.browser.cookies)) for _ in range(2)]))
        assert [status for status, _, _ in answers] == [302, 302]
        assert len({receipt for _, receipt, _ in answers}) == 1
    stored = [version for version in audit(server) if version["key"].startswith("hai-lan-")]
    assert [version["key"] for version in stored] == [f"hai-lan-{number}" for number in range(10)]


def audit(server: Server) -> list[Told]:
    """Every stored version, as `tests.drill.audit` tells it."""
    return list(json.loads(server.place.run("-m", "tests.drill.audit")))


def kill_somewhere(server: Server, rng: random.Random) -> None:
    time.sleep(rng.uniform(0.02, 0.22))
    server.kill()


def kill_inside(server: Server, folder: Path, stage: str) -> str:
    """Kill the server while a hand-in's transaction is open after `stage`; returns what its version held."""
    (folder / "order").write_text(stage)
    (folder / "order").rename(folder / "pause")
    wait_until((folder / "paused").exists)
    values = (folder / "paused").read_text()
    (folder / "paused").unlink()
    (folder / "taken").unlink()
    server.kill()
    return values


def wait_until(true: Callable[[], bool]) -> None:
    for _ in range(6000):
        if true():
            return
        time.sleep(0.005)
    raise TimeoutError


def wait_for_an_acknowledgement(officers: list[Officer]) -> None:
    """The server is at work: someone has sent a report since it started."""
    before = sum(len(officer.acknowledged) for officer in officers)
    wait_until(lambda: sum(len(officer.acknowledged) for officer in officers) > before)


def test_kills_lose_nothing_acknowledged_and_leave_nothing_half(
    server: Server, folder: Path, officers: list[Officer]
) -> None:
    rng, open_transactions = random.Random(30), []
    for officer in officers:
        officer.start()
    for number in range(KILLS):
        wait_for_an_acknowledgement(officers)
        if number % 3 == 0:
            open_transactions.append(kill_inside(server, folder, STAGES[number // 3 % len(STAGES)]))
        else:
            kill_somewhere(server, rng)
        server.start()
    for officer in officers:
        officer.enough.set()
    for officer in officers:
        officer.join(timeout=60)
    assert [officer.fault for officer in officers if officer.fault] == []

    versions = audit(server)
    nothing_is_lost(officers, versions)
    nothing_is_half(officers, versions)
    what_was_open_is_gone(officers, versions, open_transactions)
    assert server.place.lantoa("check") == "Dữ liệu không có mâu thuẫn.\n"


def nothing_is_lost(officers: list[Officer], versions: list[Told]) -> None:
    """What was acknowledged is stored, once, under the receipt that was given."""
    stored = {version["key"]: version["id"] for version in versions}
    assert len(stored) == len(versions)
    acknowledged = {key: version for officer in officers for key, version in officer.acknowledged.items()}
    assert len(acknowledged) > KILLS
    assert {key: stored[key] for key in acknowledged} == acknowledged


def nothing_is_half(officers: list[Officer], versions: list[Told]) -> None:
    """Every stored version has all its sections and figures, the text that was sent, and its entry in the trail."""
    sent = {key: text for officer in officers for key, text in officer.texts.items()}
    assert {version["sections"] for version in versions} == {6}
    assert {version["figures"] for version in versions} == {versions[0]["asked_figures"]}
    assert {version["state"] for version in versions} == {"submitted"}
    assert {tuple(version["trail"]) for version in versions} == {("report_handed_in",)}
    assert [version for version in versions if version["key"] in sent and version["text"] != sent[version["key"]]] == []
    for officer in officers:
        numbers = [version["number"] for version in versions if version["report"] == officer.report]
        assert numbers == list(range(1, len(numbers) + 1))


def what_was_open_is_gone(officers: list[Officer], versions: list[Told], open_transactions: list[str]) -> None:
    """A hand-in that was killed between BEGIN and COMMIT is stored only if its officer pressed Send again."""
    keys = {key: officer for officer in officers for key in officer.texts}
    killed = [key for values in open_transactions for key in keys if key in values]
    assert len(killed) == len(open_transactions) >= 10
    stored = {version["key"] for version in versions}
    assert {key for key in killed if key in stored} == {key for key in killed if key in keys[key].sent_again}
    assert {key in stored for key in killed} == {True, False}
