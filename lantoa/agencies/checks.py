"""What `lantoa check` looks for among agencies and posts."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import F
from django.utils.translation import gettext as _

from lantoa.agencies.models import Agency, AgencyGroup, Alias, Holding, Membership, Post, Succession
from lantoa.tenants.models import Tenant
from lantoa.trail.faults import Fault
from lantoa.viet.bodies import canonical


def faults(tenant: Tenant) -> Iterator[Fault]:
    """Names agree with their history and their keys, successions with the ends of agencies, rows with one province."""
    for agency in Agency.objects.filter(tenant=tenant).prefetch_related("names"):
        yield from _names(agency)
    yield from _keys(tenant)
    for succession in Succession.objects.filter(tenant=tenant).select_related("predecessor"):
        yield from _succession(succession)
    yield from _strangers(tenant)


def _names(agency: Agency) -> Iterator[Fault]:
    today = [name.name for name in agency.names.all() if name.until is None]
    if today != [agency.name]:
        sentence = _("Tên hiện nay của “%(name)s” không khớp với lịch sử tên gọi.") % {"name": agency.name}
        yield Fault("agencies", "name_differs", sentence, f"agencies.agency {agency.pk}")


def _keys(tenant: Tenant) -> Iterator[Fault]:
    """A key made by an older version, or by hand, lets a name not be found."""
    named: list[tuple[Agency | Alias | AgencyGroup, str]] = [
        *((agency, agency.name) for agency in Agency.objects.filter(tenant=tenant)),
        *((group, group.name) for group in AgencyGroup.objects.filter(tenant=tenant)),
        *((alias, alias.text) for alias in Alias.objects.filter(tenant=tenant)),
    ]
    for row, name in named:
        if row.folded != canonical(name):
            sentence = _("Khóa tìm kiếm của tên “%(name)s” đã cũ nên có thể không tìm thấy tên này.") % {"name": name}
            yield Fault("agencies", "key_differs", sentence, f"{row._meta.label_lower} {row.pk}")


def _succession(succession: Succession) -> Iterator[Fault]:
    ended = succession.predecessor
    if ended.ended_on != succession.on:
        sentence = _("“%(name)s” có cơ quan kế thừa nhưng ngày kết thúc không khớp.") % {"name": ended.name}
        yield Fault("agencies", "succession_differs", sentence, f"agencies.succession {succession.pk}")


def _strangers(tenant: Tenant) -> Iterator[Fault]:
    crossing = [
        Membership.objects.filter(group__tenant=tenant).exclude(agency__tenant=F("group__tenant")),
        Post.objects.filter(tenant=tenant).exclude(agency__tenant=F("tenant")),
        Holding.objects.filter(tenant=tenant).exclude(post__tenant=F("tenant")),
        Agency.objects.filter(tenant=tenant, parent__isnull=False).exclude(parent__tenant=F("tenant")),
    ]
    for rows in crossing:
        for row in rows:
            sentence = _("“%(row)s” nối với một cơ quan của tỉnh khác.") % {"row": row}
            yield Fault("agencies", "another_province", sentence, f"{row._meta.label_lower} {row.pk}")
