"""Reading committees, their members, meetings and conclusions."""

from collections import defaultdict
from datetime import date

from django.db.models import Count, Q, QuerySet

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.plans.models import Committee, Conclusion, Meeting, Member


def committees(*, on: date) -> QuerySet[Committee]:
    """Committees that exist on a day, the city's first."""
    found = Committee.objects.filter(valid__contains=on).select_related("institution")
    return found.annotate(
        member_count=Count("members", filter=Q(members__valid__contains=on), distinct=True),
        meeting_count=Count("meetings", distinct=True),
    ).order_by("kind", "institution__code", "id")  # fmt: skip


def committee(pk: int) -> Committee:
    """One committee. Raises Committee.DoesNotExist."""
    return Committee.objects.select_related("institution", "rules_file").get(pk=pk)


def members(committee_id: int, *, on: date) -> list[Member]:
    """Who sits in a committee on a day: head first."""
    order = {"head": 0, "deputy": 1, "standing": 2, "member": 3}
    found = Committee.objects.get(pk=committee_id).members.filter(valid__contains=on).select_related("agency", "user", "area")
    return sorted(found, key=lambda one: (order[one.part], one.pk))


def meetings(committee_id: int) -> QuerySet[Meeting]:
    """Meetings of a committee, newest first, with conclusions and those without a duty."""
    found = Meeting.objects.filter(committee_id=committee_id).order_by("-on", "-id")
    return found.annotate(conclusion_count=Count("conclusions"), open_count=Count("conclusions", filter=Q(conclusions__task=None)))


def meeting(pk: int) -> Meeting:
    """One meeting. Raises Meeting.DoesNotExist."""
    return Meeting.objects.select_related("committee__institution", "minutes_file").get(pk=pk)


def conclusions(meeting_id: int) -> list[Conclusion]:
    """Conclusions with the duties they became."""
    return list(Conclusion.objects.filter(meeting_id=meeting_id).select_related("task__lead", "task__clause").order_by("position"))


def conclusion_of(task_id: int) -> Conclusion | None:
    """The conclusion a duty came from, with its meeting; None where it came from elsewhere."""
    return Conclusion.objects.filter(task_id=task_id).select_related("meeting").first()


def conclusions_without_duty(actor: Actor) -> QuerySet[Conclusion]:
    """Conclusions nobody has made a duty of, at the committees the actor runs."""
    reach = policies.scope(actor, Permission.RUN_COMMITTEES)
    found = Conclusion.objects.filter(task=None).select_related("meeting__committee").order_by("meeting__on", "position")
    return found if reach.everything else found.filter(meeting__committee__institution__in=reach.unit_ids)


def together(actor: Actor, *, on: date) -> list[tuple[Committee, ...]]:
    """Committees of one kind that run side by side in an institution where the actor runs committees, as after a merger."""
    reach = policies.scope(actor, Permission.RUN_COMMITTEES)
    found: dict[tuple[int, str], list[Committee]] = defaultdict(list)
    for one in Committee.objects.filter(valid__contains=on).select_related("institution").order_by("id"):
        if reach.covers(one.institution_id):
            found[one.institution_id, one.kind].append(one)
    return [tuple(group) for group in found.values() if len(group) > 1]


def member(pk: int) -> Member:
    """One seat. Raises Member.DoesNotExist."""
    return Member.objects.select_related("committee").get(pk=pk)


def present(meeting_id: int) -> list[Member]:
    """Who came to a meeting."""
    return list(Meeting.objects.get(pk=meeting_id).present.select_related("agency").order_by("pk"))


def conclusion(pk: int) -> Conclusion:
    """One conclusion. Raises Conclusion.DoesNotExist."""
    return Conclusion.objects.select_related("meeting__committee").get(pk=pk)
