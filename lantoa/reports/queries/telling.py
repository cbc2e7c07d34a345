"""Sentences of the consolidated report that are made of counts."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from lantoa.reports.queries.answers import Answer

LISTED = 15
"""More missing agencies than this are named in the annex alone."""


def reception(answers: Sequence[Answer], *, annex: str) -> str:
    """How many of how many reported, in time, late, with nothing; who has not; `annex` lists them one by one."""
    owed = [answer for answer in answers if not answer.exempt]
    sent = [answer for answer in owed if answer.version is not None]
    late = sum(answer.late for answer in sent)
    said = _("Có %(sent)s/%(owed)s cơ quan, đơn vị gửi báo cáo, trong đó %(in_time)s đúng hạn, %(late)s quá hạn") % {
        "sent": len(sent),
        "owed": len(owed),
        "in_time": len(sent) - late,
        "late": late,
    }
    parts = [said, *_asides(answers, sent)]
    missing = [answer for answer in owed if answer.version is None]
    parts.append(_missing(missing) if missing else _("không còn cơ quan nào chưa gửi"))
    return _("%(parts)s. Tình hình gửi báo cáo của từng cơ quan, đơn vị nêu tại %(annex)s kèm theo.") % {
        "parts": "; ".join(parts),
        "annex": annex,
    }


def _asides(answers: Sequence[Answer], sent: Sequence[Answer]) -> list[str]:
    nil = sum(answer.version is not None and answer.version.nil for answer in sent)
    exempt = sum(answer.exempt for answer in answers)
    parts = []
    if nil:
        parts.append(_("%(count)s báo cáo không phát sinh") % {"count": nil})
    if exempt:
        parts.append(_("%(count)s cơ quan được miễn báo cáo") % {"count": exempt})
    return parts


def _missing(missing: Sequence[Answer]) -> str:
    facts = {"count": len(missing), "names": "; ".join(answer.agency.name for answer in missing)}
    if len(missing) > LISTED:
        return _("còn %(count)s cơ quan, đơn vị chưa gửi") % facts
    return _("còn %(count)s cơ quan, đơn vị chưa gửi: %(names)s") % facts


def as_sentence(text: str) -> str:
    """`text` with a full stop when it ends with no mark."""
    return text if text.endswith((".", ";", ":", "!", "?")) else f"{text}."
