"""What Word shows is what is read."""

from __future__ import annotations

import pytest

from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Paragraph, Sheet, Table
from tests.papers.raw_docx import abstract, docx, level, listed, num, p, tbl, tc, tr


def read(body: str, **more: str) -> Sheet:
    sheet = open_paper(docx(body, **more), "thu.docx")
    for block in sheet.blocks:
        if isinstance(block, Paragraph):
            assert block.span.of(sheet.text) == block.text
        else:
            assert all(cell.span.of(sheet.text) == cell.text for row in block.rows for cell in row)
    return sheet


def lines(body: str, **more: str) -> list[str]:
    return [f"{b.label} {b.text}".strip() for b in read(body, **more).blocks if isinstance(b, Paragraph)]


def table(body: str, **more: str) -> list[list[str]]:
    first = next(block for block in read(body, **more).blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in first.grid()]


NUMBERING = abstract(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"))


def test_automatic_numbers_are_computed() -> None:
    body = listed("Một") + listed("Hai", depth=1) + listed("Ba", depth=1) + listed("Bốn", depth=2)
    body += listed("Năm") + listed("Sáu", depth=1)
    assert lines(body, numbering=NUMBERING + num(1, 1)) == ["I. Một", "1. Hai", "2. Ba", "a) Bốn", "II. Năm", "1. Sáu"]


def test_lists_that_share_a_pattern_share_their_count_unless_restarted() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1) + num(2, 1) + num(3, 1, restart)
    body = listed("a") + listed("b", 2) + listed("c", 3)
    assert lines(body, numbering=numbering) == ["1. a", "2. b", "1. c"]


def test_numbers_of_many_levels_and_bullets() -> None:
    numbering = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")) + num(1, 1)
    numbering += abstract(2, level(0, "bullet", "\uf0b7")) + num(2, 2)
    body = listed("a") + listed("b", depth=1) + listed("c", depth=1) + listed("d", 2)
    assert lines(body, numbering=numbering) == ["1. a", "1.1. b", "1.2. c", "- d"]


def test_a_style_may_number_and_a_paragraph_may_leave_the_list() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    body = p("Một", '<w:pStyle w:val="Muc"/>') + p(
        "Không", '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    sheet = read(body, numbering=NUMBERING + num(1, 1), styles=styles)
    assert [(b.label, b.bold) for b in sheet.blocks if isinstance(b, Paragraph)] == [("I.", True), ("", True)]


def test_empty_cells_of_a_numbered_column_show_their_numbers() -> None:
    rows = [tr(tc(listed("", 1)), tc(p(text))) for text in ("Một", "Hai")]
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    assert table(tbl(*rows), numbering=numbering) == [["1.", "Một"], ["2.", "Hai"]]


def test_merged_cells_stand_once_and_reach() -> None:
    wide = tc(p("Nhóm"), '<w:gridSpan w:val="2"/>')
    tall = [tc(p("Cao"), '<w:vMerge w:val="restart"/>'), tc(p(""), "<w:vMerge/>")]
    body = tbl(tr(tc(p("1")), wide), tr(tc(p("2")), tc(p("x")), tall[0]), tr(tc(p("3")), tc(p("y")), tall[1]))
    assert table(body) == [["1", "Nhóm", "Nhóm"], ["2", "x", "Cao"], ["3", "y", "Cao"]]


def test_a_table_in_a_cell_becomes_its_lines() -> None:
    inner = tbl(tr(tc(p("a")), tc(p("b"))))
    assert table(tbl(tr(tc(p("ngoài") + inner), tc(p("kia"))))) == [["ngoài\na\nb", "kia"]]


def test_insertions_stay_and_deletions_go() -> None:
    body = (
        "<w:p><w:r><w:t>Sở </w:t></w:r><w:ins><w:r><w:t>Nội vụ</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>Tài chính</w:delText></w:r></w:del></w:p>"
    )
    assert lines(body) == ["Sở Nội vụ"]


def test_hidden_text_field_codes_and_soft_hyphens_go() -> None:
    body = (
        "<w:p><w:r><w:t>Báo\u00ad cáo</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:softHyphen/><w:t> năm</w:t></w:r></w:p>"
    )
    assert lines(body) == ["Báo cáo năm"]


def test_tabs_and_breaks_stay() -> None:
    sheet = read("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>")
    assert [b.text for b in sheet.blocks if isinstance(b, Paragraph)] == ["a b\nc"]


def test_text_boxes_are_read_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{p('Trong hộp')}</w:txbxContent>"
    body = f"<w:p><w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body += "</mc:AlternateContent></w:r></w:p>"
    assert lines(body) == ["Trong hộp"]


def test_text_is_composed() -> None:
    assert lines(p("ke\u0302\u0301 hoa\u0323ch")) == ["kế hoạch"]


@pytest.mark.parametrize(("columns", "rows"), [(65, 1), (5_000_000, 1), (60, 400)], ids=["wide", "absurd", "many"])
def test_tables_beyond_the_caps_are_refused(columns: int, rows: int) -> None:
    from lantoa.refusals import PaperUnreadable

    row = tr(tc(p("x"), f'<w:gridSpan w:val="{columns}"/>'))
    with pytest.raises(PaperUnreadable) as refused:
        open_paper(docx(tbl(*[row] * rows)), "to.docx")
    assert refused.value.code == "too_many_cells"
