"""The signature block of a report (Decree 30/2020/NĐ-CP, art. 13)."""

from __future__ import annotations

import re

from lantoa.agencies.models import Agency
from lantoa.papers.tree import Signature
from lantoa.viet.letters import fold

COLLECTIVE = "TM. ỦY BAN NHÂN DÂN"
_COMMITTEE = re.compile(r"(uy ban nhan dan|ubnd)\b")
_OF_BODY = re.compile(r"\s+(?:Sở|UBND|Ủy ban nhân dân|Đài|Báo|Trung tâm)\b.*$")
_DEPUTY = "PHÓ "


def signature_of(agency: Agency, title: str, name: str = "") -> Signature:
    """How a post signs for its agency. A People's Committee works collectively (TM.); a department does not; a deputy
    signs in the head's place (KT.). `title` may name the body ("Giám đốc Sở Nội vụ"): the block does not."""
    head = _OF_BODY.sub("", title.strip()).upper()
    capacity = [COLLECTIVE] if _COMMITTEE.match(fold(agency.name)) else []
    if head.startswith(_DEPUTY):
        capacity.append(f"KT. {head.removeprefix(_DEPUTY)}")
    return Signature(tuple(capacity), head, name)
