"""D13: the plan's themes, under their pillars, tag every story, release and activity, and each is counted."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from lantoa.viet.letters import fold
from tests.duties.conftest import Rehearsal, Visit, run
from tests.duties.papers import holed
from tests.duties.steps import confirm, fact, follow, open_plan, press, upload, write_story


def test_the_plans_own_themes_are_counted(visit: Visit, rehearsal: Rehearsal) -> None:
    """Every theme that was read, with the pillars it names; the released story of the year counts for one."""
    page = open_plan(visit("lanh-dao"), rehearsal.title)
    shown = {fold(name): (pillars, done, told) for name, pillars, done, told in by_theme(page)}
    assert list(shown) == [fold(theme.text.value or "") for theme in rehearsal.draft.themes]
    for theme in rehearsal.draft.themes:
        named = shown[fold(theme.text.value or "")][0]
        assert len([name for name in named.split("; ") if name != "—"]) == len(theme.pillars)
    assert sum(told for _, _, told in shown.values()) >= 1


def test_a_story_its_release_and_its_activity_carry_the_theme(visit: Visit, rehearsal: Rehearsal) -> None:
    title = "Bà con bến cá nghe kể chuyện ba trụ cột"
    page = confirm(upload(visit("dieu-phoi"), holed(title)))
    before = by_theme(page)
    assert [pillar for _, pillar, _, _ in before] == ["Chính trị - An ninh", "Kinh tế", "Văn hóa - Xã hội"]
    assert {(done, told) for _, _, done, told in before} == {(0, 0)}

    follow(page, re.compile("^Xem .* nhiệm vụ"))
    follow(page, re.compile("buổi nói chuyện về nghề cá"))
    task = page.url
    follow(page, "Sửa nhiệm vụ")
    page.get_by_label(re.compile("^Trụ cột Kinh tế")).check()
    press(page, "Lưu nhiệm vụ")
    assert fact(page, "Chủ đề").startswith("Trụ cột Kinh tế")

    follow(page, "Ghi hoạt động")
    page.get_by_label("Đã làm gì").fill("Buổi nói chuyện ở bến cá phía bắc")
    page.get_by_label("Từ ngày").fill("10/5/2022")
    press(page, "Ghi hoạt động")
    assert fact(page, "Chủ đề").startswith("Trụ cột Kinh tế")

    page.goto(task)
    address = write_story(
        page, "Đường dây nóng của tàu cá", theme="Trụ cột Chính trị - An ninh: cứu nạn", leader=visit("lanh-dao")
    )
    assert fact(page, "Chủ đề").startswith("Trụ cột Chính trị")
    public = visit(path=address)
    expect(public.locator(".tags")).to_contain_text("Trụ cột Chính trị - An ninh")
    run("tick", data=rehearsal.data)
    open_plan(page, title)
    assert [(done, told) for _, _, done, told in by_theme(page)] == [(1, 1), (2, 1), (0, 0)]


def by_theme(page: Page) -> list[tuple[str, str, int, int]]:
    """Each theme of the plan's page: what it says, its pillars, activities, released stories."""
    table = page.locator("table", has=page.get_by_role("columnheader", name="Trụ cột"))
    found = []
    for row in table.locator("tbody tr").all():
        pillars, done, told = row.locator("td").all_inner_texts()[:3]
        found.append((row.locator("th").inner_text(), pillars, int(done), int(told)))
    return found
