"""The way of a list on screen: columns asked once and remembered, sent again, taken back, one correction for all alike, two at once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations, queries
from mangnon.intake.models import SenderLayout
from mangnon.intake.rules import sections
from mangnon.intake.vocabulary import BatchState, RowState
from mangnon.jobs import queue
from mangnon.register import queries as register
from mangnon.web.imports import flow
from tests.factories import child_lists, people
from tests.factories.register import AT, TODAY, unit

pytestmark = pytest.mark.django_db
ODD = [["Họ tên cháu bé", "Sinh nhật của cháu", "Phái", "Tên mẹ"], ["Lưu Gia Hân", "05/06/2022", "Nữ", "Trần Thị Ngân"]]


@pytest.fixture(autouse=True)
def _jobs_at_once(settings):
    settings.MANGNON_PORTS = {**settings.MANGNON_PORTS, "lib.later": "mangnon.jobs.queue.now"}
    assert queue.now


@pytest.fixture
def officer():
    return people.ward_officer()


@pytest.fixture
def browser(officer):
    return people.browser(officer)


def send(browser, content, name="DS.xlsx"):
    return browser.post(reverse("imports"), {"file": SimpleUploadedFile(name, content)}, follow=True)


def text(response):
    return response.content.decode()


def names():
    return [child.full_name for child in register.children(SYSTEM, on=TODAY)]


def test_odd_columns_are_asked_once_and_remembered_until_revoked(browser, officer):
    page = send(browser, child_lists.sheet_of(ODD))
    batch = queries.batches(officer).get()
    assert batch.state == BatchState.MAPPING
    assert all(words in text(page) for words in ("Sinh nhật của cháu", "05/06/2022", "Không dùng"))
    address = reverse("import_mapping", args=[batch.pk])
    assert "Chưa có cột nào là “Ngày sinh”" in text(browser.post(address, {"cot-0": "full_name"}))
    page = browser.post(address, {"cot-0": "full_name", "cot-1": "birth_date", "cot-2": "sex", "cot-3": "mother_name"}, follow=True)
    assert "Ghi 1 dòng đúng vào sổ" in text(page)
    browser.post(reverse("import_enrol", args=[batch.pk]))
    assert names() == ["Lưu Gia Hân"]
    later = [ODD[0], ["Võ Thị Đạt", "07/07/2021", "Nữ", "Lê Thị Mai"]]
    send(browser, child_lists.sheet_of(later))
    second = queries.batches(officer).first()
    assert (second.state, second.row_count) == (BatchState.CHECKED, 1)
    page = browser.get(reverse("import_layouts"))
    assert "Sinh nhật của cháu là Ngày sinh" in text(page)
    browser.post(reverse("import_forget_layout", args=[queries.layouts(officer).get().pk]))
    send(browser, child_lists.sheet_of([ODD[0], ["Kim Sa Rây", "01/02/2020", "Nam", "Kim Thị Sua"]]))
    assert queries.batches(officer).first().state == BatchState.MAPPING


def test_an_answer_of_before_titles_were_told_apart_by_their_marks_still_holds(browser, officer):
    places, unit_id = {"full_name": 0, "birth_date": 1, "sex": 2, "mother_name": 3}, unit("31120").pk
    SenderLayout.objects.create(
        sender=f"unit:{unit_id}", format_code="child-list", signature="of before", titles=[*ODD[0], sections.TITLE], places=places,
        decided_by_label="Ai đó", decided_at=AT,
    )  # fmt: skip
    send(browser, child_lists.sheet_of(ODD))
    batch = queries.batches(officer).get()
    assert (batch.state, {name: batch.places[name] for name in places}) == (BatchState.CHECKED, places)


def test_columns_to_be_ticked_stay_what_they_are_when_others_are_asked_about(browser, officer):
    heads = [["Họ và tên", "Ngày sinh", "Người nhà", "Hoàn cảnh", ""], ["", "", "", "Bị bỏ rơi", "Khuyết tật"]]
    page = send(browser, child_lists.sheet_of([*heads, ["Lưu Gia Hân", "05/06/2022", "Trần Thị Ngân", "", "x"]]))
    assert '<option value="circumstances=Khuyết tật" selected>Hoàn cảnh đặc biệt: Khuyết tật (đánh dấu)</option>' in text(page)
    batch = queries.batches(officer).get()
    told = {"cot-0": "full_name", "cot-1": "birth_date", "cot-2": "mother_name", "cot-4": "circumstances=Khuyết tật"}
    page = browser.post(reverse("import_mapping", args=[batch.pk]), told | {"cot-3": told["cot-4"]})
    assert "cùng được chọn là “Hoàn cảnh đặc biệt: Khuyết tật (đánh dấu)”" in text(page)
    browser.post(reverse("import_mapping", args=[batch.pk]), told)
    assert [queries.cells(row.batch, row)["circumstances"] for row in queries.rows(batch).select_related("batch")] == ["Khuyết tật"]
    assert "Khuyết tật là Hoàn cảnh đặc biệt: Khuyết tật (đánh dấu)" in text(browser.get(reverse("import_layouts")))


ROLL = [
    ["TRƯỜNG TIỂU HỌC CÁI KHẾ 1"], ["DANH SÁCH HỌC SINH"], ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Lớp", "Năm học", "Họ tên mẹ"],
    ["1", "Lưu Gia Hân", "05/06/2019", "Nữ", "2A1", "2026-2027", "Trần Thị Ngân"],
]  # fmt: skip


def test_a_list_of_another_kind_is_read_as_that_with_one_press(browser, officer):
    page = send(browser, child_lists.sheet_of(ROLL))
    first = queries.batches(officer).get()
    assert (first.state, first.likelier) == (BatchState.CHECKED, "school-roll")
    assert "Đọc theo mẫu Danh sách học sinh" in text(page)
    page = browser.post(reverse("import_switch", args=[first.pk]), follow=True)
    assert "Đã đọc lại tệp theo mẫu “Danh sách học sinh”" in text(page)
    second = queries.batches(officer).first()
    assert (second.format_code, second.state, second.row_count, second.likelier) == ("school-roll", BatchState.CHECKED, 1, "")
    first.refresh_from_db()
    assert first.state == BatchState.WITHDRAWN
    assert "không giống mẫu nào khác" in text(browser.post(reverse("import_switch", args=[second.pk]), follow=True))
    assert queries.batches(officer).count() == 2


def test_a_list_that_is_entered_is_not_switched(browser, officer):
    send(browser, child_lists.sheet_of(ROLL))
    batch = queries.batches(officer).get()
    browser.post(reverse("import_enrol", args=[batch.pk]))
    assert "nên không rút được" in text(browser.post(reverse("import_switch", args=[batch.pk]), follow=True))
    assert "Đọc theo mẫu" not in text(browser.get(reverse("import_batch", args=[batch.pk])))


def test_columns_are_not_asked_about_without_the_kind_the_list_looks_like(browser, officer):
    titles = ["STT", "Họ và tên", "Trường", "Lớp", "Năm học"]
    page = send(browser, child_lists.sheet_of([titles, ["1", "Lưu Gia Hân", "Trường Tiểu học Cái Khế 1", "2A1", "2026-2027"]]))
    assert queries.batches(officer).get().state == BatchState.MAPPING
    assert "Đọc theo mẫu Danh sách học sinh" in text(page)


def test_a_refused_file_names_the_kind_it_looks_like(browser, officer, monkeypatch):
    empty = child_lists.sheet_of(ROLL[:3])
    page = send(browser, empty)
    assert "Tệp này giống mẫu “Danh sách học sinh”: chọn mẫu đó rồi gửi lại." in text(page)
    assert '<option value="school-roll" selected>' in text(page)
    monkeypatch.setattr(flow, "SMALL", 0)
    page = send(browser, empty)
    first = queries.batches(officer).get()
    assert (first.state, first.likelier) == (BatchState.FAILED, "school-roll")
    assert "Đọc theo mẫu Danh sách học sinh" in text(page)
    browser.post(reverse("import_switch", args=[first.pk]))
    assert queries.batches(officer).first().format_code == "school-roll"


def test_another_ward_cannot_switch_a_list(browser, officer):
    send(browser, child_lists.sheet_of(ROLL))
    other = people.browser(people.other_ward_officer())
    assert other.post(reverse("import_switch", args=[queries.batches(officer).get().pk])).status_code == 422
    assert queries.batches(officer).get().state == BatchState.CHECKED


def test_a_list_is_taken_back_before_it_is_entered(browser, officer):
    send(browser, child_lists.workbook([child_lists.row()]))
    batch = queries.batches(officer).get()
    assert "đã rút; không dòng nào được ghi" in text(browser.post(reverse("import_withdraw", args=[batch.pk]), follow=True))
    send(browser, child_lists.workbook([child_lists.row()]))  # the same bytes may come again
    second = queries.batches(officer).first()
    browser.post(reverse("import_enrol", args=[second.pk]))
    assert "nên không rút được" in text(browser.post(reverse("import_withdraw", args=[second.pk]), follow=True))


def test_one_correction_for_all_cells_alike(browser, officer):
    rows = [child_lists.row(full_name=name, sex="Namm", personal_number="") for name in ("Lê Văn An", "Lê Văn Bình", "Lê Văn Châu")]
    page = send(browser, child_lists.workbook(rows))
    assert "Sửa 3 ô giống nhau" in text(page)
    batch = queries.batches(officer).get()
    page = browser.post(reverse("import_alike", args=[batch.pk]), {"cot": "sex", "dang-ghi": "Namm", "thanh": "Nam"}, follow=True)
    assert "Đã sửa 3 ô giống nhau" in text(page)
    assert {row.state for row in queries.rows(batch)} == {RowState.READY}


def test_a_colleague_s_correction_is_not_overwritten(browser, officer):
    send(browser, child_lists.workbook([child_lists.row(birth_date="31/02/2019", personal_number="")]))
    row = queries.rows(queries.batches(officer).get()).get()
    operations.correct_cell(row_id=row.pk, field="birth_date", value="30/02/2019", by=SYSTEM, at=AT)
    page = browser.post(reverse("import_row", args=[row.pk]), {"o-birth_date": "28/02/2019", "phien": str(row.version)}, follow=True)
    assert "sau khi trang này mở" in text(page)
    row.refresh_from_db()
    assert row.corrections["birth_date"] == "30/02/2019"


def test_the_corrected_file_sent_again_touches_only_what_changed(browser, officer):
    good, bad = child_lists.row(), child_lists.row(full_name="Trần Thị Bảo Ngọc", birth_date="31/02/2019", personal_number="")
    send(browser, child_lists.workbook([good, bad]))
    first = queries.batches(officer).get()
    browser.post(reverse("import_enrol", args=[first.pk]))
    send(browser, child_lists.workbook([good, bad | {"birth_date": "28/02/2019"}]))
    second = queries.batches(officer).first()
    figures = queries.figures(second)
    assert (figures.unchanged, figures.ready, queries.figures(first).replaced) == (1, 1, 1)
    browser.post(reverse("import_enrol", args=[second.pk]))
    assert names() == ["Lưu Gia Hân", "Trần Thị Bảo Ngọc"]


def test_a_long_list_is_read_and_entered_by_the_worker(browser, officer, monkeypatch):
    monkeypatch.setattr(flow, "SMALL", 0)
    send(browser, child_lists.workbook([child_lists.row()]))
    batch = queries.batches(officer).get()
    assert batch.state == BatchState.CHECKED
    operations.accept(batch_id=batch.pk, by=officer, at=AT)
    assert names() == ["Lưu Gia Hân"]


def test_a_list_being_read_shows_how_far_it_is_and_a_refused_one_why(browser, officer, monkeypatch):
    batch, _ = operations.receive(content=b"x", name="x.xlsx", format_code="child-list", commune_id=None, by=officer, at=AT)
    assert "Tải lại" in text(browser.get(reverse("import_batch", args=[batch.pk])))
    operations.read_batch(batch_id=batch.pk, by=officer, at=AT)
    assert "Không đọc được tệp này." in text(browser.get(reverse("import_batch", args=[batch.pk])))


def test_the_history_names_what_a_ward_errs_in(browser, officer):
    send(browser, child_lists.workbook([child_lists.row(birth_date="31/02/2019", personal_number="")]))
    page = text(browser.get(reverse("import_history")))
    assert "Phường Cái Khế" in page
    assert "Ngày sinh" in page


def test_a_guess_shows_its_ground_and_a_sheet_may_be_left_out(browser, officer):
    tidy = [["Họ và tên", "Ngày sinh", "Họ tên mẹ"], ["Lý Thị Hồng", "03/02/2019", "Trần Thị Lệ"]]
    odd = [["Bé nào", "Chào đời"], ["Võ Thành Đạt", "09/09/2021"], ["Võ Thị Bé", "01/02/2019"]]
    page = send(browser, child_lists.sheets_of({"Ấp 1": tidy, "Khách mời": odd, "Tổng hợp": [["Ấp", "Số trẻ"], ["Ấp 1", "1"]]}))
    assert all(words in text(page) for words in ("Trang “Khách mời”", "đoán vì mọi ô là họ tên người", "không phải danh sách trẻ"))
    address = reverse("import_mapping", args=[queries.batches(officer).get().pk])
    page = browser.post(address, {"viec": "bo-trang"}, follow=True)
    assert "Ghi 1 dòng đúng vào sổ" in text(page)
    assert all(f"Không đọc trang “{sheet}”" in text(page) for sheet in ("Khách mời", "Tổng hợp"))
    assert "Không phải danh sách trẻ: Bé nào, Chào đời" in text(browser.get(reverse("import_layouts")))


def test_rows_of_several_sheets_are_named_by_sheet_and_line(browser, officer):
    wrong = [["Họ và tên", "Ngày sinh", "Họ tên mẹ"], ["Võ Thị Bé", "31/02/2019", "Lê Thị Mai"]]
    page = send(browser, child_lists.sheets_of({"Ấp 1": [wrong[0], ["Lý Thị Hồng", "03/02/2019", "Trần Thị Lệ"]], "Ấp 2": wrong}))
    assert all(words in text(page) for words in ("2 trang tính: “Ấp 1”, “Ấp 2”", "Trang “Ấp 2”, dòng 2, cột Ngày sinh", "Ấp 2, dòng 2"))


def test_names_in_two_columns_are_shown_together(browser, officer):
    cells = [["Họ và chữ đệm", "Tên", "Ngày sinh", "Mẹ"], ["Lưu Gia", "Hân", "31/02/2022", "Trần Thị Ngân"]]
    page = send(browser, child_lists.sheet_of(cells))
    assert "<span>Lưu Gia Hân</span>" in text(page)
    batch = queries.batches(officer).get()
    row = queries.rows(batch).get()
    assert row.raw[:2] == ["Lưu Gia", "Hân"]
    operations.correct_row(row_id=row.pk, values={"birth_date": "28/02/2022", "full_name": "Lưu Gia Khánh Hân"}, by=officer, at=AT)
    operations.enrol_batch(batch_id=batch.pk, by=officer, at=AT)
    assert names() == ["Lưu Gia Khánh Hân"]
