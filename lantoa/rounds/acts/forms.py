"""What a round asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from lantoa.plans.models import Indicator, Plan
from lantoa.rounds.models import Field, Form
from lantoa.trail.actors import Actor
from lantoa.trail.acts import record

_NAME_LENGTH = 200
_FIRST_FIGURE = 100
"""Sections come first, figures after them."""


class _Section(NamedTuple):
    key: str
    label: str
    hint: str
    required: bool = False


_SECTIONS = (
    _Section(
        "direction",
        "Công tác chỉ đạo, triển khai",
        "Văn bản đã ban hành, phân công, kiểm tra, phối hợp trong kỳ.",
        required=True,
    ),
    _Section(
        "results",
        "Kết quả thực hiện",
        "Những việc đã làm theo từng nhiệm vụ được giao, kèm thời gian và địa điểm.",
        required=True,
    ),
    _Section("difficulties", "Khó khăn, vướng mắc", "Nêu việc cụ thể; để trống nếu không có."),
    _Section("evaluation", "Đánh giá, nguyên nhân", "Mặt được, mặt chưa được và vì sao."),
    _Section("next", "Phương hướng, nhiệm vụ", "Những việc sẽ làm trong kỳ tới."),
    _Section("proposals", "Đề xuất, kiến nghị", "Kiến nghị với cơ quan nào, về việc gì."),
)
"""The usual body of a report (practice; the standard form 1.4 of Decree 30/2020/NĐ-CP leaves it open), in Vietnamese as
the report is."""


@transaction.atomic
def standard_form(*, plan: Plan, by: Actor, at: datetime) -> Form:
    """The form for reports on a plan: six sections of text and one field for each indicator of the plan.

    The newest edition is returned while it still asks the same; otherwise a new edition follows it, and rounds in
    progress keep theirs.
    """
    name = f"Báo cáo kết quả thực hiện: {plan.title}"[:_NAME_LENGTH]
    newest = Form.objects.filter(tenant_id=plan.tenant_id, name=name).order_by("-edition").first()
    form = Form(tenant_id=plan.tenant_id, name=name, edition=newest.edition + 1 if newest else 1)
    fields = list(_fields(form, plan))
    if newest and _questions(newest.fields.all()) == _questions(fields):
        return newest
    form.save()
    Field.objects.bulk_create(fields)
    record("form_made", form, by=by, at=at, plan=plan.id, edition=form.edition, fields=len(fields))
    return form


def _fields(form: Form, plan: Plan) -> Iterator[Field]:
    for position, section in enumerate(_SECTIONS, start=1):
        yield Field(tenant_id=plan.tenant_id, form=form, kind=Field.Kind.TEXT, position=position, **section._asdict())
    for position, indicator in enumerate(plan.indicators.all(), start=_FIRST_FIGURE):
        yield _figure(form, indicator, position)


def _figure(form: Form, indicator: Indicator, position: int) -> Field:
    return Field(
        tenant_id=form.tenant_id,
        form=form,
        key=indicator.code,
        kind=Field.Kind.FIGURE,
        label=indicator.name,
        hint=indicator.unit,
        indicator=indicator,
        position=position,
    )


def _questions(fields: Iterable[Field]) -> list[tuple[object, ...]]:
    """What a form asks, to compare two editions."""
    listed = sorted(fields, key=lambda field: field.position)
    return [(f.key, f.kind, f.label, f.hint, f.required, f.indicator_id, f.position) for f in listed]
