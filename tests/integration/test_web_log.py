"""The log as the privacy officer reads it."""

import re
from datetime import timedelta

import pytest

from mangnon.audit import operations as audit
from mangnon.audit.records import SYSTEM, Subject
from mangnon.audit.vocabulary import Act
from tests.factories import people

pytestmark = pytest.mark.django_db
AT = people.AT


@pytest.fixture
def officer():
    return people.ward_officer()


@pytest.fixture
def browser():
    return people.browser(people.privacy_officer())


@pytest.fixture
def views(officer):
    for number in (1, 2):
        subject = Subject("child", f"{number}", f"Hồ sơ TE-00000{number}", "31120")
        audit.record(act=Act.CHILD_VIEWED, subject=subject, by=officer, at=AT + timedelta(days=number))
    audit.record(
        act=Act.LOGIN_FAILED, subject=Subject("user", "thu", "Tài khoản thu"), by=SYSTEM, at=AT, details={"in_a_row": 3, "x": "kín"}
    )


@pytest.mark.usefixtures("views")
def test_it_says_who_did_what_when_where(browser):
    page = browser.get("/nhat-ky/").text
    for words in ("Xem hồ sơ trẻ em", "Hồ sơ TE-000001", "Phường Cái Khế", "Lâm Ngọc Thu", "24/11/2026", "lần thứ 3"):
        assert words in page
    assert "kín" not in page, "details without a Vietnamese name stay in the database"


@pytest.mark.usefixtures("views")
@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("viec=child_viewed", "TE-000001", "Tài khoản thu"),
        ("viec=login_failed", "Tài khoản thu", "TE-000001"),
        ("ma=2", "TE-000002", "TE-000001"),
        ("don_vi=31120", "TE-000001", "Tài khoản thu"),
        ("tu=25/11/2026", "TE-000002", "TE-000001"),
        ("tu=24/11/2026&den=24/11/2026", "TE-000001", "TE-000002"),
        ("nguoi=he-thong", "Tài khoản thu", "TE-000001"),
    ],
)
def test_filters(browser, query, shown, hidden):
    rows = browser.get(f"/nhat-ky/?{query}").text.split("<tbody>")[1]
    assert shown in rows
    assert hidden not in rows


def test_a_date_that_is_none_is_told(browser):
    assert "Viết ngày như 04/11/2026" in browser.get("/nhat-ky/?tu=31/02/2026").text


def test_nothing_found_says_what_to_do(browser):
    assert "Bớt điều kiện lọc" in browser.get("/nhat-ky/?nguoi=khong.co.ai").text


def test_older_events_are_one_link_away(browser, officer):
    audit.record_many(act=Act.CHILD_VIEWED, subjects=[Subject("child", str(n), f"Hồ sơ TE-{n:06}") for n in range(120)], by=officer, at=AT)
    seen, query = [], "viec=child_viewed"
    while query:
        page = browser.get(f"/nhat-ky/?{query}").text
        seen.append(page.count("Hồ sơ TE-"))
        older = re.search(r'href="\?([^"]*)" rel="next"', page)
        query = older[1].replace("&amp;", "&") if older else ""
    assert seen == [50, 50, 20]


@pytest.mark.parametrize("member", [people.ward_officer, people.lead_head, people.city_leader, people.system_administrator])
def test_nobody_else_reads_the_log(member):
    assert people.browser(member()).get("/nhat-ky/").status_code == 403
