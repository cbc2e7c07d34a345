"""Post, not person: duties and approvals hang on posts; people hold posts from a day to a day."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from lantoa.agencies.models.bodies import Agency
from lantoa.tenants.models import Edited, Owned


class Role(models.TextChoices):
    """What a post may do. The permission table of the hall decides page by page."""

    REPORTER = "reporter", _("Đầu mối báo cáo")
    COORDINATOR = "coordinator", _("Điều phối viên")
    LEADER = "leader", _("Lãnh đạo phê duyệt")
    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")


class UserManager(BaseUserManager["User"]):
    """Finds users by login name, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username__iexact=username or "")


class User(AbstractBaseUser):
    """A person who signs in. No tie to an agency: posts tie them. E-mail is optional.

    `must_change`: the password was given by somebody else, for one sign-in; the person must set an own one first.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=80, unique=True)
    full_name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    must_change = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("username"), name="username_once_whatever_case")]

    def __str__(self) -> str:
        return self.full_name or self.username


class Post(Edited):
    """A post in an agency: its title ("Phó Giám đốc Sở") and what it may do. `signs` posts sign papers."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=Role.choices)
    signs = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "title", "role"], name="post_once_per_agency")]

    def __str__(self) -> str:
        return f"{self.title}, {self.agency}"


class HoldingQuerySet(models.QuerySet["Holding"]):
    """Who holds what, when."""

    def current(self, at: datetime) -> HoldingQuerySet:
        return self.filter(Q(until=None) | Q(until__gt=at), since__lte=at)


class Holding(Owned):
    """A person holds a post from an instant to an instant. Every act of a person is done in a holding."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="holdings")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    objects = HoldingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "post"], condition=Q(until=None), name="holding_once_at_a_time"),
            models.CheckConstraint(condition=Q(until=None) | Q(since__lte=F("until")), name="holding_dates_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.post})"

    @property
    def actor_id(self) -> str:
        return str(self.id)

    @property
    def actor_label(self) -> str:
        return str(self)

    @property
    def agency(self) -> Agency:
        return self.post.agency

    @property
    def role(self) -> str:
        return self.post.role

    def is_in(self, *roles: Any) -> bool:
        """True when the post has one of these roles."""
        return self.post.role in roles
