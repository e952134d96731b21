"""What a plan asks of one person: duties in their name, duties of their agency without a name, what they confirm and decide."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts import policies, rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib.calendar import day_of
from mangnon.lib.vietnamese import number, short_date
from mangnon.plans import queries
from mangnon.plans.records import NamedDuty
from mangnon.plans.vocabulary import DutyState
from mangnon.web.plans.addresses import in_words
from mangnon.web.shell.work import WorkItem

NEAR_DAYS = 60
ACTIONS = {DutyState.GIVEN: "Nhận nhiệm vụ", DutyState.RETURNED: "Làm lại"}
DECISIONS = 5  # requests for later deadlines named one by one


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    """Duties in the actor's name that are near, late or returned; reminders to the head; what waits for a name, a word, a decision."""
    if policies.scope(actor, Permission.CONFIRM_TASKS).everything:
        yield from _to_confirm(on=on)
    yield from _extensions(actor)
    duty = actor.main_duty
    if duty and rules.may(actor, Permission.ASSIGN_TASKS):
        yield from _nameless(duty.agency_id, duty.agency_name, on=on)
    told = {row.occurrence.task_id: day_of(row.sent_at) for row in reversed(queries.reminders_for(actor.id, on=on))}
    mine = queries.in_the_name_of(actor.id, on=on)
    for one in mine:
        yield from _own(one, told.get(one.task_id), on=on)
    yield from _reminded(actor, {one.task_id for one in mine}, on=on)


def _to_confirm(*, on: date) -> Iterable[WorkItem]:
    count = queries.waiting_to_confirm(on=on)
    if count:
        yield WorkItem.undated(
            title=f"{number(count)} kết quả chờ xác nhận", detail="Đơn vị đã báo hoàn thành; xem minh chứng rồi xác nhận hoặc trả lại.",
            action="Xem và xác nhận", url=reverse("duties") + "?loc=cho-xac-nhan",
        )  # fmt: skip


def _own(one: NamedDuty, told: date | None, *, on: date) -> Iterable[WorkItem]:
    url = reverse("task", args=[one.task_id])
    detail = f"Nhiệm vụ {in_words(one.address)}, văn bản {one.plan_number}"
    if one.status.first_due:
        detail += f"; hạn gốc {short_date(one.status.first_due)}"
    if told:
        detail += f"; nhắc ngày {short_date(told)}"
    returned = one.state == DutyState.RETURNED
    action = ACTIONS.get(DutyState(one.state), "Báo tiến độ")
    title = f"Bị trả lại: {one.summary}" if returned else one.summary
    if one.status.due is None:
        yield WorkItem.undated(title=title, detail=detail, action=action, url=url)
    elif returned or (one.status.due - on).days <= NEAR_DAYS:
        yield WorkItem.by_day(one.status.due, on=on, title=title, detail=detail, action=action, url=url)


def _reminded(actor: Actor, own: set[int], *, on: date) -> Iterable[WorkItem]:
    """Duties of the agency nobody answers for, or that somebody asked about: told to its head, each once."""
    seen = set(own)
    for row in queries.reminders_for(actor.id, on=on):
        task = row.occurrence.task
        if task.pk in seen or row.occurrence.due is None:
            continue
        seen.add(task.pk)
        who = row.occurrence.institution.name if row.occurrence.institution else ""
        yield WorkItem.by_day(
            row.occurrence.due, on=on, title=task.summary, action="Xem nhiệm vụ", url=reverse("task", args=[task.pk]),
            detail=f"{who}; nhắc ngày {short_date(day_of(row.sent_at))}{f': {row.words}' if row.words else ''}",
        )  # fmt: skip


def _nameless(agency_id: int, name: str, *, on: date) -> Iterable[WorkItem]:
    for username, person, count in queries.left_behind(agency_id, on=on):
        yield WorkItem.undated(
            title=f"Bàn giao {number(count)} nhiệm vụ của {person}", detail="Người này không còn chức danh ở cơ quan.",
            action="Bàn giao", url=f"{reverse('hand_over')}?don-vi={agency_id}&tu={username}",
        )  # fmt: skip
    missing = queries.without_person(agency_id, on=on)
    if missing:
        yield WorkItem.undated(
            title=f"{number(missing)} nhiệm vụ của {name} chưa có người phụ trách",
            detail="Mỗi nhiệm vụ cần một người chịu trách nhiệm (mục II.1.d của kế hoạch).",
            action="Giao người", url=f"{reverse('duties')}?don-vi={agency_id}&loc=thieu-nguoi",
        )  # fmt: skip


def _extensions(actor: Actor) -> Iterable[WorkItem]:
    found = queries.waiting_extensions(actor)
    if len(found) > DECISIONS:
        yield WorkItem.undated(
            title=f"{number(len(found))} đề nghị gia hạn chờ quyết định", detail="Hạn gốc vẫn được giữ.", action="Xem và quyết định",
            url=reverse("extensions"),
        )  # fmt: skip
        return
    for one in found:
        who = one.occurrence.institution.name if one.occurrence.institution else ""
        yield WorkItem.undated(
            title=f"Gia hạn đến {short_date(one.new_due)}: {one.occurrence.task.summary}", detail=f"{who}: {one.reason}",
            action="Quyết định", url=f"{reverse('extensions')}",
        )  # fmt: skip
