"""D37: an appendix that was announced and absent is sent later, and its tasks join those of the plan."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.duties.conftest import Visit
from tests.duties.papers import holed
from tests.duties.steps import confirm, fact, follow, numbers, press, row_read, said, upload

APPENDIX = """PHỤ LỤC
VIỆC CỤ THỂ Ở CÁC BẾN CÁ

\tSTT
\tNội dung
\tCơ quan chủ trì
\tCơ quan phối hợp
\tThời gian

\t1
\tPhát tờ rơi về quy tắc xuất xứ ở bến cá.
\tSở Công Thương
\tSở Du lịch Hải Sơn
\tNăm 2023

\t2
\tChiếu phim lưu động cho gia đình ngư dân.
\tHội Nghề cá tỉnh
\tSở Du lịch Hải Sơn
\t
"""


def test_a_missing_appendix_is_added_and_merged(visit: Visit) -> None:
    text = holed("Phụ lục về sau, việc vẫn đủ").replace(
        "3. Các đơn vị có bến cá", "3. Việc cụ thể nêu tại Phụ lục kèm theo Kế hoạch này. Các đơn vị có bến cá"
    )
    page = upload(visit("dieu-phoi"), text)
    expect(page.locator("main")).to_contain_text("nhưng không có phụ lục kèm theo")
    confirm(page)
    plan = page.url
    before = numbers(page.get_by_role("link", name=re.compile("^Xem .* nhiệm vụ")).inner_text())[0]
    follow(page, "Bổ sung phụ lục")
    page.get_by_label("Tệp phụ lục").set_input_files(
        {"name": "phu-luc.txt", "mimeType": "text/plain", "buffer": APPENDIX.encode()}
    )
    press(page, "Đọc phụ lục")
    assert "Đã bổ sung 2 nhiệm vụ" in said(page)
    expect(page.locator("main")).not_to_contain_text("nhưng không có phụ lục kèm theo")
    expect(row_read(page, "Thời gian thực hiện")).to_contain_text("chưa có thời gian")

    page.goto(plan)
    assert fact(page, "Phụ lục gửi sau").endswith("VIỆC CỤ THỂ Ở CÁC BẾN CÁ")
    link = page.get_by_role("link", name=re.compile("^Xem .* nhiệm vụ"))
    assert numbers(link.inner_text())[0] == before + 2
    link.click()
    row = page.locator("main tbody tr", has_text="Phát tờ rơi")
    assert [cell.strip() for cell in row.locator("td").all_inner_texts()[1:3]] == [
        "Sở Công Thương",
        "Sở Du lịch Hải Sơn",
    ]
    expect(page.locator("main tbody tr", has_text="Chiếu phim")).to_contain_text("Hội Nghề cá tỉnh (đề nghị)")
    follow(page, re.compile("Phát tờ rơi"))
    follow(page, "Mở chỗ này trong văn bản")
    expect(page.locator("mark:target")).to_have_text("Phát tờ rơi về quy tắc xuất xứ ở bến cá.")
