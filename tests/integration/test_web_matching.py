"""The pages of matching: who enters, what they show, deciding and taking back."""

import pytest
from django.urls import reverse

from mangnon.linkage.vocabulary import Verdict
from tests.factories import people
from tests.factories.linkage import child, compared, person, standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(tmp_path):
    pk = child("Lưu Gia Huy", number="092222007720")
    compared(tmp_path, person())
    return standing(pk)[0]


def page(client, name, *args, **query):
    return client.get(reverse(name, args=args), query)


def test_the_list_names_what_waits_and_why(pair):
    body = page(people.browser(people.ward_officer()), "matching").content.decode()
    assert "Lưu Gia Huy" in body
    assert "cùng cha mẹ nhưng khác tên gọi" in body
    assert reverse("pair", args=[pair.pk]) in body


def test_another_ward_sees_nothing_of_it(pair):
    client = people.browser(people.other_ward_officer())
    assert "Lưu Gia Huy" not in page(client, "matching").content.decode()
    assert page(client, "pair", pair.pk).status_code == 422


def test_the_city_may_narrow_to_one_commune(pair):
    client = people.browser(people.lead_specialist())
    assert "Lưu Gia Huy" in page(client, "matching", noi=people.ward().pk).content.decode()
    assert "Lưu Gia Huy" not in page(client, "matching", noi=people.ward("31135").pk).content.decode()


@pytest.mark.parametrize("who", [people.city_leader, people.front_officer, people.department_specialist])
def test_who_may_not_see_children_is_refused(who, pair):
    assert page(people.browser(who()), "matching").status_code == 403


def test_deciding_from_the_page_and_taking_it_back(pair):
    client = people.browser(people.ward_officer())
    shown = page(client, "pair", pair.pk).content.decode()
    assert "<mark>" in shown
    done = client.post(reverse("pair", args=[pair.pk]), {"ket_luan": "link", "ly_do": ""}, follow=True)
    (made,) = standing(pair.child_id)
    assert made.verdict == Verdict.LINK
    undo = reverse("pair_undo", args=[made.pk])
    assert undo in done.content.decode()
    client.post(undo)
    assert standing(pair.child_id)[0].pk == pair.pk


def test_a_missing_reason_is_said_at_the_field(pair):
    answer = people.browser(people.ward_officer()).post(reverse("pair", args=[pair.pk]), {"ket_luan": "not", "ly_do": ""})
    assert answer.status_code == 422
    assert "Chưa ghi lý do" in answer.content.decode()
    assert standing(pair.child_id)[0].pk == pair.pk


def test_the_unmatched_have_a_list_with_what_to_do(tmp_path):
    child("Ngô Gia Huy", father="Ngô Văn Sáu", mother="Đinh Thị Út")
    compared(tmp_path, person())
    body = page(people.browser(people.ward_officer()), "unmatched").content.decode()
    assert "Ngô Gia Huy" in body
    assert "giấy khai sinh" in body


def test_waiting_pairs_are_work_without_names(pair):
    body = page(people.browser(people.ward_officer()), "my_work").content.decode()
    assert "Xem 1 trường hợp đối chiếu dân cư" in body
    assert "Lưu Gia Huy" not in body


def test_a_replaced_pair_leads_to_the_decision_that_stands(pair):
    client = people.browser(people.ward_officer())
    client.post(reverse("pair", args=[pair.pk]), {"ket_luan": "visit", "ly_do": ""})
    (made,) = standing(pair.child_id)
    assert page(client, "pair", pair.pk).headers["Location"] == reverse("pair", args=[made.pk])


def test_the_pair_page_tells_levels_points_and_the_zone(pair):
    body = page(people.browser(people.ward_officer()), "pair", pair.pk).content.decode()
    assert "Máy: tên: khác; họ: trùng" in body
    assert "điểm</span>" in body
    assert "Máy xếp vào vùng <strong>" in body


def test_the_family_of_the_person_stands_beside_the_pair(tmp_path):
    bao, phuc = child("Lưu Gia Bảo"), child("Lưu Gia Phúc", number="092222007720")
    twin = person("Lưu Gia Hân", personal_number="092322007731", record_id="DC-2")
    compared(tmp_path, person(record_id="DC-1"), twin)
    (waits,) = [one for one in standing(phuc) if one.person_ref == "DC-1"]
    body = page(people.browser(people.ward_officer()), "pair", waits.pk).content.decode()
    assert "Lưu Gia Hân" in body
    assert "Cùng ngày sinh" in body
    assert bao != phuc
