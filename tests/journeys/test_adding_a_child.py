"""Adding a child whom the register has already: the page asks, shows both side by side, and keeps why it is another."""

import re

from axe_playwright_python.sync_playwright import Axe

MAIN = "main"


def _first_child(visitor) -> dict[str, str]:
    """What the record of a child of the ward says, and its address."""
    page = visitor.open("/tre-em/?so=verified")
    address = page.locator("table a[href^='/tre-em/']").first.get_attribute("href")
    page = visitor.open(address + "sua/")
    said = {"address": address, "name": page.get_by_label("Họ và tên").input_value(), "birth": page.get_by_label("Ngày sinh").input_value()}
    said["sex"] = page.get_by_label("Giới tính").input_value()
    return said


def _fill(page, said, *, mother: str) -> None:
    page.get_by_label("Họ và tên").fill(said["name"])
    page.get_by_label("Ngày sinh").fill(said["birth"])
    page.get_by_label("Giới tính").select_option(said["sex"])
    page.get_by_label("Người nuôi dưỡng").fill(mother)
    page.get_by_role("button", name="Tìm rồi ghi").click()


def test_a_child_of_the_register_is_asked_about_before_it_is_entered_again(visit):
    officer = visit("canbo.caikhe")
    said = _first_child(officer)
    page = officer.open("/tre-em/them/")
    _fill(page, said, mother="Phan Thị Lụa")
    page.get_by_role("heading", name=re.compile("đã có trong sổ")).first.wait_for()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert said["name"] in page.locator(MAIN).inner_text()
    page.get_by_role("link", name=re.compile("Đây là trẻ này|" + re.escape(said["name"]))).first.click()
    page.wait_for_url("**" + said["address"])


def test_another_child_is_entered_with_a_reason(visit):
    officer = visit("canbo.caikhe")
    said = _first_child(officer)
    page = officer.open("/tre-em/them/")
    _fill(page, said, mother="Phan Thị Lụa")
    page.get_by_role("button", name=re.compile("ghi trẻ mới", re.IGNORECASE)).click()
    if page.get_by_text("Chưa chọn lý do").count():
        page.get_by_label(re.compile("^Khác cha mẹ")).check()
        page.get_by_role("button", name="Không phải, ghi trẻ mới").click()
    page.get_by_text("Đã ghi trẻ vào sổ").wait_for()
    assert said["address"] not in page.url
    officer.complaints.clear()  # Chromium writes the refusal that asked for a reason to its console
