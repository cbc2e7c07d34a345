"""Taking lists of bodies apart.

A comma may stand between two bodies, inside a name ("Sở Văn hóa, Thể thao và Du lịch") or inside a group ("các sở,
ban, ngành"). What stands after it decides: a word that a body begins with starts a new one, anything else goes on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lantoa.viet.bodies import heads
from lantoa.viet.letters import plain, plain_map


@dataclass(frozen=True, slots=True)
class FoundBody:
    """A body named in a text, `[start, end)` there.

    `text`: the name with single spaces and without the parenthesis after it; "các Sở: Tài chính, Nội vụ" gives
    "Sở Tài chính" and "Sở Nội vụ", whose ranges hold only "Tài chính" and "Nội vụ".
    `kind`: "agency" (one body), "group" (named: "UBND các xã, phường"), "class" (open: "các sở, ngành liên quan",
    "cơ quan báo chí trong tỉnh"), "channel" ("Các Trang thông tin điện tử của ..."), "person" (a post or a person) or
    "unknown". `note`: what stood in the parenthesis, or "".
    """

    text: str
    start: int
    end: int
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class _Source:
    """A text, its plain form with parentheses blanked and line breaks kept, and the way back."""

    text: str
    plain: str
    positions: list[int]

    def is_capital(self, index: int) -> bool:
        return index < len(self.plain) and self.text[self.positions[index]].isupper()


_NOTE = re.compile(r"\([^()]*(?:\)|(?=[;\n])|$)")
_MARK = re.compile(
    r"(?P<hard>;|\n\s*[-+•*]\s|(?<=\w\w)(?<!\btt)(?<!\btp)\.(?=\s|$)|\s[-+•]\s(?=các ))"
    r"|\n|,|/|(?<!\w)(?:và|cùng|hoặc)(?!\w)"
)
_LEADING = re.compile(
    r"(?:[\s,;:.+•*\-–]|(?:và|cùng với|cùng|với|phối hợp với|phối hợp|chủ trì|đề nghị|giao cho|giao|do|bởi|gồm|bao gồm"
    r"|kính gửi)(?!\w))*"
)
_TRAILING = " \t\n,;:.…+•*-/"
_LAST_WORD = re.compile(r"(?<!\w)(?:và|cùng|với|v\.v|chủ trì|thực hiện)$")
_LONGEST = 1000
"""No name is longer; more of the text before a mark is not looked at."""


def split_bodies(text: str) -> list[FoundBody]:
    """Take a list of bodies apart: a table cell, or the part of a sentence that names them."""
    source = _prepare(text)
    found: list[FoundBody] = []
    for start, end in _items(source):
        found.extend(_bodies(source, start, end))
    return found


def is_single(name: str) -> bool:
    """True when `name` is one body that can be asked, not a group, a channel or a person."""
    bodies = split_bodies(name)
    return len(bodies) == 1 and bodies[0].kind == "agency"


def _prepare(text: str) -> _Source:
    folded, positions = plain_map(text)
    kept = "".join("\n" if text[at] in "\n\v\u2028\u2029" else c for c, at in zip(folded, positions, strict=False))
    return _Source(text, _NOTE.sub(lambda match: " " * len(match[0]), kept), positions)


# --- where one item ends and the next begins -------------------------------------------------------------------------


def _items(source: _Source) -> list[tuple[int, int]]:
    """Ranges of the items in the plain form, leading and trailing words cut off."""
    cuts = [0]
    for mark in _MARK.finditer(source.plain):
        left = _without_lead(source.plain, cuts[-1], mark.start())
        if _is_hard(source, left, mark) or (left and _begins(source, left, mark)):
            cuts.append(mark.end())
    spans = list(zip(cuts, [*cuts[1:], len(source.plain)], strict=True))
    spans = [piece for span in spans for piece in _unmarked(source, *span)]
    trimmed = (_trim(source.plain, *span) for span in spans)
    return [(start, end) for start, end in trimmed if start < end]


def _is_hard(source: _Source, left: str, mark: re.Match[str]) -> bool:
    """A semicolon, a full stop or a list dash always ends an item, but for "các sở: Tài chính; Nội vụ"."""
    if not mark["hard"]:
        return False
    opened = _SHARED.match(left)
    return not (opened and opened[0].endswith((":", ": ")) and heads.FIELDS.match(source.plain, mark.end() + 1))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    begin = _LEADING.match(text, start, end)
    start = begin.end() if begin else start
    item = text[start:end].rstrip(_TRAILING)
    while last := _LAST_WORD.search(item, max(0, len(item) - 20)):
        item = item[: last.start()].rstrip(_TRAILING)
    return start, start + len(item)


def _without_lead(text: str, start: int, end: int) -> str:
    return _LEADING.sub("", text[start : min(end, start + _LONGEST)], count=1).strip()


def _begins(source: _Source, left: str, mark: re.Match[str]) -> bool:
    """Does a new body begin after `mark`, or does the one on the left go on?"""
    lead = _LEADING.match(source.plain, mark.end(), mark.end() + _LONGEST)
    at = lead.end() if lead else mark.end()
    if mark[0] == "/" and not source.is_capital(at):
        return False
    if mark[0].startswith("\n") and _is_unfinished(left):
        return False
    if heads.STAFF.match(source.plain, at):
        return not heads.STAFF.search(left)
    if _starts_name(source, at):
        return not _governs(left, source.plain[at : at + _LONGEST], mark[0])
    if _starts_group(source, at):
        return not _takes_in(left, source.plain[at : at + _LONGEST])
    return _is_person(source, at) and _is_person_name(left)


def _starts_name(source: _Source, at: int) -> bool:
    """A head word that begins a proper name: capital itself or before a capital, and no noun of a group list."""
    head = heads.HEAD.match(source.plain, at)
    if heads.POST.match(source.plain, at):
        return True
    if not head:
        return False
    after = source.plain[head.end() : head.end() + 40]
    if re.match(r"\s*(?:,|$)", after) and heads.NOUN.fullmatch(head[0]):
        return False
    if re.match(r"\s+(?:ban,? ngành|ngành)(?!\w)", after):
        return False
    word = re.match(r"\s+", after)
    return source.is_capital(at) or (word is not None and source.is_capital(head.end() + word.end()))


def _starts_group(source: _Source, at: int) -> bool:
    plural = heads.PLURAL.match(source.plain, at)
    if plural:
        at = plural.end() + 1
        return bool(
            heads.NOUN.match(source.plain, at)
            or heads.HEAD.match(source.plain, at)
            or heads.PLACE_NOUN.match(source.plain, at)
        )
    return bool(heads.NOUN.match(source.plain, at)) and not source.plain.startswith("cấp", at)


def _governs(left: str, right: str, mark: str) -> bool:
    """The left part governs the right one: "Báo và Đài ...", "Văn phòng HĐND và UBND", "Trang ... của các sở, UBND"."""
    if mark == "và" and (left in ("báo", "đài") or heads.POST.fullmatch(left)):
        return True
    if mark == "và" and re.fullmatch(
        r"(?:văn phòng|vp|thường trực)\s+(?:hđnd|hội đồng nhân dân|ubnd|đoàn đbqh|tỉnh ủy).*", left
    ):
        return bool(re.match(r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)", right))
    return _owns(left) and bool(re.match(r"(?:ubnd|ủy ban nhân dân|đài|phòng)[^,;]*?\s(?:các|cấp)\s", right))


def _owns(left: str) -> bool:
    return bool(heads.HEADED.match(left) or (heads.CHANNEL.match(left) and heads.OWNER.search(left)))


def _takes_in(left: str, right: str) -> bool:
    """A list of group nouns takes in the next noun: "các sở, ban, ngành" + "địa phương"."""
    if heads.OWN_CLASS.match(right):
        return False
    if _owns(left):
        return True
    if heads.ENDS_GROUP.search(left):
        bare = re.match(r"[^,;\n]+?(?=\s*(?:[,;\n]|$))", right)
        return bare is not None and heads.NOUN.fullmatch(bare[0]) is not None and "liên quan" not in left
    plural = heads.PLURAL.match(right)
    if plural and heads.PLACE_NOUN.match(right, plural.end() + 1):
        return False
    return _is_noun_list(left)


def _is_noun_list(text: str) -> bool:
    at = 0
    while at < len(text):
        piece = heads.NOUN.match(text, at) or heads.LOOSE.match(text, at)
        if not piece:
            return False
        at = piece.end()
    return True


def _is_unfinished(left: str) -> bool:
    """A line that cannot end a name: it stops at a comma, a preposition or a title."""
    return bool(
        re.search(r"(?:,|(?<!\w)(?:của|thuộc|các|những|với|và|cho|tại|giám đốc|văn phòng|thanh tra|trưởng))$", left)
    )


# --- names that follow each other without a mark ---------------------------------------------------------------------

_NEXT = re.compile(
    r"(?<=\s)(?:(?:sở|bộ|đài|báo|công an|ubnd|ủy ban nhân dân|văn phòng ubnd|ban tuyên giáo|hội|bưu điện)(?=\s)"
    r"|các (?:sở|cơ quan|đơn vị|ủy ban|ban)(?!\w))"
)


def _unmarked(source: _Source, start: int, end: int) -> list[tuple[int, int]]:
    """Cut "Sở A Sở B" and "Hội đồng A các Ủy ban khác" where a second name begins."""
    cuts = [start]
    for match in _NEXT.finditer(source.plain, start, end):
        left = _without_lead(source.plain, cuts[-1], match.start())
        begins = match[0].startswith("các") or _is_named(source, match.start(), match.end(), end)
        if begins and _is_whole_name(source, left, cuts[-1]):
            cuts.append(match.start())
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _is_named(source: _Source, start: int, at: int, end: int) -> bool:
    """A head with a capital, and its name behind it: "Hội Nông dân", but not the last word of "Báo Yên Hội"."""
    following = re.compile(r"\s+(tỉnh|thành phố)?").match(source.plain, at, end)
    if not following or following.end() == end:
        return False
    named = following[1] is not None or source.is_capital(following.end())
    return named and source.is_capital(start) and _starts_name(source, start)


def _is_whole_name(source: _Source, left: str, start: int) -> bool:
    head = re.match(r"(?:sở|bộ|đài|báo|công an|hội đồng|ban tuyên giáo)\s+", left)
    if not head or _is_unfinished(left) or re.search(r"(?<!\w)(?:của|thuộc|tại|do)\s", left):
        return False
    at = source.plain.index(left, start)
    return source.is_capital(at + head.end()) or left[head.end() :] in ("tỉnh", "thành phố")


# --- one item --------------------------------------------------------------------------------------------------------


def _bodies(source: _Source, start: int, end: int) -> list[FoundBody]:
    whole = _body(source, start, end)
    shared = _SHARED.match(source.plain, start, end)
    if not shared:
        return [whole]
    many = bool(shared["many"]) or ":" in shared[0]
    names = _shared_names(source, shared.end(), end, many)
    if len(names) < 2 and not (names and many):
        return [whole]
    prefix = shared["head"].capitalize() + " "
    return [replace(_body(source, *span), text=prefix + _words(source, *span), kind="agency") for span in names]


_SHARED = re.compile(r"(?P<many>(?:các|những) )?(?P<head>sở|bộ)(?:(?:,? ban)?,? ngành)?(?:\s*:\s*|(?<=ở|ộ)\s+)")


_NAME_ENDS = re.compile(r"\s*(?:[,;]\s*(?:và\s+)?|(?<=\s)và\s+|$)")
_TO_MARK = re.compile(r"[^,;]*[^,;\s]")


def _shared_names(source: _Source, at: int, end: int, many: bool) -> list[tuple[int, int]]:
    """The names that one "Sở" governs: fields of administration; behind "các sở" others too, up to the next mark.

    Empty when that is not what stands there: "Sở Công Thương Hải Sơn", "các sở, ngành liên quan".
    """
    names = []
    while at < end:
        name = heads.FIELDS.match(source.plain, at, end)
        if not name or not _NAME_ENDS.match(source.plain, name.end(), end):
            name = _TO_MARK.match(source.plain, at, end) if many else None
        gap = name and _NAME_ENDS.match(source.plain, name.end(), end)
        if not name or not gap or not source.is_capital(at):
            return []
        names.append((at, name.end()))
        at = gap.end()
    return names


def _body(source: _Source, start: int, end: int) -> FoundBody:
    notes = [note for note in _NOTE.finditer(source.text) if source.positions[start] < note.start()]
    begin, stop = source.positions[start], source.positions[end]
    following = re.compile(r"\s*\(").match(source.text, stop)
    note = next(
        (n[0].strip("() ") for n in notes if n.start() < stop or (following and n.start() < following.end())), ""
    )
    return FoundBody(_words(source, start, end), begin, stop, _kind(source, start, end), note)


def _words(source: _Source, start: int, end: int) -> str:
    return " ".join(_NOTE.sub(" ", source.text[source.positions[start] : source.positions[end]]).split())


def _kind(source: _Source, start: int, end: int) -> str:
    name = source.plain[start:end].strip()
    if heads.CHANNEL.match(name):
        return "channel"
    if heads.STAFF.search(name):
        return "class"
    if heads.POST.match(name):
        return "group" if re.search(r"(?<!\w)các(?!\w)", name) and not heads.HEAD.match(name) else "person"
    if re.search(r"(?<!\w)liên quan(?!\w)|\skhác$", name):
        return "class"
    if _is_plural(source, start, name):
        return (
            "class"
            if heads.OWN_CLASS.match(name) or re.match(r"(?:các |những )?(?:cơ quan|đơn vị|tổ chức|doanh)", name)
            else "group"
        )
    if _starts_name(source, start):
        return "agency"
    if _is_person_name(name) and _is_person(source, start):
        return "person"
    return "unknown"


def _is_plural(source: _Source, start: int, name: str) -> bool:
    if heads.PLURAL.match(name) or re.search(r"\s(?:cấp (?:huyện|xã|tỉnh)|cơ sở)(?!\w)", name):
        return True
    if re.search(r"\s(?:các|những) (?:huyện|thị|thành|quận|xã|phường|tỉnh|cấp|đặc)", name):
        return True
    if re.search(
        r"(?:huyện|thị xã|quận|xã|phường|thị trấn)\s*,\s*(?:\w+ )?(?:thành phố|thị xã|thị trấn|phường|đặc khu|xã)", name
    ):
        return True
    return bool(heads.NOUN.match(name)) and not _starts_name(source, start)


def _is_person_name(text: str) -> bool:
    words = plain(text).split()
    return (
        2 <= len(words) <= 5
        and heads.FAMILY_NAME.fullmatch(words[0]) is not None
        and all(word.isalpha() for word in words)
    )


def _is_person(source: _Source, at: int) -> bool:
    words = re.compile(r"[^\n,;]+?(?=\s*(?:$|[\n,;]|\svà\s))").match(source.plain, at)
    if not words or not _is_person_name(words[0]):
        return False
    return all(source.is_capital(at + word.start()) for word in re.finditer(r"\w+", words[0]))
