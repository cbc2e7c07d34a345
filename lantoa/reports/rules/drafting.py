"""What the activity log lets a report say already: sentences for an officer to check, never more than the log knows.
They are Vietnamese, as the report is, whatever language the officer reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from lantoa.activities.models import Activity
from lantoa.plans.models import Part, Task
from lantoa.viet.dates import as_short
from lantoa.viet.numbers import as_number

_LONGEST_TASK = 140


def quantity(value: Decimal, unit: str, qualifier: str = "") -> str:
    """A figure as a sentence writes it: "hơn 1.250 lượt người"."""
    return " ".join(word for word in (qualifier, as_number(value.normalize()), unit) if word)


def named_quantity(name: str, value: Decimal, unit: str, qualifier: str = "") -> str:
    """A figure with what it counts, inside a sentence: "pa nô: 2 cụm"; a name in capitals ("VTV") keeps them."""
    lowered = name if name[1:2].isupper() else name[:1].lower() + name[1:]
    return f"{lowered}: {quantity(value, unit, qualifier)}"


def short(text: str, limit: int = _LONGEST_TASK) -> str:
    """`text` without its end mark, cut at a word where it is too long for a sentence."""
    whole = " ".join(text.split()).rstrip(" .;,:")
    return whole if len(whole) <= limit else f"{whole[:limit].rsplit(' ', 1)[0].rstrip(' ,;')}..."


def days(start: date, end: date) -> str:
    """When something was: "ngày 05/8/2026", "từ ngày 28/7/2026 đến ngày 08/8/2026"."""
    if start == end:
        return f"ngày {as_short(start)}"
    return f"từ ngày {as_short(start)} đến ngày {as_short(end)}"


def direction(parts: Sequence[Part], activities: Sequence[Activity]) -> str:
    """What the plan asks of the agency, and how many of these tasks were worked on."""
    kinds = {part.task_id: Part.Kind.COORDINATING for part in parts}
    kinds |= {part.task_id: Part.Kind.LEAD for part in parts if part.kind == Part.Kind.LEAD}
    worked = len({activity.task_id for activity in activities if activity.task_id})
    if not kinds:
        given = "Kế hoạch không giao riêng nhiệm vụ cho đơn vị; đơn vị thực hiện theo chức năng, nhiệm vụ được giao."
    else:
        leads = sum(kind == Part.Kind.LEAD for kind in kinds.values())
        ordered = any(part.manner == Part.Manner.ORDERED for part in parts)
        verb = "được giao" if ordered else "được đề nghị"
        given = f"Theo Kế hoạch, đơn vị {verb} {_given(leads, len(kinds) - leads)}."
    if not worked:
        return given
    return f"{given} Trong kỳ, đơn vị đã triển khai hoạt động thuộc {worked} nhiệm vụ."


def _given(leads: int, others: int) -> str:
    lead = f"chủ trì {leads} nhiệm vụ" if leads else ""
    other = f"phối hợp thực hiện {others} nhiệm vụ" if others else ""
    return " và ".join(part for part in (lead, other) if part)


def results(activities: Sequence[Activity]) -> str:
    """What was done: a sentence on the whole, then a paragraph for each task, in the plan's order."""
    if not activities:
        return "Trong kỳ báo cáo, đơn vị chưa ghi nhận hoạt động nào thuộc Kế hoạch."
    paragraphs = [f"Trong kỳ, đơn vị đã thực hiện {_counted(activities)}."]
    tasks: dict[object, list[Activity]] = {}
    for activity in sorted(activities, key=_place):
        tasks.setdefault(activity.task_id, []).append(activity)
    paragraphs += [_of_task(group[0].task, group) for group in tasks.values()]
    return "\n".join(paragraphs)


def _place(activity: Activity) -> tuple[int, date, str]:
    """Where an activity stands: by its task in the plan, those without a task last; then by day."""
    return activity.task.position if activity.task else 10**9, activity.began_on, activity.title


def _counted(activities: Sequence[Activity]) -> str:
    """ "3 hoạt động (chủ trì 2, phối hợp 1)"."""
    leads = sum(activity.kind == Part.Kind.LEAD for activity in activities)
    whole = f"{len(activities)} hoạt động"
    if leads in (0, len(activities)):
        return whole
    return f"{whole} (chủ trì {leads}, phối hợp {len(activities) - leads})"


def _of_task(task: Task | None, activities: Sequence[Activity]) -> str:
    listed = "; ".join(_told(activity) for activity in activities)
    if task is None:
        return f"Hoạt động khác: {listed}."
    return f"Nhiệm vụ “{short(task.content)}”: {listed}."


def _told(activity: Activity) -> str:
    """One activity: its name, when, where, and its figures in the order of the indicators."""
    facts = [days(activity.began_on, activity.ended_on)]
    facts += [f"tại {short(activity.place)}"] if activity.place else []
    figures = sorted(activity.figures.all(), key=lambda figure: figure.indicator.position)
    facts += [named_quantity(figure.indicator.name, figure.value, figure.unit, figure.qualifier) for figure in figures]
    return f"{short(activity.title, 300)} ({'; '.join(facts)})"


def next_steps(parts: Iterable[Part], activities: Sequence[Activity]) -> str:
    """Tasks that the agency leads and that nothing was logged for: they go on. Empty when there are none."""
    worked = {activity.task_id for activity in activities}
    waiting = {part.task_id: part.task for part in parts if part.kind == Part.Kind.LEAD and part.task_id not in worked}
    if not waiting:
        return ""
    names = "; ".join(short(task.content) for task in sorted(waiting.values(), key=lambda task: task.position))
    return f"Tiếp tục triển khai {len(waiting)} nhiệm vụ chủ trì chưa có hoạt động trong kỳ: {names}."
