"""The door: who gets in, who must wait, what is written down."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from mangnon.accounts import operations, queries
from mangnon.accounts.models import Position
from mangnon.accounts.records import SYSTEM
from mangnon.audit import queries as audit
from mangnon.audit.vocabulary import Act
from tests.factories import people

pytestmark = pytest.mark.django_db
PASSWORD = "bốn từ không liên quan"


@pytest.fixture
def officer():
    return people.ward_officer(password=PASSWORD)


def sign_in(client, username, password):
    return client.post("/dang-nhap/", {"username": username, "password": password})


def last_act():
    return audit.search().first().act


def test_the_first_page_of_a_stranger_is_the_door(client):
    assert client.get("/").headers["Location"] == "/dang-nhap/?next=/"
    page = client.get("/dang-nhap/")
    assert page.status_code == 200
    assert "Tên đăng nhập" in page.text


def test_a_right_password_opens_and_is_noted(client, officer):
    answer = sign_in(client, officer.id.upper() + " ", PASSWORD)
    assert answer.headers["Location"] == "/"
    assert last_act() == Act.LOGGED_IN
    assert client.get("/").headers["Location"] == "/viec/"


def test_the_leader_begins_with_the_city():
    assert people.browser(people.city_leader()).get("/").headers["Location"] == "/dieu-hanh/"


def test_a_wrong_password_is_told_and_noted(client, officer):
    page = sign_in(client, officer.id, "sai hoàn toàn rồi")
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in page.text
    event = audit.search().first()
    assert (event.act, event.subject_id, event.details) == (Act.LOGIN_FAILED, officer.id, {"in_a_row": 1})


def test_after_five_wrong_tries_even_the_right_password_waits(client, officer, monkeypatch):
    from mangnon.lib import calendar

    begun = calendar.now()
    monkeypatch.setattr(calendar, "now", lambda: begun)
    for _ in range(5):
        sign_in(client, officer.id, "sai hoàn toàn rồi")
    assert "thử lại được sau 30 giây" in sign_in(client, officer.id, PASSWORD).text
    assert "_auth_user_id" not in client.session
    monkeypatch.setattr(calendar, "now", lambda: begun + timedelta(seconds=31))
    assert "chưa đúng" in sign_in(client, officer.id, "sai hoàn toàn rồi").text
    assert "thử lại được sau 1 phút" in sign_in(client, officer.id, PASSWORD).text
    monkeypatch.setattr(calendar, "now", lambda: begun + timedelta(seconds=31 + 61))
    assert sign_in(client, officer.id, PASSWORD).status_code == 302
    assert queries.login_wait(officer.id, at=calendar.now()) == timedelta(0)


def test_a_name_nobody_bears_waits_alike(client):
    for _ in range(5):
        sign_in(client, "khong.co.ai", "sai hoàn toàn rồi")
    assert "thử lại được sau" in sign_in(client, "khong.co.ai", "sai hoàn toàn rồi").text


def test_an_account_without_a_password_cannot_be_entered(client):
    officer = people.ward_officer()
    assert sign_in(client, officer.id, "").status_code == 200
    assert "_auth_user_id" not in client.session


def test_empty_boxes_are_told_in_vietnamese(client):
    page = sign_in(client, "", "")
    assert "Chưa có tên đăng nhập" in page.text
    assert "Chưa có mật khẩu" in page.text


def test_leaving_needs_a_post_and_is_noted(officer):
    browser = people.browser(officer)
    assert browser.get("/dang-xuat/").status_code == 405
    assert browser.post("/dang-xuat/").headers["Location"] == "/dang-nhap/"
    assert last_act() == Act.LOGGED_OUT
    assert browser.get("/viec/").status_code == 302


def test_forged_posts_are_refused(officer):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(queries.user_named(officer.id))
    answer = browser.post("/dang-xuat/")
    assert answer.status_code == 403
    assert "chưa được ghi" in answer.text


def test_the_account_page_says_what_each_post_allows(officer):
    page = people.browser(officer).get(reverse("account")).text
    assert "Công chức Văn hóa - Xã hội" in page
    assert re.search(r"Ghi, sửa hồ sơ trẻ em</td>\s*<td>Phường Cái Khế", page)
    assert "Xem nhật ký" not in page


def test_whoever_holds_no_post_sees_only_their_account(officer):
    browser = people.browser(officer)
    operations.end_position(
        position=Position.objects.get(user__username=officer.id), last_day=people.TODAY - timedelta(days=1), by=SYSTEM, at=people.AT
    )
    assert "chưa giữ chức danh nào" in browser.get("/tai-khoan/").text
    refused = browser.get("/viec/")
    assert refused.status_code == 403
    assert last_act() == Act.ACCESS_REFUSED


def test_a_new_password_works_and_the_old_one_no_longer(client, officer):
    sign_in(client, officer.id, PASSWORD)
    other = Client()
    sign_in(other, officer.id, PASSWORD)
    new = "năm từ khác nhau hẳn nhé"
    answer = client.post("/tai-khoan/mat-khau/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new}, follow=True)
    assert "Đã đổi mật khẩu" in answer.text
    assert other.get("/viec/").status_code == 302
    assert sign_in(Client(), officer.id, PASSWORD).status_code == 200
    assert sign_in(Client(), officer.id, new).status_code == 302


@pytest.mark.parametrize(
    ("old", "new", "again", "told"),
    [
        ("không phải mật khẩu này", "năm từ khác nhau hẳn nhé", "năm từ khác nhau hẳn nhé", "Mật khẩu đang dùng chưa đúng"),
        (PASSWORD, "năm từ khác nhau hẳn nhé", "năm từ khác nhau hẳn", "không giống nhau"),
        (PASSWORD, "ngắn", "ngắn", "14"),
        (PASSWORD, "", "", "Ô này còn trống"),
    ],
)
def test_a_bad_new_password_is_told_at_the_field(officer, old, new, again, told):
    answer = people.browser(officer).post("/tai-khoan/mat-khau/", {"old_password": old, "new_password1": new, "new_password2": again})
    assert answer.status_code == 422
    assert told in answer.text


def test_the_door_sends_nobody_to_another_site(client, officer):
    answer = client.post("/dang-nhap/?next=https://example.org/", {"username": officer.id, "password": PASSWORD})
    assert answer.headers["Location"] == "/"
