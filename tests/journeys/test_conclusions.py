"""A committee meets: agenda, minutes, a conclusion that becomes a duty, reported with evidence, confirmed, seen done at the conclusion."""

MAIN = "main"
NAME = "Nhóm thường trực bảo vệ trẻ em phường Cái Khế"
CONCLUSION = "Lập danh sách trẻ em chưa biết bơi từ 6 đến 15 tuổi của từng khu vực."
OTHER = "Mời phụ huynh dự buổi nói chuyện về an toàn trên mạng."


def _committee(visitor) -> None:
    page = visitor.open("/ban-dieu-hanh/them/")
    page.get_by_label("Của").select_option(label="Phường Cái Khế")
    page.get_by_label("Loại").select_option("standing")
    page.get_by_label("Tên", exact=True).fill(NAME)
    page.get_by_label("Quyết định thành lập").fill("Quyết định 112/QĐ-UBND ngày 05/01/2026")
    page.get_by_label("Từ ngày").fill("05/01/2026")
    page.get_by_role("button", name="Thêm", exact=True).click()
    page.get_by_text("Đã ghi; thêm thành viên theo quyết định.").wait_for()
    for part, office, username in (
        ("head", "Chủ tịch Ủy ban nhân dân phường", "chutich.caikhe"), ("member", "Công chức Văn hóa - Xã hội", "canbo.caikhe"),
    ):  # fmt: skip
        page.get_by_role("link", name="Thêm thành viên").click()
        page.get_by_label("Là", exact=True).select_option(part)
        page.get_by_label("Chức vụ").fill(office)
        page.get_by_label("Cơ quan").select_option(label="Phường Cái Khế")
        page.get_by_label("Tên đăng nhập").fill(username)
        page.get_by_label("Từ ngày").fill("05/01/2026")
        page.get_by_role("button", name="Thêm thành viên").click()
        page.get_by_text("Đã thêm thành viên.").wait_for()


def test_from_a_conclusion_to_the_done_duty(visit):
    chair, officer = visit("chutich.caikhe"), visit("canbo.caikhe")
    _committee(chair)
    page = chair.page
    page.get_by_role("link", name="Lập cuộc họp").click()
    page.get_by_label("Nội dung cuộc họp").fill("Phòng, chống đuối nước cho trẻ em trước dịp nghỉ Tết")
    page.get_by_label("Ngày họp").fill("20/11/2026")
    page.get_by_label("Nơi họp").fill("Hội trường Ủy ban nhân dân phường")
    page.get_by_label("Chương trình").fill("Số trẻ em chưa biết bơi\nAn toàn trên mạng\nViệc phải xong trước ngày 20/12")
    chair.picture("ket-luan-chuong-trinh")
    page.get_by_role("button", name="Lập cuộc họp").click()
    page.get_by_text("Đã lập cuộc họp.").wait_for()
    meeting = page.url

    page.get_by_role("link", name="Ghi biên bản").click()
    for office in ("Chủ tịch Ủy ban nhân dân phường", "Công chức Văn hóa - Xã hội"):
        page.get_by_label(office).check()
    page.get_by_label("Biên bản", exact=True).fill("Trạm y tế và các trường nêu số trẻ em học bơi năm 2026. Các thành viên thống nhất.")
    page.get_by_label("Kết luận").fill(f"{CONCLUSION}\n{OTHER}")
    chair.picture("ket-luan-bien-ban")
    page.get_by_role("button", name="Ghi biên bản").click()
    page.get_by_text("Đã ghi biên bản; giao").wait_for()
    assert "2 kết luận, 0 đã giao thành nhiệm vụ" in page.locator(MAIN).inner_text()

    page.locator("#kl-1").get_by_role("link", name="Giao thành nhiệm vụ").click()
    page.get_by_label("Cơ quan chủ trì").select_option(label="Phường Cái Khế")
    page.get_by_label("Người phụ trách").select_option("canbo.caikhe")
    page.get_by_label("Hạn", exact=True).fill("20/12/2026")
    chair.picture("ket-luan-giao")
    page.get_by_role("button", name="Giao nhiệm vụ").click()
    page.get_by_text("Đã giao thành nhiệm vụ; cơ quan chủ trì").wait_for()
    assert "Lâm Ngọc Thu · hạn 20/12/2026" in page.locator("#kl-1").inner_text()

    page = officer.open("/viec/")
    page.get_by_role("link", name=CONCLUSION.rstrip("."), exact=True).first.click()
    page.get_by_role("button", name="Nhận nhiệm vụ").click()
    page.get_by_text("Đã ghi: nhận nhiệm vụ.").wait_for()
    page.get_by_label("Tự báo").select_option("started")
    page.get_by_label("Mức hoàn thành (%)").fill("60")
    page.get_by_label("Văn bản minh chứng").fill("Danh sách khu vực 1 đến khu vực 5")
    page.get_by_role("button", name="Báo tiến độ").click()
    page.get_by_text("Đã ghi tiến độ nhiệm vụ.").wait_for()
    page.get_by_label("Tự báo").select_option("done")
    page.get_by_label("Văn bản minh chứng").fill("Báo cáo 58/BC-UBND ngày 27/11/2026")
    page.get_by_role("button", name="Báo tiến độ").click()
    page.get_by_text("Đã báo hoàn thành, chờ xác nhận.").wait_for()
    officer.picture("ket-luan-nhiem-vu")
    task = page.url

    page = chair.open(task.removeprefix(chair.address))
    page.get_by_role("button", name="Xác nhận hoàn thành").click()
    page.get_by_text("Đã ghi: xác nhận hoàn thành.").wait_for()

    page.get_by_role("link", name="Kết luận 1, họp ngày 20/11/2026").click()
    page.wait_for_url(f"{meeting}#kl-1")
    shown = page.locator("#kl-1").inner_text()
    assert "Hoàn thành" in shown
    assert "Minh chứng: 2/1" in shown
    assert "1 đã giao thành nhiệm vụ, 1 đã xác nhận hoàn thành" in page.locator(MAIN).inner_text()
    chair.picture("ket-luan-xong")


def test_a_meeting_fits_the_phone(visit):
    officer = visit("canbo.caikhe", width=390, height=844)
    page = officer.open("/ban-dieu-hanh/")
    page.get_by_role("link", name="Ban Điều hành bảo vệ, chăm sóc trẻ em thành phố").click()
    page.get_by_role("link", name="Đánh giá mười tháng").click()
    page.wait_for_load_state()
    assert "đã giao thành nhiệm vụ" in page.locator(MAIN).inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
