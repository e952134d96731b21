"""The reporting year of the demonstration: duties in hand, reports written, handed in on time, late, returned, accepted, gathered."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta

from mangnon.accounts import queries as accounts
from mangnon.accounts.records import SYSTEM, Actor
from mangnon.cli.demo import narratives
from mangnon.cli.demo.people import CAI_KHE
from mangnon.indicators import queries as indicators
from mangnon.lib.calendar import VIETNAM
from mangnon.plans import queries as plans
from mangnon.reports import operations as reports
from mangnon.reports import queries as reporting
from mangnon.reports.records import Requirement, Typed
from mangnon.reports.vocabulary import Body

YEAR = 2026
GROUP = "special_children"  # the indicator some communes count by hand
OPENED = datetime(2026, 10, 15, 8, tzinfo=VIETNAM)
FIRST_HANDED_IN = datetime(2026, 11, 16, 8, tzinfo=VIETNAM)
REVIEWED = datetime(2026, 11, 20, 9, tzinfo=VIETNAM)
GATHERED = datetime(2026, 11, 23, 7, 30, tzinfo=VIETNAM)

type Say = Callable[[str], None]


def report(*, by: Actor, seed: int, say: Say) -> dict[str, int]:
    """Everybody's report of the year, as it stands some days after the deadline. Cái Khế's is still being written."""
    period = reporting.period_of_year(YEAR) or reports.open_period(year=YEAR, by=by, at=OPENED)
    reviewer = accounts.actor_named("chuyenvien.soyte", on=REVIEWED.date())
    writer = accounts.actor_named("canbo.caikhe", on=REVIEWED.date())
    if reviewer is None or writer is None:
        raise LookupError("the demonstration's people have no accounts")
    run = reporting.run_of(period)
    if run is None:
        raise LookupError("the indicators have not been counted")
    codes = [section.code for section in plans.sections(period.plan_id)]
    chance = random.Random(seed + YEAR)
    tally = {"handed_in": 0, "late": 0, "returned": 0, "accepted": 0, "missing": 0}
    owed = reporting.requirements(by, period=period, at=GATHERED)
    for position, requirement in enumerate(owed, start=1):
        texts = narratives.texts(codes=codes, name=requirement.name, is_commune=requirement.body is Body.COMMUNE, seed=seed)
        if requirement.code == CAI_KHE:
            begun = {code: texts[code] for code in codes if code not in {"khó khăn", "kiến nghị", "phương hướng"}}
            reports.write(period_id=period.pk, institution_id=requirement.institution_id, texts=begun, by=writer, at=FIRST_HANDED_IN)
            tally["missing"] += 1
            continue
        if chance.random() < 0.07:
            tally["missing"] += 1
            continue
        late = chance.random() < 0.08
        days = chance.randint(4, 6) if late else chance.randint(0, 3)
        handed_in = FIRST_HANDED_IN + timedelta(days=days, minutes=chance.randint(0, 540))
        begun_at = handed_in - timedelta(minutes=30)
        written = reports.write(
            period_id=period.pk, institution_id=requirement.institution_id, texts=texts, by=by, at=begun_at,
            typed=_counted_by_hand(requirement, run.id, chance),
        )  # fmt: skip
        reports.submit(report_id=written.pk, by=by, at=handed_in)
        tally["handed_in"] += 1
        tally["late"] += late
        _review(written.pk, chance, reviewer=reviewer, at=max(handed_in, REVIEWED) + timedelta(hours=1), tally=tally)
        if position % 40 == 0:
            say(f"{position}/{len(owed)} đơn vị")
    return tally


def _counted_by_hand(requirement: Requirement, run: int, chance: random.Random) -> dict[str, Typed]:
    """A few communes count a group of children themselves and come to another number than the register."""
    if requirement.body is not Body.COMMUNE or chance.random() >= 0.04:
        return {}
    register = {figure.code: figure.numerator for figure in indicators.figures(SYSTEM, run=run, unit_code=requirement.code)}
    reason = "Khu vực đã đếm cả trẻ mới có quyết định, chưa ghi vào sổ."
    return {GROUP: Typed(code=GROUP, value=(register[GROUP] or 0) + chance.randint(1, 3), reason=reason)}


def _review(report_id: int, chance: random.Random, *, reviewer: Actor, at: datetime, tally: dict[str, int]) -> None:
    luck = chance.random()
    if luck < 0.06:
        reports.return_(report_id=report_id, comments={"III": "Ghi rõ kinh phí đã chi và nguồn, chưa chỉ ghi tổng số."}, by=reviewer, at=at)
        tally["returned"] += 1
    elif luck < 0.8:
        reports.accept(report_id=report_id, by=reviewer, at=at)
        tally["accepted"] += 1


def gather(*, by: Actor) -> int:
    """The city's report from what has come. Returns its key."""
    period = reporting.period_of_year(YEAR)
    if period is None:
        raise LookupError("the period has not been opened")
    return reports.consolidate(period_id=period.pk, by=by, at=GATHERED).pk
