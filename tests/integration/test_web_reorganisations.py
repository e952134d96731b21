"""Pages of acts: who sees what, drafting with words about what is wrong, preview, decision, the queue."""

from datetime import date

import pytest

from mangnon.audit.records import SYSTEM
from mangnon.institutions import queries
from mangnon.institutions.models import Question, Reorganisation
from mangnon.institutions.vocabulary import ActState
from mangnon.lib import calendar
from tests.factories import acts, people
from tests.factories import register as kids

pytestmark = pytest.mark.django_db
PAPER = {"so": "19/NQ-HĐND", "trich_yeu": "Chia phường Cái Khế", "hieu_luc": "01/12/2026"}
DIVISION = {
    "rows": [("split", "31120", "+40001", "", "part"), ("split", "31120", "+40002", "", "part")],
    "new": {"40001": "Phường Sông Hậu", "40002": "Phường Cồn Khương"},
}


@pytest.fixture
def specialist():
    return people.browser(people.lead_specialist())


@pytest.fixture
def head():
    return people.browser(people.lead_head())


def draft(client):
    address = client.post("/don-vi/sap-xep/moi/", PAPER).headers["Location"]
    return address, int(address.rstrip("/").split("/")[-1])


def test_a_ward_officer_reads_but_does_not_draft():
    act = acts.act(**DIVISION)
    officer = people.browser(people.ward_officer())
    assert "Soạn văn bản sắp xếp" not in officer.get("/don-vi/sap-xep/").text
    page = officer.get(f"/don-vi/sap-xep/{act.pk}/")
    assert page.status_code == 200
    assert "Thêm dòng" not in page.text
    assert officer.post(f"/don-vi/sap-xep/{act.pk}/kiem-tra/").status_code == 403
    assert officer.post("/don-vi/sap-xep/moi/", PAPER).status_code == 403


def test_a_draft_from_the_paper_to_the_check(specialist):
    address, pk = draft(specialist)
    specialist.post(f"{address}noi-moi/", {"loai": "Phường", "ten": "Phường Sông Hậu", "ma": "40001", "bao_cao": "on"})
    row = {"tu": "Phường Cái Khế, Thành phố Cần Thơ (31120)", "kieu": "rename", "den": "Phường Sông Hậu (40001)", "phan": "whole"}
    specialist.post(f"{address}dong/", row)
    page = specialist.get(address).text
    assert "lập mới" in page
    assert "31120" in str(queries.act_rows(pk).get().source.code)
    answer = specialist.post(f"{address}kiem-tra/", follow=True).text
    assert "không hở, không trùng" in answer
    assert Reorganisation.objects.get(pk=pk).state == ActState.CHECKED


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"tu": "Phường Không Có", "kieu": "merge", "den": "31135"}, "Không có đơn vị, cơ quan nào là"),
        ({"tu": "31120", "kieu": "merge", "den": "Xã Ở Đâu"}, "hoặc khai nơi mới"),
        ({"tu": "", "kieu": "merge", "den": ""}, "Ghi tên hoặc mã nơi cũ"),
        ({"tu": "Sở", "kieu": "merge", "den": "31135"}, "Chọn một nơi trong gợi ý"),
    ],
)
def test_a_row_that_cannot_be_read_says_why(specialist, row, says):
    address, pk = draft(specialist)
    answer = specialist.post(f"{address}dong/", row)
    assert answer.status_code == 422
    assert says in answer.text
    assert not queries.act_rows(pk).exists()


def test_a_file_with_faults_names_row_and_column(specialist, tmp_path):
    address, _ = draft(specialist)
    path = tmp_path / "bang.csv"
    path.write_text("source_code,target_code,effective,kind,function\nso-gddt,so-la,2026-12-01,merged,\n", encoding="utf-8")
    with path.open("rb") as file:
        answer = specialist.post(f"{address}tep/", {"tep": file})
    assert answer.status_code == 422
    assert "bang.csv, dòng 2, cột target_code" in answer.text


def test_the_preview_counts_and_nothing_is_written(specialist):
    people.ward_officer()
    kids.child(hamlet="Khu vực 3")
    act = acts.act(rows=[("rename", "31120", "+40001")], new={"40001": "Phường Sông Hậu"})
    specialist.post(f"/don-vi/sap-xep/{act.pk}/kiem-tra/")
    page = specialist.get(f"/don-vi/sap-xep/{act.pk}/").text
    assert "1 trẻ em" in page
    assert "1 tài khoản" in page
    assert queries.by_code("40001", on=date(2026, 12, 2)) is None


def test_only_leaders_decide_and_then_it_stands(specialist, head):
    act = acts.act(**DIVISION, on=calendar.today())
    specialist.post(f"/don-vi/sap-xep/{act.pk}/kiem-tra/")
    assert specialist.post(f"/don-vi/sap-xep/{act.pk}/quyet-dinh/").status_code == 403
    assert "Quyết định Nghị quyết 12/NQ-HĐND" in head.get("/viec/").text
    assert "Đã quyết định và thực hiện." in head.post(f"/don-vi/sap-xep/{act.pk}/quyet-dinh/", follow=True).text
    assert "Lập văn bản hủy bỏ" in head.get(f"/don-vi/sap-xep/{act.pk}/").text
    assert head.post(f"/don-vi/sap-xep/{act.pk}/dong/", {"tu": "31135", "kieu": "merge", "den": "31147"}).status_code == 422


def test_an_unchecked_act_is_not_decided(head):
    act = acts.act(**DIVISION)
    assert "chưa kiểm tra" in head.post(f"/don-vi/sap-xep/{act.pk}/quyet-dinh/", follow=True).text
    act.refresh_from_db()
    assert act.state == ActState.DRAFT


def test_questions_are_answered_many_at_once(head):
    for number in (1, 2):
        kids.child(hamlet=f"Khu vực {number}")
    acts.applied(acts.act(**DIVISION))
    page = head.get("/don-vi/sap-xep/cho-quyet-dinh/").text
    assert "1 trẻ ở Khu vực 1" in page
    keys = list(Question.objects.values_list("pk", flat=True))
    target = acts.institution("40001", on=date(2026, 12, 2)).pk
    assert head.post("/don-vi/sap-xep/cho-quyet-dinh/tra-loi/", {"viec": keys}).status_code == 422
    answer = head.post("/don-vi/sap-xep/cho-quyet-dinh/tra-loi/", {"viec": keys, "noi": target, "ly_do": "Theo bản đồ"}, follow=True)
    assert "Đã quyết định nơi tiếp nhận của 2 việc." in answer.text
    assert queries.open_question_count() == 0
    assert "Theo bản đồ" in answer.text


def test_the_undoing_act_is_drafted_on_its_own_page(specialist):
    act = acts.applied(acts.act(**DIVISION))
    early = {"so": "1/NQ", "trich_yeu": "Hủy bỏ", "hieu_luc": "01/12/2026"}
    assert "Văn bản hủy bỏ phải từ ngày sau đó" in specialist.post(f"/don-vi/sap-xep/{act.pk}/huy-bo/", early).text
    address = specialist.post(f"/don-vi/sap-xep/{act.pk}/huy-bo/", early | {"hieu_luc": "01/01/2027"}).headers["Location"]
    page = specialist.get(address).text
    assert "Văn bản này hủy bỏ" in page
    assert "Lập lại" in page
    assert queries.act(int(address.rstrip("/").split("/")[-1])).drafted_by != SYSTEM.id
