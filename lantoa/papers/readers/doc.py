"""Legacy .doc: LibreOffice turns it into .docx, in a process of its own with a profile that is thrown away.

The profile forbids macros and links to the outside. Without LibreOffice the file is refused with what to do.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from lantoa.papers.readers.unreadable import unreadable
from lantoa.papers.tree import Sheet

SECONDS = 60
"""A plan takes two to five seconds; the first start after an update of LibreOffice up to twenty."""
_CPU_SECONDS = 60
_FILE_BYTES = 200 * 1024 * 1024
_ONE_AT_A_TIME = threading.Lock()
_LAUNCH = (
    "import os, resource, sys; limit = resource.setrlimit; "
    f"limit(resource.RLIMIT_CPU, ({_CPU_SECONDS}, {_CPU_SECONDS})); limit(resource.RLIMIT_CORE, (0, 0)); "
    f"limit(resource.RLIMIT_FSIZE, ({_FILE_BYTES}, {_FILE_BYTES})); os.execv(sys.argv[1], sys.argv[1:])"
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def office() -> str | None:
    """The program of LibreOffice, when it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def read_doc(data: bytes, name: str) -> Sheet:
    """The sheet of a .doc; raises `PaperUnreadable`."""
    from lantoa.papers.readers.docx import read_docx

    return read_docx(as_docx(data, name), name)


def as_docx(data: bytes, name: str) -> bytes:
    """The .docx that LibreOffice makes of a .doc; raises `PaperUnreadable`."""
    program = office()
    if program is None:
        raise unreadable("no_office", name)
    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="lantoa-doc-", ignore_cleanup_errors=True) as folder:
        made = _converted(program, data, Path(folder))
    if made is None:
        raise unreadable("not_converted", name)
    return made


def _converted(program: str, data: bytes, folder: Path) -> bytes | None:
    source, out, profile = folder / "paper.doc", folder / "out", folder / "profile"
    source.write_bytes(data)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [
        sys.executable, "-I", "-c", _LAUNCH, program, f"-env:UserInstallation={profile.as_uri()}", "--headless",
        "--norestore", "--nolockcheck", "--infilter=MS Word 97", "--convert-to",
        "docx:MS Word 2007 XML", "--outdir", str(out), str(source),
    ]  # fmt: skip
    _run(command, folder)
    made = out / "paper.docx"
    return made.read_bytes() if made.is_file() and made.stat().st_size <= _FILE_BYTES else None


def _run(command: list[str], folder: Path) -> None:
    """Run to the end or to the time limit; then the whole group of processes ends, and it alone."""
    environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LANG": "C.UTF-8"}
    with subprocess.Popen(  # noqa: S603 - our own command; the file is named by us
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=folder,
        process_group=0,
    ) as process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
