"""Pages of the tables whose rows lists change keep room, so that a changed row stays on its page and no index learns of it."""

from django.db import migrations

TABLES = ("register_child", "register_carer", "register_residence")
ROOM = "; ".join(f"ALTER TABLE {table} SET (fillfactor = 85)" for table in TABLES)
NONE = "; ".join(f"ALTER TABLE {table} RESET (fillfactor)" for table in TABLES)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0007_sources_that_stay'),
    ]

    operations = [migrations.RunSQL(ROOM, NONE)]
