import django.db.models.deletion
from django.db import migrations, models

KEEPER = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+", "to": "institutions.institution"}
# Foreign keys are checked at the end of a transaction, and no table may be altered while checks wait.
FILL = """
UPDATE documents_numberseries SET keeper_id = institution_id;
UPDATE documents_dossier SET keeper_id = institution_id;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_fill_keys"), ("institutions", "0002_acts")]

    operations = [
        migrations.AddField("numberseries", "keeper", models.ForeignKey(null=True, **KEEPER)),
        migrations.AddField("dossier", "keeper", models.ForeignKey(null=True, **KEEPER)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField("numberseries", "keeper", models.ForeignKey(**KEEPER)),
        migrations.AlterField("dossier", "keeper", models.ForeignKey(**KEEPER)),
    ]
