"""Registering papers in, citing them, and issuing them under the next number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Field

from lantoa.agencies.models import Agency, Holding
from lantoa.agencies.queries import agency_named
from lantoa.documents.models import Document, NumberSeries, Recipient, Signature
from lantoa.documents.rules import content_hash, may_issue, symbol_for
from lantoa.files.acts import store
from lantoa.files.models import StoredFile
from lantoa.papers.tree import Paper
from lantoa.papers.writers.docx import write_docx
from lantoa.refusals import Refusal, marked
from lantoa.tenants.models import Tenant
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.actors import Actor
from lantoa.trail.acts import record
from lantoa.viet.dates import PartialDate, parse_iso
from lantoa.viet.deadlines import day_in_vietnam

MAY_NOT_ISSUE = marked("%(post)s không có quyền ban hành văn bản của %(issuer)s.")
ISSUED = marked("%(paper)s đã ban hành nên không sửa được; hãy ban hành văn bản đính chính.")
ATTACHED = marked("Tệp này đã có trong hồ sơ của %(paper)s; hãy chọn tệp phụ lục khác.")
BETWEEN = "\n\n"
"""What stands between a paper's text and that of an annex that came later."""
FACE = ("type_name", "title", "number", "symbol", "dated", "place", "issuer_name")


@transaction.atomic
def register_incoming(
    *, paper: Paper, file: StoredFile | None, tenant: Tenant, by: Actor, at: datetime, text: str
) -> Document:
    """Enter a paper that came in, as its face says; what it does not say stays empty. `text` is what its ranges count
    in.
    """
    document = _enter(paper, Document.Way.INCOMING, tenant, file=file, text=text)
    record("document_registered", document, by=by, at=at, name=str(document))
    return document


@transaction.atomic
def cite(
    *, tenant: Tenant, number: str, dated: str, by: Actor, at: datetime, name: str = "", issuer_name: str = ""
) -> Document:
    """Enter a paper that another one cites; the same paper is entered once.

    `number` is its number and symbol ("1536/QĐ-TTg"), empty for a law, which is known by its name; `dated` is ISO as
    far as known, or empty.
    """
    if dated:
        parse_iso(dated)
    same = Document.objects.filter(tenant=tenant, way=Document.Way.CITED, symbol=number, dated=dated)
    if cited := same.filter(**({} if number else {"title": name})).first():
        return cited
    document = Document.objects.create(
        tenant=tenant,
        way=Document.Way.CITED,
        **_fitting(number=number.partition("/")[0], symbol=number, dated=dated, title=name, issuer_name=issuer_name),
    )
    record("document_cited", document, by=by, at=at, number=number, name=name, dated=dated)
    return document


@transaction.atomic
def complete(*, document: Document, by: Actor, at: datetime, issuer: Agency | None = None, **face: str) -> Document:
    """Write what the head of a registered paper left open and an annex, or a person, knows: any of `FACE`, and the
    `issuer`. `dated` is ISO as far as known. Refuses a paper that we have issued (Decree 30/2020/NĐ-CP, art. 18).
    """
    if document.way == Document.Way.OUTGOING:
        raise Refusal("paper_issued", ISSUED, paper=str(document))
    if unknown := face.keys() - set(FACE):
        raise TypeError(f"no part of a paper's face: {sorted(unknown)}")
    if face.get("dated"):
        parse_iso(face["dated"])
    refuse_stale(document, None)
    for name, value in _fitting(**face).items():
        setattr(document, name, value)
    document.issuer = issuer or document.issuer
    document.version += 1
    document.save()
    record("document_completed", document, by=by, at=at, issuer=issuer and issuer.pk, **face)
    return document


@transaction.atomic
def attach(*, document: Document, annex: Document, by: Actor, at: datetime) -> int:
    """Put an annex that came later behind the paper that announced it; returns where its text begins in the paper's.

    Both files stay as they came. Refuses a paper that we have issued, and an annex that is the paper itself or stands
    behind one already.
    """
    if document.way == Document.Way.OUTGOING:
        raise Refusal("paper_issued", ISSUED, paper=str(document))
    if annex.annex_of_id or _has_file(document, annex):
        raise Refusal("annex_attached", ATTACHED, field="file", paper=str(document))
    begins = len(document.text) + len(BETWEEN)
    document.text += BETWEEN + annex.text
    document.version += 1
    document.save()
    annex.annex_of = document
    annex.version += 1
    annex.save()
    record("annex_attached", document, by=by, at=at, annex=annex.pk, name=annex.title)
    return begins


def _has_file(document: Document, annex: Document) -> bool:
    """True when the annex's file is the paper's own, or that of an annex it has."""
    if annex.file_id is None:
        return False
    return annex.file_id == document.file_id or document.annexes.filter(file=annex.file_id).exists()


@transaction.atomic
def issue(*, paper: Paper, issuer: Agency, by: Holding, at: datetime, council: str = "") -> Document:
    """Give a paper the next number of its issuer's year, date it, write it as .docx, and register it as issued.

    `council` is the symbol of a council that uses the issuer's seal and keeps a series of its own ("BCĐ"); it then
    stands in the paper's symbol. The number is taken inside this transaction: a paper that fails gives it back.
    Source: Decree 30/2020/NĐ-CP, art. 15.
    """
    if not may_issue(by, issuer):
        raise Refusal("may_not_issue", MAY_NOT_ISSUE, post=str(by.post), issuer=issuer.name)
    day = day_in_vietnam(at)
    series = _next_in_series(issuer, council, day.year)
    symbol = symbol_for(paper.type_name, council or issuer.symbol, series.last)
    numbered = replace(
        paper, number=symbol.partition("/")[0], symbol=symbol, date=PartialDate(day.year, day.month, day.day)
    )
    name = f"{symbol.replace('/', '-')}.docx"
    file = store(tenant=issuer.tenant, content=write_docx(numbered), name=name, by=by, at=at)
    document = _enter(
        numbered, Document.Way.OUTGOING, issuer.tenant,
        issuer=issuer, series=series, serial=series.last, file=file, issued_at=at, issued_by=by,
    )  # fmt: skip
    _address(document, paper, day)
    _sign(document, paper, by)
    record("document_issued", document, by=by, at=at, symbol=symbol, name=paper.title, sha256=file.sha256)
    return document


def _next_in_series(issuer: Agency, council: str, year: int) -> NumberSeries:
    """The series with its next number taken; it stays locked until the transaction ends."""
    series, _ = NumberSeries.objects.select_for_update().get_or_create(
        issuer=issuer, council=council, year=year, defaults={"tenant": issuer.tenant}
    )
    NumberSeries.objects.filter(pk=series.pk).update(last=F("last") + 1)
    series.refresh_from_db()
    return series


def _enter(paper: Paper, way: str, tenant: Tenant, *, issuer: Agency | None = None, **more: Any) -> Document:
    """A row of the register from a paper's face."""
    face = _fitting(
        type_name=paper.type_name,
        title=paper.title,
        number=paper.number,
        symbol=paper.symbol,
        dated=str(paper.date or ""),
        place=paper.place,
        issuer_name=paper.issuing_body,
    )
    known = issuer or (agency_named(paper.issuing_body, tenant=tenant) if paper.issuing_body else None)
    return Document.objects.create(
        tenant=tenant, way=way, issuer=known, content_hash=content_hash(paper), **face, **more
    )


def _fitting(**face: str) -> dict[str, str]:
    """Each value cut to the room of its column, since a paper from outside may say anything."""
    return {name: value[: _room(name)] for name, value in face.items()}


def _room(name: str) -> int | None:
    field = Document._meta.get_field(name)
    return field.max_length if isinstance(field, Field) else None


def _address(document: Document, paper: Paper, day: date) -> None:
    room = Recipient._meta.get_field("text").max_length
    for position, line in enumerate(paper.recipients):
        agency = agency_named(line.text, tenant=document.tenant, on=day)
        Recipient.objects.create(
            tenant=document.tenant, document=document, position=position, text=line.text[:room], agency=agency
        )


def _sign(document: Document, paper: Paper, by: Holding) -> None:
    if paper.signature is None:
        return
    Signature.objects.create(
        tenant=document.tenant,
        document=document,
        capacity="\n".join(paper.signature.capacity),
        title=paper.signature.title,
        name=paper.signature.name,
        holding=by if by.post.signs else None,
    )
