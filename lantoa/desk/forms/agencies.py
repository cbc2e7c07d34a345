"""Entering agencies, their other names, groups and members."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency, Holding
from lantoa.agencies.queries import agencies_for
from lantoa.web.forms import DayField


class AgencyForm(forms.Form):
    """A new agency."""

    name = forms.CharField(label=_("Tên đầy đủ"), max_length=300)
    symbol = forms.CharField(
        label=_("Ký hiệu trên văn bản"), max_length=40, required=False, help_text=_("Ví dụ: SVHTTDL")
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=Agency.Kind.choices)
    level = forms.ChoiceField(label=_("Cấp"), choices=Agency.Level.choices, initial=Agency.Level.PROVINCE)
    parent = forms.ModelChoiceField(label=_("Trực thuộc"), queryset=Agency.objects.none(), required=False)
    founded_on = DayField(label=_("Có từ ngày"), required=False, help_text=_("Để trống nếu không rõ. Ví dụ: 01/3/2025"))

    def __init__(self, *args: object, holding: Holding, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["parent"].queryset = agencies_for(holding)  # type: ignore[attr-defined]


class AliasForm(forms.Form):
    """Another way papers write the name of an agency."""

    text = forms.CharField(label=_("Cách gọi khác"), max_length=300, help_text=_("Ví dụ: tên cũ, tên viết tắt."))


class GroupForm(forms.Form):
    """A new group."""

    name = forms.CharField(
        label=_("Tên nhóm như kế hoạch viết"), max_length=300, help_text=_("Ví dụ: UBND các xã, phường")
    )


class MembersForm(forms.Form):
    """Agencies that join a group from a day on."""

    agencies = forms.ModelMultipleChoiceField(
        label=_("Cơ quan vào nhóm"), queryset=Agency.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    since = DayField(label=_("Từ ngày"), required=False, help_text=_("Để trống nếu từ trước đến nay."))

    def __init__(self, *args: object, holding: Holding, outside: list[UUID], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["agencies"].queryset = agencies_for(holding).exclude(id__in=outside)  # type: ignore[attr-defined]
