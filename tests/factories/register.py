"""Children of the register, entered the way the product enters them."""

from datetime import UTC, date, datetime
from itertools import count

from mangnon.accounts.records import SYSTEM
from mangnon.institutions import queries as institutions
from mangnon.register import operations
from mangnon.register.records import Birth, CarerRecord, ChildRecord, ResidenceRecord, Source
from mangnon.register.vocabulary.people import CarerRole, ResidenceKind, Sex, SourceKind

AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
CAI_KHE = "31120"
_names = count(1)
SOURCE = Source(SourceKind.VISIT, "test", "Xác minh tại hộ")


def unit(code: str = CAI_KHE):
    """A commune of today."""
    return institutions.by_code(code, on=TODAY)


def record(
    *, full_name: str = "Lưu Gia Hân", born: date = date(2022, 6, 5), sex: Sex = Sex.FEMALE, father: str = "Lưu Văn Tài",
    mother: str = "Trần Thị Ngân", place=None, hamlet: str = "Khu vực 5", number: str = "", **facts,
) -> ChildRecord:  # fmt: skip
    """A child as a list would bring it."""
    carers = [(CarerRole.FATHER, father), (CarerRole.MOTHER, mother)]
    residence = ResidenceRecord(ResidenceKind.CURRENT, (place or unit()).pk, hamlet)
    return ChildRecord(
        full_name=full_name, birth=facts.pop("birth", Birth(born)), sex=sex, residences=facts.pop("residences", (residence,)),
        carers=facts.pop("carers", tuple(CarerRecord(role, name) for role, name in carers if name)), personal_number=number, **facts,
    )  # fmt: skip


def child(*, by=SYSTEM, at: datetime = AT, source: Source = SOURCE, **facts) -> int:
    """The key of an entered child; without a name, one nobody else has."""
    facts.setdefault("full_name", f"Lưu Gia {_word(next(_names))}")
    return operations.enrol(record=record(**facts), source=source, by=by, at=at).child_id


def _word(number: int) -> str:
    """A made-up given name for each number."""
    letters = "bcdghklmnpqrstvx"
    return f"{letters[number % 16].upper()}{'aeiou'[number // 16 % 5]}{letters[number // 80 % 16]}{'aeiou'[number // 1280 % 5]}"
