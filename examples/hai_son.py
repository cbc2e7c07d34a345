"""The plan of a province that does not exist, as a value; `make_examples.py` writes it out as .docx and as .txt.

Tỉnh Hải Sơn is invented, and so is every sentence. The bodies are those that a province has in 2026, and the cited
decisions are real. As in every real plan something is not quite right, so that a reader has something to say: one
decision is cited with a wrong day, one task has no time, and some tasks are led by a whole class of bodies.
"""

from __future__ import annotations

from lantoa.papers.tree import Appendix, Cell, Clause, Line, Paper, Signature, Table
from lantoa.viet.dates import PartialDate

CULTURE = "Sở Văn hóa, Thể thao và Du lịch"
MINISTRY = "Bộ Văn hóa, Thể thao và Du lịch"
PRESS = "Báo và Phát thanh, Truyền hình Hải Sơn"
PARTY = "Ban Tuyên giáo và Dân vận Tỉnh ủy"
COMMUNES = "UBND các xã, phường, đặc khu"


def _section(label: str, title: str, *children: Clause) -> Clause:
    return Clause(title, label, children=children)


def _numbered(*texts: str) -> tuple[Clause, ...]:
    return tuple(Clause(text, f"{number}.") for number, text in enumerate(texts, start=1))


def _dashed(*texts: str) -> tuple[Clause, ...]:
    return tuple(Clause(text, "-") for text in texts)


BASES = (
    # The decision is of 13 July 2021: the figures of the day have changed places.
    "Căn cứ Quyết định số 1160/QĐ-TTg ngày 31 tháng 7 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình hành "
    "động của Chính phủ về tuyên truyền, quảng bá ASEAN",
    "Căn cứ Quyết định số 47/2025/QĐ-TTg ngày 11 tháng 12 năm 2025 của Thủ tướng Chính phủ về việc phân công chủ trì, "
    "phối hợp các hoạt động hợp tác ASEAN",
    "Căn cứ Quyết định số 155/QĐ-TTg ngày 20 tháng 01 năm 2026 của Thủ tướng Chính phủ về Chương trình hành động thực "
    "hiện Kế hoạch chiến lược Cộng đồng Văn hóa - Xã hội ASEAN giai đoạn 2026 - 2035",
)

PREAMBLE = (
    "Ủy ban nhân dân tỉnh Hải Sơn ban hành Kế hoạch thông tin, truyền thông về ASEAN trên địa bàn tỉnh giai đoạn "
    "2026 - 2030 với các nội dung sau:"
)

PURPOSES = _section(
    "I.",
    "MỤC ĐÍCH, YÊU CẦU",
    _section(
        "1.",
        "Mục đích",
        *_dashed(
            "Giúp cán bộ, doanh nghiệp và người dân Hải Sơn biết ASEAN đang làm gì, việc đó liên quan thế nào đến công "
            "việc và đời sống hằng ngày của mình; đến năm 2030 có ít nhất 70% người dân được hỏi kể tên được một lợi "
            "ích cụ thể.",
            "Đưa hình ảnh đất và người Hải Sơn, sản vật biển, nghề đóng tàu gỗ và các tuyến du lịch đảo đến bạn bè "
            "trong khu vực.",
            "Tạo chỗ để người dân hỏi, góp ý và kể câu chuyện của chính mình về hội nhập ASEAN.",
        ),
    ),
    _section(
        "2.",
        "Yêu cầu",
        *_dashed(
            "Nội dung đúng, dễ hiểu, có nguồn; mỗi tin bài gắn với một nội dung của Kế hoạch này.",
            "Chọn hình thức hợp với từng vùng: loa truyền thanh cho xã đảo, video ngắn cho thanh niên, tờ gấp song ngữ "
            "cho khách nước ngoài.",
            "Làm đều trong năm, có trọng tâm vào dịp 28/7, 08/8 và các kỳ hội nghị cấp cao; cuối năm có số liệu để "
            "đánh giá.",
        ),
    ),
)

THEMES = _section(
    "II.",
    "NỘI DUNG TRUYỀN THÔNG",
    *_numbered(
        "Tầm nhìn Cộng đồng ASEAN 2045 và bốn kế hoạch chiến lược kèm theo; chặng đường của Hiệp hội từ năm 1967 đến "
        "khi có mười một thành viên.",
        "Trụ cột Chính trị - An ninh: hợp tác giữ vùng biển hòa bình, phòng chống tội phạm xuyên quốc gia, cứu nạn ngư "
        "dân; vai trò của lực lượng tại chỗ ở các xã đảo.",
        "Trụ cột Kinh tế: ưu đãi thuế quan, quy tắc xuất xứ, thương mại điện tử; doanh nghiệp thủy sản và đóng tàu của "
        "tỉnh tận dụng thị trường khu vực ra sao.",
        "Trụ cột Văn hóa - Xã hội: giáo dục, y tế, việc làm, bảo vệ môi trường biển, bình đẳng giới; giao lưu nghệ "
        "thuật, thể thao giữa các địa phương.",
        "Kết nối ASEAN: cảng biển, logistics, chuyển đổi số, liên thông thanh toán và những tiện ích người dân dùng "
        "được ngay.",
        "Ba mươi năm Việt Nam đồng hành cùng ASEAN: những sáng kiến nước ta đề xuất và phần việc Hải Sơn đã tham gia.",
        "Người thật, việc thật: hợp tác xã, nghệ nhân, lao động và sinh viên của tỉnh thành công nhờ hợp tác khu vực.",
        "Quảng bá Hải Sơn: di tích, lễ hội cầu ngư, ẩm thực, cơ hội đầu tư vào khu kinh tế ven biển và du lịch đảo.",
    ),
)

AUDIENCES = _section(
    "III.",
    "ĐỐI TƯỢNG TRUYỀN THÔNG",
    _section(
        "1.",
        "Trong nước",
        *_dashed(
            "Cán bộ, công chức, viên chức, lực lượng vũ trang; giáo viên, học sinh, sinh viên các trường trong tỉnh.",
            "Doanh nghiệp, hợp tác xã, hộ kinh doanh; ngư dân và người lao động đi làm việc tại các nước trong "
            "khu vực.",
            "Người nước ngoài làm việc, học tập, du lịch tại Hải Sơn.",
        ),
    ),
    _section(
        "2.",
        "Ngoài nước",
        *_dashed(
            "Người Hải Sơn đang sống ở các nước thành viên.",
            "Cơ quan đại diện, nhà đầu tư, hãng lữ hành và công chúng các nước ASEAN quan tâm đến tỉnh.",
        ),
    ),
)

PHASES = _section(
    "IV.",
    "THỜI GIAN THỰC HIỆN",
    *_numbered(
        "Giai đoạn 2026 - 2028: dựng chuyên mục, kho tư liệu dùng chung, mạng lưới cộng tác viên cấp xã; khảo sát nhận "
        "thức lần thứ nhất.",
        "Giai đoạn 2029 - 2030: mở rộng kênh số và tiếng nước ngoài; khảo sát lần thứ hai, tổng kết và đề xuất cho "
        "thời kỳ sau.",
    ),
)

BUDGET = _section(
    "V.",
    "KINH PHÍ THỰC HIỆN",
    *_numbered(
        "Kinh phí lấy từ ngân sách nhà nước theo phân cấp, lồng ghép trong các chương trình, đề án có liên quan, và từ "
        "tài trợ, đóng góp hợp pháp của doanh nghiệp, tổ chức, cá nhân.",
        f"Trước ngày 30/6 hằng năm, các cơ quan, đơn vị lập dự toán kinh phí thực hiện nhiệm vụ của năm sau, gửi "
        f"{CULTURE} tổng hợp, chuyển Sở Tài chính thẩm định, trình UBND tỉnh quyết định.",
    ),
)

DUTIES = _section(
    "VI.",
    "TỔ CHỨC THỰC HIỆN",
    *_numbered(
        f"{CULTURE} chủ trì, phối hợp với các sở, ban, ngành hướng dẫn, đôn đốc, kiểm tra việc thực hiện Kế hoạch này; "
        "cung cấp tài liệu, thông điệp và số liệu dùng chung.",
        f"Đề nghị {PARTY} định hướng nội dung tuyên truyền trong hệ thống chính trị; đề nghị Tỉnh đoàn, Hội Nông dân "
        "tỉnh vận động đoàn viên, hội viên tham gia.",
        f"{PRESS} mở chuyên trang, chuyên mục, tăng thời lượng và tin bài bằng tiếng Anh về ASEAN.",
        f"Sở Ngoại vụ cung cấp lịch các sự kiện đối ngoại, phối hợp với {CULTURE} giới thiệu tỉnh với các đoàn khách "
        "quốc tế.",
        "Sở Công Thương phổ biến cam kết thương mại trong ASEAN đến doanh nghiệp, hợp tác xã.",
        "Sở Tài chính tham mưu UBND tỉnh cân đối, bố trí kinh phí hằng năm theo quy định của pháp luật về ngân sách.",
        f"Các sở, ban, ngành và {COMMUNES} căn cứ nhiệm vụ tại Phụ lục kèm theo, xây dựng kế hoạch của cơ quan, địa "
        "phương mình và cử một đầu mối theo dõi.",
        f"Chế độ báo cáo: trước ngày 05/12 hằng năm hoặc đột xuất khi có yêu cầu, các cơ quan, đơn vị, địa phương gửi "
        f"báo cáo kết quả về {CULTURE}; {CULTURE} tổng hợp, trình UBND tỉnh báo cáo {MINISTRY} chậm nhất ngày 20/12 "
        "hằng năm.",
        f"Khi có khó khăn, vướng mắc, các cơ quan, đơn vị, địa phương kịp thời gửi văn bản về {CULTURE} để được hướng "
        "dẫn hoặc tổng hợp, trình UBND tỉnh giải quyết.",
    ),
)

RECIPIENTS = (
    MINISTRY,
    "Thường trực Tỉnh ủy",
    "Thường trực HĐND tỉnh",
    "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
    PARTY,
    "Các sở, ban, ngành, đoàn thể tỉnh",
    COMMUNES,
    PRESS,
    "Cổng thông tin điện tử tỉnh",
    "Lưu: VT, VX",
)

HEADINGS = ("STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")

INFORMING = "Thông tin, truyền thông trên báo chí, hệ thống cơ sở và không gian mạng"
MEETING = "Sự kiện, ấn phẩm và hoạt động trực quan"

Task = tuple[str, str, str, str]
"""Content, lead, coordinating bodies, time."""

TASKS_INFORMING: tuple[Task, ...] = (
    (
        "Đưa tin các sự kiện ASEAN diễn ra tại tỉnh hoặc có đại biểu của tỉnh tham dự.",
        "Các sở, ban, ngành, đoàn thể có sự kiện",
        f"{PRESS}; {CULTURE}",
        "Thường xuyên",
    ),
    (
        "Mở chuyên mục “Hải Sơn trong ngôi nhà ASEAN” trên báo in, phát thanh và truyền hình, ít nhất hai kỳ mỗi "
        "tháng.",
        PRESS,
        f"{CULTURE}, Sở Ngoại vụ, Sở Công Thương",
        "Thường xuyên",
    ),
    (
        "Xây dựng chuyên trang ASEAN bằng tiếng Việt và tiếng Anh trên Cổng thông tin điện tử tỉnh.",
        CULTURE,
        "Văn phòng UBND tỉnh, Sở Khoa học và Công nghệ",
        "Quý II/2026",
    ),
    (
        "Đăng lại tin, bài, đồ họa dùng chung về ASEAN và dẫn đường liên kết đến chuyên trang của tỉnh.",
        "Trang thông tin điện tử của các sở, ngành và UBND cấp xã",
        CULTURE,
        "Giai đoạn 2026 - 2030",
    ),
    (
        "Phát bản tin ASEAN hằng tuần trên đài truyền thanh cơ sở, chú trọng khung giờ tàu cá vào bờ.",
        COMMUNES,
        f"{CULTURE}; {PRESS}",
        "Hằng năm",
    ),
    (
        "Tập huấn kỹ năng viết tin, làm video ngắn và kiểm chứng thông tin cho cộng tác viên cấp xã.",
        CULTURE,
        "Sở Nội vụ, Sở Khoa học và Công nghệ",
        "Quý III năm 2026",
    ),
    (
        "Phổ biến ưu đãi thuế quan và quy tắc xuất xứ trong ASEAN cho doanh nghiệp thủy sản, đóng tàu.",
        "Sở Công Thương (dùng tài liệu của Bộ Công Thương)",
        "Sở Tài chính; Hiệp hội Doanh nghiệp tỉnh",
        "Năm 2026 - 2027",
    ),
    (
        "Khảo sát mức độ hiểu biết về ASEAN của cán bộ, doanh nghiệp và người dân.",
        CULTURE,
        COMMUNES,
        "Năm 2026",
    ),
)

TASKS_MEETING: tuple[Task, ...] = (
    (
        "Tổ chức Tuần ASEAN: treo cờ, chiếu phim, biểu diễn nghệ thuật và hội chợ món ăn các nước.",
        f"{CULTURE}; Sở Ngoại vụ",
        f"Tỉnh đoàn; {COMMUNES}",
        "Từ ngày 28/7 đến ngày 08/8 hằng năm",
    ),
    (
        "Cuộc thi “Em vẽ Đông Nam Á” và giờ học mở về ASEAN trong nhà trường.",
        "Sở Giáo dục và Đào tạo",
        "Tỉnh đoàn, Bảo tàng tỉnh",
        "6 tháng cuối năm 2026",
    ),
    (
        "Dựng Góc ASEAN tại Bảo tàng tỉnh và nhà chờ bến tàu du lịch.",
        "Bảo tàng tỉnh",
        f"{CULTURE}, Sở Ngoại vụ",
        "",
    ),
    (
        "In tờ gấp và sổ tay song ngữ Việt - Anh giới thiệu Hải Sơn với khách đến từ các nước ASEAN.",
        CULTURE,
        "Sở Ngoại vụ, Sở Tài chính",
        "Trước ngày 31/10/2026",
    ),
    (
        "Làm mới cụm pa nô, màn hình điện tử có thông điệp về Cộng đồng ASEAN tại trung tâm xã, phường, đặc khu.",
        COMMUNES,
        f"{CULTURE}; Sở Xây dựng",
        "Năm 2026",
    ),
    (
        "Kể chuyện nông dân, ngư dân làm ăn với bạn hàng Đông Nam Á tại sinh hoạt chi hội.",
        "Hội Nông dân tỉnh",
        f"{PRESS}; Sở Nông nghiệp và Môi trường",
        "Hằng năm",
    ),
)


def _heading(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(text, bold=True) for text in texts)


def _group(number: str, name: str) -> tuple[Cell, ...]:
    return Cell(number, bold=True), Cell(name, columns=4, bold=True)


def _rows(tasks: tuple[Task, ...]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((Cell(str(number)), *(Cell(text) for text in task)) for number, task in enumerate(tasks, start=1))


TABLE = Table(
    (
        _heading(*HEADINGS),
        _group("I", INFORMING),
        *_rows(TASKS_INFORMING),
        _group("II", MEETING),
        *_rows(TASKS_MEETING),
    )
)

PLAN = Paper(
    type_name="Kế hoạch",
    title="Thông tin, truyền thông về ASEAN trên địa bàn tỉnh Hải Sơn giai đoạn 2026 - 2030",
    issuing_body="Ủy ban nhân dân tỉnh Hải Sơn",
    number="18",
    symbol="18/KH-UBND",
    place="Hải Sơn",
    date=PartialDate(2026, 1, 30),
    bases=tuple(Line(text) for text in BASES),
    preamble=PREAMBLE,
    body=(PURPOSES, THEMES, AUDIENCES, PHASES, BUDGET, DUTIES),
    signature=Signature(capacity=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), title="PHÓ CHỦ TỊCH"),
    recipients=tuple(Line(text) for text in RECIPIENTS),
    appendices=(
        Appendix(
            label="PHỤ LỤC",
            title="NHIỆM VỤ THÔNG TIN, TRUYỀN THÔNG VỀ ASEAN CỦA TỈNH HẢI SƠN",
            reference="(Kèm theo Kế hoạch số 18/KH-UBND ngày 30 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Hải Sơn)",
            body=(TABLE,),
        ),
    ),
)
