"""`lantoa init`: found the province of an installation, with the first two people who may sign in."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from lantoa.commands.demo import MARK
from lantoa.commands.setup import province_stands, ready, start
from lantoa.refusals import Refusal, marked
from lantoa.viet.bodies import canonical
from lantoa.viet.letters import slug

KINDS = ("tỉnh", "thành phố")
"""The kinds of unit of the provincial level (Law on the organisation of local government 2025, article 1)."""

NO_KIND = marked(
    "Chưa rõ “%(name)s” là tỉnh hay thành phố; hãy viết đủ, ví dụ: --province “tỉnh Hải Sơn”. Chưa có gì thay đổi."
)
ONE_BODY = marked("Cơ quan ban hành và cơ quan chủ trì phải là hai cơ quan khác nhau; chưa có gì thay đổi.")
REHEARSAL = marked(
    "Thư mục “%(folder)s” là của một lần diễn tập nên không dùng cho việc thật, chưa có gì thay đổi; "
    "hãy chọn thư mục khác bằng --data."
)
STANDS = marked(
    "Thư mục “%(folder)s” đã có %(province)s, chưa có gì thay đổi; hãy chạy “lantoa serve” để làm việc tiếp, "
    "hoặc chọn thư mục khác bằng --data."
)


@dataclass(frozen=True, slots=True)
class Body:
    """An agency that was founded."""

    name: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who may sign in, with the password for the first time."""

    username: str
    password: str
    post: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """What `lantoa init` made."""

    province: str
    address: str
    issuer: Body
    lead: Body
    people: list[Person]


def init(*, data: Path, province: str, lead: str, lead_symbol: str, issuer: str, as_json: bool) -> int:
    """Bring the database to this version, found the province, and tell who may sign in.

    Refuses a folder of a rehearsal, and one that holds a province, before anything is changed.
    """
    kind, province = kind_and_name(province)
    issuer = issuer or f"Ủy ban nhân dân {province}"
    if canonical(issuer) == canonical(lead):
        raise Refusal("one_body", ONE_BODY)
    if (data / MARK).exists():
        raise Refusal("rehearsal", REHEARSAL, folder=data.absolute())
    start()
    _refuse_second(data)
    ready(migrate=True)
    _tell(_found(data, kind, province, lead, lead_symbol, issuer), data, as_json=as_json)
    return 0


def kind_and_name(province: str) -> tuple[str, str]:
    """The kind of a province and its name as papers write it: "Tỉnh Hải Sơn" gives ("tỉnh", "tỉnh Hải Sơn")."""
    for kind in KINDS:
        head, rest = province[: len(kind)], province[len(kind) :]
        if head.lower() == kind and rest.startswith(" ") and slug(rest):
            return kind, kind + rest
    raise Refusal("no_kind", NO_KIND, name=province)


def _refuse_second(data: Path) -> None:
    if name := province_stands():
        raise Refusal("stands", STANDS, folder=data.absolute(), province=name)


def _found(data: Path, kind: str, province: str, lead: str, lead_symbol: str, issuer: str) -> Beginning:
    """Found everything at once or nothing."""
    from django.db import transaction
    from django.utils import timezone

    from lantoa.agencies import acts
    from lantoa.agencies.models import Agency, Role
    from lantoa.agencies.rules import proposed_symbol
    from lantoa.trail.actors import SETUP
    from lantoa.web.signin import one_time_password

    at = timezone.now()

    def appointed(agency: Agency, title: str, role: Role, username: str) -> Person:
        password = one_time_password()
        post = acts.make_post(agency=agency, title=title, role=role, by=SETUP, at=at)
        acts.appoint(post=post, username=username, password=password, one_time=True, by=SETUP, at=at)
        return Person(username, password, str(post))

    with transaction.atomic():
        _refuse_second(data)
        tenant = acts.found_tenant(name=province, slug=slug(province)[:80], by=SETUP, at=at)
        above = acts.found_agency(tenant=tenant, name=issuer, symbol="UBND", by=SETUP, at=at)
        acts.give_alias(agency=above, text=f"UBND {kind}", by=SETUP, at=at)
        symbol = lead_symbol or proposed_symbol(lead)[:40]
        below = acts.found_agency(tenant=tenant, name=lead, symbol=symbol, parent=above, by=SETUP, at=at)
        people = [
            appointed(below, "Quản trị hệ thống", Role.ADMINISTRATOR, "quan-tri"),
            appointed(below, "Chuyên viên điều phối", Role.COORDINATOR, "dieu-phoi"),
        ]
    return Beginning(
        tenant.name, f"/cong/{tenant.slug}/", Body(above.name, above.symbol), Body(below.name, below.symbol), people
    )


def _tell(made: Beginning, data: Path, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(asdict(made), ensure_ascii=False, indent=2))
        return
    print(f"Đã lập {made.province} trong {data.absolute()}.")
    print(f"  Cơ quan ban hành: {made.issuer.name} ({made.issuer.symbol})")
    print(f"  Cơ quan chủ trì:  {made.lead.name} ({made.lead.symbol})")
    print("\nĐăng nhập lần đầu (mật khẩu dùng một lần, chỉ hiện ở đây; vào là phải đặt mật khẩu riêng):")
    for person in made.people:
        print(f"  {person.username:<12} {person.password:<22} {person.post}")
    place = "" if data == Path("data") else f" --data {data}"
    print(f"\nTiếp theo: chạy “lantoa serve{place}”, đăng nhập quan-tri rồi cử người ở từng cơ quan.")
