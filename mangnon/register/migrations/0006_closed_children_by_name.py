"""Records that were closed, by name: every list asks whether one of its children died or left, and none shall read the whole register for it."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('institutions', '0002_acts'),
        ('register', '0005_fewer_indexes'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='child',
            index=models.Index(condition=models.Q(('closed_on__isnull', False)), fields=['name_key'], name='closed_children_by_name'),
        ),
    ]
