"""What the leader's page shows, as values a template can trust."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mangnon.indicators import rules
from mangnon.indicators.records import FigureRecord
from mangnon.indicators.vocabulary import Measure
from mangnon.plans.records import Duty
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
    institution_id: int | None


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


def late_by_agency(duties: Sequence[Duty], overdue: Sequence[Duty], *, on: date) -> tuple[LateAgency, ...]:
    """Agencies with something late, the most late first; `total` counts all they lead."""
    late: dict[str, list[Duty]] = {}
    for duty in overdue:
        late.setdefault(_leader(duty), []).append(duty)
    rows = [
        LateAgency(
            name=name, late=len(mine), total=sum(_leader(duty) == name for duty in duties),
            worst=max((on - duty.status.due).days for duty in mine if duty.status.due), institution_id=mine[0].live.institution_id,
        )
        for name, mine in late.items()
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (-row.late, -row.worst, row.name)))


def undecided(duties: Iterable[Duty]) -> int:
    """Duties whose agency was split and whose new holder nobody has named."""
    return sum(duty.live.needs_decision for duty in duties)


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


def _leader(duty: Duty) -> str:
    return UNDECIDED if duty.live.needs_decision else duty.live.name or duty.lead_words
