"""What every page stands in: navigation by right, refusals in words, addresses for machines, headers that bind the browser."""

import re

import pytest
from django.test import Client

from mangnon.audit import queries as audit
from mangnon.audit.vocabulary import Act
from tests.factories import people

pytestmark = pytest.mark.django_db


def links(page):
    sidebar = re.search(r'<nav class="sidebar".*?</nav>', page.text, re.S)[0]
    return set(re.findall(r'<a href="(/[^"]*)"', sidebar))


@pytest.fixture
def officer():
    return people.browser(people.ward_officer())


def test_the_navigation_shows_what_one_may_open_and_nothing_else():
    officer, privacy = people.browser(people.ward_officer()), people.browser(people.privacy_officer())
    assert "/nhat-ky/" in links(privacy.get("/viec/"))
    assert "/nhat-ky/" not in links(officer.get("/viec/"))
    assert "/dieu-hanh/" not in links(officer.get("/viec/"))


@pytest.mark.parametrize("member", [people.ward_officer, people.lead_specialist, people.city_leader, people.privacy_officer])
def test_every_link_of_the_navigation_opens(member):
    browser = people.browser(member())
    for address in links(browser.get("/tai-khoan/")):
        assert browser.get(address, follow=True).status_code == 200, address


def test_the_page_one_is_on_is_marked(officer):
    page = officer.get("/viec/").text
    assert re.findall(r'<a href="([^"]*)" aria-current="page"', page)[0] == "/viec/"


def test_the_bar_says_who_and_where(officer):
    page = officer.get("/viec/").text
    assert "Lâm Ngọc Thu" in page
    assert "Phường Cái Khế" in page
    assert '<span class="avatar" aria-hidden="true">NT</span>' in page


def test_search_is_offered_only_to_who_may_see_children():
    assert 'role="search"' in people.browser(people.ward_officer()).get("/viec/").text
    assert 'role="search"' not in people.browser(people.city_leader()).get("/viec/").text


def test_a_refusal_says_who_may_and_is_written_down(officer):
    page = officer.get("/nhat-ky/")
    assert page.status_code == 403
    assert "Quyền này dành cho: Cán bộ bảo vệ dữ liệu cá nhân" in page.text
    event = audit.search().first()
    assert (event.act, event.subject_label) == (Act.ACCESS_REFUSED, "Trang /nhat-ky/")


def test_a_page_that_is_not_there_says_so(officer):
    page = officer.get("/khong-co/")
    assert page.status_code == 404
    assert "Không có trang này" in page.text
    assert Client().get("/khong-co/").status_code == 404


def test_browsers_are_bound_by_a_strict_policy(officer):
    answer = officer.get("/viec/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_pages_are_whole_without_script(officer):
    page = officer.get("/viec/").text
    assert page.count("<script") == 1
    assert re.search(r'<script src="/static/mangnon/mangnon\.js\?v=\w+" defer></script>', page)


def test_static_files_are_served_and_may_be_kept(client):
    page = client.get("/dang-nhap/").text
    for address in re.findall(r'(?:href|src)="(/static/[^"#]+)', page):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "max-age=2592000" in answer.headers["Cache-Control"]
        answer.close()


def test_machines_get_plain_answers(client):
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").text == "ok\n"
    assert "Disallow: /" in client.get("/robots.txt").text


def test_a_database_behind_its_version_is_not_ready(client, monkeypatch):
    monkeypatch.setattr("mangnon.web.health.views.MigrationExecutor.migration_plan", lambda self, targets: ["accounts.0002"])
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "mangnon migrate" in answer.text


def test_a_page_costs_few_queries(officer, django_assert_max_num_queries):
    officer.get("/tai-khoan/")
    with django_assert_max_num_queries(25):
        officer.get("/tai-khoan/")


def test_the_gallery_draws_every_part():
    page = people.browser(people.facility_staff()).get("/thanh-phan/")
    assert page.status_code == 200
    for mark in (
        'class="pill pill-late"',
        'class="tilemap"',
        'class="stepper"',
        'class="timeline"',
        'class="finding finding-stop"',
        "<dialog",
    ):
        assert mark in page.text


@pytest.fixture
def counting(monkeypatch):
    """How often the lists behind the navigation are counted."""
    from mangnon.web.shell import work

    asked = []

    def waiting(actor, *, on):
        asked.append(actor.id)
        return []

    monkeypatch.setattr(work, "waiting", waiting)
    return asked


def test_counts_are_remembered_on_other_pages_and_made_anew_on_their_own(officer, counting):
    officer.get("/tai-khoan/")
    officer.get("/thanh-phan/")
    assert len(counting) == 1
    officer.get("/viec/")
    assert len(counting) == 2


def test_counts_are_made_anew_after_one_has_done_something(officer, counting):
    officer.get("/tai-khoan/")
    officer.post("/tai-khoan/mat-khau/", {})
    officer.get("/tai-khoan/")
    assert len(counting) == 2


def test_nobody_sees_another_s_counts(counting):
    for member in (people.ward_officer, people.other_ward_officer):
        people.browser(member()).get("/tai-khoan/")
    assert len(set(counting)) == 2
