"""Who may say something on an outlet, and what counts as being said."""

from __future__ import annotations

from lantoa.agencies.models import Agency, Holding, Role
from lantoa.channels.models import Outlet, Release
from lantoa.materials.models import Material
from lantoa.materials.rules import may_write_for


def may_open(agency: Agency, holding: Holding) -> bool:
    """An agency's own posts open its outlets; coordinators open them for every agency of their province."""
    return may_write_for(agency, holding)


def may_release(outlet: Outlet, holding: Holding) -> bool:
    """The outlet's own agency speaks on it; so do the province's coordinators and leaders."""
    if holding.tenant_id != outlet.tenant_id:
        return False
    return holding.is_in(Role.LEADER) or may_write_for(outlet.agency, holding)


def may_withdraw(release: Release, holding: Holding) -> bool:
    """Whoever may speak on the outlet, and the agency that wrote the story."""
    return may_release(release.outlet, holding) or may_write_for(release.version.material.agency, holding)


def live(release: Release) -> bool:
    """True while the public may read it: neither the release nor its material was withdrawn."""
    return release.withdrawn_at is None and release.version.material.status != Material.Status.WITHDRAWN
