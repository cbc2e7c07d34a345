"""Founding agencies, grouping them, naming them; making posts and appointing people."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from lantoa.agencies.models import (
    Agency,
    AgencyGroup,
    AgencyName,
    Alias,
    Holding,
    Membership,
    Post,
    Succession,
    User,
)
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import Actor
from lantoa.trail.acts import record
from lantoa.viet.bodies import canonical

TAKEN = marked("Tên “%(text)s” đã được dùng cho %(agency)s; hãy chọn tên khác hoặc sửa tên kia trước.")
NAMELESS = marked("Tên đang để trống; hãy nhập tên cơ quan.")
USERNAME_TAKEN = marked("Tên đăng nhập “%(username)s” đã có người dùng; hãy chọn tên khác.")
WEAK = marked("Mật khẩu chưa đủ mạnh: %(why)s")


@transaction.atomic
def found_tenant(*, name: str, slug: str, by: Actor, at: datetime) -> Tenant:
    """Begin a province, the owner of all that follows."""
    tenant = Tenant.objects.create(name=name, slug=slug)
    record("tenant_founded", tenant, by=by, at=at, name=name)
    return tenant


@transaction.atomic
def found_agency(
    *,
    tenant: Tenant,
    name: str,
    by: Actor,
    at: datetime,
    kind: str = Agency.Kind.STATE,
    level: str = Agency.Level.PROVINCE,
    symbol: str = "",
    parent: Agency | None = None,
    founded_on: date | None = None,
    pretended: bool = False,
) -> Agency:
    """Enter an agency, with its name as of `founded_on`. `pretended` marks one that only a rehearsal plays."""
    if not name.strip():
        raise Refusal("nameless", NAMELESS, field="name")
    agency = Agency.objects.create(
        tenant=tenant,
        name=name,
        folded=canonical(name),
        kind=kind,
        level=level,
        symbol=symbol,
        parent=parent,
        founded_on=founded_on,
        pretended=pretended,
    )
    AgencyName.objects.create(tenant=tenant, agency=agency, name=name, since=founded_on)
    record("agency_founded", agency, by=by, at=at, name=name, pretended=pretended)
    return agency


@transaction.atomic
def give_alias(*, agency: Agency, text: str, by: Actor, at: datetime) -> Alias:
    """Let `text` mean this agency. Refuses a text that already means another."""
    key = canonical(text)
    taken = Alias.objects.filter(tenant=agency.tenant, folded=key).select_related("agency").first()
    if taken and taken.agency_id == agency.id:
        return taken
    if taken:
        raise Refusal("alias_taken", TAKEN, field="text", text=text, agency=taken.agency.name)
    alias = Alias.objects.create(tenant=agency.tenant, agency=agency, text=text, folded=key)
    record("alias_given", agency, by=by, at=at, text=text)
    return alias


@transaction.atomic
def make_group(*, tenant: Tenant, name: str, by: Actor, at: datetime) -> AgencyGroup:
    """Enter a group as plans address it; the same name gives the same group."""
    group, made = AgencyGroup.objects.get_or_create(tenant=tenant, folded=canonical(name), defaults={"name": name})
    if made:
        record("group_made", group, by=by, at=at, name=name)
    return group


@transaction.atomic
def join_group(*, group: AgencyGroup, agency: Agency, by: Actor, at: datetime, since: date | None = None) -> Membership:
    """Make an agency a member of a group from a day on; once at a time."""
    membership, made = Membership.objects.get_or_create(
        group=group, agency=agency, until=None, defaults={"tenant": group.tenant, "since": since}
    )
    if made:
        record("group_joined", group, by=by, at=at, agency=agency.id)
    return membership


@transaction.atomic
def succeed(
    *,
    predecessor: Agency,
    successor: Agency | None,
    kind: str,
    on: date,
    by: Actor,
    at: datetime,
    function: str = "",
    source: str = "",
) -> Succession:
    """Write down what became of an agency. It ends on `on` unless only its name changed; its figures stay with it."""
    succession = Succession.objects.create(
        tenant=predecessor.tenant,
        predecessor=predecessor,
        successor=successor,
        kind=kind,
        on=on,
        function=function,
        source=source,
    )
    if kind != Succession.Kind.RENAMED:
        predecessor.ended_on = on
        predecessor.version += 1
        predecessor.save()
    record("agency_succeeded", predecessor, by=by, at=at, successor=successor and successor.id, kind=kind, on=on)
    return succession


@transaction.atomic
def make_post(*, agency: Agency, title: str, role: str, by: Actor, at: datetime, signs: bool = False) -> Post:
    """Enter a post of an agency; the same title and role give the same post."""
    post, made = Post.objects.get_or_create(
        agency=agency, title=title, role=role, defaults={"tenant": agency.tenant, "signs": signs}
    )
    if made:
        record("post_made", post, by=by, at=at, title=title, role=role)
    return post


@transaction.atomic
def appoint(
    *, post: Post, username: str, password: str | None, by: Actor, at: datetime, full_name: str = "", email: str = ""
) -> Holding:
    """Let a new person hold a post. Without a password the person cannot sign in until one is set."""
    if User.objects.filter(username__iexact=username).exists():
        raise Refusal("username_taken", USERNAME_TAKEN, field="username", username=username)
    user = User(username=username, full_name=full_name, email=email)
    _set_password(user, password)
    user.save()
    holding = Holding.objects.create(tenant=post.tenant, user=user, post=post, since=at)
    record("appointed", holding, by=by, at=at, username=username)
    return holding


def _set_password(user: User, password: str | None) -> None:
    if password is None:
        user.set_unusable_password()
        return
    try:
        validate_password(password, user)
    except ValidationError as fault:
        raise Refusal("weak_password", WEAK, field="password", why=" ".join(fault.messages)) from None
    user.set_password(password)


@transaction.atomic
def dismiss(*, holding: Holding, by: Actor, at: datetime) -> Holding:
    """End a holding: within one request the person is out."""
    holding.until = at
    holding.save()
    record("dismissed", holding, by=by, at=at)
    return holding
