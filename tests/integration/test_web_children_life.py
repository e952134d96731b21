"""A child's page shows what lists brought: school, vaccines, cards, papers; and asks for the receipt of a child handed over."""

import pytest
from django.urls import reverse

from mangnon.accounts.records import SYSTEM
from mangnon.register import queries
from mangnon.register.models import HandOver
from mangnon.web.shell import work
from tests.factories import people
from tests.factories.lists import bring
from tests.factories.register import TODAY, child

pytestmark = pytest.mark.django_db
ROW = {"full_name": "Lưu Gia Hân", "personal_number": "092322007731"}


def shown(browser, pk):
    response = browser.get(reverse("child", args=[pk]))
    assert response.status_code == 200
    return response.content.decode()


def test_everything_lists_brought_is_on_the_page():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    browser = people.browser(people.ward_officer())
    assert "Tiêm chủng" not in shown(browser, han)
    bring("school-roll", [ROW | {"school": "Trường Mầm non Hướng Dương", "class_name": "Chồi 2", "school_year": "2026-2027"}])
    bring("immunisation", [ROW | {"dose_bcg_1": "06/06/2022", "dose_opv_1": "05/08/2022", "dose_opv_2": "10/2022"}])
    bring("health-insurance", [ROW | {"card": "TE1929212345678", "card_since": "05/06/2022", "card_until": "30/09/2028"}])
    bring("social-assistance", [ROW | {"amount": "750.000", "help_since": "01/2026", "decision": "123/QĐ-UBND"}])
    bring("poor-households", [ROW | {"standing": "Hộ nghèo", "standing_since": "01/01/2026", "decision": "456/QĐ-UBND"}])
    page = shown(browser, han)
    for words in (
        "Trường Mầm non Hướng Dương, lớp Chồi 2", "Năm học 2026-2027", "Lao (BCG)", "Mũi 2: 10/2022", "TE1929212345678",
        "05/06/2022 đến 30/09/2028", "750.000 đồng mỗi tháng. 123/QĐ-UBND", "456/QĐ-UBND. Danh sách số",
    ):  # fmt: skip
        assert words in page


def test_what_the_family_does_not_give_is_said_so():
    rows = [
        {"full_name": "Lưu Gia Hân", "birth_date": "05/06/2022", "sex": "Nữ", "ethnicity": "không cung cấp", "mother_name": "Trần Thị Ngân"}
    ]
    bring("child-list", rows)
    han = queries.children(SYSTEM, on=TODAY).get()
    assert (han.ethnicity, han.withheld) == ("", ["ethnicity"])
    assert "<strong>Không cung cấp</strong>" in shown(people.browser(people.ward_officer()), han.pk)
    bring("child-list", [rows[0] | {"ethnicity": "Khmer"}])
    han.refresh_from_db()
    assert (han.ethnicity, han.withheld) == ("kho-me", [])


def test_a_child_handed_over_waits_for_its_receipt():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    bring("moves", [ROW | {"direction": "chuyển đi", "moved_on": "03/11/2026", "to_place": "Phường Ninh Kiều"}])
    officer = people.other_ward_officer()
    browser = people.browser(officer)
    assert "Chuyển từ phường Cái Khế đến phường Ninh Kiều ngày 03/11/2026" in shown(browser, han)
    title = f"Tiếp nhận trẻ chuyển đến, hồ sơ TE-{han:06d}"
    assert title in [item.title for item in work.waiting(officer, on=TODAY)]
    sent = HandOver.objects.get()
    address = reverse("child_received", args=[han, sent.pk])
    assert people.browser(people.ward_officer()).post(address).status_code in {403, 422}
    assert browser.post(address).status_code == 302
    sent.refresh_from_db()
    assert sent.received_by_label == officer.label
    assert "chờ tiếp nhận" not in shown(browser, han)
    assert browser.post(address).status_code == 422
    assert title not in [item.title for item in work.waiting(officer, on=TODAY)]
