from django.db import migrations

from mangnon.plans.records import Deadline
from mangnon.plans.rules import deadlines
from mangnon.plans.vocabulary import DueRule


def bring_in(apps, schema_editor):
    """What was reported before there were occurrences gets its period, with what it said; who must act is completed by the clock."""
    Progress, Occurrence = apps.get_model("plans", "Progress"), apps.get_model("plans", "Occurrence")
    found = {}
    for row in Progress.objects.select_related("task").order_by("on", "id"):
        task = row.task
        deadline = Deadline(DueRule(task.due_rule), task.due_words, task.due_on, task.due_month, task.due_day) if task.due_rule else None
        turn = deadlines.turn(deadline, on=row.on)
        key = (task.pk, turn.key, row.institution_id if task.shared else 0)
        if key not in found:
            found[key] = Occurrence.objects.create(
                task=task, institution_id=row.institution_id, alone=not task.shared, turn=turn.key, starts_on=turn.starts_on,
                ends_on=turn.ends_on, first_due=turn.due, due=turn.due, state_since=row.reported_at,
            )
        one = found[key]
        done = row.declared == "done"
        one.done_on = (one.done_on or row.on) if done else None
        one.state = "waiting" if done else "running"
        one.institution_id, one.state_since = row.institution_id, row.reported_at
        one.declared, one.percent, one.said_on = row.declared, row.percent, row.on
        one.evidence += row.evidence.count()
        one.save()
        row.occurrence, row.done_on = one, one.done_on
        row.save(update_fields=["occurrence", "done_on"])
    apps.get_model("plans", "Evidence").objects.exclude(file=None).update(kind="file")


class Migration(migrations.Migration):

    dependencies = [
        ("plans", "0005_duties"),
    ]

    operations = [
        migrations.RunPython(bring_in, migrations.RunPython.noop),
    ]
