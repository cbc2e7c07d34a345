"""What an agency's name lets propose; who may fill which post."""

from __future__ import annotations

import re
import unicodedata

from lantoa.agencies.models import Agency, Holding, Post, Role
from lantoa.trail.actors import Actor
from lantoa.viet.letters import fold

_PLACE = re.compile(r"\s+(?:tỉnh|thành phố|thị xã|quận|huyện|xã|phường|đặc khu)\b.*")
_SMALL = {"và", "của", "về"}


def proposed_symbol(name: str) -> str:
    """The usual way a paper's symbol writes an agency: the initials of its name, without marks and without the place.

    "Sở Văn hóa, Thể thao và Du lịch" gives "SVHTTDL". A proposal: each agency settles its own symbol
    (Decree 30/2020/NĐ-CP, Annex I, part II, item 3).
    """
    words = re.findall(r"\w+", _PLACE.sub("", unicodedata.normalize("NFC", name)))
    initials = "".join(word if word.isupper() else word[0].upper() for word in words if word.lower() not in _SMALL)
    return "".join(c for c in unicodedata.normalize("NFD", initials) if not unicodedata.combining(c))


_KINDS = (
    (Agency.Kind.UNIT, ("bao tang", "trung tam", "truong ", "thu vien", "benh vien", "vien ")),
    (Agency.Kind.PRESS, ("bao ", "dai ", "tap chi ")),
    (
        Agency.Kind.PARTY,
        ("ban tuyen giao", "ban to chuc", "ban dan van", "tinh uy", "thanh uy", "dang uy"),
    ),
    (Agency.Kind.FRONT, ("hoi ", "tinh doan", "thanh doan", "lien doan", "uy ban mat tran", "mat tran")),
    (Agency.Kind.BUSINESS, ("cong ty", "tap doan", "ngan hang", "hop tac xa")),
)


def proposed_kind(name: str) -> str:
    """The kind of body that a name speaks of: "Báo Hải Sơn" is of the press; a state agency when nothing says else."""
    folded = fold(name)
    return next((kind for kind, heads in _KINDS if folded.startswith(heads)), Agency.Kind.STATE)


def may_staff(by: Actor, post: Post) -> bool:
    """True when `by` may make this post, let people hold it, end that, and give them new passwords.

    An administrator may for every post of the own province. A coordinator may for those that report and do not sign:
    who could fill a signing post could approve the own work in another's name. A part of the machine may.
    """
    if not isinstance(by, Holding):
        return True
    if by.tenant_id != post.tenant_id:
        return False
    return by.is_in(Role.ADMINISTRATOR) or (
        by.is_in(Role.COORDINATOR) and post.role == Role.REPORTER and not post.signs
    )


def roles_to_give(by: Holding) -> list[Role]:
    """The roles of posts that a person may fill, least first."""
    return [role for role in Role if may_staff(by, Post(tenant_id=by.tenant_id, role=role))]
