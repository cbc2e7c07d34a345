"""Tỉnh Hải Sơn, a province that does not exist: its agencies, posts and people. Only acts create states, so factories
call acts; a state that the acts refuse cannot be tested by accident.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import factory
import pytest

from lantoa.agencies import acts
from lantoa.agencies.models import Agency, AgencyGroup, Holding, Post, Role
from lantoa.tenants.models import Tenant
from lantoa.trail.actors import SETUP

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=VIETNAM)
PASSWORD = "mat-khau-cho-kiem-thu"


class MadeByAct(factory.Factory):
    """Calls `act` with what a test gives and with defaults for the rest."""

    class Meta:
        abstract = True

    by = SETUP
    at = NOW

    @classmethod
    def _create(cls, model_class: type, *args: Any, **given: Any) -> Any:
        return cls.act(*args, **given)  # type: ignore[attr-defined]  # every factory below names its act


class TenantFactory(MadeByAct):
    class Meta:
        model = Tenant

    act = staticmethod(acts.found_tenant)
    name = factory.Sequence(lambda n: f"tỉnh Hải Sơn {n}")
    slug = factory.Sequence(lambda n: f"hai-son-{n}")


class AgencyFactory(MadeByAct):
    class Meta:
        model = Agency

    act = staticmethod(acts.found_agency)
    tenant = factory.SubFactory(TenantFactory)
    name = factory.Sequence(lambda n: f"Sở Thử nghiệm số {n}")


class GroupFactory(MadeByAct):
    class Meta:
        model = AgencyGroup

    act = staticmethod(acts.make_group)
    tenant = factory.SubFactory(TenantFactory)
    name = factory.Sequence(lambda n: f"Nhóm thử nghiệm số {n}")


class PostFactory(MadeByAct):
    class Meta:
        model = Post

    act = staticmethod(acts.make_post)
    agency = factory.SubFactory(AgencyFactory)
    title = "Chuyên viên"
    role = Role.REPORTER


class HoldingFactory(MadeByAct):
    """A person appointed to a post: `HoldingFactory(post__agency=..., post__role=...)`."""

    class Meta:
        model = Holding

    act = staticmethod(acts.appoint)
    post = factory.SubFactory(PostFactory)
    username = factory.Sequence(lambda n: f"nguoi-dung-{n}")
    password = PASSWORD


@pytest.fixture
def now() -> datetime:
    """Monday 2 March 2026, nine in the morning in Viet Nam."""
    return NOW


@pytest.fixture
def tenant(db: None) -> Tenant:
    return TenantFactory(name="tỉnh Hải Sơn", slug="hai-son")


@pytest.fixture
def ubnd(tenant: Tenant) -> Agency:
    """The province's People's Committee, which orders."""
    return AgencyFactory(tenant=tenant, name="Ủy ban nhân dân tỉnh Hải Sơn", symbol="UBND")


@pytest.fixture
def so_vhttdl(tenant: Tenant, ubnd: Agency) -> Agency:
    """The department that leads the programme."""
    return AgencyFactory(tenant=tenant, name="Sở Văn hóa, Thể thao và Du lịch", symbol="SVHTTDL", parent=ubnd)


@pytest.fixture
def so_tai_chinh(tenant: Tenant, ubnd: Agency) -> Agency:
    return AgencyFactory(tenant=tenant, name="Sở Tài chính", symbol="STC", parent=ubnd)


@pytest.fixture
def bao(tenant: Tenant) -> Agency:
    """The province's newspaper."""
    return AgencyFactory(tenant=tenant, name="Báo Hải Sơn", symbol="BHS", kind=Agency.Kind.PRESS)


@pytest.fixture
def commune_group(tenant: Tenant) -> AgencyGroup:
    return GroupFactory(tenant=tenant, name="UBND các xã, phường")


@pytest.fixture
def communes(tenant: Tenant, commune_group: AgencyGroup) -> list[Agency]:
    """Three communes, members of the group since ever."""
    names = ["UBND xã An Khê", "UBND xã Bình Lục", "UBND phường Cửa Đông"]
    made = [AgencyFactory(tenant=tenant, name=name, symbol="UBND", level=Agency.Level.COMMUNE) for name in names]
    for commune in made:
        acts.join_group(group=commune_group, agency=commune, by=SETUP, at=NOW)
    return made


@pytest.fixture
def coordinator(so_vhttdl: Agency) -> Holding:
    return HoldingFactory(
        post__agency=so_vhttdl, post__title="Trưởng phòng Quản lý văn hóa", post__role=Role.COORDINATOR,
        username="dieu-phoi",
    )  # fmt: skip


@pytest.fixture
def leader(ubnd: Agency) -> Holding:
    return HoldingFactory(
        post__agency=ubnd, post__title="Phó Chủ tịch", post__role=Role.LEADER, post__signs=True, username="lanh-dao"
    )


@pytest.fixture
def reporter(so_tai_chinh: Agency) -> Holding:
    return HoldingFactory(post__agency=so_tai_chinh, username="so-tai-chinh")


@pytest.fixture
def other_reporter(communes: list[Agency]) -> Holding:
    """Reports for the first commune."""
    return HoldingFactory(post__agency=communes[0], username="xa-an-khe")


@pytest.fixture
def administrator(so_vhttdl: Agency) -> Holding:
    return HoldingFactory(
        post__agency=so_vhttdl, post__title="Quản trị hệ thống", post__role=Role.ADMINISTRATOR, username="quan-tri"
    )
