"""What the leader's page shows, as values a template can trust."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from mangnon.indicators import rules
from mangnon.indicators.records import FigureRecord
from mangnon.indicators.vocabulary import Measure
from mangnon.plans import queries as plans
from mangnon.plans.queries import Line
from mangnon.reports.records import Requirement
from mangnon.reports.rules import deadlines
from mangnon.reports.vocabulary import Punctuality, ReportState
from mangnon.web.leader.tiles import spoken_value
from mangnon.web.templatetags.parts import Share

UNDECIDED = "Chờ quyết định nơi tiếp nhận"


@dataclass(frozen=True)
class LateAgency:
    """One agency with duties past their day."""

    name: str
    late: int
    total: int
    worst: int
    url: str
    total_url: str
    page_url: str


@dataclass(frozen=True)
class IndicatorRow:
    """One figure of the city against its target."""

    code: str
    title: str
    value: str
    unit: str
    target: str
    basis: str
    meets: bool | None


@dataclass(frozen=True)
class Debtor:
    """A unit that has not reported."""

    name: str
    reminders: int


@dataclass(frozen=True)
class Reporting:
    """The year's reporting: every unit in one stretch of the bar, and by name who has not handed in."""

    total: int
    shares: tuple[Share, ...]
    debtors: tuple[Debtor, ...]
    words: str


def late_by_agency(lines: Sequence[Line]) -> tuple[LateAgency, ...]:
    """Agencies with something late, the most late first; `total` counts all they lead, and each number opens their own duties."""
    total = Counter(_leader(line) for line in lines)
    rows = []
    for leader, mine in plans.late_by_agency(lines).items():
        base = reverse("duties")
        one = f"{base}?chu-tri={leader}" if leader else f"{base}?loc=cho-quyet-dinh"
        rows.append(LateAgency(
            name=_leader(mine[0]), late=len(mine), total=total[_leader(mine[0])], worst=max(line.late for line in mine),
            url=f"{one}&loc=qua-han" if leader else one, total_url=one, page_url=reverse("agency_duties", args=[leader]) if leader else "",
        ))  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (-row.late, -row.worst, row.name)))


def indicator_rows(figures: Iterable[FigureRecord]) -> tuple[IndicatorRow, ...]:
    """The city's figures: those with a target first, and of these the ones that miss it; then the rest as the catalogue has them."""
    rows = [_row(figure) for figure in figures if not figure.suppressed and figure.value is not None]
    return tuple(sorted(rows, key=lambda row: {False: 0, True: 1, None: 2}[row.meets]))


def reporting(requirements: Sequence[Requirement]) -> Reporting:
    """Where the reports of a year stand."""
    owing = [one for one in requirements if one.timeliness.kind in {Punctuality.MISSING, Punctuality.NOT_DUE}]
    states = {
        "đã chấp nhận": ("ok", ReportState.ACCEPTED), "chờ xem": ("info", ReportState.SUBMITTED),
        "trả lại, chờ sửa": ("soon", ReportState.RETURNED),
    }  # fmt: skip
    handed_in = [one for one in requirements if one not in owing]
    shares = [Share(label, sum(one.state is state for one in handed_in), colour) for label, (colour, state) in states.items()]
    late = sum(one.timeliness.kind is Punctuality.MISSING for one in owing)
    return Reporting(
        total=len(requirements),
        shares=(*shares, Share("chưa nộp, quá hạn", late, "late"), Share("chưa nộp, còn hạn", len(owing) - late, "idle")),
        debtors=tuple(Debtor(one.name, one.reminders) for one in owing),
        words=deadlines.words(owing[0].timeliness) if owing else "",
    )


def _row(figure: FigureRecord) -> IndicatorRow:
    measure = Measure(figure.measure)
    target = figure.target
    assert figure.value is not None
    return IndicatorRow(
        code=figure.code, title=figure.title, value=spoken_value(figure.value, measure),
        unit="" if measure is Measure.PERCENT else measure.label,
        target=f"{target.operator} {spoken_value(target.value, measure)} năm {target.year}" if target else "",
        basis=target.legal_basis if target else "", meets=rules.meets(figure.value, target) if target else None,
    )  # fmt: skip


def _leader(line: Line) -> str:
    return UNDECIDED if line.waits else line.leader_name or line.lead_words
