"""The words that names of public bodies begin with, go on with and end with.

Grammar only: kinds of bodies, nouns of groups, titles of posts. No province, no document. All patterns are matched
against the form of `letters.plain`: lower case, marks kept.
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> str:
    """Any of the patterns, which stand between " | "; a space in them is any white space."""
    pieces = (pattern for line in patterns for pattern in line.split(" | "))
    return "(?:" + "|".join(piece.replace(" ", r"\s+") for piece in pieces) + ")"


def _word(*patterns: str) -> re.Pattern[str]:
    return re.compile(_any(*patterns) + r"(?!\w)")


# A name that begins so is a body of its own. Longer ones first where one begins another.
HEAD = _word(
    r"ủy ban nhân dân | ubnd | hội đồng nhân dân | hđnd | ủy ban | hội đồng(?! thời)",
    r"ubmttq(?:vn)? | mttq | mặt trận | đoàn đbqh | đoàn đại biểu quốc hội | đoàn thanh niên | đoàn tncs | đoàn khối",
    r"(?:tỉnh|thành|huyện|thị|quận|xã) đoàn | (?:tỉnh|thành|huyện|thị|quận|đảng|xã) ủy | ban thường (?:vụ|trực)",
    r"thường trực | tt\. | văn phòng | vp ?ubnd | vpub | vp(?= )",
    r"sở | bộ chỉ huy | bộ đội | bộ tư lệnh | bộ(?! phận| máy| tiêu chí| câu hỏi| đề| quy) | tổng cục | chi cục",
    r"cục(?! bộ) | ban(?! hành| ngành| đầu) | bql | bch | bcđ | tổng công ty | công ty | tập đoàn | chi nhánh",
    r"công an | công đoàn | cảng(?= ) | đài | báo(?! cáo| chí| động) | tạp chí | thông tấn xã | nhà xuất bản | nhà hát",
    r"nhà văn hóa | bảo tàng | thư viện | hội(?! nhập| nghị| thảo| chợ| họp| thi| đồng| trường)",
    r"hiệp hội | liên đoàn | liên minh | liên hiệp | câu lạc bộ | hợp tác xã | htx | doanh nghiệp tư nhân | trung tâm",
    r"trường(?! hợp) | học viện | đại học | viện(?! dẫn| trợ) | bệnh viện | phòng(?! chống| họp| ngừa|,) | thanh tra",
    r"tòa án | bưu điện | viễn thông | ngân hàng | kho bạc | bảo hiểm xã hội | bhxh | thuế | hải quan",
    r"quản lý thị trường | điện lực | quỹ | tổ (?:công tác|giúp việc|hợp tác|chỉ đạo|kiểm tra|biên tập) | cổng(?= )",
    r"công (?:ttđt|thông tin điện tử) | trang (?:thông tin|tin|điện|tttt|ttđt) | trạm | đội(?= ) | vườn quốc gia",
    r"chính phủ | quốc hội | cơ quan thường trú | đại sứ quán | lãnh sự quán | tổng lãnh sự | vnpt | viettel",
    r"mobifone",
    r"[sb](?:tttt|tt&tt|vhttdl|vhtt|nv|tc|ct|tp|yt|xd|gdđt|khcn|khđt|tnmt|nnptnt|nnmt|ngv|gtvt|lđtbxh)",
)

_POSTS = _any(
    r"thủ trưởng | lãnh đạo | người đứng đầu | tổng giám đốc | phó giám đốc | giám đốc | phó chủ tịch | chủ tịch | pct",
    r"ct | phó chánh văn phòng | chánh văn phòng | pcvp | cvp | phó trưởng | trưởng | phó bí thư | bí thư | bộ trưởng",
    r"thứ trưởng | thủ tướng | phó thủ tướng | tổng biên tập | hiệu trưởng | đồng chí | đ/c | ông | bà",
    r"chuyên viên | đại biểu | cục trưởng | tổ trưởng | nhóm trưởng",
)
POST = re.compile(rf"(?:các |những )?{_POSTS}(?!\w)")

# Nouns that a group is called by. A list of them is one group: "các sở, ban, ngành, hội, đoàn thể".
NOUN = _word(
    r"ban,? ngành | sở ngành | bộ ngành | sở | ban | ngành | bộ | đoàn thể | hội đoàn thể | hội | địa phương",
    r"đơn vị(?: sự nghiệp| trực thuộc)? | cơ quan | tổ chức | doanh nghiệp | cấp | cá nhân | phòng ban | phòng",
    r"cộng đồng | hiệp hội | thành phần | thành viên | lực lượng | nhà trường | trường | hợp tác xã | cấp ủy",
    r"chính quyền",
)
PLURAL = _word(r"(?:tất cả |toàn thể |toàn bộ )?(?:các|những|một số|mỗi|từng)")
PLACE_NOUN = _word(
    r"huyện | thị xã | thành phố | tp | quận | xã | phường | thị trấn | đặc khu | thôn | bản | tổ dân phố | khu phố",
    r"tỉnh | cấp (?:huyện|xã|tỉnh|cơ sở)",
)
# What a list of group nouns may hold besides the nouns.
LOOSE = re.compile(
    _any(
        r"các | những | và | có | khác | của | chính trị | xã hội | nghề nghiệp | sự nghiệp | trực thuộc | chuyên môn",
        r"nhà nước | đảng | mặt trận | chức năng | cấp",
    )
    + r"(?!\w)|[,\-&/\s]"
)
# A group known by what it does stands by itself beside a list of sở and ngành.
OWN_CLASS = re.compile(
    r"(?:(?:các|những) )?"
    + _any(
        r"cơ quan(?: thông tấn,?)?(?: thông tin)?(?: đại chúng)?,? báo(?: chí|, đài) | báo chí | báo, đài",
        r"đơn vị sự nghiệp | doanh nghiệp (?:viễn|bưu|trên) | tổ chức chính trị",
        r"(?<=các\s)cơ quan (?:trung ương|tw|ngành dọc|đảng) | hội, đoàn | trường | cơ sở | nhà mạng | hội đặc thù",
    )
)
ENDS_GROUP = re.compile(
    _any(r"liên quan(?: khác| đến .+)? | (?:của |trong )?tỉnh | thành phố | trung ương | tw | trên địa bàn.* | thuộc.*")
    + "$"
)

CHANNEL = re.compile(
    r"(?:các |những |hệ thống )*"
    + _any(
        r"trang (?:thông|tin|điện|ttđt|mạng|fanpage) | cổng(?: |$) | công (?:ttđt|thông tin điện tử) | fanpage | zalo",
        r"facebook | mạng xã hội | nền tảng | phương tiện | truyền thanh | loa(?: |$) | kênh | chuyên trang",
        r"chuyên mục | bản tin",
    )
)
# "Các Trang ... của các sở, UBND các xã", "Thủ trưởng các sở, UBND các xã": what is owned or headed belongs together.
HEADED = re.compile(rf"{_POSTS}\s+(?:các|những)(?!\w)")
OWNER = re.compile(r"\s(?:của\s+|thuộc\s+)?các\s")
STAFF = _word(r"cán bộ | công chức | viên chức | người lao động | đảng viên | đoàn viên | hội viên | chiến sĩ")

# Names of fields of administration. Needed where one "Sở" governs several names, since commas stand inside names too.
FIELDS = _word(
    r"văn hóa, thể thao và du lịch | văn hóa,? (?:và )?thể thao | văn hóa và thông tin | văn hóa - xã hội",
    r"thông tin (?:và|-) truyền thông | khoa học (?:và|-) công nghệ | kế hoạch (?:và|-) đầu tư | tài chính - kế hoạch",
    r"tài nguyên (?:và|-) môi trường | nông nghiệp (?:và|-) môi trường | nông nghiệp (?:và|&|-) phát triển nông thôn",
    r"(?:nông nghiệp|nn) (?:và|&|-) ptnt | lao động,? ?-? ?thương binh (?:và|-) xã hội",
    r"lao động ?- ?tb ?(?:và|&) ?xh | (?:giáo dục|gd) ?(?:và|&|-) ?(?:đào tạo|đt) | dân tộc (?:và|-) tôn giáo",
    r"quy hoạch (?:và|-) kiến trúc | giao thông (?:vận tải|công chính) | xây dựng | tài chính | nội vụ | công thương",
    r"tư pháp | y tế | ngoại vụ | ngoại giao | du lịch | quốc phòng | công an | dân tộc | tt&tt | tttt | vhttdl",
    r"vhtt&dl | vhtt | vh,? ?tt&dl | gdđt | kh&cn | khcn | kh&đt | khđt | tn&mt | tnmt | nn&ptnt | nn&mt | nnmt",
    r"lđ-?tb&xh | lđtbxh | gtvt",
)

# Family names, by frequency; they tell a person from a place.
FAMILY_NAME = _word(
    r"nguyễn | trần | lê | phạm | hoàng | huỳnh | phan | vũ | võ | đặng | bùi | đỗ | hồ | ngô | dương | lý | đinh",
    r"trịnh | mai | đào | lâm | tô | cao | thạch | sơn | kim | lương | phùng | hà | tạ | châu | quách | thái | triệu",
    r"đoàn | vương | trương | nông | vi | giàng | lò | cầm | quàng | hứa | la | lưu | mạc | nghiêm | từ | tăng",
    r"đàm | đồng | chu | khổng | kiều | lục | ma | sùng | thào | vàng | danh | y",
)
