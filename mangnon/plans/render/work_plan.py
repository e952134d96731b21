"""An agency's work plan as a Kế hoạch in Word (Nghị định 30/2020/NĐ-CP, Phụ lục I), its activities as an annex."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from mangnon.institutions.vocabulary import Kind
from mangnon.lib.calendar import VIETNAM
from mangnon.lib.docx import Column, Paper, Span
from mangnon.lib.vietnamese import long_date, short_date
from mangnon.plans.records import ActivityLine

BLANK = "      "  # room for a number or a day written by hand
COLUMNS = (
    Column("TT", 9, numeric=True), Column("Nội dung công việc", 50), Column("Mục thực hiện", 16), Column("Người, bộ phận thực hiện", 30),
    Column("Thời gian", 22), Column("Sản phẩm", 22), Column("Kinh phí", 16),
)  # fmt: skip
_SUPERIOR = ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ")


def content(work_plan: Any, lines: Sequence[ActivityLine], *, on: date) -> bytes:
    """The file. A draft leaves room for number and day."""
    institution, city, document = work_plan.institution, work_plan.plan.document, work_plan.document
    commune = institution.kind == Kind.UNIT
    issued_on = document.issued_on if document else None
    dated = issued_on or on
    number = f"Số: {document.number}" if document else f"Số: {BLANK}/KH-{'UBND' if commune else institution.abbreviation}"
    day = long_date(issued_on) if issued_on else f"ngày{BLANK}tháng{BLANK}năm {dated.year}"
    name = f"Ủy ban nhân dân {institution.name[0].lower()}{institution.name[1:]}" if commune else institution.name
    sheet = Paper(subject=work_plan.title, author=name, dated=datetime.combine(dated, time(8), tzinfo=VIETNAM))
    sheet.head(
        superior=() if commune or not institution.name.startswith("Sở ") else _SUPERIOR,
        issuer=("ỦY BAN NHÂN DÂN", institution.name.upper()) if commune else (institution.name.upper(),), number=number,
        place_and_date=f"{institution.bare_name if commune else 'Cần Thơ'}, {day}",
    )  # fmt: skip
    sheet.title("KẾ HOẠCH", work_plan.title)
    issued = f" {long_date(city.issued_on)}" if city.issued_on else ""
    upper = f"Thực hiện {city.kind.capitalize()} số {city.number}{issued} của {city.issuer}, {name} ban hành kế hoạch năm {work_plan.year}:"
    sheet.paragraph([Span(upper)])
    sheet.heading("I. MỤC ĐÍCH, YÊU CẦU")
    aims = [line.strip() for line in work_plan.purpose.splitlines() if line.strip()]
    common = f"Cụ thể hóa các nhiệm vụ của Kế hoạch số {city.number} trong năm {work_plan.year}, rõ việc, rõ người, rõ thời gian."
    for line in aims or [common]:
        sheet.paragraph([Span(line)])
    sheet.heading("II. NỘI DUNG")
    sheet.paragraph([Span(f"{len(lines)} hoạt động, người thực hiện, thời gian, sản phẩm và kinh phí theo Phụ lục kèm theo Kế hoạch này.")])
    sheet.heading("III. TỔ CHỨC THỰC HIỆN")
    people = sorted({line.person for line in lines if line.person})
    if people:
        sheet.paragraph([Span(f"Người được phân công chịu trách nhiệm về tiến độ và kết quả: {', '.join(people)}.")])
    sheet.paragraph([Span(f"Kết quả được tổng hợp trong báo cáo năm theo Kế hoạch số {city.number}./.")], last=True)
    capacity = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH") if commune else (document.signer_position.upper() if document else "",)
    sheet.signature(
        copies=("UBND thành phố (để báo cáo)", "Sở Y tế", "Lưu: VT") if commune else ("UBND thành phố (để báo cáo)", "Lưu: VT"),
        capacity=tuple(line for line in capacity if line) or ("THỦ TRƯỞNG CƠ QUAN",), name=document.signer if document else "",
    )  # fmt: skip
    sign = document.number if document else f"{BLANK}/KH"
    sheet.annex(number="Phụ lục", title=f"Hoạt động năm {work_plan.year}", attached=f"(Kèm theo Kế hoạch số {sign} {day} của {name})")
    sheet.table(COLUMNS, [_row(line) for line in lines])
    return sheet.content()


def _row(line: ActivityLine) -> tuple[tuple[Span, ...], ...]:
    who = ", ".join(part for part in (line.person, line.unit_words) if part)
    cells = (str(line.position), line.summary, line.address, who, _span(line), line.product, line.cost_words)
    return tuple((Span(cell),) for cell in cells)


def _span(line: ActivityLine) -> str:
    if line.due_words:
        return line.due_words
    days = [short_date(day) for day in (line.starts_on, line.due_on) if day]
    return " đến ".join(days)
