"""Pages of documents: three people read, register, hand on, file; others do not see; few questions however many documents."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mangnon.accounts.records import SYSTEM
from mangnon.documents import operations, queries
from mangnon.documents.records import Facts
from mangnon.documents.vocabulary import Relation
from mangnon.lib import calendar, tables
from tests.factories import people
from tests.factories.people import AT, TODAY, browser

pytestmark = pytest.mark.django_db
SENT = {"loai": "Kế hoạch", "trich_yeu": "Bảo vệ trẻ em", "ngay": "09/01/2026", "muc_do": "0", "xem": "everybody"}
FOREIGN = SENT | {"so_ky_hieu": "15/KH-UBND", "co_quan": "UBND thành phố"}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(calendar, "now", lambda: AT.astimezone(calendar.VIETNAM))


@pytest.fixture
def officer():
    return browser(people.ward_officer())


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def only():
    return queries.documents(SYSTEM).get()


def test_a_paper_is_numbered_read_and_downloaded(officer):
    page = officer.get(reverse("document_send"))
    assert "Số kế tiếp của năm 2026 là 01" in text(page)
    file = SimpleUploadedFile("ke-hoach.pdf", b"%PDF-1.7", "application/pdf")
    answer = officer.post(reverse("document_send"), SENT | {"tep": file, "noi_nhan": "- Sở Y tế;\n- Lưu: VT."}, follow=True)
    assert "Đã cấp số 01/KH-UBND và vào sổ văn bản đi." in text(answer)
    assert only().recipients == ["Sở Y tế", "Lưu: VT"]
    assert officer.get(reverse("document_file", args=[only().pk])).content == b"%PDF-1.7"
    assert "CodeNotation" in text(answer)
    book = officer.get(reverse("document_book"), {"so": "di", "nam": "2026"})
    assert "01/KH-UBND" in text(book)
    content = officer.get(reverse("document_book_download"), {"so": "di", "nam": "2026"}).content
    sheet = tables.read_workbook(content, name="so.xlsx")[0].rows
    assert sheet[3][:3] == ["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản"]
    assert sheet[4][:2] == ["01/KH-UBND", "09/01/2026"]


def test_a_form_without_what_it_needs_says_so(officer):
    answer = officer.post(reverse("document_send"), SENT | {"trich_yeu": "", "ngay": "31/02/2026"})
    assert answer.status_code == 422
    assert "Chưa ghi trích yếu." in text(answer)
    assert "ví dụ 09/01/2026" in text(answer)


def test_an_equal_number_is_shown_and_may_be_registered_with_a_reason(officer):
    officer.post(reverse("document_enter"), FOREIGN)
    first = only()
    again = officer.post(reverse("document_arrive"), FOREIGN | {"ngay_den": "12/01/2026", "xem": "agency"})
    assert again.status_code == 422
    assert "Trùng số, ký hiệu và cơ quan ban hành" in text(again)
    assert reverse("document", args=[first.pk]) in text(again)
    said = FOREIGN | {"ngay_den": "12/01/2026", "trung": "Đóng nhầm số", "xem": "agency"}
    assert "số đến 1" in text(officer.post(reverse("document_arrive"), said, follow=True))
    assert queries.documents(SYSTEM).count() == 2


def test_a_paper_received_is_handed_on_and_settled(officer):
    officer.post(reverse("document_arrive"), FOREIGN | {"ngay_den": "12/11/2026", "han": "20/11/2026", "xem": "agency"})
    officer.post(reverse("document_send"), SENT | {"loai": "Công văn", "don_vi_soan": "VX"})
    document = queries.documents(SYSTEM).get(kind="Kế hoạch")
    entry = queries.own_entries(document.pk, [people.ward().pk])[0]
    late = officer.get(reverse("document_book"), {"so": "giai-quyet", "nam": "2026", "loc": "qua-han"})
    assert "15/KH-UBND" in text(late)
    assert "Quá hạn" in text(late)
    assert "Chưa ghi ai chủ trì." in text(officer.post(reverse("document_direct", args=[entry.pk]), {}))
    said = {"chu_tri": "Phòng Văn hóa - Xã hội", "y_kien": "Trả lời trong tuần"}
    assert "Đang giải quyết" in text(officer.post(reverse("document_direct", args=[entry.pk]), said, follow=True))
    missing = officer.post(reverse("document_finish", args=[entry.pk]), {"tra_loi": "99/UBND-VX"})
    assert "Không có văn bản số “99/UBND-VX”" in text(missing)
    done = officer.post(reverse("document_finish", args=[entry.pk]), {"tra_loi": "1/ubnd-vx"}, follow=True)
    assert "Đã giải quyết" in text(done)
    assert "01/UBND-VX" in text(done)


def test_another_ward_and_those_without_the_right_do_not_see_a_wards_paper(officer):
    officer.post(reverse("document_arrive"), FOREIGN | {"ngay_den": "12/11/2026", "xem": "agency"})
    address = reverse("document", args=[only().pk])
    assert officer.get(address).status_code == 200
    for other in (people.other_ward_officer(), people.city_leader()):
        assert browser(other).get(address).status_code == 404
        assert "15/KH-UBND" not in text(browser(other).get(reverse("documents")))
    for outside in (people.privacy_officer(), people.system_administrator(), people.collaborator()):
        assert browser(outside).get(reverse("documents")).status_code == 403
    assert browser(people.city_leader()).get(reverse("document_send")).status_code == 403


def test_documents_are_joined_and_the_line_is_walked_both_ways(officer):
    officer.post(reverse("document_enter"), FOREIGN)
    officer.post(reverse("document_send"), SENT | {"trich_yeu": "Kế hoạch của phường"})
    lower = queries.documents(SYSTEM).get(number="01/KH-UBND")
    upper = queries.documents(SYSTEM).get(number="15/KH-UBND")
    wrong = officer.post(reverse("document_relate", args=[lower.pk]), {"quan_he": "implements", "so_ky_hieu": "0/KH"})
    assert wrong.status_code == 422
    officer.post(reverse("document_relate", args=[lower.pk]), {"quan_he": "implements", "so_ky_hieu": "15/KH-UBND"})
    assert reverse("document", args=[upper.pk]) in text(officer.get(reverse("document", args=[lower.pk])))
    assert "Kế hoạch của phường" in text(browser(people.city_leader()).get(reverse("document", args=[upper.pk])))
    listed = officer.get(reverse("documents"), {"trien-khai": upper.pk})
    assert "triển khai" in text(listed)
    assert [one.pk for one in listed.context["page"]] == [lower.pk]
    relation = queries.linked(lower.pk)[0][0].relation_id
    assert browser(people.other_ward_officer()).post(reverse("document_unrelate", args=[relation])).status_code == 403
    officer.post(reverse("document_unrelate", args=[relation]))
    assert queries.cascade(lower.pk)[0] == []


def test_a_file_for_the_archive_is_opened_filled_and_handed_over(officer):
    officer.post(reverse("document_send"), SENT)
    answer = officer.post(
        reverse("dossiers"), {"so_ky_hieu": "05.TE", "tieu_de": "Kế hoạch 73", "bat_dau": "05/01/2026", "so_nam": "10"}, follow=True
    )  # fmt: skip
    assert "Hồ sơ 05.TE, năm 2026" in text(answer)
    file = answer.context["dossier"]
    officer.post(reverse("document_put", args=[only().pk]), {"ho-so": file.pk})
    officer.post(reverse("dossier_close", args=[file.pk]), {"ngay": "20/11/2025"})
    assert queries.dossier(file.pk).ended_on is None
    officer.post(reverse("dossier_close", args=[file.pk]), {"ngay": "20/11/2026"})
    listed = text(officer.get(reverse("dossiers"), {"loc": "closed"}))
    assert "20/11/2027" in listed
    assert browser(people.other_ward_officer()).get(reverse("dossier", args=[file.pk])).status_code == 404
    officer.post(reverse("dossier_archive", args=[file.pk]), {"ngay": "22/11/2026", "loi": "Biên bản 02"})
    assert "Đã nộp lưu" in text(officer.get(reverse("dossier", args=[file.pk])))


def test_recalling_needs_a_reason_and_freezes(officer):
    officer.post(reverse("document_send"), SENT)
    pk = only().pk
    assert officer.post(reverse("document_recall", args=[pk]), {}).status_code == 422
    answer = officer.post(reverse("document_recall", args=[pk]), {"ly_do": "Sai nội dung"}, follow=True)
    assert f"Đã thu hồi ngày {TODAY:%d/%m/%Y}" in text(answer)


def test_pages_ask_few_questions_however_many_documents(officer):
    facts = Facts(kind="Kế hoạch", title="x", issued_on=TODAY, issuer="UBND thành phố")
    upper = operations.register_document(
        number="73/KH-UBND", kind="Kế hoạch", title="x", issued_on=TODAY, issuer=facts.issuer, by=SYSTEM, at=AT
    )
    actor = people.ward_officer()
    for _ in range(30):
        lower = operations.issue(institution_id=people.ward().pk, facts=facts, by=actor, at=AT, body="thử")
        operations.relate(source_id=lower.pk, target_id=upper.pk, kind=Relation.IMPLEMENTS, by=actor, at=AT)
    officer.get(reverse("documents"))  # the counts beside the navigation are remembered for a minute
    for address in (reverse("documents"), reverse("document", args=[upper.pk]), reverse("document", args=[lower.pk])):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page = officer.get(address)
        assert page.status_code == 200
        assert len(asked) <= 15, address
    assert "và 10 văn bản khác" in text(officer.get(reverse("document", args=[upper.pk])))
