"""`lantoa demo`: rehearse a year on a plan in a data folder of its own, issue the report, then serve."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

import lantoa
from lantoa.refusals import Refusal, marked

Item = TypeVar("Item")
MARK = "rehearsal.json"
EXAMPLE = Path(lantoa.__file__).parent.parent / "examples" / "ke-hoach-hai-son-2026.docx"

OCCUPIED = marked(
    "Thư mục “%(folder)s” đã có dữ liệu khác nên không diễn tập ở đó, chưa có gì thay đổi; "
    "hãy chọn thư mục khác bằng --data."
)
NO_EXAMPLE = marked("Không thấy kế hoạch mẫu đi kèm mã nguồn; hãy chỉ một kế hoạch bằng --plan TỆP.")


@dataclass(frozen=True, slots=True)
class Done:
    """What is kept of a finished rehearsal, so that the next start serves it at once."""

    key: str
    report: str
    people: list[tuple[str, str, str]]


def demo(*, data: Path, plan: Path | None, seed: int, serve: bool, host: str, port: int) -> int:
    """Play the rehearsal (once per folder, plan and seed), say where the report is and who may sign in, then serve."""
    data = data.absolute()
    os.environ["LANTOA_DATA"] = str(data)
    os.environ.pop("LANTOA_DATABASE_URL", None)  # a rehearsal keeps to its own folder and never touches real work
    if serve:
        from lantoa.commands.serve import refuse_taken

        refuse_taken(host, port)
    content, name = (plan.read_bytes(), plan.name) if plan else example()
    key = f"{lantoa.__version__}-{hashlib.sha256(content).hexdigest()}-{seed}"
    done = finished(data, key) or play(data, content, name, seed, key)
    tell(data, done)
    if not serve:
        return 0
    from lantoa.commands.serve import serve as serve_it

    return serve_it(host=host, port=port)


def example() -> tuple[bytes, str]:
    """The bytes and the name of the plan of `examples/`. Refuses where the repository's examples are not at hand."""
    if not EXAMPLE.is_file():
        raise Refusal("no_example", NO_EXAMPLE)
    return EXAMPLE.read_bytes(), EXAMPLE.name


def finished(data: Path, key: str) -> Done | None:
    """The rehearsal that this folder holds, if it is the one asked for; an unfinished or another one is cleared away.

    Refuses a folder that holds anything but a rehearsal.
    """
    mark = data / MARK
    if not data.exists() or not any(data.iterdir()):
        return None
    if not mark.is_file():
        raise Refusal("occupied", OCCUPIED, folder=data)
    kept = json.loads(mark.read_text(encoding="utf-8"))
    if kept.get("key") == key and kept.get("people"):
        return Done(kept["key"], kept["report"], [(a, b, c) for a, b, c in kept["people"]])
    shutil.rmtree(data)
    return None


def play(data: Path, content: bytes, name: str, seed: int, key: str) -> Done:
    """Read first (a file that is no plan changes nothing), then build the folder and rehearse in it."""
    from lantoa.papers.anatomy import recognise
    from lantoa.papers.cage import open_anywhere
    from lantoa.reading import read_plan

    print(f"Đọc kế hoạch {name} ...", flush=True)
    paper = recognise(open_anywhere(content, name))
    draft = read_plan(paper)
    data.mkdir(parents=True, exist_ok=True)
    _mark(data, Done(key, "", []))
    from lantoa.commands.setup import ready

    print("Chuẩn bị cơ sở dữ liệu ...", flush=True)
    ready(migrate=True)
    from lantoa.agencies.models import Role
    from lantoa.files.queries import content as bytes_of
    from lantoa.rehearsal.play import play as rehearse

    passwords = {role: secrets.token_urlsafe(12) for role in (Role.COORDINATOR, Role.REPORTER, Role.LEADER)}
    played = rehearse(
        draft=draft, paper=paper, content=content, file_name=name, seed=seed, passwords=passwords, progress=bar
    )
    from django.utils import timezone

    from lantoa.rehearsal.afterwards import leave_open

    leave_open(played, timezone.now())
    assert played.report.file is not None
    report = data / f"bao-cao-{played.year}.docx"
    report.write_bytes(bytes_of(played.report.file))
    shown = played.cast.shown
    people = [
        (str(holding.post), holding.user.username, passwords[Role(holding.role)])
        for holding in (played.cast.coordinator, shown, played.cast.leader)
        if holding is not None
    ]
    done = Done(key, report.name, people)
    _mark(data, done)
    return done


def _mark(data: Path, done: Done) -> None:
    handle = os.open(data / MARK, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(done), file, ensure_ascii=False)


def bar(label: str, items: Sequence[Item], /) -> Iterable[Item]:
    """Show how far a list has come, where somebody watches."""
    from tqdm import tqdm

    return tqdm(items, desc=label, unit="việc", disable=None)


def tell(data: Path, done: Done) -> None:
    """Say where the report lies and who may sign in."""
    print(f"\nBáo cáo đã ban hành: {data / done.report}\n\nĐăng nhập để xem (dữ liệu diễn tập, chỉ trên máy này):")
    for post, username, password in done.people:
        print(f"  {username:<12} {password:<18} {post}")
    print(flush=True)
