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
from mangnon.plans.models import Evidence, Progress, Task
from mangnon.plans.operations.assigning import NotTheAgency
from mangnon.plans.operations.reading import task_subject
from mangnon.plans.vocabulary import Declared


class NothingSaid(Refusal):
    """A report of progress that says nothing that can be used."""


@transaction.atomic
def report_progress(
    *, task_id: int, institution_id: int, declared: Declared, by: Who, at: datetime, percent: int | None = None, note: str = "",
    proofs: Sequence[str] = (), files: Sequence[tuple[str, bytes, str]] = (),
) -> Progress:  # fmt: skip
    """Add one report of an agency on a duty. `proofs` are documents by number; `files` are (name, bytes, media type).

    Raises NothingSaid, NotTheAgency, NotAllowed.
    """
    on = day_of(at)
    task = Task.objects.select_related("plan__document", "clause", "lead").get(pk=task_id)
    responsible = queries.responsible(task.pk, institution_id, on=on)
    policies.check_can_report(by, institution_id=institution_id, responsible=responsible.username if responsible else "")
    if institution_id not in queries.duty_holders(task, on=on):
        raise NotTheAgency(
            "Cơ quan này không phải là cơ quan thực hiện nhiệm vụ vào hôm nay. Mở lại trang nhiệm vụ để xem cơ quan hiện nay."
        )
    if percent is not None and not 0 <= percent <= 100:
        raise NothingSaid(f"Mức hoàn thành {percent}% không đúng. Ghi số từ 0 đến 100, hoặc để trống.")
    progress = Progress.objects.create(
        task=task,
        institution_id=institution_id,
        on=on,
        declared=declared,
        percent=percent,
        note=note.strip(),
        reported_by=by.id,
        reported_at=at,
    )
    for words in proofs:
        if words.strip():
            Evidence.objects.create(progress=progress, words=words.strip()[:300])
    for name, content, media_type in files:
        stored = documents.store(content=content, name=name, media_type=media_type, by=by, at=at)
        Evidence.objects.create(progress=progress, words=name[:300], file=stored)
    audit.record(
        act=Act.TASK_PROGRESSED, subject=task_subject(task), by=by, at=at,
        details={"declared": declared.value, "institution": institution_id, "evidence": progress.evidence.count()},
    )  # fmt: skip
    return progress
