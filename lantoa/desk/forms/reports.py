"""Writing a report, reading one, joining many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.reports.models import DraftFigure
from lantoa.reports.rules import QUALIFIERS
from lantoa.rounds.models import Field
from lantoa.web.forms import AmountField


class SectionForm(forms.Form):
    """The text of one section."""

    text = forms.CharField(label=_("Nội dung"), required=False, widget=forms.Textarea(attrs={"rows": 14}))
    done = forms.BooleanField(label=_("Đã xong phần này"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)


class FiguresForm(forms.Form):
    """Every figure of a report: amount, qualifier, note, and the version that the officer saw."""

    def __init__(self, *args: Any, figures: Iterable[DraftFigure], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.figures = list(figures)
        for figure in self.figures:
            key, label = figure.field.key, figure.field.label
            self.fields[key] = AmountField(label=label, required=False, initial=figure.value)
            self.fields[f"{key}__qualifier"] = forms.ChoiceField(
                label=_("Mức chính xác"),
                choices=[("", _("đúng")), *((word, word) for word in QUALIFIERS)],
                required=False,
                initial=figure.qualifier,
            )
            self.fields[f"{key}__note"] = forms.CharField(
                label=_("Ghi chú"), required=False, max_length=400, initial=figure.note
            )
            self.fields[f"{key}__seen"] = forms.IntegerField(widget=forms.HiddenInput, initial=figure.version)

    def rows(self) -> list[tuple[DraftFigure, forms.BoundField, forms.BoundField, forms.BoundField, forms.BoundField]]:
        """Each figure with its four inputs."""
        return [
            (figure, self[key], self[f"{key}__qualifier"], self[f"{key}__note"], self[f"{key}__seen"])
            for figure in self.figures
            for key in [figure.field.key]
        ]

    def changed(self) -> list[tuple[DraftFigure, dict[str, Any]]]:
        """The figures that were changed, with what they say now, as the act takes it."""
        said = [(figure, self._said(figure.field.key)) for figure in self.figures]
        return [
            (figure, new)
            for figure, new in said
            if (new["value"], new["qualifier"], new["note"]) != (figure.value, figure.qualifier, figure.note)
        ]

    def _said(self, key: str) -> dict[str, Any]:
        cleaned = self.cleaned_data
        return {
            "value": cleaned[key],
            "qualifier": cleaned[f"{key}__qualifier"],
            "note": cleaned[f"{key}__note"],
            "seen": cleaned[f"{key}__seen"],
        }


class HandInForm(forms.Form):
    """The key that makes pressing twice one hand-in."""

    submission_key = forms.CharField(max_length=64, widget=forms.HiddenInput)


class ReturnForm(forms.Form):
    """Why a report goes back, for the whole or for one section."""

    field = forms.ModelChoiceField(
        label=_("Phần cần sửa"), queryset=Field.objects.none(), required=False, empty_label=_("Cả báo cáo")
    )
    reason = forms.CharField(
        label=_("Cần bổ sung, sửa gì"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Nơi báo cáo đọc câu này."),
    )

    def __init__(self, *args: Any, fields_of: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        setattr(self.fields["field"], "queryset", fields_of)  # noqa: B010 - typed as a plain Field


class NarrativeForm(forms.Form):
    """A passage of the whole, in the words of the gathering agency."""

    text = forms.CharField(label=_("Lời văn"), required=False, widget=forms.Textarea(attrs={"rows": 8}))
    seen = forms.IntegerField(widget=forms.HiddenInput)
