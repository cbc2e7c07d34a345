"""Pieces that pages are made of."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lantoa.viet.dates import as_short, parse_iso
from lantoa.viet.deadlines import day_in_vietnam
from lantoa.web import days
from lantoa.web.statuses import look_of

register = template.Library()


@register.simple_tag
def status(name: object, word: object) -> SafeString:
    """A status tag: `name` chooses its tone and icon, `word` is what people read."""
    look = look_of(str(name))
    return format_html(
        '<span class="tag tag-{}"><span aria-hidden="true">{}</span> {}</span>', look.tone, look.icon, word
    )


@register.filter
def day(value: date | None) -> str:
    """ "10/12/2026"; nothing for no day."""
    return as_short(value) if value else ""


@register.filter
def long_day(value: date | None) -> str:
    """ "Thứ năm 10/12/2026"."""
    return days.with_weekday(value) if value else ""


@register.filter
def last_day(value: datetime) -> date:
    """The day in Viet Nam of the last instant accepted: 9/11 for "trước ngày 10/11"."""
    return day_in_vietnam(value)


@register.filter
def face_date(value: str) -> str:
    """The date of a paper, stored as far as it is known ("2021-12"), as it is spoken of: "12/2021"."""
    if not value:
        return ""
    known = parse_iso(value)
    whole = known.full()
    return as_short(whole) if whole else "/".join(str(part) for part in (known.month, known.year) if part)


@register.filter
def moment(value: datetime | None) -> str:
    """ "14:05 ngày 10/12/2026" in Viet Nam."""
    return days.at_clock(value) if value else ""


@register.filter
def amount(value: Decimal | int | None) -> str:
    """ "1.234,5"."""
    return days.amount(value)


@register.simple_tag(takes_context=True)
def deadline(context: Context, due: date | datetime) -> str:
    """A due day (or the last instant accepted) with its weekday and the days left."""
    last = day_in_vietnam(due) if isinstance(due, datetime) else due
    return f"{days.with_weekday(last)}, {days.time_left(last, context['today'])}"


@register.simple_tag
def span(first: date | None, last: date | None) -> str:
    """A stretch of days: "01/01/2026 – 31/12/2026"; one day once; an open end stays open."""
    if first == last:
        return day(first)
    return f"{day(first) or '…'} – {day(last) or '…'}"


@register.inclusion_tag("web/pieces/errors.html")
def errors(form: BaseForm) -> dict[str, Any]:
    """The box of errors on top of a page, with a link to each field."""
    found = [(form[name].id_for_label if name != "__all__" else "", list(said)) for name, said in form.errors.items()]
    return {"found": found}


@register.inclusion_tag("web/pieces/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """One input with its label, hint and errors."""
    kind = getattr(bound.field.widget, "input_type", "")
    many = bound.field.widget.__class__.__name__ in {"RadioSelect", "CheckboxSelectMultiple"}
    return {"bound": bound, "kind": kind, "many": many}


@register.inclusion_tag("web/pieces/pages.html", takes_context=True)
def pages(context: Context, page: Any) -> dict[str, Any]:
    """The way through a long list; keeps what the address already asks for."""
    asked = context["request"].GET.copy()
    asked.pop("trang", None)
    return {"page": page, "asked": asked.urlencode()}


@register.inclusion_tag("web/pieces/button.html", takes_context=True)
def button(context: Context, address: str, word: str, look: str = "", about: str = "") -> dict[str, Any]:
    """A form of one button that does one thing; `about` tells screen readers what it is done to."""
    return {"address": address, "word": word, "look": look, "about": about, "csrf_token": context.get("csrf_token")}
