"""The side of the cage where we stand: starts the worker, asks it, ends it."""

from __future__ import annotations

import atexit
import os
import select
import struct
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from lantoa.papers.cage.wire import unpacked
from lantoa.papers.readers.unreadable import CODES, unreadable
from lantoa.papers.tree import Sheet

SECONDS = 30
"""How long an answer may take by the clock; computing is limited inside."""
_MAX_ANSWER = 64 * 1024 * 1024
_ROOT = Path(__file__).resolve().parents[3]


class _GoneError(Exception):
    """The worker has ended, or does not answer in time."""


class Keeper:
    """One worker for this process, started with the first file; after a fork the child starts its own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        atexit.register(self._end)

    def open(self, data: bytes, name: str) -> Sheet:
        """The sheet of a file; raises `PaperUnreadable`."""
        with self._lock:
            try:
                kind, words = self._ask(data, name)
            except _GoneError:
                self._end()
                raise unreadable("too_heavy", name) from None
            except BaseException:
                self._end()  # half an answer may be left in the pipe
                raise
            if kind.islower():
                self._end()
        if kind.upper() == b"S":
            return unpacked(words)
        code = words.decode("ascii", "replace")
        raise unreadable(code if code in CODES else "broken", name)

    def _ask(self, data: bytes, name: str) -> tuple[bytes, bytes]:
        process = self._worker()
        assert process.stdin is not None
        called = name.encode("utf-8", "replace")
        try:
            process.stdin.write(struct.pack(">QQ", len(called), len(data)) + called + data)
            process.stdin.flush()
        except OSError:
            raise _GoneError from None
        until = time.monotonic() + SECONDS
        head = _read(process, 9, until)
        (length,) = struct.unpack(">Q", head[1:])
        if length > _MAX_ANSWER:
            raise _GoneError
        return head[:1], _read(process, length, until)

    def _worker(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():
            self._process = None
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = _start()
            self._owner = os.getpid()
        return self._process

    def _end(self) -> None:
        """End the worker, if it is ours, and close its pipes."""
        process, self._process = self._process, None
        if process is not None and self._owner == os.getpid():
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):  # what the worker did not take is lost with it
                    if pipe is not None:
                        pipe.close()


def _start() -> subprocess.Popen[bytes]:
    """A worker that is ready. It inherits no setting and no secret of ours."""
    environment = {"PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": str(_ROOT), "LANG": "C.UTF-8"}
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "lantoa.papers.cage.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    )
    try:
        _read(process, 1, time.monotonic() + SECONDS)
    except _GoneError:
        process.kill()
        raise RuntimeError("the worker that reads papers does not start; its own message stands above") from None
    return process


def _read(process: subprocess.Popen[bytes], length: int, until: float) -> bytes:
    """Exactly `length` bytes from the worker, before the moment `until` of the monotonic clock."""
    assert process.stdout is not None
    pipe = process.stdout.fileno()
    pieces: list[bytes] = []
    while length > 0:
        ready, _, _ = select.select([pipe], [], [], max(0.0, until - time.monotonic()))
        piece = os.read(pipe, min(length, 1 << 20)) if ready else b""
        if not piece:
            raise _GoneError
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)
