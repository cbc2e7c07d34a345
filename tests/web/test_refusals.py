"""A refusal in a view becomes words: a message where the button was pressed, or a page of its own."""

from __future__ import annotations

from lantoa.agencies.models import Holding
from tests.universe.doors import Ids, SignIn


def test_a_refused_button_takes_the_person_back_with_the_sentence(
    ids: Ids, people: dict[str, Holding], sign_in: SignIn
) -> None:
    client = sign_in(people["coordinator"])
    page = f"http://testserver/ban-bao-cao/{ids['version_id']}/"
    accept = f"/ban-bao-cao/{ids['version_id']}/tiep-nhan/"
    assert client.post(accept, headers={"Referer": page}).status_code == 302
    again = client.post(accept, headers={"Referer": page})
    assert (again.status_code, again.headers["Location"]) == (303, page)
    assert 'class="said-error"' in client.get(page).content.decode()


def test_without_a_page_before_it_the_refusal_is_a_page(ids: Ids, people: dict[str, Holding], sign_in: SignIn) -> None:
    client = sign_in(people["coordinator"])
    accept = f"/ban-bao-cao/{ids['version_id']}/tiep-nhan/"
    client.post(accept)
    for headers in ({}, {"Referer": "https://xa.example/"}, {"Referer": f"http://testserver{accept}"}):
        answer = client.post(accept, headers=headers)
        assert answer.status_code == 409
        page = answer.content.decode()
        assert "Không có gì thay đổi" in page
        assert "Mã: " in page
