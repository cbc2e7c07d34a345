"""Seeded mutations of a labelled plan: text and labels change together, so the reader must score the same.

A mutation is a function of text, labels and a random generator. It knows the shape of a plan (a table laid out one cell a
line, lists of dashes, dates), never its sentences.
"""

from __future__ import annotations

import copy
import random
import re
import unicodedata
from collections.abc import Callable
from typing import Any

Gold = dict[str, Any]
Mutation = Callable[[str, Gold, random.Random], tuple[str, Gold]]

PROVINCES = ("Hải Sơn", "Bà Rịa - Vũng Tàu", "Thừa Thiên Huế", "Đắk Nông", "Cửa Việt", "Lâm Hà", "Tân Châu", "Yên Thủy")
SINGLE_BODIES = ("Sở Ngoại vụ", "Sở Giáo dục và Đào tạo", "Sở Lao động - Thương binh và Xã hội", "Công an tỉnh")
BODY_LISTS = (
    ("Văn phòng UBND tỉnh; Sở Tư pháp", ["Văn phòng UBND tỉnh", "Sở Tư pháp"]),
    ("Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch", ["Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch"]),
    ("UBND các huyện, thị xã, thành phố", ["UBND các huyện, thị xã, thành phố"]),
    ("Hội Nông dân tỉnh; các sở, ban, ngành liên quan", ["Hội Nông dân tỉnh", "các sở, ban, ngành liên quan"]),
)
TIMES = (
    ("Quý III/2015", "2015-07-01", "2015-09-30", False),
    ("Tháng 8/2014", "2014-08-01", "2014-08-31", False),
    ("Hằng năm", None, None, True),
    ("Năm 2016", "2016-01-01", "2016-12-31", False),
    ("Thường xuyên", None, None, True),
    ("Năm 2014 - 2015", "2014-01-01", "2015-12-31", False),
)
CONTENTS = (
    "Biên tập sổ tay hỏi đáp về hội nhập cho cán bộ cơ sở.",
    "Mở chuyên trang tiếng Anh giới thiệu làng nghề của tỉnh",
    "Thi vẽ tranh cổ động trong học sinh trung học.",
)


def _everywhere(text: str, gold: Gold, old: str, new: str) -> tuple[str, Gold]:
    return text.replace(old, new), _in_strings(gold, old, new)


def _in_strings(value: Any, old: str, new: str) -> Any:
    if isinstance(value, str):
        return value.replace(old, new)
    if isinstance(value, list):
        return [_in_strings(item, old, new) for item in value]
    if isinstance(value, dict):
        return {key: _in_strings(item, old, new) for key, item in value.items()}
    return value


def province(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    """Another province: its name in every case."""
    old = gold["issuing_body"].split("tỉnh ")[1]
    new = dice.choice(PROVINCES)
    text, gold = _everywhere(text, gold, old, new)
    return _everywhere(text, gold, old.upper(), new.upper())


def numbers(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    """Other numbers of the plan and of what it is based on."""
    if gold["number"]:
        new = str(dice.randint(1, 3000))
        text = re.sub(rf"(số )0*{gold['number']}( ?/)", rf"\g<1>{new}\2", text)
        gold["symbol"] = gold["symbol"].replace(gold["number"], new, 1)
        gold["number"] = new
    for base in gold["legal_bases"]:
        old = base["number"].split("/")[0]
        new = str(dice.randint(3000, 9000))
        text = text.replace(f"số {old}/", f"số {new}/")
        base["number"] = base["number"].replace(old, new, 1)
        gold["warnings"] = [[base["number"]] for words in gold["warnings"]]
    return text, gold


def own_date(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    """Another date of the plan itself, whole or partial."""
    if gold["date"]:
        year, month, day = map(int, gold["date"].split("-"))
        new_month, new_day = dice.randint(1, 7), dice.randint(1, 28)
        old = f"ngày {day} tháng {month} năm {year}"
        text = text.replace(old, f"ngày {new_day:02d} tháng {new_month} năm {year}")
        gold["date"] = f"{year}-{new_month:02d}-{new_day:02d}"
    else:
        year, month = gold["date_partial"].split("-")
        new = dice.randint(1, 12)
        text = re.sub(rf"tháng {int(month)} năm {year}", f"tháng {new} năm {year}", text, count=1)
        gold["date_partial"] = f"{year}-{new:02d}"
    return text, gold


def due_dates(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    """Other days to report on."""
    for duty in gold["report_duties"]:
        match = re.fullmatch(r"(\d\d)-(\d\d)", duty.get("due") or "")
        if match:
            day, month = dice.randint(1, 28), dice.randint(1, 12)
            text = text.replace(f"{int(match[2])}/{int(match[1])} h", f"{day:02d}/{month:02d} h")
            duty["due"] = f"{month:02d}-{day:02d}"
    return text, gold


def recipients(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    """Fewer recipients, and one more."""
    gone = dice.choice(gold["recipients"][:-1])
    text = re.sub(rf"\n- {re.escape(gone)}[;.]", "", text)
    gold["recipients"].remove(gone)
    first = gold["recipients"][0]
    text = text.replace(f"- {first};", f"- {first};\n- Bộ Ngoại giao;")
    gold["recipients"].append("Bộ Ngoại giao")
    return text, gold


def themes(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    """One theme less."""
    gone = dice.choice(gold["themes"])
    text = re.sub(rf"\n(?:-|\d\.) {re.escape(gone)}\s*\n", "\n\n", text)
    gold["themes"].remove(gone)
    return text, gold


def decomposed(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    """Letters apart from their marks, lines ended as elsewhere."""
    return unicodedata.normalize("NFD", text).replace("\n", "\r\n"), gold


# --- rows of the table -------------------------------------------------------------------------------------------


def _rows(text: str) -> tuple[str, list[list[str]], str]:
    """What stands before the table, its rows, what stands after."""
    start = text.rindex("\n", 0, text.index("\tSTT\n")) + 1
    body = text[start:].rstrip(" \n")
    rows = [[line[1:] for line in chunk.split("\n")] for chunk in body.split("\n\n") if chunk.startswith("\t")]
    return text[:start], rows, "\n\n\n"


def _laid_out(before: str, rows: list[list[str]], after: str) -> str:
    return before + "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows) + after


def _is_group(row: list[str]) -> bool:
    return bool(re.fullmatch(r"[IVX]+", row[0]))


def _task_rows(rows: list[list[str]]) -> list[int]:
    return [number for number, row in enumerate(rows) if number and not _is_group(row)]


def rows_dropped(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    before, rows, after = _rows(text)
    for task in dice.sample(range(len(gold["tasks"])), 3):
        rows[_task_rows(rows)[task]][0] = "gone"
        gold["tasks"][task]["no"] = "gone"
    gold["tasks"] = [task for task in gold["tasks"] if task["no"] != "gone"]
    return _laid_out(before, [row for row in rows if row[0] != "gone"], after), gold


def rows_reordered(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    """The tasks of the first group in another order."""
    before, rows, after = _rows(text)
    places = [number for number in _task_rows(rows) if not any(_is_group(row) for row in rows[2:number])]
    order = dice.sample(range(len(places)), len(places))
    moved = [rows[places[old]] for old in order]
    for number, (place, row) in enumerate(zip(places, moved, strict=True), start=1):
        rows[place] = [str(number), *row[1:]]
    head = [{**gold["tasks"][old], "no": str(number)} for number, old in enumerate(order, start=1)]
    gold["tasks"] = head + gold["tasks"][len(places) :]
    return _laid_out(before, rows, after), gold


def rows_added(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    before, rows, after = _rows(text)
    for content in CONTENTS:
        lead = dice.choice(SINGLE_BODIES)
        written, names = dice.choice(BODY_LISTS)
        raw, start, end, recurring = dice.choice(TIMES)
        number = "1" if _is_group(rows[-1]) else str(int(rows[-1][0]) + 1)
        rows.append([number, content, lead, written, raw])
        gold["tasks"].append(
            {
                "no": number,
                "group": gold["tasks"][-1]["group"],
                "content": content,
                "lead": [lead],
                "coordinating": names,
            }
            | {"timeframe_raw": raw, "start": start, "end": end, "recurring": recurring}
        )
    return _laid_out(before, rows, after), gold


def cells_changed(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    """Other leads, coordinators and times."""
    before, rows, after = _rows(text)
    for number, place in enumerate(_task_rows(rows)):
        task = gold["tasks"][number]
        for key in ("lead_canonical", "coordinating_canonical"):
            task.pop(key, None)
        rows[place][2] = dice.choice(SINGLE_BODIES)
        task["lead"] = [rows[place][2]]
        rows[place][3], task["coordinating"] = dice.choice(BODY_LISTS)
        raw, task["start"], task["end"], task["recurring"] = dice.choice(TIMES)
        rows[place][4] = raw
    return _laid_out(before, rows, after), gold


def signer(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    """Another capacity; the name becomes a placeholder of a person."""
    text = text.replace(gold["signatory"]["name"], "Họ Và Tên")
    gold["signatory"]["name"] = "Họ Và Tên"
    if dice.random() < 0.5:
        text = text.replace("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "CHỦ TỊCH")
        gold["signatory"] |= {"capacity": "TM. ỦY BAN NHÂN DÂN", "title": "CHỦ TỊCH"}
    return text, gold


def duty_bodies(text: str, gold: Gold, dice: random.Random) -> tuple[str, Gold]:
    """Another department does what the first one did, throughout."""
    old, new = "Sở Tài chính", dice.choice(("Sở Kế hoạch và Đầu tư", "Kho bạc Nhà nước tỉnh", "Cục Thuế tỉnh"))
    return _everywhere(text, gold, old, new)


IN_EVERY_PLAN: tuple[Mutation, ...] = (
    province, numbers, own_date, due_dates, recipients, themes, decomposed, duty_bodies,
)  # fmt: skip
WITH_TABLE: tuple[Mutation, ...] = (rows_dropped, rows_reordered, rows_added, cells_changed)
SIGNED: tuple[Mutation, ...] = (signer,)


def mutate(text: str, gold: Gold, seed: int) -> tuple[str, Gold, list[str]]:
    """The plan after three to six mutations chosen by `seed`; the names of them."""
    dice = random.Random(seed)
    gold = copy.deepcopy(gold)
    usable = [*IN_EVERY_PLAN]
    usable += WITH_TABLE if gold["tasks"] else ()
    usable += SIGNED if gold["signatory"] else ()
    chosen = dice.sample(usable, dice.randint(3, 6))
    chosen.sort(key=lambda mutation: (mutation is decomposed, mutation is province))
    for mutation in chosen:
        text, gold = mutation(text, gold, dice)
    return text, gold, [mutation.__name__ for mutation in chosen]
