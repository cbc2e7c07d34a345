"""A plan of a province that does not exist, short enough to read at a glance, for duties that must start from a paper."""

from __future__ import annotations


def holed(title: str, *, then: str = "Sau năm 2023: tiếp tục ở mọi xã ven biển.") -> str:
    """No number, no day; a basis later than the plan; `then` tells the second phase; duties in sentences, one of them
    asked, one for bodies that the plan does not name.
    """
    return f"""ỦY BAN NHÂN DÂN TỈNH HẢI SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số:      /KH-UBND
Hải Sơn, ngày    tháng 3 năm 2022

KẾ HOẠCH
{title}

Căn cứ Quyết định số 1160/QĐ-TTg ngày 13 tháng 7 năm 2024 của Thủ tướng Chính phủ về tuyên truyền, quảng bá ASEAN;
Ủy ban nhân dân tỉnh Hải Sơn ban hành Kế hoạch với các nội dung sau:

I. MỤC ĐÍCH
- Để người đi biển và gia đình hiểu ASEAN giúp gì cho nghề cá.
II. NỘI DUNG TUYÊN TRUYỀN
1. Trụ cột Chính trị - An ninh: cứu nạn trên biển và đường dây nóng giữa các nước.
2. Trụ cột Kinh tế: giá cá, giấy chứng nhận xuất xứ và chợ đầu mối trong khu vực.
3. Trụ cột Văn hóa - Xã hội: lễ hội làng chài, lớp học cho con em ngư dân.
III. THỜI GIAN THỰC HIỆN
1. Từ tháng 3 năm 2022 đến hết năm 2023: làm thử ở các bến cá.
2. {then}
IV. TỔ CHỨC THỰC HIỆN
1. Sở Du lịch Hải Sơn chủ trì, phối hợp với Sở Công Thương tổ chức các buổi nói chuyện về nghề cá.
2. Đề nghị Hội Nghề cá tỉnh vận động hội viên dự các buổi nói chuyện.
3. Các đơn vị có bến cá bố trí chỗ treo bảng tin.
4. Trước ngày 15/11 hằng năm, các cơ quan, đơn vị gửi báo cáo kết quả về Sở Du lịch Hải Sơn để tổng hợp.

Nơi nhận:
- Sở Du lịch Hải Sơn;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""
