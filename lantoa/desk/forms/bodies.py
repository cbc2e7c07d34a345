"""Entering the bodies of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lantoa.plans.rules import is_open_class
from lantoa.viet.bodies import split_bodies

AGENCY, GROUP, LATER = "agency", "group", ""
CHOICES = [(AGENCY, _("Cơ quan mới")), (GROUP, _("Nhóm cơ quan mới")), (LATER, _("Để sau"))]


class BodiesForm(forms.Form):
    """One choice for each name: a new agency, a new group, or later. A name of nobody in particular is not asked."""

    def __init__(self, *args: Any, names: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = [name for name in names if not is_open_class(name)]
        for place, name in enumerate(self.names):
            self.fields[f"body{place}"] = forms.ChoiceField(
                label=name, choices=CHOICES, required=False, initial=_proposed(name)
            )

    def chosen(self, kind: str) -> Iterator[str]:
        """The names that were said to be of this kind."""
        for place, name in enumerate(self.names):
            if self.cleaned_data[f"body{place}"] == kind:
                yield name


def _proposed(name: str) -> str:
    """What a name speaks of; a channel ("trang thông tin điện tử của ...") is no body and waits."""
    kinds = {body.kind for body in split_bodies(name)}
    return AGENCY if kinds == {"agency"} else GROUP if kinds <= {"group", "class"} else LATER
