"""`lantoa init`, typed for real: an empty folder becomes a province with two people who may sign in, or stays as it was."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from lantoa.commands.demo import MARK
from lantoa.commands.init import kind_and_name
from lantoa.refusals import Refusal
from tests.browser.conftest import free_port, wait_for

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "import sys; from lantoa.cli import main; sys.exit(main())"]
OPERATORS = {key: value for key, value in os.environ.items() if not key.startswith(("LANTOA_", "DJANGO_"))}
LEAD = "Sở Văn hóa, Thể thao và Du lịch"
ISSUER = "Ủy ban nhân dân tỉnh Hải Sơn"
WORDS = ("init", "--province", "tỉnh Hải Sơn", "--lead", LEAD)


def lantoa(*words: object) -> subprocess.CompletedProcess[str]:
    typed = [*COMMAND, *map(str, words)]
    return subprocess.run(typed, capture_output=True, text=True, timeout=120, env=OPERATORS, cwd=ROOT)


def rows(data: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(data / "lantoa.sqlite3") as database:
        return database.execute(query).fetchall()


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("init") / "data"
    done = lantoa(*WORDS, "--data", data)
    assert done.returncode == 0, done.stderr
    (data.parent / "said.txt").write_text(done.stdout)
    return data


def test_it_tells_who_may_sign_in(begun: Path) -> None:
    said = (begun.parent / "said.txt").read_text()
    people = re.findall(r"^  (\S+) +((?:\w{4}-){3}\w{4}) +(.+)$", said, re.M)
    assert [(name, post) for name, _, post in people] == [
        ("quan-tri", f"Quản trị hệ thống, {LEAD}"),
        ("dieu-phoi", f"Chuyên viên điều phối, {LEAD}"),
    ]
    assert people[0][1] != people[1][1]
    assert f"{ISSUER} (UBND)" in said
    assert f"{LEAD} (SVHTTDL)" in said
    assert "lantoa serve --data" in said


def test_the_province_stands_whole(begun: Path) -> None:
    assert rows(begun, "SELECT name, slug FROM tenants_tenant") == [("tỉnh Hải Sơn", "tinh-hai-son")]
    found = "SELECT a.name, a.symbol, p.name FROM agencies_agency a LEFT JOIN agencies_agency p ON p.id = a.parent_id"
    assert set(rows(begun, found)) == {(ISSUER, "UBND", None), (LEAD, "SVHTTDL", ISSUER)}
    alias = "SELECT text, a.name FROM agencies_alias JOIN agencies_agency a ON a.id = agency_id"
    assert rows(begun, alias) == [("UBND tỉnh", ISSUER)]
    people = "SELECT username, must_change, role FROM agencies_user u JOIN agencies_holding h ON h.user_id = u.id"
    people += " JOIN agencies_post p ON p.id = h.post_id ORDER BY role"
    assert rows(begun, people) == [("quan-tri", 1, "administrator"), ("dieu-phoi", 1, "coordinator")]
    assert lantoa("check", "--data", begun).returncode == 0


def test_a_password_is_kept_nowhere_in_clear(begun: Path) -> None:
    (password,) = re.findall(r"^  quan-tri +(\S+)", (begun.parent / "said.txt").read_text(), re.M)
    kept = b"".join(path.read_bytes() for path in begun.rglob("*") if path.is_file())
    assert password.encode() not in kept


def test_a_second_province_is_refused_and_nothing_is_changed(begun: Path) -> None:
    before = rows(begun, "SELECT count(*), max(digest) FROM trail_entry")
    again = lantoa("init", "--province", "tỉnh Núi Xa", "--lead", LEAD, "--data", begun)
    assert (again.returncode, again.stdout) == (3, "")
    assert "đã có tỉnh Hải Sơn" in again.stderr
    assert len(again.stderr.strip().splitlines()) == 1
    assert rows(begun, "SELECT count(*), max(digest) FROM trail_entry") == before


def test_for_a_program_and_with_names_of_ones_own(tmp_path: Path) -> None:
    given = ("--province", "Thành phố  Bến Mới", "--lead", LEAD, "--lead-symbol", "SVHTTDL-BM")
    issuer = "Ủy ban nhân dân thành phố Bến Mới"
    done = lantoa("init", *given, "--issuer", issuer, "--data", tmp_path / "data", "--json")
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    assert made["province"] == "thành phố Bến Mới"
    assert made["address"] == "/cong/thanh-pho-ben-moi/"
    assert made["issuer"] == {"name": issuer, "symbol": "UBND"}
    assert made["lead"] == {"name": LEAD, "symbol": "SVHTTDL-BM"}
    assert [person["username"] for person in made["people"]] == ["quan-tri", "dieu-phoi"]
    assert rows(tmp_path / "data", "SELECT text FROM agencies_alias") == [("UBND thành phố",)]


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("tỉnh Hải Sơn", "tỉnh", "tỉnh Hải Sơn"),
        ("TỈNH Hải Sơn", "tỉnh", "tỉnh Hải Sơn"),
        ("Thành phố Bến Mới", "thành phố", "thành phố Bến Mới"),
    ],
)
def test_a_province_is_named_as_papers_do(typed: str, kind: str, name: str) -> None:
    assert kind_and_name(typed) == (kind, name)


@pytest.mark.parametrize("typed", ["Hải Sơn", "tỉnh", "tỉnhHải Sơn", "huyện Hải Sơn", "tỉnh ?"])
def test_what_is_no_province_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        kind_and_name(typed)
    assert refused.value.code == "no_kind"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--province", "Hải Sơn", "--lead", LEAD), 3),
        (("--province", "tỉnh Hải Sơn", "--lead", "UBND tỉnh Hải Sơn"), 3),
        (("--province", "tỉnh Hải Sơn", "--lead", "  "), 2),
        (("--province", "tỉnh " + "x" * 200, "--lead", LEAD), 2),
        (("--lead", LEAD), 2),
    ],
)
def test_what_cannot_be_founded_leaves_no_folder(words: tuple[str, ...], code: int, tmp_path: Path) -> None:
    done = lantoa("init", *words, "--data", tmp_path / "data")
    assert done.returncode == code
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "data").exists()


def test_a_folder_of_a_rehearsal_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / MARK).write_text("{}")
    done = lantoa(*WORDS, "--data", tmp_path)
    assert done.returncode == 3
    assert "diễn tập" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [MARK]


def test_serving_nothing_says_how_to_begin_and_serves(tmp_path: Path) -> None:
    port = free_port()
    words = [*COMMAND, "serve", "--data", str(tmp_path), "--port", str(port)]
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=OPERATORS, cwd=ROOT
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/khoe/", process)
    finally:
        process.terminate()
        address, said = process.communicate(timeout=30)
    assert "Trang làm việc: http://" in address
    assert "lantoa init" in said.splitlines()[0]
    done = lantoa(*WORDS, "--data", tmp_path)
    assert done.returncode == 0, done.stderr
