"""A reorganisation in the browser: drafted, checked, previewed, decided; a split settled by a person; the history that was replayed."""

from datetime import timedelta

from mangnon.lib import calendar
from mangnon.lib.vietnamese import short_date

MAIN = "main"


def _row(page, source, kind, target, share=""):
    page.get_by_label("Nơi cũ").fill(source)
    page.get_by_label("Hình thức").select_option(label=kind)
    page.get_by_label("Nơi tiếp nhận").fill(target)
    if share:
        page.get_by_label("Phần dân số").select_option(label=share)
    page.get_by_role("button", name="Thêm dòng").click()
    page.get_by_text("Đã thêm một dòng.").wait_for()


def _declare(page, kind, name, code):
    page.get_by_label("Loại", exact=True).select_option(label=kind)
    page.get_by_label("Tên", exact=True).fill(name)
    page.get_by_label("Mã", exact=True).fill(code)
    page.get_by_role("button", name="Khai nơi mới").click()
    page.get_by_text("Đã khai nơi mới").wait_for()


def test_a_ward_is_divided_and_a_person_places_what_no_paper_says(visit):
    """Draft, faults told in words, check, preview, decide today; the hamlets of the divided ward wait and are placed."""
    today = short_date(calendar.today())
    specialist = visit("chuyenvien.soyte")
    page = specialist.open("/don-vi/sap-xep/")
    assert "1668/NQ-UBTVQH15" in page.locator(MAIN).inner_text()
    specialist.picture("sap-xep-danh-sach")
    page.get_by_role("link", name="Soạn văn bản sắp xếp").click()
    page.get_by_label("Số, ký hiệu").fill("19/NQ-HĐND")
    page.get_by_label("Trích yếu").fill("Chia phường Cái Răng thành hai phường (thử)")
    page.get_by_label("Cơ quan ban hành").fill("Hội đồng nhân dân thành phố")
    page.get_by_label("Có hiệu lực từ ngày").fill(today)
    page.get_by_role("button", name="Lập bản soạn").click()
    _declare(page, "Phường", "Phường Cái Răng Đông", "40011")
    _declare(page, "Phường", "Phường Cái Răng Tây", "40012")
    _row(page, "Phường Cái Răng, Thành phố Cần Thơ (31186)", "Tách một phần sang", "Phường Cái Răng Đông (40011)", "Một phần dân số")
    page.get_by_role("button", name="Kiểm tra").click()
    page.get_by_text("phần còn lại chưa thuộc về đâu").wait_for()
    specialist.picture("sap-xep-kiem-tra")
    _row(page, "31186", "Tách một phần sang", "Phường Cái Răng Tây (40012)", "Một phần dân số")
    page.get_by_role("button", name="Kiểm tra").click()
    page.get_by_text("Đã kiểm tra: không hở, không trùng").wait_for()
    page.get_by_role("heading", name="Những gì chuyển theo").wait_for()
    specialist.picture("sap-xep-xem-truoc")
    address = page.url

    head = visit("lanhdao.soyte")
    page = head.open("/viec/")
    assert "Quyết định Nghị quyết 19/NQ-HĐND" in page.locator(MAIN).inner_text()
    page.goto(address)
    page.get_by_role("button", name="Quyết định").click()
    dialog = page.locator("dialog[open]")
    assert "chỉ văn bản khác mới hủy bỏ được" in dialog.inner_text()
    dialog.get_by_role("button", name="Quyết định").click()
    page.get_by_text("Đã quyết định và thực hiện.").wait_for()

    page = head.open("/don-vi/sap-xep/cho-quyet-dinh/")
    head.picture("sap-xep-cho-quyet-dinh")
    group = page.locator("section.panel").filter(has=page.get_by_role("heading", name="Phường Cái Răng", exact=True))
    assert "trẻ ở" in group.inner_text()
    waiting = group.locator("tbody tr").count()
    group.get_by_label("Giao các việc đã đánh dấu cho").select_option(label="Phường Cái Răng Tây")
    group.get_by_label("Căn cứ, lý do").fill("Theo bản đồ kèm nghị quyết")
    for tick in group.locator("input[type=checkbox]").all():
        tick.check()
    group.get_by_role("button", name="Giao nơi đã chọn").click()
    page.get_by_text(f"Đã quyết định nơi tiếp nhận của {waiting} việc.").wait_for()
    assert page.get_by_role("heading", name="Phường Cái Răng", exact=True).count() == 0


def test_the_history_is_there_as_acts_and_a_duty_of_a_divided_department_is_placed(visit):
    head = visit("lanhdao.soyte")
    page = head.open("/don-vi/sap-xep/")
    page.get_by_role("link", name="Nghị quyết 1668/NQ-UBTVQH15").click()
    assert "nhiệm vụ" in page.locator(MAIN).inner_text()
    head.picture("sap-xep-01-7-2025")
    page = head.open("/don-vi/sap-xep/cho-quyet-dinh/")
    group = page.locator("section.panel").filter(has=page.get_by_role("heading", name="Sở Thông tin và Truyền thông"))
    before = group.locator("tbody tr").count()
    suggested = group.locator("tbody tr", has_text="thuộc lĩnh vực").count()
    assert 0 < suggested < before
    group.get_by_role("button", name="Nhận đề nghị").click()
    page.get_by_text(f"Đã quyết định nơi tiếp nhận của {suggested} việc.").wait_for()
    left = page.locator("section.panel").filter(has=page.get_by_role("heading", name="Sở Thông tin và Truyền thông"))
    assert left.locator("tbody tr").count() == before - suggested


def test_an_officer_sees_acts_but_drafts_none(visit):
    officer = visit("canbo.caikhe", width=390, height=844)
    page = officer.open("/don-vi/sap-xep/")
    assert page.get_by_role("link", name="Soạn văn bản sắp xếp").count() == 0
    tomorrow = calendar.today() + timedelta(days=1)
    response = page.goto(officer.address + f"/don-vi/sap-xep/moi/?ngay={tomorrow}")
    assert response.status == 403
    officer.complaints.clear()  # Chromium writes the refusal to its console
