"""Papers of an invented province, as values, for the tests of the writers."""

from __future__ import annotations

from lantoa.papers.tree import Appendix, Cell, Clause, Line, Paper, Signature, Table
from lantoa.viet.dates import PartialDate

SENTENCE = (
    "Trong năm, các đơn vị đã đăng tải tin, bài, phát sóng bản tin và tổ chức giờ học mở, qua đó người dân hiểu rõ hơn "
    "những việc ASEAN đang làm và những điều mình được hưởng."
)


def table(*rows: tuple[str, ...]) -> Table:
    """A table whose first row is its head."""
    head, *rest = rows
    return Table((tuple(Cell(text, bold=True) for text in head), *(tuple(map(Cell, row)) for row in rest)))


FIGURES = Table(
    (
        (
            Cell("STT", rows=2, bold=True),
            Cell("Đơn vị", rows=2, bold=True),
            Cell("Kết quả", columns=2, bold=True),
            Cell("Kinh phí (triệu đồng)", rows=2, bold=True),
        ),
        (Cell("Tin, bài", bold=True), Cell("Lượt người", bold=True)),
        (Cell("1"), Cell("Báo và Phát thanh, Truyền hình Hải Sơn"), Cell("118"), Cell("30.881"), Cell("34,275")),
        (Cell("2"), Cell("UBND xã Đảo Cát", rows=2), Cell("2"), Cell("120"), Cell("1,5")),
        (Cell("3"), Cell("4"), Cell("1.300"), Cell("2")),
        (Cell(""), Cell("Tổng cộng", bold=True), Cell("124"), Cell("32.301"), Cell("37,775")),
    )
)

REPORT = Paper(
    type_name="Báo cáo",
    title="Kết quả thông tin, truyền thông về ASEAN trên địa bàn tỉnh Hải Sơn trong năm 2026 và nhiệm vụ năm 2027",
    issuing_body="Sở Văn hóa, Thể thao và Du lịch",
    parent_body="UBND tỉnh Hải Sơn",
    number="402",
    symbol="402/BC-SVHTTDL",
    place="Hải Sơn",
    date=PartialDate(2026, 12, 8),
    addressees=(Line("Bộ Văn hóa, Thể thao và Du lịch"), Line("Ủy ban nhân dân tỉnh Hải Sơn")),
    preamble="Sở Văn hóa, Thể thao và Du lịch báo cáo kết quả thực hiện năm 2026 như sau:",
    body=(
        Clause(
            "KẾT QUẢ THỰC HIỆN",
            "I.",
            children=(
                Clause(
                    "Báo chí, phát thanh, truyền hình",
                    "1.",
                    children=(
                        Clause("Báo in và báo điện tử:", "a)", children=(Clause(SENTENCE, "-"), Clause(SENTENCE, "-"))),
                        Clause("Phát thanh và truyền hình duy trì hai chuyên mục mỗi tháng.", "b)"),
                    ),
                ),
                Clause(SENTENCE, "2."),
            ),
        ),
        Clause(
            "SỐ LIỆU",
            "II.",
            children=(
                Clause("Kết quả theo đơn vị được tổng hợp trong bảng sau:"),
                FIGURES,
                *(Clause(SENTENCE),) * 14,
                Clause("Báo cáo này thay cho báo cáo sơ bộ gửi tháng trước."),
            ),
        ),
    ),
    signature=Signature(("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "Họ Và Tên"),
    recipients=(Line("Như trên"), Line("Văn phòng UBND tỉnh"), Line("Lưu: VT, TTBC")),
    appendices=(
        Appendix(
            "Phụ lục I",
            "DANH MỤC SỰ KIỆN",
            "(Kèm theo Báo cáo số 402/BC-SVHTTDL ngày 08 tháng 12 năm 2026 của Sở Văn hóa, Thể thao và Du lịch)",
            (table(("STT", "Sự kiện"), *((str(n), f"Buổi chiếu phim thứ {n} tại nhà văn hóa") for n in range(1, 61))),),
        ),
        Appendix("Phụ lục II", "DANH MỤC ẤN PHẨM", "", (Clause("Sổ tay song ngữ, 2.000 bản.", "1."),)),
    ),
)

DISPATCH = Paper(
    title="báo cáo kết quả thông tin, truyền thông về ASEAN năm 2026",
    issuing_body="Ủy ban nhân dân tỉnh Hải Sơn",
    symbol="/UBND-VX",
    place="Hải Sơn",
    date=PartialDate(2026, 11),
    addressees=(Line("Các sở, ban, ngành tỉnh"),),
    body=(
        Clause("Để có số liệu báo cáo đúng hạn, UBND tỉnh yêu cầu các cơ quan gửi báo cáo trước ngày 05/12/2026."),
        Clause("Báo cáo nêu rõ kết quả, khó khăn và kiến nghị."),
    ),
    signature=Signature(("TL. CHỦ TỊCH",), "CHÁNH VĂN PHÒNG"),
    recipients=(Line("Như trên"), Line("Lưu: VT, VX")),
)
