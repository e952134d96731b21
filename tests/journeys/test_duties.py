"""A duty in the browser: reported and returned for rework, a later deadline asked for and granted, handed over when somebody leaves."""

import re

MAIN = "main"
ROAD_MAP = "Xây dựng lộ trình phổ cập giáo dục mầm non"
DROPPING = "Lập hồ sơ trẻ em có nguy cơ bỏ học"


def _open_duty(visitor, words):
    """A duty of the table, by some of its words."""
    page = visitor.open(f"/nhiem-vu/?tim={words.replace(' ', '+')}")
    page.locator("tbody th a", has_text=words).first.click()
    page.wait_for_load_state()
    return page


def test_a_result_is_returned_done_again_and_confirmed(visit):
    officer, head = visit("canbo.caikhe"), visit("lanhdao.soyte")
    page = _open_duty(officer, DROPPING)
    page.get_by_label("Tự báo").select_option("done")
    page.get_by_label("Mức hoàn thành (%)").fill("100")
    page.get_by_label("Văn bản minh chứng").fill("Báo cáo 31/BC-UBND ngày 24/11/2026")
    officer.picture("nhiem-vu-bao")
    page.get_by_role("button", name="Báo tiến độ").click()
    page.get_by_text("Đã báo hoàn thành, chờ xác nhận.").wait_for()

    page = _open_duty(head, DROPPING)
    page.get_by_label("Ý kiến, lý do").fill("Còn 2 khu vực chưa có danh sách. Bổ sung rồi báo lại.")
    head.picture("nhiem-vu-tra-lai")
    page.get_by_role("button", name="Trả lại để làm lại").click()
    page.get_by_text("Đã ghi: trả lại để làm lại.").wait_for()

    page = officer.open("/viec/")
    officer.picture("nhiem-vu-bi-tra-lai")
    page.get_by_role("link", name=f"Bị trả lại: {DROPPING}").first.click()
    assert "Còn 2 khu vực chưa có danh sách." in page.locator(MAIN).inner_text()
    page.get_by_label("Tự báo").select_option("done")
    page.get_by_label("Văn bản minh chứng").fill("Danh sách khu vực 4, khu vực 7")
    page.get_by_role("button", name="Báo tiến độ").click()
    page.get_by_text("Đã báo hoàn thành, chờ xác nhận.").wait_for()

    page = _open_duty(head, DROPPING)
    page.get_by_role("button", name="Xác nhận hoàn thành").click()
    page.get_by_text("Đã ghi: xác nhận hoàn thành.").wait_for()
    assert re.search(r"Minh chứng: [23]/1", page.locator(MAIN).inner_text())


def test_a_later_deadline_is_granted_and_the_first_stays(visit):
    leader = visit("pct.cantho")
    page = leader.open("/dieu-hanh/")
    row = page.locator("#cho-quyet-dinh li", has_text=ROAD_MAP)
    assert "lần thứ hai" in row.inner_text()
    assert "Hạn gốc 30/09/2026 vẫn được giữ" in row.inner_text()
    leader.picture("nhiem-vu-gia-han")
    row.get_by_role("button", name="Đồng ý").click()
    page.get_by_text("Đã đồng ý gia hạn đến 31/03/2027.").wait_for()

    school = visit("chuyenvien.sogddt")
    page = _open_duty(school, ROAD_MAP)
    shown = page.locator(MAIN).inner_text()
    assert "31/03/2027" in shown
    assert re.search(r"hạn gốc 30/09/2026: quá \d+ ngày", shown)


def test_duties_of_somebody_who_left_go_to_a_colleague(visit):
    head = visit("lanhdao.soyte")
    page = head.open("/viec/")
    page.get_by_role("link", name=re.compile("Bàn giao 2 nhiệm vụ của Bùi Thanh Tuyền")).first.click()
    page.get_by_role("combobox", name="Người nhận").select_option(label="Trịnh Quang Lộc, Chuyên viên Phòng Dân số - Xã hội, Sở Y tế")
    head.picture("nhiem-vu-ban-giao")
    page.get_by_role("button", name="Bàn giao nhiệm vụ").click()
    page.get_by_text("Đã bàn giao 2 nhiệm vụ.").wait_for()
    assert "còn giữ" not in page.locator(MAIN).inner_text()
    head.picture("nhiem-vu-co-quan")


def test_the_table_says_the_same_on_the_phone(visit):
    officer = visit("chutich.caikhe", width=390, height=844)
    page = officer.open("/nhiem-vu/?loc=qua-han")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page = officer.open("/ke-hoach/?so-voi=30/06/2026")
    assert "So với ngày 30/06/2026" in page.locator(MAIN).inner_text()
