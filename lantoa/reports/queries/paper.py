"""The consolidated report as an official paper (Decree 30/2020/NĐ-CP, form 1.4). What it says is read from frozen rows,
so the same consolidation gives the same paper: in Vietnamese, whatever language the person who issues it reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lantoa.agencies.models import Agency, Post
from lantoa.documents.models import Document
from lantoa.papers.tree import Appendix, Clause, Line, Paper, Signature, Table
from lantoa.plans.models import ReportDuty
from lantoa.reports.models import Consolidation, Narrative
from lantoa.reports.queries.answers import Answer, answers_of
from lantoa.reports.queries.tables import figure_table, status_annex, task_table, told_annex, unjoined
from lantoa.reports.queries.telling import as_sentence, reception
from lantoa.reports.rules.signing import signature_of
from lantoa.rounds.models import Field, Round
from lantoa.viet.dates import PartialDate, as_official, as_short, parse_iso
from lantoa.viet.numbers import roman

TYPE = "Báo cáo"
RESULTS = "results"
"""The key of the section that figures and tasks stand in."""


@dataclass(frozen=True, slots=True)
class PlanWords:
    """How a report names the plan and itself."""

    title: str
    reference: str


def plan_words(round: Round) -> PlanWords:
    """The report's subject, and the plan with number, date, issuer and subject, as a paper is first cited (Decree
    30/2020/NĐ-CP). A subject known only in capitals cannot be set in a sentence: number and symbol then stand for it.
    """
    plan, document = round.plan, round.plan.document
    kind = document.type_name or "Kế hoạch"
    subject = plan.title.strip().removeprefix(kind).strip()
    named = f"{kind} {_lowered(subject)}"
    if subject.isupper() and document.number:
        named = f"{kind} số {document.symbol}"
    year = "trong năm" if named[-1].isdigit() else "năm"
    title = f"Kết quả thực hiện {named} {year} {round.year}"
    return PlanWords(title, _reference(document, kind, subject, plan.issuer))


def _reference(document: Document, kind: str, subject: str, issuer: Agency | None) -> str:
    parts = [kind]
    if document.number and document.symbol:
        parts.append(f"số {document.symbol}")
    if document.dated:
        parts.append(_known(parse_iso(document.dated)))
    if by := (issuer.name if issuer else document.issuer_name):
        parts.append(f"của {by}")
    if subject.isupper() and document.number:
        return " ".join(parts)
    return f"{' '.join(parts)} về {_lowered(subject)}"


def _known(day: PartialDate) -> str:
    """A date as far as it is known: the day of a draft is often left for the pen."""
    written = as_official(day)
    if day.day:
        return written
    return written[written.index("tháng" if day.month else "năm") :]


def _lowered(subject: str) -> str:
    """A subject inside a sentence begins small, unless it begins with an abbreviation."""
    return subject[:1].lower() + subject[1:] if subject[1:2].islower() else subject


# --- the paper -------------------------------------------------------------------------------------------------------


def paper_of(consolidation: Consolidation) -> Paper:
    """The whole report as a value: no number and no date until it is issued. The number of queries is fixed."""
    round = Round.objects.select_related("asker__parent", "plan__document", "plan__issuer", "duty__receiver").get(
        pk=consolidation.round_id
    )
    receivers, answers, texts = receivers_of(round), answers_of(consolidation), _texts(consolidation)
    return Paper(
        type_name=TYPE,
        title=consolidation.title,
        issuing_body=round.asker.name,
        parent_body=_parent(round),
        place=_place(round),
        addressees=tuple(Line(agency.name) for agency in receivers),
        preamble=_preamble(round),
        body=tuple(_body(consolidation, round, receivers, answers, texts)),
        signature=_signature(round.asker),
        recipients=tuple(_recipients(receivers)),
        appendices=tuple(_annexes(round, answers, texts)),
    )


def receivers_of(round: Round) -> list[Agency]:
    """To whom the asker reports: who asked it in turn and the receiver of the duty, else the plan's issuer; then the
    receivers of the asker's own duties in the plan."""
    above = [round.answers.round.asker if round.answers else None, round.duty.receiver if round.duty else None]
    if not any(agency for agency in above if agency != round.asker):
        above.append(round.plan.issuer)
    own = ReportDuty.objects.filter(plan=round.plan_id, parties__agency=round.asker_id).select_related("receiver")
    found = [*above, *(duty.receiver for duty in own.order_by("position"))]
    return list({agency.pk: agency for agency in found if agency is not None and agency != round.asker}.values())


def _parent(round: Round) -> str:
    """The body above the asker: its parent, else the issuer of the plan it carries out."""
    parent = round.asker.parent or round.plan.issuer
    return parent.name if parent is not None and parent.pk != round.asker_id else ""


def _place(round: Round) -> str:
    """Where the plan was dated; else the province's bare name."""
    name = round.tenant.name
    bare = name.partition(" ")[2] if name.split(" ")[0].lower() == "tỉnh" else name.removeprefix("thành phố ")
    return round.plan.document.place or bare


def _preamble(round: Round) -> str:
    period = f"từ ngày {as_short(round.period_from)} đến ngày {as_short(round.period_to)}"
    return f"Thực hiện {plan_words(round).reference}, {round.asker.name} báo cáo kết quả {period} như sau:"


def _signature(asker: Agency) -> Signature | None:
    """The asker's signing post; the approval decides it when the paper is issued."""
    post = Post.objects.filter(agency=asker, signs=True).order_by("title").first()
    return signature_of(asker, post.title) if post else None


def _recipients(receivers: list[Agency]) -> Iterator[Line]:
    if receivers:
        yield Line("Như trên")
    yield Line("Các cơ quan, đơn vị tham gia báo cáo")
    yield Line("Lưu: VT")


# --- the body --------------------------------------------------------------------------------------------------------


_Texts = dict[str, list[Clause | Table]]
"""The gathered passages of each text field, by its key."""


def _body(
    consolidation: Consolidation, round: Round, receivers: list[Agency], answers: list[Answer], texts: _Texts
) -> Iterator[Clause]:
    fields = list(Field.objects.filter(form=round.form_id, kind=Field.Kind.TEXT).order_by("position"))
    for place, field in enumerate(fields, start=1):
        told = texts.get(field.key, [])
        children: list[Clause | Table]
        if field.key == RESULTS:
            children = list(_results(consolidation, round, answers, told=bool(told)))
        else:
            children = told or [Clause("Báo cáo của các cơ quan, đơn vị không nêu nội dung này.")]
        if place == len(fields):
            children.append(_closing(consolidation, round, receivers))
        yield Clause(field.label.upper(), f"{roman(place)}.", children=tuple(children))


def _results(consolidation: Consolidation, round: Round, answers: list[Answer], *, told: bool) -> Iterator[Clause]:
    first, second = _annex_labels(told=told)
    yield Clause("Tình hình gửi báo cáo", "1.", children=(Clause(reception(answers, annex=first)),))
    yield Clause("Số liệu tổng hợp", "2.", children=(figure_table(consolidation), *unjoined(consolidation)))
    by_task: list[Clause | Table] = [task_table(consolidation, round)]
    if told:
        by_task.append(Clause(f"Kết quả cụ thể của từng cơ quan, đơn vị nêu tại {second}."))
    yield Clause("Kết quả theo nhiệm vụ", "3.", children=tuple(by_task))


def _annex_labels(*, told: bool) -> tuple[str, str]:
    """One annex has no number; two have Roman ones (Decree 30/2020/NĐ-CP, Annex I)."""
    return ("Phụ lục I", "Phụ lục II") if told else ("Phụ lục", "")


def _annexes(round: Round, answers: list[Answer], texts: _Texts) -> Iterator[Appendix]:
    told = texts.get(RESULTS, [])
    first, second = _annex_labels(told=bool(told))
    yield status_annex(answers, round, label=first)
    if told:
        yield told_annex(told, round, label=second)


def _texts(consolidation: Consolidation) -> _Texts:
    """The gathered passages of each field, as dashes under the names of who wrote them."""
    rows = (
        Narrative.objects.filter(consolidation=consolidation)
        .exclude(text="")
        .select_related("field", "source__version__report__obligation__agency")
        .order_by("field__position", "position")
    )
    passages: dict[tuple[str, int], tuple[str, set[tuple[str, str]]]] = {}
    for row in rows:
        text, writers = passages.setdefault((row.field.key, row.position), (row.text, set()))
        if row.source is not None:
            agency = row.source.version.report.obligation.agency
            writers.add((agency.folded, agency.name))
    groups: dict[str, dict[str, list[str]]] = {}
    for (field, _position), (text, writers) in passages.items():
        names = "; ".join(name for _folded, name in sorted(writers))
        groups.setdefault(field, {}).setdefault(names, []).append(text)
    return {field: list(_dashes(by_writer)) for field, by_writer in groups.items()}


def _dashes(by_writer: dict[str, list[str]]) -> Iterator[Clause]:
    for names, texts in by_writer.items():
        first = f"{names}: {as_sentence(texts[0])}" if names else as_sentence(texts[0])
        yield Clause(first, "-", children=tuple(_pluses(texts[1:])))


def _pluses(texts: Iterable[str]) -> Iterator[Clause]:
    for text in texts:
        yield Clause(as_sentence(text), "+")


def _closing(consolidation: Consolidation, round: Round, receivers: list[Agency]) -> Clause:
    subject = consolidation.title[:1].lower() + consolidation.title[1:]
    asker, above = round.asker.name, "; ".join(agency.name for agency in receivers)
    if above:
        return Clause(f"Trên đây là báo cáo {subject}, {asker} kính trình {above} xem xét, chỉ đạo.")
    return Clause(f"Trên đây là báo cáo {subject} của {asker}.")
