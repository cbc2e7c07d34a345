"""A province begins: from `lantoa init` to the first focal point at her own work, as people do it, without JavaScript."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, served
from tests.browser.test_journeys import stays_within
from tests.installation import installation
from tests.needs import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]
LEAD = "Sở Văn hóa, Thể thao và Du lịch"
FIRST_PASSWORDS: dict[str, str] = {}
"""What `lantoa init` told, by sign-in name."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an installation that `lantoa init` began and nothing else."""
    data: Path = tmp_path_factory.mktemp("beginning") / "data"
    with installation(data) as place:
        told = json.loads(place.lantoa("init", "--province", "tỉnh Hải Sơn", "--lead", LEAD, "--json"))
        FIRST_PASSWORDS.update({person["username"]: person["password"] for person in told["people"]})
        with served(place) as address:
            yield address


def enter(page: Page, username: str, first: str, own: str) -> None:
    """Sign in with a one-time password and set an own one."""
    page.goto("/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(first)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đặt mật khẩu của bạn")
    stays_within(page)
    page.goto("/viec-cua-toi/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đặt mật khẩu của bạn")
    page.get_by_label("Mật khẩu mới", exact=True).fill(own)
    page.get_by_label("Nhập lại mật khẩu mới").fill(own)
    page.get_by_role("button", name="Đặt mật khẩu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Việc của tôi")
    expect(page.get_by_role("status")).to_contain_text("Đã đổi mật khẩu")


def test_from_init_to_the_first_focal_point(at_width: Open) -> None:
    page = at_width(1280)
    enter(page, "quan-tri", FIRST_PASSWORDS["quan-tri"], "cau-rieng-cua-quan-tri")
    page.get_by_role("navigation").get_by_role("link", name="Cơ quan").click()
    page.get_by_role("link", name="Thêm cơ quan").click()
    page.get_by_label("Tên đầy đủ").fill("Sở Tài chính")
    page.get_by_role("button", name="Thêm cơ quan").click()
    expect(page.get_by_text("Chưa có ai giữ vị trí nào")).to_be_visible()

    page.get_by_role("link", name="Cử người").click()
    page.get_by_label("Chức danh").fill("Chuyên viên tổng hợp")
    page.get_by_label("Đầu mối báo cáo").check()
    page.get_by_label("Tên đăng nhập").fill("so-tai-chinh")
    page.get_by_label("Họ và tên").fill("Đầu mối Sở Tài chính")
    page.get_by_role("button", name="Cử người").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mật khẩu dùng một lần")
    username, password = page.locator(".receipt .code").all_inner_texts()
    assert username == "so-tai-chinh"
    page.get_by_role("link", name="Xong, về trang cơ quan").click()
    expect(page.get_by_text("Đầu mối Sở Tài chính, từ")).to_be_visible()
    expect(page.get_by_text(password)).to_have_count(0)

    phone = at_width(360)
    enter(phone, username, password, "cau-rieng-cua-dau-moi")
    expect(phone.get_by_text("Không có việc nào đang chờ")).to_be_visible()
    stays_within(phone)

    page.get_by_role("link", name="Thôi giữ").click()
    page.get_by_role("button", name="Thôi giữ").click()
    expect(page.get_by_text("Đang trống")).to_be_visible()
    phone.reload()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Chọn vị trí làm việc")
