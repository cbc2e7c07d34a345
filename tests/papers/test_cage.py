"""The cage: the same sheets as outside, one worker for many files, hostile files refused within its limits."""

from __future__ import annotations

import random
import subprocess
import sys
import time
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from lantoa.papers.cage import _keeper, open_anywhere, open_in_cage
from lantoa.papers.readers import open_paper
from lantoa.refusals import PaperUnreadable
from tests.needs import needs_office
from tests.papers.raw_docx import docx, p, tbl, tc, tr
from tests.papers.raw_odt import odt
from tests.papers.raw_odt import p as odt_p
from tests.papers.raw_pdf import Sheet as Drawing
from tests.papers.raw_pdf import pdf

TABLE = tbl(tr(tc(p("STT")), tc(p("Nội dung"), '<w:gridSpan w:val="2"/>')), tr(tc(p("1")), tc(p("a")), tc(p("b"))))
FILES = {
    "txt": "UBND TỈNH HẢI SƠN\nKẾ HOẠCH\n\tSTT\n\tNội dung\n\n\t1\n\tViệc\n".encode(),
    "docx": docx(p("KẾ HOẠCH", '<w:jc w:val="center"/>') + TABLE),
    "odt": odt(odt_p("KẾ HOẠCH")),
    "html": "<html><body><h1>KẾ HOẠCH</h1><table><tr><td>a<td>b</table></body></html>".encode(),
    "md": "# KẾ HOẠCH\n\n## I. MỤC ĐÍCH\n\nMột.".encode(),
    "pdf": pdf(
        Drawing().say(80, 80, "KẾ HOẠCH").grid([80, 200, 300], [100, 130]).say(90, 120, "Một").say(210, 120, "Hai")
    ),
}


def worker() -> int:
    process = _keeper()._process
    assert process is not None
    return process.pid


def refused(data: bytes) -> str:
    with pytest.raises(PaperUnreadable) as caught:
        open_in_cage(data, "tệp")
    return caught.value.code


@pytest.mark.parametrize("form", FILES)
def test_the_same_sheet_as_outside(form: str) -> None:
    sheet = open_in_cage(FILES[form], f"x.{form}")
    assert sheet == open_paper(FILES[form], f"x.{form}")
    assert sheet.format == form
    assert [block.span for block in sheet.blocks] == [b.span for b in open_paper(FILES[form]).blocks]


def test_one_worker_reads_many_files_and_a_refusal_does_not_end_it() -> None:
    open_in_cage(FILES["txt"], "x")
    first = worker()
    assert refused(b"%PDF-1.4 rest") == "broken"
    open_in_cage(FILES["docx"], "x")
    assert worker() == first


def test_a_worker_that_dies_is_replaced() -> None:
    open_in_cage(FILES["txt"], "x")
    first = _keeper()._process
    assert first is not None
    first.kill()
    first.wait()
    assert open_in_cage(FILES["txt"], "x").text
    assert worker() != first.pid


def test_only_heavy_formats_need_a_worker_on_ones_own_machine(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from lantoa.papers.cage import open_anywhere;"
        "[open_anywhere(path) for path in sys.argv[1:]]; print('subprocess' in sys.modules)"
    )
    paths = []
    for form in ("txt", "docx"):
        paths.append(tmp_path / f"x.{form}")
        paths[-1].write_bytes(FILES[form])
    done = subprocess.run([sys.executable, "-c", code, *map(str, paths)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    with pytest.raises(FileNotFoundError):
        open_anywhere(tmp_path / "absent.docx")


def packed(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def with_content(content: bytes, filters: str) -> bytes:
    """A .pdf of one page whose content is this stream."""
    stream = b"3 0 obj\n<<" + filters.encode() + f"/Length {len(content)}>>\nstream\n".encode() + content
    return (
        b"%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type /Pages /Kids [4 0 R] /Count 1>>\nendobj\n" + stream + b"\nendstream\nendobj\n"
        b"4 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources <<>>>>\nendobj\n"
        b"trailer\n<</Root 1 0 R>>\n%%EOF"
    )


def double_packed() -> bytes:
    return with_content(packed(b" " * 1_500_000_000, 2), "/Filter [/FlateDecode /FlateDecode] ")


def many_operators() -> bytes:
    return with_content(packed(b"0 0 m 9 9 l S " * 1_000_000, 1), "/Filter /FlateDecode ")


@pytest.mark.parametrize(
    "make",
    [
        double_packed,
        many_operators,
        lambda: docx(p("x" * 100) * 3_000_000),
        lambda: docx(tbl(tr(tc(p("x"), '<w:gridSpan w:val="5000000"/>')))),
        lambda: docx(p("x"), **{"../../x": b""}),
        lambda: docx(p("x"), word__vbaProject_bin=b"", **{"word/vbaProject.bin": b"x"}),
        lambda: odt("<x/>" * 10).replace(b"x/", b"y/"),
        lambda: b"<html><body>" + b"<table><tr><td>" * 20_000,
        lambda: b"<html><body><table><tr>" + b"<td rowspan=9999 colspan=60>x" * 400,
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(600),
    ],
)  # fmt: skip
def test_hostile_files_are_refused_within_the_limits(make: object) -> None:
    assert callable(make)
    data = make()
    begin = time.monotonic()
    assert refused(data) in {
        "too_heavy",
        "bomb",
        "too_many_cells",
        "unsafe_names",
        "active",
        "broken",
        "no_text",
        "locked",
    }
    assert time.monotonic() - begin < 40
    assert open_in_cage(FILES["txt"], "x").format == "txt"


def test_injured_files_end_in_a_sheet_or_in_a_sentence() -> None:
    dice = random.Random(7)
    forms = list(FILES)
    for _ in range(300):
        data = bytearray(FILES[dice.choice(forms)])
        for _ in range(dice.randint(1, 12)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        with suppress(PaperUnreadable):
            open_in_cage(bytes(data), "x")


@pytest.mark.parametrize(
    ("act", "fault"),
    [
        ("import socket; socket.socket()", "PermissionError"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("import os; os.system('true')", "PermissionError"),
        ("bytearray(900 * 1024 * 1024)", "MemoryError"),
    ],
)
def test_what_the_cage_forbids(act: str, fault: str) -> None:
    code = f"from lantoa.papers.cage import worker; worker._load(); worker._lock()\n{act}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert fault in done.stderr


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(600)


def test_a_legacy_doc_needs_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert refused(OLE) == "no_office"


@pytest.mark.office
@needs_office
def test_a_doc_that_libreoffice_cannot_open_is_refused() -> None:
    assert refused(OLE) in ("not_converted", "no_text", "broken")
