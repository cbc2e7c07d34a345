"""Forms; planning, opening and closing rounds; moving and lifting obligations; marking what became of them."""

from lantoa.rounds.acts.answers import mark_accepted, mark_returned, mark_submitted
from lantoa.rounds.acts.deadlines import exempt, extend
from lantoa.rounds.acts.forms import standard_form
from lantoa.rounds.acts.handing import change_asker, hand_on
from lantoa.rounds.acts.opening import close_round, open_round
from lantoa.rounds.acts.planning import plan_round

__all__ = [
    "change_asker",
    "close_round",
    "exempt",
    "extend",
    "hand_on",
    "mark_accepted",
    "mark_returned",
    "mark_submitted",
    "open_round",
    "plan_round",
    "standard_form",
]
