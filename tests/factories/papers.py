"""What a report says, made up without a database."""

from datetime import date

from mangnon.indicators.catalogue import indicators
from mangnon.indicators.vocabulary import Measure
from mangnon.reports.records import (
    Cluster,
    Commune,
    Content,
    ContentSection,
    Excerpt,
    Frozen,
    Issue,
    Party,
    Source,
    Status,
    Typed,
)
from mangnon.reports.render import city
from mangnon.reports.vocabulary import Body, Origin, Punctuality, ReportKind, ReportState

DEPARTMENT = Party(code="so-y-te", name="Sở Y tế", bare_name="Sở Y tế", body=Body.DEPARTMENT, abbreviation="SYT")
WARD = Party(code="31120", name="Phường Cái Khế", bare_name="Cái Khế", body=Body.COMMUNE)
NOT_ISSUED = Issue()
ISSUED = Issue(number=7, issued_on=date(2027, 1, 5), signer="Huỳnh Mai Phương")


def figure(code: str, numerator: int, denominator: int | None = None, *, unit: str = "92", run: int = 3) -> Frozen:
    """One figure of the catalogue."""
    indicator = next(entry for entry in indicators() if entry.code == code)
    value = f"{100 * numerator / denominator:.2f}" if denominator else "" if denominator == 0 else str(numerator)
    return Frozen(
        run=run, code=code, chapter=indicator.chapter.label, title=indicator.title, measure=indicator.measure.label, unit_code=unit,
        numerator=numerator, denominator=denominator, value=value,
    )  # fmt: skip


def figures(unit: str = "92", *, base: int = 986_412) -> tuple[Frozen, ...]:
    """Every indicator, each with another number."""
    return tuple(
        figure(entry.code, base - 991 * place, base if entry.measure is Measure.PERCENT else None, unit=unit)
        for place, entry in enumerate(indicators())
    )


def written(code: str, *, version: int = 9999, report: int = 0) -> Source:
    return Source(Origin.WRITTEN, code, version=version, report=report)


SECTIONS = (
    ContentSection("I", "Công tác lãnh đạo, chỉ đạo", "Đã ban hành 3 văn bản.\nĐã quán triệt.", 2),
    ContentSection(
        "II.1", "Tăng cường lãnh đạo, chỉ đạo", "", 2, (Excerpt("so-gddt", "Sở Giáo dục và Đào tạo", 4, "100% trường có tư vấn."),)
    ),
    ContentSection("II.2", "Đẩy mạnh công tác tuyên truyền", "Đã tổ chức 12 buổi.", 2),
    ContentSection("III", "Kinh phí thực hiện", "Không phát sinh."),
    ContentSection("khó khăn", "Khó khăn, vướng mắc", "", 2, (), (Cluster("Thiếu 2 cộng tác viên", ("Phường Cái Khế",), (5,)),)),
    ContentSection("kiến nghị", "Đề xuất, kiến nghị", "Bố trí biên chế."),
)


def unit_content(author: Party = WARD, **parts) -> Content:
    """A ward's report."""
    return Content(
        kind=ReportKind.UNIT, report=11, author=author, receivers=("Sở Y tế",), sections=SECTIONS[:1] + SECTIONS[2:4],
        figures=figures(author.code, base=90_000), typed=(Typed("boys", 5, "Mới chuyển đến."),), **_common(), **parts,
    )  # fmt: skip


def city_content() -> Content:
    """The city's report, of two communes and three who owe."""
    codes = [code for _, code, _ in city.BY_COMMUNE]
    communes = tuple(
        Commune(code, name, tuple(found for found in figures(code, base=90_000 + place) if found.code in codes))
        for place, (code, name) in enumerate([("31120", "Phường Cái Khế"), ("31135", "Phường Ninh Kiều")])
    )
    statuses = (
        Status("so-gddt", "Sở Giáo dục và Đào tạo", ReportState.ACCEPTED, Punctuality.ON_TIME, 0, date(2026, 11, 17)),
        Status("31120", "Phường Cái Khế", ReportState.SUBMITTED, Punctuality.LATE, 2, date(2026, 11, 21)),
        Status("31135", "Phường Ninh Kiều", ReportState.DRAFT, Punctuality.MISSING, 4, None),
    )
    return Content(
        kind=ReportKind.CITY, report=12, author=DEPARTMENT, receivers=("Ủy ban nhân dân thành phố", "Bộ Y tế"), sections=SECTIONS,
        figures=figures(), communes=communes, statuses=statuses, **_common(),
    )  # fmt: skip


def _common() -> dict:
    return {
        "year": 2026, "plan_number": "73/KH-UBND", "plan_issued_on": date(2024, 4, 4),
        "plan_issuer": "Ủy ban nhân dân thành phố Cần Thơ", "closing_on": date(2026, 11, 15), "due_before": date(2026, 11, 20),
        "taken_on": date(2026, 11, 23),
    }  # fmt: skip
