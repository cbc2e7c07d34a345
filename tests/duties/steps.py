"""What people do on the pages, in the words that stand there."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from playwright.sync_api import Locator, Page, expect

from lantoa.viet.dates import as_short
from lantoa.viet.deadlines import day_in_vietnam
from tests.duties.conftest import Rehearsal


def go(page: Page, word: str) -> Page:
    """By the ways on top of every page of the desk."""
    _to_next_page(page.get_by_role("navigation", name="Các mục").get_by_role("link", name=word, exact=True))
    return page


def press(place: Page | Locator, name: str | re.Pattern[str]) -> None:
    """Press a button, and see the page that comes."""
    _to_next_page(place.get_by_role("button", name=name).first)


def follow(place: Page | Locator, name: str | re.Pattern[str]) -> None:
    """Follow a link, and see the page that comes."""
    _to_next_page(place.get_by_role("link", name=name).first)


def _to_next_page(target: Locator) -> None:
    with target.page.expect_navigation():
        target.click()


def download(place: Page | Locator, name: str) -> tuple[str, bytes]:
    """Save the file behind a link: its name and its bytes."""
    target = place.get_by_role("link", name=name).first
    with target.page.expect_download() as waiting:
        target.click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def said(page: Page) -> str:
    """What the page says about what was just done."""
    return page.get_by_role("status").inner_text()


def fact(page: Page, name: str) -> str:
    """A value of the list of facts."""
    return page.locator("dl.facts dt", has_text=name).first.locator("xpath=following-sibling::dd[1]").inner_text()


def open_plan(page: Page, title: str) -> Page:
    """From the list of plans; of those with one title, the one in force."""
    go(page, "Kế hoạch")
    named = page.locator("main ul.rows > li").filter(has=page.get_by_role("link", name=title))
    running = named.filter(has_text="Đang thực hiện")
    follow(running if running.count() else named, title)
    return page


def upload(page: Page, text: str, name: str = "ke-hoach.txt") -> Page:
    """Send a plan's file; the review opens."""
    go(page, "Kế hoạch")
    follow(page, "Đưa kế hoạch vào")
    page.get_by_label("Tệp kế hoạch").set_input_files({"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    press(page, "Đọc kế hoạch")
    expect(page.get_by_role("heading", level=1)).to_have_text("Rà soát bản đọc")
    return page


def confirm(page: Page) -> Page:
    """From the review: put the plan in force under the lead that stands there, or the first that may be chosen."""
    follow(page, re.compile("^Xác nhận kế hoạch"))
    lead = page.get_by_label("Cơ quan chủ trì chương trình")
    if not lead.input_value():
        lead.select_option(index=1)
    press(page, re.compile("^Xác nhận"))
    assert "đang thực hiện" in said(page)
    return page


def write_story(page: Page, title: str, *, theme: str, leader: Page) -> str:
    """From a task's page: write, send, let the leader approve, release. Returns the public address of the story."""
    follow(page, "Viết tin, bài")
    page.get_by_label("Tiêu đề").fill(title)
    page.get_by_label("Tóm tắt").fill("Chuyện nghe ở bến, kể lại cho người ở nhà.")
    page.get_by_label("Nội dung").fill("Thuyền về lúc bốn giờ sáng.\n\nCá lên cân, chuyện cũng theo lên bờ.")
    page.locator("details", has_text="Chủ đề và đối tượng").locator("summary").click()
    page.get_by_label(theme).first.check()
    press(page, "Lưu bản thảo")
    press(page, "Gửi lãnh đạo duyệt")
    leader.goto(page.url)
    press(leader, "Duyệt đúng bản này")
    page.reload()
    press(page, "Đăng bài")
    assert "Đã đăng" in said(page)
    return page.locator("a[href*='/tin/']").first.get_attribute("href") or ""


def in_days(days: int) -> date:
    """A day from today on, in Viet Nam."""
    return day_in_vietnam(datetime.now(UTC)) + timedelta(days=days)


def plan_round(page: Page, rehearsal: Rehearsal, title: str, due: date, *, only: str = "") -> None:
    """Plan an ad-hoc round of all that the plan asks (or of one agency) for the rehearsed year, and open it; ends on
    its board.
    """
    year = numbers(rehearsal.report.name)[0]
    go(page, "Đợt báo cáo")
    follow(page.locator("main li", has_text=rehearsal.title[:100]), re.compile("^Lập đợt đột xuất"))
    for label, words in (
        ("Tên đợt", title),
        ("Số liệu từ ngày", f"01/01/{year}"),
        ("Số liệu đến hết ngày", f"30/11/{year}"),
        ("Hạn gửi", as_short(due)),
    ):
        page.get_by_label(label).fill(words)
    for agency in page.get_by_role("group", name="Cơ quan phải báo cáo").locator(".choice").all() if only else ():
        agency.get_by_role("checkbox").set_checked(agency.inner_text().strip() == only)
    press(page, "Lập đợt")
    follow(page, "Xem lại và mở đợt")
    press(page, "Mở đợt báo cáo")
    assert "đã mở" in said(page)


def begin(page: Page, title: str) -> None:
    """From the list of what the own agency owes."""
    go(page, "Báo cáo")
    press(page.locator("main ul.rows > li", has_text=title), re.compile("^Bắt đầu"))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def send(page: Page) -> None:
    press(page, re.compile("^Gửi báo cáo về"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã nhận báo cáo")


def receipt(page: Page) -> str:
    return page.locator(".receipt .code").inner_text()


def row_read(page: Page, label: str) -> Locator:
    """One of them by its label."""
    return page.locator("section.read > .point").filter(has=page.locator(".name").get_by_text(label, exact=True)).first


def agency_of(page: Page) -> str:
    """The agency of the post that is signed in."""
    return page.locator(".me small").inner_text().split(", ", 1)[1]


def numbers(text: str) -> list[int]:
    """The numbers that stand in some words, as a person reads them: "1.234 lượt" gives [1234]."""
    return [int(found.replace(".", "")) for found in re.findall(r"\d+(?:\.\d{3})*", text)]


def fits(page: Page) -> bool:
    """Nothing reaches beyond the width of the screen."""
    page.wait_for_load_state()
    wide: Any = page.locator("html").evaluate("page => page.scrollWidth")
    return page.viewport_size is not None and int(wide) <= page.viewport_size["width"]
