"""Bringing the city into the database by the ways real data takes: lists through intake, the snapshot through linkage.

The command calls `seed`; the demonstration its parts, in the order `ensure_units`, `import_lists`, `load_population`, `compare`.
"""

import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, time
from pathlib import Path

from django.db import transaction

from mangnon.accounts.records import SYSTEM, Actor
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.cli.city import files
from mangnon.cli.city.city import City, generate
from mangnon.cli.city.difficulty import STANDARD, Difficulty
from mangnon.institutions import operations as institution_operations
from mangnon.institutions import queries as institutions
from mangnon.intake import operations as intake
from mangnon.intake import queries as intake_queries
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import number
from mangnon.linkage import operations as linkage
from mangnon.linkage import queries as linkage_queries
from mangnon.linkage.records import RunResult
from mangnon.plans import operations as plans
from mangnon.register import queries as register

HANDED_IN = datetime.combine(files.AS_OF, time(17), tzinfo=calendar.VIETNAM)  # on the day they are of: same city, same register

type Say = Callable[[str], None]


class AlreadySeeded(Refusal):
    """The register holds children already."""


@dataclass(frozen=True)
class Imported:
    """What the lists of all communes came to."""

    lists: int
    rows: int
    accepted: int
    findings: int


@dataclass(frozen=True)
class Seeded:
    """The answer of `mangnon seed`. `children` are the records in the register."""

    children: int
    lists: int
    rows: int
    accepted: int
    findings: int
    population: int
    linked: int
    review: int
    mismatch: int
    unmatched: int
    files: int = 0

    def answer(self) -> dict[str, int]:
        return asdict(self)


def seed(
    *, children: int, seed: int, by: Actor = SYSTEM, at: datetime, out: Path | None = None, again: bool = False,
    difficulty: Difficulty = STANDARD, say: Say = lambda text: None,
) -> Seeded:  # fmt: skip
    """Make a city, bring it in beside the units and the plan it works by, compare it with the population; the answer says what came of it.

    Refuses when the register holds children, unless `again`: the same city twice changes nothing, another one comes beside it.
    """
    check_empty(again=again, at=at)
    ensure_units(by=by, at=at)
    plans.load_builtin(by=by, at=at)
    say(f"Đang tạo thành phố giả lập {number(children)} trẻ em…")
    city = generate(children, seed, difficulty)
    written = 0
    if out is not None:
        written = len(files.write(city, out))
        say(f"Đã ghi {written} tệp vào {out}.")
    lists = import_lists(city, by=by, at=at, say=say)
    load_population(city, by=by, at=at, say=say)
    result = compare(by=by, at=at, say=say)
    linkage_queries.refresh_index()  # so that the first person who adds a child need not wait for it
    audit.record(
        act=Act.CITY_SEEDED, subject=Subject("city", "92", f"Thành phố giả lập, mầm {seed}"), by=by, at=at,
        details={"children": children, "seed": seed},
    )  # fmt: skip
    return Seeded(
        children=register.children(SYSTEM, on=calendar.day_of(at)).count(), lists=lists.lists, rows=lists.rows, accepted=lists.accepted,
        findings=lists.findings, population=city.population.num_rows, linked=result.linked, review=result.review,
        mismatch=result.mismatch, unmatched=result.unmatched, files=written,
    )  # fmt: skip


def check_empty(*, again: bool, at: datetime) -> None:
    """Raise AlreadySeeded when the register holds children and nobody said `again`."""
    if not again and register.children(SYSTEM, on=calendar.day_of(at)).exists():
        raise AlreadySeeded("Sổ đã có trẻ em nên không tạo thêm thành phố giả lập. Muốn tạo thêm bên cạnh, chạy lại với --again.")


def ensure_units(*, by: Actor, at: datetime) -> None:
    """Load the built-in units where there are none."""
    if not institutions.communes(on=calendar.day_of(at)).exists():
        institution_operations.load_builtin(by=by, at=at)


def import_lists(city: City, *, by: Actor, at: datetime, say: Say = lambda text: None) -> Imported:
    """Every commune's list through intake, findings and all; each list is one transaction."""
    communes = {unit.code: unit for unit in institutions.communes(on=calendar.day_of(at))}
    totals: Counter[str] = Counter()
    say(f"Đang nhập danh sách của {len(communes)} xã, phường…")
    for one in files.child_lists(city):
        with transaction.atomic():
            batch, _ = intake.take_in(
                content=one.content, name=one.name, format_code=files.FORMAT, commune_id=communes[one.commune_code].pk, by=by, at=at
            )
            intake.enrol_batch(batch_id=batch.pk, by=by, at=at)
        figures, findings = intake_queries.figures(batch), intake_queries.findings(batch, settled=True).count()
        totals.update(lists=1, rows=figures.rows, accepted=figures.enrolled, findings=findings)
        if totals["lists"] % 20 == 0:
            say(f"  {totals['lists']} danh sách, {number(totals['rows'])} dòng, đã ghi {number(totals['accepted'])}.")
    return Imported(**totals)


def load_population(city: City, *, by: Actor, at: datetime, say: Say = lambda text: None) -> None:
    """The population snapshot through linkage, as it was on the reference day."""
    say(f"Đang nạp bản trích dân cư {number(city.population.num_rows)} người…")
    with tempfile.TemporaryDirectory() as folder:
        path = files.write_table(city.population, Path(folder) / "population.parquet")
        linkage.load_snapshot(path=path, as_of=files.AS_OF, by=by, at=at)


def compare(*, by: Actor, at: datetime, say: Say = lambda text: None) -> RunResult:
    """One run of linkage over the register."""
    say("Đang đối chiếu sổ trẻ em với dữ liệu dân cư…")
    return linkage.run(by=by, at=at)
