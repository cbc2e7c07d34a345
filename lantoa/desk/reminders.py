"""The text of a collective reminder, to paste into a letter or a chat group."""

from __future__ import annotations

from datetime import date

from django.utils.translation import override

from lantoa.rounds.models import Round
from lantoa.rounds.queries import Row
from lantoa.rounds.rules import Standing, last_day
from lantoa.web.days import with_weekday

OWING = {Standing.WAITING, Standing.OVERDUE, Standing.RETURNED}
"""The standings of those that a reminder is for."""


def owing(rows: list[Row]) -> list[Row]:
    """Those that have still to send, or to send again."""
    return [row for row in rows if row.standing in OWING]


@override("vi")
def reminder(round: Round, rows: list[Row], today: date) -> str:
    """One text for all that still owe, in the words of offices; those only asked are asked, not called late.

    It goes to agencies, so it is Vietnamese whatever language the person who sends it reads.
    """
    if not rows:
        return f"Tất cả cơ quan, đơn vị đã gửi báo cáo của đợt “{round.title}”. Xin cảm ơn."
    lines = [
        "Kính gửi các cơ quan, đơn vị,",
        f"Thực hiện “{round.title}”, tính đến ngày {today:%d/%m/%Y}, {round.asker.name} chưa nhận được báo cáo "
        "(hoặc bản bổ sung) của các cơ quan, đơn vị sau:",
        *(f"{number}. {_line(row)}" for number, row in enumerate(rows, start=1)),
        "Đề nghị các cơ quan, đơn vị gửi báo cáo trên hệ thống Lan Tỏa trong thời hạn nêu trên; nơi nào không phát "
        "sinh hoạt động cũng gửi báo cáo “không phát sinh”. Trân trọng cảm ơn.",
    ]
    return "\n".join(lines)


def _line(row: Row) -> str:
    if row.standing == Standing.RETURNED:
        return f"{row.agency.name} (báo cáo được trả lại để bổ sung)"
    return f"{row.agency.name} (hạn: {with_weekday(last_day(row.obligation)).lower()})"
