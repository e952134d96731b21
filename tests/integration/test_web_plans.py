"""Plan pages: three people see them, correct, adopt, assign, report; others are refused."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mangnon.accounts.records import SYSTEM
from mangnon.lib import calendar
from mangnon.plans import operations, queries
from tests.factories import people
from tests.factories.people import AT, TODAY, browser
from tests.unit.plans.reader import FOLDER


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(calendar, "now", lambda: AT.astimezone(calendar.VIETNAM))


@pytest.fixture
def plan(db):
    return operations.load_builtin(by=SYSTEM, at=AT)


@pytest.fixture
def draft(db):
    return operations.read(content=(FOLDER / "phan-thu.txt").read_bytes(), name="phan-thu.txt", by=SYSTEM, at=AT)


def task(plan, address):
    return next(one for one in queries.duties(plan.pk, on=TODAY) if one.address == address)


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_the_plan_page_shows_the_paper_beside_its_duties(plan):
    page = browser(people.ward_officer()).get(reverse("plan", args=[plan.pk]), {"muc": "IV.1.a-3"})
    shown = text(page)
    assert "<mark>Sở Lao động - Thương binh và Xã hội</mark>" in shown
    assert 'class="clause clause-now" id="dk-iv-1-a-3"' in shown
    assert "nay là Sở Y tế" in shown
    assert "Tự báo: chưa báo" in shown
    assert "Chỉ thị 28-CT/TW › Kế hoạch 276-KH/TU › Kế hoạch 73/KH-UBND" in re.sub("<[^>]+>", "", shown)


def test_it_can_be_seen_on_the_day_of_the_paper(plan):
    shown = text(browser(people.city_leader()).get(reverse("plan", args=[plan.pk]), {"ngay": "2024-04-04"}))
    assert "Đang xem vào ngày 04/04/2024" in shown
    assert "nay là Sở Y tế" not in shown


@pytest.mark.parametrize(
    ("wanted", "addresses"),
    [("qua-han", {"V.1"}), ("cho-quyet-dinh", {"IV.4.a", "IV.4.b", "IV.4.c", "IV.4.d"}), ("chua-bao", None), ("toan-van", None)],
)
def test_filters_show_what_they_say(plan, wanted, addresses):
    page = browser(people.lead_specialist()).get(reverse("plan", args=[plan.pk]), {"loc": wanted})
    rows = {row.address for group in page.context["groups"] for row in group.rows}
    assert rows == addresses if addresses else len(rows) >= 61


def test_a_ward_sees_its_own_part(plan):
    page = browser(people.ward_officer()).get(reverse("plan", args=[plan.pk]), {"loc": "cua-toi"})
    assert {row.address for group in page.context["groups"] for row in group.rows} >= {"V.1", "II.6.d", "IV.9.b"}


def test_the_whole_paper_and_the_table_can_be_opened(plan):
    client = browser(people.front_officer())
    whole = text(client.get(reverse("plan", args=[plan.pk]), {"muc": "toan-van"}))
    assert "Trên đây là Kế hoạch" in whole
    assert "Nguyễn Thực Hiện" in whole
    assert client.get(reverse("duties")).status_code == 200
    assert client.get(reverse("plans")).url.startswith(reverse("plan", args=[plan.pk]))


@pytest.mark.parametrize("somebody", [people.privacy_officer, people.system_administrator])
def test_who_has_no_part_in_plans_is_refused(plan, somebody):
    assert browser(somebody()).get(reverse("plan", args=[plan.pk])).status_code == 403


def test_a_paper_is_read_corrected_and_adopted(db):
    client = browser(people.lead_specialist())
    file = SimpleUploadedFile("phan-thu.txt", (FOLDER / "phan-thu.txt").read_bytes())
    page = client.post(reverse("plan_upload"), {"tep": file}, follow=True)
    plan = page.context["plan"]
    assert "Còn 2 nhiệm vụ chưa có cơ quan chủ trì" in text(page)
    refused = client.post(reverse("plan_adopt", args=[plan.pk]), follow=True)
    assert "2 nhiệm vụ chưa có cơ quan chủ trì: PII.II.2+1, PII.II.2+2" in text(refused)
    first, second = task(plan, "PII.II.2+1"), task(plan, "PII.II.2+2")
    corrected = {
        "viec": "Rào ao, hồ",
        "chu_tri": "Sở Nội vụ",
        "phoi_hop": "Công an thành phố",
        "thoi_han": "quý II năm 2027",
        "linh_vuc": "",
    }
    client.post(reverse("task_edit", args=[first.task_id]), corrected)
    client.post(reverse("task_remove", args=[second.task_id]), {"ly_do": "Việc của hộ gia đình."})
    adopted = client.post(reverse("plan_adopt", args=[plan.pk]), follow=True)
    assert "Đã chấp nhận kế hoạch số 45/2026/ĐA-UBND" in text(adopted)
    assert queries.current_plan().pk == plan.pk


def test_a_file_that_is_no_plan_is_refused_beside_the_field(db):
    page = browser(people.lead_specialist()).post(
        reverse("plan_upload"), {"tep": SimpleUploadedFile("ds.txt", "Danh sách\nLê An\nTrần Bê".encode())}
    )
    assert page.status_code == 422
    assert "không đọc được như một văn bản kế hoạch" in text(page)


def test_a_misread_clause_is_put_right(draft):
    client = browser(people.lead_specialist())
    clause = next(one for one in queries.clause_tree(draft.pk) if one.address == "PII.I.2")
    address = reverse("clause_edit", args=[clause.pk])
    assert "Máy đọc được" in text(client.get(address))
    client.post(address, {"tieu_de": "", "noi_dung": "Đến năm 2030, giảm 35%."})
    assert queries.clause(clause.pk).text == "Đến năm 2030, giảm 35%."
    assert client.post(address, {"tieu_de": "", "noi_dung": ""}).status_code == 200


def test_a_wrong_lead_or_deadline_stands_beside_its_field(draft):
    client = browser(people.lead_specialist())
    address = reverse("task_add", args=[queries.clause_tree(draft.pk)[0].pk])
    facts = {"viec": "Việc mới", "chu_tri": "Sở Không Có", "phoi_hop": "", "thoi_han": "", "linh_vuc": ""}
    assert "Không tìm thấy cơ quan “Sở Không Có”" in text(client.post(address, facts))
    facts |= {"chu_tri": "Sở Y tế", "thoi_han": "sớm nhất"}
    assert "Không đọc được thời hạn “sớm nhất”" in text(client.post(address, facts))


@pytest.mark.parametrize("name", ["plan_adopt", "clause_edit", "task_edit"])
def test_correcting_is_not_for_everybody(draft, name):
    client = browser(people.department_specialist())
    assert client.post(reverse(name, args=[draft.pk])).status_code == 403


def test_a_chair_names_the_responsible_officer_of_the_ward(plan):
    officer, chair = people.ward_officer(), people.ward_chair()
    one = task(plan, "V.1")
    page = browser(chair).get(reverse("task", args=[one.task_id]))
    assert "Giao người phụ trách" in text(page)
    browser(chair).post(reverse("task_assign", args=[one.task_id]), {"nguoi": officer.id})
    assert queries.responsible(one.task_id, people.ward().pk, on=TODAY).username == officer.id
    assert "Đánh giá tình hình, báo cáo kết quả" in text(browser(officer).get("/viec/"))


def test_an_officer_reports_for_the_own_ward_with_evidence(plan):
    officer = people.ward_officer()
    one = task(plan, "II.6.d")
    said = {
        "tu_bao": "done", "phan_tram": "100", "ghi_chu": "Đã rà soát 1.204 hồ sơ.", "minh_chung": "Báo cáo 12/BC-UBND ngày 15/11/2026",
        "tep": SimpleUploadedFile("bien-ban.txt", b"Bien ban"),
    }  # fmt: skip
    page = browser(officer).post(reverse("task_report", args=[one.task_id]), said, follow=True)
    assert "Phường Cái Khế: hoàn thành 100%" in text(page)
    piece = queries.progress_of(one.task_id)[0].evidence.exclude(file=None).get()
    download = browser(people.lead_specialist()).get(reverse("task_evidence", args=[piece.pk]))
    assert download.content == b"Bien ban"
    assert "attachment" in download["Content-Disposition"]
    assert task(plan, "II.6.d").status.declared_words == "1/114 đơn vị xong"


def test_who_has_no_part_in_a_duty_cannot_report_it(plan):
    one = task(plan, "IV.2.b")
    page = browser(people.ward_officer()).post(reverse("task_report", args=[one.task_id]), {"tu_bao": "done"})
    assert page.status_code == 422
    assert not queries.progress_of(one.task_id)


def test_the_lead_decides_who_takes_over_a_duty_of_a_divided_agency(plan):
    one = task(plan, "IV.4.c")
    client = browser(people.lead_head())
    assert "Quyết định nơi tiếp nhận nhiệm vụ này" in text(client.get(reverse("task", args=[one.task_id])))
    chosen = next(pk for pk, name in one.live.candidates if name == "Sở Văn hóa, Thể thao và Du lịch")
    client.post(reverse("task_decide", args=[one.task_id]), {"noi": str(chosen), "ly_do": "Quản lý báo chí đã chuyển về sở này."})
    assert task(plan, "IV.4.c").live.name == "Sở Văn hóa, Thể thao và Du lịch"
    assert browser(people.ward_officer()).post(reverse("task_decide", args=[one.task_id]), {}).status_code == 403


def test_unknown_addresses_are_not_found(plan):
    client = browser(people.lead_specialist())
    for name in ("plan", "task", "clause_edit", "task_evidence"):
        assert client.get(reverse(name, args=[999_999])).status_code == 404


def test_an_unassigned_duty_of_the_agency_waits_on_the_work_page(plan):
    shown = text(browser(people.ward_chair()).get("/viec/"))
    assert "nhiệm vụ của Phường Cái Khế chưa có người phụ trách" in shown
