"""The pages of units and agencies: search, one institution, deciding and withdrawing."""

from datetime import date

import pytest
from django.urls import reverse

from mangnon.institutions import queries
from mangnon.institutions.vocabulary import Kind
from mangnon.web.shell import work
from tests.factories import people
from tests.factories.institutions import MERGER, TODAY

pytestmark = pytest.mark.django_db
LAST_DAY = date(2025, 6, 30)


@pytest.fixture
def lead():
    return people.browser(people.lead_specialist())


@pytest.fixture
def officer():
    return people.browser(people.ward_officer())


def old_ward(code="31178"):
    return queries.by_code(code, on=LAST_DAY)


def page_of(institution):
    return reverse("unit", args=[institution.pk])


def text_of(answer):
    return answer.content.decode()


def test_the_list_is_of_a_day(officer):
    today, before = officer.get("/don-vi/"), officer.get("/don-vi/?ngay=30/06/2025&loai=unit")
    assert today.context["page"].paginator.count == queries.existing(on=today.context["on"]).count()
    assert before.context["page"].paginator.count == 3 + 28 + 263
    assert "30/06/2025" in text_of(before)


def test_a_search_without_marks_finds_and_reads(officer):
    answer = officer.get("/don-vi/", {"tim": "phuong tan an, quan ninh kieu"})
    assert answer.context["reading"].answer.code == "31135"
    assert "Điều 1 khoản 1" in text_of(answer)
    found = officer.get("/don-vi/", {"tim": "cai khe"})
    assert [one.code for one in found.context["page"]] == ["31120"]


def test_an_ended_agency_is_pointed_to(officer):
    answer = officer.get("/don-vi/", {"tim": "Sở LĐTBXH", "loai": "agency"})
    assert answer.context["ended_agency"].code == "so-ldtbxh"


def test_a_bad_day_is_told_at_its_field(officer):
    assert "Viết ngày như" in text_of(officer.get("/don-vi/?ngay=2025-13-99"))


def test_a_unit_shows_its_history_and_what_it_answers_to(officer):
    answer = officer.get(page_of(queries.by_code("31135", on=TODAY)))
    page = answer.context["page"]
    assert [kin.name for kin in page.answers_to if kin.since == MERGER][:3] == ["Phường Thới Bình", "Phường Tân An", "Phường Xuân Khánh"]
    assert {"Phường An Nghiệp", "Phường An Cư", "Phường An Phú"} <= {kin.name for kin in page.answers_to}
    assert [moment.when for moment in page.moments] == ["01/07/2025", "01/11/2024"]
    assert "Thành phố Cần Thơ giữ nguyên" not in text_of(answer)


def test_an_agency_shows_successors_by_function_and_what_is_unverified(officer):
    agency = queries.by_code("so-ldtbxh", on=date(2024, 4, 4), kind=Kind.AGENCY)
    answer = officer.get(page_of(agency))
    assert {(kin.name, kin.verified) for kin in answer.context["page"].successors} == {
        ("Sở Y tế", True), ("Sở Nội vụ", False), ("Sở Nông nghiệp và Môi trường", False), ("Sở Giáo dục và Đào tạo", False),
        ("Công an thành phố Cần Thơ", False),
    }  # fmt: skip
    assert "Chưa đối chiếu" in text_of(answer)


def test_the_city_shows_its_communes(officer):
    assert len(officer.get(page_of(queries.city(on=TODAY))).context["children"]) == 103


def test_pages_ask_the_database_little(officer, django_assert_max_num_queries):
    for one in (queries.by_code("31135", on=TODAY), old_ward(), queries.by_code("so-y-te", on=TODAY, kind=Kind.AGENCY)):
        with django_assert_max_num_queries(45):
            assert officer.get(page_of(one)).status_code == 200


def test_what_does_not_exist_is_not_found(officer):
    assert officer.get("/don-vi/999999/").status_code == 404


def test_the_lead_decides_and_withdraws(lead):
    old, target = old_ward(), queries.by_code("31120", on=TODAY)
    assert "Phải có người quyết định" in text_of(lead.get(page_of(old)))
    facts = {"target": target.pk, "matter": "", "reason": "Thông báo 864/TB-SNV"}
    answer = lead.post(reverse("unit_decide", args=[old.pk]), facts, follow=True)
    assert "Đã ghi quyết định" in text_of(answer)
    assert queries.holder(old.pk, on=TODAY).code == "31120"
    again = lead.post(reverse("unit_decide", args=[old.pk]), facts)
    assert again.status_code == 422
    assert "Rút lại quyết định đó trước" in text_of(again)
    decision = queries.decisions(old).get()
    lead.post(reverse("unit_withdraw", args=[decision.pk]))
    assert queries.holder(old.pk, on=TODAY).needs_decision
    assert "Đã rút lại" in text_of(lead.get(page_of(old)))
    assert lead.post(reverse("unit_withdraw", args=[decision.pk])).status_code == 422


def test_a_decision_needs_a_target_and_a_reason(lead):
    answer = lead.post(reverse("unit_decide", args=[old_ward().pk]), {"target": "", "reason": ""})
    assert answer.status_code == 422
    assert "Chọn một nơi tiếp nhận" in text_of(answer)
    assert "Ghi căn cứ" in text_of(answer)


def test_a_ward_officer_sees_but_does_not_decide(officer):
    old = old_ward()
    answer = officer.get(page_of(old))
    assert answer.context["form"] is None
    assert officer.post(reverse("unit_decide", args=[old.pk]), {}).status_code == 403


def test_open_splits_are_work_for_whoever_may_decide():
    lead, officer = people.lead_specialist(), people.ward_officer()
    urls = {item.url for item in work.waiting(lead, on=TODAY)}
    assert reverse("units") + "#cho-quyet-dinh" in urls
    assert not any("#cho-quyet-dinh" in item.url for item in work.waiting(officer, on=TODAY))
