"""The text of a collective reminder, to paste into a letter or a chat group."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext

from lantoa.rounds.models import Round
from lantoa.rounds.queries import Row
from lantoa.rounds.rules import Standing, last_day
from lantoa.web.days import with_weekday

OWING = {Standing.WAITING, Standing.OVERDUE, Standing.RETURNED}
"""The standings of those that a reminder is for."""


def owing(rows: list[Row]) -> list[Row]:
    """Those that have still to send, or to send again."""
    return [row for row in rows if row.standing in OWING]


def reminder(round: Round, rows: list[Row], today: date) -> str:
    """One text for all that still owe, in the words of offices; those only asked are asked, not called late."""
    if not rows:
        return gettext("Tất cả cơ quan, đơn vị đã gửi báo cáo của đợt “%(title)s”. Xin cảm ơn.") % {
            "title": round.title
        }
    lines = [
        gettext("Kính gửi các cơ quan, đơn vị,"),
        gettext(
            "Thực hiện “%(title)s”, tính đến ngày %(today)s, %(asker)s chưa nhận được báo cáo "
            "(hoặc bản bổ sung) của các cơ quan, đơn vị sau:"
        )
        % {"title": round.title, "today": f"{today:%d/%m/%Y}", "asker": round.asker.name},
        *(f"{number}. {_line(row)}" for number, row in enumerate(rows, start=1)),
        gettext(
            "Đề nghị các cơ quan, đơn vị gửi báo cáo trên hệ thống Lan Tỏa trong thời hạn nêu trên; nơi nào không phát "
            "sinh hoạt động cũng gửi báo cáo “không phát sinh”. Trân trọng cảm ơn."
        ),
    ]
    return "\n".join(lines)


def _line(row: Row) -> str:
    facts = {"agency": row.agency.name, "day": with_weekday(last_day(row.obligation)).lower()}
    if row.standing == Standing.RETURNED:
        return gettext("%(agency)s (báo cáo được trả lại để bổ sung)") % facts
    return gettext("%(agency)s (hạn: %(day)s)") % facts
