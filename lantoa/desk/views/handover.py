"""Handing a plan over a merger: slide the day, see what has no owner, confirm once."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from lantoa.desk.forms.handover import DayForm, HandOverForm, Row
from lantoa.desk.views.found import found
from lantoa.handover.acts import hand_over
from lantoa.handover.queries import Ownerless, ownerless, standing_bodies
from lantoa.handover.totals import totals
from lantoa.plans.models import Plan
from lantoa.plans.queries import agencies_in_plan, plan_for
from lantoa.viet.dates import as_short
from lantoa.viet.deadlines import day_in_vietnam
from lantoa.web.forms import posted, refusals_on
from lantoa.web.requests import Call

MERGER = date(2025, 7, 1)
"""The day on which provinces merged and districts ended (Resolution 202/2025/QH15)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A body that is gone, as the page tells it."""

    row: Row
    has: list[str]


def plan_handover(request: Call, plan_id: uuid.UUID) -> HttpResponse:
    """What of a plan has no owner on a day; a coordinator gives it to the heirs."""
    plan = found(plan_for, request.holding, plan_id)
    asked = DayForm(request.GET if "ngay" in request.GET else None)
    today = day_in_vietnam(request.at)
    on = asked.cleaned_data["ngay"] if asked.is_valid() else today
    gone = ownerless(plan, on)
    standing = standing_bodies(plan, on)
    form = HandOverForm(posted(request), gone=gone, standing=standing)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            given = hand_over(plan=plan, on=on, choices=form.choices, days=form.days, by=request.holding, at=request.at)
            said = ngettext("Đã bàn giao %(given)d việc.", "Đã bàn giao %(given)d việc.", given) % {"given": given}
            messages.success(request, said)
            return redirect(f"{reverse('plan-handover', args=[plan.id])}?ngay={on:%d/%m/%Y}")
    context = {
        "plan": plan,
        "on": on,
        "day_form": asked if asked.is_bound else DayForm(initial={"ngay": on}),
        "days": _days(plan, today),
        "form": form,
        "shown": [Shown(row, _has(row.gone)) for row in form.rows()],
        "items": sum(len(one.items) for one in gone),
        "standing": [agency for agency in agencies_in_plan(plan, on) if agency in standing],
        "totals": totals(plan, on),
    }
    return render(request, "desk/plan_handover.html", context)


def _days(plan: Plan, today: date) -> list[tuple[str, str]]:
    """Days worth looking at: the plan's first, the great merger, today."""
    days = {plan.starts_on: gettext("Khi bắt đầu"), MERGER: gettext("Khi sáp nhập"), today: gettext("Hôm nay")}
    return [(as_short(day), word) for day, word in days.items() if day]


def _has(gone: Ownerless) -> list[str]:
    """What a body has in the plan, counted."""
    counts = Counter(item.role for item in gone.items)
    words = {
        "lead": gettext("chủ trì kế hoạch"),
        "part": ngettext("%(count)d phần việc", "%(count)d phần việc", counts["part"]),
        "receiver": ngettext("nhận %(count)d loại báo cáo", "nhận %(count)d loại báo cáo", counts["receiver"]),
        "through": ngettext("gom %(count)d loại báo cáo", "gom %(count)d loại báo cáo", counts["through"]),
        "party": ngettext("%(count)d chế độ báo cáo", "%(count)d chế độ báo cáo", counts["party"]),
        "asker": ngettext("điều hành %(count)d đợt báo cáo", "điều hành %(count)d đợt báo cáo", counts["asker"]),
        "obligation": ngettext("nợ %(count)d báo cáo", "nợ %(count)d báo cáo", counts["obligation"]),
        "member": ngettext("có trong %(count)d nhóm", "có trong %(count)d nhóm", counts["member"]),
    }
    return [word % {"count": counts[role]} for role, word in words.items() if counts[role]]
