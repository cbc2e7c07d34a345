"""D1: the documents that a plan rests on stand in a register with their dates; a wrong one is found and put right."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page

from tests.duties.conftest import Rehearsal, Visit
from tests.duties.papers import holed
from tests.duties.steps import fact, go, open_plan, press, said, upload

PROPOSED = re.compile("^Sửa thành ")
DATED = re.compile(r"(\S+/QĐ-TTg),? (?:được ghi )?ngày (\S+\d)", re.IGNORECASE)


def test_a_wrong_date_is_put_right_by_one_click(visit: Visit, rehearsal: Rehearsal) -> None:
    """Where the plan's own bases contradict the register; where they do not, nothing is proposed."""
    page = open_plan(visit("dieu-phoi"), rehearsal.title)
    plan = page.url
    page.goto(plan + "ra-soat/")
    wrong = {one.span for one in rehearsal.draft.findings if one.code.startswith("base_") and one.level != "note"}
    corrected = 0
    while warnings(page).count():
        cited = DATED.search(warnings(page).first.inner_text())
        right = warnings(page).first.get_by_role("button", name=PROPOSED).inner_text().removeprefix("Sửa thành ")
        press(warnings(page).first, PROPOSED)
        corrected += 1
        assert f"“{right}”" in said(page)
        assert cited is not None
        known = registered(page, cited[1])
        assert right in known
        assert cited[2] not in known
        page.goto(plan + "ra-soat/")
    assert corrected == len(wrong)
    page.goto(plan)
    assert fact(page, "Căn cứ").count("sổ văn bản ghi") == corrected
    for number, day in re.findall(r"(\S+/QĐ-TTg), (?:[^;]* ghi )?([\d/]+)", fact(page, "Căn cứ"), re.IGNORECASE):
        assert day in registered(page, number)


def test_a_basis_later_than_its_plan_is_reported(visit: Visit) -> None:
    page = upload(visit("dieu-phoi"), holed("Hỏi chuyện bà con ở bến cá về căn cứ của kế hoạch"))
    assert "1160/QĐ-TTg ngày 13/7/2024 sau ngày của văn bản" in warnings(page).first.inner_text()
    press(warnings(page).first, "Sửa thành 13/7/2021")
    assert warnings(page).count() == 0
    assert "13/7/2021" in registered(page, "1160/QĐ-TTg")


def warnings(page: Page) -> Locator:
    """What stands on top of the review, with a date to put right."""
    each = page.locator("[aria-labelledby=warnings] .point")
    return each.filter(has=page.get_by_role("button", name=PROPOSED), has_text=DATED)


def registered(page: Page, number: str) -> set[str]:
    """The dates under which the register of documents holds a number."""
    go(page, "Văn bản")
    page.get_by_label("Tìm theo ký hiệu, tên, nơi ban hành").fill(number)
    page.get_by_label("Loại").select_option(label="Văn bản được viện dẫn")
    press(page, "Lọc")
    return {row.locator("td").first.inner_text() for row in page.locator("main tbody tr").all()}
