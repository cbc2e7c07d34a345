"""Planning a round, opening it, moving and lifting deadlines."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency, Holding
from lantoa.agencies.queries import agencies_for
from lantoa.web.forms import DayField


class PlanRoundForm(forms.Form):
    """One asking: for which stretch of time, by which day, of whom."""

    title = forms.CharField(label=_("Tên đợt"), max_length=400)
    period_from = DayField(label=_("Số liệu từ ngày"))
    period_to = DayField(label=_("Số liệu đến hết ngày"))
    due_on = DayField(label=_("Hạn gửi"), help_text=_("Ngày như kế hoạch nêu. Ví dụ: 10/12/2026"))
    agencies = forms.ModelMultipleChoiceField(
        label=_("Cơ quan phải báo cáo"), queryset=Agency.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, holding: Holding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        setattr(self.fields["agencies"], "queryset", agencies_for(holding).filter(ended_on=None))  # noqa: B010


class OpenForm(forms.Form):
    """The window that the figures cover, confirmed at opening."""

    period_from = DayField(label=_("Số liệu từ ngày"))
    period_to = DayField(label=_("Số liệu đến hết ngày"))


class ExtendForm(forms.Form):
    """A later day, and why."""

    due_on = DayField(label=_("Hạn mới"), help_text=_("Được gửi đến hết ngày này."))
    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 3}))
