"""Triggers that refuse to change or delete what happened, on both databases."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = [
    """CREATE TRIGGER trail_entry_never_changed BEFORE UPDATE ON trail_entry
       BEGIN SELECT RAISE(ABORT, 'a trail entry is never changed'); END""",
    """CREATE TRIGGER trail_entry_never_deleted BEFORE DELETE ON trail_entry
       BEGIN SELECT RAISE(ABORT, 'a trail entry is never deleted'); END""",
    """CREATE TRIGGER trail_payload_never_changed BEFORE UPDATE ON trail_payload
       BEGIN SELECT RAISE(ABORT, 'a payload is erased or kept, never changed'); END""",
    # INSERT OR REPLACE deletes without firing the triggers above
    """CREATE TRIGGER trail_entry_never_replaced BEFORE INSERT ON trail_entry
       WHEN EXISTS (SELECT 1 FROM trail_entry
                    WHERE id = NEW.id OR (tenant_id = NEW.tenant_id AND number = NEW.number))
       BEGIN SELECT RAISE(ABORT, 'a trail entry is never replaced'); END""",
    """CREATE TRIGGER trail_payload_never_replaced BEFORE INSERT ON trail_payload
       WHEN EXISTS (SELECT 1 FROM trail_payload WHERE entry_id = NEW.entry_id)
       BEGIN SELECT RAISE(ABORT, 'a payload is never replaced'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION trail_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'a trail entry is never changed or deleted'; END $$""",
    """CREATE TRIGGER trail_entry_unalterable BEFORE UPDATE OR DELETE ON trail_entry
       FOR EACH ROW EXECUTE FUNCTION trail_refuse()""",
    """CREATE FUNCTION trail_refuse_if_any() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN
         IF EXISTS (SELECT 1 FROM trail_entry) THEN RAISE EXCEPTION 'the trail is never emptied'; END IF;
         RETURN NULL;
       END $$""",
    """CREATE TRIGGER trail_entry_never_emptied BEFORE TRUNCATE ON trail_entry
       FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse_if_any()""",
    """CREATE TRIGGER trail_payload_never_emptied BEFORE TRUNCATE ON trail_payload
       FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse_if_any()""",
    """CREATE TRIGGER trail_payload_never_changed BEFORE UPDATE ON trail_payload
       FOR EACH ROW EXECUTE FUNCTION trail_refuse()""",
]
UNDO_SQLITE = [
    "DROP TRIGGER trail_entry_never_changed",
    "DROP TRIGGER trail_entry_never_deleted",
    "DROP TRIGGER trail_payload_never_changed",
    "DROP TRIGGER trail_entry_never_replaced",
    "DROP TRIGGER trail_payload_never_replaced",
]
UNDO_POSTGRESQL = ["DROP FUNCTION trail_refuse() CASCADE", "DROP FUNCTION trail_refuse_if_any() CASCADE"]


def run(editor: BaseDatabaseSchemaEditor, sqlite: list[str], postgresql: list[str]) -> None:
    for statement in postgresql if editor.connection.vendor == "postgresql" else sqlite:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, editor: run(editor, SQLITE, POSTGRESQL),
            lambda apps, editor: run(editor, UNDO_SQLITE, UNDO_POSTGRESQL),
        )
    ]
