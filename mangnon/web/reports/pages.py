"""What the pages of reports show, as values a template can trust."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from mangnon.indicators import catalogue
from mangnon.indicators.vocabulary import CITY, Measure
from mangnon.reports.records import Content, ContentSection, Requirement, Source, Summary
from mangnon.reports.rules import deadlines, states
from mangnon.reports.vocabulary import Origin, Punctuality, ReportState
from mangnon.web.templatetags.parts import Share

LOCKED = {ReportState.SUBMITTED, ReportState.ACCEPTED}
HANDED_IN = {Punctuality.ON_TIME, Punctuality.LATE}
FILTERS: dict[str, tuple[str, Callable[[Requirement], bool]]] = {
    "can-xu-ly": (
        "Cần xử lý", lambda row: row.timeliness.kind is Punctuality.MISSING or row.state in {ReportState.SUBMITTED, ReportState.RETURNED}
    ),
    "chua-nop": ("Chưa nộp", lambda row: row.timeliness.kind not in HANDED_IN),
    "cho-xem": ("Chờ xem", lambda row: row.state is ReportState.SUBMITTED),
    "tra-lai": ("Trả lại", lambda row: row.state is ReportState.RETURNED),
    "chap-nhan": ("Đã chấp nhận", lambda row: row.state is ReportState.ACCEPTED),
    "nop-muon": ("Nộp muộn", lambda row: row.timeliness.kind is Punctuality.LATE),
    "dung-han": ("Đúng hạn", lambda row: row.timeliness.kind is Punctuality.ON_TIME),
    "da-nop": ("Đã nộp", lambda row: row.timeliness.kind in HANDED_IN),
    "tat-ca": ("Tất cả", lambda row: True),
}  # fmt: skip
REPORTING = {"submitted": "da-nop", "total": "tat-ca", "on_time": "dung-han", "late": "nop-muon", "open": "chua-nop"}


@dataclass(frozen=True)
class UnitRow:
    """One unit in the list of a period."""

    id: int
    name: str
    state: str  # of the pill
    words: str
    punctuality: str
    late: bool
    submitted_at: datetime | None
    differences: int
    reminders: int
    report_url: str
    can_be_reminded: bool


@dataclass(frozen=True)
class Chip:
    key: str
    label: str
    count: int
    url: str


@dataclass(frozen=True)
class SectionField:
    """One section: the field it is written in and the field a reader's remark goes into."""

    name: str
    remark_name: str
    remark: str
    code: str
    heading: str
    text: str
    remarks: tuple[str, ...]
    done: bool


@dataclass(frozen=True)
class TypedField:
    """A count of the register beside the one the unit may put against it."""

    name: str
    reason_name: str
    code: str
    title: str
    computed: int
    value: str
    reason: str


def shares(found: Summary) -> tuple[Share, ...]:
    """The period as one bar; every unit in one stretch."""
    return (
        Share("nộp đúng hạn", found.on_time, "ok", "?loc=dung-han"), Share("nộp muộn", found.late, "soon", "?loc=nop-muon"),
        Share("chưa nộp, quá hạn", found.missing, "late", "?loc=chua-nop"), Share("chưa đến hạn", found.not_due, "idle", "?loc=chua-nop"),
    )  # fmt: skip


def chips(rows: Sequence[Requirement], chosen: str) -> tuple[Chip, ...]:
    """Filters with how many units each shows; the empty ones are left out unless chosen."""
    counted = [(key, label, sum(map(test, rows))) for key, (label, test) in FILTERS.items() if key not in {"da-nop"}]
    return tuple(Chip(key, label, count, f"?loc={key}") for key, label, count in counted if count or key == chosen)


def unit_rows(rows: Iterable[Requirement], *, reader: bool) -> tuple[UnitRow, ...]:
    """Units in words. `reader`: may open what others wrote."""
    return tuple(_unit_row(row, reader=reader) for row in rows)


def _unit_row(row: Requirement, *, reader: bool) -> UnitRow:
    handed_in = row.timeliness.kind in HANDED_IN
    if not handed_in:
        late = row.timeliness.kind is Punctuality.MISSING
        state, words = ("late" if late else "wait"), deadlines.words(row.timeliness)
    else:
        state = {ReportState.SUBMITTED: "info", ReportState.RETURNED: "soon", ReportState.ACCEPTED: "ok"}.get(row.state, "wait")
        words = row.state.label
    return UnitRow(
        id=row.id, name=row.name, state=state, words=words, punctuality=deadlines.words(row.timeliness) if handed_in else "",
        late=row.timeliness.kind is Punctuality.LATE, submitted_at=row.last_submitted_at, differences=row.differences,
        reminders=row.reminders, report_url=reverse("report", args=[row.report_id]) if handed_in and reader else "",
        can_be_reminded=not handed_in,
    )  # fmt: skip


def section_fields(content: Content, remarks: Mapping[str, list[str]], typed_in: Mapping[str, str]) -> tuple[SectionField, ...]:
    """The sections to write, with what was remarked on each. `typed_in`: what a form brought that could not be saved."""
    found = []
    for section in content.sections:
        slug = states.slug(section.code)
        found.append(
            SectionField(
                name=f"muc-{slug}", remark_name=f"y-kien-{slug}", remark=typed_in.get(f"y-kien-{slug}", ""), code=section.code,
                heading=heading(section), text=typed_in.get(f"muc-{slug}", section.text), remarks=tuple(remarks.get(section.code, ())),
                done=bool(section.text.strip()),
            )
        )  # fmt: skip
    return tuple(found)


def heading(section: ContentSection) -> str:
    """ "II.1. Tăng cường lãnh đạo …"; sections no plan numbers carry their title alone."""
    return f"{section.code}. {section.title}" if section.code[0].isupper() and section.code[0] in "IVX" else section.title


def typed_fields(content: Content, typed_in: Mapping[str, str]) -> tuple[TypedField, ...]:
    """The counts of the unit's territory a writer may contradict."""
    typed = {item.code: item for item in content.typed}
    return tuple(
        TypedField(
            name=f"so-{figure.code}", code=figure.code, title=figure.title, computed=figure.numerator,
            reason_name=f"ly-do-{figure.code}",
            value=typed_in.get(f"so-{figure.code}", str(typed[figure.code].value) if figure.code in typed else ""),
            reason=typed_in.get(f"ly-do-{figure.code}", typed[figure.code].reason if figure.code in typed else ""),
        )
        for figure in content.figures
        if figure.measure != Measure.PERCENT.label
    )  # fmt: skip


def link(source: Source) -> str:
    """Where a piece of a paper leads: the figure, the list of units, the version a passage was taken from."""
    match source.origin:
        case Origin.FIGURE:
            code = catalogue.by_code(source.code).over or source.code if source.part == "d" else source.code
            unit = "" if source.unit_code == CITY else f"?don-vi={source.unit_code}"
            return reverse("indicator", args=[source.run, code]) + unit
        case Origin.REPORTING:
            return f"{reverse('reports')}?loc={REPORTING[source.code]}"
        case _:
            return reverse("report_version", args=[source.version]) if source.version else ""


def typed_words(content: Content) -> tuple[tuple[str, int, str], ...]:
    """Numbers the unit put against the register's: title, number, reason."""
    return tuple((catalogue.by_code(item.code).title, item.value, item.reason) for item in content.typed)
