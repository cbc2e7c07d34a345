"""D12: a second version of a plan is compared clause by clause; what is still open goes over; an ended plan is kept."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from lantoa.viet.letters import fold
from tests.duties.conftest import Rehearsal, Visit
from tests.duties.papers import holed
from tests.duties.steps import confirm, fits, follow, numbers, open_plan, press, said, upload


def test_a_second_version_is_compared_clause_by_clause(visit: Visit) -> None:
    title = "Chuyện nghề cá cho người ở bến, bản đầu"
    page = visit("dieu-phoi")
    confirm(upload(page, holed(title)))
    compare(upload(page, reworked(title)), title)
    tally = {re.sub(r"[^\w ]|\d", "", one).strip(): numbers(one)[0] for one in tallies(page)}
    shown = {word: changes(page, word) for word in ("thêm", "bỏ", "sửa")}
    assert {word: len(rows) for word, rows in shown.items()} == {word: tally[word] for word in shown}
    assert any("làn điệu hò biển" in row.inner_text() for row in shown["thêm"])
    assert any("Đề nghị Hội Nghề cá tỉnh" in row.inner_text() for row in shown["bỏ"])
    price = next(row for row in shown["sửa"] if "giá cá" in row.inner_text())
    assert price.locator("del").all_inner_texts() == ["chợ đầu mối"]
    assert price.locator("ins").all_inner_texts() == ["sàn giao dịch"]
    page.get_by_role("link", name=re.compile("giữ nguyên")).click()
    kept = changes(page, "giữ nguyên")
    assert len(kept) == tally["giữ nguyên"]
    assert not page.locator("main ins, main del").count()


def test_open_tasks_go_over_and_the_ended_plan_is_kept(visit: Visit) -> None:
    title = "Chuyện nghề cá cho người ở bến, bản sắp hết hạn"
    page = visit("dieu-phoi")
    old = confirm(upload(page, holed(title))).url
    compare(upload(page, reworked(title)), title)
    press(page, "Ghi là kế hoạch nối tiếp")
    assert "nối tiếp" in said(page)
    open_tasks = page.get_by_role("group", name="Việc của kế hoạch trước chưa có trong kế hoạch này")
    expect(open_tasks.get_by_label(re.compile("^Đề nghị Hội Nghề cá"))).to_be_checked()
    press(page, "Chuyển việc đã chọn sang kế hoạch này")
    assert "Đã chuyển 1 nhiệm vụ" in said(page)
    expect(page.locator("main tbody")).to_contain_text(f"Chuyển tiếp từ {title}")
    carried = page.locator("main tbody tr", has_text="vận động hội viên")
    expect(carried).to_contain_text("Hội Nghề cá tỉnh (đề nghị)")

    page.goto(old)
    before = page.locator("main").inner_text()
    follow(page, "Kết thúc kế hoạch")
    press(page, "Kết thúc kế hoạch")
    expect(page.locator("main .tag").first).to_contain_text("Đã kết thúc")
    assert fold(title) in fold(before)
    follow(page, re.compile("^Xem .* nhiệm vụ"))
    expect(page.locator("main tbody")).to_contain_text("vận động hội viên")


def test_the_plan_at_hand_beside_itself_changed_in_one_word(visit: Visit, rehearsal: Rehearsal) -> None:
    """Whatever plan this is: its text with one theme reworded differs in that theme, wherever it is told."""
    theme = next(one.text.value or "" for one in rehearsal.draft.themes)
    first = theme.split()[0]
    again = rehearsal.draft.text.replace(theme, "Đổi" + theme.removeprefix(first), 1)
    page = compare(upload(visit("dieu-phoi"), again, "ban-sua.txt"), rehearsal.title)
    rows = [row for row in changes(page, "sửa") if row.locator("ins").all_inner_texts() == ["Đổi"]]
    assert rows
    assert rows[0].locator("del").all_inner_texts() == [first]


def test_a_leader_compares_on_a_phone_and_changes_nothing(visit: Visit, rehearsal: Rehearsal) -> None:
    page = open_plan(visit("lanh-dao", width=360), rehearsal.title)
    follow(page, "So với kế hoạch khác")
    expect(page.get_by_role("heading", level=1)).to_have_text("So hai kế hoạch")
    assert fits(page)
    expect(page.get_by_role("button", name="Ghi là kế hoạch nối tiếp")).to_have_count(0)


def reworked(title: str) -> str:
    """The second version: one theme reworded, one added; the body that was asked is not named any more."""
    text = holed(title + ", làm lại").replace("chợ đầu mối", "sàn giao dịch")
    text = text.replace("III. THỜI GIAN", "4. Dạy hát làn điệu hò biển trong trường học.\nIII. THỜI GIAN")
    return text.replace("2. Đề nghị Hội Nghề cá tỉnh vận động hội viên dự các buổi nói chuyện.\n3. ", "2. ")


def compare(page: Page, title: str) -> Page:
    """From the review of a plan: compare it with another."""
    page.goto(page.url.split("ra-soat/")[0])
    follow(page, "So với kế hoạch khác")
    choose = page.get_by_label("So với", exact=True)
    option = choose.locator("option", has_text=re.compile(re.escape(title) + "$")).first
    choose.select_option(value=option.get_attribute("value"))
    press(page, "So sánh")
    return page


def tallies(page: Page) -> list[str]:
    return page.get_by_role("list", name="Kết quả so sánh").locator("li").all_inner_texts()


def changes(page: Page, word: str) -> list[Locator]:
    """The rows in a state."""
    return page.locator(".compared > li").filter(has=page.locator(".tag", has_text=re.compile(rf"\W{word}$"))).all()
