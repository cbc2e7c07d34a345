"""The command line as an operator types it: real processes, real folders."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parent.parent.parent
EXAMPLE = REPO / "examples" / "ke-hoach-hai-son-2026.docx"
COMMAND = [sys.executable, "-c", "import sys; from lantoa.cli import main; sys.exit(main())"]


OPERATORS = {key: value for key, value in os.environ.items() if not key.startswith(("LANTOA_", "DJANGO_"))}
"""The environment as an operator has it, without what the tests set for themselves."""


def lantoa(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**OPERATORS, **environment}
    return subprocess.run([*COMMAND, *map(str, words)], capture_output=True, text=True, timeout=240, env=env, cwd=REPO)


def demo(data: Path, *words: object) -> subprocess.CompletedProcess[str]:
    return lantoa("demo", "--no-serve", "--data", data, *words)


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("commands") / "data"
    done = demo(data, "--seed", "3")
    assert done.returncode == 0, done.stderr
    return data


def report_of(data: Path) -> bytes:
    return next(data.glob("bao-cao-*.docx")).read_bytes()


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What a refusal says: one line on standard error, in words, no traceback."""
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_read_prints_json_without_django() -> None:
    done = lantoa("read", "--json", EXAMPLE)
    assert done.returncode == 0
    assert json.loads(done.stdout)["symbol"] == "18/KH-UBND"
    code = "import sys; from lantoa.cli import main; main(sys.argv[1:]); sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code, "read", EXAMPLE], capture_output=True).returncode == 0


@pytest.mark.parametrize("command", ["read", "import", "demo --plan"])
def test_a_missing_file_is_usage(command: str, tmp_path: Path) -> None:
    data = tmp_path / "data"
    words = [*command.split(), tmp_path / "khong-co.docx"]
    done = lantoa(*words, *([] if command == "read" else ["--data", data]))
    assert done.returncode == 2
    assert "Không tìm thấy tệp" in one_sentence(done)
    assert not data.exists()


@pytest.mark.parametrize("words", [[], ["lam-gi-do"], ["read"], ["demo", "--seed", "nhiều"]])
def test_a_wrong_command_is_usage(words: list[str]) -> None:
    done = lantoa(*words)
    assert done.returncode == 2
    assert "--help" in one_sentence(done)


@pytest.mark.parametrize(
    "content",
    [b"Hello, this is no plan.", b"", b"\x00\x01\x02" * 500, b"PK\x03\x04 broken zip", b"%PDF-1.7 something"],
    ids=["words", "empty", "bytes", "zip", "pdf"],
)
@pytest.mark.parametrize("command", ["read", "demo --no-serve --plan"])
def test_what_is_no_plan_is_refused_and_changes_nothing(command: str, content: bytes, tmp_path: Path) -> None:
    file, data = tmp_path / "tep.docx", tmp_path / "data"
    file.write_bytes(content)
    done = lantoa(*command.split(), file, *([] if command == "read" else ["--data", data]))
    assert done.returncode == 3
    assert one_sentence(done)
    assert not data.exists()


def test_demo_says_where_the_report_is_and_who_may_sign_in(rehearsed: Path) -> None:
    again = demo(rehearsed, "--seed", "3")
    assert again.returncode == 0
    assert str(next(rehearsed.glob("bao-cao-*.docx"))) in again.stdout
    assert all(name in again.stdout for name in ("dieu-phoi", "dau-moi", "lanh-dao"))
    assert "Chuẩn bị cơ sở dữ liệu" not in again.stdout, "a finished rehearsal is not played again"


def test_a_rehearsal_never_touches_the_real_database(rehearsed: Path) -> None:
    real = "postgresql://nobody@127.0.0.1:1/real-work"
    words = ("demo", "--no-serve", "--data", rehearsed, "--seed", "3")
    assert lantoa(*words, LANTOA_DATABASE_URL=real).returncode == 0


def test_the_same_seed_plays_the_same_year_and_another_seed_another(rehearsed: Path, tmp_path: Path) -> None:
    assert demo(tmp_path / "same", "--seed", "3").returncode == 0
    assert demo(tmp_path / "other", "--seed", "4").returncode == 0
    assert report_of(tmp_path / "same") == report_of(rehearsed)
    assert report_of(tmp_path / "other") != report_of(rehearsed)


def test_demo_keeps_away_from_real_work(tmp_path: Path) -> None:
    (tmp_path / "quan-trong.txt").write_text("đừng xóa")
    done = demo(tmp_path)
    assert done.returncode == 3
    assert "--data" in one_sentence(done)
    assert [path.name for path in tmp_path.iterdir()] == ["quan-trong.txt"]


def test_a_rehearsal_that_was_cut_short_is_played_anew(tmp_path: Path) -> None:
    data = tmp_path / "data"
    process = subprocess.Popen(
        [*COMMAND, "demo", "--no-serve", "--data", str(data)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=OPERATORS,
    )
    deadline = time.monotonic() + 60
    while not (data / "lantoa.sqlite3").exists():
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.02)
    process.kill()
    process.wait()
    assert demo(data).returncode == 0
    assert lantoa("check", "--data", data).returncode == 0


def test_check_finds_nothing_in_a_rehearsed_year_and_something_in_a_damaged_one(rehearsed: Path) -> None:
    assert lantoa("check", "--data", rehearsed).returncode == 0
    kept = next(path for path in (rehearsed / "files").rglob("*") if path.is_file())
    whole = kept.read_bytes()
    kept.write_bytes(whole + b"!")
    try:
        done = lantoa("check", "--data", rehearsed, "--json")
    finally:
        kept.write_bytes(whole)
    assert done.returncode == 1
    assert json.loads(done.stdout)


def test_tick_twice_does_nothing_twice(rehearsed: Path) -> None:
    first, second = lantoa("tick", "--data", rehearsed), lantoa("tick", "--data", rehearsed)
    assert (first.returncode, second.returncode) == (0, 0)
    assert second.stdout == lantoa("tick", "--data", rehearsed).stdout


def test_check_of_no_data_is_refused_with_the_next_step(tmp_path: Path) -> None:
    done = lantoa("check", "--data", tmp_path / "trong")
    assert done.returncode == 3
    assert "lantoa serve" in one_sentence(done)


def test_import_makes_a_draft_for_the_coordinator(rehearsed: Path) -> None:
    other = rehearsed.parent / "ke-hoach-khac.txt"
    text = (REPO / "examples" / "ke-hoach-hai-son-2026.txt").read_text(encoding="utf-8")
    other.write_text(text.replace("18/KH-UBND", "81/KH-UBND"), encoding="utf-8")
    done = lantoa("import", other, "--data", rehearsed, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["review_points"] > 0
    again = lantoa("import", other, "--data", rehearsed)
    assert again.returncode == 3
    assert one_sentence(again)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LANTOA_DEBUG", "maybe"),
        ("LANTOA_DATABASE_URL", "mysql://nowhere/x"),
        ("LANTOA_DATABASE_URL", "not a url"),
        ("LANTOA_SECRET_KEY", "short"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_one_sentence(name: str, value: str, tmp_path: Path) -> None:
    done = lantoa("check", "--data", tmp_path / "data", **{name: value})
    assert done.returncode == 2
    assert name in one_sentence(done)


def test_a_taken_port_is_refused_before_any_work(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = lantoa("demo", "--data", tmp_path / "data", "--port", port)
    assert done.returncode == 3
    assert str(port) in one_sentence(done)
    assert not (tmp_path / "data").exists()
