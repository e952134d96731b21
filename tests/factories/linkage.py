"""Children of the register and persons of a population snapshot, as few facts as a test needs. Names are invented."""

from datetime import UTC, date, datetime
from pathlib import Path
from zlib import crc32

import pyarrow as pa
import pyarrow.parquet as pq

from mangnon.accounts.records import SYSTEM
from mangnon.institutions import queries as institutions
from mangnon.linkage import operations
from mangnon.linkage.models import Decision, PopulationExtract
from mangnon.linkage.records import RunResult
from mangnon.register import operations as register
from mangnon.register.records import Birth, CarerRecord, ChildRecord, ResidenceRecord, Source
from mangnon.register.vocabulary.people import CarerRole, IdentifierState, Precision, ResidenceKind, Sex, SourceKind

AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
ON = date(2026, 11, 23)
AS_OF = date(2026, 11, 15)
CAI_KHE = "31120"


def child(
    full_name: str = "Lưu Gia Bảo", *, born: date = date(2022, 5, 6), precision: Precision = Precision.DAY, sex: Sex = Sex.MALE,
    number: str = "", father: str = "Lưu Văn Tài", mother: str = "Hồ Thị Kim Thoa", commune: str = CAI_KHE, hamlet: str = "Khu vực 5",
) -> int:  # fmt: skip
    """A child of the register; its key."""
    unit = institutions.by_code(commune, on=ON)
    carers = tuple(CarerRecord(role, name) for role, name in ((CarerRole.FATHER, father), (CarerRole.MOTHER, mother)) if name)
    record = ChildRecord(
        full_name=full_name, birth=Birth(born, precision), sex=sex, carers=carers, personal_number=number,
        identifier_state=IdentifierState.UNVERIFIED if number else IdentifierState.NONE,
        residences=(ResidenceRecord(ResidenceKind.CURRENT, unit.pk, hamlet),),
    )  # fmt: skip
    entered = register.enrol(record=record, source=Source(SourceKind.LIST, "test", "Danh sách thử"), by=SYSTEM, at=AT)
    return entered.child_id


def person(full_name: str = "Lưu Gia Bảo", *, record_id: str = "", **facts: str) -> dict[str, str]:
    """A row of a snapshot that agrees with `child()` unless told otherwise."""
    row = {
        "full_name": full_name, "birth_date": "2022-05-06", "sex": "Nam", "personal_number": "092222007720", "father_name": "Lưu Văn Tài",
        "mother_name": "Hồ Thị Kim Thoa", "commune_code": CAI_KHE, "hamlet": "Khu vực 5", "household_id": "HK-1", **facts,
    }  # fmt: skip
    return {"record_id": record_id or f"DC-{crc32(repr(row).encode())}", **row}


def snapshot(folder: Path, *persons: dict[str, str], as_of: date = AS_OF) -> PopulationExtract:
    """A snapshot with these persons, taken in."""
    path = folder / f"population-{as_of}-{len(persons)}.parquet"
    pq.write_table(pa.Table.from_pylist(list(persons)), path)
    return operations.load_snapshot(path=path, as_of=as_of, by=SYSTEM, at=AT)


def compared(folder: Path, *persons: dict[str, str], as_of: date = AS_OF) -> RunResult:
    """The register compared with a snapshot of these persons."""
    extract = snapshot(folder, *persons, as_of=as_of)
    return operations.run(by=SYSTEM, at=AT, extract=extract)


def standing(child_id: int) -> list[Decision]:
    """What stands for a child."""
    return list(Decision.objects.filter(child=child_id, revoked_at__isnull=True).order_by("id"))
