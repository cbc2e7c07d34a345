"""Writing a story and deciding about it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency, Holding, Role
from lantoa.agencies.queries import agencies_for
from lantoa.channels.models import Outlet
from lantoa.materials.models import Material
from lantoa.materials.rules import LONGEST_TITLE
from lantoa.plans.models import Audience, Task, Theme


class StoryForm(forms.Form):
    """What a story says."""

    title = forms.CharField(label=_("Tiêu đề"), max_length=LONGEST_TITLE)
    summary = forms.CharField(
        label=_("Tóm tắt"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Một hai câu, hiện ở danh sách trên trang công khai."),
    )
    body = forms.CharField(
        label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 14}), help_text=_("Cách đoạn bằng một dòng trống.")
    )


class RewriteForm(StoryForm):
    """The same, of a story that someone may have changed meanwhile."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class BeginForm(StoryForm):
    """A new story: for which agency and task, in which genre, on which themes, for whom."""

    task = forms.ModelChoiceField(
        label=_("Thuộc nhiệm vụ"),
        queryset=Task.objects.none(),
        required=False,
        empty_label=_("Ngoài kế hoạch"),
        help_text=_("Bài được đăng sẽ tự tính là một hoạt động của nhiệm vụ này."),
    )
    genre = forms.ChoiceField(label=_("Thể loại"), choices=Material.Genre.choices)
    agency = forms.ModelChoiceField(label=_("Viết cho"), queryset=Agency.objects.none())
    themes = forms.ModelMultipleChoiceField(
        label=_("Chủ đề"), queryset=Theme.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    audiences = forms.ModelMultipleChoiceField(
        label=_("Đối tượng"), queryset=Audience.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ("task", "genre", "agency", "title", "summary", "body", "themes", "audiences")

    def __init__(self, *args: Any, holding: Holding, tasks: Any, about: Task | None = None, **kwargs: Any) -> None:
        """`about`: the task that it will most likely tell of; only its plan's themes and audiences are offered."""
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["task"].queryset = tasks
        fields["task"].initial = about
        plans = [about.plan_id] if about else tasks.values("plan")
        fields["themes"].queryset = Theme.objects.filter(plan__in=plans, tenant=holding.tenant_id)
        fields["audiences"].queryset = Audience.objects.filter(plan__in=plans, tenant=holding.tenant_id)
        agencies = agencies_for(holding)
        own = agencies.filter(id=holding.post.agency_id)
        fields["agency"].queryset = agencies if holding.role == Role.COORDINATOR else own
        fields["agency"].initial = holding.post.agency_id
        if holding.role != Role.COORDINATOR:
            fields["agency"].widget = forms.HiddenInput()


class ReasonForm(forms.Form):
    """A reason that is kept with what is done."""

    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 3}))


class NoteForm(forms.Form):
    """What has to change before a yes."""

    note = forms.CharField(label=_("Cần sửa gì"), widget=forms.Textarea(attrs={"rows": 3}))


class OutletForm(forms.Form):
    """Where to release."""

    outlet = forms.ModelChoiceField(label=_("Đăng ở"), queryset=Outlet.objects.none())

    def __init__(self, *args: Any, outlets: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["outlet"]
        field.queryset = outlets
        field.initial = outlets.first()
        field.empty_label = None
