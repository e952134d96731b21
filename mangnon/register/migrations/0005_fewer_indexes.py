"""One index for a text that is looked up whole instead of two, none for the source of a fact: every child entered paid for them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('institutions', '0002_acts'),
        ('register', '0004_history_without_subtransactions'),
    ]

    operations = [
        migrations.AlterField(
            model_name='assistance',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AlterField(
            model_name='birthnotice',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AlterField(
            model_name='carerelation',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AlterField(
            model_name='child',
            name='code',
            field=models.CharField(max_length=20),
        ),
        migrations.AlterField(
            model_name='child',
            name='identity_key',
            field=models.CharField(max_length=32),
        ),
        migrations.AlterField(
            model_name='child',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AlterField(
            model_name='circumstance',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AlterField(
            model_name='death',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AlterField(
            model_name='dose',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AlterField(
            model_name='handover',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AlterField(
            model_name='household',
            name='code',
            field=models.CharField(max_length=20),
        ),
        migrations.AlterField(
            model_name='household',
            name='key',
            field=models.CharField(max_length=32),
        ),
        migrations.AlterField(
            model_name='householdstanding',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AlterField(
            model_name='identifier',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AlterField(
            model_name='identifier',
            name='value',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AlterField(
            model_name='insurancecard',
            name='number',
            field=models.CharField(max_length=20),
        ),
        migrations.AlterField(
            model_name='insurancecard',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AlterField(
            model_name='residence',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AlterField(
            model_name='schooling',
            name='source',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.source'),
        ),
        migrations.AddIndex(
            model_name='child',
            index=models.Index(fields=['identity_key'], name='children_by_identity'),
        ),
        migrations.AddIndex(
            model_name='household',
            index=models.Index(fields=['key'], name='households_by_key'),
        ),
        migrations.AddIndex(
            model_name='identifier',
            index=models.Index(fields=['value'], name='identifiers_by_value'),
        ),
        migrations.AddIndex(
            model_name='insurancecard',
            index=models.Index(fields=['number'], name='cards_by_number'),
        ),
        migrations.AddConstraint(
            model_name='child',
            constraint=models.UniqueConstraint(fields=('code',), name='one_child_per_code'),
        ),
        migrations.AddConstraint(
            model_name='household',
            constraint=models.UniqueConstraint(fields=('code',), name='one_household_per_code'),
        ),
    ]
