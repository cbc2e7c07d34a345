"""D11: phases, open-ended ones too; when a plan's time is over, what was done under it stays."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from lantoa.reading.draft import Phase
from lantoa.viet.dates import as_short
from tests.duties.conftest import Rehearsal, Visit
from tests.duties.papers import holed
from tests.duties.steps import confirm, download, fact, follow, go, open_plan, press, upload


def test_the_phases_of_the_plan_are_shown(visit: Visit, rehearsal: Rehearsal) -> None:
    page = open_plan(visit("dau-moi"), rehearsal.title)
    shown = fact(page, "Thời gian")
    assert rehearsal.draft.phases
    for phase in rehearsal.draft.phases:
        assert stretch(phase) in shown


def test_a_phase_may_be_open_ended(visit: Visit) -> None:
    page = confirm(upload(visit("dieu-phoi"), holed("Ra khơi cùng bạn bè ASEAN, không hẹn ngày dừng")))
    assert "(01/3/2022 – 31/12/2023)" in fact(page, "Thời gian")
    assert "(01/01/2024 – …)" in fact(page, "Thời gian")


def test_what_was_done_under_a_plan_that_is_over_stays(visit: Visit) -> None:
    title = "Ba mùa cá kể chuyện ASEAN"
    page = upload(
        visit("dieu-phoi"), holed(title, then="Từ tháng 01 năm 2024 đến hết năm 2024: kể lại và rút bài học.")
    )
    confirm(page)
    assert "(01/01/2024 – 31/12/2024)" in fact(page, "Thời gian")
    follow(page, re.compile("^Xem .* nhiệm vụ"))
    follow(page, re.compile("buổi nói chuyện về nghề cá"))
    follow(page, "Ghi hoạt động")
    page.get_by_label("Đã làm gì").fill("Buổi nói chuyện cuối mùa cá thứ ba")
    page.get_by_label("Từ ngày").fill("20/12/2024")
    page.locator("input[type=file]").set_input_files(
        {"name": "bien-ban.txt", "mimeType": "text/plain", "buffer": "Ghi chép buổi nói chuyện.".encode()}
    )
    press(page, "Ghi hoạt động")

    page = go(visit("lanh-dao"), "Hoạt động")
    page.get_by_label(re.compile("^Tìm theo tên")).fill("cuoi mua ca thu ba")
    press(page, "Tìm")
    follow(page, "Buổi nói chuyện cuối mùa cá thứ ba")
    assert download(page, "bien-ban.txt") == ("bien-ban.txt", "Ghi chép buổi nói chuyện.".encode())
    open_plan(page, title)
    follow(page, re.compile("^Xem .* nhiệm vụ"))
    expect(page.locator("main")).to_contain_text("1 hoạt động")
    public = visit(path="/cong/chuong-trinh/")
    if title not in public.locator("main .lead").inner_text():
        follow(public.locator("main"), re.compile(title))
    expect(public.locator("main")).to_contain_text("gần nhất 20/12/2024")


def stretch(phase: Phase) -> str:
    """A phase's days as pages write them, an open end as "…"."""
    first, last = (day.value and as_short(day.value) for day in (phase.start, phase.end))
    return f"{first or '…'} – {last or '…'}"
