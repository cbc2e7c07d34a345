"""The file of an appendix, and the plan to compare with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Holding
from lantoa.desk.forms.plans import PlanFileForm
from lantoa.plans.models import Plan
from lantoa.plans.queries import plans_for


class AppendixForm(PlanFileForm):
    """The file of an appendix that came after its plan."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = _("Tệp phụ lục")


class OtherPlanForm(forms.Form):
    """Another plan that the person sees, to compare one with."""

    voi = forms.ModelChoiceField(
        label=_("So với"), queryset=Plan.objects.none(), required=False, empty_label=_("Chọn kế hoạch")
    )

    def __init__(self, *args: Any, holding: Holding, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["voi"].queryset = plans_for(holding).exclude(pk=plan.pk)
        fields["voi"].label_from_instance = _in_a_list


def _in_a_list(plan: Plan) -> str:
    return f"{plan.document.symbol} · {plan.title}" if plan.document.number else plan.title
