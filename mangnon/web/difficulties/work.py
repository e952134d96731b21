"""Difficulties that wait for somebody's next step."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib.calendar import day_of
from mangnon.lib.vietnamese import number, short_date
from mangnon.plans.queries import difficulties
from mangnon.plans.rules.difficulties import last_day_to_decide
from mangnon.plans.vocabulary import DifficultyStep
from mangnon.web.shell.work import WorkItem


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    if rules.may(actor, Permission.DECIDE_DIFFICULTIES):
        for matter in difficulties.to_decide():
            proposed = day_of(matter.proposed_at) if matter.proposed_at else on
            yield WorkItem.by_day(
                last_day_to_decide(proposed, difficulties.step_terms()), on=on, title=f"Quyết định: {matter.title}",
                detail=f"Cơ quan chủ trì đề xuất ngày {short_date(proposed)}", action="Xem đề xuất",
                url=reverse("matter", args=[matter.pk]),
            )  # fmt: skip
    if rules.may(actor, Permission.PROPOSE_ANSWERS):
        owed = difficulties.lead_owes()
        if owed:
            first = min(one.stage.due for one in owed if one.stage.due)
            yield WorkItem.by_day(
                first, on=on, title=f"Xem xét {number(len(owed))} khó khăn của các đơn vị",
                detail="Gộp việc giống nhau, đề xuất cách giải quyết", action="Xem khó khăn", url=reverse("difficulties") + "?buoc=new",
            )  # fmt: skip
    for one in difficulties.unit_owes(actor):
        asked = one.stage.step is DifficultyStep.ASKED
        yield WorkItem.by_day(
            one.stage.due or on, on=on,
            title="Nói rõ thêm khó khăn đã nêu" if asked else "Nhận kết quả giải quyết khó khăn",
            detail=f"Nhiệm vụ {one.difficulty.task.clause.address}, {one.difficulty.institution.name}",
            action="Trả lời" if asked else "Xem quyết định", url=reverse("difficulty", args=[one.difficulty.pk]),
        )  # fmt: skip
