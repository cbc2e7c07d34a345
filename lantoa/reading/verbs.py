"""Where a list of bodies ends and what they do begins: the verbs of official papers.

A verb is written in lower case; inside the name of a body the same word has a capital ("Sở Xây dựng").
"""

from __future__ import annotations

import re

_MODALS = (
    "có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chủ động|tích cực|thường xuyên|kịp thời|khẩn trương|tiếp tục|"
    "tăng cường|nghiêm túc|căn cứ|trên cơ sở|theo chức năng|theo nhiệm vụ|theo thẩm quyền|tùy theo|định kỳ|"
    "hằng năm|hàng năm|phải|cần|là cơ quan|là đơn vị|là đầu mối|làm đầu mối|đồng thời|để|nhằm|trong việc|"
    "trong quá trình|trong công tác|được giao|thực hiện tốt|đẩy mạnh|nâng cao|đề nghị|tùy|có kế hoạch|"
    "có văn bản|quan tâm|theo"
)
_VERBS = (
    "xây dựng|tổ chức(?! liên quan| có liên quan| chính trị| xã hội| đoàn thể|, cá nhân| quốc tế)|triển khai|"
    "thực hiện|hướng dẫn|ban hành|tham mưu|tuyên truyền|quảng bá|giới thiệu|(?<!tin và )truyền thông|chỉ đạo|"
    "chủ trì|phối hợp|bố trí|cân đối|đảm bảo|bảo đảm|kiểm tra|giám sát|đôn đốc|theo dõi|đánh giá|tổng hợp|"
    "báo cáo|phản ánh|rà soát|nghiên cứu|đề xuất|lập|cung cấp|cập nhật|đăng tải|đăng|phát sóng|tiếp sóng|"
    "tiếp âm|(?<!nghiệp )(?<!cơ sở )sản xuất|biên soạn|biên tập|in ấn|phát hành|treo|lắp đặt|duy trì|quản lý|"
    "sử dụng|vận động|huy động|lồng ghép|định hướng|quán triệt|phổ biến|tập huấn|đào tạo|bồi dưỡng|khai thác|"
    "phân công|giao(?! thông| lưu)|cử|gửi|trình|thẩm định|phê duyệt|xử lý|giải quyết|tháo gỡ|hoàn thành|"
    "hoàn thiện|tiếp nhận|tiếp thu|chuẩn bị|đưa tin|đưa|mở|tạo điều kiện|hỗ trợ|khuyến khích|tham gia|"
    "tham mưu|tham dự|nắm bắt|thông báo|công bố|công khai|chia sẻ|kết nối|xác định|lựa chọn|thành lập|củng cố|"
    "kiện toàn|chuyển tải|tăng|thiết kế|xuất bản|trưng bày|khảo sát|điều tra|thống kê|sơ kết|tổng kết|"
    "khen thưởng|biểu dương|nhắc nhở|xem xét|quyết định|hợp tác|làm việc|liên hệ|mời|chỉnh sửa|sửa đổi|"
    "bổ sung|vận hành|sắp xếp|lấy ý kiến|chuyển giao|xúc tiến|thu hút|quy định|đôn đốc|thanh tra|tuyên dương|"
    "giúp|dẫn chương trình|sưu tầm|dự toán|thẩm tra|thu thập|ghi hình|dàn dựng|phân bổ|góp phần|phát huy|"
    "phát động|phát(?! thanh)|viết"
)
_NO_VERB_AFTER = r"(?<!các )(?<!những )(?<!bộ phận )(?<![Bb]an )(?<![Nn]hà )(?<![Qq]uỹ )"
""" "các tổ chức" is a noun, "Ban chỉ đạo" and "Nhà xuất bản" are names."""
VERB = re.compile(rf"(?<!\w){_NO_VERB_AFTER}(?:{_MODALS}|{_VERBS})(?!\w)")
"""A modal or a verb in lower case."""
_ACTION = re.compile(rf"(?<!\w){_NO_VERB_AFTER}(?:{_VERBS})(?!\w)", re.IGNORECASE)
_CAPITAL_VERB = re.compile(rf"(?:{_VERBS}|{_MODALS})(?!\w)", re.IGNORECASE)

_BEFORE_HEAD = "các|một số|những|toàn thể|thủ trưởng|lãnh đạo|người đứng đầu|giám đốc|chủ tịch|chánh|đồng chí|từng|mỗi"
_HEADS = (
    r"sở|ban(?! hành)|ngành|ủy ban|uỷ ban|ubnd|hđnd|hội(?! nghị| thảo| thi)|bộ(?! phận| tiêu chí| luật)|đài|"
    r"báo(?! cáo| chí)|cơ quan|đơn vị|địa phương|công an|công ty|tổng công ty|phòng(?! chống| ngừa)|trung tâm|"
    r"văn phòng|vp|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|thường trực|liên đoàn|liên hiệp|liên minh|mặt trận|ubmttq|"
    r"mttq|đoàn|tỉnh đoàn|trường(?! hợp)|cục|chi cục|viện|bảo tàng|thư viện|bưu điện|tổ(?! chức)|doanh nghiệp|"
    r"hiệp hội|cổng|trang|bch|bộ chỉ huy|kho bạc|ngân hàng|tòa|huyện|thị xã|thành phố|xã(?! hội)|phường|quận|"
    r"đặc khu|hợp tác xã|nhà|thành viên|tổng cục|vụ|(?<=các )tổ chức|đoàn thể|học viện|đại học|bệnh viện|"
    r"thanh tra|chính phủ|thủ tướng|quốc hội|bộ trưởng|trưởng ban|cán bộ|phóng viên|trạm"
)
BODY_HEAD = re.compile(rf"(?:(?:{_BEFORE_HEAD})\s+)*(?:{_HEADS})(?!\w)", re.IGNORECASE)
"""How the name of a body, or of a group of bodies, begins."""


def first_verb(text: str, at: int = 0) -> int:
    """Where the first verb at or after `at` begins; the length of `text` when there is none."""
    match = VERB.search(text, at)
    return match.start() if match else len(text)


def first_action(text: str) -> str:
    """The first verb that is no modal, from its place on; "" when there is none."""
    match = _ACTION.search(text)
    return text[match.start() :] if match else ""


def starts_with_verb(text: str) -> bool:
    """A sentence without a subject: "Chủ trì, phối hợp ...", "Bố trí ..."."""
    return bool(_CAPITAL_VERB.match(text)) and not BODY_HEAD.match(text)


def starts_with_body(text: str) -> bool:
    return bool(BODY_HEAD.match(text))
