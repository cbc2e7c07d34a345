"""Taking a plan in, confirming it, correcting its tasks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.agencies.queries import agencies_for, groups_for
from lantoa.papers.readers import MAX_BYTES
from lantoa.plans.models import Part, Theme
from lantoa.web.forms import DayField


class PlanFileForm(forms.Form):
    """The file of a plan."""

    file = forms.FileField(
        label=_("Tệp kế hoạch"),
        allow_empty_file=True,
        help_text=_("Tệp .docx, .odt, .doc, .html, .md, .txt, hoặc PDF có lớp chữ. Bản quét: hãy gửi tệp gốc."),
        widget=forms.FileInput(attrs={"accept": ".docx,.odt,.doc,.html,.htm,.md,.txt,.pdf"}),
    )

    def clean_file(self) -> UploadedFile[Any]:
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError(gettext("Tệp lớn hơn 50 MB; hãy bỏ bớt ảnh rồi gửi lại."))
        return file


class ConfirmForm(forms.Form):
    """Which agency leads the programme."""

    lead = forms.ModelChoiceField(
        label=_("Cơ quan chủ trì chương trình"),
        queryset=Agency.objects.none(),
        required=False,
        empty_label=_("Chưa chọn"),
        help_text=_("Cơ quan này mở các đợt báo cáo và tổng hợp."),
    )

    def __init__(self, *args: Any, holding: Holding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        setattr(self.fields["lead"], "queryset", agencies_for(holding))  # noqa: B010 - typed as a plain Field


class TaskForm(forms.Form):
    """What a task says and when it is done."""

    content = forms.CharField(label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 4}))
    group = forms.CharField(label=_("Nhóm nhiệm vụ"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    time_raw = forms.CharField(label=_("Thời gian như kế hoạch viết"), max_length=300, required=False)
    starts_on = DayField(label=_("Từ ngày"), required=False)
    ends_on = DayField(label=_("Đến ngày"), required=False)
    themes = forms.ModelMultipleChoiceField(
        label=_("Chủ đề"),
        queryset=Theme.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Mọi hoạt động của nhiệm vụ được tính cho các chủ đề này."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, themes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        setattr(self.fields["themes"], "queryset", themes)  # noqa: B010 - typed as a plain Field


class ResolveForm(forms.Form):
    """Whom a body named in the plan stands for: one agency or one group."""

    agency = forms.ModelChoiceField(label=_("Là cơ quan"), queryset=Agency.objects.none(), required=False)
    group = forms.ModelChoiceField(label=_("Hoặc là nhóm"), queryset=AgencyGroup.objects.none(), required=False)
    everywhere = forms.BooleanField(label=_("Cả những chỗ khác trong kế hoạch viết cùng tên"), required=False)

    def __init__(self, *args: Any, holding: Holding, part: Part, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["agency"].queryset = agencies_for(holding)
        fields["group"].queryset = groups_for(holding)
        fields["agency"].initial, fields["group"].initial = part.agency_id, part.group_id

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("agency")) == bool(cleaned.get("group")):
            raise forms.ValidationError(gettext("Hãy chọn một cơ quan hoặc một nhóm, không chọn cả hai."))
        return cleaned
