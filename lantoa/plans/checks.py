"""Whether the stored plans contradict themselves or the papers they were read from."""

from __future__ import annotations

from collections.abc import Iterator

from lantoa.plans.fields import MODELS
from lantoa.plans.models import Clause, Part, Plan, ReviewPoint
from lantoa.plans.models.plan import OfPlan
from lantoa.plans.queries import subject_of
from lantoa.refusals import marked
from lantoa.tenants.models import Owned, Tenant
from lantoa.trail.actors import kind_of
from lantoa.trail.faults import Fault

OUTSIDE = marked("Vị trí đọc của “%(field)s” nằm ngoài văn bản.")
UNSIGNED = marked("Kế hoạch đang thực hiện nhưng không ghi ai xác nhận.")
NO_TASK = marked("Kế hoạch đang thực hiện nhưng không có nhiệm vụ nào.")
STRAY = marked("Phần việc mang tên cơ quan của tỉnh khác.")
LOST = marked("Mục cần xem nói về một dòng không còn trong kế hoạch.")


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Everything wrong with the plans of a province."""
    for plan in Plan.objects.filter(tenant=tenant).select_related("document"):
        yield from _of_plan(plan)
        yield from _of_traces(plan)
        yield from _of_points(plan)
    yield from _of_bodies(tenant)


def _fault(row: Owned, code: str, sentence: str) -> Fault:
    return Fault("plans", code, sentence, f"{kind_of(row)} {row.pk}")


def _of_plan(plan: Plan) -> Iterator[Fault]:
    if plan.status == Plan.Status.DRAFT:
        return
    if plan.confirmed_by_id is None or plan.confirmed_at is None:
        yield _fault(plan, "plan_unsigned", UNSIGNED)
    if not plan.task_set.exists():
        yield _fault(plan, "plan_without_task", NO_TASK)


def _of_traces(plan: Plan) -> Iterator[Fault]:
    """A place in the paper must lie in the paper."""
    length = len(plan.document.text)
    for row in _traced(plan):
        for field, (start, end, sure) in getattr(row, "traces", {}).items():
            if not (0 <= start <= end <= length and 0 <= sure <= 1):
                yield _fault(row, "trace_outside", OUTSIDE % {"field": field})


def _traced(plan: Plan) -> Iterator[Owned]:
    yield plan
    yield from Part.objects.filter(task__plan=plan)
    kinds: list[type[Owned]] = [Clause, *MODELS.values()]
    for model in kinds:
        if issubclass(model, OfPlan):
            yield from model._default_manager.filter(plan=plan)


def _of_points(plan: Plan) -> Iterator[Fault]:
    for point in ReviewPoint.objects.filter(plan=plan, subject_id__isnull=False):
        if subject_of(point) is None:
            yield _fault(point, "point_lost", LOST)


def _of_bodies(tenant: Tenant) -> Iterator[Fault]:
    parts = Part.objects.filter(tenant=tenant)
    strayed = parts.exclude(agency=None).exclude(agency__tenant=tenant)
    strayed |= parts.exclude(group=None).exclude(group__tenant=tenant)
    for part in strayed:
        yield _fault(part, "part_strayed", STRAY)
