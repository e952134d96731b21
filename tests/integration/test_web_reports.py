"""The pages of figures and reports, by three people: the ward's officer, another ward's, the lead agency."""

import io

import pytest
from docx import Document

from mangnon.accounts.records import SYSTEM
from mangnon.audit import queries as log
from mangnon.audit.vocabulary import Act
from mangnon.reports import operations, queries
from mangnon.reports.vocabulary import ReportState
from tests.factories import people, reports

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("mangnon.lib.calendar.now", lambda: reports.AT)


@pytest.fixture
def period():
    found = reports.period()
    reports.small_city()
    reports.counted()
    return found


@pytest.fixture
def officer(period):
    return people.browser(people.ward_officer())


@pytest.fixture
def stranger(period):
    return people.browser(people.other_ward_officer())


@pytest.fixture
def specialist(period):
    return people.browser(people.lead_specialist())


def row_of(period, code=reports.CAI_KHE):
    return next(row for row in queries.requirements(SYSTEM, period=period, at=reports.AT) if row.code == code)


def run_of(period):
    return queries.run_of(period).id


class TestFigures:
    def test_the_table_of_the_own_ward_opens_first(self, officer):
        page = officer.get("/chi-tieu/").text
        assert "Phường Cái Khế có" in page
        assert "27 chỉ tiêu" in page

    def test_a_figure_says_its_ground_and_opens_its_children(self, officer, period):
        page = officer.get(f"/chi-tieu/{run_of(period)}/children_under_16/?don-vi={reports.CAI_KHE}").text
        assert "Luật Trẻ em số 102/2016/QH13, Điều 1" in page
        assert "Mở 7 hồ sơ" in page

    def test_the_children_are_listed_and_the_look_is_noted(self, officer, period):
        page = officer.get(f"/chi-tieu/{run_of(period)}/special_children/tre/?don-vi={reports.CAI_KHE}").text
        assert "Nguyễn Văn Giang" in page
        assert log.latest().filter(act=Act.CHILDREN_LISTED).exists()

    def test_another_ward_sees_the_count_but_no_child(self, stranger, period):
        run = run_of(period)
        assert "7 trẻ ở nơi bạn không có quyền mở hồ sơ" in stranger.get(
            f"/chi-tieu/{run}/children_under_16/?don-vi={reports.CAI_KHE}"
        ).text  # fmt: skip
        assert "Nguyễn Văn" not in stranger.get(f"/chi-tieu/{run}/children_under_16/tre/?don-vi={reports.CAI_KHE}").text

    def test_a_small_secret_number_stays_closed_on_every_page(self, stranger, period):
        address = f"/chi-tieu/{run_of(period)}/special_group_11/"
        assert "dưới 5, không hiện" in stranger.get(f"{address}?don-vi={reports.CAI_KHE}").text
        assert "1 trẻ ở nơi" not in stranger.get(f"{address}?don-vi={reports.CAI_KHE}").text

    def test_city_leaders_do_not_open_children(self, period):
        leader = people.browser(people.city_leader())
        assert leader.get(f"/chi-tieu/{run_of(period)}/children_under_16/").status_code == 200
        assert leader.get(f"/chi-tieu/{run_of(period)}/children_under_16/tre/").status_code == 403

    def test_what_does_not_exist_is_not_found(self, officer, period):
        assert officer.get(f"/chi-tieu/{run_of(period)}/khong-co/").status_code == 404
        assert officer.get("/chi-tieu/?don-vi=99999").status_code == 404

    def test_counting_again_says_when_nothing_changed(self, specialist):
        page = specialist.post("/chi-tieu/tinh/", {"nam": "2026"}, follow=True).text
        assert "Sổ trẻ em không đổi so với lần tính trước" in page


class TestWriting:
    def test_the_ward_comes_straight_to_its_report(self, officer, period):
        assert officer.get("/bao-cao/").url == f"/bao-cao/viet/{row_of(period).id}/"
        page = officer.get(f"/bao-cao/viet/{row_of(period).id}/").text
        assert "Đã viết 0 trên 12 mục" in page
        assert "trước ngày 20/11/2026, ngày cuối 19/11/2026" in page

    def test_saved_and_handed_in(self, period):
        chair = people.browser(people.ward_chair())
        row = row_of(period)
        fields = {f"muc-{slug}": "Đã làm." for slug in (
            "i", "ii_1", "ii_2", "ii_3", "ii_4", "ii_5", "ii_6", "ii_7", "iii", "kho_khan", "kien_nghi", "phuong_huong",
        )}  # fmt: skip
        saved = chair.post(f"/bao-cao/viet/{row.id}/", fields | {"luot": "0", "xem": "1"})
        page = chair.get(saved.url).text
        assert "sẽ được gửi Sở Y tế và khóa lại" in page
        done = chair.post(f"{saved.url}nop/", follow=True).text
        assert "nội dung và số liệu đã khóa" in done
        assert row_of(period).state is ReportState.SUBMITTED

    def test_a_refusal_keeps_what_was_typed(self, officer, period):
        fields = {"luot": "0", "muc-i": "Viết dở.", "so-children_under_16": "9"}
        page = officer.post(f"/bao-cao/viet/{row_of(period).id}/", fields).text
        assert "cần ghi lý do" in page
        assert "Viết dở." in page

    def test_another_ward_may_not_look(self, stranger, period):
        assert stranger.get(f"/bao-cao/viet/{row_of(period).id}/").status_code == 403


class TestReading:
    def test_returned_with_a_remark_the_writer_sees(self, specialist, officer, period):
        report = reports.submitted(period, people.ward())
        specialist.post(f"/bao-cao/{report.pk}/tra-lai/", {"y-kien-ii_2": "Ghi số buổi."})
        page = officer.get(f"/bao-cao/viet/{row_of(period).id}/").text
        assert "Ý kiến của cơ quan tổng hợp:</strong> Ghi số buổi." in page

    def test_returned_without_a_word_is_refused_in_place(self, specialist, period):
        report = reports.submitted(period, people.ward())
        answer = specialist.post(f"/bao-cao/{report.pk}/tra-lai/", {})
        assert answer.status_code == 422
        assert "Ghi ít nhất một ý kiến" in answer.text

    def test_accepted(self, specialist, period):
        report = reports.submitted(period, people.ward())
        assert "Đã chấp nhận báo cáo của Phường Cái Khế" in specialist.post(f"/bao-cao/{report.pk}/chap-nhan/", follow=True).text

    def test_the_paper_is_taken_as_word_and_noted(self, officer, period):
        report = reports.submitted(period, people.ward())
        answer = officer.get(f"/bao-cao/{report.pk}/tai/")
        assert answer["Content-Disposition"] == 'attachment; filename="bao-cao-2026-31120.docx"'
        assert Document(io.BytesIO(answer.content)).tables
        assert log.latest().filter(act=Act.REPORT_DOWNLOADED).exists()

    @pytest.mark.parametrize("page", ["", "tai/"])
    def test_another_ward_may_not_read(self, stranger, period, page):
        report = reports.submitted(period, people.ward())
        assert stranger.get(f"/bao-cao/{report.pk}/{page}").status_code == 403

    def test_numbers_of_the_paper_are_links(self, officer, period):
        report = reports.submitted(period, people.ward())
        page = officer.get(f"/bao-cao/{report.pk}/").text
        assert f'href="/chi-tieu/{run_of(period)}/children_under_16/?don-vi={reports.CAI_KHE}">7</a>' in page

    def test_what_is_counted_otherwise_since_is_told_beside_the_frozen_paper(self, specialist, period):
        report = reports.submitted(period, people.ward())
        reports.children(reports.child("Quân"), at=reports.AT)
        reports.counted()
        page = specialist.get(f"/bao-cao/{report.pk}/").text
        assert "Nay đếm khác bản đã nộp" in page
        assert "bản nộp ghi 7; bản nộp được giữ nguyên" in page

    def test_number_and_day_stand_on_the_paper(self, officer, period):
        report = reports.submitted(period, people.ward())
        officer.post(f"/bao-cao/{report.pk}/phat-hanh/", {"number": "7", "issued_on": "05/12/2026", "signer": "Huỳnh Minh Trí"})
        page = officer.get(f"/bao-cao/{report.pk}/").text
        assert "Số: 07/BC-UBND" in page
        assert "Cái Khế, ngày 05 tháng 12 năm 2026" in page


class TestGathering:
    def test_the_period_says_who_owes(self, specialist, period):
        reports.submitted(period, people.ward())
        page = specialist.get("/bao-cao/?loc=tat-ca").text
        assert "1 trên 114 đơn vị" in page
        assert "Nhắc" in page

    def test_reminding(self, specialist, period):
        specialist.post("/bao-cao/nhac/", {"don-vi": [row_of(period).id]})
        assert row_of(period).reminders == 1

    def test_gathered_and_a_passage_chosen(self, specialist, period):
        reports.submitted(period, people.ward(), II_3="Đã rà soát 12 văn bản.")
        specialist.post("/bao-cao/tong-hop/2026/lam-lai/")
        page = specialist.get("/bao-cao/tong-hop/2026/muc/ii_3/").text
        assert "Đã rà soát 12 văn bản." in page
        city = queries.city_report(SYSTEM, period=period)
        row = queries.contributions(city, section="II.3").get()
        specialist.post(f"/bao-cao/tong-hop/2026/doan/{row.pk}/", {"chon": "1", "doan": "Rà soát 12 văn bản."})
        paper = specialist.get("/bao-cao/tong-hop/2026/").text
        assert "- phường Cái Khế: " in paper
        assert "Rà soát 12 văn bản." in paper

    def test_the_words_of_a_section(self, specialist, period):
        operations.consolidate(period_id=period.pk, by=SYSTEM, at=reports.AT)
        specialist.post("/bao-cao/tong-hop/2026/muc/i/", {"loi-dan": "Thành phố đã ban hành 3 văn bản."})
        assert "Thành phố đã ban hành 3 văn bản." in specialist.get("/bao-cao/tong-hop/2026/").text

    def test_a_ward_does_not_gather(self, officer):
        assert officer.get("/bao-cao/tong-hop/2026/").status_code == 403
        assert officer.post("/bao-cao/tong-hop/2026/lam-lai/").status_code == 403


def test_the_work_list_asks_for_the_report(officer, period):
    page = officer.get("/viec/").text
    assert "Báo cáo năm 2026 thực hiện Kế hoạch 73/KH-UBND" in page
    assert f"/bao-cao/viet/{row_of(period).id}/" in page


def test_without_a_period_the_page_says_who_opens_it():
    page = people.browser(people.lead_specialist()).get("/bao-cao/").text
    assert "Chưa mở kỳ báo cáo nào" in page
    assert "Mở kỳ báo cáo năm 2026" in page
