"""The same form in Word: letterhead and signature in tables, bold headings, automatic numbers, tables and annexes in between."""

import io
from collections import Counter
from datetime import date

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from mangnon.plans import formats
from mangnon.plans.rules import reading
from tests.unit.plans.reader import duties, kept_words, outline, printed_words


def content(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def letterhead(document, *, left: list[str], right: list[str]) -> None:
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, lines in zip(cells, (left, right), strict=True):
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)


def bold(document, text: str):
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = True
    return paragraph


@pytest.fixture
def plan():
    document = docx.Document()
    letterhead(
        document, left=["ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ", "Số: 97/KH-UBND"],
        right=["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Cần Thơ, ngày 20 tháng 3 năm 2025"],
    )  # fmt: skip
    bold(document, "KẾ HOẠCH")
    bold(document, "Thực hiện khuyến nghị của Ủy ban Liên hợp quốc về Quyền trẻ em")
    document.add_paragraph(
        "Thực hiện Quyết định số 27/QĐ-TTg ngày 07/01/2025 của Thủ tướng Chính phủ, Ủy ban nhân dân thành phố ban hành Kế hoạch:"
    )
    bold(document, "I. Mục đích")
    document.add_paragraph("Bảo đảm quyền trẻ em.")
    document.add_paragraph("Gắn với Kế hoạch số 73/KH-UBND ngày 04 tháng 4 năm 2024 của Ủy ban nhân dân thành phố")
    bold(document, "II. Tổ chức thực hiện")
    bold(document, "1. Sở Y tế")
    document.add_paragraph("a) Chủ trì, phối hợp với Công an thành phố, Sở Tư pháp rà soát các vụ việc xâm hại trẻ em")
    document.add_paragraph("b) Tổng hợp số liệu theo bảng sau:")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([cell for row in table.rows for cell in row.cells], ["Chỉ tiêu", "Năm 2025", "Số vụ", "41"], strict=True):
        cell.text = text
    lead = document.add_paragraph()
    lead.add_run("2. Sở Giáo dục và Đào tạo: ").bold = True
    lead.add_run("dạy kỹ năng phòng, chống xâm hại cho học sinh trong năm 2026.")
    document.add_paragraph("Yêu cầu các sở, ban ngành thành phố thực hiện nghiêm túc Kế hoạch này./.")
    letterhead(document, left=["Nơi nhận:", "- Bộ Y tế;", "- Lưu: VT."], right=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Ngô Minh Đăng"])
    document.add_paragraph("PHỤ LỤC")
    document.add_paragraph("1. Danh mục khuyến nghị")
    return formats.paper(content(document), "ke-hoach-97.docx")


def test_a_word_plan_gives_the_same_tree(plan):
    read = reading.read(plan)
    assert outline(read) == [
        "I Mục đích",
        "II Tổ chức thực hiện",
        "II.1 Sở Y tế",
        "II.1.a",
        "II.1.b",
        "II.2 Sở Giáo dục và Đào tạo:",
        "cuối",
    ]
    assert (read.head.number, read.head.issued_on, read.head.type) == ("97/KH-UBND", date(2025, 3, 20), "Kế hoạch")
    assert read.head.title == "Thực hiện khuyến nghị của Ủy ban Liên hợp quốc về Quyền trẻ em"
    assert (read.head.issuer, read.head.signer) == ("Ủy ban nhân dân thành phố Cần Thơ", "Ngô Minh Đăng")
    assert read.head.recipients == ("Bộ Y tế", "Lưu: VT")


def test_paragraphs_under_a_heading_stay_apart_and_tables_stay_as_text(plan):
    clauses = {clause.id: clause for clause in reading.read(plan).clauses}
    assert clauses["I"].text.split("\n")[0] == "Bảo đảm quyền trẻ em."
    assert clauses["II.1.b"].text.split("\n") == ["Tổng hợp số liệu theo bảng sau:", "Chỉ tiêu", "Năm 2025", "Số vụ", "41"]


def test_duties_of_a_word_plan(plan):
    read = reading.read(plan)
    assert duties(read)["II.1.a"] == ("Sở Y tế", ("Công an thành phố", "Sở Tư pháp"))
    assert duties(read)["II.2"] == ("Sở Giáo dục và Đào tạo", ())
    assert next(task for task in read.tasks if task.clause == "II.2").deadline.on == date(2026, 12, 31)
    assert [cited.number for cited in read.citations] == ["27/QĐ-TTg", "73/KH-UBND"]


def test_no_word_of_a_word_plan_is_lost(plan):
    assert kept_words(reading.read(plan)) == printed_words(plan)


def numbered(document, levels: list[tuple[str, str]]) -> str:
    """A multi-level automatic list: (format, pattern) per level; gives its number."""
    root = document.part.numbering_part.element
    xml = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for i, (kind, pattern) in enumerate(levels)
    )
    first = root.find(qn("w:num"))
    first.addprevious(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{xml}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return "77"


def listed(document, number: str, level: int, text: str) -> None:
    paragraph = document.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_automatic_numbers_are_counted_as_word_prints_them():
    document = docx.Document()
    for line in (
        "UBND THÀNH PHỐ CẦN THƠ",
        "SỞ NỘI VỤ",
        "Số: 8/KH-SNV",
        "Cần Thơ, ngày 09 tháng 02 năm 2026",
        "KẾ HOẠCH",
        "Về biên chế trẻ em",
    ):
        document.add_paragraph(line)
    list_number = numbered(document, [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "")])
    for level, text in [
        (0, "MỤC ĐÍCH"), (1, "Bố trí đủ người làm công tác bảo vệ trẻ em."), (1, "Nâng cao năng lực."),
        (0, "NHIỆM VỤ"), (1, "Rà soát"), (2, "Rà soát vị trí việc làm;"), (2, "Lập danh sách:"), (3, "theo phường;"), (3, "theo xã."),
    ]:  # fmt: skip
        listed(document, list_number, level, text)
    read = reading.read(formats.paper(content(document), "noi-vu.docx"))
    assert outline(read) == ["I MỤC ĐÍCH", "I.1", "I.2", "II NHIỆM VỤ", "II.1 Rà soát", "II.1.a", "II.1.b", "II.1.b-1", "II.1.b-2"]
    assert Counter(clause.mark for clause in read.clauses)["-"] == 2
