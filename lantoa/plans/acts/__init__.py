"""What people do with plans: take one in, review it, confirm it, and keep it right."""

from lantoa.plans.acts.appendix import add_appendix
from lantoa.plans.acts.confirming import confirm, set_lead
from lantoa.plans.acts.duties import set_duty, set_receiver
from lantoa.plans.acts.entering import enter_bodies
from lantoa.plans.acts.filling import fill_point
from lantoa.plans.acts.following import carry_over, close, follow
from lantoa.plans.acts.measures import adopt_indicators
from lantoa.plans.acts.parts import add_part, resolve_known, resolve_part, resolve_party
from lantoa.plans.acts.reviewing import accept_sure, keep_point
from lantoa.plans.acts.tagging import tag_task
from lantoa.plans.acts.take_in import take_in
from lantoa.plans.acts.tasks import add_task, edit_task

__all__ = [
    "accept_sure",
    "add_appendix",
    "add_part",
    "add_task",
    "adopt_indicators",
    "carry_over",
    "close",
    "confirm",
    "edit_task",
    "enter_bodies",
    "fill_point",
    "follow",
    "keep_point",
    "resolve_known",
    "resolve_part",
    "resolve_party",
    "set_duty",
    "set_lead",
    "set_receiver",
    "tag_task",
    "take_in",
]
