"""A story on the province's public page, and what was done. Made by acts; only acts create states."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import factory
import pytest

from lantoa.activities import acts as activities
from lantoa.activities.models import Activity
from lantoa.agencies.models import Agency, Holding
from lantoa.channels import acts as channels
from lantoa.channels.models import Outlet, Release
from lantoa.materials import acts as materials
from lantoa.materials.models import Material
from lantoa.plans.models import Task
from lantoa.refusals import Refusal
from tests.universe.agencies import NOW, MadeByAct

TITLE = "Ngày hội đọc sách về các nước láng giềng tại thư viện tỉnh"
SUMMARY = "Gần ba trăm học sinh tìm hiểu đời sống của mười nước qua sách, ảnh và trò chơi."
BODY = """Sáng 28 tháng 02, thư viện tỉnh mở cửa đón học sinh của mười hai trường đến ngày hội đọc sách.

Tại ngày hội có:
- gian sách song ngữ do thư viện tuyển chọn;
- góc ảnh chợ nổi, lễ hội mùa và nghề dệt;
- trò chơi ghép bản đồ cho các em nhỏ.

Thư viện giữ gian sách đến hết tháng 3 và cho mượn miễn phí."""


class MaterialFactory(MadeByAct):
    """A draft; `by` is a post that may write for `agency`."""

    class Meta:
        model = Material

    act = staticmethod(materials.begin)
    task = None
    title = TITLE
    summary = SUMMARY
    body = BODY


class ActivityFactory(MadeByAct):
    """A day's work, the last day of February unless said otherwise."""

    class Meta:
        model = Activity

    act = staticmethod(activities.log)
    task = None
    title = factory.Sequence(lambda n: f"Buổi nói chuyện số {n} tại nhà văn hóa")
    began_on = date(2026, 2, 28)


def approved(leader: Holding, **given: Any) -> Material:
    """A material written by `by` and approved by the leader a few hours later."""
    made: Material = MaterialFactory(**given)
    materials.send_for_approval(material=made, by=given["by"], at=NOW + timedelta(hours=1))
    return materials.approve(material=made, by=leader, at=NOW + timedelta(hours=2))


@contextmanager
def refused(code: str, field: str = "") -> Iterator[None]:
    """What is done inside is refused with this code (at this field, if given), and its sentence can be filled."""
    with pytest.raises(Refusal) as caught:
        yield
    assert caught.value.code == code
    assert field in ("", caught.value.field)
    assert "%(" not in str(caught.value)


@pytest.fixture
def public_page(so_vhttdl: Agency, coordinator: Holding) -> Outlet:
    """The province's public page, an outlet of the department that leads."""
    return channels.open_outlet(
        agency=so_vhttdl, kind=Outlet.Kind.PUBLIC_PAGE, name="Trang công khai tỉnh Hải Sơn", by=coordinator, at=NOW
    )


@pytest.fixture
def story(so_vhttdl: Agency, task: Task, coordinator: Holding, leader: Holding) -> Material:
    """An approved story for a task of the plan."""
    return approved(leader, agency=so_vhttdl, task=task, by=coordinator)


@pytest.fixture
def release(story: Material, public_page: Outlet, coordinator: Holding) -> Release:
    """The story, live on the public page."""
    version = story.versions.get()
    return channels.release(version=version, outlet=public_page, by=coordinator, at=NOW + timedelta(hours=3))


@pytest.fixture
def activity(so_tai_chinh: Agency, task: Task, reporter: Holding) -> Activity:
    """Something the finance department did for the same task."""
    return ActivityFactory(agency=so_tai_chinh, task=task, by=reporter, title="Trưng bày pa nô trước trụ sở")
