"""What the pretend agencies do and say: kinds of work told by the words of a task, with figures within reason."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from lantoa.viet.letters import fold


@dataclass(frozen=True, slots=True)
class Deed:
    """A kind of activity: which words of a task call for it, how it is titled, and its figures (code, least, most)."""

    words: tuple[str, ...]
    title: str
    place: str
    figures: tuple[tuple[str, int, int], ...]
    qualifier: str = ""


ON_THE_WEB = Deed(
    ("trang thong tin", "cong thong tin", "trang web", "website"),
    "Cập nhật chuyên mục trên trang thông tin điện tử",
    "Trang thông tin điện tử của đơn vị",
    (("tin-bai-cong", 3, 12),),
)
DEEDS = (
    ON_THE_WEB,
    Deed(
        ("truyen hinh", "tiep song", "phong su"), "Phát sóng phóng sự", "Trường quay của đơn vị", (("phong-su", 1, 3),)
    ),
    Deed(
        ("phat thanh", "truyen thanh", "tiep am"),
        "Phát chương trình truyền thanh",
        "Hệ thống truyền thanh cơ sở",
        (("luot-phat-truyen-thanh", 4, 12), ("phut-truyen-thanh", 40, 120)),
    ),
    Deed(
        ("chuyen muc", "chuyen trang", "bao "),
        "Đăng chuyên trang",
        "Trên ấn phẩm của đơn vị",
        (("chuyen-trang-chuyen-muc", 1, 2), ("bai", 2, 6)),
    ),
    Deed(
        ("pa no", "bang ron", "ap phich", "truc quan", "co dong"),
        "Treo băng rôn, cụm pa nô",
        "Các trục đường chính",
        (("bang-ron", 5, 30), ("pa-no", 1, 3)),
    ),
    Deed(
        ("an pham", "to roi", "tai lieu", "so tay"),
        "Phát hành tài liệu tuyên truyền",
        "Cấp phát tại cơ sở",
        (("to-roi", 200, 1500),),
        "hơn",
    ),
    Deed(
        ("trien lam", "bao tang", "goc "),
        "Mở trưng bày giới thiệu",
        "Khu trưng bày của đơn vị",
        (("trien-lam", 1, 1), ("luot-nguoi-su-kien", 80, 600)),
        "khoảng",
    ),
    Deed(
        ("tap huan", "boi duong", "huong dan"),
        "Lớp tập huấn kỹ năng tuyên truyền",
        "Hội trường đơn vị",
        (("lop-tap-huan", 1, 1), ("luot-nguoi-tap-huan", 25, 80)),
    ),
    Deed((), "Sinh hoạt chuyên đề", "Hội trường đơn vị", (("su-kien", 1, 1), ("luot-nguoi-su-kien", 30, 150))),
)
"""Tried in order; the last one fits every task."""

SHARED_EVENT = Deed(
    (), "Tọa đàm chuyên đề giữa năm", "Hội trường lớn", (("su-kien", 1, 1), ("luot-nguoi-su-kien", 120, 240))
)
"""The one event that lead and coordinator both report."""

STORY_TITLE = "Từ một buổi học về ASEAN ở cơ sở"
STORY_SUMMARY = "Một buổi nói chuyện nhỏ, nhiều câu hỏi thật, và những điều người nghe mang về."
STORY_BODY = """Buổi sinh hoạt bắt đầu bằng một câu hỏi: ASEAN có ích gì cho người trồng trọt, buôn bán, đi học, đi làm?

Người dẫn chuyện không đọc văn bản. Anh đưa ra bao gạo, hộp cá khô, tấm vé xe và hỏi mỗi thứ đã đi qua những nước nào. \
Từng món hàng kể một phần câu chuyện về thuế, về kiểm dịch, về giấy tờ đi lại giữa mười một nước thành viên.

Cuối buổi, các câu hỏi được ghi lại để cơ quan chuyên môn trả lời trên trang thông tin trong tháng. Buổi sau sẽ nói về \
học bổng và việc làm."""

DIRECTIONS = (
    "Ban hành kế hoạch của đơn vị, phân công một cán bộ đầu mối và lồng ghép nội dung vào họp giao ban hằng tháng.",
    "Quán triệt Kế hoạch tới toàn thể cán bộ, giao phòng chuyên môn theo dõi và báo cáo hằng quý.",
    "Xây dựng chương trình công tác năm có nội dung truyền thông, phối hợp chặt chẽ với cơ quan chủ trì.",
)
DIFFICULTIES = (
    "Kinh phí dành cho tuyên truyền trực quan còn hạn chế, chủ yếu lồng ghép với nhiệm vụ khác.",
    "Cán bộ phụ trách kiêm nhiệm nhiều việc, chưa được tập huấn chuyên đề về ASEAN.",
    "Tài liệu nguồn bằng tiếng Việt còn ít, khó biên soạn nội dung phù hợp với từng địa bàn.",
)
NEXT_STEPS = (
    "Tiếp tục duy trì các chuyên mục, gắn nội dung ASEAN với sinh hoạt thường kỳ của đơn vị.",
    "Phối hợp với cơ quan báo chí xây dựng thêm câu chuyện thực tế tại cơ sở.",
    "Đưa nội dung tuyên truyền ASEAN vào kế hoạch công tác năm sau của đơn vị.",
)
RETURN_REASON = "Phần khó khăn, vướng mắc còn để trống; đề nghị bổ sung trước khi tổng hợp."


def deed_for(task: str) -> Deed:
    """The kind of work that the words of a task call for."""
    folded = fold(task)
    return next(deed for deed in DEEDS if not deed.words or any(word in folded for word in deed.words))


def figures_of(deed: Deed, chance: Random) -> list[tuple[str, int, str]]:
    """Values for one activity: (indicator code, value, qualifier)."""
    return [(code, chance.randint(least, most), deed.qualifier) for code, least, most in deed.figures]


QUICK_ROUND = "Báo cáo nhanh tình hình tuyên truyền"
NEXT_TITLE = "Chợ phiên cuối tuần kể chuyện hàng hóa các nước láng giềng"
NEXT_SUMMARY = "Mỗi gian hàng treo một tấm thẻ nhỏ: món này từ đâu tới, đi đường nào, vì sao giá như vậy."
NEXT_BODY = """Sáng thứ bảy, người bán ở chợ phiên treo thêm một tấm thẻ bên cạnh giá. Trên thẻ là tên nước, con \
đường món hàng đã đi và một câu chào bằng tiếng bản địa.

Học sinh trường bên cạnh được giao đi hỏi chuyện, ghi lại ba điều mới biết. Nhiều em lần đầu nghe người lớn giải thích \
vì sao giấy chứng nhận xuất xứ làm món hàng rẻ hơn.

Ban quản lý chợ cho biết sẽ giữ tấm thẻ này đến hết năm và mời thêm các hộ làm nghề tham gia."""
