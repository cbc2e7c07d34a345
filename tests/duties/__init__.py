"""The 47 duties that two real plans of provinces ask for, and which of them work.

A duty works when a person can do it in the desk or on the portal and one test named after it does it too.
`make duties` runs those tests and prints the table; `docs/duties.md` shows it.
"""

from __future__ import annotations

DUTIES = {
    1: "căn cứ pháp lý: sổ văn bản có ngày, báo căn cứ sai và đề xuất sửa",
    2: "thiếu số, ngày: trường trống được liệt kê, người điền, mỗi giá trị chỉ về chỗ đọc",
    3: "mục tiêu nâng cao nhận thức: chỉ tiêu năm, khảo sát trước và sau",
    4: "người dân đóng góp: cuộc thi, bài gửi, ý kiến được duyệt và đăng",
    5: "hình thức đa dạng, dễ hiểu: ma trận phủ và chỗ trống, kiểm tra văn phong",
    6: "bám sát kế hoạch: mỗi nội dung gắn khoản và chủ đề, báo nội dung ngoài kế hoạch",
    7: "kiểm tra, giám sát: đoàn kiểm tra, phát hiện, khắc phục; bảng tiến độ",
    8: "liên tục, kịp thời: báo tuần trống, câu hỏi và tìm kiếm chưa có trả lời",
    9: "nền tảng số, mạng xã hội: đăng web, nguồn tin, thư, trang xã hội",
    10: "kho dữ liệu dùng chung có bộ khởi đầu ghi nguồn",
    11: "giai đoạn, kể cả để ngỏ; kế hoạch hết hạn, dữ liệu còn",
    12: "kế hoạch bổ sung, kế tiếp: so từng khoản, chuyển việc dở dang",
    13: "chủ đề và trụ cột: mọi nội dung, lượt phát hành, hoạt động được gắn",
    14: "trọng tâm: trọng số chủ đề theo kế hoạch, sổ thỏa thuận theo trụ cột",
    15: "lịch sự kiện: ngày hằng năm, hội nghị dự kiến, hoãn, dời, hủy; iCal",
    16: "hỏi đáp công khai với cơ quan trả lời và hạn",
    17: "quảng bá ra ngoài: nhiều ngôn ngữ, trang đầu tư và du lịch",
    18: "ngân hàng câu chuyện thật: đồng thuận, nơi, trụ cột",
    19: "đối tượng trong và ngoài nước: danh sách thư, bộ tài liệu đón đoàn",
    20: "chuyên mục ASEAN trên cổng tỉnh",
    21: "trang của từng cơ quan: bằng chứng đã đăng, còn hay mất",
    22: "cổ động trực quan: khẩu hiệu, mẫu, nơi treo, ngày treo và hạ, ảnh",
    23: "chính xác, kịp thời: đối chiếu số liệu, đính chính tới mọi nơi đã đăng",
    24: "tin, chuyên mục thường kỳ: kế hoạch biên tập, kỳ bị lỡ",
    25: "mời báo chí: thông báo, đăng ký, tham dự, tin đã đăng",
    26: "tuyên truyền theo sự kiện: sự kiện sinh việc cho cơ quan liên quan",
    27: "tiếp sóng, thời lượng: nhật ký phát, tổng trước và sau",
    28: "truyền thanh cơ sở: gói phát, ghi nhận bằng điện thoại, hướng dẫn, tập huấn",
    29: "ấn phẩm và văn bản hướng dẫn: sổ ấn phẩm, hướng dẫn hiện trên việc",
    30: "chờ văn bản đến: gắn việc với văn bản, “chờ từ ngày”",
    31: "triển lãm: nơi, ngày, lượt khách, ảnh",
    32: "góc ASEAN: sổ, ki-ốt không cần mạng, lượt khách, bảo trì",
    33: "bộ tiêu chí và các biện pháp chuẩn bị",
    34: "đề nghị, không giao: theo đúng chữ của kế hoạch, không nêu chậm công khai",
    35: "kế hoạch năm soạn từ kế hoạch nhiều năm, ban hành .docx",
    36: "kế hoạch của từng cơ quan gắn theo khoản; khoản chưa ai nhận",
    37: "chủ trì, phối hợp; phụ lục thiếu được bổ sung; việc giao bằng câu",
    38: "giao xuống cấp dưới, giữ mạch báo lên",
    39: "dự toán hằng năm: đợt lập, tổng hợp, đề nghị, giao, chi; .xlsx hai chiều",
    40: "nguồn kinh phí, kể cả hiện vật",
    41: "ý kiến tài chính lưu hồ sơ; phân bổ được ghi",
    42: "đợt báo cáo: nghĩa vụ từng cơ quan, hạn, trả lại, gia hạn, không phát sinh, trễ",
    43: "báo cáo tổng hợp: mọi con số mở được nguồn, ban hành đúng thể thức",
    44: "khó khăn, vướng mắc: nêu, gom, trình, quyết, trả lời, đóng",
    45: "nơi nhận: danh sách thành cơ quan; đã gửi, đã nhận",
    46: "thẩm quyền ký, ký thay, chữ ký số, duyệt bằng đường dẫn một lần",
    47: "sáp nhập: nghĩa vụ tìm được nơi kế thừa, lịch sử giữ nguyên",
}
"""Each duty in a few words of its own; the key is its number."""
