"""Pages of own work plans, gaps and parts of duties: three people write, issue, report, remind; others are refused."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document as Word

from mangnon.accounts.records import SYSTEM
from mangnon.lib import calendar, tables
from mangnon.plans import operations, queries
from mangnon.plans.formats import work_table
from tests.factories import people
from tests.factories.people import AT, TODAY, browser

pytestmark = pytest.mark.django_db
ACTIVITY = {"viec": "Mở lớp dạy bơi", "muc": "II.5", "bat_dau": "15/05/2026", "hoan_thanh": "15/08/2026", "san_pham": "02 lớp"}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(calendar, "now", lambda: AT.astimezone(calendar.VIETNAM))


@pytest.fixture
def plan():
    return operations.load_builtin(by=SYSTEM, at=AT)


@pytest.fixture
def officer(plan):
    return browser(people.ward_officer())


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def begun(client) -> int:
    answer = client.post(reverse("own_plan_begin"), {"nam": "2026"}, follow=True)
    return answer.context["own"].pk


def issued(client) -> int:
    pk = begun(client)
    client.post(reverse("activity_add", args=[pk]), ACTIVITY)
    client.post(reverse("own_plan_issue", args=[pk]), {"ngay": "12/01/2026", "nguoi_ky": "Nguyễn Văn Khải"})
    return pk


def sheet(*rows) -> SimpleUploadedFile:
    content = tables.write_workbook([tables.SheetLayout("KH", work_table.COLUMNS, rows)], created=AT)
    return SimpleUploadedFile("bang.xlsx", content)


def test_a_ward_writes_issues_prints_and_amends_its_plan(officer):
    assert "Lập kế hoạch" in text(officer.get(reverse("own_plans")))
    pk = begun(officer)
    wrong = officer.post(reverse("activity_add", args=[pk]), ACTIVITY | {"viec": "", "hoan_thanh": "01/01/2026"})
    assert wrong.status_code == 422
    assert "Chưa ghi việc phải làm." in text(wrong)
    backwards = officer.post(reverse("activity_add", args=[pk]), ACTIVITY | {"hoan_thanh": "01/01/2026"})
    assert "Ngày hoàn thành ở trước ngày bắt đầu." in text(backwards)
    officer.post(reverse("activity_add", args=[pk]), ACTIVITY)
    officer.post(reverse("own_plan_describe", args=[pk]), {"trich_yeu": "Công tác trẻ em năm 2026", "muc_dich": "Rõ người, rõ việc."})
    answer = officer.post(reverse("own_plan_issue", args=[pk]), {"ngay": "12/01/2026", "nguoi_ky": "Nguyễn Văn Khải"}, follow=True)
    assert "Đã ban hành kế hoạch số 01/KH-UBND" in text(answer)
    paper = Word(io.BytesIO(officer.get(reverse("own_plan_download", args=[pk])).content))
    words = "\n".join(one.text for one in paper.paragraphs)
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert "Công tác trẻ em năm 2026" in words
    assert "Rõ người, rõ việc." in words
    assert any("Số: 01/KH-UBND" in cell for cell in cells)
    assert "Mở lớp dạy bơi" in cells
    assert any("Cái Khế, ngày 12 tháng 01 năm 2026" in cell for cell in cells)
    assert officer.post(reverse("activity_add", args=[pk]), ACTIVITY).status_code == 422
    amended = officer.post(reverse("own_plan_amend", args=[pk]), follow=True)
    assert "bản 2" in text(amended)
    line = queries.activities(amended.context["own"].pk, on=TODAY)[0]
    officer.post(reverse("activity_edit", args=[line.id]), ACTIVITY | {"viec": "Mở 03 lớp dạy bơi"})
    assert "Mở 03 lớp dạy bơi" in text(officer.get(reverse("own_plan", args=[amended.context["own"].pk])))
    assert "Mở lớp dạy bơi" in text(officer.get(reverse("own_plan", args=[pk])))


def test_a_table_goes_out_empty_and_comes_back_filled(officer):
    pk = begun(officer)
    rows, problems = work_table.read(officer.get(reverse("own_plan_form")).content, name="mau.xlsx")
    assert (rows, problems) == ([], [])
    bad = officer.post(reverse("own_plan_import", args=[pk]), {"tep": sheet(("1", "Thăm trẻ", "XX", "", "", "", "", "", ""))})
    assert bad.status_code == 422
    assert "Dòng 2, cột “Thực hiện mục của kế hoạch thành phố”" in text(bad)
    good = officer.post(
        reverse("own_plan_import", args=[pk]), {"tep": sheet(("1", "Thăm trẻ", "II.4.c", "", "", "", "", "", ""))}, follow=True
    )
    assert "Đã nhập 1 hoạt động từ bảng." in text(good)
    again, _problems = work_table.read(officer.get(reverse("own_plan_table", args=[pk])).content, name="x.xlsx")
    assert [row.summary for row in again] == ["Thăm trẻ"]


def test_results_are_reported_with_proof_and_seen_on_the_duty(plan, officer):
    pk = issued(officer)
    line = queries.activities(pk, on=TODAY)[0]
    address = reverse("activity_report", args=[line.id])
    assert "cần minh chứng" in text(officer.post(address, {"muc_do": "done"}))
    officer.post(address, {"muc_do": "done", "tep": SimpleUploadedFile("anh.pdf", b"%PDF")})
    page = officer.get(reverse("activity", args=[line.id]))
    assert "anh.pdf" in text(page)
    assert officer.get(reverse("activity_proof", args=[page.context["reports"][0].pk])).content == b"%PDF"
    task = text(browser(people.city_leader()).get(reverse("task", args=[line.task_id])))
    assert "1/1 hoạt động xong" in task
    assert "Chỉ thị 28-CT/TW" in task
    assert browser(people.other_ward_officer()).post(address, {"muc_do": "started"}).status_code == 403


def test_other_people_read_but_do_not_write(plan, officer):
    pk = begun(officer)
    for other in (people.other_ward_officer(), people.lead_specialist()):
        client = browser(other)
        assert client.get(reverse("own_plan", args=[pk])).status_code == 200
        assert client.post(reverse("activity_add", args=[pk]), ACTIVITY).status_code == 403
        assert client.post(reverse("own_plan_issue", args=[pk]), {"ngay": "12/01/2026"}).status_code == 403
    assert browser(people.city_leader()).post(reverse("own_plan_begin"), {"nam": "2026"}).status_code == 403
    assert browser(people.privacy_officer()).get(reverse("own_plans")).status_code == 403


def test_who_has_no_plan_is_reminded_and_sees_it_in_their_work(plan, officer):
    lead = browser(people.lead_specialist())
    listed = lead.get(reverse("own_plans"), {"loc": "chua-co"})
    ids = [one.institution_id for one in listed.context["rows"]]
    assert people.ward().pk in ids
    answer = lead.post(reverse("own_plans_remind"), {"nam": "2026", "don-vi": ids}, follow=True)
    assert f"Đã nhắc {len(ids)} đơn vị" in text(answer)
    work = text(officer.get(reverse("my_work")))
    assert "Ban hành kế hoạch công tác năm 2026 của Phường Cái Khế" in work
    assert "đã nhắc ngày 23/11/2026" in work
    assert officer.post(reverse("own_plans_remind"), {"nam": "2026", "don-vi": ids}).status_code == 403
    issued(officer)
    assert "Ban hành kế hoạch công tác" not in text(officer.get(reverse("my_work")))


def test_gaps_are_listed_and_closed(plan):
    lead = browser(people.lead_specialist())
    page = lead.get(reverse("plan", args=[plan.pk]))
    assert "Còn trống:" in text(page)
    gaps = lead.get(reverse("plan_gaps", args=[plan.pk]))
    assert [one.address for one, _where in gaps.context["clauses"]] == ["III.1"]
    clause = gaps.context["clauses"][0][0].clause_id
    assert browser(people.ward_officer()).post(reverse("clause_waive", args=[clause]), {"ly_do": "x"}).status_code == 403
    assert lead.post(reverse("clause_waive", args=[clause]), {}).status_code == 422
    closed = lead.post(reverse("clause_waive", args=[clause]), {"ly_do": "Nêu nguồn kinh phí chung"}, follow=True)
    assert closed.context["clauses"] == []
    assert "Nêu nguồn kinh phí chung" in text(closed)
    opened = lead.post(reverse("clause_waive", args=[clause]), {"bo": "1"}, follow=True)
    assert len(opened.context["clauses"]) == 1


def test_clauses_are_linked_on_the_plan_page(plan):
    lead = browser(people.lead_specialist())
    source = next(pk for pk, address, _words in queries.clauses_of(plan.pk) if address == "IV.1.a-3")
    assert "Kế hoạch không có mục" in text(lead.post(reverse("clause_link", args=[source]), {"muc": "X.1"}, follow=True))
    linked = lead.post(reverse("clause_link", args=[source]), {"muc": "ii.6.d"}, follow=True)
    assert "Thực hiện <a" in text(linked)
    other_end = text(lead.get(reverse("plan", args=[plan.pk]), {"muc": "II.6.d"}))
    assert "Được thực hiện bởi <a" in other_end
    lead.post(reverse("clause_link", args=[source]), {"muc": "mục 2", "so_ky_hieu": "28-CT/TW"})
    assert "Chỉ thị 28-CT/TW, mục 2" in text(lead.get(reverse("plan", args=[plan.pk]), {"muc": "IV.1.a-3"}))
    link = queries.clause_links(plan.pk)[source][0][0].link_id
    lead.post(reverse("clause_unlink", args=[link]))
    assert len(queries.clause_links(plan.pk)[source][0]) == 1


def test_a_duty_is_divided_on_its_page(plan):
    chair = browser(people.ward_chair())
    task = queries.task_of_clause(plan.pk, "II.6.d")
    answer = chair.post(
        reverse("task_divide", args=[task.pk]), {"viec": "Rà soát khu vực 1", "thoi_han": "trước ngày 15/12/2026"}, follow=True
    )
    assert "Rà soát khu vực 1" in text(answer)
    assert "0/1 việc nhỏ xong" in text(answer)
    late = chair.post(reverse("task_divide", args=[task.pk]), {"viec": "x", "thoi_han": "bao giờ xong"}, follow=True)
    assert "Không đọc được thời hạn" in text(late)
    assert browser(people.front_officer()).post(reverse("task_divide", args=[task.pk]), {"viec": "x"}).status_code in {302, 403}
    assert browser(people.ward_officer()).post(reverse("task_divide", args=[task.pk]), {"viec": "x"}).status_code == 403


def test_the_pages_ask_few_questions(plan, officer):
    pk = issued(officer)
    officer.get(reverse("documents"))
    for address in (reverse("own_plans"), reverse("own_plan", args=[pk]), reverse("plan_gaps", args=[plan.pk])):
        officer.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert officer.get(address).status_code == 200
        assert len(asked) <= (25 if "cho-trong" in address else 15), (address, len(asked))
