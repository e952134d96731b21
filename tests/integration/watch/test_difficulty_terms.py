"""How long a step of a difficulty may take: the house's own until somebody sets it, dated, never passed off as official."""

from datetime import timedelta

import pytest
from django.urls import reverse

from mangnon.accounts.policies import NotAllowed
from mangnon.lib.statements import WrongDay, WrongStep
from mangnon.plans import operations
from mangnon.plans.queries import difficulties as queries
from mangnon.plans.vocabulary import DifficultyStep
from tests.factories import people
from tests.factories.people import AT, TODAY, browser
from tests.integration.watch.test_difficulties import raised

TOMORROW = TODAY + timedelta(days=1)


def set_days(by, **facts):
    return operations.set_step_term(**{"step": DifficultyStep.NEW, "days": 4, "since": TOMORROW, "by": by, "at": AT} | facts)


def test_a_step_keeps_the_term_of_the_day_it_began(task):
    unit, lead = people.ward_officer(), people.lead_head()
    before = raised(task, unit)
    set_days(lead, document="Quyết định 9/QĐ-UBND")
    after = operations.raise_difficulty(
        task_id=task.task_id, institution_id=unit.main_duty.agency_id, text="x", by=unit, at=AT + timedelta(days=1)
    )
    assert queries.difficulty(before.pk).stage.due == TODAY + timedelta(days=10)
    assert queries.difficulty(before.pk).stage.document == ""
    assert queries.difficulty(after.pk).stage.due == TOMORROW + timedelta(days=4)
    assert queries.difficulty(after.pk).stage.document == "Quyết định 9/QĐ-UBND"


def test_pages_say_whose_term_it_is(task):
    unit, lead = people.ward_officer(), people.lead_head()
    one = raised(task, unit)
    reader, writer = browser(unit), browser(lead)
    own = "Thời hạn của bước do hệ thống đặt tạm, chưa có văn bản quy định."
    assert own in reader.get(reverse("difficulty", args=[one.pk])).text
    writer.post(reverse("difficulty_term_set"), {"step": "new", "days": "7", "since": f"{TODAY:%d/%m/%Y}", "document": ""})
    writer.post(reverse("difficulty_term_set"), {"step": "new", "days": "5", "since": f"{TOMORROW:%d/%m/%Y}", "document": "Quy chế 3"})
    page = reader.get(reverse("difficulty_terms")).text
    assert f"Đặt từ ngày {TODAY:%d/%m/%Y}, chưa có văn bản quy định." in page
    assert f"5 ngày từ {TOMORROW:%d/%m/%Y}" in page
    assert "Đặt thời hạn" not in page
    assert reader.get(reverse("difficulty_term_set")).status_code == 403
    assert queries.difficulty(one.pk).stage.due == TODAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"days": 0}, WrongStep),
        ({"days": 366}, WrongStep),
        ({"since": TODAY - timedelta(days=1)}, WrongDay),
        ({"step": DifficultyStep.READ}, WrongStep),
    ],
)
def test_refused(db, facts, refusal):
    with pytest.raises(refusal):
        set_days(people.lead_head(), **facts)


def test_one_term_a_step_and_day_and_only_from_the_lead(db):
    lead = people.lead_head()
    set_days(lead)
    with pytest.raises(WrongStep):
        set_days(lead, days=9)
    with pytest.raises(NotAllowed):
        set_days(people.ward_officer(), since=TOMORROW + timedelta(days=1))
