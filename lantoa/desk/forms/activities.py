"""Logging what was done: when, where, how much, and what shows it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.activities.models import Activity
from lantoa.activities.rules import FigureIn
from lantoa.agencies.models import Agency, Holding, Role
from lantoa.agencies.queries import agencies_for
from lantoa.plans.models import Indicator, Part
from lantoa.web.forms import AmountField, DayField

QUALIFIERS = [("", _("đúng")), ("hơn", "hơn"), ("gần", "gần"), ("khoảng", "khoảng"), ("ước", "ước")]


class ActivityForm(forms.Form):
    """An activity of a task, with one pair of inputs (amount, qualifier) for each indicator of the plan."""

    title = forms.CharField(label=_("Đã làm gì"), max_length=300, help_text=_("Ví dụ: Tọa đàm với ngư dân về ASEAN"))
    began_on = DayField(label=_("Từ ngày"), help_text=_("Ví dụ: 10/9/2026"))
    ended_on = DayField(label=_("Đến ngày"), required=False, help_text=_("Để trống nếu chỉ trong một ngày."))
    place = forms.CharField(label=_("Ở đâu"), max_length=200, required=False)
    kind = forms.ChoiceField(label=_("Vai trò"), choices=Part.Kind.choices, initial=Part.Kind.LEAD)
    note = forms.CharField(label=_("Ghi chú"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, indicators: Iterable[Indicator], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicators = list(indicators)
        for indicator in self.indicators:
            self.fields[indicator.code] = AmountField(label=f"{indicator.name} ({indicator.unit})", required=False)
            self.fields[_qualifier(indicator)] = forms.ChoiceField(
                label=_("Mức chính xác"), choices=QUALIFIERS, required=False
            )

    def plain_fields(self) -> list[forms.BoundField]:
        """Every input but the figures."""
        figures = {name for one in self.indicators for name in (one.code, _qualifier(one))}
        return [self[name] for name in self.fields if name not in figures]

    def groups(self) -> list[tuple[str, list[tuple[forms.BoundField, forms.BoundField]], bool]]:
        """The amount and the qualifier of each indicator by group, and whether any is filled or wrong."""
        groups = []
        for name, members in groupby(self.indicators, key=lambda one: one.group):
            fields = [(self[one.code], self[_qualifier(one)]) for one in members]
            groups.append((name, fields, any(value.value() not in (None, "") for value, qualifier in fields)))
        return groups

    def facts(self) -> dict[str, Any]:
        """What the form says, as the acts take it."""
        cleaned = self.cleaned_data
        figures = [
            FigureIn(one, cleaned[one.code], cleaned[_qualifier(one)])
            for one in self.indicators
            if cleaned.get(one.code) is not None
        ]
        named = {name: cleaned[name] for name in ("title", "began_on", "place", "kind", "note")}
        return {**named, "ended_on": cleaned["ended_on"] or cleaned["began_on"], "figures": figures}


class LogForm(ActivityForm):
    """A new activity: also whose it is, and what shows it."""

    agency = forms.ModelChoiceField(label=_("Cơ quan thực hiện"), queryset=Agency.objects.none())
    file = forms.FileField(
        label=_("Tệp minh chứng"), required=False, help_text=_("Ảnh, văn bản, danh sách; đến 50 MB.")
    )
    url = forms.CharField(
        label=_("Đường dẫn minh chứng"), required=False, max_length=500, help_text=_("Ví dụ: https://...")
    )

    def __init__(self, *args: Any, holding: Holding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agencies, field = agencies_for(holding), self.fields["agency"]
        own = agencies.filter(id=holding.post.agency_id)
        setattr(field, "queryset", agencies if holding.role == Role.COORDINATOR else own)  # noqa: B010 - typed Field
        field.initial = holding.post.agency_id
        if holding.role != Role.COORDINATOR:
            field.widget = forms.HiddenInput()


class EditForm(ActivityForm):
    """A stored activity, corrected."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


def said_of(activity: Activity) -> dict[str, Any]:
    """What an activity says now, as the form shows it."""
    said: dict[str, Any] = {
        name: getattr(activity, name) for name in ("title", "began_on", "ended_on", "place", "kind", "note")
    }
    for figure in activity.figures.select_related("indicator"):
        said |= {figure.indicator.code: figure.value, _qualifier(figure.indicator): figure.qualifier}
    return {**said, "seen": activity.version}


class EvidenceForm(forms.Form):
    """What shows that it happened: a file, an address, or whose word."""

    file = forms.FileField(label=_("Tệp"), required=False)
    url = forms.CharField(label=_("Đường dẫn"), required=False, max_length=500)
    caption = forms.CharField(label=_("Chú thích"), required=False, max_length=300)


def _qualifier(indicator: Indicator) -> str:
    return f"{indicator.code}__qualifier"
