"""The paper as a Word file: layout of Nghị định số 30/2020/NĐ-CP, Phụ lục I, and every number with its way back."""

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from mangnon.reports.records import Heading
from mangnon.reports.render import city, docx, html, unit
from mangnon.reports.vocabulary import Origin
from tests.factories import papers


def opened(paper):
    return Document(io.BytesIO(docx.content(paper)))


@pytest.fixture(scope="module")
def document():
    return opened(city.paper(papers.city_content(), papers.NOT_ISSUED))


def lines(cell):
    return [paragraph for paragraph in cell.paragraphs if paragraph.text]


def look(paragraph):
    run = paragraph.runs[0]
    return paragraph.text, run.font.size, bool(run.bold), bool(run.italic)


def bookmarks(document):
    """Every mark of ours with the text it holds."""
    found = {}
    for start in document.element.body.iter(qn("w:bookmarkStart")):
        run = start.getnext()
        found[start.get(qn("w:name"))] = "".join(text.text or "" for text in run.iter(qn("w:t")))
    return found


class TestPage:
    def test_a4_with_the_margins_of_the_decree(self, document):
        for section in document.sections:
            assert (round(section.page_width.mm, 1), round(section.page_height.mm, 1)) == (210, 297)
            assert Mm(20) <= section.top_margin <= Mm(25)
            assert Mm(20) <= section.bottom_margin <= Mm(25)
            assert Mm(30) <= section.left_margin <= Mm(35)
            assert Mm(15) <= section.right_margin <= Mm(20)

    def test_times_new_roman_everywhere(self, document):
        assert document.styles["Normal"].font.name == "Times New Roman"
        assert {run.font.name for paragraph in document.paragraphs for run in paragraph.runs} == {None}

    def test_page_number_above_in_the_middle_but_not_on_the_first_page(self, document):
        section = document.sections[0]
        header = section.header.paragraphs[0]
        assert section.different_first_page_header_footer
        assert not section.first_page_header.paragraphs[0].text
        assert "PAGE" in header._p.xml
        assert header.alignment == 1
        assert header.runs[0].font.size == Pt(13)

    def test_annexes_are_numbered_on_their_own(self, document):
        starts = [section._sectPr.find(qn("w:pgNumType")) for section in document.sections]
        assert [None if start is None else start.get(qn("w:start")) for start in starts] == [None, "1", "1", "1"]


class TestHead:
    def test_nation_motto_and_agency(self, document):
        left, right = document.tables[0].rows[0].cells
        assert [look(line) for line in lines(left)] == [
            ("ỦY BAN NHÂN DÂN", Pt(12), False, False),
            ("THÀNH PHỐ CẦN THƠ", Pt(12), False, False),
            ("SỞ Y TẾ", Pt(12), True, False),
        ]
        assert [look(line) for line in lines(right)] == [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Pt(12), True, False),
            ("Độc lập - Tự do - Hạnh phúc", Pt(13), True, False),
        ]

    def test_two_rows_without_borders(self, document):
        table = document.tables[0]
        assert len(table.rows) == 2
        assert table._tbl.tblPr.find(qn("w:tblBorders")) is None
        assert table.style.name == "Normal Table"

    def test_rules_under_the_motto_and_the_agency(self, document):
        for cell in document.tables[0].rows[0].cells:
            last = cell.paragraphs[-1]
            assert last._p.pPr.find(qn("w:pBdr")) is not None
            assert last.paragraph_format.left_indent > 0

    def test_a_number_not_yet_given_is_left_blank(self, document):
        left, right = document.tables[0].rows[1].cells
        assert re.fullmatch(r"Số: {3,}/BC-SYT", left.text)
        assert look(lines(left)[0])[1:] == (Pt(13), False, False)
        assert re.fullmatch(r"Cần Thơ, ngày {3,}tháng {3,}năm 2026", right.text)
        assert look(lines(right)[0])[1:] == (Pt(13), False, True)

    def test_an_issued_paper_has_number_and_day_with_leading_zeros(self):
        left, right = opened(city.paper(papers.city_content(), papers.ISSUED)).tables[0].rows[1].cells
        assert (left.text, right.text) == ("Số: 07/BC-SYT", "Cần Thơ, ngày 05 tháng 01 năm 2027")

    def test_a_ward_writes_as_its_peoples_committee(self):
        document = opened(unit.paper(papers.unit_content(), papers.ISSUED))
        left = document.tables[0].rows[0].cells[0]
        assert [line.text for line in lines(left)] == ["ỦY BAN NHÂN DÂN", "PHƯỜNG CÁI KHẾ"]
        assert all(line.runs[0].bold for line in lines(left))
        assert document.tables[0].rows[1].cells[0].text == "Số: 07/BC-UBND"
        assert document.tables[0].rows[1].cells[1].text.startswith("Cái Khế, ngày 05")


class TestBody:
    def test_title_and_subject(self, document):
        found = [look(paragraph) for paragraph in document.paragraphs if paragraph.text][:2]
        assert found == [
            ("BÁO CÁO", Pt(14), True, False),
            ("Kết quả thực hiện Kế hoạch số 73/KH-UBND năm 2026", Pt(14), True, False),
        ]

    def test_addressees(self, document):
        assert document.tables[1].rows[0].cells[0].text.strip() == "Kính gửi:"
        assert [line.text for line in lines(document.tables[1].rows[0].cells[1])] == ["- Ủy ban nhân dân thành phố;", "- Bộ Y tế."]

    def test_body_text_is_justified_and_set_in(self, document):
        paragraph = next(p for p in document.paragraphs if p.text.startswith("Tính đến ngày 15 tháng 11"))
        assert paragraph.alignment == 3
        assert paragraph.paragraph_format.first_line_indent == Mm(12.7)
        assert paragraph.paragraph_format.space_before >= Pt(6)
        assert {run.font.size for run in paragraph.runs} == {Pt(14)}

    def test_parts_are_numbered_and_the_plans_groups_stand_under_results(self, document):
        headings = [p.text for p in document.paragraphs if p.runs and p.runs[0].bold and re.match(r"[IVX]+\. |\d+\. ", p.text)]
        assert headings[:5] == [
            "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO",
            "II. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ, GIẢI PHÁP",
            "1. Tăng cường lãnh đạo, chỉ đạo",
            "2. Đẩy mạnh công tác tuyên truyền",
            "III. KINH PHÍ THỰC HIỆN",
        ]

    def test_it_ends_with_the_sign_of_the_end(self, document):
        assert any(p.text.endswith("./.") for p in document.paragraphs)

    def test_signature_and_copies(self, document):
        left, right = document.tables[2].rows[0].cells
        assert look(lines(left)[0]) == ("Nơi nhận:", Pt(12), True, True)
        assert {look(line)[1] for line in lines(left)[1:]} == {Pt(11)}
        assert (lines(left)[1].text, lines(left)[-1].text) == ("- Như trên;", "- Lưu: VT.")
        assert look(lines(right)[0]) == ("GIÁM ĐỐC", Pt(14), True, False)

    def test_a_ward_signs_for_its_peoples_committee(self):
        right = opened(unit.paper(papers.unit_content(), papers.NOT_ISSUED)).tables[1].rows[0].cells[1]
        assert [line.text for line in lines(right)] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


class TestAnnexes:
    def test_three_of_them_each_saying_what_it_belongs_to(self, document):
        texts = [p.text for p in document.paragraphs]
        assert [text for text in texts if text.startswith("Phụ lục")] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
        assert sum(text.startswith("(Kèm theo Báo cáo số") for text in texts) == 3

    def test_heads_are_repeated_and_rows_not_broken(self, document):
        for table in document.tables[3:]:
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
            assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)

    def test_tables_fit_between_the_margins(self, document):
        for table in document.tables[3:]:
            assert sum(cell.width for cell in table.rows[0].cells) <= Mm(165)


class TestWayBack:
    @pytest.mark.parametrize("paper", [
        city.paper(papers.city_content(), papers.NOT_ISSUED), unit.paper(papers.unit_content(), papers.NOT_ISSUED),
    ], ids=["city", "unit"])  # fmt: skip
    def test_every_figure_on_the_paper_stands_under_a_mark_of_its_own(self, paper):
        document = opened(paper)
        marks = bookmarks(document)
        assert len(marks) > 20
        for name, text in marks.items():
            source = docx.source_of(name)
            assert source is not None, name
            assert len(name) <= 40
            if source.origin is Origin.FIGURE:
                assert re.fullmatch(r"[\d.,]+%?|–", text)

    def test_no_number_of_the_body_is_without_a_source(self):
        """Numbers of laws, days and headings are given by the paper's own form; any other one has a source."""
        given = re.compile(r"số 73/KH-UBND|ngày \d\d tháng \d+ năm \d{4}|năm \d{4}|dưới (?:16|6) tuổi|\(Phụ lục I+\)")
        for block in city.paper(papers.city_content(), papers.NOT_ISSUED).blocks:
            if isinstance(block, Heading):
                continue
            for piece in block.pieces:
                if piece.source is None:
                    assert not re.search(r"\d", given.sub("", piece.text)), piece.text

    def test_the_number_printed_is_the_figures(self):
        content = papers.city_content()
        marks = bookmarks(opened(city.paper(content, papers.NOT_ISSUED)))
        found = {name: text for name, text in marks.items() if name.endswith("_92_v_children_under_16")}
        assert set(found.values()) == {"986.412"}


def test_the_same_paper_gives_the_same_bytes():
    once, again = (docx.content(city.paper(papers.city_content(), papers.ISSUED)) for _ in range(2))
    assert once == again
    with zipfile.ZipFile(io.BytesIO(once)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2027, 1, 4, 17, 0, 0)}


def test_on_screen_every_number_is_a_link():
    paper = city.paper(papers.city_content(), papers.NOT_ISSUED)
    shown = html.content(paper, link=lambda source: f"/nguon/{source.origin}/{source.code}")
    linked = re.findall(r'<a class="fig" href="/nguon/figure/children_under_16">([^<]+)</a>', shown)
    assert set(linked) >= {"986.412"}
    assert "<script" not in html.content(unit.paper(papers.unit_content(author=papers.DEPARTMENT), papers.ISSUED), link=lambda _: "")
