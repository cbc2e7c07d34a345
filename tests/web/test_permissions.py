"""Who may open what: every address × every role, and nobody another's rows."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from lantoa.agencies.acts import dismiss
from lantoa.agencies.models import Agency, Holding
from lantoa.web.permissions import ANONYMOUS, ROLES, TABLE, roles_allowed
from tests.universe.doors import Ids, SignIn
from tests.universe.rounds import on
from tests.web.addresses import ADDRESSES, Address

PUBLIC = "portal:"
OPEN = {200, 302, 405}
"""What an open address answers to a GET: a page, the way to another, or that it wants a POST."""
OF_AN_AGENCY = {"activity_id", "evidence_id", "material_id", "release_id", "obligation_id", "report_id", "version_id"}
"""Parts that name something of one agency, which other agencies must not find."""


def closed_to(client: Client, address: Address, ids: Ids) -> bool:
    """True when neither reading nor pressing finds anything there; an address that only wants a POST says 405 to all."""
    at = address.path(ids)
    return client.get(at).status_code in {404, 405} and client.post(at).status_code == 404


def test_every_address_is_decided_and_every_row_is_an_address() -> None:
    assert {address.name for address in ADDRESSES} == set(TABLE)
    assert all(roles <= set(ROLES) for roles in TABLE.values())


def test_addresses_of_the_desk_have_one_name_each() -> None:
    names = Counter(address.name for address in ADDRESSES if not address.name.startswith(PUBLIC))
    assert {name for name, count in names.items() if count > 1} == set()


def test_an_undecided_address_is_a_fault() -> None:
    with pytest.raises(PermissionDenied, match="no row"):
        roles_allowed("undecided")


@pytest.mark.urls("tests.web.undecided")
@pytest.mark.django_db
def test_an_undecided_address_is_refused_to_everybody(people: dict[str, Holding], sign_in: SignIn) -> None:
    answers = [sign_in(person).get("/chua-quyet-dinh/").status_code for person in [None, *people.values()]]
    assert answers == [403] * 5


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_what_the_table_says(role: str, ids: Ids, people: dict[str, Holding], sign_in: SignIn) -> None:
    client = sign_in(people.get(role))
    found, expected = {}, {}
    for address in ADDRESSES:
        answer = client.get(address.path(ids))
        turned_away = answer.status_code == 302 and answer.headers["Location"].startswith("/dang-nhap/")
        allowed = role in TABLE[address.name]
        found[address.route] = "sign in" if turned_away else answer.status_code
        if allowed:
            expected[address.route] = found[address.route] if answer.status_code in OPEN else OPEN
        else:
            expected[address.route] = "sign in" if role == ANONYMOUS else 404
        client = sign_in(people.get(role))
    assert found == expected


@pytest.mark.parametrize("role", ROLES)
def test_nobody_presses_what_is_closed_to_them(
    role: str, ids: Ids, people: dict[str, Holding], sign_in: SignIn
) -> None:
    client = sign_in(people.get(role))
    closed = [address for address in ADDRESSES if role not in TABLE[address.name]]
    answers = {address.route: client.post(address.path(ids)).status_code for address in closed}
    assert answers == dict.fromkeys(answers, 302 if role == ANONYMOUS else 404)


def test_a_stranger_comes_back_to_the_page_after_signing_in(ids: Ids, sign_in: SignIn) -> None:
    answer = sign_in(None).get(f"/nhiem-vu/{ids['task_id']}/?a=1")
    assert answer.headers["Location"] == f"/dang-nhap/?next=/nhiem-vu/{ids['task_id']}/%3Fa%3D1"


@pytest.mark.parametrize("role", [role for role in ROLES if role != ANONYMOUS])
def test_another_province_finds_nothing(role: str, ids: Ids, strangers: dict[str, Holding], sign_in: SignIn) -> None:
    client = sign_in(strangers[role])
    named = [address for address in ADDRESSES if address.parts and not address.name.startswith(PUBLIC)]
    assert len(named) > 50
    assert [address.route for address in named if not closed_to(client, address, ids)] == []


def test_another_agency_finds_nothing_of_this_one(
    ids: Ids, communes: list[Agency], reporters: dict[UUID, Holding], sign_in: SignIn
) -> None:
    client = sign_in(reporters[communes[0].pk])
    named = [address for address in ADDRESSES if OF_AN_AGENCY & set(address.parts)]
    assert len(named) > 20
    assert [address.route for address in named if not closed_to(client, address, ids)] == []


def test_rows_of_another_agency_are_not_taken_from_a_form(
    ids: Ids, communes: list[Agency], reporters: dict[UUID, Holding], so_tai_chinh: Agency, sign_in: SignIn
) -> None:
    """An officer of a commune cannot log in the name of the finance department."""
    client = sign_in(reporters[communes[0].pk])
    said = {"title": "Mạo danh", "began_on": "1/9/2026", "kind": "lead", "agency": so_tai_chinh.pk}
    answer = client.post(f"/hoat-dong/ghi/?nhiem-vu={ids['task_id']}", said)
    assert answer.status_code == 200
    assert "agency" in answer.context["form"].errors


def test_a_person_without_a_post_is_told_so(ids: Ids, reporter: Holding, sign_in: SignIn) -> None:
    client = sign_in(reporter)
    assert client.get("/viec-cua-toi/").status_code == 200
    dismiss(holding=reporter, by=reporter, at=on("24/10"))
    answer = client.get("/viec-cua-toi/", follow=True)
    assert "không giữ vị trí nào" in answer.content.decode()
