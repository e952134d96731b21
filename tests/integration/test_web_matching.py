"""The pages of matching: who enters, what they show, deciding and taking back."""

import pytest
from django.urls import reverse

from mangnon.linkage import queries
from mangnon.linkage.vocabulary import OPEN_VERDICTS, Verdict
from mangnon.register.vocabulary.people import Sex
from tests.factories import people
from tests.factories.linkage import ON, child, compared, person, standing

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


def twins_and_a_brother(tmp_path):
    """Two children of the register and three people of one household: the twins wait, the eldest has no record."""
    huy, han = child("Lưu Gia Huy", number="092222007720"), child("Lưu Gia Hân", sex=Sex.FEMALE)
    compared(
        tmp_path,
        person("Lưu Gia Bảo", record_id="DC-1"),
        person("Lưu Gia Hằng", record_id="DC-2", personal_number="092322007731", sex="Nữ"),
        person("Lưu Gia Khang", record_id="DC-3", personal_number="092219007731", birth_date="2019-01-02"),
    )
    (waits,) = [one for one in standing(huy) if one.person_ref == "DC-1"]
    return huy, han, waits


def test_a_family_stands_together_with_what_is_held_of_each(tmp_path):
    huy, han, waits = twins_and_a_brother(tmp_path)
    pair = queries.pair(people.ward_officer(), waits.pk, on=ON)
    rows = [(row.child_id, row.person_name, row.current, row.same_day) for row in pair.family]
    assert rows[0] == (None, "Lưu Gia Khang", False, False), "the eldest is in the population only"
    assert rows[1:] == [(huy, "Lưu Gia Bảo", True, False), (han, "Lưu Gia Hằng", False, True)]
    body = page(people.browser(people.ward_officer()), "pair", waits.pk).content.decode()
    assert "Sinh cùng ngày với trẻ đang xem" in body
    assert "Chưa có hồ sơ" in body
    (other,) = standing(han)
    assert reverse("pair", args=[other.pk]) in body


def test_a_sibling_is_decided_from_the_panel(tmp_path):
    _, han, waits = twins_and_a_brother(tmp_path)
    (other,) = standing(han)
    assert other.verdict in OPEN_VERDICTS
    client = people.browser(people.ward_officer())
    done = client.post(reverse("pair", args=[other.pk]), {"ket_luan": "link", "ly_do": "", "ve": str(waits.pk)})
    assert done.headers["Location"] == reverse("pair", args=[waits.pk])
    (row,) = [row for row in queries.pair(people.ward_officer(), waits.pk, on=ON).family if row.child_id == han]
    assert (row.verdict, row.waits) == (Verdict.LINK, False)


def test_a_relative_whose_record_is_elsewhere_shows_its_code_only(tmp_path):
    huy = child("Lưu Gia Huy", number="092222007720")
    away = child("Lưu Gia Hân", commune="31135", number="092322007731", sex=Sex.FEMALE)
    twin = person("Lưu Gia Hân", record_id="DC-2", personal_number="092322007731", sex="Nữ", commune_code="31135")
    compared(tmp_path, person("Lưu Gia Bảo", record_id="DC-1"), twin)
    (waits,) = [one for one in standing(huy) if one.person_ref == "DC-1"]
    (row,) = [row for row in queries.pair(people.ward_officer(), waits.pk, on=ON).family if row.person_name == "Lưu Gia Hân"]
    assert (row.child_id, row.child_name, row.child_code, row.decision_id) == (None, "", f"TE-{away:06d}", None)
    assert page(people.browser(people.ward_officer()), "pair", waits.pk).status_code == 200
