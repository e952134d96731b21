"""The walk through the house: a ward's list becomes a number in the city's Word paper, and everybody sees only what is theirs."""

import io
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document

from mangnon.lib.vietnamese import number
from tests.factories import child_lists

MAIN = "main"


def _upload(visitor, content):
    page = visitor.open("/nhap-danh-sach/")
    page.get_by_label("Tệp danh sách").set_input_files(
        {
            "name": "Khu vuc 5.xlsx",
            "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "buffer": content,
        }
    )
    page.get_by_role("button", name="Gửi và kiểm tra").click()
    page.get_by_role("heading", name="Khu vuc 5.xlsx").wait_for()
    return page


def _under_16(visitor, unit):
    """The number of children under 16 of a place as the page of indicators shows it."""
    page = visitor.open(f"/chi-tieu/?nam=2026&don-vi={unit}")
    row = page.locator("tr").filter(has=page.get_by_role("rowheader", name="Trẻ em dưới 16 tuổi", exact=True))
    return int(re.sub(r"\D", "", row.locator("td").first.inner_text()))


def _count_again(specialist):
    page = specialist.open("/chi-tieu/")
    page.get_by_role("button", name=re.compile("Tính lại")).click()
    page.get_by_text(re.compile("Đã tính|giữ nguyên")).wait_for()


def test_from_a_wards_list_to_the_citys_paper(visit):
    """Sign in, import, correct, see the indicator, submit, accept, consolidate, download, read the same number."""
    officer, specialist = visit("canbo.caikhe"), visit("chuyenvien.soyte")
    _count_again(specialist)  # other journeys may have entered children since
    before = _under_16(officer, "31120")
    page = _upload(
        officer,
        child_lists.workbook(
            [
                child_lists.row(full_name="Quách Ngọc Trâm Anh", birth_date="03/02/2019", personal_number="092319871001"),
                child_lists.row(number="2", full_name="Thạch Sô Thia", birth_date="14/08/2020", personal_number="O92320871002"),
            ]
        ),
    )
    assert "2 dòng, " in page.locator(MAIN).inner_text()
    finding = page.locator(".finding", has_text="có ký tự không phải chữ số.")
    finding.get_by_role("button", name=re.compile("Ghi 092320871002")).click()
    page.get_by_role("button", name="Ghi 2 dòng đúng vào sổ").click()
    page.get_by_text("Đã ghi 2 trẻ mới").wait_for()

    page = officer.open("/tre-em/?tim=thach+so+thia")
    page.get_by_role("link", name="Thạch Sô Thia").click()
    page.get_by_text(re.compile("khu vực 5", re.IGNORECASE)).first.wait_for()

    _count_again(specialist)
    assert _under_16(officer, "31120") == before + 2

    page = officer.open("/viec/")
    page.get_by_role("link", name="Viết báo cáo").first.click()
    for box in page.locator("textarea").all():
        if not box.input_value():
            box.fill("Không phát sinh.")
    page.get_by_role("button", name="Lưu, xem bản in và nộp").click()
    page.get_by_role("button", name="Nộp báo cáo").first.click()
    dialog = page.locator("dialog[open]")
    assert "khóa lại" in dialog.inner_text()
    dialog.get_by_role("button", name="Nộp báo cáo").click()
    page.get_by_text("Đã nộp").first.wait_for()

    page = specialist.open("/bao-cao/?loc=cho-xem")
    page.locator("tr", has_text="Phường Cái Khế").get_by_role("link", name=re.compile("Xem")).click()
    page.get_by_role("button", name="Chấp nhận").click()
    page.get_by_text(re.compile("[Đđ]ã chấp nhận")).first.wait_for()

    page = specialist.open("/bao-cao/tong-hop/2026/")
    page.get_by_role("button", name="Tổng hợp lại").click()
    page.get_by_text(re.compile("[Đđ]ã tổng hợp")).first.wait_for()
    page = specialist.open("/bao-cao/tong-hop/2026/")
    specialist.picture("tong-hop")
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải .docx").click()
    city = _under_16(specialist, "92")
    paper = Document(io.BytesIO(download.value.path().read_bytes()))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert f"toàn thành phố có {number(city)} trẻ em dưới 16 tuổi" in text
    rows = [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]
    assert any("Phường Cái Khế" in row and number(before + 2) in row for row in rows), "the ward's row in the annex carries its new number"


def test_the_same_list_twice_changes_nothing(visit):
    officer = visit("canbo.ninhkieu")
    content = child_lists.workbook([child_lists.row(full_name="Khưu Tường Vy", birth_date="09/09/2018", personal_number="092318871003")])
    page = _upload(officer, content)
    page.get_by_role("button", name="Ghi 1 dòng đúng vào sổ").click()
    page.get_by_text("Đã ghi 1 trẻ mới").wait_for()
    page = _upload(officer, content)
    page.get_by_text("Tệp này đã gửi trước đây").wait_for()
    assert page.get_by_role("button", name="Ghi 1 dòng đúng vào sổ").count() == 0


def test_a_child_of_another_ward_stays_closed(visit):
    """The officer of Ninh Kiều neither finds nor opens a child of Cái Khế."""
    own = visit("canbo.caikhe")
    page = own.open("/tre-em/")
    link = page.locator("table a[href^='/tre-em/']").first
    name, address = link.inner_text(), link.get_attribute("href")
    other = visit("canbo.ninhkieu")
    assert name not in other.open(f"/tre-em/?tim={name}").locator("table").all_inner_texts()
    response = other.page.goto(other.address + address)
    assert response.status in {403, 422}
    assert name not in other.page.content()
    other.complaints.clear()  # Chromium writes the refusal to its console


PAGES = {
    "canbo.caikhe": (
        "/viec/",
        "/tre-em/",
        "/nhap-danh-sach/",
        "/nhap-danh-sach/1/",
        "/doi-chieu/",
        "/chi-tieu/",
        "/bao-cao/",
        "/tai-khoan/",
    ),
    "chuyenvien.soyte": ("/viec/", "/dieu-hanh/", "/ke-hoach/", "/bao-cao/", "/bao-cao/tong-hop/2026/", "/don-vi/", "/thanh-phan/"),
    "pct.cantho": ("/", "/ke-hoach/", "/chi-tieu/"),
    "baove.dulieu": ("/nhat-ky/",),
    "quantri": ("/viec/",),
    "nhanvien.coso": ("/viec/",),
}


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("username", PAGES)
def test_every_page_is_reachable_and_readable_for_all(visit, username, width):
    """No accessibility violation (axe), no sideways scrolling of the page, on the desk and on the phone."""
    visitor = visit(username, width=width, height=768 if width > 900 else 844)
    for path in PAGES[username]:
        page = visitor.open(path)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}: {[(v['id'], v['nodes'][0]['html'][:120]) for v in found.response['violations']]}"
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{path}: {overflow} px wider than the window"
