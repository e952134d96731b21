import django.db.models.deletion
from django.db import migrations, models

HOLDER = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+", "to": "institutions.institution"}
# Foreign keys are checked at the end of a transaction, and no table may be altered while checks wait.
FILL = """
UPDATE plans_activity AS activity SET institution_id = own.institution_id FROM plans_workplan AS own WHERE own.id = activity.work_plan_id;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0007_running_occurrences"), ("institutions", "0002_acts")]

    operations = [
        migrations.AddField("activity", "institution", models.ForeignKey(null=True, **HOLDER)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField("activity", "institution", models.ForeignKey(**HOLDER)),
    ]
