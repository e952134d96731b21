"""A synthetic city in the register without the way through lists: many children in one step, each row with the child it became."""

from datetime import UTC, date, datetime
from pathlib import Path

from mangnon.accounts.records import SYSTEM
from mangnon.cli.city import City, files
from mangnon.institutions import queries as institutions
from mangnon.linkage import operations as linkage
from mangnon.linkage.formats import read_birth
from mangnon.linkage.records import RunResult
from mangnon.register import operations as register
from mangnon.register.records import Birth, CarerRecord, ChildRecord, ResidenceRecord, Source
from mangnon.register.vocabulary.people import CarerRole, IdentifierState, Precision, ResidenceKind, Sex, SourceKind

AT = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
ON = date(2026, 11, 20)
_SEXES = {"Nam": Sex.MALE, "Nữ": Sex.FEMALE, "": Sex.UNKNOWN}


def enrolled(city: City) -> dict[str, int]:
    """Every row of the city's lists as a record of the register: row → child."""
    units = {unit.code: unit.pk for unit in institutions.communes(on=ON)}
    rows = city.register.to_pylist()
    source = Source(SourceKind.SYNTHETIC, f"city:{city.seed}", "Thành phố giả lập")
    entered = register.enrol_many(records=[_record(row, units) for row in rows], source=source, by=SYSTEM, at=AT)
    return {row["record_id"]: one.child_id for row, one in zip(rows, entered, strict=True)}


def compared(city: City, folder: Path) -> RunResult:
    """The register compared with the city's population."""
    path = files.write_table(city.population, folder / "population.parquet")
    extract = linkage.load_snapshot(path=path, as_of=files.AS_OF, by=SYSTEM, at=AT)
    return linkage.run(by=SYSTEM, at=AT, extract=extract)


def _record(row: dict[str, str | None], units: dict[str, int]) -> ChildRecord:
    day, known = read_birth(row["birth_date"] or "")
    assert day is not None
    number = row["personal_number"] or ""
    roles = ((CarerRole.FATHER, "father_name"), (CarerRole.MOTHER, "mother_name"), (CarerRole.GUARDIAN, "guardian_name"))
    return ChildRecord(
        full_name=row["full_name"] or "", birth=Birth(day, Precision(known)), sex=_SEXES[row["sex"] or ""],
        residences=(ResidenceRecord(ResidenceKind.CURRENT, units[row["list_code"] or ""], row["hamlet"] or ""),),
        carers=tuple(CarerRecord(role, name) for role, field in roles if (name := row[field])), household=row["household_id"] or "",
        personal_number=number if len(number) == 12 else "",
        identifier_state=IdentifierState.UNVERIFIED if len(number) == 12 else IdentifierState.NONE,
    )  # fmt: skip
