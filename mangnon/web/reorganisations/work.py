"""Acts that wait to be decided, and matters they left open: each for who may decide it, as one thing to do."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries
from mangnon.institutions.rules.sentences import act_label
from mangnon.institutions.vocabulary import ActState
from mangnon.lib.vietnamese import number, short_date
from mangnon.web.shell.work import WorkItem


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    if rules.may(actor, Permission.DECIDE_REORGANISATION):
        for act in queries.acts().filter(state=ActState.CHECKED):
            yield WorkItem.by_day(
                act.on, on=on, title=f"Quyết định {act_label(act.number)}", detail=f"{act.title}; từ ngày {short_date(act.on)}",
                action="Xem và quyết định", url=reverse("act", args=[act.pk]),
            )  # fmt: skip
    if rules.may(actor, Permission.DECIDE_SUCCESSION) and (open_ones := queries.open_question_count()):
        yield WorkItem.undated(
            title=f"Quyết định nơi tiếp nhận của {number(open_ones)} việc sau sắp xếp",
            detail="Văn bản chia cho nhiều nơi; mỗi việc có đề nghị kèm lý do nếu có", action="Mở danh sách", url=reverse("act_questions"),
        )  # fmt: skip
