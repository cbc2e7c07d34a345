"""D2: what a paper leaves blank is asked of a person; what it says leads back to where it says so."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from lantoa.viet.letters import fold
from tests.duties.conftest import Rehearsal, Visit
from tests.duties.papers import holed
from tests.duties.steps import fact, follow, open_plan, press, row_read, said, upload

STATES = {"chắc", "cần xem", "thiếu"}


def test_blanks_are_asked_and_filled_by_a_person(visit: Visit) -> None:
    title = "Cùng ngư dân điền nốt những chỗ còn trống"
    page = upload(visit("dieu-phoi"), holed(title))
    for label, example in (("Số, ký hiệu", ""), ("Ngày ban hành", "12/2026")):
        row = row_read(page, label)
        expect(row.locator(".name .tag")).to_contain_text("thiếu")
        assert row.get_by_role("textbox").get_attribute("placeholder") == (example or None)
    row = row_read(page, "Số, ký hiệu")
    row.get_by_role("textbox").fill("chưa nhớ")
    press(row, "Điền")
    expect(page.locator("body")).to_contain_text("“chưa nhớ” không phải số, ký hiệu văn bản")
    open_plan(page, title)
    assert fact(page, "Văn bản") == "/KH-UBND, 3/2022"
    follow(page, re.compile("^Rà soát"))
    for label, answer in (("Số, ký hiệu", "57"), ("Ngày ban hành", "08/3/2022")):
        row = row_read(page, label)
        row.get_by_role("textbox").fill(answer)
        press(row, "Điền")
        assert f"“{answer}”" in said(page)
        expect(row_read(page, label).locator(".name .tag")).to_contain_text("chắc")
    open_plan(page, title)
    assert fact(page, "Văn bản") == "57/KH-UBND, 08/3/2022"


def test_every_value_lights_its_passage(visit: Visit, rehearsal: Rehearsal) -> None:
    page = open_plan(visit("dieu-phoi"), rehearsal.title)
    page.goto(page.url + "ra-soat/")
    seen = 0
    while True:
        seen += _linked(page)
        if not page.get_by_role("link", name="Trang sau").count():
            break
        follow(page, "Trang sau")
    assert seen > 20
    page.goto(urlsplit(page.url)._replace(query="").geturl())
    name = page.locator("section.read .name").get_by_role("link", name="Tên kế hoạch")
    name.click()
    expect(page.locator("mark:target")).to_be_in_viewport()
    assert fold(page.locator("mark:target").inner_text()) == fold(rehearsal.title)


def test_what_is_missing_is_listed(visit: Visit, rehearsal: Rehearsal) -> None:
    """The plan at hand: as many holes as its list of holes says, each still open with a sentence that asks."""
    page = open_plan(visit("dieu-phoi"), rehearsal.title)
    page.goto(page.url + "ra-soat/?xem=can-xem")
    tally = {re.sub(r"[\d\W]+", " ", one).strip(): one for one in page.locator(".tallies li").all_inner_texts()}
    missing, look = (int(re.sub(r"\D", "", tally[word])) for word in ("thiếu", "cần xem"))
    rows = page.locator("section.read > .point")
    assert rows.count() == min(missing + look, 60)
    for row in rows.all():
        state = re.sub(r"[^\w ]", "", row.locator(".name .tag").inner_text()).strip()
        assert state in STATES - {"chắc"}
        if row.get_by_role("button").count():
            assert row.locator(".hint").first.inner_text()
    if not rehearsal.draft.number.value:
        assert row_read(page, "Số, ký hiệu").count() == 1


def _linked(page: Page) -> int:
    """Every link beside the text leads to a mark in the text; where a value is copied out, the mark holds it."""
    marks = {mark.get_attribute("id"): mark.text_content() or "" for mark in page.locator("section.sheet mark").all()}
    rows = page.locator("section.read > .point").all()
    linked = 0
    for row in rows:
        link = row.locator(".name a")
        if not link.count():
            continue
        anchor = (link.get_attribute("href") or "").removeprefix("#")
        assert anchor in marks, anchor
        linked += 1
        if link.inner_text() in ("Nhiệm vụ", "Nội dung tuyên truyền", "Đối tượng"):
            value = fold(row.locator(".value").inner_text())
            assert fold(marks[anchor])[:60] in value, (marks[anchor], value)
    return linked
