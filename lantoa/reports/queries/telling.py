"""Sentences of the consolidated report that are made of counts."""

from __future__ import annotations

from collections.abc import Sequence

from lantoa.reports.queries.answers import Answer

LISTED = 15
"""More missing agencies than this are named in the annex alone."""


def reception(answers: Sequence[Answer], *, annex: str) -> str:
    """How many of how many reported, in time, late, with nothing; who has not; `annex` lists them one by one.

    A body that is only asked counts when it answers; it is never late, and never named for not answering.
    """
    owed = [answer for answer in answers if not answer.exempt and (answer.version or not answer.asked)]
    sent = [answer for answer in owed if answer.version is not None]
    late, asked = sum(answer.late and not answer.asked for answer in sent), sum(answer.asked for answer in sent)
    in_time = f"trong đó {len(sent) - asked - late} đúng hạn, {late} quá hạn"
    in_time += f", {asked} được đề nghị" if asked else ""
    said = f"Có {len(sent)}/{len(owed)} cơ quan, đơn vị gửi báo cáo, {in_time}"
    parts = [said, *_asides(answers, sent)]
    missing = [answer for answer in owed if answer.version is None]
    parts.append(_missing(missing) if missing else "không còn cơ quan nào chưa gửi")
    return f"{'; '.join(parts)}. Tình hình gửi báo cáo của từng cơ quan, đơn vị nêu tại {annex} kèm theo."


def _asides(answers: Sequence[Answer], sent: Sequence[Answer]) -> list[str]:
    nil = sum(answer.version is not None and answer.version.nil for answer in sent)
    exempt = sum(answer.exempt for answer in answers)
    parts = []
    if nil:
        parts.append(f"{nil} báo cáo không phát sinh")
    if exempt:
        parts.append(f"{exempt} cơ quan được miễn báo cáo")
    return parts


def _missing(missing: Sequence[Answer]) -> str:
    said = f"còn {len(missing)} cơ quan, đơn vị chưa gửi"
    if len(missing) > LISTED:
        return said
    return f"{said}: {'; '.join(answer.agency.name for answer in missing)}"


def as_sentence(text: str) -> str:
    """`text` with a full stop when it ends with no mark."""
    return text if text.endswith((".", ";", ":", "!", "?")) else f"{text}."
