"""Counting: the one write of this room."""

from datetime import date, datetime

import numpy as np
from django.db import connection, transaction

from mangnon.accounts import policies as access
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.indicators import rules
from mangnon.indicators.catalogue import indicators
from mangnon.indicators.models import Figure, Run
from mangnon.institutions import queries as institutions
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import short_date
from mangnon.register import queries as register

_LOCK = 73_001  # one count at a time; a second one waits and then finds the first one's run


class NothingToCount(Refusal):
    """The register has no child on the day asked for."""


class DayAhead(Refusal):
    """The register cannot be counted on a day that has not come."""


@transaction.atomic
def compute(*, year: int, as_of: date, by: Actor, at: datetime) -> Run:
    """Count every indicator for the 103 communes and the city on the register of a day, and freeze the figures.

    When neither the register nor the definitions nor the units have changed since the last run of this year and day, that run is given
    back with `reused` set: the same inputs are the same numbers.
    """
    access.check_may(by, Permission.COMPUTE_INDICATORS)
    if as_of > at.date():
        raise DayAhead(f"Chưa đến ngày {short_date(as_of)} nên chưa thể chốt số liệu ngày đó. Chọn ngày đã qua hoặc hôm nay.")
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_LOCK])
    snapshot = register.snapshot(on=as_of)
    if not len(snapshot.child_id):
        raise NothingToCount(
            f"Sổ trẻ em chưa có trẻ nào vào ngày {short_date(as_of)}. Nhập danh sách của xã, phường rồi tính lại chỉ tiêu."
        )
    city = institutions.city(on=as_of)
    communes = sorted(institutions.communes(on=as_of), key=lambda unit: unit.pk)
    keys = np.array([unit.pk for unit in communes], dtype=np.int64)
    versions = {indicator.code: indicator.version for indicator in indicators()}
    inputs = rules.fingerprint(snapshot, versions, {unit.code: unit.pk for unit in communes})
    subject = Subject(kind="indicators", id=f"{year}", label=f"Chỉ tiêu năm {year}, số liệu đến {short_date(as_of)}", unit_code=city.code)
    last = Run.objects.filter(year=year, as_of=as_of).order_by("made_at", "id").last()
    if last is not None and last.inputs == inputs:
        last.reused = True
        audit.record(act=Act.INDICATORS_COMPUTED, subject=subject, by=by, at=at, details={"run": last.pk, "unchanged": True})
        return last
    run = Run.objects.create(
        year=year, as_of=as_of, definitions=versions, boundary_vintage=max(unit.valid.lower for unit in communes), inputs=inputs,
        unplaced=rules.unplaced(snapshot, keys), made_by=by.id, made_at=at,
    )  # fmt: skip
    figures = []
    for tally in rules.tally(snapshot, indicators(), keys):
        for place, unit in enumerate(communes):
            figures.append(
                Figure(
                    run=run, code=tally.code, unit_id=unit.pk, numerator=int(tally.numerators[place]), members=tally.members[place],
                    denominator=None if tally.denominators is None else int(tally.denominators[place]),
                )
            )  # fmt: skip
        figures.append(
            Figure(
                run=run, code=tally.code, unit_id=city.pk, numerator=int(tally.numerators.sum()), members=b"",
                denominator=None if tally.denominators is None else int(tally.denominators.sum()),
            )
        )  # fmt: skip
    Figure.objects.bulk_create(figures, batch_size=2_000)
    audit.record(act=Act.INDICATORS_COMPUTED, subject=subject, by=by, at=at, details={"run": run.pk, "figures": len(figures)})
    return run
