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
    Area,
    AreaCode,
    AreaSuccession,
    Holding,
    Membership,
    Post,
    Role,
    Succession,
    User,
)
from lantoa.agencies.queries import holdings_of
from lantoa.agencies.rules import may_staff
from lantoa.agencies.units import SCHEME, source, units
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Tenant
from lantoa.tenants.rules import hold, refuse_stale
from lantoa.trail.actors import Actor
from lantoa.trail.acts import record
from lantoa.viet.bodies import canonical

TAKEN = marked("Tên “%(text)s” đã được dùng cho %(agency)s; hãy chọn tên khác hoặc sửa tên kia trước.")
NAMELESS = marked("Tên đang để trống; hãy nhập tên cơ quan.")
USERNAME_TAKEN = marked("Tên đăng nhập “%(username)s” đã có người dùng; hãy chọn tên khác.")
USERNAMELESS = marked("Tên đăng nhập đang để trống; hãy nhập tên đăng nhập.")
WEAK = marked("Mật khẩu chưa đủ mạnh: %(why)s")
WEAKNESSES = {
    "password_too_short": marked("Mật khẩu chưa đủ mạnh; hãy dùng ít nhất %(min_length)s ký tự."),
    "password_too_common": marked("Mật khẩu chưa đủ mạnh vì quá nhiều người dùng nó; hãy chọn một câu khác."),
}
"""What Django's validators find, in words of our own: its Vietnamese catalogue lacks some of theirs."""
SAME_PASSWORD = marked("Mật khẩu mới giống mật khẩu đang dùng; hãy chọn mật khẩu khác.")
NOT_YOURS = marked("Vị trí “%(title)s” chỉ người quản trị hệ thống của tỉnh mới cử người; chưa có gì thay đổi.")
HOLDS_MORE = marked(
    "%(person)s còn giữ vị trí khác mà bạn không quản lý nên mật khẩu chưa đổi; hãy nhờ người quản trị hệ thống."
)
LAST_ADMINISTRATOR = marked(
    "%(person)s là người quản trị hệ thống duy nhất của tỉnh nên chưa thôi giữ được; hãy cử người quản trị khác trước."
)
ENDED = marked("%(agency)s đã kết thúc hoạt động từ ngày %(day)s.")


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
    """Let `text` mean this agency. Refuses a text that already means another, or is another's name."""
    key = canonical(text)
    if namesake := Agency.objects.filter(tenant=agency.tenant, folded=key).exclude(pk=agency.pk).first():
        raise Refusal("alias_taken", TAKEN, field="text", text=text, agency=namesake.name)
    taken = Alias.objects.filter(tenant=agency.tenant, folded=key).select_related("agency").first()
    if taken and taken.agency_id == agency.id:
        return taken
    if taken:
        raise Refusal("alias_taken", TAKEN, field="text", text=text, agency=taken.agency.name)
    alias = Alias.objects.create(tenant=agency.tenant, agency=agency, text=text, folded=key)
    record("alias_given", agency, by=by, at=at, text=text)
    return alias


@transaction.atomic
def rename(*, agency: Agency, name: str, since: date, by: Actor, at: datetime, seen: int | None = None) -> Agency:
    """Give an agency a new name from a day on; the old name stays on record and is still understood, unless another
    agency goes by it.
    """
    if not name.strip():
        raise Refusal("nameless", NAMELESS, field="name")
    refuse_stale(agency, seen)
    old = Alias.objects.filter(tenant=agency.tenant, folded=agency.folded)
    if not old.exists():
        Alias.objects.create(tenant=agency.tenant, agency=agency, text=agency.name, folded=agency.folded)
    agency.names.filter(until=None).update(until=since)
    AgencyName.objects.create(tenant=agency.tenant, agency=agency, name=name, since=since)
    agency.name, agency.folded = name, canonical(name)
    agency.version += 1
    agency.save()
    record("agency_renamed", agency, by=by, at=at, name=name, since=since)
    return agency


@transaction.atomic
def give_symbol(*, agency: Agency, symbol: str, by: Actor, at: datetime, seen: int | None = None) -> Agency:
    """Enter how symbols of papers write this agency ("SVHTTDL")."""
    refuse_stale(agency, seen)
    agency.symbol = symbol
    agency.version += 1
    agency.save()
    record("symbol_given", agency, by=by, at=at, symbol=symbol)
    return agency


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
def leave_group(*, membership: Membership, on: date, by: Actor, at: datetime) -> Membership:
    """End a membership: from `on` the agency is no member any more."""
    membership.until = on
    membership.save()
    record("group_left", membership.group, by=by, at=at, agency=membership.agency_id, on=on)
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
    """Write down what became of an agency. It ends on `on`; its figures stay with it. Several heirs of the same day
    share its work by `function`. An agency that only changes its name lives on: see `rename`.
    """
    refuse_stale(predecessor, None)
    if predecessor.ended_on not in (None, on):
        raise Refusal("ended_already", ENDED, agency=predecessor.name, day=predecessor.ended_on)
    succession = Succession.objects.create(
        tenant=predecessor.tenant,
        predecessor=predecessor,
        successor=successor,
        kind=kind,
        on=on,
        function=function,
        source=source,
    )
    predecessor.ended_on = on
    predecessor.version += 1
    predecessor.save()
    record("agency_succeeded", predecessor, by=by, at=at, successor=successor and successor.id, kind=kind, on=on)
    return succession


@transaction.atomic
def make_post(*, agency: Agency, title: str, role: str, by: Actor, at: datetime, signs: bool = False) -> Post:
    """Enter a post of an agency; the same title and role give the same post, signing or not as it was."""
    post, made = Post.objects.get_or_create(
        agency=agency, title=title, role=role, defaults={"tenant": agency.tenant, "signs": signs}
    )
    _refuse_unless_may_staff(by, post)
    if made:
        record("post_made", post, by=by, at=at, title=title, role=role)
    return post


@transaction.atomic
def let_sign(*, post: Post, signs: bool, by: Actor, at: datetime, seen: int | None = None) -> Post:
    """Say whether whoever holds a post signs papers; saying it again changes nothing."""
    refuse_stale(post, seen)
    _refuse_unless_may_staff(by, post)
    if post.signs == signs:
        return post
    post.signs = signs
    _refuse_unless_may_staff(by, post)
    post.version += 1
    post.save()
    record("signing_set", post, by=by, at=at, title=post.title, signs=signs)
    return post


def _refuse_unless_may_staff(by: Actor, post: Post) -> None:
    if not may_staff(by, post):
        raise Refusal("not_yours", NOT_YOURS, title=post.title)


@transaction.atomic
def appoint(
    *,
    post: Post,
    username: str,
    password: str | None,
    by: Actor,
    at: datetime,
    full_name: str = "",
    email: str = "",
    one_time: bool = False,
) -> Holding:
    """Let a new person hold a post. Without a password the person cannot sign in until one is set; a `one_time` one
    must be changed at the first sign-in.
    """
    _refuse_unless_may_staff(by, post)
    if not username.strip():
        raise Refusal("usernameless", USERNAMELESS, field="username")
    if User.objects.filter(username__iexact=username).exists():
        raise Refusal("username_taken", USERNAME_TAKEN, field="username", username=username)
    user = User(username=username, full_name=full_name, email=email, must_change=one_time)
    _set_password(user, password)
    user.save()
    return _hold(user, post, by, at)


@transaction.atomic
def appoint_also(*, post: Post, user: User, by: Actor, at: datetime) -> Holding:
    """Let a person who is known already hold one more post; the same post is held once at a time."""
    _refuse_unless_may_staff(by, post)
    held = Holding.objects.filter(user=user, post=post, until=None).first()
    return held or _hold(user, post, by, at)


def _hold(user: User, post: Post, by: Actor, at: datetime) -> Holding:
    holding = Holding.objects.create(tenant=post.tenant, user=user, post=post, since=at)
    record("appointed", holding, by=by, at=at, username=user.username, title=post.title)
    return holding


@transaction.atomic
def change_password(*, holding: Holding, password: str, by: Actor, at: datetime) -> Holding:
    """Set the password that the person in a post chose. Refuses a weak one, and the one in use."""
    if holding.user.check_password(password):
        raise Refusal("same_password", SAME_PASSWORD, field="password")
    _keep_password(holding.user, password, must_change=False)
    record("password_changed", holding, by=by, at=at)
    return holding


@transaction.atomic
def give_password(*, holding: Holding, password: str, by: Actor, at: datetime) -> Holding:
    """Give somebody who forgot the password a new one, to be changed at the next sign-in; wherever the person was
    signed in, it ends. Refuses when the person also holds a post that `by` may not fill: its power would come along.
    """
    if not all(may_staff(by, held.post) for held in [holding, *holdings_of(holding.user, at)]):
        raise Refusal("holds_more", HOLDS_MORE, person=str(holding.user))
    _keep_password(holding.user, password, must_change=True)
    record("password_given", holding, by=by, at=at, username=holding.user.username)
    return holding


def _keep_password(user: User, password: str, *, must_change: bool) -> None:
    _set_password(user, password)
    user.must_change = must_change
    user.save(update_fields=["password", "must_change"])


def _set_password(user: User, password: str | None) -> None:
    if password is None:
        user.set_unusable_password()
        return
    try:
        validate_password(password, user)
    except ValidationError as fault:
        first = fault.error_list[0]
        if sentence := WEAKNESSES.get(first.code or ""):
            raise Refusal("weak_password", sentence, field="password", **(first.params or {})) from None
        raise Refusal("weak_password", WEAK, field="password", why=" ".join(fault.messages)) from None
    user.set_password(password)


@transaction.atomic
def dismiss(*, holding: Holding, by: Actor, at: datetime) -> Holding:
    """End a holding: within one request the person is out. One may lay down an own post; ending it again changes
    nothing. Refuses to leave a province without an administrator.
    """
    if by != holding:
        _refuse_unless_may_staff(by, holding.post)
    hold(holding.tenant)
    holding.refresh_from_db(fields=["until"])
    if holding.until is not None and holding.until <= at:
        return holding
    _refuse_last_administrator(holding, at)
    holding.until = at
    holding.save()
    record("dismissed", holding, by=by, at=at)
    return holding


def _refuse_last_administrator(holding: Holding, at: datetime) -> None:
    """Holds the province before, so that two administrators cannot end each other at once."""
    others = Holding.objects.current(at).filter(tenant=holding.tenant_id, post__role=Role.ADMINISTRATOR)
    if holding.is_in(Role.ADMINISTRATOR) and not others.exclude(pk=holding.pk).exists():
        raise Refusal("last_administrator", LAST_ADMINISTRATOR, person=str(holding.user))


@transaction.atomic
def enter_areas(*, tenant: Tenant, by: Actor, at: datetime) -> int:
    """Enter the provinces of `units/provinces.toml`, with codes and mergers, where they are not there yet; returns how
    many were entered.
    """
    hold(tenant)
    known = Area.objects.filter(tenant=tenant, level=Area.Level.PROVINCE)
    there = {(area.name, area.began_on): area for area in known}
    fresh = [unit for unit in units() if (unit.name, unit.since) not in there]
    made = [
        Area(
            tenant=tenant, level=Area.Level.PROVINCE, name=unit.name, folded=canonical(unit.name),
            began_on=unit.since, ended_on=unit.until, source=source(),
        )
        for unit in fresh
    ]  # fmt: skip
    there |= {(area.name, area.began_on): area for area in Area.objects.bulk_create(made)}
    AreaCode.objects.bulk_create(
        AreaCode(tenant=tenant, area=area, scheme=SCHEME, code=unit.code, since=unit.since, until=unit.until)
        for unit, area in zip(fresh, made, strict=True)
    )
    AreaSuccession.objects.bulk_create(
        AreaSuccession(
            tenant=tenant, predecessor=area, successor=there[unit.into, unit.until], on=unit.until,
            source=unit.by or source(),
        )
        for unit, area in zip(fresh, made, strict=True) if unit.until
    )  # fmt: skip
    if fresh:
        record("areas_entered", tenant, by=by, at=at, areas=len(fresh))
    return len(fresh)
