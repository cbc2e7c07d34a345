"""My work: what is overdue, due this week, and later; each line one thing to do, verb first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render

from lantoa.desk.duties_at_hand import Job, jobs_of
from lantoa.viet.deadlines import day_in_vietnam
from lantoa.web.requests import Call

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Groups:
    """Jobs by how soon they are due; what has no day is for this week."""

    overdue: list[Job]
    week: list[Job]
    later: list[Job]


def home(request: Call) -> HttpResponse:
    """The first page is one's own work."""
    return redirect("my-work")


def my_work(request: Call) -> HttpResponse:
    """What this post has to do now."""
    today = day_in_vietnam(request.at)
    groups = _grouped(jobs_of(request.holding, request.at), today)
    return render(request, "desk/my_work.html", {"groups": groups, "nothing": groups == Groups([], [], [])})


def _grouped(jobs: list[Job], today: date) -> Groups:
    dated = sorted(jobs, key=lambda job: (job.due or today + WEEK, job.what))
    return Groups(
        overdue=[job for job in dated if job.due and job.due < today],
        week=[job for job in dated if not job.due or today <= job.due <= today + WEEK],
        later=[job for job in dated if job.due and job.due > today + WEEK],
    )
