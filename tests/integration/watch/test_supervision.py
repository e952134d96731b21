"""Supervision and criticism by the Front: what is asked, who owes the reply, what came of it (II.7.d, IV.10.a)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from mangnon.accounts.policies import NotAllowed
from mangnon.lib.statements import NothingWritten, WrongDay, WrongStep
from mangnon.outreach import operations, queries
from mangnon.outreach.vocabulary import CriticismForm, CriticismState, RecommendationState, Stance, SupervisionForm
from mangnon.web.shell.work import State, waiting
from tests.factories import people
from tests.factories.people import AT, TODAY, browser, ward

pytestmark = pytest.mark.django_db
SOON = TODAY + timedelta(days=2)


def programme(front):
    return operations.plan_supervision(
        agency_id=front.main_duty.agency_id, title="Chế độ cho trẻ em", form=SupervisionForm.TEAM, starts_on=TODAY, ends_on=SOON, by=front,
        at=AT,
    )  # fmt: skip


def recommendation(front, **facts):
    return operations.recommend(
        programme_id=programme(front).pk, addressed_id=ward().pk, text="Niêm yết mức trợ cấp.",
        reply_due_on=facts.pop("due", SOON), by=front, at=AT,
    )  # fmt: skip


def test_a_recommendation_is_owed_answered_and_carried_out():
    front, unit = people.front_officer(), people.ward_officer()
    asked = recommendation(front)
    (item,) = [one for one in waiting(unit, on=TODAY) if one.title == "Trả lời kiến nghị sau giám sát"]
    assert item.due == SOON
    assert not [one for one in waiting(people.other_ward_officer(), on=TODAY) if "kiến nghị" in one.title]
    operations.reply(recommendation_id=asked.pk, stance=Stance.ACCEPTED, text="Đã niêm yết.", by=unit, at=AT)
    assert not queries.replies_owed(unit)
    done = operations.confirm_done(recommendation_id=asked.pk, text="Đã xem ở 5 khu vực.", by=front, at=AT)
    assert (done.state, done.stance, done.reply) == (RecommendationState.DONE, Stance.ACCEPTED, "Đã niêm yết.")


def test_a_reply_that_does_not_come_is_late():
    front, unit = people.front_officer(), people.ward_officer()
    asked = recommendation(front)
    (item,) = [one for one in waiting(unit, on=SOON + timedelta(days=1)) if one.url == reverse("recommendation", args=[asked.pk])]
    assert item.state is State.LATE
    assert list(queries.recommendations(late_on=SOON + timedelta(days=1))) == [asked]
    assert not queries.recommendations(late_on=SOON)


def test_a_draft_is_criticised_and_explained():
    front, school = people.front_officer(), people.department_specialist()
    asked = operations.ask_for_criticism(
        draft="Dự thảo kế hoạch", drafter_id=school.main_duty.agency_id, critic_id=front.main_duty.agency_id, form=CriticismForm.WRITTEN,
        opinion_due_on=SOON, by=school, at=AT,
    )  # fmt: skip
    assert list(queries.opinions_owed(front)) == [asked]
    with pytest.raises(WrongStep):
        operations.explain(criticism_id=asked.pk, stance=Stance.PARTLY, text="x", by=school, at=AT)
    operations.give_opinion(criticism_id=asked.pk, text="Cần lấy ý kiến trẻ em.", answer_due_on=SOON, by=front, at=AT)
    assert list(queries.explanations_owed(school)) == [asked]
    answered = operations.explain(criticism_id=asked.pk, stance=Stance.PARTLY, text="Sẽ tổ chức diễn đàn.", by=school, at=AT)
    assert answered.state == CriticismState.ANSWERED


def test_refused():
    front, unit = people.front_officer(), people.ward_officer()
    with pytest.raises(NotAllowed):
        programme(unit)
    with pytest.raises(WrongDay):
        recommendation(front, due=TODAY - timedelta(days=1))
    asked = recommendation(front)
    with pytest.raises(NotAllowed):
        operations.reply(recommendation_id=asked.pk, stance=Stance.ACCEPTED, text="x", by=people.other_ward_officer(), at=AT)
    with pytest.raises(NothingWritten):
        operations.reply(recommendation_id=asked.pk, stance=Stance.ACCEPTED, text=" ", by=unit, at=AT)
    with pytest.raises(WrongStep):
        operations.confirm_done(recommendation_id=asked.pk, text="x", by=front, at=AT)


def test_pages():
    front, unit, school = people.front_officer(), people.ward_officer(), people.department_specialist()
    at_front, at_unit, at_school = browser(front), browser(unit), browser(school)
    wrong = at_front.post(reverse("supervision_add"), {"title": "", "form": "team"})
    assert wrong.status_code == 422
    assert "Chưa ghi nội dung giám sát." in wrong.content.decode()
    at_front.post(reverse("supervision_add"), {
        "agency": front.main_duty.agency_id, "title": "Bể bơi", "form": "team", "starts_on": "01/11/2026", "ends_on": "30/11/2026",
    })  # fmt: skip
    made = queries.programmes().get()
    at_front.post(reverse("supervision_visit", args=[made.pk]), {
        "institution_id": ward().pk, "on": "10/11/2026", "team": "Mặt trận", "findings": "Không có rào chắn.",
    })  # fmt: skip
    at_front.post(reverse("supervision_recommend", args=[made.pk]), {
        "addressed_id": ward().pk, "text": "Lắp rào chắn.", "reply_due_on": "30/11/2026",
    })  # fmt: skip
    asked = queries.recommendations().get()
    page = at_front.get(reverse("supervision_programme", args=[made.pk])).content.decode()
    assert "Không có rào chắn." in page
    assert "Lắp rào chắn." in page
    answered = at_unit.post(reverse("recommendation_reply", args=[asked.pk]), {"stance": "accepted", "text": "Đã lắp."})
    assert answered.url == reverse("recommendation", args=[asked.pk])
    at_front.post(reverse("recommendation_done", args=[asked.pk]), {"text": "Đã kiểm tra."})
    assert "Đã kiểm tra." in at_unit.get(reverse("recommendation", args=[asked.pk])).content.decode()
    at_school.post(reverse("criticism_add"), {
        "draft": "Dự thảo", "drafter_id": school.main_duty.agency_id, "critic_id": front.main_duty.agency_id, "form": "dialogue",
        "opinion_due_on": "30/11/2026",
    })  # fmt: skip
    draft = queries.criticisms().get()
    at_front.post(reverse("criticism_give", args=[draft.pk]), {"text": "Góp ý.", "answer_due_on": "10/12/2026"})
    at_school.post(reverse("criticism_explain", args=[draft.pk]), {"stance": "refused", "text": "Vì sao."})
    assert "Vì sao." in at_front.get(reverse("criticism", args=[draft.pk])).content.decode()
    shown = at_unit.get(reverse("supervision")).content.decode()
    assert "Bể bơi" in shown
    assert "Thêm cuộc giám sát" not in shown
    assert at_unit.get(reverse("recommendation", args=[10**6])).status_code == 404
