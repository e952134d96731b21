"""Managing accounts: opening one, giving and ending posts; nobody raises themselves."""

import re

import pytest

from mangnon.accounts import queries
from mangnon.accounts.models import Position
from mangnon.audit import queries as audit
from mangnon.audit.vocabulary import Act
from mangnon.institutions import queries as institutions
from mangnon.lib import calendar
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return people.system_administrator()


@pytest.fixture
def browser(administrator):
    return people.browser(administrator)


def post(unit, **changes):
    facts = {
        "role": "ward_officer", "title": "Công chức Văn hóa - Xã hội", "agency": unit.pk, "territory": unit.pk, "field": "children",
        "since": "01/07/2025", "citation": "12/QĐ-UBND",
    }  # fmt: skip
    return facts | changes


def test_the_list_finds_people_without_accents(browser):
    people.ward_officer(full_name="Đặng Thị Ước")
    page = browser.get("/nguoi-dung/?tim=dang thi uoc").text
    assert "Đặng Thị Ước" in page
    assert "1 tài khoản" in page


def test_a_new_person_gets_a_password_once_and_a_post(browser, client):
    answer = browser.post("/nguoi-dung/them/", {"username": "thu.moi", "full_name": "Lâm Ngọc Thu"}, follow=True)
    password = re.search(r"chỉ hiện lần này: ([a-z0-9-]{19})", answer.text)[1]
    assert password not in browser.get("/nguoi-dung/tai-khoan/thu.moi/").text
    answer = browser.post("/nguoi-dung/tai-khoan/thu.moi/chuc-danh/", post(people.ward()), follow=True)
    assert "Đang giữ" in answer.text
    assert "12/QĐ-UBND" in answer.text
    assert client.post("/dang-nhap/", {"username": "thu.moi", "password": password}).status_code == 302
    assert "Phường Cái Khế" in client.get("/viec/").text


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"username": "Thu Cái Khế", "full_name": "Lâm Ngọc Thu"}, "không dùng được"),
        ({"username": "", "full_name": "Lâm Ngọc Thu"}, "Chưa có tên đăng nhập"),
        ({"username": "he-thong", "full_name": "Kẻ mạo danh"}, "không dùng được"),
    ],
)
def test_a_bad_user_name_is_told_at_the_field(browser, facts, told):
    answer = browser.post("/nguoi-dung/them/", facts)
    assert answer.status_code == 422
    assert told in answer.text


def test_a_post_without_its_facts_is_told(browser):
    officer = people.ward_officer()
    answer = browser.post(f"/nguoi-dung/tai-khoan/{officer.id}/chuc-danh/", post(people.ward(), since="31/02/2026", territory=""))
    assert answer.status_code == 422
    assert "Viết như 04/11/2026" in answer.text
    assert "Chưa chọn địa bàn" in answer.text


def test_ending_a_post_takes_the_rights_away(browser):
    officer = people.ward_officer()
    position = Position.objects.get(user__username=officer.id)
    yesterday = f"{calendar.last_day_before(calendar.today()):%d/%m/%Y}"
    page = browser.post(f"/nguoi-dung/chuc-danh/{position.pk}/ket-thuc/", {"last_day": yesterday}, follow=True).text
    assert f"đến hết {yesterday}" in page
    assert people.browser(officer).get("/viec/").status_code == 403
    assert audit.history_of(kind="user", id=officer.id).first().act == Act.POSITION_ENDED


def test_a_last_day_before_the_first_is_told(browser):
    position = Position.objects.get(user__username=people.ward_officer().id)
    answer = browser.post(f"/nguoi-dung/chuc-danh/{position.pk}/ket-thuc/", {"last_day": "01/01/2020"})
    assert answer.status_code == 422
    assert "không kết thúc được" in answer.text


def test_a_new_password_ends_the_old_one(browser, client):
    officer = people.ward_officer(password="bốn từ không liên quan")
    browser.post(f"/nguoi-dung/tai-khoan/{officer.id}/mat-khau/")
    assert client.post("/dang-nhap/", {"username": officer.id, "password": "bốn từ không liên quan"}).status_code == 200


def test_nobody_raises_themselves(browser, administrator):
    page = browser.get(f"/nguoi-dung/tai-khoan/{administrator.id}/").text
    assert "Không tự giao chức danh cho mình được" in page
    unit = institutions.city(on=people.TODAY)
    answer = browser.post(f"/nguoi-dung/tai-khoan/{administrator.id}/chuc-danh/", post(unit, role="privacy_officer"))
    assert answer.status_code == 422
    assert len(queries.positions_of(queries.user_named(administrator.id))) == 1


def test_an_account_nobody_bears_is_not_found(browser):
    assert browser.get("/nguoi-dung/tai-khoan/khong.co/").status_code == 404
    assert browser.post("/nguoi-dung/chuc-danh/999999/ket-thuc/", {"last_day": "01/01/2026"}).status_code == 404


@pytest.mark.parametrize("member", [people.ward_chair, people.lead_head, people.city_leader, people.privacy_officer])
def test_it_is_for_who_manages_accounts(member):
    assert people.browser(member()).get("/nguoi-dung/").status_code == 403
