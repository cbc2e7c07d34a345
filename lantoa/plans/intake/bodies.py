"""Whom a body named in a plan stands for: an agency or a group of exactly this name or alias, else nobody yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from lantoa.agencies.models import Agency, AgencyGroup
from lantoa.agencies.queries import agency_named, group_named
from lantoa.tenants.models import Tenant
from lantoa.viet.bodies import canonical


@dataclass(slots=True)
class Register:
    """Looks every name up once, as of the plan's date. Nothing is entered here, and nothing is guessed."""

    tenant: Tenant
    on: date | None
    known: dict[str, Agency | AgencyGroup | None] = field(default_factory=dict)

    def find(self, named: str) -> Agency | AgencyGroup | None:
        key = canonical(named)
        if key not in self.known:
            agency = agency_named(named, tenant=self.tenant, on=self.on)
            self.known[key] = agency or group_named(named, tenant=self.tenant)
        return self.known[key]

    def agency(self, named: str | None) -> Agency | None:
        """The agency of this name, when it is one."""
        found = self.find(named) if named else None
        return found if isinstance(found, Agency) else None

    def group(self, named: str) -> AgencyGroup | None:
        """The group of this name, when it is one."""
        found = self.find(named)
        return found if isinstance(found, AgencyGroup) else None
