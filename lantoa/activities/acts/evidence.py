"""Showing that it happened."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from lantoa.activities.acts.log import STRANGER, open_for
from lantoa.activities.models import Activity, Evidence
from lantoa.activities.rules import proof_class, refuse_unproved
from lantoa.files.models import StoredFile
from lantoa.refusals import Refusal
from lantoa.trail.actors import Actor
from lantoa.trail.acts import record


@transaction.atomic
def add_evidence(
    *,
    activity: Activity,
    by: Actor,
    at: datetime,
    file: StoredFile | None = None,
    url: str = "",
    caption: str = "",
) -> Evidence:
    """Attach a file, an address, or the word of somebody (then `caption` says whose); its class follows from that."""
    open_for(activity, by)
    url, caption = url.strip(), caption.strip()
    if file is not None and file.tenant_id != activity.tenant_id:
        raise Refusal("stranger", STRANGER, field="file")
    refuse_unproved(file, url, caption)
    evidence = Evidence.objects.create(
        tenant_id=activity.tenant_id,
        activity=activity,
        proof=proof_class(file=file, url=url),
        file=file,
        url=url,
        caption=caption,
        added_at=at,
    )
    sha256 = file.sha256 if file else ""
    record("evidence_added", activity, by=by, at=at, proof=evidence.proof, url=url, sha256=sha256, caption=caption)
    return evidence
