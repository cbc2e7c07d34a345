"""The styles of an official paper: each element of Decree 30/2020/NĐ-CP, Annex I, part II, with its letter and place.

Officers see the Vietnamese names in Word's list of styles; they are the words of the annex.
"""

from __future__ import annotations

from dataclasses import dataclass

from lantoa.papers.writers.wordml import NAMESPACES

INDENT = 720
"""First line of a passage: 1.27 cm (Annex I allows 1 or 1.27)."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. `size` in points; `place` and `look` are further paragraph and run properties as XML."""

    id: str
    name: str
    size: int = 14
    place: str = ""
    look: str = ""


_CENTRE = '<w:jc w:val="center"/>'
_BOTH = '<w:jc w:val="both"/>'
_BOLD = "<w:b/>"
_ITALIC = "<w:i/>"
_CAPS = "<w:caps/>"
_KEEP = "<w:keepNext/>"
_FIRST_LINE = f'<w:ind w:firstLine="{INDENT}"/>'


def _spaced(before: int = 0, after: int = 0) -> str:
    """Space before and after, in points."""
    return f'<w:spacing w:before="{before * 20}" w:after="{after * 20}"/>'


# In paragraph properties the schema fixes the order: keepNext, keepLines, pBdr, spacing, ind, jc, outlineLvl.
_PASSAGE = _spaced(after=6) + _FIRST_LINE + _BOTH
_CELL = _spaced(before=2, after=2)

STYLES = (
    # The head: boxes 1 to 5.
    Style("QuocHieu", "Quốc hiệu", 13, _CENTRE, _BOLD),
    Style("TieuNgu", "Tiêu ngữ", 14, _CENTRE, _BOLD),
    Style("CoQuanChuQuan", "Cơ quan chủ quản", 13, _CENTRE, _CAPS),
    Style("CoQuanBanHanh", "Cơ quan ban hành", 13, _CENTRE, _BOLD + _CAPS),
    Style("SoKyHieu", "Số, ký hiệu", 13, _spaced(before=6) + _CENTRE),
    Style("DiaDanhNgayThang", "Địa danh, ngày tháng", 14, _spaced(before=6) + _CENTRE, _ITALIC),
    Style("TrichYeuCongVan", "Trích yếu công văn", 13, _spaced(before=6) + _CENTRE),
    Style("TenLoai", "Tên loại văn bản", 14, _KEEP + _spaced(before=18) + _CENTRE, _BOLD + _CAPS),
    Style("TrichYeu", "Trích yếu", 14, _KEEP + _CENTRE, _BOLD),
    Style(
        "KeNgang",
        "Kẻ ngang",
        2,
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        '<w:spacing w:before="60" w:after="0" w:line="40" w:lineRule="exact"/>',
    ),
    Style("KhoangCach", "Khoảng cách", 6),
    Style("Ket", "Kết", 1, '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'),
    # Addressees and the body: boxes 9a and 6.
    Style("KinhGui", "Kính gửi", 14, _spaced(before=12, after=6)),
    Style("NoiKinhGui", "Nơi kính gửi", 14, _spaced(after=6)),
    Style("CanCu", "Căn cứ ban hành", 14, _PASSAGE, _ITALIC),
    Style("DoanVan", "Đoạn văn", 14, _PASSAGE),
    Style("PhanChuong", "Phần, chương", 14, _KEEP + _spaced(before=6, after=6) + _CENTRE, _BOLD),
    Style("TenPhanChuong", "Tên phần, chương", 14, _KEEP + _spaced(after=6) + _CENTRE, _BOLD + _CAPS),
    Style("MucLon", "Mục lớn", 14, _KEEP + _spaced(before=6, after=6) + _FIRST_LINE + _BOTH, _BOLD + _CAPS),
    Style("TieuDe", "Tiêu đề", 14, _KEEP + _PASSAGE, _BOLD),
    # Tables.
    Style("BangTieuDe", "Bảng - tiêu đề", 13, _CELL + _CENTRE, _BOLD),
    Style("BangChu", "Bảng - chữ", 13, _CELL),
    Style("BangGiua", "Bảng - giữa", 13, _CELL + _CENTRE),
    Style("BangSo", "Bảng - số liệu", 13, _CELL + '<w:jc w:val="right"/>'),
    # The end: boxes 7 and 9b.
    Style("QuyenHan", "Quyền hạn, chức vụ", 14, _CENTRE, _BOLD + _CAPS),
    Style("HoTen", "Họ và tên người ký", 14, _spaced(before=78) + _CENTRE, _BOLD),
    Style("NoiNhanTieuDe", "Nơi nhận - tiêu đề", 12, "", _BOLD + _ITALIC),
    Style("NoiNhan", "Nơi nhận", 11),
    # Annexes and the page.
    Style("PhuLuc", "Phụ lục", 14, _KEEP + _CENTRE, _BOLD),
    Style("TenPhuLuc", "Tên phụ lục", 14, _KEEP + _CENTRE, _BOLD + _CAPS),
    Style("KemTheo", "Kèm theo", 14, _KEEP + _spaced(after=12) + _CENTRE, _ITALIC),
    Style("SoTrang", "Số trang", 13, _CENTRE),
)

_OUTLINE = {"PhanChuong": 0, "MucLon": 0, "PhuLuc": 0, "TieuDe": 1}


def _style(style: Style) -> str:
    level = _OUTLINE.get(style.id)
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    size = f'<w:sz w:val="{style.size * 2}"/><w:szCs w:val="{style.size * 2}"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{style.place}{outline}</w:pPr>'
        f"<w:rPr>{style.look}{size}</w:rPr></w:style>"
    )


def style_sheet() -> str:
    """The part `word/styles.xml`: Times New Roman 14, Vietnamese, widow control, and the styles above."""
    face = "Times New Roman"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {NAMESPACES}><w:docDefaults>'
        f'<w:rPrDefault><w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'
        '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{''.join(map(_style, STYLES))}</w:styles>"
    )
