"""Two journeys as people make them, without JavaScript: a report from a phone, a plan from a desk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.needs import needs_chromium
from tests.universe.agencies import PASSWORD

pytestmark = [pytest.mark.browser, needs_chromium]
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "ke-hoach-hai-son-2026.docx"
LEAD = "Sở Văn hóa, Thể thao và Du lịch"


def sign_in(page: Page, username: str) -> None:
    page.goto("/viec-cua-toi/")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Việc của tôi")


def stays_within(page: Page) -> None:
    """Nothing reaches beyond the width of the screen."""
    assert page.viewport_size is not None
    for part in page.locator("main, header, footer, h1, .rows, .facts, form, button").all():
        place = part.bounding_box()
        assert place is None or place["x"] + place["width"] <= page.viewport_size["width"] + 1, part.inner_text()


def test_an_officer_reports_from_a_phone(at_width: Open) -> None:
    page = at_width(360)
    sign_in(page, "so-tai-chinh")
    stays_within(page)
    page.get_by_role("button", name="Bắt đầu").click()
    stays_within(page)

    page.get_by_role("link", name="Kết quả thực hiện").click()
    expect(page.get_by_label("Nội dung")).to_contain_text("Tọa đàm về ngân sách")
    page.get_by_label("Đã xong phần này").check()
    page.get_by_role("button", name="Lưu phần này").click()

    page.get_by_role("link", name="Số liệu").click()
    stays_within(page)
    attended = page.locator("#id_luot-nguoi-su-kien")
    expect(attended).to_have_value("45")
    attended.fill("bốn mươi lăm")
    page.get_by_role("button", name="Lưu số liệu").click()
    expect(page).to_have_title(re.compile("^Lỗi: "))
    expect(attended).to_have_value("bốn mươi lăm")
    page.locator(".errors a").click()
    expect(page).to_have_url(re.compile("#id_luot-nguoi-su-kien$"))
    attended.fill("45")
    page.get_by_role("button", name="Lưu số liệu").click()

    page.get_by_role("link", name="Kiểm tra trước khi gửi").click()
    stays_within(page)
    expect(page.get_by_text("45 lượt người", exact=True)).to_be_visible()
    page.get_by_role("button", name=f"Gửi báo cáo về {LEAD}").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Đã nhận báo cáo")
    code = page.locator(".receipt .code").inner_text()
    assert re.fullmatch(r"BC-\w{5}-\w{5}", code)
    stays_within(page)
    page.go_back()
    page.get_by_role("button", name=f"Gửi báo cáo về {LEAD}").click()
    expect(page.locator(".receipt .code")).to_have_text(code)
    page.get_by_role("link", name="Về Việc của tôi").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Việc của tôi")
    expect(page.get_by_text("Làm và gửi báo cáo")).to_have_count(0)


def test_a_coordinator_takes_a_plan_in(at_width: Open) -> None:
    page = at_width(1280)
    sign_in(page, "dieu-phoi")
    page.get_by_role("navigation").get_by_role("link", name="Kế hoạch").click()
    page.get_by_role("link", name="Đưa kế hoạch vào").click()
    page.get_by_label("Tệp kế hoạch").set_input_files(EXAMPLE)
    page.get_by_role("button", name="Đọc kế hoạch").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rà soát bản đọc")

    page.get_by_role("link", name="Tên kế hoạch").click()
    lit = page.locator("mark:target")
    expect(lit).to_contain_text("Thông tin, truyền thông về ASEAN")
    expect(lit).to_have_css("background-color", "rgb(255, 226, 122)")
    expect(lit).to_be_in_viewport()

    page.get_by_role("button", name="Sửa thành 13/7/2021").first.click()
    expect(page.get_by_role("status")).to_contain_text("Đã điền")
    page.get_by_role("button", name="Chấp nhận phần chắc chắn").click()
    expect(page.get_by_role("status")).to_contain_text("Đã chấp nhận")
    page.get_by_role("link", name="Xác nhận kế hoạch").click()
    page.get_by_label("Cơ quan chủ trì chương trình").select_option(label=LEAD)
    page.get_by_role("button", name="Xác nhận, để ngỏ").click()
    expect(page.get_by_role("status")).to_contain_text("đang thực hiện")
    page.get_by_role("link", name=re.compile("^Xem .* nhiệm vụ")).click()
    expect(page.get_by_text("Tập huấn kỹ năng viết tin").first).to_be_visible()
