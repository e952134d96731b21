"""Pages of duties: filtered lists, many at once, scorecard, handing over, later deadlines, working days; for whom, and who is refused."""

import io
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mangnon.accounts import operations as accounts_work
from mangnon.accounts import queries as accounts
from mangnon.accounts.records import SYSTEM
from mangnon.lib import calendar
from mangnon.plans import operations, queries
from mangnon.plans.vocabulary import Declared, DutyEvent
from tests.factories import duties, people
from tests.factories.people import AT, TODAY, browser

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(calendar, "now", lambda: AT.astimezone(calendar.VIETNAM))


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def report(task, by, declared=Declared.DONE, proofs=("Báo cáo 3",)):
    operations.report_progress(task_id=task.pk, institution_id=task.lead_id, declared=declared, proofs=list(proofs), by=by, at=AT)


def shown(page) -> set[str]:
    return {row.summary for row, _value in page.context["rows"]}


class TestTheList:
    def test_every_filter_is_an_address(self):
        officer = people.department_specialist()
        done, late = duties.given("Việc đã báo xong"), duties.given("Việc quá hạn", due="trước ngày 01/11/2026")
        other = duties.given("Việc của nơi khác", lead=duties.agency("so-noi-vu"))
        report(done, officer)
        operations.assign(task_id=late.pk, institution_id=late.lead_id, username=officer.id, by=SYSTEM, at=AT)
        client = browser(people.front_officer())
        home = duties.agency().pk
        cases = {
            "": {"Việc đã báo xong", "Việc quá hạn", "Việc của nơi khác"},
            "loc=qua-han": {"Việc quá hạn"},
            "loc=cho-xac-nhan": {"Việc đã báo xong"},
            f"don-vi={home}": {"Việc đã báo xong", "Việc quá hạn"},
            f"chu-tri={other.lead_id}": {"Việc của nơi khác"},
            f"nguoi={officer.id}": {"Việc quá hạn"},
            "tim=noi khac": {"Việc của nơi khác"},
            "tu=01/10/2026&den=2026-11-15": {"Việc quá hạn"},
            f"don-vi={home}&loc=du-minh-chung": {"Việc đã báo xong"},
            "loc=thieu-nguoi": {"Việc đã báo xong", "Việc của nơi khác"},
        }  # fmt: skip
        for address, wanted in cases.items():
            assert shown(client.get(f"{reverse('duties')}?{address}")) == wanted, address

    def test_chips_count_what_they_open(self):
        report(duties.given("Xong"), people.department_specialist())
        duties.given("Chưa")
        client = browser(people.lead_head())
        page = client.get(reverse("duties"))
        for choice in page.context["kinds"]:
            assert client.get(reverse("duties") + choice.url).context["total"] == choice.count, choice.words

    def test_what_cannot_be_read_is_left_out(self):
        duties.given()
        page = browser(people.lead_head()).get(reverse("duties"), {"don-vi": "x", "tu": "hôm qua", "loc": "la-lung", "van-ban": "9" * 30})
        assert len(page.context["rows"]) == 1

    def test_a_day_to_compare_with_shows_where_each_stood(self):
        task = duties.given("Việc đổi")
        report(task, people.department_specialist())
        page = browser(people.lead_head()).get(reverse("duties"), {"so-voi": "2026-11-22", "doi": "1"})
        assert shown(page) == {"Việc đổi"} or shown(page) == set()
        whole = browser(people.lead_head()).get(reverse("duties"), {"so-voi": "2026-11-22"})
        assert "Ngày ấy:" in text(whole)

    @pytest.mark.parametrize("form", ["docx", "xlsx"])
    def test_it_is_a_paper_too(self, form):
        duties.given("Lập danh sách & gửi các trường")
        answer = browser(people.ward_chair()).get(reverse("duties_file", args=[form]), {"loc": "thieu-nguoi"})
        assert answer["Content-Disposition"] == f'attachment; filename="bang-nhiem-vu-20261123.{form}"'
        inside = zipfile.ZipFile(io.BytesIO(answer.content))
        name = "word/document.xml" if form == "docx" else "xl/sharedStrings.xml"
        written = inside.read(name).decode()
        assert "Lập danh sách &amp; gửi các trường" in written
        if form == "docx":
            assert "ỦY BAN NHÂN DÂN PHƯỜNG CÁI KHẾ" in written
            assert 'w:orient="landscape"' in written

    def test_the_same_list_gives_the_same_bytes(self):
        duties.given()
        client = browser(people.lead_head())
        address = reverse("duties_file", args=["docx"])
        assert client.get(address).content == client.get(address).content

    def test_no_other_form(self):
        assert browser(people.lead_head()).get(reverse("duties_file", args=["pdf"])).status_code == 404


class TestManyAtOnce:
    def test_ticked_duties_are_confirmed_and_refusals_told(self):
        ready, empty = duties.given("Một"), duties.given("Hai")
        report(ready, people.department_specialist())
        answer = browser(people.lead_head()).post(
            reverse("duties_bulk"),
            {"viec": [f"{one.pk}:{one.lead_id}" for one in (ready, empty)], "viec-lam": "xac-nhan", "ve": "/nhiem-vu/?loc=cho-xac-nhan"},
            follow=True,
        )
        assert answer.redirect_chain == [("/nhiem-vu/?loc=cho-xac-nhan", 302)]
        assert "Đã xác nhận 1 nhiệm vụ." in text(answer)
        assert "2: Nhiệm vụ đang ở trạng thái “giao”" in text(answer)
        assert duties.run_of(ready).state == "done"

    def test_a_chair_gives_several_to_one_person(self):
        officer, ward = people.ward_officer(), people.ward()
        tasks = [duties.given(f"Việc {number}", lead=ward) for number in range(3)]
        browser(people.ward_chair()).post(
            reverse("duties_bulk"), {"viec": [f"{one.pk}:{ward.pk}" for one in tasks], "viec-lam": "giao", "nguoi": officer.id}
        )
        assert len(queries.in_the_name_of(officer.id, on=TODAY)) == 3

    def test_a_reminder_stands_in_the_work_of_the_responsible_person(self):
        officer = people.department_specialist()
        task = duties.given("Việc được nhắc", responsible=officer.id)
        browser(people.lead_head()).post(
            reverse("duties_bulk"), {"viec": [f"{task.pk}:{task.lead_id}"], "viec-lam": "nhac", "y-kien": "Gửi trước thứ Sáu."}
        )
        assert queries.reminders_of(task.pk)[0].words == "Gửi trước thứ Sáu."
        assert "nhắc ngày 23/11/2026" in text(browser(officer).get("/viec/"))

    def test_of_a_duty_many_share_those_that_wait_are_confirmed(self):
        plan = operations.load_builtin(by=SYSTEM, at=AT)
        shared = queries.task_of_clause(plan.pk, "V.1")
        officer = people.ward_officer()
        operations.report_progress(
            task_id=shared.pk, institution_id=people.ward().pk, declared=Declared.DONE, proofs=["B"], by=officer, at=AT
        )
        page = browser(people.lead_head()).get(reverse("duties"), {"loc": "cho-xac-nhan"})
        assert "1 đơn vị chờ xác nhận" in text(page)
        browser(people.lead_head()).post(reverse("duties_bulk"), {"viec": [f"{shared.pk}:0"], "viec-lam": "xac-nhan"})
        assert queries.occurrence_in(shared.pk, people.ward().pk, turn="2026").state == "done"

    def test_nothing_ticked_is_said_and_a_foreign_address_is_not_followed(self):
        answer = browser(people.lead_head()).post(reverse("duties_bulk"), {"viec-lam": "xac-nhan", "ve": "https://example.org/"})
        assert answer.url == "/nhiem-vu/"

    def test_who_may_not_is_refused(self):
        task = duties.given()
        stranger = browser(people.department_specialist("Sở Nội vụ"))
        sent = {"viec": [f"{task.pk}:{task.lead_id}"], "viec-lam": "tam-hoan", "y-kien": "Không cần."}
        stranger.post(reverse("duties_bulk"), sent)
        assert duties.run_of(task).state == "given"


class TestTheDuty:
    def test_accept_report_return_and_confirm_on_its_page(self):
        officer, head, task = people.department_specialist(), people.lead_head(), duties.given()
        page, theirs = browser(officer), browser(head)
        address = reverse("task", args=[task.pk])
        assert "Nhận nhiệm vụ" in text(page.get(address))
        sent = {"don-vi": task.lead_id}
        page.post(reverse("task_move", args=[task.pk]), sent | {"buoc": "accept"})
        page.post(reverse("task_report", args=[task.pk]), {"tu_bao": "done", "minh_chung": "Kế hoạch 5", "trong_he_thong": "/nhiem-vu/"})
        assert duties.run_of(task).evidence == 2
        assert "Xem kết quả và quyết định" in text(theirs.get(address))
        told = theirs.post(reverse("task_move", args=[task.pk]), sent | {"buoc": "return"}, follow=True)
        assert "Chưa ghi lý do" in text(told)
        theirs.post(reverse("task_move", args=[task.pk]), sent | {"buoc": "return", "y-kien": "Thiếu danh sách."})
        assert "Bị trả lại" in text(browser(officer).get("/viec/")) or duties.run_of(task).state == "returned"
        assert "Thiếu danh sách." in text(page.get(address))
        page.post(reverse("task_report", args=[task.pk]), {"tu_bao": "done"})
        theirs.post(reverse("task_move", args=[task.pk]), sent | {"buoc": "confirm"})
        assert duties.run_of(task).state == "done"

    def test_a_strange_page_is_no_evidence(self):
        officer, task = people.department_specialist(), duties.given()
        answer = browser(officer).post(
            reverse("task_report", args=[task.pk]), {"tu_bao": "done", "trong_he_thong": "https://example.org/khong-co/"}
        )
        assert answer.status_code == 422
        assert "không phải trang của Măng Non" in text(answer)

    def test_a_later_deadline_from_the_page_to_the_leader(self):
        officer, task = people.department_specialist(), duties.given()
        wrong = browser(officer).post(reverse("task_extend", args=[task.pk]), {"ngay_moi": "01/11/2026", "ly_do_gia_han": "Chậm."})
        assert "phải sau hạn hiện nay 30/11/2026" in text(wrong)
        browser(officer).post(reverse("task_extend", args=[task.pk]), {"ngay_moi": "31/03/2027", "ly_do_gia_han": "Chờ nghị quyết."})
        leader = browser(people.city_leader())
        first = text(leader.get("/dieu-hanh/"))
        assert "1 việc chờ đồng chí quyết định" in first
        assert "Gia hạn đến 31/03/2027" in first
        assert "Hạn gốc 30/11/2026 vẫn được giữ" in first
        request = queries.extensions(waiting=True).get()
        answer = leader.post(reverse("extension_decide", args=[request.pk]), {"quyet-dinh": "dong-y", "ve": "/dieu-hanh/"})
        assert answer.url == "/dieu-hanh/"
        assert duties.run_of(task).due == date(2027, 3, 31)
        assert "hạn gốc 30/11/2026" in text(browser(officer).get(reverse("task", args=[task.pk])))

    def test_a_refusal_without_words_is_refused(self):
        officer, task = people.department_specialist(), duties.given()
        request = operations.ask_extension(
            task_id=task.pk, institution_id=task.lead_id, new_due=date(2027, 1, 5), reason="Chờ.", by=officer, at=AT
        )
        answer = browser(people.lead_head()).post(reverse("extension_decide", args=[request.pk]), {"quyet-dinh": "khong"}, follow=True)
        assert "Chưa ghi ý kiến" in text(answer)
        assert browser(officer).post(reverse("extension_decide", args=[request.pk]), {"quyet-dinh": "dong-y"}).status_code == 403
        browser(officer).post(reverse("extension_withdraw", args=[request.pk]))
        assert "đã rút" in text(browser(people.lead_head()).get(reverse("extensions")))


class TestHandingOver:
    def test_duties_of_who_has_left_go_to_a_colleague(self):
        head, gone, stays = people.lead_head(), people.lead_specialist(), people.lead_specialist()
        agency = duties.agency("so-y-te")
        for number in range(3):
            duties.given(f"Việc {number}", lead=agency, responsible=gone.id)
        user = accounts.user_named(gone.id)
        accounts_work.end_position(position=accounts.positions_of(user)[0], last_day=date(2026, 11, 20), by=SYSTEM, at=AT)
        client = browser(head)
        assert f"Bàn giao 3 nhiệm vụ của {gone.label}" in text(client.get("/viec/"))
        address = f"{reverse('hand_over')}?don-vi={agency.pk}&tu={gone.id}"
        page = client.get(address)
        assert "không còn chức danh ở cơ quan này" in text(page)
        tasks = [row.task_id for row, _where in page.context["held"]]
        assert client.post(address, {"viec": tasks}).status_code == 422
        client.post(address, {"viec": tasks, "den": stays.id})
        assert len(queries.in_the_name_of(stays.id, on=TODAY)) == 3

    def test_only_who_names_people_there(self):
        stranger = browser(people.department_specialist("Sở Nội vụ"))
        assert stranger.get(f"{reverse('hand_over')}?don-vi={duties.agency().pk}").status_code == 404
        assert browser(people.ward_officer()).get(reverse("hand_over")).status_code == 403


class TestTheScorecard:
    def test_each_number_opens_as_many_rows(self):
        officer, agency = people.department_specialist(), duties.agency()
        report(duties.given("Xong đúng hạn"), officer)
        duties.given("Quá hạn", due="trước ngày 01/11/2026", responsible=officer.id)
        report(duties.given("Chờ minh chứng"), officer, proofs=())
        operations.load_builtin(by=SYSTEM, at=AT)
        client = browser(people.city_leader())
        page = client.get(reverse("agency_duties", args=[agency.pk]))
        for number in page.context["figures"]:
            if number.value.isdigit() and number.url.startswith("/") and "minh chứng đã nộp" not in number.words:
                assert client.get(number.url).context["total"] == int(number.value), number.words
        assert "50,0%" in text(page) or "66,7%" in text(page)
        assert officer.label in text(page)

    def test_a_field_is_given_to_a_person_with_its_nameless_duties(self):
        officer, agency = people.department_specialist(), duties.agency()
        task = duties.given("Trẻ em", function="children")
        client = browser(officer)
        address = reverse("agency_charge", args=[agency.pk])
        assert client.post(address, {"linh_vuc": "children"}).status_code == 422
        city = officer.duties[0].territory_id
        client.post(address, {"nguoi": officer.id, "linh_vuc": "children", "dia_ban": city, "nhan_luon": "on"})
        assert queries.responsible(task.pk, agency.pk, on=TODAY).username == officer.id

    def test_late_by_agency_opens_that_agency_alone(self):
        duties.given("Của Sở Giáo dục", due="trước ngày 01/11/2026")
        duties.given("Của Sở Nội vụ", due="trước ngày 01/11/2026", lead=duties.agency("so-noi-vu"))
        client = browser(people.city_leader())
        for row in client.get("/dieu-hanh/").context["late"]:
            opened = client.get(row.url)
            assert (opened.context["total"], len(shown(opened))) == (row.late, row.late)
            assert client.get(row.total_url).context["total"] == row.total


class TestGivingDirectly:
    def test_a_duty_is_given_and_runs(self):
        client, school = browser(people.lead_head()), duties.agency()
        sent = {"viec": "Rà soát học sinh bỏ học", "chu_tri": school.pk, "thoi_han": "trước ngày 20/12/2026"}
        assert "Không đọc được thời hạn" in text(client.post(reverse("duty_give"), sent | {"thoi_han": "sớm"}))
        answer = client.post(reverse("duty_give"), sent, follow=True)
        assert "Đã giao nhiệm vụ." in text(answer)
        assert "GV-so-y-te-2026" in text(client.get(reverse("duties")))

    def test_a_ward_gives_only_its_own(self):
        chair = browser(people.ward_chair())
        assert [value for value, _name in chair.get(reverse("duty_give")).context["form"].fields["chu_tri"].choices][1:] == [
            str(people.ward().pk)
        ]
        assert chair.post(reverse("duty_give"), {"viec": "Việc", "chu_tri": duties.agency().pk}).status_code == 422


class TestWorkingDays:
    def test_the_year_s_days_with_their_ground(self):
        page = text(browser(people.ward_officer()).get(reverse("working_days"), {"nam": "2026"}))
        assert "12729/VPCP-KGVX ngày 25/12/2025" in page
        assert "Ghi ngày này" not in page

    def test_a_paper_moves_a_day(self):
        client = browser(people.lead_specialist())
        sent = {"ngay": "10/02/2027", "lam_viec": "lam", "ten": "Làm bù", "van_ban": "1/TB-BNV ngày 01/12/2026"}
        assert client.post(reverse("working_days"), sent | {"van_ban": ""}).status_code == 422
        assert client.post(reverse("working_days"), sent).url == f"{reverse('working_days')}?nam=2027"
        assert queries.working_calendar().is_working(date(2027, 2, 10))
        assert browser(people.ward_chair()).post(reverse("working_days"), sent).url == reverse("working_days")
        assert queries.overrides().count() == 1


class TestComparing:
    def test_a_plan_beside_itself_on_an_earlier_day(self):
        plan = operations.load_builtin(by=SYSTEM, at=AT)
        one = queries.task_of_clause(plan.pk, "IV.2.b")
        operations.report_progress(
            task_id=one.pk,
            institution_id=duties.agency().pk,
            declared=Declared.DONE,
            proofs=["B"],
            by=people.department_specialist(),
            at=AT,
        )
        page = browser(people.city_leader()).get(reverse("plan", args=[plan.pk]), {"so-voi": "22/11/2026"})
        found = page.context["comparison"]
        assert (found.moved, found.fresh) == (1, 0)
        moved = {place.words: place.change for place in found.places}
        assert moved["hoàn thành, đủ minh chứng"] == "+1"
        listed = browser(people.city_leader()).get(found.moved_url)
        assert listed.context["total"] == 1
        assert "Ngày ấy: chưa báo, chưa tới kỳ" in text(listed)


def test_a_plan_page_asks_fifteen_questions_however_large(monkeypatch):
    """The counts beside the links of the navigation are remembered a minute and not part of it."""
    client = browser(people.lead_head())
    lead = people.lead_specialist()
    plan = operations.load_builtin(by=SYSTEM, at=AT)
    address = reverse("plan", args=[plan.pk])
    asked = []
    clause = next(one for one in queries.clause_tree(plan.pk) if one.address == "IV.2.b")
    for _round in range(2):
        client.get(address)
        with CaptureQueriesContext(connection) as found:
            client.get(address)
        asked.append(len(found))
        for number in range(15):
            operations.add_task(
                clause_id=clause.pk, summary=f"Việc thêm {number}", lead_words="Sở Y tế", coordinating=["Sở Nội vụ"], due_words="", by=lead,
                at=AT,
            )  # fmt: skip
    assert asked[0] == asked[1] <= 15


def test_events_of_the_page_are_those_of_the_table():
    """No button asks for an event the table does not know in that state."""
    officer, head, task = people.department_specialist(), people.lead_head(), duties.given()
    for event in (DutyEvent.ACCEPT, None):
        if event:
            duties.step(task, event, by=officer)
        hand = browser(head).get(reverse("task", args=[task.pk])).context["hand"]
        assert set(hand.events) <= {DutyEvent.PAUSE, DutyEvent.CANCEL}
