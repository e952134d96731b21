"""A paper is read, put right and adopted; a ward issues its own plan under the city's; the line runs from the directive to the ward."""

import re
from pathlib import Path

PAPER = Path(__file__).resolve().parent.parent / "unit" / "plans" / "papers" / "phuong-cai-khe.txt"


def _missing(visitor) -> int:
    """How many agencies have no plan of the year, as the page says."""
    page = visitor.open("/ke-hoach-cong-tac/")
    words = page.locator(".chip", has_text="Chưa có kế hoạch").inner_text()
    return int(re.sub(r"\D", "", words))


def _confirmed(page, button: str) -> None:
    """Press a button and the same words in the question it asks."""
    page.get_by_role("button", name=button).first.click()
    page.locator("dialog[open]").get_by_role("button", name=button).click()


def test_from_a_paper_to_duties_and_a_wards_own_plan(visit):
    specialist = visit("chuyenvien.soyte")
    page = specialist.open("/ke-hoach/danh-sach/")
    page.get_by_label("Tệp văn bản").set_input_files(PAPER)
    page.get_by_role("button", name="Đọc văn bản").click()
    page.get_by_text("Bản đọc bằng máy, chưa chấp nhận.").wait_for()
    specialist.picture("ke-hoach-doc")
    address = page.url
    page.goto(f"{address}?muc=3.2")
    page.locator("details[open] tr", has_text="Bảo đảm an ninh").get_by_role("link", name="Sửa nhiệm vụ").click()
    page.get_by_label("Thời hạn").fill("trước ngày 01/8/2026")
    page.get_by_role("button", name="Lưu nhiệm vụ").click()
    page.get_by_text("Đã sửa nhiệm vụ 3.2").wait_for()
    page.goto(address)
    _confirmed(page, "Chấp nhận kế hoạch")
    page.get_by_text("Đã chấp nhận kế hoạch số 31/KH-UBND.").wait_for()

    page.locator(".crumbs").get_by_role("link", name="31/KH-UBND").click()
    assert "Căn cứ, viện dẫn Kế hoạch 97/KH-UBND" in page.locator("main").inner_text()

    before = _missing(specialist)
    ward = visit("canbo.ninhkieu")
    page = ward.open("/ke-hoach-cong-tac/")
    page.get_by_role("link", name="Soạn tiếp").click()
    page.get_by_role("link", name="Thêm hoạt động").click()
    page.get_by_label("Nội dung công việc").fill("Rà soát trẻ em có nguy cơ bỏ học")
    page.get_by_label("Thực hiện mục của kế hoạch thành phố").select_option("II.4.c")
    page.get_by_label(re.compile(r"^Người phụ trách \(")).select_option(index=1)
    page.get_by_label(re.compile("^Hoàn thành")).fill("15/12/2026")
    page.get_by_role("button", name="Thêm hoạt động").click()
    page.get_by_text("Đã thêm hoạt động.").wait_for()
    ward.picture("ke-hoach-cong-tac-soan")
    _confirmed(page, "Ban hành kế hoạch")
    page.get_by_text(re.compile(r"Đã ban hành kế hoạch số \d\d/KH-UBND")).wait_for()
    page.get_by_role("link", name="Rà soát trẻ em có nguy cơ bỏ học").click()
    page.get_by_label("Văn bản minh chứng").fill("Danh sách số 3 ngày 23/11/2026")
    page.get_by_label("Mức thực hiện").select_option("done")
    page.get_by_role("button", name="Báo kết quả").click()
    page.get_by_text("Đã ghi kết quả hoạt động.").wait_for()

    assert _missing(specialist) == before - 1
    page = specialist.open("/ke-hoach-cong-tac/?loc=chua-co")
    specialist.picture("ke-hoach-cong-tac-chua-co")
    page = specialist.open("/ke-hoach/")
    page.get_by_text("Còn trống:").wait_for()
    specialist.picture("ke-hoach")
    page.get_by_role("link", name="Chỉ thị 28-CT/TW").first.click()
    assert "Ủy ban nhân dân phường Ninh Kiều" in page.locator("main").inner_text()
    specialist.picture("van-ban-dong-trien-khai")
    page = specialist.open("/ke-hoach/1/cho-trong/")
    specialist.picture("ke-hoach-cho-trong")


def test_a_paper_is_numbered_and_stands_in_the_register(visit):
    officer = visit("canbo.caikhe")
    page = officer.open("/van-ban/dang-ky/di/")
    page.get_by_label("Trích yếu nội dung").fill("Phối hợp chăm sóc trẻ em dịp cuối năm")
    page.get_by_label("Người ký", exact=False).first.fill("Huỳnh Minh Trí")
    officer.picture("van-ban-dang-ky")
    page.get_by_role("button", name="Cấp số và vào sổ").click()
    message = page.get_by_text(re.compile("Đã cấp số .*/KH-UBND và vào sổ văn bản đi.")).inner_text()
    number = re.search(r"\d+/KH-UBND", message)[0]
    page = officer.open("/van-ban/so/?so=di")
    assert number in page.locator("main").inner_text()
    officer.picture("van-ban-so-di")
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải .xlsx").click()
    assert download.value.suggested_filename == "so-van-ban-di-2026.xlsx"
