"""Time phrases of plan tables and sentences."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.viet.dates import PartialDate
from lantoa.viet.phrases import find_times, read_time


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


@pytest.mark.parametrize(
    ("raw", "start", "end"),
    [
        ("Năm 2014", "2014-01-01", "2014-12-31"),
        ("Trong năm 2026", "2026-01-01", "2026-12-31"),
        ("Năm 2014-2015", "2014-01-01", "2015-12-31"),
        ("Năm 2014- 2015", "2014-01-01", "2015-12-31"),
        ("Giai đoạn 2021 - 2025", "2021-01-01", "2025-12-31"),
        ("giai đoạn 2021–2025", "2021-01-01", "2025-12-31"),
        ("2021-2025", "2021-01-01", "2025-12-31"),
        ("Các năm 2022, 2023, 2024", "2022-01-01", "2024-12-31"),
        ("Từ năm 2022 đến năm 2024", "2022-01-01", "2024-12-31"),
        ("từ ngày 20 tháng 5 đến ngày 03 tháng 6 năm 2026", "2026-05-20", "2026-06-03"),
        ("Từ 01/01/2026 - 31/12/2026", "2026-01-01", "2026-12-31"),
        ("Quý I/2026", "2026-01-01", "2026-03-31"),
        ("quý III/2020", "2020-07-01", "2020-09-30"),
        ("Quý 3 năm 2025", "2025-07-01", "2025-09-30"),
        ("Quí II/2026", "2026-04-01", "2026-06-30"),
        ("QUÝ IV NĂM 2026", "2026-10-01", "2026-12-31"),
        ("Quý II-III/2026", "2026-04-01", "2026-09-30"),
        ("Quý I, II, III năm 2026", "2026-01-01", "2026-09-30"),
        ("Quý 1, 2/2026", "2026-01-01", "2026-06-30"),
        ("Quý IV/2026 đến hết Quý II/2027", "2026-10-01", "2027-06-30"),
        ("Quý IV đến Quý I/2027", "2026-10-01", "2027-03-31"),
        ("6 tháng đầu năm 2026", "2026-01-01", "2026-06-30"),
        ("06 tháng cuối năm 2026", "2026-07-01", "2026-12-31"),
        ("9 tháng đầu năm 2026", "2026-01-01", "2026-09-30"),
        ("Tháng 10/2021", "2021-10-01", "2021-10-31"),
        ("tháng 12 năm 2021", "2021-12-01", "2021-12-31"),
        ("Tháng 02/2024", "2024-02-01", "2024-02-29"),
        ("Tháng 3-4/2026", "2026-03-01", "2026-04-30"),
        ("Tháng 01 - 02/2026", "2026-01-01", "2026-02-28"),
        ("Tháng 3, 4 và 5/2026", "2026-03-01", "2026-05-31"),
        ("Từ tháng 3 đến tháng 9/2026", "2026-03-01", "2026-09-30"),
        ("từ tháng 11 đến tháng 2/2027", "2026-11-01", "2027-02-28"),
        ("từ tháng 11/2026 đến tháng 2", "2026-11-01", "2027-02-28"),
        ("31/12/2026", "2026-12-31", "2026-12-31"),
        ("15/3/26", "2026-03-15", "2026-03-15"),
        ("Ngày 14, 15/10/2026", "2026-10-14", "2026-10-15"),
        ("9h00-11h30 ngày 18/9/2026", "2026-09-18", "2026-09-18"),
        ("14h15’ ngày 07/10/2026 (Thứ Tư).", "2026-10-07", "2026-10-07"),
        ("Sáng ngày 18/9 và cả ngày 19/9/2026", "2026-09-18", "2026-09-19"),
        ("28-30/7/2026", "2026-07-28", "2026-07-30"),
        ("Ngày 28 đến 30 tháng 7 năm 2026", "2026-07-28", "2026-07-30"),
        ("từ 28 tháng 7 đến 08 tháng 8 năm 2026", "2026-07-28", "2026-08-08"),
        ("7-8/2026", "2026-07-01", "2026-08-31"),
        ("Trong 02 năm 2026-2027", "2026-01-01", "2027-12-31"),
        ("Năm 2026 (quý I)", "2026-01-01", "2026-03-31"),
        ("Trước mắt năm 2026", "2026-01-01", "2026-12-31"),
        ("ngày 01 tháng 7 năm 2025 đến nay", "2025-07-01", None),
        ("từ nay đến hết năm 2028", None, "2028-12-31"),
        ("đến năm 2030", None, "2030-12-31"),
        ("đến hết năm 2025, tầm nhìn 2030", None, "2025-12-31"),
        ("hết quý II/2026", None, "2026-06-30"),
        ("đến 31/12/2026", None, "2026-12-31"),
        ("sau năm 2028", "2029-01-01", None),
        ("Từ năm 2026", "2026-01-01", None),
        ("Từ năm 2026 trở đi", "2026-01-01", None),
        ("vào năm 2027 và sau đó", "2027-01-01", None),
        ("Năm 2026 và các năm tiếp theo", "2026-01-01", None),
        ("Giai đoạn 2026 - 2028 và sau 2028", "2026-01-01", None),
    ],
)
def test_when(raw: str, start: str | None, end: str | None) -> None:
    for written in (raw, unicodedata.normalize("NFD", raw), raw.upper(), f"  {raw} ", raw.replace(" ", "\n", 1)):
        phrase = read_time(written)
        assert (phrase.start, phrase.end) == (day(start), day(end)), written
        assert (phrase.recurring, phrase.exclusive, phrase.rhythm, phrase.raw) == (False, False, "once", written)


@pytest.mark.parametrize(
    ("raw", "end", "due", "exclusive"),
    [
        ("trước ngày 08/02/2026", "2026-02-07", "2026-02-08", True),
        ("Trước 30/6/2026", "2026-06-29", "2026-06-30", True),
        ("hoàn thành trước ngày 15/8/2026", "2026-08-14", "2026-08-15", True),
        ("Xong trước ngày 05 tháng 01 năm 2026", "2026-01-04", "2026-01-05", True),
        ("trước tháng 7/2026", "2026-06-30", "2026-07-01", True),
        ("trước 17h00 ngày 10/12/2026", "2026-12-10", "2026-12-10", False),
        ("trước hoặc trong ngày 15/12/2026", "2026-12-15", "2026-12-15", False),
        ("chậm nhất là ngày 25/11/2026", "2026-11-25", "2026-11-25", False),
        ("chậm nhất ngày 25 tháng 11 năm 2026", "2026-11-25", "2026-11-25", False),
        ("không muộn hơn ngày 05 tháng 01 năm 2027", "2027-01-05", "2027-01-05", False),
        ("ngay sau khi ban hành Kế hoạch, hoàn thành trước 30/6/2026", "2026-06-29", "2026-06-30", True),
    ],
)
def test_deadlines(raw: str, end: str, due: str, exclusive: bool) -> None:
    phrase = read_time(raw)
    assert (phrase.start, phrase.end, phrase.due) == (None, day(end), day(due))
    assert (phrase.exclusive, phrase.kind, phrase.rhythm) == (exclusive, "deadline", "once")


@pytest.mark.parametrize(
    ("raw", "rhythm", "at"),
    [
        ("Thường xuyên", "continuous", (None, None)),
        ("thuong xuyen", "continuous", (None, None)),
        ("Hàng năm", "yearly", (None, None)),
        ("Hằng năm", "yearly", (None, None)),
        ("Định kỳ hàng năm", "yearly", (None, None)),
        ("cho từng năm", "yearly", (None, None)),
        ("ngày 10/12 hàng năm", "yearly", (10, 12)),
        ("Tháng 8 hằng năm", "yearly", (None, 8)),
        ("dịp 28/7, 8/8 hằng năm", "yearly", (28, 7)),
        ("Quý III hằng năm", "yearly", (None, None)),
        ("mỗi năm 01 lần", "yearly", (None, None)),
        ("02 lần/năm", "six-monthly", (None, None)),
        ("định kỳ 6 tháng một lần", "six-monthly", (None, None)),
        ("Định kỳ 06 tháng, 01 năm", "six-monthly", (None, None)),
        ("Hằng quý, 6 tháng, năm", "quarterly", (None, None)),
        ("1 lần/quý", "quarterly", (None, None)),
        ("ngày 20 của tháng cuối quý", "quarterly", (20, None)),
        ("Hàng tháng, quý, năm", "monthly", (None, None)),
        ("ngày 18 hằng tháng", "monthly", (18, None)),
        ("theo quý", "quarterly", (None, None)),
        ("định kỳ tháng, quý, năm", "monthly", (None, None)),
        ("Tối thiểu 02 tin/tuần", "weekly", (None, None)),
        ("Hằng tuần", "weekly", (None, None)),
        ("Định kỳ", "unspecified", (None, None)),
    ],
)
def test_rhythms(raw: str, rhythm: str, at: tuple[int | None, int | None]) -> None:
    phrase = read_time(raw)
    assert phrase.recurring
    assert (phrase.start, phrase.end, phrase.exclusive) == (None, None, False)
    assert (phrase.rhythm, (phrase.day, phrase.month)) == (rhythm, at)


@pytest.mark.parametrize(
    ("raw", "rhythm", "at"),
    [
        ("trước ngày 10/11 hàng năm", "yearly", (10, 11)),
        ("trước ngày 30 tháng 11 hằng năm", "yearly", (30, 11)),
        ("trước ngày 15/6 và 15/12 hằng năm", "six-monthly", (15, 6)),
        ("trước ngày 18 hằng tháng", "monthly", (18, None)),
        ("định kỳ hằng tháng (trước ngày 18)", "monthly", (18, None)),
        ("hằng quý, trước ngày 20 của tháng cuối quý", "quarterly", (20, None)),
    ],
)
def test_before_a_day_that_returns(raw: str, rhythm: str, at: tuple[int | None, int | None]) -> None:
    phrase = read_time(raw)
    assert (phrase.recurring, phrase.exclusive) == (True, True)
    assert (phrase.rhythm, (phrase.day, phrase.month)) == (rhythm, at)


def test_a_rhythm_with_its_term() -> None:
    assert read_time("Hằng năm, từ 2022").start == date(2022, 1, 1)
    term = read_time("Thường xuyên, giai đoạn 2026-2030")
    assert (term.recurring, term.start, term.end) == (True, date(2026, 1, 1), date(2030, 12, 31))
    yearly = read_time("Trước ngày 15 tháng 11 hằng năm, bắt đầu từ năm 2026")
    assert (yearly.start, yearly.day, yearly.month, yearly.exclusive) == (date(2026, 1, 1), 15, 11, True)


@pytest.mark.parametrize(
    ("raw", "rhythm", "kind"),
    [
        ("theo sự kiện", "event", "event"),
        ("Khi có sự kiện", "event", "event"),
        ("chậm nhất 05 ngày làm việc sau khi kết thúc sự kiện", "event", "event"),
        ("trong vòng 10 ngày kể từ ngày ban hành", "event", "event"),
        ("Ngay sau khi Kế hoạch được ban hành", "event", "event"),
        ("Sau khi có Quyết định số 12/QĐ-UBND ngày 3/2/2026", "event", "event"),
        ("Trong quá trình triển khai.", "event", "event"),
        ("Đột xuất", "ad hoc", "ad hoc"),
        ("khi có yêu cầu", "ad hoc", "ad hoc"),
        ("theo kế hoạch", "unspecified", "elsewhere"),
        ("Theo hướng dẫn của Bộ, ngành Trung ương", "unspecified", "elsewhere"),
        ("theo quy định", "unspecified", "elsewhere"),
        ("Theo Kế hoạch số 12/KH-UBND ngày 3/2/2026", "unspecified", "elsewhere"),
        ("Theo lịch công tác", "unspecified", "elsewhere"),
        ("chưa rõ", "unspecified", "unknown"),
        ("ngày 30 tháng 2 năm 2026", "unspecified", "unknown"),
    ],
)
def test_what_has_no_day(raw: str, rhythm: str, kind: str) -> None:
    phrase = read_time(raw)
    assert (phrase.start, phrase.end, phrase.due, phrase.recurring) == (None, None, None, False)
    assert (phrase.rhythm, phrase.kind) == (rhythm, kind)


@pytest.mark.parametrize("raw", ["", " ", "\u00a0", "\n", "-", "…".replace("…", ".")])
def test_a_blank_cell_says_nothing(raw: str) -> None:
    phrase = read_time(raw)
    assert (phrase.kind, phrase.start, phrase.end, phrase.recurring) == ("blank", None, None, False)


@pytest.mark.parametrize(
    ("raw", "start", "end"),
    [
        ("Quý I", "2026-01-01", "2026-03-31"),
        ("6 tháng đầu năm", "2026-01-01", "2026-06-30"),
        ("Tháng 9", "2026-09-01", "2026-09-30"),
        ("trước ngày 15/3", None, "2026-03-14"),
        ("Tháng 01 - 02/20", "2026-01-01", "2026-02-28"),
        ("Tháng 01- 02/", "2026-01-01", "2026-02-28"),
        ("Tháng 01 - 02/2", "2026-01-01", "2026-02-28"),
    ],
)
def test_a_missing_or_cut_year_comes_from_the_base_or_stays_open(raw: str, start: str | None, end: str) -> None:
    assert (read_time(raw).start, read_time(raw).end) == (None, None)
    based = read_time(raw, PartialDate(2026, 3))
    assert (based.start, based.end) == (day(start), day(end))


def test_the_year_of_the_phrase_beats_the_base() -> None:
    assert read_time("Quý I/2027", PartialDate(2026)).start == date(2027, 1, 1)


# --- inside sentences ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "raws"),
    [
        ("Định kỳ, trước ngày 15/10 hằng năm, mỗi xã gửi số liệu.", ["Định kỳ, trước ngày 15/10 hằng năm"]),
        ("Định kỳ hằng năm (ngày 05/12) hoặc đột xuất báo cáo về Sở.", ["Định kỳ hằng năm (ngày 05/12)", "đột xuất"]),
        (
            "Báo cáo hằng quý (trước ngày 20 của tháng cuối quý), 6 tháng (trước ngày 15/6), năm (trước ngày 15/12).",
            ["hằng quý (trước ngày 20 của tháng cuối quý)", "6 tháng (trước ngày 15/6)", "năm (trước ngày 15/12)"],
        ),
        ("- Từ nay đến hết năm 2028;\n- Sau năm 2028, bổ sung.", ["Từ nay đến hết năm 2028", "Sau năm 2028"]),
        ("Gửi bản tổng hợp trước ngày 08/02/2026.", ["trước ngày 08/02/2026"]),
        ("Chặng đường phát triển (2016 - 2026); nhìn lại", ["2016 - 2026"]),
        ("Nếu gặp khó khăn, các đơn vị phản ánh về Sở.", ["Nếu gặp khó khăn"]),
        ("Tổ chức 518 buổi cho 2015 người, chiếm 1/2 dân số.", []),
        ("Nghị định số 13/2024/NĐ-CP và Chỉ thị 12/CT-TTg", []),
        ("thực hiện theo kế hoạch của đơn vị mình", []),
        ("so với trước và sau hội nghị", []),
    ],
)
def test_phrases_in_sentences(sentence: str, raws: list[str]) -> None:
    for written in (sentence, unicodedata.normalize("NFD", sentence)):
        found = find_times(written)
        assert [unicodedata.normalize("NFC", f.phrase.raw) for f in found] == raws
        assert all(written[f.start : f.end] == f.phrase.raw for f in found)


def test_lines_and_spaces_inside_a_phrase_do_not_count() -> None:
    sentence = "Báo cáo trước  ngày 15/10 \n hằng   năm; hoàn thành\ntrong 6  tháng  đầu\nnăm 2027."
    assert [(f.phrase.month, f.phrase.end) for f in find_times(sentence)] == [(10, None), (None, date(2027, 6, 30))]


def test_each_rhythm_of_a_reporting_sentence_keeps_its_day() -> None:
    sentence = "Báo cáo định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12) gửi về Sở."
    found = [(f.phrase.rhythm, f.phrase.day, f.phrase.month, f.phrase.exclusive) for f in find_times(sentence)]
    assert found == [("six-monthly", 15, 6, True), ("yearly", 15, 12, True)]


FIGURES = ["6", "12", "28/7", "2026", "-", ",", "(", ")", "II", "8h00"]
MARKS = [
    "trước",
    "từ",
    "đến hết",
    "sau",
    "hằng",
    "và",
    "đột xuất",
    "định kỳ",
    "theo kế hoạch",
    "từ nay",
    "khi có",
    "tầm nhìn",
]
WORDS = st.sampled_from([*FIGURES, *MARKS, "ngày", "tháng", "năm", "quý", "trở đi"])


@given(st.lists(WORDS).map(" ".join))
def test_any_order_of_words_is_read_without_falling(text: str) -> None:
    phrase = read_time(text)
    assert phrase.raw == text
    assert phrase.start is None or phrase.end is None or phrase.recurring or phrase.rhythm == "once"
    for found in find_times(text):
        assert text[found.start : found.end] == found.phrase.raw


@given(st.text())
def test_any_text_is_read_without_falling(text: str) -> None:
    assert read_time(text).raw == text
    assert all(text[f.start : f.end] == f.phrase.raw for f in find_times(text))


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_a_written_span_is_read_back(one: date, other: date) -> None:
    start, end = min(one, other), max(one, other)
    raw = f"từ ngày {start.day} tháng {start.month} năm {start.year} đến ngày {end.day}/{end.month}/{end.year}"
    assert (read_time(raw).start, read_time(raw).end) == (start, end)
