from django.db import migrations


def carry_over(apps, schema_editor):
    """What was said of a whole file was said of each of its blocks; from here on each says its own."""
    for batch in apps.get_model("intake", "Batch").objects.exclude(month_first={}).exclude(more=[]).iterator():
        batch.more = [{**block, "month_first": batch.month_first} for block in batch.more]
        batch.save(update_fields=["more"])


def take_back(apps, schema_editor):
    """The blocks after the first say nothing of their own again."""
    for batch in apps.get_model("intake", "Batch").objects.exclude(more=[]).iterator():
        batch.more = [{name: said for name, said in block.items() if name != "month_first"} for block in batch.more]
        batch.save(update_fields=["more"])


class Migration(migrations.Migration):
    dependencies = [("intake", "0005_kin_of_a_row")]

    operations = [migrations.RunPython(carry_over, take_back)]
