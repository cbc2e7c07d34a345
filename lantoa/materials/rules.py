"""What a material must be, and who may write and approve it."""

from __future__ import annotations

import unicodedata

from lantoa.agencies.models import Agency, Holding, Role
from lantoa.materials.models import Material
from lantoa.refusals import Refusal, marked
from lantoa.trail.rules import canonical, sha256

LONGEST_TITLE = 300
NO_TITLE = marked("Tiêu đề đang để trống; hãy nhập tiêu đề.")
LONG_TITLE = marked("Tiêu đề dài %(length)s ký tự, nhiều nhất %(limit)s; hãy rút gọn.")
NO_BODY = marked("Nội dung đang để trống; hãy nhập nội dung.")
_WRITERS = (Role.REPORTER, Role.COORDINATOR, Role.LEADER)


def tidy(text: str) -> str:
    """The text as it is kept: NFC, lines ended by one newline, no blanks around it."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()


def content_hash(title: str, summary: str, body: str) -> str:
    """SHA-256 (hex) of what a reader reads; the same for two ways of typing the same letters and line ends."""
    return sha256(canonical([tidy(title), tidy(summary), tidy(body)]))


def refuse_incomplete(title: str, body: str) -> None:
    """Refuse a text without title or body, or with a title of more than 300 characters."""
    if not title:
        raise Refusal("no_title", NO_TITLE, field="title")
    if len(title) > LONGEST_TITLE:
        raise Refusal("long_title", LONG_TITLE, field="title", length=len(title), limit=LONGEST_TITLE)
    if not body:
        raise Refusal("no_body", NO_BODY, field="body")


def may_write_for(agency: Agency, holding: Holding) -> bool:
    """An agency's own posts write its materials; coordinators write for every agency of their province."""
    if holding.tenant_id != agency.tenant_id or not holding.is_in(*_WRITERS):
        return False
    return holding.post.agency_id == agency.id or holding.is_in(Role.COORDINATOR)


def may_edit(material: Material, holding: Holding) -> bool:
    """True when the post may write for the material's agency; a withdrawn material is closed to everyone."""
    return material.status != Material.Status.WITHDRAWN and may_write_for(material.agency, holding)


def may_approve(material: Material, holding: Holding) -> bool:
    """Leaders approve for the whole province; a post that signs approves what its own agency writes."""
    if holding.tenant_id != material.tenant_id:
        return False
    return holding.is_in(Role.LEADER) or (holding.post.signs and holding.post.agency_id == material.agency_id)


def off_plan(material: Material) -> bool:
    """True for a material that answers no task of a plan: allowed, and shown as such."""
    return material.task_id is None
