from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0008_who_carries_an_activity")]

    operations = [migrations.AddField("committee", "ended_by", models.CharField(blank=True, default="", max_length=200), preserve_default=False)]
