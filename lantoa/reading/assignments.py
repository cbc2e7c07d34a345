"""Duties given in sentences: who leads, who helps, what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lantoa.papers.tree import Clause, Paper
from lantoa.reading.draft import Assignment, Body
from lantoa.reading.names import bodies_in, can_answer
from lantoa.reading.passages import Passage, passage
from lantoa.reading.sections import Section, is_numbered
from lantoa.reading.sentences import Doing, take_apart
from lantoa.reading.times import sentence_time
from lantoa.reading.verbs import VERB, first_action, first_verb, starts_with_body, starts_with_verb
from lantoa.viet.dates import PartialDate
from lantoa.viet.letters import fold

_REPORTS = re.compile(r"(?:(?:tổng hợp|gửi),?\s+)*(?:báo cáo|phản ánh|kiến nghị)(?!\w)", re.IGNORECASE)
_GENERIC = ("co quan", "don vi", "bo phan", "cac co quan", "cac don vi", "co quan, don vi")
_CLOSING = re.compile(r"Trên đây|Nơi nhận|Quyết định (?:này )?có hiệu lực|Kế hoạch này (?:thay thế|có hiệu lực)")
_EXECUTION = re.compile(r"chịu trách nhiệm thi hành", re.IGNORECASE)
_DIFFICULTY = re.compile(r"(?:nếu|khi|có)\b[^.;]*(?:khó khăn|vướng mắc|phát sinh)", re.IGNORECASE)
_ASSIGN_THROUGHOUT = ("Thông báo", "Chỉ thị", "Quyết định", "Nghị quyết", "Kết luận", "Công điện")
"""Types whose clauses give duties without a heading that says so."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of the plan with what was found in it and who it speaks to (its own subject or the last one's)."""

    doing: Doing
    who: tuple[Body, ...]
    path: str
    in_duties: bool


def spoken(paper: Paper, parts: list[Section]) -> list[Spoken]:
    """The sentences that may give a duty: all of the parts on duties and money, elsewhere those that command."""
    silent = {"objectives", "requirements", "themes", "audiences", "time"}
    kinds = {id(part.clause): part.kind for part in parts}
    kind = "duties" if paper.type_name in _ASSIGN_THROUGHOUT else ""
    said: list[Spoken] = []
    for body in (paper.body, *(annex.body for annex in paper.appendices)):
        for clause in body:
            if isinstance(clause, Clause):
                said += _of_clause(paper.text, clause, kinds, silent, kind, ())
    return said


def _of_clause(
    text: str, clause: Clause, kinds: dict[int, str], silent: set[str], kind: str, who: tuple[Body, ...]
) -> Iterator[Spoken]:
    """The sentences of a clause and of those under it; who is spoken to passes down and on."""
    kind = kinds.get(id(clause), "duties" if clause.label.startswith("Điều") and not kind else kind)
    if kind in silent:
        return
    whole = passage(text, clause.span)
    heading = id(clause) in kinds
    named = () if heading else _named_only(whole, clause)
    if named:
        who = named
    elif whole.raw and not (heading and not re.search(r"[.;:]\s*\S", whole.raw)):
        for sentence in whole.sentences():
            item = _spoken(sentence, who, clause.path, kind)
            who = item.who
            yield item
    for child in clause.children:
        if isinstance(child, Clause):
            last = who
            for item in _of_clause(text, child, kinds, silent, kind, who):
                yield item
                last = item.who
            if not (named or is_numbered(child)) or child.text.endswith(":"):
                who = last


def _named_only(whole: Passage, clause: Clause) -> tuple[Body, ...]:
    """The bodies of a heading that only names them: "2. Văn phòng Sở", "Sở Tài chính:". A verb belongs to the name when
    what stands below begins with verbs ("Các phòng tham gia đào tạo")."""
    bare = whole.raw.strip().rstrip(":.;")
    plain = re.sub(r"^(?:Đề nghị|Giao|Trách nhiệm của)\s+", "", bare)
    heads = len(bare) < 80 and whole.raw[-1:] not in (".", ";") and _begins_with_verbs(clause)
    if not starts_with_body(plain) or (VERB.search(plain) and not heads) or len(bare) > 250:
        return ()
    at = len(bare) - len(plain)
    return bodies_in(whole.cut(at, len(bare)), 0.9)


def _begins_with_verbs(clause: Clause) -> bool:
    first = next((child for child in clause.children if isinstance(child, Clause)), None)
    return first is not None and starts_with_verb(first.text)


def _spoken(sentence: Passage, who: tuple[Body, ...], path: str, kind: str) -> Spoken:
    doing = take_apart(sentence)
    return Spoken(doing, doing.subject or who, path, kind in ("duties", "budget"))


def assignments(said: list[Spoken], base: PartialDate | None) -> tuple[Assignment, ...]:
    """The sentences that give a duty, other than a duty only to report."""
    return tuple(_assignment(item, base) for item in said if _gives_duty(item))


def _gives_duty(item: Spoken) -> bool:
    doing = item.doing
    raw = doing.sentence.raw
    if not item.who or _CLOSING.match(raw) or _EXECUTION.search(raw) or _DIFFICULTY.match(raw) or _is_condition(raw):
        return False
    if not (item.in_duties or doing.commanded or (doing.subject and re.match(r"chủ trì", doing.rest.raw))):
        return False
    if doing.rest.raw == "" or first_verb(doing.rest.raw.lower()) == len(doing.rest.raw):
        return False
    return not _only_reports(doing) and not _is_field(doing)


def _is_condition(raw: str) -> bool:
    return bool(re.match(r"Trong quá trình\b", raw)) and bool(_DIFFICULTY.search(raw))


def _only_reports(doing: Doing) -> bool:
    """Nothing is done before the report: "định kỳ 6 tháng báo cáo kết quả về ..."."""
    return bool(_REPORTS.match(first_action(doing.rest.raw)))


def _is_field(doing: Doing) -> bool:
    """ "Cơ quan chủ trì: ..." is a line of a form, no sentence."""
    return bool(doing.subject) and all(fold(body.name.value or "") in _GENERIC for body in doing.subject)


def _assignment(item: Spoken, base: PartialDate | None) -> Assignment:
    doing = item.doing
    lead, partners = item.who, doing.partners
    if doing.cooperates_only and not can_answer(doing.subject):
        lead, partners = (), doing.subject
    elif lead is not doing.subject:
        lead = tuple(replace(body, name=replace(body.name, sure=min(body.name.sure, 0.8))) for body in lead)
    names = {body.name.value for body in lead}
    partners = tuple(body for body in partners if body.name.value not in names)
    return Assignment(
        doing.sentence.read(0.85), lead, partners, sentence_time(doing.sentence, base), doing.asked, item.path
    )
