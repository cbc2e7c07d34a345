"""A version is said on an outlet under the approval of exactly its content, and can be taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from lantoa.agencies.models import Agency, Holding, Role
from lantoa.approvals.models import Approval
from lantoa.channels import acts, checks, queries
from lantoa.channels.models import Outlet, Release
from lantoa.channels.rules import live
from lantoa.materials import acts as materials
from lantoa.materials.models import Material
from lantoa.trail.queries import facts, history
from tests.universe.activities import BODY, TITLE, MaterialFactory, approved, refused
from tests.universe.agencies import AgencyFactory, HoldingFactory

pytestmark = pytest.mark.django_db
PAGE = Outlet.Kind.PUBLIC_PAGE


def test_a_release_stands_under_its_approval(release: Release, story: Material, public_page: Outlet) -> None:
    assert release.approval.content_hash == release.version.content_hash
    assert release.slug == "ngay-hoi-doc-sach-ve-cac-nuoc-lang-gieng-tai-thu-vien-tinh"
    assert list(queries.public_releases(public_page.tenant)) == [release]
    assert queries.public_release(public_page.tenant, release.slug) == release
    assert facts(history(release).get())["approval"] == str(release.approval_id)


def test_what_nobody_approved_is_not_released(
    so_vhttdl: Agency, public_page: Outlet, coordinator: Holding, leader: Holding, now: datetime
) -> None:
    draft = MaterialFactory(agency=so_vhttdl, by=coordinator)
    version = draft.versions.get()
    with refused("not_approved"):
        acts.release(version=version, outlet=public_page, by=coordinator, at=now)
    materials.send_for_approval(material=draft, by=coordinator, at=now)
    with refused("not_approved"):
        acts.release(version=version, outlet=public_page, by=coordinator, at=now)
    materials.decline(material=draft, by=leader, at=now, note="Chưa rõ")
    with refused("not_approved"):
        acts.release(version=version, outlet=public_page, by=coordinator, at=now)
    assert not Release.objects.exists()


def test_an_edit_after_approval_bars_both_versions(
    story: Material, public_page: Outlet, coordinator: Holding, leader: Holding, now: datetime
) -> None:
    first = story.versions.get()
    second = materials.rewrite(
        material=story, title=TITLE, summary="", body=BODY, by=coordinator, at=now, seen=story.version
    )
    for version in (first, second):
        with refused("not_approved"):
            acts.release(version=version, outlet=public_page, by=coordinator, at=now)
    materials.send_for_approval(material=story, by=coordinator, at=now)
    materials.approve(material=story, by=leader, at=now)
    with refused("not_approved"):
        acts.release(version=first, outlet=public_page, by=coordinator, at=now)
    assert acts.release(version=second, outlet=public_page, by=coordinator, at=now).version == second


def test_once_per_outlet(release: Release, public_page: Outlet, coordinator: Holding, now: datetime) -> None:
    with refused("already_said"):
        acts.release(version=release.version, outlet=public_page, by=coordinator, at=now)
    second = acts.open_outlet(agency=public_page.agency, kind=PAGE, name="Trang thứ hai", by=coordinator, at=now)
    again = acts.release(version=release.version, outlet=second, by=coordinator, at=now)
    assert again.slug == f"{release.slug}-2"
    acts.withdraw_release(release=release, reason="Sai ảnh", by=coordinator, at=now)
    with refused("already_said"):
        acts.release(version=release.version, outlet=public_page, by=coordinator, at=now)


def test_a_corrected_version_takes_the_place_of_the_withdrawn_one(
    release: Release, story: Material, public_page: Outlet, coordinator: Holding, leader: Holding, now: datetime
) -> None:
    corrected = materials.rewrite(
        material=story, title=TITLE, summary="", body=BODY + " (Đã sửa)", by=coordinator, at=now, seen=None
    )
    materials.send_for_approval(material=story, by=coordinator, at=now)
    materials.approve(material=story, by=leader, at=now)
    with refused("older_is_live"):
        acts.release(version=corrected, outlet=public_page, by=coordinator, at=now)
    acts.withdraw_release(release=release, reason="Sai số liệu", by=coordinator, at=now)
    newer = acts.release(version=corrected, outlet=public_page, by=coordinator, at=now)
    assert list(queries.public_releases(public_page.tenant)) == [newer]


def test_two_stories_with_one_title_get_two_addresses(
    release: Release, so_vhttdl: Agency, public_page: Outlet, coordinator: Holding, leader: Holding, now: datetime
) -> None:
    twin = approved(leader, agency=so_vhttdl, by=coordinator)
    second = acts.release(version=twin.versions.get(), outlet=public_page, by=coordinator, at=now)
    assert second.slug == f"{release.slug}-2"


def test_a_withdrawn_release_answers_as_withdrawn(
    release: Release, public_page: Outlet, coordinator: Holding, now: datetime
) -> None:
    with refused("no_reason", "reason"):
        acts.withdraw_release(release=release, reason=" ", by=coordinator, at=now)
    acts.withdraw_release(release=release, reason="Sai số liệu", by=coordinator, at=now + timedelta(days=1))
    assert not queries.public_releases(public_page.tenant)
    gone = queries.public_release(public_page.tenant, release.slug)
    assert gone is not None
    assert (live(gone), gone.withdrawn_at, gone.reason) == (False, now + timedelta(days=1), "Sai số liệu")
    with refused("withdrawn"):
        acts.withdraw_release(release=release, reason="Lần nữa", by=coordinator, at=now)


def test_a_withdrawn_material_takes_its_releases_off_the_page(
    release: Release, story: Material, public_page: Outlet, leader: Holding, coordinator: Holding, now: datetime
) -> None:
    materials.withdraw(material=story, reason="Sự kiện không diễn ra", by=leader, at=now)
    assert not queries.public_releases(public_page.tenant)
    gone = queries.public_release(public_page.tenant, release.slug)
    assert gone is not None
    assert not live(gone)
    assert [fault.code for fault in checks.faults(story.tenant)] == ["release_left_behind"]
    acts.withdraw_release(release=release, reason="Theo bài gốc", by=coordinator, at=now)
    assert list(checks.faults(story.tenant)) == []


def test_a_story_too_long_for_the_page_is_refused(
    so_vhttdl: Agency, public_page: Outlet, coordinator: Holding, leader: Holding, now: datetime
) -> None:
    long = approved(leader, agency=so_vhttdl, by=coordinator, body="Một đoạn dài. " * 5000)
    with refused("too_long"):
        acts.release(version=long.versions.get(), outlet=public_page, by=coordinator, at=now)


def test_an_outlet_opens_once_and_has_a_name(public_page: Outlet, coordinator: Holding, now: datetime) -> None:
    same = acts.open_outlet(agency=public_page.agency, kind=PAGE, name=public_page.name, by=coordinator, at=now)
    assert same == public_page
    assert list(queries.outlets_of(public_page.agency)) == [public_page]
    assert [entry.verb for entry in history(public_page)] == ["outlet_opened"]
    with refused("nameless", "name"):
        acts.open_outlet(agency=public_page.agency, kind=PAGE, name=" ", by=coordinator, at=now)


def test_who_may_speak_on_an_outlet(
    story: Material, public_page: Outlet, reporter: Holding, administrator: Holding, leader: Holding, now: datetime
) -> None:
    version = story.versions.get()
    foreign = HoldingFactory(post__agency=AgencyFactory(), post__role=Role.COORDINATOR)
    for stranger in (reporter, administrator, foreign):
        with refused("not_yours"):
            acts.release(version=version, outlet=public_page, by=stranger, at=now)
        assert public_page not in queries.outlets_for(stranger)
        with refused("not_yours"):
            acts.open_outlet(agency=public_page.agency, kind=PAGE, name="Khác", by=stranger, at=now)
    assert list(queries.outlets_for(leader)) == [public_page]
    said = acts.release(version=version, outlet=public_page, by=leader, at=now)
    with refused("not_yours"):
        acts.withdraw_release(release=said, reason="Không thích", by=reporter, at=now)


def test_the_writing_agency_may_take_its_story_back(
    so_tai_chinh: Agency, public_page: Outlet, reporter: Holding, coordinator: Holding, leader: Holding, now: datetime
) -> None:
    story = approved(leader, agency=so_tai_chinh, by=reporter)
    said = acts.release(version=story.versions.get(), outlet=public_page, by=coordinator, at=now)
    assert list(queries.releases_for(reporter)) == [said]
    assert acts.withdraw_release(release=said, reason="Sai", by=reporter, at=now).withdrawn_by == reporter


def test_another_provinces_outlet_is_refused(story: Material, now: datetime) -> None:
    foreign = HoldingFactory(post__agency=AgencyFactory(), post__role=Role.COORDINATOR)
    outlet = acts.open_outlet(agency=foreign.agency, kind=PAGE, name="Trang", by=foreign, at=now)
    with refused("stranger"):
        acts.release(version=story.versions.get(), outlet=outlet, by=foreign, at=now)


def test_what_each_post_sees(
    release: Release, reporter: Holding, coordinator: Holding, leader: Holding, administrator: Holding
) -> None:
    own = HoldingFactory(post__agency=release.outlet.agency, post__title="Biên tập viên")
    foreign = HoldingFactory(post__role=Role.COORDINATOR)
    holdings = [own, coordinator, leader, reporter, administrator, foreign]
    assert [queries.releases_for(holding).count() for holding in holdings] == [1, 1, 1, 0, 0, 0]
    assert queries.release_for(own, release.pk) == release
    assert queries.release_for(foreign, release.pk) is None
    assert list(queries.releases_of(release.version.material)) == [release]


def test_the_check_finds_a_release_of_other_words(release: Release) -> None:
    assert list(checks.faults(release.tenant)) == []
    Approval.objects.filter(pk=release.approval_id).update(content_hash="0" * 64)
    assert [fault.code for fault in checks.faults(release.tenant)] == ["release_not_approved"]
