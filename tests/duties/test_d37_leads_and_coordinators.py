"""D37: who leads and who coordinates, one answerable lead per agency; sentences are tasks; who is not named is asked."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from lantoa.viet.letters import fold
from tests.duties.conftest import Rehearsal, Visit
from tests.duties.papers import holed
from tests.duties.steps import agency_of, confirm, follow, go, open_plan, press, said, upload

UNKNOWN = "chưa rõ là ai"


def test_every_task_shows_who_leads_and_who_coordinates(visit: Visit, rehearsal: Rehearsal) -> None:
    """Those of the table and those given in sentences, each with the bodies that the plan names. A sentence that is a
    duty to report or to estimate is followed as that duty."""
    page = open_plan(visit("dieu-phoi"), rehearsal.title)
    draft = rehearsal.draft
    duties = {duty.text.span for duty in (*draft.report_duties, *draft.budget_duties)}
    sentences = [(given.text, given) for given in draft.assignments if given.text.span not in duties]
    assert sentences
    follow(page, re.compile("^Xem .* nhiệm vụ"))
    rows = task_rows(page)
    assert len(rows) == len(draft.tasks) + len(sentences)
    for text, read in (*((task.content, task) for task in draft.tasks), *sentences):
        _, leads, others, *_ = next(row for row in rows if says(row[0], text.value or ""))
        assert all(fold(body.name.value or "") in fold(leads) for body in read.lead)
        assert all(fold(body.name.value or "") in fold(others) for body in read.coordinating[:4])


def says(shown: str, whole: str) -> bool:
    """A list shows the beginning of a task, after its number."""
    words = fold(re.sub(r"^\d+\. ", "", shown)).rstrip("…")
    return fold(whole).startswith(words)


def test_an_agency_finds_the_tasks_it_answers_for(visit: Visit, rehearsal: Rehearsal) -> None:
    page = visit("dau-moi")
    agency = agency_of(page)
    open_plan(page, rehearsal.title)
    follow(page, re.compile("^Xem .* nhiệm vụ"))
    page.get_by_label("Chỉ việc của cơ quan tôi").check()
    press(page, "Lọc")
    own = [link.get_attribute("href") for link in page.locator("main tbody td:first-child a").all()]
    assert own
    named = 0
    for address in own:
        page.goto(address or "")
        named += fold(agency) in fold(page.locator("dl.facts").inner_text())
        expect(page.get_by_role("link", name="Ghi hoạt động")).to_be_visible()
    assert named


def test_a_class_that_the_plan_leaves_open_is_answered_by_a_person(visit: Visit) -> None:
    """The answer reaches the agency: its focal point sees the task as its own, and who is asked is not ordered."""
    title = "Ai treo bảng tin ở bến cá"
    mine = visit("dau-moi")
    agency = agency_of(mine)
    page = confirm(upload(visit("dieu-phoi"), holed(title)))
    plan = page.url
    follow(page, re.compile("^Xem .* nhiệm vụ"))
    assert task_rows(page)[2][1] == "Các đơn vị có bến cá"
    follow(page, "Đề nghị Hội Nghề cá")
    expect(page.locator("dl.facts dt", has_text="Chủ trì")).to_contain_text("đề nghị")

    page.goto(plan + "nhiem-vu/")
    follow(page, re.compile("bố trí chỗ treo bảng tin"))
    task = page.url
    expect(page.locator("dl.facts")).to_contain_text(UNKNOWN)
    expect(page.locator("dl.facts dt", has_text="Chủ trì")).not_to_contain_text("đề nghị")
    assert open_own(mine, title) == []

    go(page, "Cơ quan")
    follow(page, "Các nhóm cơ quan")
    page.get_by_label("Tên nhóm").fill("Nhóm đơn vị có bến cá")
    press(page, "Thêm nhóm")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nhóm đơn vị có bến cá")
    page.get_by_label(agency, exact=True).check()
    press(page, "Thêm vào nhóm")
    page.goto(task)
    follow(page, re.compile("^Chọn cơ quan"))
    page.get_by_label("Hoặc là nhóm").select_option(label="Nhóm đơn vị có bến cá")
    press(page, "Lưu")
    assert "Các đơn vị có bến cá" in said(page)
    expect(page.locator("dl.facts")).not_to_contain_text(UNKNOWN)
    assert open_own(mine, title) == ["Các đơn vị có bến cá bố trí chỗ treo bảng tin."]


def task_rows(page: Page) -> list[list[str]]:
    """The list of tasks, page by page: content, leads, coordinating bodies, time, what was done."""
    found: list[list[str]] = []
    while True:
        found += [row.locator("td").all_inner_texts() for row in listed(page).all()]
        if not page.get_by_role("link", name="Trang sau").count():
            return found
        follow(page, "Trang sau")


def listed(page: Page) -> Locator:
    return page.locator("main tbody tr").filter(has=page.locator("td"))


def open_own(page: Page, title: str) -> list[str]:
    """The tasks of a plan that the own agency has a part in."""
    open_plan(page, title)
    page.goto(page.url + "nhiem-vu/?cua-toi=1")
    return [re.sub(r"^\d+\. ", "", one) for one in page.locator("main tbody td:first-child a").all_inner_texts()]
