"""The process inside the cage: `python -m lantoa.papers.cage.worker`, spoken to by its pipes.

Asked: the lengths of name and file (two numbers of 8 bytes), name, file. Answered: one byte ("S" a sheet, "R" the code
of a refusal; a small letter when the worker ends with it), the length (8 bytes), the words. First of all one byte "!"
says that it is ready.
"""

from __future__ import annotations

import os
import resource
import struct
import sys
import traceback
from typing import BinaryIO

MEMORY = 768 * 1024 * 1024
CPU_SECONDS = 10
_TIRED = 300 * 1024 * 1024
"""A worker that keeps so much memory ends after its answer."""
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.", "ctypes.dlopen")


def main() -> None:
    """Answer until the pipe is closed."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(2, 1)  # nothing that a library prints may look like an answer
    _load()
    _lock()
    answers.write(b"!")
    answers.flush()
    while (asked := _request(requests)) is not None:
        kind, words = _answer(*asked)
        if _kept() > _TIRED:
            kind = kind.lower()
        answers.write(kind + struct.pack(">Q", len(words)) + words)
        answers.flush()
        if kind.islower():
            return


def _load() -> None:
    """Everything that a reader needs, before the doors close."""
    import pypdfium2.raw as pdfium

    from lantoa.papers.readers import docx, html, markdown, odt, pdf

    assert all((docx, html, markdown, odt, pdf))
    pdfium.FPDF_InitLibrary()


def _lock() -> None:
    """Memory, no network, no other process. libxml2 (told so) and pdfium open no connection themselves."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} is not allowed in the cage")


def _kept() -> int:
    """Bytes that the process holds now; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:
            return int(told.read().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def _request(requests: BinaryIO) -> tuple[str, bytes] | None:
    head = requests.read(16)
    if len(head) < 16:
        return None
    lengths = struct.unpack(">QQ", head)
    name, data = requests.read(lengths[0]), requests.read(lengths[1])
    return name.decode("utf-8", "replace"), data


def _answer(name: str, data: bytes) -> tuple[bytes, bytes]:
    from lantoa.papers.cage.wire import packed
    from lantoa.papers.readers import open_paper
    from lantoa.refusals import PaperUnreadable

    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (spent + CPU_SECONDS, resource.RLIM_INFINITY))
    try:
        return b"S", packed(open_paper(data, name))
    except PaperUnreadable as refused:
        return b"R", refused.code.encode()
    except (MemoryError, RecursionError):
        return b"r", b"too_heavy"
    except Exception:  # a file that a reader did not foresee: the operator's log says where, the user gets a sentence
        traceback.print_exc()
        return b"r", b"broken"


if __name__ == "__main__":
    main()
