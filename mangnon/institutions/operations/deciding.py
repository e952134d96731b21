"""Checking and deciding an act. What was seen when it was decided is kept with it."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.institutions import queries
from mangnon.institutions.models import Reorganisation
from mangnon.institutions.operations import applying
from mangnon.institutions.operations.drafting import open_act, subject_of
from mangnon.institutions.records import Flaw, Tally
from mangnon.institutions.rules.act_checks import stops
from mangnon.institutions.vocabulary import ActState
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal

KEPT_LINES = 200  # of the list behind a number, with the decision


class HasFaults(Refusal):
    """Something in the act must be mended before anybody can decide it."""


class NotChecked(Refusal):
    """The act has been changed since it was last checked."""


class UndoneAlready(Refusal):
    """Another act undoes this one already."""


@transaction.atomic
def check(*, act_id: int, by: Who, at: datetime) -> tuple[Flaw, ...]:
    """Look for faults; without any that must be mended the act is checked and may be decided. Raises drafting.ActIsDecided."""
    act = open_act(act_id)
    flaws = queries.check(act)
    act.state = ActState.DRAFT if stops(flaws) else ActState.CHECKED
    act.save(update_fields=["state"])
    counts = {"faults": len(stops(flaws)), "notes": len(flaws) - len(stops(flaws))}
    audit.record(act=Act.ACT_CHECKED, subject=subject_of(act), by=by, at=at, details=counts)
    return flaws


@transaction.atomic
def decide(*, act_id: int, by: Who, at: datetime) -> Reorganisation:
    """Decide a checked act. Its day come, it is applied at once; else the clock applies it.

    Raises drafting.ActIsDecided, NotChecked, HasFaults, UndoneAlready.
    """
    act = open_act(act_id)
    if act.state != ActState.CHECKED:
        raise NotChecked("Văn bản chưa kiểm tra từ lần sửa cuối. Bấm “Kiểm tra”, sửa chỗ sai rồi quyết định.")
    if faults := stops(queries.check(act)):
        raise HasFaults(f"Còn {len(faults)} chỗ phải sửa. {faults[0]}")
    if act.restores_id and (other := queries.undoing(act.restores_id)):
        raise UndoneAlready(f"Văn bản ấy đã có {other.number} hủy bỏ. Tải lại trang để xem.")
    tallies = queries.preview(act, on=day_of(at))
    act.state, act.decided_by, act.decided_at, act.preview = ActState.DECIDED, by.id, at, as_data(tallies)
    act.save()
    details = {tally.follower: tally.moved for tally in tallies} | {"asked": sum(len(tally.asked) for tally in tallies)}
    audit.record(act=Act.ACT_DECIDED, subject=subject_of(act), by=by, at=at, details=details)
    if act.restores is not None and act.restores.state == ActState.DECIDED:
        applying.cancel(act, by=by, at=at)
    elif act.on <= day_of(at):
        applying.apply(act_id=act.pk, by=by, at=at)
        act.refresh_from_db()
    return act


def as_data(tallies: tuple[Tally, ...]) -> dict[str, object]:
    """Counts and the lists behind them as plain data, to be kept with the act."""
    kept: list[dict[str, object]] = []
    for tally in tallies:
        row = asdict(tally)
        row["lines"], row["asked"] = (
            row["lines"][:KEPT_LINES],
            [
                {"source": asked.source, "label": asked.label, "things": asked.things, "why": asked.why}
                for asked in tally.asked[:KEPT_LINES]
            ],
        )
        row["asked_count"] = len(tally.asked)
        kept.append(row)
    return {"followers": kept}
