"""Choosing who carries on: one choice for each body that is gone, another one for a single thing where it differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Agency
from lantoa.handover.queries import KEEP, NOBODY, Body, Item, Ownerless, key_of
from lantoa.plans.models import Part
from lantoa.web.forms import DayField


class DayForm(forms.Form):
    """As of which day."""

    ngay = DayField(label=_("Ngày"))


@dataclass(frozen=True, slots=True)
class Row:
    """A body on the page: who takes its things, since when it is gone, and the things that may go elsewhere."""

    gone: Ownerless
    heir: BoundField
    day: BoundField | None
    apart: list[BoundField]


class HandOverForm(forms.Form):
    """A choice for every body. Fields are named by the keys of bodies and items; days by "ngay-" before the key."""

    def __init__(self, *args: Any, gone: list[Ownerless], standing: list[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.gone = gone
        others = [
            (gettext("Cơ quan khác"), [(key_of(one), one.name) for one in standing if isinstance(one, Agency)]),
            (gettext("Nhóm cơ quan"), [(key_of(one), one.name) for one in standing if not isinstance(one, Agency)]),
        ]
        for one in gone:
            offered = self._offered(one)
            choices = [*offered, *((word, rest) for word, rest in others if rest)]
            self.fields[one.key] = forms.ChoiceField(
                label=_("Nơi nhận"),
                choices=[("", gettext("Chưa chọn")), *choices],
                initial=one.proposed.value if one.proposed else "",
                error_messages={"required": gettext("Chưa chọn nơi nhận việc của %(body)s.") % {"body": one.body.name}},
            )
            if _day_unsure(one):
                self.fields[f"ngay-{one.key}"] = DayField(
                    label=_("Kết thúc từ ngày"), initial=one.since, help_text=_("Theo quyết định của tỉnh.")
                )
            for item in one.items if len(one.items) > 1 else ():
                self.fields[item.key] = forms.ChoiceField(
                    label=_told(item), choices=[("", gettext("Như trên")), *choices], required=False
                )

    def _offered(self, one: Ownerless) -> list[tuple[str, str]]:
        new = gettext("%(name)s (lập mới trong danh bạ)")
        offered = [(heir.value, heir.name if heir.body else new % {"name": heir.name}) for heir in one.heirs]
        offered += [] if one.recorded else [(KEEP, gettext("Vẫn hoạt động, giữ nguyên"))]
        return [*offered, (NOBODY, gettext("Không ai nhận"))]

    def rows(self) -> Iterator[Row]:
        """The bodies with their fields."""
        for one in self.gone:
            day = self[f"ngay-{one.key}"] if f"ngay-{one.key}" in self.fields else None
            yield Row(one, self[one.key], day, [self[item.key] for item in one.items if item.key in self.fields])

    @property
    def choices(self) -> dict[str, str]:
        """What was chosen, by the key of body or item."""
        given = self.cleaned_data.items()
        return {name: value for name, value in given if isinstance(value, str) and value}

    @property
    def days(self) -> dict[str, date]:
        """Since when bodies are gone, by key."""
        given = self.cleaned_data.items()
        return {name.removeprefix("ngay-"): value for name, value in given if isinstance(value, date)}


def _told(item: Item) -> str:
    """One thing in words: the task of a part, else what it is and its name."""
    if isinstance(item.row, Part):
        return f"{item.row.get_kind_display()}: {item.row.task}"
    words = {
        "lead": gettext("Chủ trì kế hoạch"),
        "receiver": gettext("Nhận báo cáo"),
        "through": gettext("Gom báo cáo"),
        "party": gettext("Phải báo cáo"),
        "asker": gettext("Điều hành đợt báo cáo"),
        "obligation": gettext("Nợ báo cáo"),
        "member": gettext("Có trong nhóm"),
    }
    return f"{words[item.role]}: {item.row}"


def _day_unsure(one: Ownerless) -> bool:
    return any(heir.chain and not heir.chain[0].day_sure for heir in one.heirs)
