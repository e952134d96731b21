"""The elements of an official paper for each kind of author (Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II)."""

from collections.abc import Iterable
from datetime import date

from mangnon.lib.vietnamese import long_date, number
from mangnon.reports.records import (
    Annex,
    Content,
    ContentSection,
    Frozen,
    Heading,
    Issue,
    Paper,
    Paragraph,
    Party,
    Piece,
    Source,
    TableColumn,
)
from mangnon.reports.vocabulary import Body, Origin

CITY_SUPERIOR = ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ")
CITY_PLACE = "Cần Thơ"
BLANK = "      "  # room for a number or a day written by hand
CAPACITY = {"cong-an": ("GIÁM ĐỐC",), "ubmttq": ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"), "hoi-lhpn": ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"),
            "doan-tn": ("TM. BAN THƯỜNG VỤ", "BÍ THƯ")}  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
RESULTS = "Kết quả thực hiện các nhiệm vụ, giải pháp"  # over the sections II.1, II.2 … of the plan


def paper(
    content: Content, issue: Issue, *, blocks: Iterable[Heading | Paragraph], annexes: Iterable[Annex], copies: tuple[str, ...]
) -> Paper:  # fmt: skip
    """Head and foot around a body."""
    author = content.author
    sign = f"{issue.number:02d}" if issue.number is not None else BLANK
    day = long_date(issue.issued_on) if issue.issued_on else f"ngày{BLANK}tháng{BLANK}năm {content.year}"
    return Paper(
        superior=CITY_SUPERIOR if author.body is Body.DEPARTMENT else (),
        issuer=("ỦY BAN NHÂN DÂN", author.name.upper()) if author.body is Body.COMMUNE else (author.name.upper(),),
        number=f"Số: {sign}/{symbol(author)}",
        place_and_date=f"{author.bare_name if author.body is Body.COMMUNE else CITY_PLACE}, {day}",
        kind="BÁO CÁO",
        subject=f"Kết quả thực hiện Kế hoạch số {content.plan_number} năm {content.year}",
        addressed_to=content.receivers,
        blocks=tuple(blocks),
        copies=copies,
        capacity=capacity(author),
        signer=issue.signer,
        annexes=tuple(annexes),
        attached=f"(Kèm theo Báo cáo số {sign}/{symbol(author)} {day} của {full_name(author)})",
        dated=issue.issued_on or content.taken_on,
        author=full_name(author),
    )


def symbol(author: Party) -> str:
    """What follows the number: type of paper and agency ("BC-SYT", "BC-UBND")."""
    agency = "UBND" if author.body is Body.COMMUNE else author.abbreviation
    return f"BC-{agency}" if agency else "BC"


def capacity(author: Party) -> tuple[str, ...]:
    """In whose name and as what the paper is signed."""
    if author.body is Body.COMMUNE:
        return ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    if author.body is Body.DEPARTMENT:
        return ("GIÁM ĐỐC",)
    return CAPACITY.get(author.code, ("THỦ TRƯỞNG CƠ QUAN",))


def full_name(author: Party) -> str:
    """The author inside a sentence: a commune acts through its People's Committee."""
    return f"Ủy ban nhân dân {inside(author.name)}" if author.body is Body.COMMUNE else author.name


def inside(unit_name: str) -> str:
    """ "Phường Cái Khế" inside a sentence: "phường Cái Khế"; agencies keep their capital."""
    return unit_name[0].lower() + unit_name[1:] if unit_name.startswith(("Phường ", "Xã ", "Thành phố ")) else unit_name


def opening(content: Content) -> Paragraph:
    """The first sentence of a body."""
    issued = f" {long_date(content.plan_issued_on)}" if content.plan_issued_on else ""
    issuer = f" của {content.plan_issuer}" if content.plan_issuer else ""
    return text(
        f"Thực hiện Kế hoạch số {content.plan_number}{issued}{issuer}, {full_name(content.author)} báo cáo kết quả thực hiện "
        f"năm {content.year} như sau:"
    )


def text(words: str, *, source: Source | None = None, italic: bool = False) -> Paragraph:
    """A paragraph of one piece."""
    return Paragraph((Piece(words, source=source, italic=italic),))


def joined(*parts: str | Piece) -> Paragraph:
    """A paragraph of words and numbers."""
    return Paragraph(tuple(Piece(part) if isinstance(part, str) else part for part in parts))


def figure(frozen: Frozen, part: str = "v", *, bold: bool = False) -> Piece:
    """A figure in print, with its way back. Parts: v value, n numerator, d denominator."""
    shown = {"v": printed(frozen), "n": number(frozen.numerator), "d": number(frozen.denominator or 0)}[part]
    return Piece(shown, Source(Origin.FIGURE, frozen.code, unit_code=frozen.unit_code, run=frozen.run, part=part), bold=bold)


def printed(frozen: Frozen) -> str:
    """13.105 or 97,12%; a dash where there is nobody to divide by."""
    if frozen.measure != "%":
        return number(frozen.numerator)
    return f"{number(float(frozen.value), decimals=2)}%" if frozen.value else "–"


def headed(sections: Iterable[ContentSection]) -> list[tuple[list[Heading], ContentSection]]:
    """Sections with the headings that stand before each: Roman numbers for parts, Arabic ones for the plan's groups of tasks."""
    found: list[tuple[list[Heading], ContentSection]] = []
    parts, parent, item = 0, "", 0
    for section in sections:
        part, _, inner = section.code.partition(".")
        headings = []
        if not inner:
            parts, parent, item = parts + 1, section.code, 0
            headings.append(Heading(f"{ROMAN[parts - 1]}. {section.title}", 1))
        else:
            if part != parent:
                parts, parent, item = parts + 1, part, 0
                headings.append(Heading(f"{ROMAN[parts - 1]}. {RESULTS}", 1))
            item += 1
            headings.append(Heading(f"{item}. {section.title}", 2))
        found.append((headings, section))
    return found


def written(section: ContentSection, report: int, *, empty: str) -> list[Paragraph]:
    """What the writer of a section wrote, a paragraph a line."""
    source = Source(Origin.WRITTEN, section.code, report=report)
    lines = [line.strip() for line in section.text.splitlines() if line.strip()]
    return [text(line, source=source) for line in lines] or ([text(empty, italic=True)] if empty else [])


def figures_annex(figures: Iterable[Frozen], *, title: str, closing_on: date) -> Annex:
    """Biểu 1: every indicator with its value, what it was divided from, its target."""
    rows: list[tuple[tuple[Piece, ...], ...]] = []
    chapter, chapters = "", 0
    for place, frozen in enumerate(figures, start=1):
        if frozen.chapter != chapter:
            chapter, chapters = frozen.chapter, chapters + 1
            rows.append(((Piece(ROMAN[chapters - 1], bold=True),), (Piece(chapter, bold=True),), (), (), (), ()))
        share = (figure(frozen, "n"), Piece("/"), figure(frozen, "d")) if frozen.denominator is not None else ()
        rows.append(
            ((Piece(str(place)),), (Piece(frozen.title),), (Piece(frozen.measure),), (figure(frozen),), share, (Piece(frozen.target),))
        )
    columns = (
        TableColumn("TT", 11), TableColumn("Chỉ tiêu", 67), TableColumn("Đơn vị tính", 15), TableColumn("Thực hiện", 22, numeric=True),
        TableColumn("Tử số/mẫu số", 27, numeric=True), TableColumn("Mục tiêu", 22),
    )  # fmt: skip
    return Annex(title=title, columns=columns, rows=tuple(rows), note=f"Số liệu tính từ sổ trẻ em, chốt {long_date(closing_on)}.")
