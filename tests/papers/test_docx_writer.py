"""The .docx as a package: well formed, the same every time, free of persons, and open to other programs."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from lantoa.papers.tree import Cell, Clause, Line, Paper, Signature, Table
from lantoa.papers.writers.docx import MANIFEST, write_docx
from lantoa.papers.writers.letters import set_lines, width
from lantoa.papers.writers.page import TEXT_WIDTH
from lantoa.papers.writers.styles import STYLES
from lantoa.viet.dates import PartialDate
from tests.papers.samples import DISPATCH, FIGURES, REPORT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
KIND = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(paper: Paper, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(write_docx(paper))[name])


def test_same_paper_same_bytes() -> None:
    assert write_docx(REPORT) == write_docx(REPORT)
    with ZipFile(BytesIO(write_docx(REPORT))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("paper", [REPORT, DISPATCH, Paper()], ids=["report", "dispatch", "empty"])
def test_every_part_has_a_kind_and_every_relation_a_part(paper: Paper) -> None:
    files = parts(write_docx(paper, b"{}"))
    kinds = etree.fromstring(files["[Content_Types].xml"])
    named = {item.get("PartName", "")[1:] for item in kinds.iterfind(f"{KIND}Override")}
    by_suffix = {item.get("Extension") for item in kinds.iterfind(f"{KIND}Default")}
    assert named <= set(files)
    assert all(name in named or name.rsplit(".", 1)[1] in by_suffix for name in files)
    for folder, name in (("", "_rels/.rels"), ("word/", "word/_rels/document.xml.rels")):
        targets = [item.get("Target") for item in etree.fromstring(files[name]).iterfind(f"{RELATION}Relationship")]
        assert all(folder + str(target) in files for target in targets)
    Document(BytesIO(write_docx(paper, b"{}")))


def test_every_style_in_use_is_defined() -> None:
    used = {item.get(f"{W}val") for item in part(REPORT).iter(f"{W}pStyle")} | {
        item.get(f"{W}val") for item in part(DISPATCH).iter(f"{W}pStyle")
    }
    assert used <= {style.id for style in STYLES} | {"Normal"}


def test_manifest_is_kept_and_only_when_given() -> None:
    manifest = json.dumps({"report": "402"}).encode()
    assert parts(write_docx(REPORT, manifest))[MANIFEST] == manifest
    assert MANIFEST not in parts(write_docx(REPORT))
    assert b"manifest" not in parts(write_docx(REPORT))["_rels/.rels"]


def test_properties_name_the_paper_and_no_person() -> None:
    core = part(REPORT, "docProps/core.xml")
    told = {etree.QName(item).localname: item.text for item in core}
    assert told == {"title": f"Báo cáo {REPORT.title}", "language": "vi-VN", "created": "2026-12-08T00:00:00Z"}


def test_a_date_in_part_is_no_day_of_creation() -> None:
    core = part(Paper(title="thử", date=PartialDate(2026, 12)), "docProps/core.xml")
    assert [etree.QName(item).localname for item in core] == ["title", "language"]


def test_language_is_vietnamese() -> None:
    language = part(REPORT, "word/styles.xml").find(f".//{W}lang")
    assert language is not None
    assert language.get(f"{W}val") == "vi-VN"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_a_file_that_opens(text: str) -> None:
    paper = Paper(
        type_name=text,
        title=text,
        issuing_body=text,
        symbol=text,
        addressees=(Line(text),),
        body=(Clause(text, "1."), Table(((Cell(text), Cell(text)), (Cell(text), Cell(text))))),
        signature=Signature((text,), text, text),
        recipients=(Line(text),),
    )
    Document(BytesIO(write_docx(paper)))


def test_each_annex_counts_its_pages_from_one() -> None:
    sections = list(part(REPORT).iter(f"{W}sectPr"))
    assert len(sections) == 1 + len(REPORT.appendices)
    for section in sections:
        start, first = section.find(f"{W}pgNumType"), section.find(f"{W}titlePg")
        assert start is not None
        assert start.get(f"{W}start") == "1"
        assert first is not None


def test_tables_fill_the_text_and_keep_their_rows_whole() -> None:
    for table in part(REPORT).iter(f"{W}tbl"):
        widths = [int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")]
        assert sum(widths) == TEXT_WIDTH
        for row in table.iter(f"{W}tr"):
            assert row.find(f"{W}trPr/{W}cantSplit") is not None
            cells = [int(width.get(f"{W}w", "0")) for width in row.iter(f"{W}tcW")]
            assert sum(cells) == TEXT_WIDTH


def test_no_two_tables_touch() -> None:
    """Word makes one table of two that nothing stands between."""
    papers = (
        REPORT,
        DISPATCH,
        Paper(body=(FIGURES, FIGURES), recipients=(Line("Lưu: VT"),)),
        Paper(recipients=(Line("A"),)),
    )
    for paper in papers:
        for table in part(paper).iter(f"{W}tbl"):
            following = table.getnext()
            assert following is not None
            assert following.tag == f"{W}p"


def test_another_program_sees_the_merged_cells() -> None:
    table = Document(BytesIO(write_docx(REPORT))).tables[1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [cell.text for cell in line] for line in FIGURES.grid()
    ]
    heads = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]
    assert heads == [True, True, False, False, False, False]


def test_a_row_that_names_a_group_is_no_head() -> None:
    table = Table(
        (
            (Cell("STT"), Cell("Nội dung"), Cell("Thời gian")),
            (Cell("I"), Cell("Việc chung", columns=2)),
            (Cell("1"), Cell("Phát bản tin"), Cell("Hằng năm")),
        )
    )
    written = Document(BytesIO(write_docx(Paper(type_name="Kế hoạch", body=(table,))))).tables[1]
    assert [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in written.rows] == [True, False, False]
    bold = [[bool(run.bold) for run in row.cells[-1].paragraphs[0].runs] for row in written.rows]
    assert bold == [[False], [True], [False]]  # the head is bold by its style


@pytest.mark.parametrize(
    ("last", "written"),
    [("Hết.", "Hết./."), ("Hết;", "Hết;"), ("Hết", "Hết"), ("Còn nữa...", "Còn nữa..."), ("Hết./.", "Hết./.")],
)
def test_the_last_full_stop_closes_the_body(last: str, written: str) -> None:
    paper = Paper(type_name="Báo cáo", body=(Clause("KẾT", "I.", children=(Clause("Một.", "1."), Clause(last, "2."))),))
    lines = [paragraph.text for paragraph in Document(BytesIO(write_docx(paper))).paragraphs]
    assert f"2. {written}" in lines
    assert "1. Một." in lines


def test_lines_break_where_the_sense_does() -> None:
    assert set_lines("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", 13, 185) == ["SỞ VĂN HÓA,", "THỂ THAO VÀ DU LỊCH"]
    assert set_lines("ỦY BAN NHÂN DÂN TỈNH HẢI SƠN", 13, 185) == ["ỦY BAN NHÂN DÂN", "TỈNH HẢI SƠN"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["và", "Sở", "Văn", "hóa,", "nghiêng", "ĐƯỜNG", "x"]), max_size=40),
    st.integers(90, 460),
)
def test_lines_hold_every_word_and_fit(words: list[str], room: int) -> None:
    lines = set_lines(" ".join(words), 14, room)
    assert " ".join(lines).split() == words
    assert all(width(line, 14) <= room for line in lines)
    assert len(lines) <= max(1, len(filled(words, room / 1.02)))


def filled(words: list[str], room: float) -> list[str]:
    """Each line filled before the next is begun, which takes the fewest lines."""
    lines: list[str] = []
    for word in words:
        if lines and width(f"{lines[-1]} {word}", 14) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
