"""Plans of other offices in the same form: departments, communes, a ministry, the party, decisions, projects. All invented."""

from datetime import date

import pytest

from mangnon.plans import formats
from mangnon.plans.rules import reading, sections
from mangnon.plans.vocabulary import DueRule
from tests.unit.plans.reader import FOLDER, duties, kept_words, outline, paper, printed_words, read

NAMES = sorted(path.name for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost(name):
    assert kept_words(read(name)) == printed_words(paper(name))


@pytest.mark.parametrize("name", NAMES)
def test_addresses_are_unique_and_parents_stand_before_their_children(name):
    seen: set[str | None] = {None}
    for clause in read(name).clauses:
        assert clause.id not in seen
        assert clause.parent in seen
        seen.add(clause.id)


@pytest.mark.parametrize(
    ("name", "type", "number", "issued_on", "place", "issuer", "superior", "signer"),
    [
        ("so-y-te.txt", "Kế hoạch", "152/KH-SYT", date(2027, 1, 5), "Cần Thơ", "Sở Y tế", "UBND thành phố Cần Thơ", "Huỳnh Mai Phương"),
        ("quyet-dinh.txt", "Quyết định", "1069/QĐ-UBND", date(2025, 5, 2), "Cần Thơ", "Ủy ban nhân dân thành phố Cần Thơ", "",
         "Ngô Minh Đăng"),
        ("phan-thu.txt", "Đề án", "45/2026/ĐA-UBND", date(2026, 2, 28), "Trà Vinh", "Ủy ban nhân dân tỉnh Trà Vinh", "", "Lâm Hữu Trí"),
        ("phuong-cai-khe.txt", "Kế hoạch", "31/KH-UBND", date(2026, 7, 14), "Cái Khế", "Ủy ban nhân dân phường Cái Khế", "",
         "Nguyễn Văn Khải"),
        ("thanh-uy.txt", "Kế hoạch", "276-KH/TU", date(2024, 3, 6), "Cần Thơ", "Thành ủy Cần Thơ", "", "Trịnh Quang Sơn"),
        ("chuong-trinh-a-b.txt", "Chương trình", "3017/CTr-BYT", date(2026, 10, 9), "Hà Nội", "Bộ Y tế", "", "Phan Thanh Tùng"),
    ],
)  # fmt: skip
def test_the_head_is_read(name, type, number, issued_on, place, issuer, superior, signer):
    head = read(name).head
    assert (head.type, head.number, head.issued_on, head.place) == (type, number, issued_on, place)
    assert (head.issuer, head.superior, head.signer) == (issuer, superior, signer)


def test_a_department_with_columns_on_one_line_and_attribute_lines():
    plan = read("so-y-te.txt")
    assert plan.head.title == "Triển khai công tác bảo vệ, chăm sóc trẻ em thành phố Cần Thơ năm 2027"
    assert plan.head.recipients == ("UBND thành phố (để b/c)", "Các đơn vị trực thuộc", "Lưu: VT, DSXH")
    assert outline(plan) == [
        "I MỤC TIÊU", "I.1 Mục tiêu chung", "I.2 Mục tiêu cụ thể", "I.2-1", "I.2-2",
        "II NỘI DUNG, GIẢI PHÁP", "II.1 Truyền thông, vận động xã hội", "II.1.a", "II.1.a-1", "II.1.a-2", "II.1.a-3", "II.1.b",
        "II.2 Làm sạch dữ liệu",
        "III KINH PHÍ",
        "IV TỔ CHỨC THỰC HIỆN", "IV.1 Phòng Dân số - Xã hội:", "IV.2 Trung tâm Kiểm soát bệnh tật", "IV.2-1", "IV.2-2", "cuối",
    ]  # fmt: skip
    assert duties(plan)["II.1.a"] == (
        "Sở Y tế", ("Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch", "Ủy ban nhân dân xã, phường"),
    )  # fmt: skip
    assert duties(plan)["IV.1"] == ("Phòng Dân số - Xã hội", ("các phòng chức năng", "các đơn vị trực thuộc"))
    assert duties(plan)["IV.2-1"] == ("Trung tâm Kiểm soát bệnh tật", ("Trạm Y tế xã, phường",))
    due = {task.clause: task.deadline for task in plan.tasks}
    assert (due["II.1.a"].on, due["II.2"].on, due["IV.2-2"].on) == (date(2027, 6, 30), date(2027, 6, 29), date(2027, 12, 14))
    assert (due["IV.1"].rule, due["IV.1"].month, due["IV.1"].day) == (DueRule.YEARLY, 11, 19)
    assert {cited.number for cited in plan.citations} == {"12/KH-UBND", "1591/QĐ-TTg"}
    assert plan.horizon == date(2027, 12, 31)


def test_a_decision_by_articles_with_an_annex():
    plan = read("quyet-dinh.txt")
    assert plan.head.title == "VỀ VIỆC KIỆN TOÀN BAN ĐIỀU HÀNH BẢO VỆ, CHĂM SÓC TRẺ EM THÀNH PHỐ"
    assert outline(plan) == [
        "Đ1", "Đ1.1", "Đ1.2 Phó Trưởng ban:", "Đ1.2.a", "Đ1.2.b", "Đ1.2.c", "Đ2 Nhiệm vụ của Ban Điều hành", "Đ2.1", "Đ2.2", "Đ3", "Đ4",
    ]  # fmt: skip
    assert plan.clauses[7].text.endswith("theo quy định tại khoản 2 Điều 90 Luật Trẻ em và các văn bản hướng dẫn.")
    assert duties(plan)["Đ2.2"][0] == "Sở Y tế"
    assert "PHỤ LỤC" in plan.foot
    assert [(cited.number, cited.issuer) for cited in plan.citations] == [("56/2017/NĐ-CP", "Chính phủ"), ("88/TTr-SYT", "")]


def test_parts_counted_in_words_above_roman_sections():
    plan = read("phan-thu.txt")
    assert outline(plan) == [
        "PI SỰ CẦN THIẾT VÀ CĂN CỨ XÂY DỰNG ĐỀ ÁN", "PI.I SỰ CẦN THIẾT", "PI.II CĂN CỨ", "PI.II-1", "PI.II-2",
        "PII NỘI DUNG ĐỀ ÁN", "PII.I MỤC TIÊU", "PII.I.1", "PII.I.2", "PII.II NHIỆM VỤ, GIẢI PHÁP", "PII.II.1 Dạy bơi an toàn",
        "PII.II.1.a", "PII.II.1.b", "PII.II.2 Làng an toàn", "PII.II.2+1", "PII.II.2+2",
        "PIII TỔ CHỨC THỰC HIỆN", "PIII.1", "PIII.2 Ủy ban nhân dân các xã, phường", "cuối",
    ]  # fmt: skip
    found = duties(plan)
    assert found["PII.II.1.a"] == ("Sở Văn hóa, Thể thao và Du lịch", ("Sở Giáo dục và Đào tạo", "Tỉnh đoàn"))
    assert found["PII.II.1.b"] == ("Sở Giáo dục và Đào tạo", ())
    assert found["PIII.1"] == ("Sở Y tế", ())
    assert found["cuối"] == ("Sở Y tế", ("các cơ quan, đơn vị",))
    assert not {"PI.I", "PII.I.1"} & set(found)  # reasons and aims give no duty


def test_a_commune_without_parts_with_decimal_sections():
    plan = read("phuong-cai-khe.txt")
    assert outline(plan) == [
        "1 Mục đích, yêu cầu", "1-1", "1-2", "1-2+1", "1-2+2", "2 Thời gian, địa điểm", "3 Phân công trách nhiệm",
        "3.1 Phòng Văn hóa - Xã hội", "3.2 Công an phường", "3.3 Hội Liên hiệp Phụ nữ phường", "4 Kinh phí", "cuối",
    ]  # fmt: skip
    assert {id: lead for id, (lead, _) in duties(plan).items()} == {
        "3.1": "Phòng Văn hóa - Xã hội", "3.2": "Công an phường", "3.3": "Hội Liên hiệp Phụ nữ phường",
    }  # fmt: skip


def test_a_party_paper_with_its_own_number_and_marks():
    plan = read("thanh-uy.txt")
    assert outline(plan) == [
        "I MỤC ĐÍCH, YÊU CẦU", "I.1", "I.2", "II NHIỆM VỤ, GIẢI PHÁP",
        "II.1 Tăng cường sự lãnh đạo của cấp ủy, tổ chức đảng đối với công tác trẻ em", "II.2 Đẩy mạnh tuyên truyền, giáo dục",
        "II.2-1", "II.2-2",
        "III TỔ CHỨC THỰC HIỆN", "III.1", "III.2",
    ]  # fmt: skip
    assert plan.clauses[1].text.endswith("giai đoạn 2024 - 2030.")  # a span broken over two lines opens no dash
    assert duties(plan)["III.1"] == ("Ban Tuyên giáo Thành ủy", ("Sở Lao động - Thương binh và Xã hội",))  # nor does a name
    assert [cited.number for cited in plan.citations] == ["28-CT/TW"]


def test_capital_letters_above_roman_sections_and_numbers_in_brackets():
    plan = read("chuong-trinh-a-b.txt")
    assert outline(plan) == [
        "A QUAN ĐIỂM, MỤC TIÊU", "A.1 Quan điểm.", "A.1.a", "A.1.b", "A.2 Mục tiêu.", "A.2.1", "A.2.2 Mục tiêu cụ thể đến năm 2030",
        "A.2.2.a", "A.2.2.b", "B NHIỆM VỤ VÀ GIẢI PHÁP", "B.I NHÓM NHIỆM VỤ VỀ DỊCH VỤ", "B.I.(1)", "B.I.(2)",
        "B.II NHÓM NHIỆM VỤ VỀ DỮ LIỆU", "B.II.(1)", "C TỔ CHỨC THỰC HIỆN",
    ]  # fmt: skip
    assert duties(plan)["C"][0] == "Các Sở Y tế"
    assert next(task for task in plan.tasks if task.clause == "B.II.(1)").deadline.on == date(2028, 6, 30)


def test_sections_of_a_report_follow_whatever_parts_the_plan_has():
    codes = [section.code for section in sections.sections(read("so-y-te.txt").clauses)]
    assert codes == ["I", "II.1", "II.2", "III", "khó khăn", "kiến nghị", "phương hướng"]


def test_a_copy_from_a_web_page_without_its_type_line():
    plan = read("web.txt")
    head = plan.head
    assert (head.type, head.number, head.issuer) == ("Kế hoạch", "61/KH-UBND", "Ủy ban nhân dân tỉnh Hậu Giang")
    assert head.title == "PHÁT TRIỂN CÔNG TÁC XÃ HỘI VỚI TRẺ EM GIAI ĐOẠN 2023 - 2025"
    assert (head.signer, head.recipients) == ("Lê Hữu Nghĩa", ("Bộ Y tế", "Lưu: VT, KGVX"))
    assert outline(plan) == [
        "I Mục tiêu và định hướng đến năm 2025", "I.1 Mục tiêu", "I.2 Chỉ tiêu thực hiện", "I.2.1 Giai đoạn 2023 - 2024", "I.2.1-1",
        "II Tổ chức thực hiện", "II.1 Các Sở: Y tế, Giáo dục và Đào tạo, Văn hóa và Thể thao",
        "II.2 Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể cấp tỉnh:",
        "II.3 Ủy ban nhân dân các huyện, thành phố Vị Thanh:",
        "cuối",
    ]  # fmt: skip
    assert duties(plan)["II.1"] == ("Sở Y tế", ("Sở Giáo dục và Đào tạo", "Sở Văn hóa và Thể thao"))
    assert duties(plan)["II.2"] == ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", ("các đoàn thể cấp tỉnh",))
    assert plan.horizon == date(2025, 12, 31)


def test_text_that_was_never_wrapped_has_a_paragraph_on_every_line():
    long = "Bảo đảm trẻ em được sống an toàn, " * 6 + "lành mạnh."
    text = (
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ\nSố: 5/KH-UBND\nCần Thơ, ngày 01 tháng 3 năm 2026\nKẾ HOẠCH\nVề trẻ em\n"
        f"I. MỤC ĐÍCH\n1. Chung\nTrẻ em là trên hết.\n{long}\n2. Riêng\nCần Thơ đi trước.\n{long}\n"
    )
    plan = reading.read(formats.paper(text.encode(), "dai.txt"))
    assert outline(plan) == ["I MỤC ĐÍCH", "I.1 Chung", "I.2 Riêng"]
    assert plan.clauses[1].text.split("\n")[0] == "Trẻ em là trên hết."
