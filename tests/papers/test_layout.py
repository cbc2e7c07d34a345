"""The printed page keeps Decree 30/2020/NĐ-CP, Annex I: measured where LibreOffice put the letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from examples.hai_son import PLAN
from lantoa.papers.tree import Clause
from tests.papers.printed import Page, Run, print_papers
from tests.papers.samples import DISPATCH, REPORT

pytestmark = pytest.mark.office

LEFT, RIGHT = 30.0, 195.0
MIDDLE = (LEFT + RIGHT) / 2
NEAR = 0.6
"""Millimetres that two lengths may differ by and still be the same."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    papers = {"plan": PLAN, "report": REPORT, "dispatch": DISPATCH}
    return print_papers(papers, tmp_path_factory.mktemp("layout"))


@pytest.fixture(scope="module")
def plan(printed: dict[str, list[Page]]) -> list[Page]:
    return printed["plan"]


@pytest.fixture(scope="module")
def report(printed: dict[str, list[Page]]) -> list[Page]:
    return printed["report"]


@pytest.fixture(scope="module")
def dispatch(printed: dict[str, list[Page]]) -> Page:
    assert len(printed["dispatch"]) == 1
    return printed["dispatch"][0]


def number_of(page: Page) -> Run | None:
    """The page number: what stands in the top margin."""
    above = [run for run in page.runs if run.base < 20]
    assert len(above) <= 1
    return above[0] if above else None


def every_page(printed: dict[str, list[Page]]) -> Iterator[Page]:
    for pages in printed.values():
        yield from pages


def page_with(pages: list[Page], text: str) -> Page:
    return next(page for page in pages if page.all(text))


def test_paper_is_a4_upright(printed: dict[str, list[Page]]) -> None:
    for page in every_page(printed):
        assert (round(page.width), round(page.height)) == (210, 297)


def test_text_keeps_the_margins_and_fills_them(printed: dict[str, list[Page]]) -> None:
    for page in every_page(printed):
        text = [run for run in page.runs if run.base >= 20]
        assert min(run.left for run in text) > LEFT - NEAR
        assert max(run.right for run in text) < RIGHT + NEAR
        assert min(run.base for run in text) > 20 + 3
        assert max(run.base for run in text) < 297 - 20
    first = printed["plan"][0]
    assert min(run.left for run in first.runs) == pytest.approx(LEFT, abs=NEAR)
    assert max(run.right for run in first.runs) == pytest.approx(RIGHT, abs=NEAR)


def test_every_letter_is_of_times_metrics(printed: dict[str, list[Page]]) -> None:
    """A letter that the face lacks would come from another face."""
    fonts = {run.font.split("-")[0] for page in every_page(printed) for run in page.runs}
    assert fonts <= {"LiberationSerif", "Tinos", "TimesNewRoman", "TimesNewRomanPS", "TimesNewRomanPSMT"}


def test_page_number_stands_top_centre_from_the_second_page(plan: list[Page], report: list[Page]) -> None:
    numbers = [number_of(page) for page in plan]
    assert [run and run.text.strip() for run in numbers] == [None, "2", "3", None, "2"]  # the annex counts for itself
    for run in filter(None, numbers):
        assert run.middle == pytest.approx(MIDDLE, abs=NEAR)
        assert 13 <= run.size <= 14
        assert not run.bold
        assert not run.italic
    last = [number_of(page) for page in report][-3:]
    assert [run and run.text.strip() for run in last] == [None, "2", None]


def test_national_name_stands_right_of_the_issuer_and_level(plan: list[Page]) -> None:
    country, motto = plan[0].find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), plan[0].find("Độc lập - Tự do - Hạnh phúc")
    issuer = plan[0].find("ỦY BAN NHÂN DÂN")
    assert country.left > issuer.right
    assert country.base == pytest.approx(issuer.base, abs=0.2)
    assert country.middle == pytest.approx(motto.middle, abs=NEAR)
    assert (country.size, motto.size, issuer.size) == (13, 14, 13)
    assert country.bold
    assert motto.bold
    assert issuer.bold


def test_rules_are_as_long_as_the_decree_says(plan: list[Page]) -> None:
    motto, issuer = plan[0].find("Độc lập"), plan[0].find("ỦY BAN NHÂN DÂN")
    assert plan[0].rule_below(motto).length == pytest.approx(motto.right - motto.left, abs=1)
    below = plan[0].rule_below(plan[0].find("TỈNH HẢI SƠN"))
    assert 1 / 3 <= below.length / (issuer.right - issuer.left) <= 1 / 2
    last = plan[0].find("giai đoạn 2026 - 2030")
    assert 1 / 3 <= plan[0].rule_below(last).length / (last.right - last.left) <= 1 / 2
    for rule in (below, plan[0].rule_below(last)):
        assert (rule.left + rule.right) / 2 == pytest.approx(issuer.middle if rule is below else MIDDLE, abs=NEAR)


def test_parent_body_stands_above_the_issuer(report: list[Page]) -> None:
    parent, issuer = report[0].find("UBND TỈNH HẢI SƠN"), report[0].find("SỞ VĂN HÓA,")
    assert parent.base < issuer.base
    assert not parent.bold
    assert issuer.bold
    assert report[0].find("THỂ THAO VÀ DU LỊCH").base > issuer.base  # a line breaks where the sense does


def test_number_and_date_share_a_line(plan: list[Page]) -> None:
    number, date = plan[0].find("Số: 18/KH-UBND"), plan[0].find("Hải Sơn, ngày 30 tháng 01 năm 2026")
    assert number.base == pytest.approx(date.base, abs=0.2)
    assert (number.size, number.bold, number.italic) == (13, False, False)
    assert (date.size, date.bold, date.italic) == (14, False, True)
    assert number.middle == pytest.approx(plan[0].find("ỦY BAN NHÂN DÂN").middle, abs=1)
    assert date.middle == pytest.approx(plan[0].find("CỘNG HÒA").middle, abs=1)


def test_type_and_subject_stand_in_the_middle(plan: list[Page]) -> None:
    for text in ("KẾ HOẠCH", "Thông tin, truyền thông về ASEAN", "trên địa bàn tỉnh Hải Sơn"):
        run = plan[0].find(text)
        assert run.middle == pytest.approx(MIDDLE, abs=NEAR)
        assert (run.size, run.bold) == (14, True)


def test_bases_are_italic_and_closed(plan: list[Page]) -> None:
    starts = plan[0].all("Căn cứ Quyết")
    assert len(starts) == len(PLAN.bases)
    assert all(run.italic and run.size == 14 for run in starts)
    italic = "".join(run.text for run in plan[0].runs if run.italic and run.base > starts[0].base - 1)
    assert italic.count(";") == len(PLAN.bases) - 1
    assert italic.strip().endswith(".")


def test_body_is_justified_with_first_lines_indented(plan: list[Page]) -> None:
    first = plan[0].find("- Giúp cán bộ")
    lines = [run for run in plan[0].runs if first.base - 0.1 <= run.base < first.base + 7]
    assert first.left == pytest.approx(LEFT + 12.7, abs=NEAR)
    assert min(run.left for run in lines) == pytest.approx(LEFT, abs=NEAR)
    assert max(run.right for run in lines) == pytest.approx(RIGHT, abs=NEAR)
    assert (first.size, first.bold, first.italic) == (14, False, False)


def test_six_points_stand_between_passages(plan: list[Page]) -> None:
    passages = [run.base for run in plan[0].runs if run.left > LEFT + 12 and run.left < LEFT + 13.3 and run.size == 14]
    line_of_body = 14 * 1.15 * 25.4 / 72
    between = [below - above for above, below in pairwise(passages)]
    assert min(between) >= line_of_body + 6 * 25.4 / 72 - 0.1


def test_headings(plan: list[Page], report: list[Page]) -> None:
    assert plan[0].find("I. MỤC ĐÍCH, YÊU CẦU").bold
    assert plan[0].find("1. Mục đích").bold
    assert not plan[0].find("1. Tầm nhìn").bold  # a sentence, not a title
    assert report[0].find("1. Báo chí, phát thanh").bold
    assert not report[0].find("a) Báo in").bold


def test_several_addressees_stand_below_each_other(report: list[Page]) -> None:
    call = report[0].find("Kính gửi:")
    first, second = report[0].find("- Bộ Văn hóa"), report[0].find("- Ủy ban nhân dân tỉnh Hải Sơn")
    assert call.base < first.base < second.base
    assert first.left == pytest.approx(second.left, abs=0.1)
    assert first.left == pytest.approx(call.right, abs=3)
    assert first.text.strip().endswith(";")
    assert second.text.strip().endswith(".")


def test_dispatch_has_its_subject_under_the_number(dispatch: Page) -> None:
    number, subject = dispatch.find("/UBND-VX"), dispatch.find("V/v báo cáo")
    assert subject.base > number.base
    assert subject.right < dispatch.find("CỘNG HÒA").left
    assert (subject.size, subject.bold, subject.italic) == (13, False, False)
    assert "Các sở, ban, ngành tỉnh" in dispatch.find("Kính gửi:").text
    day, rest = dispatch.find("Hải Sơn, ngày"), dispatch.find("tháng 11 năm 2026")
    assert rest.base == day.base
    assert rest.left - day.right > 3  # room for the pen


def test_foot(plan: list[Page]) -> None:
    page = plan[2]
    call, capacity = page.find("Nơi nhận:"), page.find("TM. ỦY BAN NHÂN DÂN")
    assert capacity.base == pytest.approx(call.base, abs=1)
    assert call.left == pytest.approx(LEFT, abs=NEAR)
    assert (call.size, call.bold, call.italic) == (12, True, True)
    assert capacity.left > MIDDLE
    assert (capacity.size, capacity.bold) == (14, True)
    assert page.find("PHÓ CHỦ TỊCH").middle == pytest.approx(capacity.middle, abs=NEAR)
    listed = [run for run in page.runs if run.base > call.base and run.left < MIDDLE]
    assert len(listed) == len(PLAN.recipients)
    assert all(run.size == 11 and run.right < MIDDLE and run.text.startswith("- ") for run in listed)
    assert [run.text.strip()[-1] for run in listed] == [";"] * (len(listed) - 1) + ["."]
    assert page.all("./.")


def test_signature(report: list[Page]) -> None:
    page = page_with(report, "PHÓ GIÁM ĐỐC")
    title, name = page.find("PHÓ GIÁM ĐỐC"), page.find("Họ Và Tên")
    assert (name.size, name.bold) == (14, True)
    assert 25 < name.base - title.base < 40  # room for the hand and the seal
    assert name.middle == pytest.approx(title.middle, abs=NEAR)


def test_signature_never_stands_alone(tmp_path: Path) -> None:
    """However long the body is: the last passage goes over to the next page with the signature."""
    line, last = Clause("Một dòng của thân bài."), Clause("Dòng cuối cùng.")
    papers = {f"lines-{count}": replace(DISPATCH, body=(*[line] * count, last)) for count in range(14, 26)}
    printed = print_papers(papers, tmp_path)
    for pages in printed.values():
        assert page_with(pages, "CHÁNH VĂN PHÒNG").all("Dòng cuối cùng./.")
    pulled = [pages for pages in printed.values() if len(pages) == 2 and not pages[1].all("Một dòng")]
    assert pulled  # at one of the lengths it had to be taken along


def test_annex_begins_a_page(plan: list[Page], report: list[Page]) -> None:
    for page, label in ((plan[3], "PHỤ LỤC"), (report[-3], "Phụ lục I"), (report[-1], "Phụ lục II")):
        heading = page.find(label)
        assert heading is page.runs[0]
        assert heading.middle == pytest.approx(MIDDLE, abs=NEAR)
        assert (heading.size, heading.bold) == (14, True)
    title, reference = plan[3].find("NHIỆM VỤ THÔNG TIN"), plan[3].find("(Kèm theo")
    assert title.bold
    assert reference.italic
    assert title.middle == pytest.approx(MIDDLE, abs=NEAR)


def test_table_repeats_its_head_and_lines_up(plan: list[Page], report: list[Page]) -> None:
    for page in plan[3:]:
        assert page.find("STT").bold
        assert page.find("Nội dung").bold
    page = page_with(report, "30.881")
    column = [page.find(text).right for text in ("30.881", "120", "1.300", "32.301")]
    assert max(column) - min(column) < NEAR
    order = page.find("STT")
    numbers = [run for run in page.runs if run.text.strip() in {"1", "2", "3"} and run.right < order.right + 5]
    assert len(numbers) == 3
    assert all(run.middle == pytest.approx(order.middle, abs=1) for run in numbers)
    assert page.find("Tổng cộng").bold


def test_group_row_is_bold_and_no_head(plan: list[Page]) -> None:
    group = plan[3].find("Thông tin, truyền thông trên báo chí")
    assert group.bold
    assert group.left == pytest.approx(plan[3].find("Đưa tin các").left, abs=NEAR)
    assert not plan[4].all("Thông tin, truyền thông trên báo chí")
