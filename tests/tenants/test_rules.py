"""A stale save is refused, never silent, even between two who loaded the row at the same moment."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction

from lantoa.agencies.acts import give_symbol
from lantoa.agencies.models import Agency
from lantoa.documents.models import Document
from lantoa.refusals import Refusal
from lantoa.tenants.models import Tenant
from lantoa.tenants.rules import refuse_stale
from lantoa.trail.actors import SETUP
from tests.universe.agencies import TenantFactory


def test_what_was_seen_is_what_is_stored(so_tai_chinh: Agency) -> None:
    refuse_stale(so_tai_chinh, 1)
    refuse_stale(so_tai_chinh, None)
    with pytest.raises(Refusal) as refused:
        refuse_stale(so_tai_chinh, 0)
    assert (refused.value.code, refused.value.facts) == ("stale", {"stored": 1, "seen": 0})


def test_two_who_loaded_the_row_at_once_do_not_both_save(so_tai_chinh: Agency, now: datetime) -> None:
    first, second = Agency.objects.get(pk=so_tai_chinh.pk), Agency.objects.get(pk=so_tai_chinh.pk)
    give_symbol(agency=first, symbol="STC1", by=SETUP, at=now, seen=first.version)
    with pytest.raises(Refusal, match="đã được người khác sửa"):
        give_symbol(agency=second, symbol="STC2", by=SETUP, at=now, seen=second.version)
    assert Agency.objects.get(pk=so_tai_chinh.pk).symbol == "STC1"


def test_an_old_copy_of_a_row_does_not_bring_back_old_fields(so_tai_chinh: Agency, now: datetime) -> None:
    old_copy = Agency.objects.get(pk=so_tai_chinh.pk)
    Agency.objects.filter(pk=so_tai_chinh.pk).update(ended_on=now.date(), version=7)
    give_symbol(agency=old_copy, symbol="STC3", by=SETUP, at=now)
    stored = Agency.objects.get(pk=so_tai_chinh.pk)
    assert (stored.symbol, stored.ended_on, stored.version) == ("STC3", now.date(), 8)


def test_a_tenant_is_named_once(tenant: Tenant) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        TenantFactory(name=tenant.name)
    assert tenant.tenant_id == tenant.id


def test_pairs_are_given_together(tenant: Tenant) -> None:
    with pytest.raises(IntegrityError, match="serial_in_a_series"), transaction.atomic():
        Document.objects.create(tenant=tenant, way="out", serial=1)
    assert Document.objects.create(tenant=tenant, way="cited").serial is None
