"""The two real plans, taken in: what they order, what they leave open, and every value in its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lantoa.agencies.models import Agency, AgencyGroup, Holding
from lantoa.plans import acts, queries
from lantoa.plans.checks import faults
from lantoa.plans.models import BudgetDuty, LegalBasis, Part, Phase, Plan, ReportDuty, ReviewPoint, Task, Theme
from lantoa.tenants.models import Tenant
from tests.plans.traces import holds, traced
from tests.shared_papers.place import SEEDS, needs_shared
from tests.universe.agencies import NOW, AgencyFactory
from tests.universe.plans import take_in

pytestmark = [pytest.mark.shared, needs_shared]
