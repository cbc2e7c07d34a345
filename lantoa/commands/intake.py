"""`lantoa import`: a plan becomes a draft in the data folder, for a person to review and confirm."""

from __future__ import annotations

import json
from pathlib import Path

from lantoa.commands.setup import ready
from lantoa.refusals import Refusal, marked

NOBODY = marked("Chưa có điều phối viên nào trong thư mục dữ liệu này; hãy chạy “lantoa init” trước khi nhập kế hoạch.")


def take_in(file: Path, *, as_json: bool) -> int:
    """Read a file, register it, take in what was read. Refuses what is no plan, and a data folder without people."""
    from lantoa.papers.anatomy import recognise
    from lantoa.papers.cage import open_anywhere
    from lantoa.reading import read_plan

    content = file.read_bytes()
    paper = recognise(open_anywhere(content, file.name))
    draft = read_plan(paper)
    ready()
    from django.db import transaction
    from django.utils import timezone

    from lantoa.agencies.models import Holding, Role
    from lantoa.documents.acts import register_incoming
    from lantoa.files.acts import store
    from lantoa.plans import acts

    at = timezone.now()
    by = (
        Holding.objects.current(at)
        .filter(post__role=Role.COORDINATOR)
        .select_related("tenant")
        .order_by("since")
        .first()
    )
    if by is None:
        raise Refusal("nobody", NOBODY)
    with transaction.atomic():
        kept = store(tenant=by.tenant, content=content, name=file.name, by=by, at=at)
        document = register_incoming(paper=paper, file=kept, tenant=by.tenant, text=draft.text, by=by, at=at)
        plan = acts.take_in(draft=draft, document=document, by=by, at=at)
    points = plan.reviewpoint_set.count()
    if as_json:
        print(json.dumps({"plan": str(plan.pk), "title": plan.title, "review_points": points}, ensure_ascii=False))
    else:
        print(f"Đã nhập bản đọc: {plan.title}\nCòn {points} điểm cần xem trên màn hình rà soát trước khi xác nhận.")
    return 0
