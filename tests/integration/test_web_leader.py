"""The leaders' page over a plan, a period and a count of the register."""

from datetime import date

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.indicators import operations as indicators
from mangnon.lib import calendar
from mangnon.plans import operations as plans
from mangnon.register import operations as register
from mangnon.register.records import Birth, ChildRecord, ResidenceRecord, Source
from mangnon.register.vocabulary.people import ResidenceKind, Sex, SourceKind
from mangnon.reports import operations as reports
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return people.browser(people.city_leader())


@pytest.fixture
def at_work():
    now = calendar.now()
    plans.load_builtin(by=SYSTEM, at=now)
    register.enrol(
        record=ChildRecord(
            full_name="Lưu Gia Hân", birth=Birth(date(2020, 3, 8)), sex=Sex.FEMALE,
            residences=(ResidenceRecord(kind=ResidenceKind.CURRENT, unit_id=people.ward().pk),),
        ),
        source=Source(kind=SourceKind.VISIT, reference="visit:1", label="Đến thăm hộ"), by=SYSTEM, at=now,
    )  # fmt: skip
    indicators.compute(year=now.year, as_of=now.date(), by=SYSTEM, at=now)
    reports.open_period(year=now.year, by=SYSTEM, at=now)


def test_before_anything_is_done_each_panel_says_what_will_fill_it(leader):
    page = leader.get("/dieu-hanh/").text
    for words in ("chưa có kế hoạch nào được chấp nhận", "Chưa tính chỉ tiêu năm nay", "Chưa mở kỳ báo cáo", "Chưa có số liệu để tô màu"):
        assert words in page


@pytest.mark.usefixtures("at_work")
def test_the_page_in_work(leader):
    page = leader.get("/dieu-hanh/").text
    assert "Kế hoạch 73/KH-UBND hôm nay" in page
    assert "114 trên 114 đơn vị</a> chưa nộp báo cáo năm" in page
    assert "Tỷ lệ trẻ em có số định danh cá nhân đã xác thực" in page
    assert page.count("<rect") == 103 + 1  # the tiles and the one stretch of the reporting bar
    assert "Phường Cái Khế" in page


@pytest.mark.usefixtures("at_work")
def test_another_indicator_colours_the_map(leader):
    page = leader.get("/dieu-hanh/?chi-tieu=children_under_16").text
    assert '<option value="children_under_16" selected>' in page
    assert page.count("<rect") == 103 + 1


@pytest.mark.usefixtures("at_work")
def test_an_indicator_nobody_knows_colours_nothing(leader):
    page = leader.get("/dieu-hanh/?chi-tieu=khong-co")
    assert page.status_code == 200
    assert "<rect" not in page.text.split('id="ban-do"')[1]


@pytest.mark.usefixtures("at_work")
def test_the_page_costs_few_queries(leader, django_assert_max_num_queries):
    with django_assert_max_num_queries(80):
        leader.get("/dieu-hanh/")


@pytest.mark.parametrize("member", [people.ward_officer, people.department_specialist, people.privacy_officer])
def test_it_is_for_who_leads(member):
    assert people.browser(member()).get("/dieu-hanh/").status_code == 403
