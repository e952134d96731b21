"""A difficulty two units meet: raised on the duty, gathered, proposed with its cost, decided, told to both."""

import re

DUTY = "Tăng cường tuyên truyền"


def _duty(visitor):
    """The address of a duty the officer answers for."""
    page = visitor.open("/viec/")
    return page.get_by_role("link", name=re.compile(DUTY)).first.get_attribute("href")


def _raise(visitor, duty, words, picture=""):
    page = visitor.open(duty)
    page.get_by_role("link", name="Nêu khó khăn").click()
    page.get_by_role("textbox", name="Khó khăn, vướng mắc").fill(words)
    page.get_by_label("Đề nghị của đơn vị").fill("Có tài liệu dùng chung.")
    if picture:
        visitor.picture(picture)
    page.get_by_role("button", name="Gửi cơ quan chủ trì").click()
    page.get_by_text("Đã gửi khó khăn").wait_for()


def test_from_a_difficulty_to_the_decision_everybody_is_told(visit):
    officer, neighbour = visit("canbo.caikhe"), visit("canbo.ninhkieu")
    duty = _duty(officer)
    _raise(officer, duty, "Chưa có tờ rơi tiếng Khmer cho phụ huynh.", "kho-khan-neu")
    _raise(neighbour, duty, "Thiếu tài liệu tiếng Khmer ở khu vực.")

    specialist = visit("chuyenvien.soyte")
    page = specialist.open("/kho-khan/?buoc=new")
    for unit in ("Phường Cái Khế", "Phường Ninh Kiều"):
        page.locator("tr", has_text=unit).filter(has_text="Khmer").get_by_role("checkbox").check()
    page.get_by_label("Tên vướng mắc").fill("Tài liệu tuyên truyền tiếng Khmer")
    specialist.picture("kho-khan-gop")
    page.get_by_role("button", name="Gộp dòng đã chọn").click()
    page.get_by_text("Đã gộp 2 khó khăn.").wait_for()
    page.get_by_label("Đề xuất cách giải quyết").fill("In chung 20.000 bộ song ngữ cho các xã, phường có đồng bào Khmer.")
    page.get_by_label("Kinh phí (đồng)").fill("180.000.000")
    page.get_by_role("button", name="Trình thành phố").click()
    page.get_by_text("Đã trình Ủy ban nhân dân thành phố.").wait_for()

    leader = visit("pct.cantho")
    page = leader.open("/viec/")
    page.get_by_role("link", name="Quyết định: Tài liệu tuyên truyền tiếng Khmer").first.click()
    assert "180.000.000 đồng" in page.locator("main").inner_text()
    page.get_by_label("Đồng ý như đề xuất").check()
    leader.picture("kho-khan-quyet-dinh")
    page.get_by_role("button", name="Quyết định và báo 2 đơn vị").click()
    page.get_by_text("Đã quyết định; mọi đơn vị").wait_for()

    for visitor in (officer, neighbour):
        page = visitor.open("/viec/")
        page.get_by_role("link", name="Nhận kết quả giải quyết khó khăn").first.click()
        assert "Đồng ý như đề xuất" in page.locator("main").inner_text()
        page.get_by_role("button", name="Đơn vị đã nhận kết quả").click()
        page.get_by_text("Đơn vị nhận ngày").wait_for()
    officer.picture("kho-khan-ket-qua")
    page = specialist.open("/kho-khan/?buoc=read")
    assert page.locator("tr", has_text="Khmer").count() == 2
