"""The city's report: the lead agency to the People's Committee and the Ministry (Kế hoạch số 73/KH-UBND, mục V.2)."""

from collections.abc import Iterable

from mangnon.lib.calendar import last_day_before
from mangnon.lib.vietnamese import long_date, number, short_date
from mangnon.reports.records import (
    Annex,
    Content,
    ContentSection,
    Frozen,
    Heading,
    Issue,
    Paper,
    Paragraph,
    Piece,
    Source,
    Status,
    TableColumn,
    Timeliness,
)
from mangnon.reports.render import layout
from mangnon.reports.render.layout import figure, joined
from mangnon.reports.rules import deadlines
from mangnon.reports.vocabulary import Origin, Punctuality

EMPTY = "(Chưa có nội dung tổng hợp cho mục này.)"
COPIES = (
    "Như trên", "Cục Bà mẹ và Trẻ em, Bộ Y tế", "Ban Điều hành bảo vệ, chăm sóc trẻ em thành phố", "Các sở, ban, ngành, đoàn thể thành phố",
    "Ủy ban nhân dân xã, phường", "Lưu: VT",
)  # fmt: skip
# Biểu 2: heading and indicator; secret groups never stand in a table by commune.
BY_COMMUNE = (
    ("Trẻ em dưới 16 tuổi", "children_under_16", 17),
    ("Dưới 6 tuổi", "children_under_6", 14),
    ("Hoàn cảnh đặc biệt", "special_children", 14),
    ("Tỷ lệ HCĐB", "special_share", 15),
    ("HCĐB được trợ giúp", "special_assisted", 17),
    ("Hộ nghèo", "poor_children", 12),
    ("Hộ cận nghèo", "near_poor_children", 13),
    ("Đã xác thực số định danh", "verified_numbers", 17),
)


def paper(content: Content, issue: Issue) -> Paper:
    """The paper of the city's report."""
    blocks: list[Heading | Paragraph] = [layout.opening(content), *_situation(content), _reporting(content)]
    for headings, section in layout.headed(content.sections):
        blocks += [*headings, *_section(section, content)]
    blocks.append(
        layout.text(
            f"Trên đây là báo cáo kết quả thực hiện Kế hoạch số {content.plan_number} năm {content.year}, "
            f"{layout.full_name(content.author)} kính báo cáo {' và '.join(content.receivers)}./."
        )
    )
    annexes = (
        layout.figures_annex(
            content.figures, title=f"Biểu 1. Chỉ tiêu về trẻ em toàn thành phố năm {content.year}", closing_on=content.closing_on
        ),
        _communes(content),
        _statuses(content),
    )
    return layout.paper(content, issue, blocks=blocks, annexes=annexes, copies=COPIES)


def _situation(content: Content) -> list[Paragraph]:
    found = {frozen.code: frozen for frozen in content.figures}
    return [
        joined(
            f"Tính đến {long_date(content.closing_on)}, toàn thành phố có ", figure(found["children_under_16"]),
            " trẻ em dưới 16 tuổi (", figure(found["boys"]), " nam, ", figure(found["girls"]), " nữ), trong đó có ",
            figure(found["children_under_6"]), " trẻ em dưới 6 tuổi; ", figure(found["special_children"]),
            " trẻ em có hoàn cảnh đặc biệt, chiếm ", figure(found["special_share"]), " tổng số trẻ em; ",
            figure(found["at_risk_children"]), " trẻ em có nguy cơ rơi vào hoàn cảnh đặc biệt; ", figure(found["poor_children"]),
            " trẻ em thuộc hộ nghèo và ", figure(found["near_poor_children"]), " trẻ em thuộc hộ cận nghèo.",
        ),
        joined(
            "Trong số trẻ em có hoàn cảnh đặc biệt, ", figure(found["special_assisted"]), " được trợ giúp (",
            figure(found["special_assisted"], "n"), " trên ", figure(found["special_assisted"], "d"), " trẻ em). ",
            "Tỷ lệ trẻ em có số định danh cá nhân đã xác thực với Cơ sở dữ liệu quốc gia về dân cư đạt ", figure(found["verified_numbers"]),
            ". Số liệu chi tiết tại Phụ lục I và Phụ lục II.",
        ),
    ]  # fmt: skip


def _reporting(content: Content) -> Paragraph:
    count = {kind: sum(status.kind is kind for status in content.statuses) for kind in Punctuality}
    submitted = count[Punctuality.ON_TIME] + count[Punctuality.LATE]
    open_ = count[Punctuality.MISSING] + count[Punctuality.NOT_DUE]
    return joined(
        f"Đến {long_date(content.taken_on)}, ", _counted(submitted, "submitted"), " trên ", _counted(len(content.statuses), "total"),
        " cơ quan, đơn vị, địa phương đã gửi báo cáo; trong đó ", _counted(count[Punctuality.ON_TIME], "on_time"),
        f" gửi đúng hạn (trước {long_date(content.due_before)}), ", _counted(count[Punctuality.LATE], "late"), " gửi muộn; ",
        _counted(open_, "open"), " chưa gửi (Phụ lục III).",
    )  # fmt: skip


def _counted(value: int, code: str) -> Piece:
    return Piece(number(value), Source(Origin.REPORTING, code))


def _section(section: ContentSection, content: Content) -> list[Paragraph]:
    paragraphs = layout.written(section, content.report, empty="")
    for excerpt in section.excerpts:
        source = Source(Origin.WRITTEN, section.code, unit_code=excerpt.unit_code, version=excerpt.version)
        lines = [line.strip() for line in excerpt.text.splitlines() if line.strip()]
        paragraphs += [
            Paragraph((Piece(f"- {layout.inside(excerpt.unit_name)}: " if place == 0 else ""), Piece(line, source)))
            for place, line in enumerate(lines)
        ]
    for cluster in section.clusters:
        source = Source(Origin.WRITTEN, section.code, version=cluster.versions[0])
        paragraphs.append(Paragraph((Piece("- "), Piece(cluster.text, source), Piece(f" ({_raised_by(cluster.units)})."))))
    return paragraphs or [layout.text(EMPTY, italic=True)]


def _raised_by(units: tuple[str, ...]) -> str:
    named = ", ".join(layout.inside(unit) for unit in units[:3])
    return named if len(units) <= 3 else f"{named} và {len(units) - 3} đơn vị khác"


def _communes(content: Content) -> Annex:
    columns = (
        TableColumn("TT", 9), TableColumn("Xã, phường", 36),
        *(TableColumn(heading, width, numeric=True) for heading, _, width in BY_COMMUNE),
    )  # fmt: skip
    total = {frozen.code: frozen for frozen in content.figures}
    rows = [_commune_row("", "Toàn thành phố", total, bold=True)]
    for place, commune in enumerate(content.communes, start=1):
        rows.append(_commune_row(str(place), commune.unit_name, {frozen.code: frozen for frozen in commune.figures}, bold=False))
    return Annex(
        title=f"Biểu 2. Số liệu về trẻ em theo xã, phường năm {content.year}",
        columns=columns,
        rows=tuple(rows),
        note=f"HCĐB: hoàn cảnh đặc biệt. Số liệu tính từ sổ trẻ em, chốt {long_date(content.closing_on)}.",
    )


def _commune_row(place: str, name: str, found: dict[str, Frozen], *, bold: bool) -> tuple[tuple[Piece, ...], ...]:
    cells: Iterable[tuple[Piece, ...]] = ((figure(found[code], bold=bold),) for _, code, _ in BY_COMMUNE)
    return ((Piece(place, bold=bold),), (Piece(name, bold=bold),), *cells)


def _statuses(content: Content) -> Annex:
    rows = tuple(
        (
            (Piece(str(place)),),
            (Piece(status.unit_name),),
            (Piece(_standing(status)),),
            (Piece(short_date(status.submitted_on) if status.submitted_on else ""),),
        )
        for place, status in enumerate(content.statuses, start=1)
    )
    columns = (
        TableColumn("TT", 11), TableColumn("Cơ quan, đơn vị, địa phương", 79), TableColumn("Tình hình gửi báo cáo", 49),
        TableColumn("Ngày gửi", 25),
    )  # fmt: skip
    last_day = last_day_before(content.due_before)
    return Annex(
        title=f"Biểu 3. Tình hình gửi báo cáo năm {content.year}",
        columns=columns,
        rows=rows,
        note=f"Thời hạn: trước {long_date(content.due_before)}, ngày cuối là {short_date(last_day)}.",
    )


def _standing(status: Status) -> str:
    return deadlines.words(Timeliness(status.kind, status.days))
