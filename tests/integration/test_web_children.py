"""Pages about children: searched, opened with a trace, entered after a search, corrected; nobody sees another place."""

import re
from datetime import date

import pytest
from django.urls import reverse

from mangnon.accounts.records import SYSTEM
from mangnon.audit import queries as audit
from mangnon.audit.vocabulary import Act
from mangnon.lib import tables
from mangnon.register import queries
from mangnon.register.records import CircumstanceRecord
from mangnon.register.vocabulary.people import Sex
from tests.factories import people
from tests.factories.register import TODAY, child, unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return people.ward_officer()


@pytest.fixture
def browser(officer):
    return people.browser(officer)


def page(browser, name="children", *args, status=200, **query):
    response = browser.get(reverse(name, args=args), query)
    assert response.status_code == status
    return response.content.decode()


def test_the_list_shows_one_s_own_place_with_masked_numbers(browser):
    child(full_name="Lưu Gia Hân", number="092322007731")
    child(full_name="Võ Thành Đạt", place=unit("31135"))
    shown = page(browser)
    assert "Lưu Gia Hân" in shown
    assert "•••• •••• 7731" in shown
    assert "092322007731" not in shown
    assert "Võ Thành Đạt" not in shown
    assert "trẻ dưới 16 tuổi đang ở phường Cái Khế" in shown


def test_search_in_the_bar_needs_no_accents(browser):
    child(full_name="Lưu Gia Hân")
    child(full_name="Phan Nhật Nam", father="Phan Hữu", mother="")
    shown = page(browser, tim="han luu")
    assert "Lưu Gia Hân" in shown
    assert "Phan Nhật Nam" not in shown
    assert "Không thấy trẻ nào như vậy" in page(browser, tim="khong co ai")


def test_a_listing_and_an_opening_leave_events_without_names(browser, officer):
    pk = child(full_name="Lưu Gia Hân")
    page(browser)
    page(browser, "child", pk)
    acts = [(event.act, event.subject_label) for event in audit.latest().filter(who_id=officer.id) if event.act.startswith("child")]
    assert acts == [("child_viewed", f"Hồ sơ TE-{pk:06d}"), ("children_listed", "Danh sách trẻ em")]


def test_a_record_tells_everything_dated(browser):
    special = (CircumstanceRecord("ND56/2017:D6.K2", date(2025, 1, 1), "Giấy xác nhận số 12"),)
    pk = child(full_name="Lưu Gia Hân", number="092322007731", circumstances=special, ethnicity="kho-me")
    shown = page(browser, "child", pk)
    for words in (
        "092 3 22 007731", "Từ 01/01/2025", "Khuyết tật nặng", "Nghị định 56/2017/NĐ-CP, Điều 6 khoản 2", "Căn cứ: Giấy xác nhận số 12",
        "Lưu Văn Tài", "Dân tộc Khơ-me", "Ai đã xem", "05/06/2022 (4 tuổi 5 tháng)",
    ):  # fmt: skip
        assert words in shown, words


def test_three_people_and_one_record():
    pk = child(full_name="Lưu Gia Hân", circumstances=(CircumstanceRecord("ND56/2017:D13.K1"),))
    assert "Bị hiếp dâm" in page(people.browser(people.ward_officer()), "child", pk)
    veiled = page(people.browser(people.lead_specialist()), "child", pk)
    assert "Nội dung hạn chế" in veiled
    assert "hiếp dâm" not in veiled
    assert "Không có hồ sơ này trong địa bàn của bạn" in page(people.browser(people.other_ward_officer()), "child", pk, status=422)
    assert "Xem hồ sơ trẻ em" in page(people.browser(people.city_leader()), "child", pk, status=403)


def test_names_are_text_never_markup(browser):
    pk = child(full_name="Lưu <b>Hân</b>")
    assert "<b>Hân</b>" not in page(browser) + page(browser, "child", pk)


def new(**facts):
    usual = {
        "full_name": "Lưu Gia Bảo", "birth": "05/06/2022", "sex": Sex.MALE.value, "mother_name": "Trần Thị Ngân",
        "commune": str(unit().pk), "hamlet": "Khu vực 5",
    }  # fmt: skip
    return usual | facts


def add(browser, **facts):
    response = browser.post(reverse("child_add"), new(**facts))
    return response, response.content.decode()


def shown(text: str) -> str:
    """The keys of the children the page showed, as it hands them back."""
    return re.search(r'name="seen" value="([\d ]*)"', text)[1]


def test_a_new_child_is_searched_first(browser):
    child(full_name="Lưu Gia Bảo", born=date(2016, 2, 3), father="Lưu Văn Khác", mother="Phan Thị Lụa", place=unit("31135"))
    child(full_name="Lưu Gia Bảo", born=date(2015, 9, 9), father="Lưu Văn Khác", mother="Phan Thị Lụa")
    first, text = add(browser)
    assert first.status_code == 200
    assert "Có thể trẻ đã có trong sổ" in text
    assert queries.children(SYSTEM, on=TODAY).count() == 2
    second, _ = add(browser, seen=shown(text))
    assert second.status_code == 302
    assert queries.children(SYSTEM, on=TODAY).count() == 3


def test_a_likely_double_stands_beside_what_is_typed(browser):
    pk = child(full_name="Lưu Gia Bảo", sex=Sex.MALE, father="")
    first, text = add(browser, birth="06/05/2022")
    assert first.status_code == 200
    assert "Có phải trẻ đã có trong sổ?" in text
    assert f'href="{reverse("child", args=[pk])}"' in text
    assert "Đây là trẻ này, mở hồ sơ" in text
    assert "Ngày và tháng đổi chỗ" in text
    assert "Họ tên (tên): trùng" in text
    assert "Hồ sơ trong sổ không ghi" in text or "Cả hai bên không ghi" in text
    assert queries.children(SYSTEM, on=TODAY).count() == 1
    assert audit.history_of(kind="child", id=str(pk)).filter(act=Act.CHILD_VIEWED).exists(), "its fields were shown: it was looked at"


def test_another_child_is_entered_with_the_reason_in_the_log(browser, officer):
    pk = child(full_name="Lưu Gia Bảo", sex=Sex.MALE, father="")
    _, text = add(browser)
    again, text = add(browser, seen=shown(text))
    assert again.status_code == 422
    assert "Chưa chọn lý do" in text
    assert queries.children(SYSTEM, on=TODAY).count() == 1
    done, _ = add(browser, seen=shown(text), because="met")
    assert done.status_code == 302
    assert queries.children(SYSTEM, on=TODAY).count() == 2, "the very same name, birth and mother: two children because a person said so"
    (event,) = audit.latest().filter(act=Act.CHILD_TOLD_APART)
    assert event.details == {"apart_from": [f"TE-{pk:06d}"], "because": "met"}
    assert event.who_id == officer.id


def test_a_child_of_another_ward_is_told_of_without_its_data(browser):
    pk = child(
        full_name="Lưu Gia Bảo", sex=Sex.MALE, mother="Trần Thị Ngân", father="Lưu Quốc Thịnh", place=unit("31135"), number="092222001234"
    )
    _, text = add(browser, mother_name="Tran Thi Ngan", hamlet="")
    assert f"TE-{pk:06d}" in text
    assert unit("31135").name in text
    for secret in ("Lưu Quốc Thịnh", "092222001234", "0922", reverse("child", args=[pk]), "Trần Thị Ngân", "Ngày sinh: trùng"):
        assert secret not in text
    assert queries.children(SYSTEM, on=TODAY).count() == 1


def test_a_twin_is_entered_at_once(browser):
    child(full_name="Lưu Gia Hân", father="Lưu Văn Tài")
    done, _ = add(browser, father_name="Lưu Văn Tài")
    assert done.status_code == 302
    assert queries.children(SYSTEM, on=TODAY).count() == 2


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"birth": "31/02/2022"}, "không có trong lịch"),
        ({"birth": "01/01/2090"}, "sau hôm nay"),
        ({"personal_number": "0923"}, "cần đủ 12 chữ số"),
        ({"mother_name": ""}, "Ghi ít nhất một người"),
        ({"full_name": ""}, "Họ và tên"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(browser, wrong, words):
    response = browser.post(reverse("child_add"), new(**wrong))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not queries.children(SYSTEM, on=TODAY).exists()


def test_correcting_moving_and_circumstances(browser, officer):
    pk = child(full_name="Lưu Gia Hân")
    amended = {"full_name": "Lưu Gia Khánh", "birth": "06/2022", "sex": "female", "ethnicity": "hoa", "school_state": "attending"}
    assert browser.post(reverse("child_amend", args=[pk]), amended).status_code == 302
    moved = {"kind": "current", "commune": str(unit().pk), "hamlet": "Khu vực 3", "since": "03/11/2026"}
    assert browser.post(reverse("child_move", args=[pk]), moved).status_code == 302
    assert "đã ghi đúng như vậy" in browser.post(reverse("child_move", args=[pk]), moved).content.decode()
    circumstance = {"clause": "ND56/2017:D6.K2", "since": "01/11/2026", "evidence": "Giấy xác nhận số 12"}
    assert browser.post(reverse("child_circumstance", args=[pk]), circumstance).status_code == 302
    found = queries.child(officer, pk, on=TODAY)
    facts = queries.facts(officer, found, on=TODAY)
    assert (found.full_name, found.birth_precision, found.ethnicity, found.hamlet) == ("Lưu Gia Khánh", "month", "hoa", "Khu vực 3")
    ended = {"last_day": "20/11/2026", "because": "đã hồi phục"}
    address = reverse("child_circumstance_end", args=[pk, facts.circumstances[0].id])
    assert browser.post(address, ended).status_code == 302
    assert "Kết thúc vì đã hồi phục" in page(browser, "child", pk)


def test_who_may_not_write_has_no_form():
    pk = child(full_name="Lưu Gia Hân")
    for actor, status in ((people.collaborator(), 403), (people.lead_specialist(), 403), (people.other_ward_officer(), 422)):
        response = people.browser(actor).post(reverse("child_move", args=[pk]), {"hamlet": "Khu vực 3"})
        assert response.status_code == status
    assert "Ghi chuyển nơi ở" not in page(people.browser(people.lead_specialist()), "child", pk)


def test_the_export_is_the_filtered_list_and_is_written_down(browser, officer):
    child(full_name="Lưu Gia Hân", number="092322007731")
    child(full_name="Phan Nhật Nam", father="Phan Hữu", mother="")
    response = browser.get(reverse("children_export"), {"tim": "luu"})
    rows = tables.read_workbook(response.content, name="x.xlsx")[0].rows
    assert [row[1] for row in rows] == ["Họ và tên", "Lưu Gia Hân"]
    event = audit.latest().filter(act="children_exported").get()
    assert (event.who_id, event.details) == (officer.id, {"rows": 1})


def test_pages_of_a_long_list_and_the_city_s_choice_of_commune():
    for number in range(25):
        child(full_name=f"Lưu Gia An {chr(65 + number)}")
    browser = people.browser(people.lead_specialist())
    shown = page(browser)
    assert "20 trẻ đầu tiên" in shown
    assert "Trang sau" in shown
    assert "Toàn thành phố" in shown
    after = f"TE-{queries.children(SYSTEM, on=TODAY)[19].pk:06d}"
    assert "Lưu Gia An Y" in page(browser, sau=after)
    assert "Chưa có trẻ nào" in page(browser, xa=str(unit("31135").pk))
