"""What was decided: the plan, its clauses, tasks, parts, duties; and what a person still has to look at."""

from lantoa.plans.models.duties import BudgetDuty, DutyParty, ReportDuty, Rhythm
from lantoa.plans.models.measures import Indicator, Joining, Target
from lantoa.plans.models.plan import Audience, Clause, LegalBasis, Phase, Pillar, Plan, Theme
from lantoa.plans.models.review import ReviewPoint
from lantoa.plans.models.tasks import Part, Task

__all__ = [
    "Audience",
    "BudgetDuty",
    "Clause",
    "DutyParty",
    "Indicator",
    "Joining",
    "LegalBasis",
    "Part",
    "Phase",
    "Pillar",
    "Plan",
    "ReportDuty",
    "ReviewPoint",
    "Rhythm",
    "Target",
    "Task",
    "Theme",
]
