"""Fields that read what officers type, and the way a refusal reaches a form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.refusals import Refusal
from lantoa.viet.dates import as_short
from lantoa.viet.numbers import read_number
from lantoa.web.days import amount
from lantoa.web.middleware import in_words
from lantoa.web.requests import Call
from lantoa.web.signin import note_right, note_wrong, paused_until

DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class DayField(forms.Field):
    """A day: "10/12/2026", "1-9-26", or ISO."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "short", "autocomplete": "off"})

    def to_python(self, value: object) -> date | None:
        text = str(value or "").strip()
        if not text:
            return None
        if found := ISO.fullmatch(text):
            year, month, day = map(int, found.groups())
        elif found := DAY_FIRST.fullmatch(text):
            day, month, year = map(int, found.groups())
        else:
            raise ValidationError(gettext("Ngày “%(text)s” chưa đúng; hãy nhập như 10/12/2026.") % {"text": text})
        try:
            return date(year if year > 99 else 2000 + year, month, day)
        except ValueError:
            raise ValidationError(gettext("Không có ngày “%(text)s”; hãy xem lại lịch.") % {"text": text}) from None

    def prepare_value(self, value: Any) -> Any:
        return as_short(value) if isinstance(value, date) else value


class AmountField(forms.Field):
    """A figure as offices write it: "1.234,5"."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "short", "autocomplete": "off"})

    def to_python(self, value: object) -> Decimal | None:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            found = read_number(text)
        except ValueError:
            said = gettext("“%(text)s” chưa phải là số; hãy nhập như 1.234 hoặc 1.234,5.") % {"text": text}
            raise ValidationError(said) from None
        if found < 0 or found >= Decimal(10) ** 15 or found != round(found, 4):
            raise ValidationError(gettext("Số này quá lớn, là số âm hoặc có quá 4 chữ số thập phân; hãy xem lại."))
        return found

    def prepare_value(self, value: Any) -> Any:
        return amount(value) if isinstance(value, Decimal) else value


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with; None when it was only asked for. An empty form that was sent is not the same."""
    return request.POST if request.method == "POST" else None


@contextmanager
def refusals_on(form: forms.BaseForm) -> Iterator[None]:
    """Put a refusal raised inside on the form, at the field it names, so that nothing typed is lost."""
    try:
        yield
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, in_words(refusal))
        if refusal.code == "stale" and "seen" in form.fields:
            _see(form, refusal.facts["stored"])


def _see(form: forms.BaseForm, stored: object) -> None:
    """After the stored version was shown, saving again is meant."""
    given: Any = form.data
    data = given.copy()
    data[form.add_prefix("seen")] = str(stored)
    form.data = data


class SignInForm(AuthenticationForm):
    """User name and password; one sentence for every way of being wrong."""

    error_messages = {
        "invalid_login": _("Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock."),
        "inactive": _("Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock."),
    }

    def __init__(self, request: Call, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.call = request
        self.fields["username"].label = _("Tên đăng nhập")
        self.fields["password"].label = _("Mật khẩu")

    def clean(self) -> dict[str, Any]:
        username = str(self.cleaned_data.get("username", ""))
        if until := paused_until(self.call, username, self.call.at):
            minutes = int((until - self.call.at).total_seconds() // 60) + 1
            said = gettext("Đã thử sai nhiều lần. Hãy đợi %(minutes)d phút rồi thử lại; tài khoản không bị khóa.")
            raise ValidationError(said % {"minutes": minutes}, code="paused")
        try:
            cleaned = super().clean()
        except ValidationError:
            note_wrong(self.call, username, self.call.at)
            raise
        if self.user_cache is not None:
            note_right(username)
        return cleaned
