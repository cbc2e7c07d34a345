"""How papers are numbered, and what of a paper is approved."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass, replace
from typing import Any

from lantoa.agencies.models import Agency, Holding, Role
from lantoa.papers.tree import Paper
from lantoa.refusals import Refusal, marked
from lantoa.trail.rules import canonical, sha256
from lantoa.viet.letters import plain

ABBREVIATIONS = {
    "Nghị quyết": "NQ", "Quyết định": "QĐ", "Chỉ thị": "CT", "Quy chế": "QC", "Quy định": "QyĐ", "Thông cáo": "TC",
    "Thông báo": "TB", "Hướng dẫn": "HD", "Chương trình": "CTr", "Kế hoạch": "KH", "Phương án": "PA", "Đề án": "ĐA",
    "Dự án": "DA", "Báo cáo": "BC", "Biên bản": "BB", "Tờ trình": "TTr", "Hợp đồng": "HĐ", "Công điện": "CĐ",
    "Bản ghi nhớ": "BGN", "Bản thỏa thuận": "BTT", "Giấy ủy quyền": "GUQ", "Giấy mời": "GM", "Giấy giới thiệu": "GGT",
    "Giấy nghỉ phép": "GNP", "Phiếu gửi": "PG", "Phiếu chuyển": "PC", "Phiếu báo": "PB",
}  # fmt: skip
"""Types of papers and how symbols write them: Decree 30/2020/NĐ-CP, Annex III, part I."""

_BY_NAME = {plain(name): abbreviation for name, abbreviation in ABBREVIATIONS.items()}

UNKNOWN_TYPE = marked(
    "“%(type)s” không có trong Bảng chữ viết tắt tên loại văn bản (Nghị định 30/2020/NĐ-CP, Phụ lục III), "
    "nên chưa có ký hiệu; hãy chọn tên loại khác."
)
NO_SYMBOL = marked(
    "Cơ quan ban hành chưa có chữ viết tắt để ghi ký hiệu; hãy nhập chữ viết tắt của cơ quan rồi thử lại."
)


def symbol_for(type_name: str, issuer_symbol: str, serial: int, *, unit: str = "") -> str:
    """Number and symbol of a paper: "05/BC-SVHTTDL"; a number under 10 takes a leading zero.

    A dispatch (`type_name` empty) has no type: "07/STC-QLNS" is issuer, then the drafting `unit`.
    Source: Decree 30/2020/NĐ-CP, Annex I, part II, item 3. Refuses an unknown type and a missing issuer symbol.
    """
    if not issuer_symbol:
        raise Refusal("issuer_without_symbol", NO_SYMBOL)
    if type_name:
        parts = [abbreviation_of(type_name), issuer_symbol]
    else:
        parts = [issuer_symbol, unit] if unit else [issuer_symbol]
    return f"{serial:02d}/{'-'.join(parts)}"


def abbreviation_of(type_name: str) -> str:
    """How a symbol writes a type, whatever the case of its letters; refuses a type the decree does not list."""
    try:
        return _BY_NAME[plain(type_name).strip()]
    except KeyError:
        raise Refusal("unknown_type", UNKNOWN_TYPE, field="type_name", type=type_name) from None


def content_hash(paper: Paper) -> str:
    """SHA-256 (hex) of what a paper says: all but number, symbol, date and signature, which come after the approval.

    Only fields that say something are digested, so a later version of the tree with more fields keeps old digests.
    """
    content = replace(paper, number="", symbol="", date=None, signature=None)
    return sha256(canonical([_canonical(content)]))


def _canonical(value: Any) -> Any:
    if is_dataclass(value):
        said = {f.name: _canonical(getattr(value, f.name)) for f in fields(value) if f.compare and _says(value, f)}
        return {"": type(value).__name__, **said}
    if isinstance(value, tuple):
        return [_canonical(item) for item in value]
    return value


def _says(value: Any, field: Any) -> bool:
    return field.default is MISSING or getattr(value, field.name) != field.default


def may_issue(holding: Holding, issuer: Agency) -> bool:
    """True for coordinators, leaders and posts that sign, for an agency of their own province."""
    trusted = holding.is_in(Role.COORDINATOR, Role.LEADER) or holding.post.signs
    return trusted and holding.tenant_id == issuer.tenant_id
