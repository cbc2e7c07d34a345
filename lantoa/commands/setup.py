"""Getting Django and the database ready for a command."""

from __future__ import annotations

import os


def start() -> None:
    """Start Django on the data folder."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lantoa.site.settings")
    import django

    django.setup()


def ready(*, migrate: bool = False) -> None:
    """Start Django on the data folder; with `migrate`, bring the database to this version first.

    Refuses a data folder whose database is not there or of another version, unless told to migrate.
    """
    start()
    if not pending():
        return
    if not migrate:
        from django.conf import settings

        from lantoa.refusals import Refusal, marked

        sentence = marked("Thư mục “%(folder)s” chưa có dữ liệu của phiên bản này; hãy chạy “lantoa serve” trước.")
        raise Refusal("not_ready", sentence, folder=settings.DATA)
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def pending() -> bool:
    """True when the database lacks a migration that this version has."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def province_stands() -> str:
    """The name of the first province in the database, of whatever version; empty when there is none."""
    from django.db import connection

    from lantoa.tenants.models import Tenant

    if Tenant._meta.db_table not in connection.introspection.table_names():
        return ""
    return Tenant.objects.order_by("slug").values_list("name", flat=True).first() or ""
