from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0008_likelier_format'),
    ]

    operations = [
        migrations.AddField(
            model_name='batch',
            name='notes',
            field=models.JSONField(default=list),
        ),
    ]
