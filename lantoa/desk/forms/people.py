"""Letting people hold posts, and setting one's own password."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models import Holding, Role
from lantoa.agencies.queries import known_person
from lantoa.agencies.rules import roles_to_give
from lantoa.web.requests import Call
from lantoa.web.signin import note_right, note_wrong, paused_until

NEW, KNOWN = "new", "known"


class AppointForm(forms.Form):
    """A post of an agency and who is to hold it: a person new to the system, or one who has a sign-in name already."""

    title = forms.CharField(
        label=_("Chức danh"), max_length=200, help_text=_("Như ghi dưới chữ ký, ví dụ: Chuyên viên, Phó Giám đốc.")
    )
    role = forms.ChoiceField(label=_("Việc được làm"), widget=forms.RadioSelect)
    signs = forms.BooleanField(label=_("Vị trí này ký văn bản"), required=False)
    person = forms.ChoiceField(
        label=_("Người được cử"),
        widget=forms.RadioSelect,
        choices=[(NEW, _("Người chưa có tài khoản")), (KNOWN, _("Người đã có tài khoản trong tỉnh"))],
        initial=NEW,
    )
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=80,
        help_text=_("Chữ không dấu, viết liền, ví dụ: so-tai-chinh"),
        validators=[
            RegexValidator(
                r"^[A-Za-z0-9][A-Za-z0-9._@-]*\Z",
                _("Tên đăng nhập chỉ gồm chữ không dấu, chữ số, dấu chấm và gạch nối, viết liền."),
            )
        ],
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    full_name = forms.CharField(
        label=_("Họ và tên"),
        max_length=120,
        help_text=_("Bỏ trống nếu người này đã có tài khoản."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("Thư điện tử"),
        max_length=254,
        required=False,
        error_messages={"invalid": _("Địa chỉ thư điện tử chưa đúng; hãy nhập như ten@coquan.gov.vn.")},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, holding: Holding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.holding = holding
        given = roles_to_give(holding)
        self.fields["role"].choices = [(role.value, role.label) for role in given]  # type: ignore[attr-defined]
        self.fields["full_name"].required = self.data.get("person") != KNOWN
        if given == [Role.REPORTER]:
            self.fields["role"].initial = Role.REPORTER
            del self.fields["signs"]

    def clean(self) -> dict[str, Any]:
        """Find the person meant (`user`, None for a new one)."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        cleaned.setdefault("signs", False)
        cleaned["user"] = None
        if cleaned.get("person") == KNOWN and "username" in cleaned:
            cleaned["user"] = known_person(cleaned["username"], tenant=self.holding.tenant)
            if cleaned["user"] is None:
                said = gettext("Không thấy ai của tỉnh đăng nhập bằng tên “%(username)s”; hãy kiểm tra lại.")
                self.add_error("username", said % {"username": cleaned["username"]})
        return cleaned


class PasswordForm(forms.Form):
    """One's own new password. The one in use is asked for, unless it was given for one sign-in and just served that."""

    current = forms.CharField(
        label=_("Mật khẩu đang dùng"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu mới"),
        strip=False,
        help_text=_("Ít nhất 14 ký tự. Tốt nhất là một câu dễ nhớ, gõ không dấu."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Nhập lại mật khẩu mới"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, call: Call, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.call = call
        if call.holding.user.must_change:
            del self.fields["current"]

    def clean_current(self) -> str:
        """The password in use, guarded against guessing as signing in is."""
        given: str = self.cleaned_data["current"]
        user, at = self.call.holding.user, self.call.at
        if until := paused_until(self.call, user.username, at):
            raise ValidationError(_paused(until, at), code="paused")
        if not user.check_password(given):
            note_wrong(self.call, user.username, at)
            raise ValidationError(gettext("Mật khẩu đang dùng chưa đúng; mật khẩu chưa đổi."))
        note_right(user.username)
        return given

    def clean_again(self) -> str:
        """The same new password a second time."""
        again: str = self.cleaned_data["again"]
        if self.cleaned_data.get("password") not in (None, again):
            raise ValidationError(gettext("Hai lần nhập mật khẩu mới chưa giống nhau."))
        return again


def _paused(until: datetime, at: datetime) -> str:
    minutes = int((until - at).total_seconds() // 60) + 1
    said = gettext("Đã thử sai nhiều lần. Hãy đợi %(minutes)d phút rồi thử lại; tài khoản không bị khóa.")
    return said % {"minutes": minutes}
