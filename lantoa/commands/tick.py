"""`lantoa tick`: what the clock asks for. Each room's jobs are safe to run twice, so the clock may ask too often."""

from __future__ import annotations

import json
from datetime import datetime

from django.utils.translation import gettext as _
from tqdm import tqdm

from lantoa.commands.rooms import modules


def tick(at: datetime, as_json: bool) -> int:
    """Run every room's `jobs.run(at)`, upstream first; print how many things each did. Returns 0."""
    done = {}
    for label, module in tqdm(list(modules("jobs")), desc=_("Việc đến giờ"), disable=None, leave=False, delay=1):
        done[label] = module.run(at)
    if as_json:
        print(json.dumps({"at": at.isoformat(), "done": done}, ensure_ascii=False))
    else:
        _tell(done)
    return 0


def _tell(done: dict[str, int]) -> None:
    for label, count in done.items():
        if count:
            print(_("%(room)s: đã làm %(count)s việc.") % {"room": label, "count": count})
    if not any(done.values()):
        print(_("Không có việc nào đến giờ."))
