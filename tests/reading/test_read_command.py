"""`lantoa read`: what it prints and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lantoa.commands.read import read

PLAN = str(Path(__file__).parent / "plans" / "department.txt")


def test_json_holds_every_key_and_ranges_into_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert read(PLAN, True) == 0
    out = json.loads(capsys.readouterr().out)
    assert {"text", "doc_type", "number", "symbol", "date", "date_partial", "place", "issuing_body", "title"} <= set(
        out
    )
    for key in (
        "legal_bases",
        "tasks",
        "assignments",
        "report_duties",
        "budget_duties",
        "themes",
        "recipients",
        "warnings",
    ):
        for item in out[key]:
            start, end = item["range"]
            assert 0 <= start <= end <= len(out["text"])
    task = out["tasks"][0]
    assert out["text"][slice(*task["range"])] == task["content"]


def test_people_get_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert read(PLAN, False) == 0
    out = capsys.readouterr().out
    assert "Chủ trì: Trung tâm Xúc tiến Du lịch" in out
    assert "CẦN XEM LẠI" in out


def test_a_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert read("/khong/co.docx", False) == 2
    assert capsys.readouterr().err.startswith("Không mở được tệp")


@pytest.mark.parametrize("data", [b"%PDF-1.4", "Chỉ là chữ.".encode()])
def test_a_refusal_is_one_sentence(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(data)
    assert read(str(path), True) == 3
    out = capsys.readouterr()
    assert out.out == ""
    assert out.err.count("\n") == 1
