"""The words by which the parts of an official paper are known. Compared folded: case and marks do not count."""

from __future__ import annotations

import re

from lantoa.viet.letters import fold

TYPES: dict[str, str] = {
    fold(name): name
    for name in (
        "Kế hoạch", "Báo cáo", "Tờ trình", "Quyết định", "Nghị quyết", "Chỉ thị", "Thông báo", "Chương trình",
        "Hướng dẫn", "Đề án", "Phương án", "Quy chế", "Quy định", "Dự án", "Thông cáo", "Thông tư", "Nghị định",
        "Biên bản", "Hợp đồng", "Công điện", "Giấy mời", "Giấy giới thiệu", "Bản ghi nhớ", "Bản thỏa thuận",
        "Giấy ủy quyền", "Kết luận", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Công văn", "Tờ khai",
    )
}  # fmt: skip
"""Named types of Decree 30/2020/NĐ-CP, Annex III, with the Party's and the normative ones that occur."""

_NATION = re.compile(r"(cong hoa xa hoi( chu nghia)?( viet nam)?|chu nghia viet nam|dang cong san viet nam)[*\s]*")
_MOTTO = re.compile(r"doc lap\s*-\s*tu do\s*-\s*hanh phuc[\s*]*")
_RULE = re.compile(r"[-_=|*~.•\s]+|o0o|oOo|-+\s*o0o\s*-+")
_CAPACITY = re.compile(r"(?:(T/?M|K/?T|T/?L|T/?U/?Q|Q)\s*[./]\s*|(T/M|K/T|T/L)\s+)(?=\S)", re.IGNORECASE)
_RECIPIENTS = re.compile(r"noi nhan\s*:?\s*")
_TITLES = re.compile(
    r"(pho |quyen |q\. ?)?((tong )?giam doc|chu tich|chanh (van phong|thanh tra|an)|pho chanh van phong|bo truong|"
    r"thu truong|truong (ban|phong|doan|cong an)|bi thu|cuc truong|vu truong|chi cuc truong|tong cuc truong|"
    r"hieu truong|vien truong|thu tuong|tong bien tap|chu nhiem|tinh uy vien|hoi truong)\b.*"
)
_REFERENCE = re.compile(r"\(?\s*(ban hanh |dinh )?kem theo\b.*")
_APPENDIX = re.compile(r"phu luc(\s+(so\s+)?([ivxlc]+|\d+|[a-h]))?\s*[.:]?")
_BASIS = re.compile(r"(can cu|thuc hien|theo|xet|tren co so|trien khai|tiep tuc thuc hien|thi hanh)\b")
_CALL = re.compile(r"kinh gui\s*:?\s*")


def is_nation(line: str) -> bool:
    """The national name or its motto (or half of it, where a narrow column breaks it)."""
    folded = fold(line).strip()
    return bool(_NATION.fullmatch(folded) or _MOTTO.fullmatch(folded))


def is_rule(line: str) -> bool:
    """A line drawn with characters."""
    return bool(_RULE.fullmatch(line.strip()))


def type_of(line: str) -> str:
    """The type that a line names and nothing else: "KẾ HOẠCH" -> "Kế hoạch"; else ""."""
    return TYPES.get(fold(line).strip(" .:*"), "")


def is_capacity(line: str) -> bool:
    """ "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"... (Decree 30/2020/NĐ-CP, article 13)."""
    return bool(_CAPACITY.match(line.strip())) and len(line) < 100


def is_signing_title(line: str) -> bool:
    """A post as it stands above a signature."""
    return bool(_TITLES.fullmatch(fold(line).strip())) and len(line) < 100


def opens_foot(line: str) -> bool:
    """The recipients' heading or a signing capacity: the body is over."""
    return is_recipients(line) or (is_capacity(line) and line == line.upper())


def is_recipients(line: str) -> bool:
    return bool(_RECIPIENTS.fullmatch(fold(line).strip(" *")))


def is_reference(line: str) -> bool:
    """ "(Kèm theo Kế hoạch số .../... ngày ...)" below an annex's title."""
    return bool(_REFERENCE.fullmatch(fold(line).strip())) and bool(re.search(r"\bso\b|/", fold(line)))


def is_appendix(line: str) -> bool:
    """An annex's label alone on its line: "PHỤ LỤC", "Phụ lục II"."""
    return bool(_APPENDIX.fullmatch(fold(line).strip(" *")))


def is_basis(line: str) -> bool:
    """How a legal basis begins."""
    return bool(_BASIS.match(fold(line[:40]).strip()))


def call_of(line: str) -> str | None:
    """What follows "Kính gửi:" on its line; None when the line is no call."""
    match = _CALL.match(fold(line))
    return None if match is None else line[match.end() :].strip()
