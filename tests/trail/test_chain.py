"""The chain: whole after ordinary work, broken by any tampering, unalterable by plain means."""

from __future__ import annotations

import random
import uuid
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import DatabaseError, connection, transaction

from lantoa.agencies.models import Agency
from lantoa.refusals import Refusal
from lantoa.tenants.models import Tenant
from lantoa.trail import checks
from lantoa.trail.actors import SETUP, Machine
from lantoa.trail.acts import erase_payload, record
from lantoa.trail.models import Entry, Payload
from lantoa.trail.queries import breaks, entries_of, facts, head, history, holds
from lantoa.trail.rules import FIRST
from tests.universe.agencies import NOW, AgencyFactory, TenantFactory


@pytest.fixture
def trail(ubnd: Agency) -> Tenant:
    """A tenant with a dozen entries."""
    for n in range(10):
        record("agency_founded", ubnd, by=Machine(f"m{n}"), at=NOW + timedelta(seconds=n), name=f"Cơ quan {n}")
    return ubnd.tenant


@pytest.fixture
def unguarded(trail: Tenant) -> Tenant:
    """The same trail for one who owns the database: the triggers are gone until the test's transaction ends."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE trail_entry DISABLE TRIGGER USER")
            cursor.execute("ALTER TABLE trail_payload DISABLE TRIGGER USER")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
    return trail


def is_whole(tenant: Tenant, printed: str) -> bool:
    return not any(breaks(tenant.pk)) and holds(tenant.pk, printed)


def test_the_chain_of_ordinary_work_is_whole(trail: Tenant) -> None:
    assert [entry.number for entry in entries_of(trail.pk)] == list(range(12, 0, -1))
    assert entries_of(trail.pk).last().previous == FIRST  # type: ignore[union-attr]
    assert is_whole(trail, head(trail.pk))
    assert list(checks.faults(trail)) == []


def test_each_tenant_has_a_chain_of_its_own(trail: Tenant) -> None:
    other = TenantFactory()
    AgencyFactory(tenant=other)
    assert [entry.number for entry in entries_of(other.pk)] == [2, 1]
    assert not any(breaks(other.pk))
    assert not holds(other.pk, head(trail.pk))


def test_an_instant_is_digested_the_same_in_every_time_zone(ubnd: Agency) -> None:
    at = datetime(2026, 3, 2, 1, 2, 3, 456789, tzinfo=timezone(timedelta(hours=-5)))
    record("agency_founded", ubnd, by=SETUP, at=at)
    assert history(ubnd).last().at == at.astimezone(UTC)  # type: ignore[union-attr]
    assert not any(breaks(ubnd.tenant_id))


def test_an_entry_has_an_aware_instant_and_plain_facts(ubnd: Agency) -> None:
    with pytest.raises(ValueError, match="time zone"):
        record("agency_founded", ubnd, by=SETUP, at=datetime(2026, 3, 2))  # noqa: DTZ001
    with pytest.raises(TypeError, match="cannot stand in a trail entry"):
        record("agency_founded", ubnd, by=SETUP, at=NOW, name=object())


TEXTS = ["actor_id", "verb", "subject_kind", "subject_id", "payload_digest", "previous", "digest"]


def tamper(rng: random.Random, tenant: Tenant) -> str:
    """Change one thing of the stored trail, as someone with the whole database in hand could."""
    entry = rng.choice(list(Entry.objects.filter(tenant_id=tenant.pk)))
    row, payload = Entry.objects.filter(pk=entry.pk), Payload.objects.filter(entry=entry)
    kind = rng.choice(
        ["text", "at", "number", "tenant", "body", "no payload", "no entry", "swap", "cut tail", "rewrite"]
    )
    if kind == "text":
        name = rng.choice(TEXTS)
        row.update(**{name: _changed(rng, getattr(entry, name))})
    elif kind == "at":
        row.update(at=entry.at + timedelta(microseconds=rng.choice([-1, 1]) * rng.randint(1, 10**9)))
    elif kind == "number":
        row.update(number=entry.number + rng.randint(20, 10**6))
    elif kind == "tenant":
        row.update(tenant_id=uuid.UUID(int=rng.getrandbits(128)))
    elif kind == "body":
        payload.update(body=_changed(rng, payload.get().body))
    elif kind == "no payload":
        payload.delete()
    elif kind == "swap":
        other = rng.choice(list(Entry.objects.filter(tenant_id=tenant.pk).exclude(pk=entry.pk)))
        row.update(number=0)
        Entry.objects.filter(pk=other.pk).update(number=entry.number)
        row.update(number=other.number)
    else:
        _cut(rng, kind, entry)
    return kind


def _cut(rng: random.Random, kind: str, entry: Entry) -> None:
    """Take out one entry or the whole tail; `rewrite` writes the tail anew with a valid chain that says less."""
    last = Entry.objects.filter(tenant_id=entry.tenant_id).last()
    gone = Entry.objects.filter(tenant_id=entry.tenant_id, number__gte=entry.number)
    gone = gone if kind != "no entry" else gone.filter(number=entry.number)
    Payload.objects.filter(entry__in=gone).delete()
    gone.delete()
    if kind == "rewrite":
        record("agency_founded", last, by=SETUP, at=NOW, name=str(rng.random()))  # type: ignore[arg-type]


def _changed(rng: random.Random, text: str) -> str:
    place = rng.randrange(len(text))
    return text[:place] + rng.choice([c for c in "abc0123 " if c != text[place]]) + text[place + 1 :]


def test_a_thousand_tampers_are_found(unguarded: Tenant) -> None:
    rng, printed = random.Random(20260302), head(unguarded.pk)
    kinds, unfound = set(), []
    for n in range(1000):
        with transaction.atomic():
            kinds.add(kind := tamper(rng, unguarded))
            if is_whole(unguarded, printed):
                unfound.append((n, kind))
            transaction.set_rollback(True)
    assert unfound == []
    assert len(kinds) == 10
    assert is_whole(unguarded, printed)


def test_a_cut_tail_is_a_whole_chain_and_only_the_printed_head_shows_it(unguarded: Tenant) -> None:
    printed = head(unguarded.pk)
    _cut(random.Random(0), "cut tail", Entry.objects.get(tenant_id=unguarded.pk, number=10))
    assert not any(breaks(unguarded.pk))
    assert not holds(unguarded.pk, printed)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda: Entry.objects.filter(number=5).update(verb="x"), "entry"),
        (lambda: Entry.objects.filter(number=5).update(previous="0" * 64), "neighbour"),
        (lambda: Payload.objects.filter(entry__number=5).update(body="{}"), "payload"),
        (lambda: Payload.objects.filter(entry__number=5).delete(), "payload_missing"),
        (lambda: Entry.objects.filter(number=12).update(tenant_id="0" * 32), "stray"),
    ],
)
def test_check_says_what_is_broken(unguarded: Tenant, change: object, code: str) -> None:
    change()  # type: ignore[operator]
    assert code in [fault.code for fault in checks.faults(unguarded)]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE trail_entry SET verb = 'x'", "DELETE FROM trail_entry", "UPDATE trail_payload SET body = '{}'"],
)
def test_the_database_refuses_to_change_or_delete_an_entry(trail: Tenant, statement: str) -> None:
    refuse(statement)
    assert is_whole(trail, head(trail.pk))


def test_the_database_refuses_to_replace_an_entry(trail: Tenant) -> None:
    if connection.vendor == "postgresql":
        refuse("INSERT INTO trail_entry SELECT * FROM trail_entry ON CONFLICT (id) DO UPDATE SET verb = 'x'")
    else:
        refuse("INSERT OR REPLACE INTO trail_entry SELECT * FROM trail_entry")
        refuse("INSERT OR REPLACE INTO trail_payload SELECT * FROM trail_payload")
    assert is_whole(trail, head(trail.pk))


@pytest.mark.postgres
@pytest.mark.parametrize("table", ["trail_payload", "trail_entry, trail_payload"])
def test_the_database_refuses_to_empty_the_trail(trail: Tenant, table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    refuse(f"TRUNCATE {table}")


def refuse(statement: str) -> None:
    """The database refuses `statement`."""
    with pytest.raises(DatabaseError, match="never"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_erasing_keeps_the_digest_and_is_itself_an_entry(trail: Tenant, ubnd: Agency) -> None:
    entry = Entry.objects.get(tenant_id=trail.pk, number=5)
    erasure = erase_payload(entry=entry, by=SETUP, at=NOW, reason="Theo yêu cầu của người có tên.")
    kept = Entry.objects.select_related("payload").get(pk=entry.pk)
    assert (kept.digest, kept.payload_digest, facts(kept)) == (entry.digest, entry.payload_digest, {})
    assert (erasure.verb, erasure.subject_id, erasure.number) == ("payload_erased", str(entry.pk), 13)
    assert is_whole(trail, head(trail.pk))
    assert list(checks.faults(trail)) == []


def test_erasing_needs_a_reason_and_happens_once(trail: Tenant) -> None:
    entry = Entry.objects.get(tenant_id=trail.pk, number=5)
    with pytest.raises(Refusal, match="Hãy ghi lý do"):
        erase_payload(entry=entry, by=SETUP, at=NOW, reason=" ")
    erase_payload(entry=entry, by=SETUP, at=NOW, reason="Theo yêu cầu.")
    with pytest.raises(Refusal, match="từ trước"):
        erase_payload(entry=entry, by=SETUP, at=NOW, reason="Theo yêu cầu.")


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_a_bug() -> None:
    with pytest.raises(RuntimeError, match="transaction of its act"):
        record("tenant_founded", Tenant(name="tỉnh Hải Sơn"), by=SETUP, at=NOW)
