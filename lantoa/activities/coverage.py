"""How what was done is spread over the themes of a plan, beside how the plan itself weighs them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lantoa.activities.queries import Progress, counted, of_plan, progress_by_theme
from lantoa.plans.models import Plan, Theme
from lantoa.plans.rules import emphasis_of

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Covered:
    """A theme: its share of the plan's weight and of what was done for themes, both in percent.

    `word` is the plan's own word that gives it more weight than others, or "". `standing`: "none" when nothing was
    done, "below" when its share of what was done is less than its share of the weight, else "met".
    """

    theme: Theme
    word: str
    weight: Decimal
    done: Progress
    share: Decimal

    @property
    def standing(self) -> str:
        if not self.done.done:
            return "none"
        return "below" if self.share < self.weight else "met"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every theme in the plan's order, and how many activities serve none of them."""

    themes: tuple[Covered, ...]
    untagged: int


def coverage(plan: Plan) -> Coverage:
    """Measure what was done against the plan's own emphasis.

    Activities count once each (a released story is one); one that serves two themes counts for both, so shares are of
    the sum over themes. Percent with one decimal.
    """
    themes = list(Theme.objects.filter(plan=plan).order_by("position"))
    done = progress_by_theme(plan)
    weights, times = sum(theme.weight for theme in themes), sum(one.done for one in done.values())
    covered = []
    for theme in themes:
        told = done.get(theme.pk, Progress())
        shares = _percent(theme.weight, weights), _percent(Decimal(told.done), times)
        covered.append(Covered(theme, emphasis_of(theme.text), shares[0], told, shares[1]))
    return Coverage(tuple(covered), _untagged(plan))


def _percent(part: Decimal, whole: Decimal | int) -> Decimal:
    if not whole:
        return Decimal(0)
    return (part * HUNDRED / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _untagged(plan: Plan) -> int:
    """How many activities serve no theme, neither by their task nor by the story they released."""
    without = counted(of_plan(plan)).filter(task__themes=None, release__version__material__themes=None)
    return without.values("pk").distinct().count()
