"""The head of the first page: issuer, number, place and date, type and subject, addressees, bases."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lantoa.papers.anatomy.clauses import labelled
from lantoa.papers.anatomy.labels import PLAIN
from lantoa.papers.anatomy.lines import Item
from lantoa.papers.anatomy.marks import TYPES, call_of, is_basis, is_nation, is_rule, opens_foot, type_of
from lantoa.papers.tree import Line, Span, Table
from lantoa.viet.dates import PartialDate
from lantoa.viet.letters import fold

_REACH = 60
"""A head is never longer than this many lines."""

_SYMBOL = r"[^\W\d_][\w.&]*(?:\s?-\s?[\w.&]+)*"
_NUMBER = re.compile(
    rf"(?:(?:[^\W\d_]+\s){{0,3}})(?:[Ss]ố|SỐ|Số\s*hiệu)\s*[:.]?\s*(?P<number>\d+[a-zA-Z]?)?[\s._…]*"
    rf"(?P<rest>(?:/\s?\d{{4}})?\s*/\s?{_SYMBOL}(?:/{_SYMBOL})?|-\s?{_SYMBOL}/{_SYMBOL})?\s*"
)
_BARE_NUMBER = re.compile(rf"(?P<number>\d+[a-zA-Z]?)?\s*(?P<rest>(?:/\s?\d{{4}})?\s?/\s?[A-ZĐ]\w*-{_SYMBOL})")
_DATE = re.compile(
    r"(?:(?P<place>[^,]{2,60}),\s*)?ngày\s*(?P<day>\d{1,2})?[\s.…_]*tháng\s*(?P<month>\d{1,2})?[\s.…_]*"
    r"năm\s*(?P<year>\d{4})?[\s.…]*",
    re.IGNORECASE,
)
_WIDE_GAP = re.compile(r"\s{3,}")
_SUBJECT = re.compile(r"(?:V\s?/\s?v|Về việc)\s*:?\s*", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(chu tich|bo truong|giam doc|truong ban|uy ban nhan dan|hoi dong nhan dan|thu tuong|chinh phu|uy ban thuong vu|"
    r"quoc hoi|tong giam doc|cuc truong|chanh van phong|ban thuong vu|ban chap hanh|thuong truc)\b"
)
_BODY_HEADS = re.compile(
    r"(uy ban|ubnd|hoi dong|hdnd|so|bo|ban|van phong|tinh uy|huyen uy|thanh uy|thi uy|dang uy|dang bo|trung tam|cuc|"
    r"chi cuc|phong|dai|bao|truong|cong an|tong cuc|vien|lien doan|hoi|mat tran|toa an|kho bac|tong cong ty|cong ty|"
    r"chinh phu|quoc hoi|thu tuong|tinh doan|doan|benh vien|thanh tra|bo chi huy|cong ty|bch|bcd)\b"
)
_UNDERTAKES = re.compile(r"(ban hanh|xay dung|lap)\s+ke hoach")


@dataclass(slots=True)
class Head:
    """What stands above the body."""

    type_name: str = ""
    title: str = ""
    bodies: list[str] = field(default_factory=list)
    number: str = ""
    symbol: str = ""
    place: str = ""
    date: PartialDate | None = None
    addressees: list[Line] = field(default_factory=list)
    bases: list[Line] = field(default_factory=list)
    preamble: str = ""
    spans: dict[str, Span] = field(default_factory=dict)


def take_head(items: list[Item | Table]) -> tuple[Head, int]:
    """The head and the number of the first item of the body."""
    head = Head()
    at = _type_line(items)
    if at is None:
        top = _top_of_dispatch(items)
    else:
        top = at
    _read_top(head, _columns([item for item in items[:top] if isinstance(item, Item)]))
    if at is not None:
        top = _read_title(head, items, at)
    top = _read_call(head, items, top)
    return head, _read_bases(head, items, top)


def _type_line(items: list[Item | Table]) -> int | None:
    """The line that names the type; a line of body text or a basis before it means that there is none."""
    for number, item in enumerate(items[:_REACH]):
        if isinstance(item, Table):
            return None
        if call_of(item.text) is not None or (is_basis(item.text) and len(item.text) > 80):
            return None
        if type_of(item.text) or _type_and_title(item):
            return number
    return None


def _type_and_title(item: Item) -> str:
    """A type in capitals with its title on the same line: "KẾ HOẠCH Triển khai ..."."""
    words = item.text.split()
    for length in (4, 3, 2):
        name = " ".join(words[:length])
        if len(words) > length and name == name.upper() and fold(name).strip(" :.") in TYPES:
            return "" if re.match(r"(số|SỐ)\b", words[length]) else name
    return ""


def _top_of_dispatch(items: list[Item | Table]) -> int:
    """A dispatch has no type: its head goes as far as its number, date, subject and the national name."""
    last = 0
    for number, item in enumerate(items[:20]):
        if not isinstance(item, Item) or call_of(item.text) is not None or opens_foot(item.text):
            break
        known = is_nation(item.text) or _NUMBER.fullmatch(item.raw) or _DATE.fullmatch(item.text)
        if known or _SUBJECT.match(item.text) or item.laid:
            last = number + 1
    return last


# --- above the type ----------------------------------------------------------------------------------------------


def _columns(lines: list[Item]) -> list[Item]:
    """Two boxes that a plain text shows side by side, apart by spaces: the left one's lines, then the right one's."""
    left: list[Item] = []
    right: list[Item] = []
    for item in lines:
        gap = next((g for g in _WIDE_GAP.finditer(item.raw) if _opens_right_box(item.raw[g.end() :])), None)
        if gap is None:
            left.append(item)
            continue
        left.append(Item(item.raw[: gap.start()], item.start))
        right.append(Item(item.raw[gap.end() :], item.start + gap.end()))
    return left + right


def _opens_right_box(words: str) -> bool:
    return is_nation(words) or bool(_DATE.fullmatch(words))


def _read_top(head: Head, lines: list[Item]) -> None:
    subject: list[Item] = []
    above: Item | None = None
    for item in lines:
        if is_nation(item.text) or is_rule(item.text) or _take_number(head, item) or _take_date(head, item):
            _complete_place(head, above, item)
            subject = []
        elif mark := _SUBJECT.match(item.raw):
            subject.append(item)
            head.title, head.spans["title"] = item.after(mark.end())
        elif subject and not _is_body(item):
            head.title = f"{head.title} {item.text}"
            head.spans["title"] = Span(head.spans["title"].start, item.span.end)
        else:
            above = None if _take_body(head, item) else item
            continue
        above = None


def _complete_place(head: Head, above: Item | None, item: Item) -> None:
    """A narrow box may break the place: "Hải Sơn -" above "Đảo Cát, ngày ..."."""
    place = head.spans.get("place")
    if place is None or place.start != item.start or above is None or above.shouted or above.laid:
        return
    if len(above.text) <= 30 and re.fullmatch(r"[^\W\d_][^\d:;.,]*", above.text) and not is_nation(above.text):
        head.place = f"{above.text} {head.place}"
        head.spans["place"] = Span(above.start, place.end)


def _take_number(head: Head, item: Item) -> bool:
    match = _NUMBER.fullmatch(item.raw) or _BARE_NUMBER.fullmatch(item.raw)
    if match is None or head.symbol or head.number:
        return False
    head.number = match["number"] or ""
    rest = re.sub(r"\s+", "", match["rest"] or "")
    head.symbol = f"{head.number}{rest}"
    if head.number:
        start = item.start + match.start("number")
        head.spans["number"] = Span(start, start + len(head.number))
    if rest:
        start = item.start + (match.start("number") if head.number else match.start("rest"))
        raw = item.raw[start - item.start : match.end("rest")]
        lead = len(raw) - len(raw.lstrip())
        head.spans["symbol"] = Span(start + lead, start + len(raw.rstrip()))
    return True


def _take_date(head: Head, item: Item) -> bool:
    match = _DATE.fullmatch(item.raw)
    if match is None or head.date is not None:
        return match is not None
    head.place = " ".join((match["place"] or "").split())
    if head.place:
        head.spans["place"] = Span(item.start + match.start("place"), item.start + match.end("place"))
    if match["year"]:
        month = int(match["month"]) if match["month"] else None
        day = int(match["day"]) if match["day"] and month else None
        if _possible(month, day):
            head.date = PartialDate(int(match["year"]), month, day)
            words = item.raw.lower().index("ngày", match.end("place") if head.place else 0)
            head.spans["date"] = Span(item.start + words, item.span.end)
    return True


def _possible(month: int | None, day: int | None) -> bool:
    return (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)


def _is_body(item: Item) -> bool:
    return item.shouted or item.laid


def _take_body(head: Head, item: Item) -> bool:
    """A line of the issuer's box: a new body, or the end of a name that its box broke. False for any other line."""
    if not _is_body(item) or type_of(item.text):
        return False
    if head.bodies and not _BODY_HEADS.match(fold(item.text)):
        head.bodies[-1] = f"{head.bodies[-1]} {item.text}"
        head.spans["issuing_body"] = Span(head.spans["issuing_body"].start, item.span.end)
    elif _BODY_HEADS.match(fold(item.text)):
        if head.bodies:
            head.spans["parent_body"] = head.spans["issuing_body"]
        head.bodies.append(item.text)
        head.spans["issuing_body"] = item.span
    return True


# --- type, title, addressees, bases ------------------------------------------------------------------------------


def _read_title(head: Head, items: list[Item | Table], at: int) -> int:
    item = items[at]
    assert isinstance(item, Item)
    name = type_of(item.text)
    lines: list[Item] = []
    if not name:
        shown = _type_and_title(item)
        name = type_of(shown)
        text, span = item.after(item.raw.index(shown.split()[-1]) + len(shown.split()[-1]))
        lines.append(Item(text, span.start, bold=item.bold, centered=item.centered))
    head.type_name, head.spans["type_name"] = name, item.span
    at += 1
    while at < len(items) and _is_title(items[at], lines):
        line = items[at]
        assert isinstance(line, Item)
        lines.append(line)
        at += 1
    if lines:
        head.title = " ".join(line.text for line in lines)
        head.spans["title"] = Span(lines[0].start, lines[-1].span.end)
    while at < len(items) and _is_authority(items[at]):
        at += 1
    return at


def _is_title(item: Item | Table, lines: list[Item]) -> bool:
    if isinstance(item, Table) or call_of(item.text) is not None or labelled(item)[1] != PLAIN:
        return False
    if is_rule(item.text) or (is_basis(item.text) and (lines or _is_long_basis(item))):
        return False
    if not lines:
        return not (item.shouted and _AUTHORITY.match(fold(item.text)))
    if item.shouted and _AUTHORITY.match(fold(item.text)) and not lines[-1].text.endswith((",", " CỦA", " VÀ")):
        return False
    first = lines[0]
    alike = item.shouted == first.shouted and item.bold == first.bold and item.centered == first.centered
    emphatic = item.shouted or item.bold or item.centered
    return (alike and emphatic) or item.text[0].islower()


def _is_long_basis(item: Item) -> bool:
    """Where the title should stand: a title is short and ends without a mark; a basis cites and ends with one."""
    return item.text.endswith((";", ":", ".", ",")) or (len(item.text) > 120 and "/" in item.text and not item.bold)


def _is_authority(item: Item | Table) -> bool:
    """ "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ..." above the bases of a decision."""
    return isinstance(item, Item) and (
        is_rule(item.text) or (item.shouted and bool(_AUTHORITY.match(fold(item.text))) and not labelled(item)[0])
    )


def _read_call(head: Head, items: list[Item | Table], at: int) -> int:
    item = items[at] if at < len(items) else None
    if not isinstance(item, Item) or (same_line := call_of(item.text)) is None:
        return at
    at += 1
    if same_line:
        text, span = item.after(item.raw.index(same_line.split()[0]))
        head.addressees.append(Line(_bare(text), span))
    while at < len(items):
        line = items[at]
        if not isinstance(line, Item) or not re.match(r"[-–]\s*\S", line.raw):
            return at
        _, _, text, span = labelled(line)
        head.addressees.append(Line(_bare(text), span))
        at += 1
    return at


def _bare(text: str) -> str:
    """Without the mark that ends a line of a list."""
    return text[:-1].rstrip() if text.endswith((";", ".", ",")) and not text.endswith("...") else text


def _read_bases(head: Head, items: list[Item | Table], at: int) -> int:
    """Bases first, then what leads over to the body. A basis that undertakes the plan itself is preamble."""
    top = _first_of_body(items, at)
    lines = [item for item in items[at:top] if isinstance(item, Item)]
    used = 0
    for item in lines:
        if not is_basis(item.text) or item.text.endswith(":") or _undertakes(item.text) or item.label:
            break
        head.bases.append(Line(_bare(item.text), item.span))
        used += 1
    rest = lines[used:]
    lead = _length_of_preamble(rest, at + used < top == len(items))
    if lead:
        head.preamble = "\n".join(item.text for item in rest[:lead])
        head.spans["preamble"] = Span(rest[0].start, rest[lead - 1].span.end)
    return at + used + lead


def _first_of_body(items: list[Item | Table], at: int) -> int:
    """The first clause with a label (or table, or foot); everything unlabelled before it leads over to it."""
    for number in range(at, len(items)):
        item = items[number]
        if isinstance(item, Table) or opens_foot(item.text) or labelled(item)[1] != PLAIN:
            return number
    return len(items)


def _length_of_preamble(lines: list[Item], nothing_follows: bool) -> int:
    """Up to the last line that ends with a colon; without one, the lines that cite or undertake."""
    colons = [number for number, item in enumerate(lines, start=1) if item.text.endswith(":")]
    if colons:
        return colons[-1]
    leads = 0
    while leads < len(lines) and (is_basis(lines[leads].text) or _undertakes(lines[leads].text)):
        leads += 1
    return 0 if nothing_follows and leads == len(lines) and not _undertakes(lines[-1].text) else leads


def _undertakes(text: str) -> bool:
    """ "... Ủy ban nhân dân tỉnh ban hành Kế hoạch ..., cụ thể như sau"."""
    folded = fold(text)
    last = folded[-400:]
    return "nhu sau" in last[-60:] or bool(_UNDERTAKES.search(re.split(r"[,;]", last)[-1]))
