"""What an agency says of a duty."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.documents import operations as documents
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.plans import policies, queries
from mangnon.plans.models import Evidence, Occurrence, Progress, Task
from mangnon.plans.operations.moving import take_step
from mangnon.plans.operations.occurrences import occurrence_for
from mangnon.plans.operations.reading import task_subject
from mangnon.plans.vocabulary import Declared, DutyEvent, DutyState, EvidenceKind


class NothingSaid(Refusal):
    """A report of progress that says nothing that can be used."""


@transaction.atomic
def report_progress(
    *, task_id: int, institution_id: int, declared: Declared, by: Who, at: datetime, percent: int | None = None, note: str = "",
    proofs: Sequence[str] = (), files: Sequence[tuple[str, bytes, str]] = (), links: Sequence[tuple[EvidenceKind, str, str]] = (),
    occurrence_id: int | None = None,
) -> Progress:  # fmt: skip
    """Add one report of an agency on a duty. Done: it then waits for who gave it to confirm; else it is at work.

    `proofs` are documents by number; `files` are (name, bytes, media type); `links` are (kind, words, page) of figures and records in the
    system. `occurrence_id` names an earlier period still open; without it the running one is meant. Raises NothingSaid, NotTheAgency,
    NotNow, ClosedForGood, NotAllowed.
    """
    on = day_of(at)
    task = Task.objects.select_related("plan__document", "clause", "lead").get(pk=task_id)
    responsible = queries.responsible(task.pk, institution_id, on=on)
    policies.check_can_report(by, institution_id=institution_id, responsible=responsible.username if responsible else "")
    if percent is not None and not 0 <= percent <= 100:
        raise NothingSaid(f"Mức hoàn thành {percent}% không đúng. Ghi số từ 0 đến 100, hoặc để trống.")
    if occurrence_id is None:
        occurrence = occurrence_for(task, institution_id, on=on, at=at)
    else:
        occurrence = Occurrence.objects.select_for_update().get(pk=occurrence_id, task=task, institution_id=institution_id)
    stood = DutyState(occurrence.state)
    take_step(occurrence, DutyEvent.DECLARE_DONE if declared is Declared.DONE else DutyEvent.REPORT, by=by, at=at, words=note)
    still_done = declared is Declared.DONE and occurrence.done_on is not None and stood is DutyState.WAITING
    done_on = occurrence.done_on if still_done else on if declared is Declared.DONE else None
    progress = Progress.objects.create(
        task=task, institution_id=institution_id, occurrence=occurrence, on=on, declared=declared, percent=percent, done_on=done_on,
        note=note.strip(), reported_by=by.id, reported_at=at,
    )  # fmt: skip
    pieces = [Evidence(progress=progress, words=words.strip()[:300]) for words in proofs if words.strip()]
    pieces += [Evidence(progress=progress, kind=kind, words=words[:300], link=page[:300]) for kind, words, page in links]
    for name, content, media_type in files:
        stored = documents.store(content=content, name=name, media_type=media_type, by=by, at=at)
        pieces.append(Evidence(progress=progress, kind=EvidenceKind.FILE, words=name[:300], file=stored))
    Evidence.objects.bulk_create(pieces)
    occurrence.declared, occurrence.percent, occurrence.said_on, occurrence.done_on = declared, percent, on, done_on
    occurrence.evidence += len(pieces)
    occurrence.save(update_fields=["state", "state_since", "declared", "percent", "said_on", "done_on", "evidence"])
    audit.record(
        act=Act.TASK_PROGRESSED, subject=task_subject(task), by=by, at=at,
        details={"declared": declared.value, "institution": institution_id, "evidence": len(pieces)},
    )  # fmt: skip
    return progress
