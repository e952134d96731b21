"""A plan adopted, a period opened, children counted, reports written and handed in."""

from datetime import UTC, date, datetime

from mangnon.accounts.records import SYSTEM
from mangnon.indicators import operations as indicators
from mangnon.institutions import queries as institutions
from mangnon.plans import operations as plans
from mangnon.register import operations as register
from mangnon.register.records import (
    Birth,
    ChildRecord,
    CircumstanceRecord,
    HelpRecord,
    ResidenceRecord,
    Source,
)
from mangnon.register.vocabulary.people import HelpKind, ResidenceKind, Sex, SourceKind, Standing
from mangnon.reports import operations, queries

AT = datetime(2026, 11, 18, 2, 0, tzinfo=UTC)  # 09:00 on 18 November in Cần Thơ: the last day but one
CLOSING = date(2026, 11, 15)
CAI_KHE, NINH_KIEU = "31120", "31135"
_NAMES = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khoa", "Lan", "Minh", "Ngọc", "Oanh", "Phúc")


def child(name: str, *, place: str = CAI_KHE, born: date = date(2018, 5, 4), sex: Sex = Sex.MALE, clauses=(), help=(), standing=None):
    """A child as a list would name it."""
    unit = institutions.by_code(place, on=CLOSING)
    return ChildRecord(
        full_name=f"Nguyễn Văn {name}", birth=Birth(born), sex=sex, residences=(ResidenceRecord(ResidenceKind.PERMANENT, unit.pk),),
        circumstances=tuple(CircumstanceRecord(clause) for clause in clauses), help=tuple(HelpRecord(kind) for kind in help),
        standing=standing,
    )  # fmt: skip


def children(*records: ChildRecord, at: datetime = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)):
    """The children entered from one list, in March unless said otherwise."""
    source = Source(kind=SourceKind.LIST, reference=f"test:{at.isoformat()}", label="Danh sách thử")
    return register.enrol_many(records=list(records), source=source, by=SYSTEM, at=at)


def small_city():
    """Twelve children in two wards: seven in Cái Khế, five in Ninh Kiều."""
    return children(
        *(child(name, born=date(2012 + place, 1, 9)) for place, name in enumerate(_NAMES[:4])),
        child("Giang", born=date(2022, 8, 1), sex=Sex.FEMALE, clauses=("LTE102/2016:D10.K1.d",), help=(HelpKind.ALLOWANCE,)),
        child("Hà", born=date(2023, 8, 1), sex=Sex.FEMALE, clauses=("LTE102/2016:D10.K1.l",)),
        child("Khoa", born=date(2016, 8, 1), standing=Standing.POOR),
        *(child(name, place=NINH_KIEU, born=date(2019, 2, place + 1)) for place, name in enumerate(_NAMES[7:])),
    )


def counted(*, at: datetime = AT, as_of: date = CLOSING):
    """A run of the indicators."""
    return indicators.compute(year=as_of.year, as_of=as_of, by=SYSTEM, at=at)


def period(*, year: int = 2026, at: datetime = AT):
    """A period of Plan 73 with everybody who owes a report."""
    plans.load_builtin(by=SYSTEM, at=at)
    return operations.open_period(year=year, by=SYSTEM, at=at)


def texts(period, **special: str) -> dict[str, str]:
    """Every section written; `special` by code with `_` for a dot ("II_1") or the plain word ("khó_khăn")."""
    given = {code.replace("_", "." if code[0] == "I" else " "): text for code, text in special.items()}
    return {code: given.get(code, f"Đã thực hiện mục {code}.") for code in queries.section_titles(period)}


def written(period, institution, *, by=SYSTEM, at: datetime = AT, **special: str):
    """A report with every section written."""
    return operations.write(period_id=period.pk, institution_id=institution.pk, texts=texts(period, **special), by=by, at=at)


def submitted(period, institution, *, by=SYSTEM, at: datetime = AT, **special: str):
    """A report handed in."""
    report = written(period, institution, by=by, at=at, **special)
    operations.submit(report_id=report.pk, by=by, at=at)
    report.refresh_from_db()
    return report
