"""D20: the province's own public page: stories without sign-in, on a phone too; a withdrawn one says so."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.duties.conftest import Rehearsal, Visit
from tests.duties.papers import holed
from tests.duties.steps import confirm, fits, follow, press, said, upload, write_story

PHONE = 360


def test_anybody_reads_the_released_story_on_a_phone(visit: Visit, rehearsal: Rehearsal) -> None:
    page = visit(path="/cong/", width=PHONE)
    assert not page.context.cookies()
    assert fits(page)
    first = page.locator(".stories li h2 a").last
    title = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert len(page.locator("article .text").inner_text()) > 200
    assert fits(page)
    follow(page.get_by_role("navigation"), "Chương trình")
    expect(page.locator("main")).to_contain_text(rehearsal.title)
    assert fits(page)
    assert "quá hạn" not in page.locator("main").inner_text().lower(), "nobody is shown as late in public"


def test_only_what_was_approved_and_released_is_public(visit: Visit) -> None:
    """The story that waits for the leader's yes is on the desk, not on the public page."""
    desk = visit("lanh-dao", path="/tin-bai/?trang-thai=review")
    waiting = desk.locator("ul.rows a").all_inner_texts()
    assert waiting
    public = visit(path="/cong/").locator("main").inner_text()
    assert not any(title in public for title in waiting)


def test_a_withdrawn_story_is_gone_and_says_so(visit: Visit) -> None:
    page = confirm(upload(visit("dieu-phoi"), holed("Kể rồi xin rút lại một chuyện ở bến cá")))
    follow(page, re.compile("^Xem .* nhiệm vụ"))
    follow(page, re.compile("buổi nói chuyện về nghề cá"))
    title = "Chuyện chiếc đèn biển thắp nhầm giờ"
    address = write_story(page, title, theme="Trụ cột Kinh tế: giá cá", leader=visit("lanh-dao"))
    public = visit(path="/cong/", width=PHONE)
    follow(public, title)
    assert public.url.endswith(address)

    page.locator("summary", has_text="Gỡ khỏi trang").click()
    page.locator("form[action*='/go/']").get_by_label("Lý do").fill("Giờ thắp đèn ghi chưa đúng")
    press(page, "Gỡ bài")
    assert "Đã gỡ bài" in said(page)
    answer = public.reload()
    assert answer is not None
    assert answer.status == 410
    expect(public.get_by_role("heading", level=1)).to_have_text("Tin này đã được rút")
    assert fits(public)
    assert title not in visit(path="/cong/").locator("main").inner_text()
