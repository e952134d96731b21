"""The plan the product was made for, read from its real text: line-wrapped, with the debris of tables between the lines."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from mangnon.plans import formats
from mangnon.plans.operations.builtin import FILE
from mangnon.plans.rules import output, reading
from mangnon.plans.vocabulary import DueRule

IDS = [
    "I",
    "I.1",
    "I.1.a",
    "I.1.b",
    "I.1.c",
    "I.2",
    "I.2.a",
    "I.2.b",
    "I.2.c",
    "II",
    "II.1",
    "II.1.a",
    "II.1.b",
    "II.1.c",
    "II.1.d",
    "II.1.đ",
    "II.2",
    "II.2.a",
    "II.2.b",
    "II.2.c",
    "II.2.d",
    "II.3",
    "II.3.a",
    "II.3.b",
    "II.3.c",
    "II.3.d",
    "II.3.đ",
    "II.4",
    "II.4.a",
    "II.4.b",
    "II.4.c",
    "II.4.d",
    "II.5",
    "II.6",
    "II.6.a",
    "II.6.b",
    "II.6.c",
    "II.6.d",
    "II.6.đ",
    "II.7",
    "II.7.a",
    "II.7.b",
    "II.7.c",
    "II.7.d",
    "III",
    "III.1",
    "III.2",
    "IV",
    "IV.1",
    "IV.1.a",
    "IV.1.a-1",
    "IV.1.a-2",
    "IV.1.a-3",
    "IV.1.a-4",
    "IV.1.a-5",
    "IV.1.a-6",
    "IV.1.a-7",
    "IV.1.b",
    "IV.2",
    "IV.2.a",
    "IV.2.b",
    "IV.2.c",
    "IV.3",
    "IV.3.a",
    "IV.3.b",
    "IV.3.c",
    "IV.4",
    "IV.4.a",
    "IV.4.b",
    "IV.4.c",
    "IV.4.d",
    "IV.5",
    "IV.5.a",
    "IV.5.b",
    "IV.5.c",
    "IV.6",
    "IV.7",
    "IV.8",
    "IV.9",
    "IV.9.a",
    "IV.9.b",
    "IV.9.c",
    "IV.10",
    "IV.10.a",
    "IV.10.b",
    "V",
    "V.1",
    "V.2",
    "cuối",
]


@pytest.fixture(scope="module")
def plan():
    return reading.read(formats.paper(FILE.read_bytes(), FILE.name))


@pytest.fixture(scope="module")
def clauses(plan):
    return {clause.id: clause for clause in plan.clauses}


@pytest.fixture(scope="module")
def tasks(plan):
    return {task.clause: task for task in plan.tasks}


def test_every_clause_has_its_address_in_printed_order(plan):
    assert [clause.id for clause in plan.clauses] == IDS


def test_the_head_is_read_as_printed(plan):
    head = plan.head
    assert (head.type, head.number, head.issued_on, head.place) == ("Kế hoạch", "73/KH-UBND", date(2024, 4, 4), "Cần Thơ")
    assert head.issuer == "Ủy ban nhân dân thành phố Cần Thơ"
    assert head.title.startswith("TRIỂN KHAI THỰC HIỆN KẾ HOẠCH SỐ 276-KH/TU")
    assert head.title.endswith("YÊU CẦU XÂY DỰNG ĐẤT NƯỚC PHỒN VINH, HẠNH PHÚC")
    assert head.preamble.startswith("Thực hiện Kế hoạch số 276-KH/TU")
    assert (head.signer, head.signer_title) == ("Nguyễn Thực Hiện", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")
    assert len(head.recipients) == 10
    assert head.recipients[0] == "Bộ Lao động - Thương binh và Xã hội (để b/c)"


def test_the_documents_it_names_are_found_with_day_and_issuer(plan):
    assert [(cited.number, cited.issued_on, cited.issuer) for cited in plan.citations] == [
        ("276-KH/TU", date(2024, 3, 6), "Ban Thường vụ Thành ủy Cần Thơ"),
        ("28-CT/TW", date(2023, 12, 25), "Bộ Chính trị"),
        ("21/KH-UBND", date(2022, 1, 25), "Ủy ban nhân dân thành phố"),
    ]


def test_it_runs_to_the_end_of_2035(plan):
    assert plan.horizon == date(2035, 12, 31)


@pytest.mark.parametrize(
    ("id", "title"),
    [
        ("I", "MỤC ĐÍCH, YÊU CẦU"),
        ("II.1", "Tăng cường lãnh đạo, chỉ đạo, điều hành thực hiện công tác chăm sóc, giáo dục và bảo vệ trẻ em"),
        ("II.5", "Tiếp tục thực hiện có hiệu quả các chương trình, đề án, kế hoạch về chăm sóc, giáo dục và bảo vệ trẻ em"),
        ("IV", "PHÂN CÔNG TRÁCH NHIỆM VÀ TỔ CHỨC THỰC HIỆN"),
        ("IV.1", "Sở Lao động - Thương binh và Xã hội"),
        ("IV.4", "Sở Thông tin và Truyền thông"),
        ("IV.6", "Sở Nội vụ"),
        ("III.1", ""),
        ("V.1", ""),
    ],
)  # fmt: skip
def test_wrapped_headings_are_joined_and_body_paragraphs_are_no_headings(clauses, id, title):
    assert clauses[id].title == title


def test_a_section_without_points_keeps_heading_and_text_apart(clauses):
    assert clauses["II.5"].text.startswith("Đẩy mạnh thực hiện các chương trình, đề án liên quan đến trẻ em như:")
    assert clauses["IV.6"].text.startswith("Phối hợp Sở Lao động - Thương binh và Xã hội tham mưu")
    assert clauses["III.1"].text.startswith("Kinh phí thực hiện Kế hoạch được bố trí trong dự toán")
    assert clauses["II"].text.endswith("các nhiệm vụ, giải pháp chủ yếu sau:")


def test_a_part_holds_its_sections_and_a_point_its_dashes(clauses):
    assert (clauses["IV.1.a-3"].parent, clauses["IV.1.a-3"].level) == ("IV.1.a", 4)
    assert clauses["IV.1.a-3"].text.startswith("Khai thác sử dụng hiệu quả phần mềm hệ thống thông tin quản lý trẻ em")
    assert clauses["IV.1.b"].parent == "IV.1"
    assert (clauses["cuối"].parent, clauses["cuối"].level) == (None, 1)
    assert clauses["cuối"].text.endswith("đề xuất Ủy ban nhân dân thành phố xem xét, quyết định./.")


def test_the_agency_of_a_heading_leads_what_stands_under_it(tasks):
    assert tasks["IV.3.b"].lead == "Sở Y tế"
    assert tasks["IV.1.a"].lead == tasks["IV.1.a-3"].lead == "Sở Lao động - Thương binh và Xã hội"
    assert tasks["IV.1.a-3"].coordinating == ("sở, ban ngành liên quan",)


def test_who_is_told_to_co_ordinate_keeps_its_own_duty(tasks):
    assert (tasks["IV.6"].lead, tasks["IV.6"].coordinating) == ("Sở Nội vụ", ("Sở Lao động - Thương binh và Xã hội",))
    assert tasks["IV.4.b"].lead == "Sở Thông tin và Truyền thông"
    assert tasks["IV.4.b"].coordinating == ("Sở Lao động - Thương binh và Xã hội", "các cơ quan có liên quan")
    assert tasks["IV.2.a"].coordinating == ()
    assert tasks["IV.1.b"].coordinating == ("Ban Tuyên giáo Thành ủy",)


def test_what_the_text_gives_wins_over_the_heading(tasks):
    assert tasks["V.2"].lead == "Sở Lao động - Thương binh và Xã hội"
    assert tasks["V.2"].coordinating == ("các sở, ban ngành, đoàn thể thành phố", "Ủy ban nhân dân quận, huyện")
    assert tasks["cuối"].lead == "Sở Lao động - Thương binh và Xã hội"
    assert tasks["II.7.a"].lead == "Ủy ban Mặt trận Tổ quốc"
    assert tasks["IV.10.a"].lead == "Ủy ban Mặt trận Tổ quốc Việt Nam"


def test_duties_of_many_are_shared(tasks):
    shared = {id for id, task in tasks.items() if task.shared}
    assert {id for id in tasks if id.startswith("II.") and not id.startswith("II.7")} <= shared
    assert {"III.2", "IV.9.a", "V.1"} <= shared
    assert not shared & {id for id in tasks if id.startswith(("II.7", "IV.1.", "IV.2", "IV.10"))}
    assert tasks["II.6.d"].lead == "các sở, ban ngành, đoàn thể; Ủy ban nhân dân quận, huyện"


def test_aims_and_money_in_general_give_no_duty(tasks):
    assert not [id for id in tasks if id.startswith("I.") or id == "III.1"]
    assert len(tasks) == 62


def test_before_20_november_ends_on_the_19th(tasks):
    deadline = tasks["V.1"].deadline
    assert (deadline.rule, deadline.month, deadline.day) == (DueRule.YEARLY, 11, 19)
    assert deadline.words == "trước ngày 20 tháng 11 hàng năm"
    assert tasks["IV.1.b"].deadline.rule is DueRule.YEARLY
    assert tasks["IV.7"].deadline is None  # “hằng năm” there describes the socio-economic plan, not the duty


def test_no_word_of_the_file_is_lost(plan):
    printed = Counter(word for line in formats.paper(FILE.read_bytes(), FILE.name).lines for word in line.text.split())
    kept = Counter(f"{plan.head.text} {plan.foot}".split())
    for clause in plan.clauses:
        kept.update(f"{clause.mark} {clause.words}".split())
    assert kept == printed


def test_the_answer_has_the_names_of_the_contract(plan):
    answer = output.document(plan)
    assert set(answer["head"]) >= {"type", "number", "issued_on", "place", "issuer", "title", "signer", "recipients"}
    assert answer["head"]["issued_on"] == "2024-04-04"
    assert set(answer["cites"][0]) >= {"number", "issued_on", "issuer"}
    assert set(answer["clauses"][0]) >= {"id", "level", "title", "text", "parent"}
    assert set(answer["tasks"][0]) >= {"clause", "lead", "coordinating", "due", "summary"}
    assert next(task for task in answer["tasks"] if task["clause"] == "V.1")["due"] == "trước ngày 20 tháng 11 hàng năm"


def test_decomposed_letters_and_windows_line_ends_read_the_same(plan):
    import unicodedata

    text = unicodedata.normalize("NFD", FILE.read_text(encoding="utf-8")).replace("\n", "\r\n")
    again = reading.read(formats.paper(b"\xef\xbb\xbf" + text.encode(), Path("ban-sao.TXT").name))
    assert again == plan
