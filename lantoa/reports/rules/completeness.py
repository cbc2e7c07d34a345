"""What a report still lacks."""

from __future__ import annotations

from dataclasses import dataclass

from lantoa.refusals import marked
from lantoa.reports.models import Report
from lantoa.rounds.models import Field

BLANK = marked("“%(label)s” đang để trống.")
NO_FIGURE = marked("Chưa có số liệu cho “%(label)s”.")


@dataclass(frozen=True, slots=True)
class Missing:
    """A field that must be filled before sending; `sentence` says so in Vietnamese, `facts` fills it."""

    field: Field
    sentence: str

    @property
    def facts(self) -> dict[str, str]:
        return {"label": self.field.label}

    def __str__(self) -> str:
        return self.sentence % self.facts


def missing(report: Report) -> list[Missing]:
    """What is still missing, in the form's order; nothing for a nil report. Load sections and figures with fields."""
    if report.nil:
        return []
    sections = [s.field for s in report.sections.all() if s.field.required and not s.text.strip()]
    figures = [f.field for f in report.figures.all() if f.field.required and f.value is None]
    found = [Missing(field, BLANK) for field in sections] + [Missing(field, NO_FIGURE) for field in figures]
    return sorted(found, key=lambda lack: lack.field.position)
