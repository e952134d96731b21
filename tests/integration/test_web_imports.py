"""Pages about lists: sent, explained, corrected in place, all without script."""

from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mangnon.accounts.records import SYSTEM
from mangnon.intake import queries
from mangnon.intake.formats import child_list
from mangnon.intake.vocabulary import RowState
from mangnon.lib import tables
from mangnon.register import queries as register
from mangnon.web.shell import work
from tests.factories import child_lists, people
from tests.factories.register import TODAY, unit

pytestmark = pytest.mark.django_db
ROWS = (
    child_lists.row(),
    child_lists.row(full_name="Trần Thị Bảo Ngọc", birth_date="31/02/2019", personal_number=""),
    child_lists.row(full_name="Lê Hoàng Yến", birth_date="14/12/2008", personal_number=""),
)


@pytest.fixture
def officer():
    return people.ward_officer()


@pytest.fixture
def browser(officer):
    return people.browser(officer)


def send(browser, content=None, name="DS.xlsx", **data):
    file = SimpleUploadedFile(name, content if content is not None else child_lists.workbook(ROWS))
    return browser.post(reverse("imports"), {"file": file, **data})


def text(response):
    return response.content.decode()


def enter(browser, batch):
    return browser.post(reverse("import_enrol", args=[batch.pk]), follow=True)


@pytest.fixture
def batch(browser, officer):
    send(browser)
    found = queries.batches(officer).get()
    enter(browser, found)
    return queries.batches(officer).get()


def test_a_sent_list_is_entered_and_explained(browser, officer):
    response = send(browser)
    batch = queries.batches(officer).get()
    assert response.url == reverse("import_batch", args=[batch.pk])
    assert not register.children(SYSTEM, on=TODAY).exists()  # nothing before somebody says yes
    assert "Ghi 1 dòng đúng vào sổ" in text(browser.get(response.url))
    shown = text(enter(browser, batch))
    for words in (
        "Đã ghi 1 trẻ mới", "Ngày 31/02/2019 không có trong lịch.", "Trẻ đủ 16 tuổi từ 14/12/2024.", "dòng phải sửa mới ghi được",
        "Sửa tại chỗ", "Vẫn ghi", "Bỏ qua dòng", "Tải tệp của bạn, ô sai đã đánh dấu",
    ):  # fmt: skip
        assert words in shown, words


def test_the_same_file_again_says_that_nothing_changed(browser, batch):
    response = send(browser)
    assert "không có gì thay đổi" in text(browser.get(response.url))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7", "dạng PDF"),
        (b"Ho ten,Ngay sinh\n", "không có dòng trẻ nào"),
        (child_lists.sheet_of([["Tên bé"], ["Hân"]]), "Không thấy dòng tiêu đề"),
        (b"", "Tệp rỗng"),
    ],
)
def test_a_file_that_is_no_list_is_refused_at_the_field(browser, content, words):
    response = send(browser, content)
    assert response.status_code == 422
    assert words in text(response)


def test_cells_are_corrected_in_place(browser, batch):
    row = queries.rows(batch, states=[RowState.MUST_FIX]).get()
    address = reverse("import_row", args=[row.pk])
    assert "còn ô phải sửa" in text(browser.post(address, {"o-birth_date": "30/02/2019"}, follow=True))
    assert "đã ghi vào sổ" in text(browser.post(address, {"o-birth_date": "28/02/2019"}, follow=True))
    assert "đã ghi rồi" in text(browser.post(address, {"o-birth_date": "27/02/2019"}, follow=True))


def test_questions_are_answered_and_rows_left_out(browser, batch):
    (asked,) = queries.rows(batch, states=[RowState.QUESTION])
    browser.post(reverse("import_row", args=[asked.pk]), {"viec": "confirm"})
    (wrong,) = queries.rows(batch, states=[RowState.MUST_FIX])
    browser.post(reverse("import_row", args=[wrong.pk]), {"viec": "aside"})
    assert queries.figures(batch).waiting == 0
    assert "Mọi dòng đã ghi" in text(browser.get(reverse("import_batch", args=[batch.pk])))


def test_suggestions_for_all_rows_of_one_rule(browser, officer):
    rows = [child_lists.row(full_name=name, personal_number="") for name in ("lê gia an", "lê gia bình")]
    send(browser, child_lists.workbook(rows))
    batch = queries.batches(officer).get()
    shown = text(browser.get(reverse("import_batch", args=[batch.pk]), {"muc": "note"}))
    assert "Sửa cả 2 dòng" in shown
    browser.post(reverse("import_accept", args=[batch.pk]), {"luat": "full_name_capitals"})
    enter(browser, batch)
    assert [c.full_name for c in register.children(SYSTEM, on=TODAY)] == ["Lê Gia An", "Lê Gia Bình"]


def test_what_is_noted_of_a_file_stands_on_its_page(browser, officer):
    titles, child = ["Họ và tên", "Ngày sinh", "Họ tên mẹ"], ["Lưu Gia Hân", "05/06/2022", "Trần Thị Ngân"]
    send(browser, child_lists.sheet_of([["Ghi chú: dòng tô vàng là trẻ đã chuyển đi"], titles, child]))
    shown = text(browser.get(reverse("import_batch", args=[queries.batches(officer).get().pk])))
    assert "Tệp ghi “Ghi chú: dòng tô vàng là trẻ đã chuyển đi”" in shown


def test_a_question_about_a_column_is_answered_at_once(browser, officer, monkeypatch):
    monkeypatch.setattr("mangnon.intake.operations.read.half_swapped.of_block", lambda *_: {"birth_date": "25/03/2018"})
    children = (("Võ An", "05/03/2018"), ("Lê Hiền", "01/12/2019"))
    rows = [child_lists.row(full_name=name, birth_date=day, personal_number="") for name, day in children]
    send(browser, child_lists.workbook(rows))
    batch = queries.batches(officer).get()
    shown = text(browser.get(reverse("import_batch", args=[batch.pk])))
    assert "Đổi cả 2 dòng" in shown
    assert "Giữ cả 2 dòng" in shown
    said = text(browser.post(reverse("import_accept", args=[batch.pk]), {"luat": "day_or_month", "viec": "giu"}, follow=True))
    assert "Đã giữ 2 dòng như trong tệp." in said
    assert queries.figures(batch).waiting == 0
    said = text(browser.post(reverse("import_accept", args=[batch.pk]), {"luat": "child_gone", "viec": "giu"}, follow=True))
    assert "Câu hỏi này về từng trẻ" in said


def test_the_only_carer_s_words_are_one_finding_and_unused_columns_are_named(browser, officer):
    cells = [["Họ và tên", "Ngày sinh", "Giới tính", "Họ tên mẹ", "Tôn giáo"], ["Lưu Gia Hân", "05/06/2022", "Nữ", "mất", "Không"]]
    send(browser, child_lists.sheet_of(cells))
    shown = text(browser.get(reverse("import_batch", args=[queries.batches(officer).get().pk])))
    assert "Ô Họ tên mẹ ghi “mất”: chưa biết ai chăm sóc trẻ." in shown
    assert "1 phát hiện" in shown
    assert "ô giống nhau" not in shown
    assert "Cột không dùng đến: Tôn giáo." in shown


def test_every_row_can_be_seen_and_findings_filtered(browser, batch):
    address = reverse("import_batch", args=[batch.pk])
    assert "Mọi dòng" in text(browser.get(address, {"dong": "tat-ca", "trang": "x"}))
    assert "31/02/2019 không có" not in text(browser.get(address, {"muc": "question"}))


def test_workbooks_to_take_away(browser, batch):
    template = browser.get(reverse("import_template", args=["child-list"]))
    assert tables.read_workbook(template.content, name="mau.xlsx")[0].rows[0][1] == "Họ và tên"
    marked = browser.get(reverse("import_findings", args=[batch.pk]))
    assert quote("(đã đánh dấu).xlsx") in marked["Content-Disposition"]
    assert len(tables.read_workbook(marked.content, name="sua.xlsx")[0].rows) == batch.row_count + 1
    assert "Ghi tên dân tộc" in text(browser.get(reverse("import_guide", args=["child-list"])))


def test_three_people(browser, batch):
    other = people.browser(people.other_ward_officer())
    assert other.get(reverse("import_batch", args=[batch.pk])).status_code == 422
    row = queries.rows(batch, states=[RowState.MUST_FIX]).get()
    assert other.post(reverse("import_row", args=[row.pk]), {"viec": "aside"}).status_code == 422
    assert send(other, commune=str(unit().pk)).status_code == 302  # the choice is not offered: it goes to the sender's own ward
    assert queries.batches(SYSTEM).first().commune.code == "31135"
    assert people.browser(people.city_leader()).get(reverse("imports")).status_code == 403
    city = people.browser(people.lead_specialist())
    assert "Nhiều xã, phường (theo cột Nơi ở)" in text(city.get(reverse("imports")))


def test_waiting_rows_are_work(officer, batch):
    items = [item for item in work.waiting(officer, on=TODAY) if "danh sách số" in item.title]
    assert [(item.title, item.action) for item in items] == [(f"2 dòng cần sửa trong danh sách số {batch.pk}", "Sửa các dòng")]
    assert not [item for item in work.waiting(people.other_ward_officer(), on=TODAY) if "danh sách số" in item.title]


def test_the_form_asks_for_nothing_it_calls_unnecessary(browser):
    page = text(browser.get(reverse("imports")))
    assert "(không bắt buộc)" not in page
    assert page.index("<option") == page.index(f'<option value="{child_list.CODE}">')
