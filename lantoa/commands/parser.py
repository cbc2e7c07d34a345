"""The words of the command line, and what happens when they are wrong.

Exit codes: 0 ok (warnings of the reader included), 1 problems found by `check`, 2 usage or a missing file, 3 refused.
"""

from __future__ import annotations

import argparse
import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from lantoa.refusals import Refusal, WrongSetting

OK, PROBLEMS, USAGE, REFUSED = 0, 1, 2, 3


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one Vietnamese sentence."""

    def error(self, message: str) -> NoReturn:
        print(f"Lệnh chưa đúng ({message}). Gõ “{self.prog} --help” để xem cách dùng.", file=sys.stderr)
        raise SystemExit(USAGE)


def build() -> Parser:
    """Return the parser of every command."""
    parser = Parser(prog="lantoa", description="Lan Tỏa: từ kế hoạch truyền thông đến báo cáo kết quả.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")

    def command(name: str, run: Callable[[argparse.Namespace], int], about: str, *, data: bool = True) -> Parser:
        added: Parser = commands.add_parser(name, help=about, description=about)
        added.set_defaults(run=run)
        if data:
            added.add_argument(
                "--data", type=Path, default=None, metavar="DIR", help="thư mục dữ liệu (mặc định: data)"
            )
        return added

    read = command("read", _read, "Đọc một kế hoạch và in ra những gì hiểu được; không lưu gì.", data=False)
    read.add_argument("file", type=Path, metavar="TỆP")
    read.add_argument("--json", action="store_true", help="in JSON cho chương trình khác dùng")

    demo = command("demo", _demo, "Diễn tập một năm của chương trình trên một kế hoạch, rồi mở trang làm việc.")
    demo.add_argument(
        "--plan", type=Path, default=None, metavar="TỆP", help="kế hoạch để diễn tập (mặc định: kế hoạch mẫu)"
    )
    demo.add_argument("--seed", type=int, default=1, metavar="N", help="cùng một số thì diễn tập y hệt")
    demo.add_argument("--no-serve", action="store_true", help="dừng sau khi ban hành báo cáo")
    _address(demo)

    init = command("init", _init, "Lập tỉnh, cơ quan chủ trì và hai người đầu tiên trong một thư mục dữ liệu trống.")
    init.add_argument("--province", type=_text(200), required=True, metavar="TÊN", help="ví dụ: “tỉnh Hải Sơn”")
    init.add_argument("--lead", type=_text(300), required=True, metavar="TÊN", help="cơ quan chủ trì chương trình")
    init.add_argument(
        "--lead-symbol", type=_text(40), default=None, metavar="CHỮ", help="ký hiệu trên văn bản, ví dụ: SVHTTDL"
    )
    init.add_argument(
        "--issuer",
        type=_text(300),
        default=None,
        metavar="TÊN",
        help="cơ quan ban hành (mặc định: Ủy ban nhân dân tỉnh)",
    )
    init.add_argument("--json", action="store_true", help="in JSON cho chương trình khác dùng")

    serve = command("serve", _serve, "Mở trang làm việc và trang công khai trên máy này.")
    _address(serve)

    take_in = command("import", _import, "Đưa một kế hoạch vào thư mục dữ liệu thành bản đọc chờ xác nhận.")
    take_in.add_argument("file", type=Path, metavar="TỆP")
    take_in.add_argument("--json", action="store_true", help="in JSON cho chương trình khác dùng")

    check = command("check", _check, "Kiểm tra dữ liệu có mâu thuẫn không.")
    check.add_argument("--json", action="store_true", help="in JSON cho chương trình khác dùng")

    tick = command("tick", _tick, "Làm những việc đến giờ; chạy hai lần cũng như một.")
    tick.add_argument("--json", action="store_true", help="in JSON cho chương trình khác dùng")
    return parser


def _address(parser: Parser) -> None:
    parser.add_argument("--host", default="127.0.0.1", metavar="ĐỊA_CHỈ")
    parser.add_argument("--port", type=int, default=8000, metavar="CỔNG")


def _text(limit: int) -> Callable[[str], str]:
    """How a name is read: one line, no longer than there is room for."""

    def read(typed: str) -> str:
        name = " ".join(unicodedata.normalize("NFC", typed).split())
        if not 0 < len(name) <= limit:
            raise argparse.ArgumentTypeError(f"cần từ 1 đến {limit} ký tự")
        return name

    return read


def run(argv: list[str]) -> int:
    """Run one command line and return its exit code; no traceback for what a person typed wrong."""
    arguments = build().parse_args(argv)
    try:
        if getattr(arguments, "data", None) is not None:
            os.environ["LANTOA_DATA"] = str(arguments.data.absolute())
        code: int = arguments.run(arguments)
        return code
    except Refusal as refusal:
        print(str(refusal), file=sys.stderr)
        return USAGE if isinstance(refusal, WrongSetting) else REFUSED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu.", file=sys.stderr)
        return 130


def _missing(file: Path) -> bool:
    if file.is_file():
        return False
    print(f"Không tìm thấy tệp “{file}”; chưa có gì thay đổi. Hãy kiểm tra lại đường dẫn.", file=sys.stderr)
    return True


def _read(arguments: argparse.Namespace) -> int:
    if _missing(arguments.file):
        return USAGE
    from lantoa.commands.read import read

    return read(str(arguments.file), as_json=arguments.json)


def _import(arguments: argparse.Namespace) -> int:
    if _missing(arguments.file):
        return USAGE
    from lantoa.commands.intake import take_in

    return take_in(arguments.file, as_json=arguments.json)


def _demo(arguments: argparse.Namespace) -> int:
    if arguments.plan is not None and _missing(arguments.plan):
        return USAGE
    from lantoa.commands.demo import demo

    return demo(
        data=arguments.data or Path(os.environ.get("LANTOA_DATA", "data")),
        plan=arguments.plan,
        seed=arguments.seed,
        serve=not arguments.no_serve,
        host=arguments.host,
        port=arguments.port,
    )


def _init(arguments: argparse.Namespace) -> int:
    from lantoa.commands.init import init

    return init(
        data=arguments.data or Path(os.environ.get("LANTOA_DATA", "data")),
        province=arguments.province,
        lead=arguments.lead,
        lead_symbol=arguments.lead_symbol or "",
        issuer=arguments.issuer or "",
        as_json=arguments.json,
    )


def _serve(arguments: argparse.Namespace) -> int:
    from lantoa.commands.serve import serve

    return serve(host=arguments.host, port=arguments.port)


def _check(arguments: argparse.Namespace) -> int:
    from lantoa.commands.setup import ready

    ready()
    from lantoa.commands.check import check

    return check(as_json=arguments.json)


def _tick(arguments: argparse.Namespace) -> int:
    from lantoa.commands.setup import ready

    ready()
    from django.utils import timezone

    from lantoa.commands.tick import tick

    return tick(timezone.now(), as_json=arguments.json)
