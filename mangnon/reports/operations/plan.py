"""Handing in is what clause V.1 of the plan asks of every unit: its duty learns of it, and of what becomes of the report."""

from contextlib import suppress
from datetime import datetime

from mangnon.accounts.records import Actor
from mangnon.lib.calendar import day_of
from mangnon.plans import operations as plan_work
from mangnon.plans import queries as plans
from mangnon.plans.vocabulary import Declared, DutyEvent, DutyState
from mangnon.reports import models
from mangnon.reports.rules import deadlines


def handed_in(report: models.Report, ordinal: int, *, by: Actor, at: datetime) -> None:
    """The duty is declared done, with the version as its proof; a duty that is over by then stays as it is."""
    duty = plans.task_of_clause(report.period.plan_id, deadlines.CLAUSE)
    if duty is None or report.institution_id not in plans.duty_holders(duty, on=day_of(at)):
        return
    run = plans.occurrence_in(duty.pk, report.institution_id, turn=str(report.period.year))
    with suppress(plan_work.NotNow, plan_work.ClosedForGood):
        plan_work.report_progress(
            task_id=duty.pk, institution_id=report.institution_id, declared=Declared.DONE, percent=100, by=by, at=at,
            proofs=[f"Báo cáo năm {report.period.year}, bản {ordinal}"], occurrence_id=run.pk if run else None,
        )  # fmt: skip


def decided(report: models.Report, event: DutyEvent, *, words: str, by: Actor, at: datetime) -> None:
    """An accepted report confirms the duty, a returned one returns it, where the duty waits for that; nobody confirms their own."""
    duty = plans.task_of_clause(report.period.plan_id, deadlines.CLAUSE)
    run = plans.occurrence_in(duty.pk, report.institution_id, turn=str(report.period.year)) if duty else None
    if run is None or run.state != DutyState.WAITING:
        return
    with suppress(plan_work.OwnWork):
        plan_work.move_occurrence(occurrence_id=run.pk, event=event, by=by, at=at, words=words)
