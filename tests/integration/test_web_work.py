"""“Việc của tôi”: the sentence and the groups come from the journeys' lists; the count beside it is the same list."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mangnon.accounts.records import SYSTEM
from mangnon.lib import calendar
from mangnon.plans import operations as plans
from mangnon.reports import operations as reports
from mangnon.web.shell import work
from mangnon.web.shell.work import State, Urgency, WorkItem
from tests.factories import child_lists, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def waits(monkeypatch):
    """Replace what the journeys give by items of our own."""

    def give(*days):
        def waiting(actor, *, on):
            return [
                WorkItem.by_day(
                    on + timedelta(days=day), on=on, title=f"Việc sau {day} ngày", detail="Phường Cái Khế", action="Làm", url="/viec/"
                )
                for day in days
            ]

        class Journey:
            pass

        journey = Journey()
        journey.waiting = waiting
        monkeypatch.setattr(work, "journey_modules", lambda name: [journey])

    return give


def test_nothing_waits(waits):
    waits()
    page = people.browser(people.facility_staff()).get("/viec/").text
    assert "Không có việc nào đang chờ" in page
    assert 'class="count' not in page.split("</nav>")[0]


def test_the_sentence_counts_what_the_groups_hold(waits):
    waits(-3, 0, 400)
    page = people.browser(people.ward_officer()).get("/viec/").text
    assert '<a href="#hom-nay">2 việc phải xong hôm nay</a>' in page
    assert '<a href="#sau">1 việc sau tuần này</a>' in page
    assert "1 việc đã quá hạn" in page
    assert page.count('class="is-late"') == 1
    assert '<span class="count count-late">2</span>' in page


def test_long_groups_fold(waits):
    waits(*range(100, 120))
    assert "Còn 8 việc nữa" in people.browser(people.ward_officer()).get("/viec/").text


def test_each_item_opens_its_one_next_act(waits):
    waits(0)
    page = people.browser(people.ward_officer()).get("/viec/").text
    assert '<a class="button button-s" href="/viec/">Làm<span class="vh">: Việc sau 0 ngày</span></a>' in page


@pytest.mark.parametrize(
    "member", [people.ward_officer, people.lead_specialist, people.city_leader, people.privacy_officer, people.collaborator]
)
def test_what_really_waits_is_well_formed(member):
    actor = member()
    for item in work.waiting(actor, on=calendar.today()):
        assert isinstance(item.urgency, Urgency)
        assert isinstance(item.state, State)
        assert item.title
        assert item.action
        assert people.browser(actor).get(item.url).status_code == 200


def test_lists_that_wait_stand_beside_the_work():
    browser = people.browser(people.ward_officer())
    rows = (child_lists.row(), child_lists.row(full_name="Trần Thị Bảo Ngọc", birth_date="31/02/2019", personal_number=""))
    sent = browser.post("/nhap-danh-sach/", {"file": SimpleUploadedFile("DS.xlsx", child_lists.workbook(rows))})
    browser.post(f"{sent.url}ghi/")
    page = browser.get("/viec/").text
    assert "Danh sách chờ sửa" in page
    assert "1 trên 2 dòng đã ghi" in page
    assert "Danh sách chờ sửa" not in people.browser(people.other_ward_officer()).get("/viec/").text


def test_one_s_own_report_stands_beside_the_work():
    now = calendar.now()
    plans.load_builtin(by=SYSTEM, at=now)
    reports.open_period(year=now.year, by=SYSTEM, at=now)
    page = people.browser(people.ward_officer()).get("/viec/").text
    assert f"Báo cáo năm {now.year}" in page
    assert "Gửi Sở Y tế, trước ngày 20/11/" in page
    assert "Viết báo cáo" in page
    assert "Viết báo cáo" not in people.browser(people.city_leader()).get("/viec/").text
