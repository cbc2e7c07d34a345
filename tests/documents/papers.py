"""Papers that tests issue."""

from __future__ import annotations

from lantoa.papers.tree import Cell, Clause, Line, Paper, Signature, Table

REPORT = Paper(
    type_name="Báo cáo",
    title="Kết quả truyền thông về biển đảo quê hương năm 2026",
    issuing_body="SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
    parent_body="ỦY BAN NHÂN DÂN TỈNH HẢI SƠN",
    place="Hải Sơn",
    body=(
        Clause("KẾT QUẢ THỰC HIỆN", "I.", children=(Clause("Đã đăng 12 tin, bài.", "1."),)),
        Table(((Cell("Chỉ số"), Cell("Kết quả")), (Cell("Tin, bài"), Cell("12")))),
    ),
    signature=Signature(("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC"),
    recipients=(Line("Ủy ban nhân dân tỉnh Hải Sơn"), Line("Sở Tài chính"), Line("Lưu: VT, QLVH")),
)
