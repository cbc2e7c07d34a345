"""`lantoa check`: does the stored data contradict itself?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from django.db import IntegrityError, connection
from django.utils.translation import gettext as _
from tqdm import tqdm

from lantoa.commands.rooms import modules
from lantoa.tenants.models import Tenant
from lantoa.trail.faults import Fault


def check(as_json: bool) -> int:
    """Ask every room's `checks.py`; print what is wrong, one sentence a line. 0: nothing is; 1: something is."""
    faults = list(dict.fromkeys([*_database(), *_rooms()]))
    if as_json:
        print(json.dumps({"faults": [asdict(fault) for fault in faults]}, ensure_ascii=False, indent=2))
    else:
        _tell(faults)
    return 1 if faults else 0


def _tell(faults: list[Fault]) -> None:
    for fault in faults:
        print(f"{fault.sentence} [{fault.room}.{fault.code}: {fault.subject}]")
    if faults:
        print(_("Thấy %(count)s chỗ mâu thuẫn.") % {"count": len(faults)})
    else:
        print(_("Dữ liệu không có mâu thuẫn."))


def _database() -> Iterator[Fault]:
    """A row that points to a row that is not there."""
    try:
        connection.check_constraints()
    except IntegrityError as fault:
        sentence = _("Cơ sở dữ liệu có dòng trỏ tới một dòng không còn nữa.")
        yield Fault("database", "dangling", sentence, str(fault))


def _rooms() -> Iterator[Fault]:
    rooms, tenants = list(modules("checks")), list(Tenant.objects.order_by("slug"))
    asked = [(module, tenant) for tenant in tenants for _label, module in rooms]
    for module, tenant in tqdm(asked, desc=_("Kiểm tra"), disable=None, leave=False, delay=1):
        yield from module.faults(tenant)
