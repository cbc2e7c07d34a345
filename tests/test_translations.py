"""English is complete and says what the Vietnamese says; what is stored and issued stays Vietnamese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from html import unescape
from unicodedata import normalize
from uuid import UUID

import pytest
from babel.messages.catalog import Message
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils.translation import override

from lantoa.activities.models import Activity
from lantoa.agencies.models import Agency, Holding
from lantoa.documents.rules import content_hash
from lantoa.plans.models import Plan, ReportDuty
from lantoa.refusals import Refusal
from lantoa.reports import acts as reports
from lantoa.reports.queries import paper_of
from lantoa.rounds import acts as rounds
from lantoa.web.middleware import in_words
from lantoa.web.permissions import TABLE
from tests.catalogue import COMPILED, KEYWORDS, PACKAGE, as_mo, extracted, stored, untranslated
from tests.universe.doors import Ids, SignIn
from tests.universe.rounds import PERIOD, on
from tests.web.addresses import ADDRESSES

VIETNAMESE = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)
WITHOUT_MARKS = {"Ai", "Giao", "Tin", "Trang sau", "Xong"}
"""Vietnamese words that bear none of the marks by which the others are known."""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def sentences(message: Message) -> tuple[str, ...]:
    """What a key says: a singular and a plural, or one sentence."""
    return message.id if isinstance(message.id, tuple) else (message.id,)


def translations(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple | list) else (str(message.string),)


KNOWN = [message for message in stored() if message.id]
FOUND = [message for message in extracted() if message.id]


# --- the catalogue -----------------------------------------------------------------------------------------------------


def test_every_sentence_is_translated_and_nothing_else() -> None:
    found = {(message.context, message.id) for message in FOUND}
    known = {(message.context, message.id) for message in KNOWN}
    assert (found - known, known - found) == (set(), set()), "make messages, then translate (docs/how-to/translate.md)"
    assert [message.id for message in untranslated(stored())] == []


def test_the_compiled_catalogue_is_up_to_date() -> None:
    assert COMPILED.read_bytes() == as_mo(stored()), "make messages"


def test_a_translation_is_filled_with_the_same_facts() -> None:
    for message in KNOWN:
        named = [sorted(PLACEHOLDER.findall(text)) for text in (*sentences(message), *translations(message)) if text]
        assert all(names == named[0] for names in named), message.id


def test_every_fact_has_a_name() -> None:
    """A translator may need another order."""
    for message in KNOWN:
        for text in (*sentences(message), *translations(message)):
            assert not re.search(r"%[^(%]|\{\w*\}", text), text


def test_keys_are_vietnamese_and_translations_are_not() -> None:
    keys = [text for message in KNOWN for text in sentences(message)]
    assert {key for key in keys if not VIETNAMESE.search(key)} == WITHOUT_MARKS
    for message in KNOWN:
        assert not set(sentences(message)) & set(translations(message)), message.id


def test_a_sentence_is_marked_in_one_piece() -> None:
    """What is put together when it runs cannot be gathered, so it would never be translated."""
    for path in PACKAGE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in KEYWORDS:
                pieces = [part for part in call.args if isinstance(part, ast.BinOp | ast.JoinedStr)]
                assert not pieces, f"{path}:{call.lineno}"


# --- pages -------------------------------------------------------------------------------------------------------------


def left_in(html: str) -> Iterator[str]:
    """Keys that a page still shows in Vietnamese. Short ones are left aside: papers and names use the same words."""
    for message in KNOWN:
        for piece in (piece for text in sentences(message) for piece in PLACEHOLDER.split(text)):
            if len(piece) > 20 and piece in html:
                yield piece


def in_english(client: Client, path: str) -> str:
    """A page as a reader of English gets it."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    answer = client.get(path)
    html = "html" in answer.headers.get("Content-Type", "")
    return unescape(answer.content.decode()) if html else ""


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/dang-nhap/", "/khong-co-trang-nay/"])
def test_the_door_speaks_english(path: str) -> None:
    page = in_english(Client(), path)
    assert 'lang="en"' in page
    spoken = normalize("NFC", page).replace("Lan Tỏa", "").replace("Tiếng Việt", "")
    assert not VIETNAMESE.search(spoken)


@pytest.mark.django_db
def test_english_is_chosen_and_not_taken_from_the_browser() -> None:
    client, english_browser = Client(), {"Accept-Language": "en-US,en;q=0.9"}
    assert 'lang="vi"' in client.get("/dang-nhap/", headers=english_browser).content.decode()
    client.post("/ngon-ngu/", {"language": "en", "next": "/dang-nhap/"})
    answer = client.get("/dang-nhap/")
    assert 'lang="en"' in answer.content.decode()
    assert answer.headers["Content-Language"] == "en"
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "klingon"
    assert 'lang="vi"' in client.get("/dang-nhap/").content.decode()


@pytest.mark.parametrize("role", ["reporter", "coordinator", "leader", "administrator"])
def test_no_page_of_the_desk_is_left_vietnamese(
    role: str, ids: Ids, people: Mapping[str, Holding], sign_in: SignIn
) -> None:
    client, left, shown = sign_in(people[role]), {}, 0
    for address in ADDRESSES:
        if role in TABLE[address.name] and not address.name.startswith(("portal:", "sign-out")):
            page = in_english(client, address.path(ids))
            shown += 'lang="en"' in page
            left[address.name] = list(left_in(page))
    assert shown > 5
    assert {name: found for name, found in left.items() if found} == {}


def test_the_ways_and_statuses_of_my_work_and_plans_are_english(
    plan: Plan, coordinator: Holding, sign_in: SignIn
) -> None:
    client = sign_in(coordinator)
    assert ">My work</a>" in in_english(client, "/viec-cua-toi/")
    page = in_english(client, "/ke-hoach/")
    assert ">Agencies</a>" in page
    assert "</span> Being carried out</span>" in page


def test_a_refusal_is_translated_before_it_is_filled(ids: Ids, people: Mapping[str, Holding], sign_in: SignIn) -> None:
    refusal = Refusal("nothing_new", "%(agency)s chưa gửi báo cáo nên không có gì để trả lại.", agency="Sở Tài chính")
    with override("en"):
        assert in_words(refusal) == "Sở Tài chính has not handed in a report, so there is nothing to return."
    client, accept = sign_in(people["coordinator"]), f"/ban-bao-cao/{ids['version_id']}/tiep-nhan/"
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    client.post(accept)
    page = unescape(client.post(accept).content.decode())
    assert "Sở Tài chính has not handed in a new report" in page
    assert "Nothing has changed" in page


# --- what is stored and issued -----------------------------------------------------------------------------------------


@pytest.fixture
def issued(
    plan: Plan,
    duty: ReportDuty,
    activity: Activity,
    so_tai_chinh: Agency,
    reporters: Mapping[UUID, Holding],
    coordinator: Holding,
    signer: Holding,
) -> dict[str, dict[str, object]]:
    """What a year leaves behind, from the form to the paper, when everybody reads Vietnamese, and English."""
    left = {}
    for language in ("vi", "en"):
        before = transaction.savepoint()
        with override(language):
            form = rounds.standard_form(plan=plan, by=coordinator, at=on("1/10"))
            round = rounds.plan_round(
                plan=plan, duty=duty, year=2026, form=form, period_from=PERIOD[0], period_to=PERIOD[1],
                agencies=[so_tai_chinh], by=coordinator, at=on("1/10"),
            )  # fmt: skip
            round = rounds.open_round(round=round, by=coordinator, at=on("5/10"))
            reporter = reporters[so_tai_chinh.pk]
            report = reports.begin(obligation=round.obligations.get(), by=reporter, at=on("20/10"))
            for section in report.sections.filter(field__required=True):
                text = section.text or "Đã có văn bản chỉ đạo."
                reports.save_section(
                    section=section, text=text, by=reporter, at=on("20/10"), seen=section.version, done=True
                )
            reports.hand_in(report=report, submission_key="mot", by=reporter, at=on("20/10"))
            whole = reports.consolidate(round=round, by=coordinator, at=on("24/10"))
            reports.approve(consolidation=whole, by=signer, at=on("24/10"))
            document = reports.issue(consolidation=whole, by=coordinator, at=on("24/10"))
            left[language] = {
                "form": [form.name, *form.fields.values_list("label", "hint")],
                "round": round.title,
                "report": list(report.sections.values_list("text", flat=True)),
                "paper": content_hash(paper_of(whole)),
                "document": (document.title, document.type_name, document.file.sha256 if document.file else ""),
            }
        transaction.savepoint_rollback(before)
    return left


def test_the_language_of_the_reader_leaves_no_trace_in_papers(issued: dict[str, dict[str, object]]) -> None:
    assert issued["en"] == issued["vi"]
    assert "Trong kỳ, đơn vị đã thực hiện 1 hoạt động" in str(issued["en"]["report"])


def test_acts_and_queries_do_not_ask_which_language_is_read() -> None:
    """What they write is kept, and read by everybody."""
    rooms = [path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] in settings.ROOMS]
    inner = [path for path in rooms if {"acts", "acts.py", "queries", "queries.py", "jobs.py"} & set(path.parts)]
    assert len(inner) > 40
    asking = [str(path) for path in inner if "django.utils.translation" in path.read_text(encoding="utf-8")]
    assert asking == []
