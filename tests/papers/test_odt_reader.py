"""What an .odt shows, computed: numbers, spans, looks; what it hides stays out."""

from __future__ import annotations

import pytest

from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Paragraph, Sheet, Table
from lantoa.refusals import PaperUnreadable
from tests.papers.raw_odt import COVERED, cell, items, numbered, odt, p, row, style, table


def read(body: str, styles: str = "") -> Sheet:
    return open_paper(odt(body, styles), "x.odt")


def shown(sheet: Sheet) -> list[str]:
    return [f"{b.label} {b.text}".strip() for b in sheet.blocks if isinstance(b, Paragraph)]


def test_numbers_of_lists_are_computed() -> None:
    levels = numbered("L", "I||.|1", "1||.|1", "1||.|2", "bullet|-")
    deep = items("<text:p>việc</text:p>" + items("<text:p>ý</text:p>" + items(p("dòng"), style=""), style=""), style="")
    sheet = read(items(p("Một"), p("Hai") + deep) + items(p("Ba"), more='text:continue-numbering="true"'), levels)
    assert shown(sheet) == ["I. Một", "II. Hai", "1. việc", "1.1. ý", "- dòng", "III. Ba"]


def test_a_new_list_counts_from_the_beginning_and_an_item_may_set_its_number() -> None:
    levels = numbered("L", "a||)|1")
    fourth = '<text:list style:x="" text:style-name="L"><text:list-item text:start-value="4"><text:p>d</text:p>'
    sheet = read(items(p("x"), p("y")) + items(p("z")) + fourth + "</text:list-item></text:list>", levels)
    assert shown(sheet) == ["a) x", "b) y", "a) z", "d) d"]


def test_only_the_first_paragraph_of_an_item_is_numbered() -> None:
    assert shown(read(items(p("một") + p("tiếp")), numbered("L", "1||.|1"))) == ["1. một", "tiếp"]


def test_spans_of_cells_in_both_directions() -> None:
    body = table(
        row(cell(p("Nội dung"), rows=2), cell(p("Đơn vị"), columns=2), COVERED),
        row(COVERED, cell(p("chủ trì")), cell(p("phối hợp"))),
        row(cell(p("Nhóm A"), columns=3), COVERED, COVERED),
    )
    (block,) = read(body).blocks
    assert isinstance(block, Table)
    assert [[c.text for c in line] for line in block.grid()] == [
        ["Nội dung", "Đơn vị", "Đơn vị"],
        ["Nội dung", "chủ trì", "phối hợp"],
        ["Nhóm A", "Nhóm A", "Nhóm A"],
    ]


def test_looks_come_from_styles_and_what_they_are_based_on() -> None:
    styles = style("Base", "paragraph", 'fo:font-weight="bold"', 'fo:text-align="center"')
    styles += style("P1", "paragraph", parent="Base") + style("T1", "text", 'fo:font-weight="normal"')
    heading, broken = read(p("Kế hoạch", "P1") + p('Kế <text:span text:style-name="T1">hoạch</text:span>', "P1")).blocks
    assert isinstance(heading, Paragraph)
    heading, broken = read(
        p("Kế hoạch", "P1") + p('Kế <text:span text:style-name="T1">hoạch</text:span>', "P1"), styles
    ).blocks
    assert isinstance(heading, Paragraph)
    assert isinstance(broken, Paragraph)
    assert (heading.bold, heading.centered) == (True, True)
    assert broken.bold is False


def test_white_space_and_what_is_hidden() -> None:
    hidden = style("H", "text", 'text:display="none"')
    body = p(
        'Số:<text:s text:c="5"/>/KH<text:tab/>a<text:line-break/>b<text:span text:style-name="H">không</text:span>'
    )
    body += p(
        "x<office:annotation><text:p>ghi chú</text:p></office:annotation>y<text:note><text:p>z</text:p></text:note>"
    )
    body = "<text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes>" + body
    assert shown(read(body, hidden)) == ["Số: /KH a\nb", "xy"]


def test_a_text_box_is_read_behind_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('trong khung')}</draw:text-box></draw:frame>"
    assert shown(read(p(f"trước{box}sau"))) == ["trướcsau", "trong khung"]


def test_every_block_stands_where_it_says() -> None:
    sheet = read(p("  Kế   hoạch ") + table(row(cell(p("a") + p("b")), cell(p("c")))))
    paragraph, found = sheet.blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(found, Table)
    assert paragraph.span.of(sheet.text) == "Kế hoạch"
    assert [c.span.of(sheet.text) for c in found.rows[0]] == ["a\nb", "c"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (table(row(cell(p("x"), columns=70))), "too_many_cells"),
        (
            table('<table:table-row table:number-rows-repeated="30000">' + cell(p("x")) + "</table:table-row>"),
            "too_many_cells",
        ),
        (p(""), "no_text"),
    ],
)
def test_caps(body: str, code: str) -> None:
    with pytest.raises(PaperUnreadable) as caught:
        read(body)
    assert caught.value.code == code
