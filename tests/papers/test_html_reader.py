"""What a browser shows of a page; menus, scripts and hidden parts stay out."""

from __future__ import annotations

import pytest

from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Paragraph, Sheet, Table
from lantoa.refusals import PaperUnreadable


def read(body: str) -> Sheet:
    return open_paper(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "x.html")


def shown(sheet: Sheet) -> list[str]:
    return [f"{b.label} {b.text}".strip() for b in sheet.blocks if isinstance(b, Paragraph)]


def test_blocks_begin_and_end_paragraphs() -> None:
    assert shown(read("<p>Một <b>hai</b>\n  ba</p>bốn<div>năm<br>sáu</div>")) == ["Một hai ba", "bốn", "năm\nsáu"]


def test_menus_scripts_and_hidden_parts_stay_out() -> None:
    page = "<nav>Trang chủ</nav><script>x</script><button>Tải</button><p hidden>a</p><p style='display: none'>b</p><p>c</p>"
    assert shown(read(page)) == ["c"]


def test_numbers_of_lists_are_computed() -> None:
    page = "<ol type='I'><li><p>Một</p><li>Hai<ol type=a><li>x</ol></ol><ol start=3><li>Ba</ol><ul><li>gạch</ul>"
    assert shown(read(page)) == ["I. Một", "II. Hai", "a. x", "3. Ba", "- gạch"]


def test_spans_of_cells_in_both_directions() -> None:
    page = (
        "<table><thead><tr><th rowspan=2>Nội dung<th colspan=2>Đơn vị</tr><tr><th>chủ trì<th>phối hợp</tr></thead>"
        "<tr><td colspan=3><p>Nhóm A</p></tr><tr><td>việc<td>Sở A<br>Sở B<td rowspan=9>C</tr></table>"
    )
    (block,) = read(page).blocks
    assert isinstance(block, Table)
    assert [[c.text for c in line] for line in block.grid()] == [
        ["Nội dung", "Đơn vị", "Đơn vị"],
        ["Nội dung", "chủ trì", "phối hợp"],
        ["Nhóm A", "Nhóm A", "Nhóm A"],
        ["việc", "Sở A\nSở B", "C"],
    ]
    assert block.rows[3][2].rows == 1


def test_a_table_that_frames_the_page_is_opened() -> None:
    page = "<table><tr><td><p>Kế hoạch</p><table><tr><td>a<td>b</tr></table><p>Hết</p></td></tr></table>"
    first, inner, last = read(page).blocks
    assert isinstance(inner, Table)
    assert [c.text for c in inner.rows[0]] == ["a", "b"]
    assert [b.text for b in (first, last) if isinstance(b, Paragraph)] == ["Kế hoạch", "Hết"]


def test_looks() -> None:
    bold, styled, plain = read(
        "<p align=center><b>KẾ HOẠCH</b></p><p style='text-align:center;font-weight:bold'>Về việc</p><p>a <b>b</b></p>"
    ).blocks
    assert isinstance(bold, Paragraph)
    assert isinstance(styled, Paragraph)
    assert isinstance(plain, Paragraph)
    assert (bold.bold, bold.centered, styled.bold, styled.centered) == (True, True, True, True)
    assert (plain.bold, plain.centered) == (False, False)


def test_a_floating_picture_cuts_no_word() -> None:
    assert shown(read('<p>S<img src=a align="left">\n  <br clear="left">\nố: 5</p>')) == ["Số: 5"]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("<meta charset=windows-1258>", "cp1258"),
        ('<meta content="text/html; charset=us-ascii">', "ascii"),
    ],
)
def test_the_encoding_that_the_page_declares(head: str, encoding: str) -> None:
    words = {"utf-8": "Kế hoạch", "cp1258": "Kê\u0301 hoa\u0323ch", "ascii": "K&#7871; ho&#7841;ch"}[encoding]
    page = f"<html><head>{head}</head><body><p>{words}</p></body></html>".encode(encoding)
    assert shown(open_paper(page, "x")) == ["Kế hoạch"]


def test_no_encoding_is_guessed() -> None:
    with pytest.raises(PaperUnreadable) as caught:
        open_paper(b"<html><body><p>K\xd5 ho\xb9ch</p></body></html>", "x")
    assert caught.value.code == "legacy"


@pytest.mark.parametrize("attribute", ["colspan=5000000", "colspan=99999999999"])
def test_caps(attribute: str) -> None:
    with pytest.raises(PaperUnreadable) as caught:
        read(f"<table><tr><td {attribute}>a</td><td>b</td></tr></table>")
    assert caught.value.code == "too_many_cells"


def test_depth_is_no_danger() -> None:
    assert shown(read("<div>" * 150 + "x" + "</div>" * 150 + "<p>sau</p>")) == ["x", "sau"]
    with pytest.raises(PaperUnreadable):
        read("<div>" * 5_000 + "x" + "</div>" * 5_000)
