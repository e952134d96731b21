"""A ward's list on its way into the register: corrected on the page, in the ward's own file, its columns and old fonts explained once, a
machine that dies in the middle."""

import io
import os
import re
import signal
import subprocess

import openpyxl
from axe_playwright_python.sync_playwright import Axe

from tests.factories import child_lists
from tests.factories.spreadsheets import old_fonts
from tests.journeys import sheets
from tests.journeys.conftest import PICTURES, TAKE_PICTURES

MAIN = "main"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FEW = ("number", "full_name", "birth_date", "sex", "personal_number", "mother_name", "hamlet")
ABOVE = [["ỦY BAN NHÂN DÂN PHƯỜNG NINH KIỀU"], ["DANH SÁCH TRẺ EM KHU VỰC 2, NĂM 2026"], []]


def _girls(count, *, seed):
    """Rows about invented girls who resemble nobody, each with a number that agrees with sex and birth."""
    rows = [row for row in child_lists.many(60, seed=seed) if row["sex"] == "Nữ"][:count]
    return [
        row | {"number": str(place), "personal_number": f"0923{row['birth_date'][-2:]}{seed:02d}{place * 1371:04d}"}
        for place, row in enumerate(rows, start=1)
    ]


def _send(visitor, name, content, *, kind=XLSX):
    page = visitor.open("/nhap-danh-sach/")
    page.get_by_label("Tệp danh sách").set_input_files({"name": name, "mimeType": kind, "buffer": content})
    page.get_by_role("button", name="Gửi và kiểm tra").click()
    page.get_by_role("heading", name=name).wait_for()
    return page


def _looks_right(page):
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def _said(page):
    return page.locator(MAIN).inner_text()


def test_correct_on_the_page_one_cell_or_all_alike(visit):
    officer = visit("canbo.ninhkieu")
    rows = _girls(4, seed=71)
    year = rows[0]["birth_date"][6:]
    rows[0]["birth_date"] = f"31/09/{year}"
    for row in rows[1:]:
        row["sex"] = "Gái nhé"
    officer.open("/nhap-danh-sach/")
    officer.picture("nhap-gui")
    page = _send(officer, "Khu vực 2.xlsx", child_lists.workbook(rows, above=ABOVE))
    _looks_right(page)
    officer.picture("nhap-phat-hien")
    page.get_by_label("Ngày sinh, dòng 5").fill(f"30/09/{year}")
    page.get_by_role("button", name="Ghi dòng 5").click()
    page.get_by_text("Dòng 5 đã đúng").wait_for()
    page.get_by_label(re.compile("Giới tính đúng cho 3 ô")).fill("Nữ")
    page.get_by_role("button", name="Sửa 3 ô giống nhau").click()
    page.get_by_text("Đã sửa 3 ô giống nhau.").wait_for()
    page.get_by_role("button", name="Ghi 4 dòng đúng vào sổ").click()
    page.get_by_text("Đã ghi 4 trẻ mới").wait_for()
    assert "Danh sách này không còn dòng nào cần xem" in _said(page)
    officer.picture("nhap-da-ghi")
    page = officer.open("/nhap-danh-sach/lich-su/")
    assert page.locator("tr", has_text="Phường Ninh Kiều").count()
    _looks_right(page)
    officer.picture("nhap-noi-hay-sai")


def test_the_marked_file_back_and_forth(visit, tmp_path):
    officer = visit("canbo.ninhkieu")
    rows = _girls(3, seed=72)
    year = rows[1]["birth_date"][6:]
    rows[1]["birth_date"] = f"31/02/{year}"
    rows[2]["sex"] = "Nam nữ"
    page = _send(officer, "Khu vực 3.xlsx", child_lists.workbook(rows, fields=FEW, above=ABOVE))
    page.get_by_role("button", name="Ghi 1 dòng đúng vào sổ").click()
    page.get_by_text("Đã ghi 1 trẻ mới").wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải tệp của bạn, ô sai đã đánh dấu").click()
    assert download.value.suggested_filename == "Khu vực 3 (đã đánh dấu).xlsx"
    marked = download.value.path().read_bytes()
    if TAKE_PICTURES:
        sheets.picture(marked, PICTURES / "nhap-tep-danh-dau.png", rows=range(4, 8), folder=tmp_path)
    book = openpyxl.load_workbook(io.BytesIO(marked))
    sheet = book["Sheet1"]
    assert sheet["A1"].value == ABOVE[0][0]
    notes = [sheet.cell(row, sheet.max_column).value for row in range(4, 8)]
    assert notes[:2] == ["Cần làm (Măng Non ghi: còn 2 dòng)", None]
    assert f"31/02/{year} không có trong lịch" in notes[2]
    sheet["C6"], sheet["D7"] = f"28/02/{year}", "Nữ"
    saved = io.BytesIO()
    book.save(saved)
    page = _send(officer, "Khu vực 3 (đã đánh dấu).xlsx", saved.getvalue())
    page.get_by_role("button", name="Ghi 2 dòng đúng vào sổ").click()
    page.get_by_text("Đã ghi 2 trẻ mới, cập nhật 0 trẻ, 1 trẻ không thay đổi.").wait_for()
    officer.picture("nhap-gui-lai")
    page = _send(officer, "Khu vực 3 (đã đánh dấu).xlsx", saved.getvalue())
    page.get_by_text("Tệp này đã gửi trước đây").wait_for()


def test_columns_are_asked_once_and_remembered(visit):
    officer = visit("canbo.ninhkieu")
    titles = ["TT", "Tên gọi đầy đủ", "Ngày sinh", "Giới tính", "Người sinh ra cháu"]
    page = _send(
        officer, "Tổ 7.xlsx", child_lists.sheet_of([titles, ["1", "Phan Như Ý", "07/05/2019", "Nữ", "Phan Thị Duyên"]])
    )  # fmt: skip
    assert "Vài cột chưa rõ là gì" in page.locator("body").inner_text()
    page.get_by_label("Tên gọi đầy đủ").select_option(label="Họ và tên")
    page.get_by_label("Người sinh ra cháu").select_option(label="Họ tên mẹ")
    _looks_right(page)
    officer.picture("nhap-khop-cot")
    page.get_by_role("button", name="Đọc danh sách theo cách này").click()
    page.get_by_text("Đã nhớ cách khớp cột").wait_for()
    page.get_by_role("button", name="Ghi 1 dòng đúng vào sổ").wait_for(timeout=120_000)
    page = _send(
        officer, "Tổ 8.xlsx", child_lists.sheet_of([titles, ["1", "Phan Như Mai", "08/06/2019", "Nữ", "Phan Thị Duyên"]])
    )  # fmt: skip
    page.get_by_role("button", name="Ghi 1 dòng đúng vào sổ").wait_for()
    page = officer.open("/nhap-danh-sach/khop-cot/")
    assert "Tên gọi đầy đủ là Họ và tên" in _said(page)
    _looks_right(page)


def test_old_fonts_are_read_and_asked_about_when_nobody_can_tell(visit):
    officer = visit("canbo.ninhkieu")
    titles = ["Họ và tên", "Ngày sinh", "Giới tính", "Họ tên mẹ"]
    write = old_fonts.WRITERS["tcvn3"]
    names = ["Nguyễn Thị Bưởi", "Đặng Hữu Phước", "Trần Thị Mỹ Duyên", "Lê Quốc Khởi"]
    rows = [[write(name), f"1{place}/03/2017", "Nữ" if "Thị" in name else "Nam", write("Đỗ Thị Hường")] for place, name in enumerate(names)]
    page = _send(officer, "Danh sách cũ.xlsx", child_lists.sheet_of([titles, *rows]))
    page.get_by_role("link", name="Xem cả 4 dòng").or_(page.get_by_role("button", name="Ghi 4 dòng đúng vào sổ")).first.wait_for()
    page.goto(page.url + "?dong=tat-ca")
    for name in names:
        assert name in _said(page)
    officer.picture("nhap-phong-cu")
    unclear = [["Lê Hoàng Anh", "12/04/2017", "Nam", "Hoàng Lan"], ["Kim Hoàng", "13/04/2017", "Nam", "Hoàng Mai"]]
    page = _send(officer, "Không rõ phông.xlsx", child_lists.sheet_of([titles, *unclear]))
    said = _said(page)
    assert "đọc cách nào đúng?" in said
    assert "Lê Hoàng Anh" in said
    assert "Lê Hồng Anh" in said
    _looks_right(page)
    officer.picture("nhap-hoi-phong")
    page.get_by_label(re.compile("VNI")).first.check()
    page.get_by_role("button", name="Đọc danh sách theo cách này").click()
    page.get_by_text("Lê Hồng Anh").or_(page.get_by_role("button", name=re.compile("dòng đúng vào sổ"))).first.wait_for(timeout=120_000)
    page.goto(page.url.partition("?")[0] + "?dong=tat-ca")
    assert "Lê Hồng Anh" in _said(page)


def _worker(address):
    """The process that does the jobs of the server at an address."""
    port = address.rpartition(":")[2]
    # -ww: else where COLUMNS is set, long paths leave no room for the last digit of a process number
    lines = subprocess.run(["ps", "-ww", "-axo", "pid=,command="], capture_output=True, text=True, check=True).stdout.splitlines()
    processes = [line.strip().partition(" ") for line in lines]
    # a server's forked processes bear its command; only the first of them, whose number may be the higher, has a worker
    servers = {f"worker --parent {pid}" for pid, _, command in processes if command.endswith(f"serve --port {port}")}
    return int(next(pid for pid, _, command in processes if command[command.find("worker --parent") :] in servers))


def test_a_killed_worker_goes_on_and_ends_with_every_row(visit):
    officer = visit("canbo.ninhkieu")
    page = _send(officer, "Cả phường.xlsx", child_lists.workbook(child_lists.many(16_000, seed=11)))
    while not (done := re.search(r"Đã đọc ([\d.]+) trên", _said(page))) or done[1] == "0":
        page.reload()
    killed = _worker(officer.address)
    os.kill(killed, signal.SIGKILL)
    assert int(done[1].replace(".", "")) < 16_000
    officer.picture("nhap-dang-doc")
    page.get_by_text("dòng đúng, chờ bạn đồng ý ghi").wait_for(timeout=240_000)
    assert _worker(officer.address) != killed
    assert "16.000 dòng, " in _said(page)
    page = officer.open(page.url.removeprefix(officer.address) + "?dong=tat-ca")
    assert "trên 16.000 dòng" in _said(page)
    page.get_by_role("button", name="Rút danh sách").click()
    page.get_by_text("không dòng nào được ghi").first.wait_for()
