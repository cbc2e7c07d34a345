"""Dispatch by content; everything unreadable is one Vietnamese sentence."""

from __future__ import annotations

import random
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest

from lantoa.papers.anatomy import recognise
from lantoa.papers.readers import open_paper
from lantoa.papers.tree import Paragraph
from lantoa.refusals import PaperUnreadable
from tests.papers.raw_docx import W, docx, p, tbl, tc, tr


def refused(data: bytes) -> str:
    with pytest.raises(PaperUnreadable) as caught:
        open_paper(data, "tệp")
    sentence = str(caught.value)
    assert sentence.startswith("Tệp «tệp»")
    assert "Chưa có gì được lưu" in sentence
    assert sentence.endswith(".")
    return caught.value.code


def zipped(**members: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"%PDF-1.7\n...", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "ole"),
        (b"{\\rtf1 abc}", "rtf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "image"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "image"),
        (b"<!DOCTYPE html><html></html>", "no_text"),
        (b"  <html><body><script>x</script></body></html>", "no_text"),
        ("Kế hoạch".encode("cp1258", "replace") + b" \xb8\xb9\xe9 s\xe8 7", "legacy"),
        (bytes(range(256)) * 4, "binary"),
        (b"PK\x03\x04 nothing", "zip"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=b"<a/>"), "broken"),
        (zipped(xl__workbook_xml=b"<a/>"), "xlsx"),
        (zipped(word__document_xml=b"<a/>"), "broken"),
        (zipped(word__document_xml=b"no xml"), "broken"),
        (docx("")[:-30], "broken"),
        (docx(p("")), "no_text"),
    ],
)
def test_what_is_no_paper_is_refused_politely(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_a_suffix_deceives_nobody() -> None:
    assert open_paper(docx(p("Kế hoạch")), "anh.png").format == "docx"
    assert open_paper("Kế hoạch".encode(), "van-ban.docx").format == "txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_texts_are_read_whatever_their_form(encoding: str) -> None:
    text = "Ủy ban nhân dân tỉnh\r\nKế hoạch\n"
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    sheet = open_paper(mark + text.encode(encoding), "x.txt")
    assert [block.text for block in sheet.blocks if isinstance(block, Paragraph)] == [
        "Ủy ban nhân dân tỉnh",
        "Kế hoạch",
    ]


def test_a_bomb_is_refused_before_it_is_opened() -> None:
    assert refused(docx(p("x" * 30_000_000))) == "bomb"
    assert refused(docx(p("x"), **{f"word__m{n}": b"" for n in range(2001)})) == "bomb"


def test_entities_are_refused() -> None:
    bad = f'<!DOCTYPE d [<!ENTITY e "x">]><w:document {W}><w:body>{p("&e;")}</w:body></w:document>'
    assert refused(zipped(word__document_xml=bad.encode())) == "dtd"


def test_macros_and_hostile_names_are_refused() -> None:
    hostile = {"word/vbaProject.bin": "active", "word/embeddings/a.bin": "active", "../../etc/x": "unsafe_names"}
    for path, code in hostile.items():
        assert refused(docx(p("Kế hoạch"), **{path: b"\xd0\xcf"})) == code


def test_pictures_and_embedded_sheets_stay_unread() -> None:
    sheet = open_paper(docx(p("Kế hoạch"), word__media__a=b"\x89PNG", **{"word/embeddings/a.xlsx": b"PK"}), "x")
    assert sheet.text == "Kế hoạch\n"


def test_a_missing_file_is_an_os_error() -> None:
    with pytest.raises(FileNotFoundError):
        open_paper("/khong/co/o/day.docx")


def test_broken_bytes_never_raise_anything_else() -> None:
    """A few hundred small injuries of a .docx and of a text."""
    dice = random.Random(5)
    good = [
        docx(p("Kế hoạch") + tbl(tr(tc(p("a")), tc(p("b"))))),
        "\tSTT\n\tNội dung\n\n\t1\n\tViệc\n\nTM. UBND".encode(),
    ]
    for _ in range(300):
        data = bytearray(dice.choice(good))
        for _ in range(dice.randint(1, 8)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        with suppress(PaperUnreadable):
            recognise(open_paper(bytes(data[: dice.randint(1, len(data))]), "x"))


@pytest.mark.parametrize(
    "data", [("Sở A làm. " * 60_000).encode(), docx(p("Sở A làm. ") * 60_000)], ids=["txt", "docx"]
)
def test_a_text_longer_than_any_plan_is_refused(data: bytes) -> None:
    assert refused(data) in ("too_large", "bomb")


@pytest.mark.parametrize("words", ["KÕ ho¹ch tuyªn truyÒn cña tØnh n¨m 2003", "Keá hoaïch tuyeân truyeàn cuûa tænh"])
def test_letters_of_old_fonts_are_recognised_in_any_format(words: str) -> None:
    """TCVN3 and VNI: the bytes are fine Unicode, the words are not Vietnamese until a font shows them."""
    for data in (words.encode(), docx(p(words)), f"<html><body><p>{words}</p></body></html>".encode()):
        assert refused(data) == "legacy"
