"""Reading outlets and releases: what the public sees, and what a post may work with."""

from __future__ import annotations

import uuid

from django.db.models import Q, QuerySet

from lantoa.agencies.models import Agency, Holding, Role
from lantoa.channels.models import Outlet, Release
from lantoa.materials.models import Material
from lantoa.tenants.models import Tenant


def live_releases() -> QuerySet[Release]:
    """Every release that is said now, of all tenants (`rules.live` as a query)."""
    return Release.objects.filter(withdrawn_at=None).exclude(version__material__status=Material.Status.WITHDRAWN)


def public_releases(tenant: Tenant) -> QuerySet[Release]:
    """What the province's public pages say now, newest first, with version, material, agency, task and plan."""
    return _as_read(live_releases()).filter(tenant=tenant, outlet__kind=Outlet.Kind.PUBLIC_PAGE)


def public_release(tenant: Tenant, slug: str) -> Release | None:
    """The release at an address of the province's public pages, or None.

    A withdrawn one is returned too: its address says so (`rules.live`; `withdrawn_at` is empty when only its material
    was withdrawn).
    """
    on_page = Release.objects.filter(tenant=tenant, outlet__kind=Outlet.Kind.PUBLIC_PAGE, slug=slug)
    return _as_read(on_page).first()


def outlets_of(agency: Agency) -> QuerySet[Outlet]:
    """The outlets of an agency, by name."""
    return Outlet.objects.filter(agency=agency).order_by("name")


def outlets_for(holding: Holding) -> QuerySet[Outlet]:
    """The outlets on which this post may release (`rules.may_release` as a query)."""
    found = Outlet.objects.filter(tenant=holding.tenant_id).select_related("agency").order_by("name")
    if holding.is_in(Role.COORDINATOR, Role.LEADER):
        return found
    return found.filter(agency=holding.post.agency_id) if holding.is_in(Role.REPORTER) else found.none()


def releases_for(holding: Holding) -> QuerySet[Release]:
    """The releases, live and withdrawn, that this post may see: a reporter those of its own agency's materials and
    outlets, coordinators and leaders the province's.
    """
    found = _as_read(Release.objects.filter(tenant=holding.tenant_id))
    if holding.is_in(Role.COORDINATOR, Role.LEADER):
        return found
    own = Q(outlet__agency=holding.post.agency_id) | Q(version__material__agency=holding.post.agency_id)
    return found.filter(own) if holding.is_in(Role.REPORTER) else found.none()


def release_for(holding: Holding, id: uuid.UUID | str) -> Release | None:
    """One release that the post may see, or None."""
    return releases_for(holding).filter(pk=id).first()


def releases_of(material: Material) -> QuerySet[Release]:
    """Every release of a material's versions, newest first."""
    return _as_read(Release.objects.filter(version__material=material))


def _as_read(releases: QuerySet[Release]) -> QuerySet[Release]:
    return releases.select_related("outlet", "version__material__agency", "version__material__task__plan")
