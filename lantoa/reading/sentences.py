"""Who does what in a sentence of a plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantoa.reading.draft import Body
from lantoa.reading.names import bodies_in
from lantoa.reading.passages import Passage
from lantoa.reading.verbs import VERB, first_verb, starts_with_body, starts_with_verb

_LEAD_IN = re.compile(
    r"(?:(?:Định kỳ|Hằng năm|Hàng năm|Đồng thời|Ngoài ra|Bên cạnh đó|Trước mắt|Trong đó|Riêng|Đối với|Mặt khác|"
    r"Mặc khác|"
    r"Trong quá trình|Nếu|Khi|Trên cơ sở|Căn cứ|Trước ngày|Chậm nhất|Hằng quý|Hàng quý|Hằng tháng|Hàng tháng|"
    r"Đột xuất)\b)"
)
_COMMAND = re.compile(
    r"(?P<asked>(?:Kính đề nghị|Trân trọng đề nghị|Đề nghị|đề nghị))\s+|(?P<ordered>(?:Giao cho|Giao|giao|Yêu cầu|"
    r"yêu cầu|"
    r"Phân công|phân công|Chỉ đạo)\s+)"
)
_WITH = re.compile(r"[Pp]hối hợp(?:\s+(?:chặt chẽ|đồng bộ|tốt|kịp thời|hiệu quả))*(?:\s+(?:cùng với|với|cùng))?\s+")
_DIRECTS = re.compile(r"(?<!\w)(?:chỉ đạo|đôn đốc|giao)\s+")
_ONLY_COOPERATES = re.compile(r"\s*(?:(?:có trách nhiệm|chủ động|tích cực|,)\s*)*phối hợp")
_HEADING = re.compile(r"[^:;.,]{3,60}:\s*")
_END = re.compile(r"[;:.]|\n|\s[-–]\s(?=[a-zà-ỹ])")


@dataclass(frozen=True, slots=True)
class Doing:
    """A sentence taken apart: who, with whom, and the words that say what (`rest` starts at the first verb)."""

    sentence: Passage
    subject: tuple[Body, ...]
    partners: tuple[Body, ...]
    rest: Passage
    asked: bool
    commanded: bool
    cooperates_only: bool


def take_apart(sentence: Passage) -> Doing:
    """Find the subject, the bodies that it works with, and where the verb begins."""
    command = _command(sentence)
    at = command.end() if command else 0
    subject, rest_at = _subject(sentence, at)
    rest = sentence.cut(rest_at, len(sentence.raw))
    only = bool(subject) and bool(_ONLY_COOPERATES.match(rest.raw))
    asked = bool(command and command["asked"])
    return Doing(sentence, subject, _partners(rest), rest, asked, bool(command), only)


def _command(sentence: Passage) -> re.Match[str] | None:
    """ "Giao Sở ...", "Đề nghị Ban ...", also behind a condition: "Nếu có vướng mắc, đề nghị các đơn vị ..."."""
    for match in _COMMAND.finditer(sentence.raw):
        if starts_with_body(sentence.raw[match.end() :]):
            early = match.start() == 0 or bool(_LEAD_IN.match(sentence.raw)) or "," in sentence.raw[: match.start()]
            if early:
                return match
    return None


def _subject(sentence: Passage, at: int) -> tuple[tuple[Body, ...], int]:
    """The bodies that stand before the first verb; none when the sentence starts with its verb."""
    raw = sentence.raw
    if at == 0 and _LEAD_IN.match(raw):
        at = _after_lead_in(raw)
    if at == 0 and not starts_with_body(raw) and not starts_with_verb(raw):
        heading = _HEADING.match(raw)
        at = heading.end() if heading else 0
    if starts_with_verb(raw[at:]) or not starts_with_body(raw[at:]):
        return (), at
    end = first_verb(raw, at)
    colon = raw.find(":", at, end)
    if colon >= 0 and not re.match(r"(?:các|Các)\s+(?:Sở|Ban|Bộ|sở|bộ)", raw[at:colon]):
        end = colon
    return bodies_in(sentence.cut(at, end), 0.85), end


def _after_lead_in(raw: str) -> int:
    """Where the clause after the lead-in begins: behind the first comma that a body follows."""
    for match in re.finditer(r",\s*", raw):
        if starts_with_body(raw[match.end() :]):
            return match.end()
    return 0


def _partners(rest: Passage) -> tuple[Body, ...]:
    """The bodies behind "phối hợp với" and "chỉ đạo", each once."""
    found: dict[str, Body] = {}
    for pattern in (_WITH, _DIRECTS):
        for match in pattern.finditer(rest.raw):
            if not starts_with_body(rest.raw[match.end() :]):
                continue
            end = _end_of_list(rest.raw, match.end())
            for body in bodies_in(rest.cut(match.end(), end), 0.85):
                found.setdefault((body.name.value or "").lower(), body)
    return tuple(found.values())


def _end_of_list(raw: str, at: int) -> int:
    """A list of bodies ends at a verb or at the end of its clause; "các Sở: A, B" goes on behind its colon."""
    verb = VERB.search(raw, at)
    end = verb.start() if verb else len(raw)
    for match in _END.finditer(raw, at, end):
        if match[0] == ":" and re.search(r"[Cc]ác\s+(?:[Ss]ở|[Bb]an|[Bb]ộ)$", raw[at : match.start()]):
            continue
        return match.start()
    return end
