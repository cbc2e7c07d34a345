"""D43: one report from many: every figure opens its sources, and the paper that is issued says what the page shows."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Paper, Table
from lantoa.viet.letters import fold
from tests.duties.conftest import Rehearsal, Visit
from tests.duties.steps import (
    agency_of,
    begin,
    download,
    fact,
    follow,
    go,
    in_days,
    numbers,
    plan_round,
    press,
    said,
    send,
)

WHOLE = re.compile(r"^Bản số \d+")


def test_every_figure_opens_down_to_its_evidence(visit: Visit) -> None:
    """Sum of parts = figure; each part names the activities it was counted from, and those show what proves them."""
    page = yearly(visit("dieu-phoi"))
    shown = figures(page)
    assert shown
    proofs = []
    for name, (value, address) in shown.items():
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        total, *terms = numbers(page.locator("main .lead b").inner_text())
        assert (total, sum(terms), sum(told(page))) == (value, value, value)
        assert page.locator("main td li a[href*='/hoat-dong/']").count(), name
        proofs += [link.get_attribute("href") for link in page.locator("main td li a[href*='/minh-chung/']").all()]
    assert proofs
    for address in proofs[:3]:
        answer = page.request.get(page.url.split("/so-tong-hop/")[0] + (address or ""))
        assert answer.ok
        assert answer.body()


def test_the_issued_paper_says_what_the_page_shows(visit: Visit, rehearsal: Rehearsal) -> None:
    page = yearly(visit("lanh-dao"))
    paper = word_file(page, "Tải bản Word đã ban hành")
    assert paper.symbol == page.locator("main p a[href*='/van-ban/']").inner_text()
    assert_official(paper)
    assert {fold(name): value for name, value in printed(paper).items()} == {
        fold(name): value for name, (value, _) in figures(page).items()
    }
    missing = re.search(r"Còn (\d+) cơ quan chưa gửi", page.locator("main").inner_text())
    assert missing is not None
    for agency in page.locator("main .note p").inner_text().split("; "):
        assert fold(agency) in fold(paper.text)
    assert recognise(open_paper(rehearsal.report.read_bytes(), rehearsal.report.name)) == paper
    follow(page, paper.symbol)
    assert fact(page, "Số, ký hiệu") == paper.symbol


def test_a_report_is_joined_approved_and_issued(visit: Visit, rehearsal: Rehearsal) -> None:
    desk, reporter, leader = visit("dieu-phoi"), visit("dau-moi"), visit("lanh-dao")
    title = "Đột xuất: đếm bảng tin ở bến cá"
    plan_round(desk, rehearsal, title, in_days(7), only=agency_of(reporter))
    begin(reporter, title)
    follow(reporter.locator("main ul.rows"), "Số liệu")
    panels = reporter.locator("input[name=pa-no]")
    if not panels.is_visible():
        reporter.locator("details", has=panels).locator("summary").first.click()
    panels.fill("17")
    press(reporter, "Lưu số liệu")
    follow(reporter, "Kiểm tra trước khi gửi")
    send(reporter)

    desk.reload()
    press(desk, "Dựng báo cáo tổng hợp")
    whole = desk.url
    assert 17 in [value for value, _ in figures(desk).values()]
    assert not word_file(desk, "Tải bản Word để trình ký").number
    leader.goto(whole)
    press(leader, "Duyệt đúng nội dung này")
    desk.reload()
    press(desk, "Ban hành, lấy số văn bản")
    symbol = re.search(r"Đã ban hành (\S+/\S+)\.", said(desk))
    assert symbol is not None
    paper = word_file(desk, "Tải bản Word đã ban hành")
    assert paper.symbol == symbol[1]
    assert_official(paper)
    assert 17 in printed(paper).values()
    go(desk, "Văn bản")
    expect(desk.locator("main tbody")).to_contain_text(paper.symbol)


def yearly(page: Page) -> Page:
    """The whole that closed the rehearsed year."""
    go(page, "Đợt báo cáo")
    follow(page.locator("main tbody tr", has_text="Đã đóng"), re.compile("^Báo cáo năm"))
    follow(page, WHOLE)
    return page


def figures(page: Page) -> dict[str, tuple[int, str]]:
    """Each figure of the whole by its name: its value, and where it opens."""
    found = {}
    for row in page.locator("main tbody tr").all():
        link = row.locator("td.number a")
        link_words = link.evaluate("link => link.firstChild.textContent")
        found[row.locator("th").inner_text()] = (numbers(link_words)[0], link.get_attribute("href") or "")
    return found


def told(page: Page) -> list[int]:
    """What each agency's report counts for, in an opened figure; what it reported is that and what was left out."""
    counted = []
    for row in page.locator("main tbody tr").all():
        reported, taken = (numbers(cell)[0] for cell in row.locator("td.number").all_inner_texts())
        left_out = [numbers(one)[0] for one in row.locator("td p:not(.hint)").all_inner_texts()]
        assert reported == taken + sum(left_out)
        counted.append(taken)
    return counted


def word_file(page: Page, name: str) -> Paper:
    """The .docx behind a link, read as any paper that comes in."""
    file, content = download(page, name)
    assert file.endswith(".docx")
    return recognise(open_paper(content, file))


def printed(paper: Paper) -> dict[str, int]:
    """The figures of the paper's table."""
    tables = [part for clause in paper.clauses() for part in clause.children if isinstance(part, Table)]
    for table in [*tables, *(part for part in paper.body if isinstance(part, Table))]:
        head, *rows = [[cell.text.strip() for cell in row] for row in table.grid()]
        if "Đơn vị tính" in head:
            return {row[1]: numbers(row[3])[0] for row in rows}
    raise AssertionError("the paper has no table of figures")


def assert_official(paper: Paper) -> None:
    """The parts that Decree 30/2020/NĐ-CP asks of a report."""
    assert (paper.type_name, paper.number.isdecimal(), paper.symbol.partition("/")[0]) == (
        "Báo cáo",
        True,
        paper.number,
    )
    assert paper.issuing_body
    assert paper.place
    assert paper.date is not None
    assert paper.date.full() is not None
    assert paper.title
    assert fold("Cộng hòa xã hội chủ nghĩa Việt Nam") in fold(paper.text)
    assert fold("Độc lập - Tự do - Hạnh phúc") in fold(paper.text)
    assert [clause.label for clause in paper.body if not isinstance(clause, Table)][:3] == ["I.", "II.", "III."]
    assert paper.signature is not None
    assert paper.signature.title or paper.signature.capacity
    assert paper.recipients[-1].text.startswith("Lưu")
