"""Finding what each room brings for a command, so that the command need not know the rooms."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from django.apps import apps
from django.utils.module_loading import module_has_submodule


def modules(name: str) -> Iterator[tuple[str, ModuleType]]:
    """The label of each app of ours that has a module of this name, and the module; upstream rooms first."""
    for app in apps.get_app_configs():
        if app.name.startswith("lantoa.") and app.module and module_has_submodule(app.module, name):
            yield app.label, import_module(f"{app.name}.{name}")
