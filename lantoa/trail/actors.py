"""Who acts (a person in a post, or a part of the machine itself), and on what."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Protocol


class Actor(Protocol):
    """Whoever an act is done by. The label may name a person, so it is kept where it can be erased."""

    @property
    def actor_id(self) -> str: ...

    @property
    def actor_label(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Machine:
    """A part of the software that acts by itself, such as the clock."""

    name: str

    @property
    def actor_id(self) -> str:
        return f"machine:{self.name}"

    @property
    def actor_label(self) -> str:
        return self.name


CLOCK = Machine("tick")
"""What the clock asks for (`lantoa tick`)."""

SETUP = Machine("setup")
"""The first rows of an installation, made before there is a person."""


class Subject(Protocol):
    """A row of a tenant that something was done to."""

    @property
    def tenant_id(self) -> uuid.UUID: ...

    @property
    def pk(self) -> object: ...


def kind_of(subject: object) -> str:
    """Return how the trail names a row's kind: "reports.version"."""
    meta = subject._meta  # type: ignore[attr-defined]  # every Django model has it
    return str(meta.label_lower)
