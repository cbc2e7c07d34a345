"""Plain text: paragraphs, wrapped lines, and tables rebuilt from their shape."""

from __future__ import annotations

from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Paragraph, Sheet, Table

HEAD = ["STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"]


def read(text: str) -> Sheet:
    sheet = open_paper(text.encode(), "x.txt")
    for block in sheet.blocks:
        cells = [block] if isinstance(block, Paragraph) else [cell for row in block.rows for cell in row]
        assert all(cell.span.of(sheet.text).split() == cell.text.split() for cell in cells)
    return sheet


def tables(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in b.rows] for b in read(text).blocks if isinstance(b, Table)]


def paragraphs(text: str) -> list[str]:
    return [block.text for block in read(text).blocks if isinstance(block, Paragraph)]


def laid_out(*rows: list[str]) -> str:
    return "Trước\n" + "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows) + "\n\n\nSau\n"


def test_one_cell_a_line() -> None:
    rows = [HEAD, ["1", "Làm phim", "Sở A", "Sở B", "Quý I"], ["2", "Treo pa nô", "Sở C", "", " "]]
    text = laid_out(*rows)
    assert tables(text) == [[[cell.strip() for cell in row] for row in rows]]
    assert paragraphs(text) == ["Trước", "Sau"]


def test_a_heading_repeated_in_each_cell_is_one_cell() -> None:
    text = laid_out(HEAD, ["I", *["Nhóm việc"] * 4], ["1", "Làm phim", "Sở A", "Sở A", "Quý I"])
    table = next(block for block in read(text).blocks if isinstance(block, Table))
    assert [(cell.text, cell.columns) for cell in table.rows[1]] == [("I", 1), ("Nhóm việc", 4)]
    assert len(table.rows[2]) == 5


def test_a_cell_of_several_lines() -> None:
    text = "\tTT\n\tViệc\n\tCơ quan\n\n\t1\n\tLàm phim\n\tChủ trì: Sở A\nPhối hợp: Sở B\n\n\t2\n\tHội thi\n\tSở C\nIII. SAU\n"
    text = (
        text.replace("Sở B\n\n\t2", "Sở B\n\t\n\n\t2")
        .replace("\tCơ quan\n", "\tCơ quan\n\tGhi chú\n")
        .replace("\tSở C\n", "\tSở C\n\tx\n")
    )
    assert tables(text)[0][1] == ["1", "Làm phim", "Chủ trì: Sở A\nPhối hợp: Sở B", ""]
    assert paragraphs(text) == ["III. SAU"]


def test_an_empty_cell_that_lost_its_tab_does_not_cut_the_row() -> None:
    text = laid_out(HEAD, ["1", "Làm phim", "Sở A", "Sở B", "Quý I"], ["2", "Hội thi", "Sở C", "GAP", "Quý II"])
    text = text.replace("\tGAP\n", "\n")
    assert tables(text)[0][2] == ["2", "Hội thi", "Sở C", "", "Quý II"]


def test_prose_indented_by_tabs_is_no_table() -> None:
    text = "\tCăn cứ Luật A;\n\tCăn cứ Luật B.\n\n\tI. MỤC ĐÍCH\n\tLàm cho tốt.\n"
    assert tables(text) == []
    assert paragraphs(text) == ["Căn cứ Luật A;", "Căn cứ Luật B.", "I. MỤC ĐÍCH", "Làm cho tốt."]


def test_rows_by_tabs_and_by_bars() -> None:
    assert tables("TT\tViệc\tSở\n1\tPhim\tSở A\n2\tThi\tSở B\n")[0][2] == ["2", "Thi", "Sở B"]
    assert tables("| TT | Việc | Sở |\n|---|---|---|\n| 1 | Phim | Sở A |\n") == [
        [["TT", "Việc", "Sở"], ["1", "Phim", "Sở A"]]
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    words = ("Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với các cơ quan " * 6).split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 70:
            lines.append(line.strip())
            line = ""
        line += f"{word} "
    text = "\n".join([*lines, line.strip() + ".", "2. Sở Nội vụ theo dõi."])
    assert paragraphs(text) == [" ".join(words) + ".", "2. Sở Nội vụ theo dõi."]


def test_long_lines_are_paragraphs_as_they_stand() -> None:
    long = "Một đoạn rất dài " * 20
    assert paragraphs(f"{long}\nđoạn sau viết thường\n") == [long.strip(), "đoạn sau viết thường"]


def test_drawn_rules_are_dropped() -> None:
    assert paragraphs("UBND TỈNH\n-------\n____\n|\nSố: 1/KH-UBND") == ["UBND TỈNH", "Số: 1/KH-UBND"]


def test_a_dash_or_a_letter_left_alone_goes_back_to_its_line() -> None:
    sheet = open_paper("Kính gửi:\n- Ủ\ny ban nhân dân xã;\n-\nĐài tỉnh.\n- F\nđoạn\n".encode(), "x.txt")
    shown = [block.text for block in sheet.blocks if isinstance(block, Paragraph)]
    assert shown == ["Kính gửi:", "- Ủy ban nhân dân xã;", "- Đài tỉnh.", "- F", "đoạn"]
