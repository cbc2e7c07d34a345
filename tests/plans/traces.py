"""Whether what a row says stands where the row says it was read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lantoa.plans.fields import MODELS
from lantoa.plans.models import Clause, Part, Plan, ReportDuty
from lantoa.plans.models.plan import OfPlan
from lantoa.tenants.models import Owned
from lantoa.viet.dates import find_dates, parse_iso
from lantoa.viet.letters import compose, fold
from lantoa.viet.phrases import read_time

READ_FROM_A_PHRASE = {"starts_on", "ends_on", "rhythm", "due"}
ABOUT_A_PASSAGE = {"abroad", "manner", "through"}
"""What is told by a passage whose words are not the value: a heading, a verb, a name kept only when it is known."""


def words(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(compose(text))).strip()


def traced(plan: Plan) -> Iterator[tuple[Owned, str, str]]:
    """Every row with a field of it and the text where that was read."""
    rows: list[Owned] = [plan, *Part.objects.filter(task__plan=plan)]
    for model in (Clause, *MODELS.values()):
        if issubclass(model, OfPlan):
            rows += model._default_manager.filter(plan=plan)
    for row in rows:
        for field, (start, end, _) in row.traces.items():  # type: ignore[attr-defined]
            yield row, field, plan.document.text[start:end]


def value_of(row: Owned, field: str) -> object:
    if isinstance(row, Plan) and field != "title":
        return {"symbol": row.document.symbol, "issuer": row.document.issuer_name, "dated": row.document.dated}[field]
    return None if field in ABOUT_A_PASSAGE | READ_FROM_A_PHRASE else getattr(row, field)


def holds(row: Owned, field: str, where: str) -> bool:
    """True when the passage says the value, or is what it was worked out from."""
    if field in ABOUT_A_PASSAGE:
        return bool(where.strip())
    if field in READ_FROM_A_PHRASE:
        return _phrase_says(row, field, where)
    value = value_of(row, field)
    if isinstance(value, date) or field == "dated":
        iso = str(value)
        return any(str(found.date) == iso for found in find_dates(where)) or str(parse_iso(iso)) in where
    said, read = words(str(value)), words(where)
    return said == read or (field == "issuer" and said.startswith(read)) or (field == "named" and said.endswith(read))


def _phrase_says(row: Owned, field: str, where: str) -> bool:
    phrase = read_time(where)
    if isinstance(row, ReportDuty) and field == "due":
        return (phrase.month, phrase.day) == (row.due_month, row.due_day) or phrase.due == row.due_on
    if field == "rhythm":
        return row.rhythm in (phrase.rhythm, "event", "unspecified")  # type: ignore[attr-defined]
    return bool(phrase.start or phrase.end or phrase.kind == "open")
