"""Markdown: its marks go, its structure stays."""

from __future__ import annotations

from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Paragraph, Table

TEXT = r"""# KẾ HOẠCH

**Về việc tuyên truyền**

Căn cứ Luật *Báo chí* và [Quyết định](http://x) số 5\_a;

## I. MỤC ĐÍCH

* nâng cao nhận thức;
+ mở rộng.

| TT | Nội dung | Chủ trì |
|---|:---|---|
| 1 | Mở chuyên mục | **Sở A**<br>Sở B |
| 2 | In \| phát | Sở C |
"""


def test_blocks() -> None:
    sheet = open_paper(TEXT.encode(), "x.md")
    assert sheet.format == "md"
    assert sheet.trust < 1
    assert [(b.text, b.bold) for b in sheet.blocks if isinstance(b, Paragraph)] == [
        ("KẾ HOẠCH", True),
        ("Về việc tuyên truyền", True),
        ("Căn cứ Luật Báo chí và Quyết định số 5_a;", False),
        ("I. MỤC ĐÍCH", True),
        ("- nâng cao nhận thức;", False),
        ("+ mở rộng.", False),
    ]
    table = sheet.blocks[-1]
    assert isinstance(table, Table)
    assert [[c.text for c in row] for row in table.rows] == [
        ["TT", "Nội dung", "Chủ trì"],
        ["1", "Mở chuyên mục", "Sở A\nSở B"],
        ["2", "In | phát", "Sở C"],
    ]
    assert all(c.span.of(sheet.text) == c.text for row in table.rows for c in row)


def test_a_plain_text_is_no_markdown() -> None:
    assert open_paper("# ghi chú\nKế hoạch * dấu sao\n- một\n- hai".encode(), "x").format == "txt"
