"""D34: a body that the plan only asks is marked so, and is late neither in public nor in the report."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Table
from lantoa.viet.letters import fold
from tests.duties.conftest import Rehearsal, Visit
from tests.duties.papers import holed
from tests.duties.steps import confirm, follow, go, open_plan, row_read, upload

HELD_AGAINST = re.compile(r"quá hạn|trễ hạn|chậm báo cáo|chưa gửi|gửi muộn", re.IGNORECASE)


def test_asked_and_ordered_as_the_text_says(visit: Visit) -> None:
    page = upload(visit("dieu-phoi"), holed("Nhờ hội, giao sở"))
    expect(row_read(page, "Chủ trì (đề nghị)")).to_contain_text("Hội Nghề cá tỉnh")
    confirm(page)
    follow(page, re.compile("^Xem .* nhiệm vụ"))
    asked = page.locator("main tbody td").filter(has_text="(đề nghị)")
    assert [fold(one) for one in asked.all_inner_texts()] == [fold("Hội Nghề cá tỉnh (đề nghị)")]
    follow(page, re.compile("vận động hội viên"))
    expect(page.locator("dl.facts dt", has_text="đề nghị")).to_have_count(1)


def test_every_body_that_the_plan_at_hand_asks_is_marked(visit: Visit, rehearsal: Rehearsal) -> None:
    page = open_plan(visit("dieu-phoi"), rehearsal.title)
    follow(page, re.compile("^Xem .* nhiệm vụ"))
    listed = fold(" ".join(page.locator("main tbody td").all_inner_texts()))
    for body in asked_in(rehearsal):
        assert f"{fold(body)} ({fold('đề nghị')})" in listed


def test_nobody_is_late_in_public(visit: Visit, rehearsal: Rehearsal) -> None:
    page = visit(path="/cong/")
    seen = {page.url}
    for address in sorted({link.get_attribute("href") or "" for link in page.locator("a[href^='/cong/']").all()}):
        page.goto(address)
        seen.add(page.url)
        assert not HELD_AGAINST.search(page.locator("body").inner_text()), page.url
    assert any("/chuong-trinh/" in address for address in seen)


def test_the_report_holds_nothing_against_whom_it_asks(visit: Visit, rehearsal: Rehearsal) -> None:
    """On the board they are marked; in the issued report's annex they sent or not, and were never late."""
    page = visit("dieu-phoi")
    go(page, "Đợt báo cáo")
    marked = set()
    for address in [link.get_attribute("href") for link in page.locator("main tbody a[href*='/dot-bao-cao/']").all()]:
        page.goto(address or "")
        names = page.locator("main tbody th", has_text="(đề nghị)").all_inner_texts()
        marked |= {name.replace("(đề nghị)", "").strip() for name in names}
    paper = recognise(open_paper(rehearsal.report.read_bytes(), rehearsal.report.name))
    table = next(item for item in paper.appendices[0].body if isinstance(item, Table))
    said = {row[1].text: row[2].text for row in table.rows[1:]}
    assert len(said) > 5
    assert marked & said.keys() or not asked_in(rehearsal)
    for name in marked & said.keys():
        assert "quá hạn" not in said[name]


def asked_in(rehearsal: Rehearsal) -> list[str]:
    """The bodies that the plan's sentences ask."""
    bodies = (body for one in rehearsal.draft.assignments if one.asked for body in one.lead or one.coordinating)
    return [body.name.value for body in bodies if body.name.value]
