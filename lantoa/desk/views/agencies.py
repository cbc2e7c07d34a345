"""Agencies and groups: what there is, and entering more."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from lantoa.agencies import acts
from lantoa.agencies.models import AgencyGroup
from lantoa.agencies.queries import agencies_for, groups_for, members_on
from lantoa.desk.forms.agencies import AgencyForm, AliasForm, GroupForm, MembersForm
from lantoa.desk.views.found import page_of
from lantoa.desk.views.people import posts_shown
from lantoa.viet.bodies import canonical
from lantoa.viet.deadlines import day_in_vietnam
from lantoa.web.forms import posted, refusals_on
from lantoa.web.requests import Call


def agencies(request: Call) -> HttpResponse:
    """Every agency of the province, found by name or other name."""
    asked = request.GET.get("tim", "").strip()
    rows = agencies_for(request.holding).select_related("parent")
    if asked:
        key = canonical(asked)
        rows = rows.filter(Q(folded__contains=key) | Q(aliases__folded__contains=key)).distinct()
    return render(request, "desk/agencies.html", {"page": page_of(request, rows), "asked": asked})


def agency(request: Call, agency_id: uuid.UUID) -> HttpResponse:
    """One agency: names, groups, posts and who holds them."""
    row = get_object_or_404(agencies_for(request.holding).select_related("parent"), id=agency_id)
    context = {
        "agency": row,
        "alias_form": AliasForm(),
        "names": row.names.order_by("since"),
        "aliases": row.aliases.order_by("folded"),
        "groups": AgencyGroup.objects.filter(memberships__agency=row, memberships__until=None),
        "units": row.units.all(),
        "heirs": row.heirs.select_related("successor"),
        "origins": row.origins.select_related("predecessor"),
        "posts_shown": posts_shown(request, row),
    }
    return render(request, "desk/agency.html", context)


def agency_found(request: Call) -> HttpResponse:
    """Enter an agency."""
    form = AgencyForm(posted(request), holding=request.holding)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            made = acts.found_agency(
                tenant=request.holding.tenant, **form.cleaned_data, by=request.holding, at=request.at
            )
            messages.success(request, gettext("Đã thêm %(name)s.") % {"name": made.name})
            return redirect("agency", made.id)
    return render(request, "desk/agency_found.html", {"form": form})


@require_POST
def agency_alias(request: Call, agency_id: uuid.UUID) -> HttpResponse:
    """Let another name mean this agency."""
    row = get_object_or_404(agencies_for(request.holding), id=agency_id)
    form = AliasForm(request.POST)
    if form.is_valid():
        acts.give_alias(agency=row, text=form.cleaned_data["text"], by=request.holding, at=request.at)
        messages.success(request, gettext("Đã lưu cách gọi khác."))
    else:
        messages.error(request, gettext("Chưa lưu: hãy nhập cách gọi khác của cơ quan."))
    return redirect("agency", row.id)


def groups(request: Call) -> HttpResponse:
    """Groups as plans address them, with how many agencies each has now."""
    now_in = Count("memberships", filter=Q(memberships__until=None))
    rows = groups_for(request.holding).annotate(members=now_in)
    return render(request, "desk/groups.html", {"groups": rows, "form": GroupForm()})


def group(request: Call, group_id: uuid.UUID) -> HttpResponse:
    """One group and its members today."""
    row = get_object_or_404(groups_for(request.holding), id=group_id)
    members = list(members_on(row, day_in_vietnam(request.at)))
    form = MembersForm(holding=request.holding, outside=[member.id for member in members])
    return render(request, "desk/group.html", {"group": row, "members": members, "members_form": form})


@require_POST
def group_make(request: Call) -> HttpResponse:
    """Enter a group."""
    form = GroupForm(request.POST)
    if not form.is_valid():
        messages.error(request, gettext("Chưa lưu: hãy nhập tên nhóm."))
        return redirect("groups")
    made = acts.make_group(
        tenant=request.holding.tenant, name=form.cleaned_data["name"], by=request.holding, at=request.at
    )
    return redirect("group", made.id)


@require_POST
def group_join(request: Call, group_id: uuid.UUID) -> HttpResponse:
    """Let agencies join a group: all that were ticked, or none."""
    row = get_object_or_404(groups_for(request.holding), id=group_id)
    form = MembersForm(request.POST, holding=request.holding, outside=[])
    if not form.is_valid():
        messages.error(request, gettext("Chưa lưu: hãy chọn ít nhất một cơ quan và kiểm tra lại ngày."))
        return redirect("group", row.id)
    with transaction.atomic():
        for member in form.cleaned_data["agencies"]:
            acts.join_group(
                group=row, agency=member, since=form.cleaned_data["since"], by=request.holding, at=request.at
            )
    messages.success(request, gettext("Đã thêm vào nhóm."))
    return redirect("group", row.id)
