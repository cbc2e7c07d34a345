"""Serving desk and public pages."""

from __future__ import annotations

import os
import socket
import sys

from lantoa.commands.setup import province_stands, ready
from lantoa.refusals import Refusal, marked

TAKEN = marked("Cổng %(port)s trên %(host)s đang có chương trình khác dùng; hãy chọn cổng khác bằng --port.")

EMPTY = marked(
    "Thư mục dữ liệu này chưa có tỉnh nào nên chưa ai đăng nhập được; hãy chạy “lantoa init” trước, máy chủ vẫn chạy."
)


def serve(*, host: str, port: int) -> int:
    """Serve until stopped; where no province was founded yet, say how to. Refuses a port that is taken."""
    refuse_taken(host, port)
    ready(migrate=True)
    if not province_stands():
        print(EMPTY, file=sys.stderr, flush=True)
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    print(
        f"Trang làm việc: http://{host}:{port}/   Trang công khai: http://{host}:{port}/cong/   (Ctrl+C để dừng)",
        flush=True,
    )
    Granian(
        "lantoa.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=min(8, 2 * (os.cpu_count() or 1)),
        log_level=LogLevels.warning,
    ).serve()
    return 0


def refuse_taken(host: str, port: int) -> None:
    """Refuse an address where something listens already, before any work is done."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise Refusal("port_taken", TAKEN, host=host, port=port) from None
