"""A second plan of tỉnh Hải Sơn that comes after the first, and an appendix that comes after its plan."""

from __future__ import annotations

from tests.universe.plans import PLAN_TEXT

NEXT = (
    PLAN_TEXT.replace("12/KH-UBND", "88/KH-UBND")
    .replace("ngày 15 tháng 01 năm 2026", "ngày 20 tháng 12 năm 2030")
    .replace("2026 - 2030", "2031 - 2035")
    .replace("của các nước láng giềng", "của các nước bạn")
    .replace("3. Thông báo kịp thời các sự kiện lớn của ASEAN trong năm.\n", "3. Dạy trẻ em hát các bài ca ASEAN.\n")
    .replace("Làm phóng sự về chợ cá xuất khẩu sang các nước ASEAN.", "Lập trang tin bằng ba thứ tiếng.")
    .replace("\tNăm 2026-2027\n", "\tNăm 2031\n")
)
"""One theme reworded, one replaced; one task replaced, the time of one changed; the rest as before."""

BEFORE_ANNEX, _, ANNEX = PLAN_TEXT.partition("PHỤ LỤC\n")
ANNOUNCED = BEFORE_ANNEX.replace(
    "3. Sở Tài chính bố trí", "3. Nhiệm vụ cụ thể tại Phụ lục kèm theo Kế hoạch này.\n\n4. Sở Tài chính bố trí"
)
"""A plan that announces an appendix and has none."""
ANNEX = "PHỤ LỤC\n" + ANNEX
"""The appendix, in a file of its own."""
