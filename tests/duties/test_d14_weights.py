"""D14: themes weigh what the plan's own words give them, and what was done is measured against that."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from lantoa.viet.letters import fold
from tests.duties.conftest import Rehearsal, Visit, run
from tests.duties.papers import holed
from tests.duties.steps import confirm, follow, open_plan, row_read, upload, write_story


def test_what_the_plan_puts_first_weighs_more(visit: Visit, rehearsal: Rehearsal) -> None:
    """Read, shown beside the text and on the plan's page, and coverage follows what is done."""
    title = "Nói điều gì trước với bà con đi biển"
    text = holed(title).replace("2. Trụ cột Kinh tế: giá cá", "2. Ưu tiên trụ cột Kinh tế: giá cá")
    page = upload(visit("dieu-phoi"), text)
    expect(row_read(page, "Trọng số của nội dung")).to_contain_text("2 (“ưu tiên”)")
    confirm(page)
    assert weights(page) == ["1", "2", "1"]
    plan = page.url
    covered = coverage(page)
    assert [row[1:] for row in covered] == [
        ("1", "25%", "0", "0%", "chưa có"), ("2 (“ưu tiên”)", "50%", "0", "0%", "chưa có"),
        ("1", "25%", "0", "0%", "chưa có"),
    ]  # fmt: skip

    page.goto(plan)
    follow(page, re.compile("^Xem .* nhiệm vụ"))
    follow(page, re.compile("buổi nói chuyện về nghề cá"))
    write_story(page, "Phiếu xuất xứ cho mẻ mực", theme="Ưu tiên trụ cột Kinh tế", leader=visit("lanh-dao"))
    run("tick", data=rehearsal.data)
    page.goto(plan)
    assert [(row[3], row[4], row[5]) for row in coverage(page)] == [
        ("0", "0%", "chưa có"), ("1", "100%", "đạt"), ("0", "0%", "chưa có"),
    ]  # fmt: skip


def test_the_plan_at_hand_is_measured(visit: Visit, rehearsal: Rehearsal) -> None:
    """Every theme that was read stands in the table, its shares add up, and a focal point may see it too."""
    page = open_plan(visit("dau-moi"), rehearsal.title)
    rows = coverage(page)
    assert [fold(row[0]) for row in rows] == [fold(theme.text.value or "") for theme in rehearsal.draft.themes]
    for column in (2, 4):
        total = sum(float(row[column].rstrip("%").replace(",", ".")) for row in rows)
        assert total == 0 or abs(total - 100) < len(rows) * 0.051
    assert any(row[4] != "0%" for row in rows)


def weights(page: Page) -> list[str]:
    """From the plan's page."""
    table = page.locator("table", has=page.get_by_role("columnheader", name="Trụ cột"))
    return table.locator("tbody td[data-word='Trọng số']").all_inner_texts()


def coverage(page: Page) -> list[tuple[str, ...]]:
    """From the plan's page: theme, weight, its share, done, its share, how that stands."""
    follow(page, re.compile("^Độ phủ theo nội dung"))
    found: list[tuple[str, ...]] = []
    for row in page.locator("main tbody tr").all():
        weight, share, done, did, tag = row.locator("td").all_inner_texts()
        found.append((row.locator("th").inner_text(), weight, share, done, did, tag.split(maxsplit=1)[1]))
    return found
