"""D47: departments are split, districts end; the open duties find their heirs with one press, history stays."""

from __future__ import annotations

import re
from itertools import count

from playwright.sync_api import Locator, Page, expect

from tests.duties.conftest import Rehearsal, Visit
from tests.duties.steps import confirm, fact, fits, follow, go, numbers, open_plan, press, said, upload

DEPARTMENT, HEIR = "Sở Thông tin và Truyền thông", "Sở Văn hóa, Thể thao và Du lịch"
DISTRICTS = "UBND các huyện, thị xã"
_numbers = count(1)


def of_2022(title: str) -> str:
    """A plan from before the mergers: the department leads and gathers, the districts take part."""
    return f"""ỦY BAN NHÂN DÂN TỈNH HẢI SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 4{next(_numbers)}/KH-UBND
Hải Sơn, ngày 14 tháng 3 năm 2022

KẾ HOẠCH
{title}

I. MỤC ĐÍCH
- Để bà con làng chài biết ASEAN giúp gì cho nghề cá.
II. THỜI GIAN THỰC HIỆN
1. Từ năm 2022 đến hết năm 2028.
III. TỔ CHỨC THỰC HIỆN
1. {DEPARTMENT} chủ trì, phối hợp với {DISTRICTS} mở các buổi nói chuyện ở bến cá.
2. {DISTRICTS} chủ trì, phối hợp với {DEPARTMENT} treo bảng tin ở chợ.
3. Trước ngày 15/11 hằng năm, các cơ quan, đơn vị gửi báo cáo kết quả về {DEPARTMENT} để tổng hợp.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""


def enter_bodies(page: Page) -> None:
    """The department and the districts of then, where they are not in the register yet."""
    go(page, "Cơ quan")
    for name in (DEPARTMENT, HEIR):
        page.goto(f"/co-quan/?tim={name}")
        if not page.locator("main").get_by_role("link", name=name, exact=True).count():
            page.goto("/co-quan/them/")
            page.get_by_label("Tên đầy đủ").fill(name)
            press(page.locator("main"), re.compile("^(Lưu|Thêm)"))
    page.goto("/nhom-co-quan/")
    page.get_by_label("Tên nhóm như kế hoạch viết").fill(DISTRICTS)
    press(page.locator("main"), re.compile("^(Lưu|Thêm|Lập)"))


def begin(page: Page, title: str) -> Page:
    enter_bodies(page)
    upload(page, of_2022(title))
    confirm(page)
    open_plan(page, title)
    follow(page.locator("main"), "Bàn giao")
    return page


def card(page: Page, name: str) -> Locator:
    return page.locator("section.card").filter(has=page.get_by_role("heading", name=name, exact=True))


def test_open_duties_find_their_heirs_with_one_press(visit: Visit) -> None:
    title = "Nói chuyện nghề cá qua những ngày sắp xếp bộ máy"
    page = begin(visit("dieu-phoi"), title)
    follow(page.locator("main"), re.compile(r"^Khi bắt đầu"))
    expect(page.locator("main")).to_contain_text("mọi việc của kế hoạch đều có cơ quan nhận")
    follow(page.locator("main"), re.compile(r"^Khi sáp nhập"))
    expect(card(page, DEPARTMENT)).to_contain_text("2 phần việc, nhận 1 loại báo cáo")
    chosen = card(page, DEPARTMENT).get_by_label("Nơi nhận").locator("option:checked")
    assert chosen.inner_text().startswith(HEIR)
    expect(card(page, DISTRICTS)).to_contain_text("Không có cơ quan nào kế thừa")
    press(page.locator("main"), re.compile(r"^Bàn giao \d+ việc"))
    assert "Đã bàn giao" in said(page)
    expect(page.locator("main")).to_contain_text("mọi việc của kế hoạch đều có cơ quan nhận")
    open_plan(page, title)
    expect(page.locator("main")).to_contain_text(HEIR)
    go(page, "Cơ quan")
    page.goto(f"/co-quan/?tim={DEPARTMENT}")
    follow(page.locator("main"), DEPARTMENT)
    assert HEIR in fact(page, "Chia tách theo chức năng")


def test_both_totals_stand_side_by_side(visit: Visit, rehearsal: Rehearsal) -> None:
    page = open_plan(visit("dieu-phoi", width=360), rehearsal.title)
    follow(page.locator("main"), "Bàn giao")
    assert fits(page)
    tables = page.locator("table.cards").all()
    assert tables
    for table in tables:
        whole = numbers(table.locator("caption b").inner_text())
        for column in (1, 2):
            cells = table.locator(f"tbody tr > :nth-child({column + 1})").all_inner_texts()
            *parts, total = [numbers(cell) for cell in cells]
            assert total == whole
            assert sum(part[0] for part in parts if part) == whole[0]
