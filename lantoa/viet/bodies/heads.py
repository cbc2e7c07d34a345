"""The words that names of public bodies begin with, go on with and end with.

Grammar only: kinds of bodies, nouns of groups, titles of posts. No province, no document.
"""

from __future__ import annotations

import re

# A name that begins so is a body of its own. Longest first where one is the beginning of another.
_HEADS = (
    r"ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|(?:ủy|uỷ) ban|hội đồng(?! thời)|ubmttq(?:vn)?|mttq"
    r"|mặt trận|đoàn đbqh|đoàn đại biểu quốc hội|đoàn thanh niên|đoàn tncs|đoàn khối|(?:tỉnh|thành|huyện|thị|quận|xã) đoàn"
    r"|(?:tỉnh|thành|huyện|thị|quận|đảng|xã) (?:ủy|uỷ)|ban thường (?:vụ|trực)|thường trực|tt\.|văn phòng|vp ?ubnd|vpub|vp(?= )"
    r"|sở|bộ chỉ huy|bộ đội|bộ tư lệnh|bộ(?! phận| máy| tiêu chí)|ban(?! hành| ngành)|tổng cục|chi cục|cục(?! bộ)"
    r"|tổng công ty|công ty|tập đoàn|chi nhánh|công an|công đoàn|cảng(?= )|đài|báo(?! cáo| chí| động)|tạp chí|thông tấn xã"
    r"|nhà xuất bản|nhà hát|nhà văn (?:hóa|hoá)|bảo tàng|thư viện|hội(?! nhập| nghị| thảo| chợ| họp| thi| đồng)|hiệp hội"
    r"|liên đoàn|liên minh|liên hiệp|câu lạc bộ|hợp tác xã|htx|doanh nghiệp tư nhân|trung tâm|trường(?! hợp| học)|học viện"
    r"|đại học|viện|bệnh viện|phòng(?! chống| họp|,)|thanh tra|tòa án|toà án|bưu điện|viễn thông|ngân hàng|kho bạc"
    r"|bảo hiểm xã hội|bhxh|thuế|hải quan|quản lý thị trường|điện lực|quỹ|tổ (?:công tác|giúp việc|hợp tác|chỉ đạo)"
    r"|cổng(?= )|công ttđt|trang (?:thông|tin|điện|tttt|ttđt)|trạm|đội|vườn quốc gia|chính phủ|quốc hội|cơ quan thường trú"
    r"|đại sứ quán|lãnh sự quán|tổng lãnh sự|vnpt|viettel|mobifone|s(?:tttt|tt&tt|vhttdl|vhtt|nv|tc|ct|tp|yt|xd|gdđt|khcn"
    r"|khđt|tnmt|nnptnt|nnmt|ngv|gtvt|lđtbxh)|ban tuyên giáo|ban qlkkt|bql|bch|bcđ"
)
HEAD = re.compile(rf"(?:{_HEADS})(?!\w)")

_POSTS = (
    r"thủ trưởng|lãnh đạo|người đứng đầu|giám đốc|tổng giám đốc|phó giám đốc|chủ tịch|phó chủ tịch|pct|ct|chánh văn phòng"
    r"|phó chánh văn phòng|cvp|pcvp|trưởng|phó trưởng|bí thư|phó bí thư|bộ trưởng|thứ trưởng|thủ tướng|phó thủ tướng"
    r"|tổng biên tập|hiệu trưởng|đồng chí|đ/c|ông|bà|cán bộ|công chức|viên chức|chuyên viên|đại biểu|cục trưởng|tổ trưởng"
)
POST = re.compile(rf"(?:các |những )?(?:{_POSTS})(?!\w)")

# Nouns that a group is called by. A list of them is one group: "các sở, ban, ngành, đoàn thể, địa phương".
_NOUNS = (
    r"ban, ngành|ban ngành|sở ngành|bộ ngành|sở|ban|ngành|bộ|đoàn thể|hội đoàn thể|hội|địa phương|đơn vị(?: sự nghiệp)?"
    r"|cơ quan|tổ chức|doanh nghiệp|cấp|cá nhân|phòng|ban chuyên môn|phòng ban|cộng đồng|hiệp hội|thành phần|thành viên"
    r"|đơn vị trực thuộc|lực lượng|nhà trường|trường|hợp tác xã|cấp ủy|cấp uỷ|chính quyền|tổ chức chính trị - xã hội"
)
NOUN = re.compile(rf"(?:{_NOUNS})(?!\w)")
PLURAL = re.compile(r"(?:tất cả |toàn thể |toàn bộ )?(?:các|những|một số|mỗi|từng)(?!\w)")
PLACE_NOUN = re.compile(
    r"(?:(?:các )?(?:huyện|thị xã|thành phố|tp|quận|xã|phường|thị trấn|đặc khu|thôn|bản|tổ dân phố|khu phố|khu vực|tỉnh)"
    r"|cấp (?:huyện|xã|tỉnh|cơ sở))(?!\w)"
)
# What a list of group nouns may hold besides the nouns.
LOOSE = re.compile(
    r"(?:các|những|và|có|khác|của|chính trị|xã hội|nghề nghiệp|chính trị - xã hội|sự nghiệp|trực thuộc|chuyên môn|nhà nước"
    r"|đảng|mặt trận|chức năng|cấp|[,\-&/\s])(?!\w)|[,\-&/\s]"
)
# A group of these is known by what it does, so it stands by itself beside a list of sở and ngành.
OWN_CLASS = re.compile(
    r"(?:(?:các|những) )?(?:cơ quan(?: thông tấn,?)?(?: thông tin)?(?: đại chúng)?,? báo(?: chí|, đài)|báo chí|báo, đài|đơn vị sự nghiệp"
    r"|doanh nghiệp (?:viễn|bưu|trên)|tổ chức chính trị|cơ quan (?:trung ương|tw|ngành dọc|đảng|thông)|hội, đoàn|trường"
    r"|cơ sở|nhà mạng|hội đặc thù|tờ báo)"
)
ENDS_GROUP = re.compile(
    r"(?:liên quan(?: khác| đến .+)?|tỉnh|của tỉnh|trong tỉnh|thành phố|trung ương|tw|trên địa bàn.*|trực thuộc.*|thuộc .+)$"
)

CHANNEL = re.compile(
    r"(?:các |những |hệ thống )*(?:trang (?:thông|tin|điện|ttđt|mạng|fanpage)|cổng(?: |$)|công ttđt|fanpage|zalo|facebook"
    r"|mạng xã hội|nền tảng|phương tiện|truyền thanh|loa |kênh |chuyên trang|chuyên mục|bản tin)"
)
OWNED = re.compile(rf"(?:(?:các|những|hệ thống) [^,;]*?\s(?:của|thuộc)\s|(?:{_POSTS}) (?:các|những)(?!\w))")

# Names of fields of administration. Needed only where one "Sở" governs several names and commas stand inside names too.
FIELDS = re.compile(
    r"(?:văn (?:hóa|hoá), thể thao và du lịch|văn (?:hóa|hoá),? (?:và )?thể thao|văn (?:hóa|hoá) và thông tin"
    r"|văn (?:hóa|hoá) - xã hội|thông tin và truyền thông|thông tin - truyền thông|khoa học và công nghệ|kế hoạch và đầu tư"
    r"|tài nguyên và môi trường|nông nghiệp và môi trường|nông nghiệp và phát triển nông thôn|nông nghiệp và ptnt|nn và ptnt"
    r"|nông nghiệp & ptnt|lao động,? -? ?thương binh và xã hội|lao động - tb và xh|lao động - tb&xh|giáo dục và đào tạo"
    r"|gd và đt|dân tộc và tôn giáo|quy hoạch - kiến trúc|quy hoạch và kiến trúc|giao thông vận tải|giao thông công chính"
    r"|xây dựng|tài chính|nội vụ|công thương|tư pháp|y tế|ngoại vụ|ngoại giao|du lịch|quốc phòng|công an|dân tộc"
    r"|tt&tt|tttt|vhttdl|vhtt&dl|vhtt|vh,? ?tt&dl|gd&đt|gdđt|kh&cn|khcn|kh&đt|khđt|tn&mt|tnmt|nn&ptnt|nn&mt|nnmt|lđ-?tb&xh"
    r"|lđtbxh|gtvt)(?!\w)"
)
