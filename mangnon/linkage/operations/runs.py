"""Comparing the whole register with a snapshot. Running again on the same data changes nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.lib import calendar
from mangnon.lib.copying import among, write_new
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import short_date
from mangnon.linkage import rules
from mangnon.linkage.models import Decision, PopulationExtract, Run
from mangnon.linkage.operations import matching, numbers
from mangnon.linkage.records import Judgement, RunResult
from mangnon.linkage.vocabulary import Verdict
from mangnon.register import queries as register
from mangnon.register.records import LinkageRow

_CHUNK = 20_000  # decisions held as rows at once
_STANDING = (
    "id", "child_id", "person_id", "person_ref", "verdict", "level", "reason", "automatic", "touched_number", "number_before",
    "person__personal_number",
)  # fmt: skip


class NoSnapshot(Refusal):
    """There is nothing to compare with yet."""


@transaction.atomic
def run(*, by: Actor, at: datetime, extract: PopulationExtract | None = None) -> RunResult:
    """Compare every open record with the newest snapshot (or the one named) and leave a decision with its reason for each child.

    What people have decided stands: a linked child is not asked again, a pair said to be different people is not proposed again, a pair
    to be visited keeps waiting. Decisions the comparison no longer comes to are revoked, their effect on numbers undone.
    """
    policies.check_covers(by, Permission.DECIDE_MATCHES, institution_id=None)
    extract = extract or PopulationExtract.objects.order_by("as_of", "id").last()
    if extract is None:
        raise NoSnapshot("Chưa có bản trích dữ liệu dân cư nào. Nạp bản trích trước rồi đối chiếu.")
    standing = _Standing(extract)
    rows = {row.child_id: row for row in register.linkage_rows(on=calendar.day_of(at))}
    judgements: list[Judgement] = []
    children = (standing.as_written(row) for row in rows.values())
    for child, found in matching.proposals(children, extract=extract, refused=standing.refused):
        if child.id not in standing.settled:  # the others are compared all the same: they compete for persons
            judgements += rules.judge(child, found)
    judgements = rules.settle(judgements, held=standing.held)
    compared = len(rows)

    this = Run.objects.create(extract=extract, at=at, by=by.id, by_label=by.label, method=matching.method())
    kept, made = _compare(judgements, standing.automatic)
    del judgements
    gone = [pk for key, pk in standing.automatic.items() if key not in kept]
    if gone:
        _withdraw(gone, run=this, by=by, at=at)
        rows = {row.child_id: row for row in register.linkage_rows(on=calendar.day_of(at))}  # numbers may have been put back
    verified, supplied = _write(made, rows, run=this, extract=extract, by=by, at=at)
    counts = _children_by_verdict()
    result = RunResult(
        run_id=this.pk, children=compared, linked=counts[Verdict.LINK], review=counts[Verdict.REVIEW],
        mismatch=counts[Verdict.MISMATCH], unmatched=counts[Verdict.UNMATCHED], verified=verified, supplied=supplied,
    )  # fmt: skip
    this.counts = {name: value for name, value in vars(result).items() if name != "run_id"}
    this.save(update_fields=["counts"])
    audit.record(
        act=Act.LINKAGE_RUN, subject=Subject("linkage_run", str(this.pk), f"Đối chiếu với bản ngày {short_date(extract.as_of)}"),
        by=by, at=at, details=this.counts,
    )  # fmt: skip
    return result


def _children_by_verdict() -> Counter[str]:
    standing = Decision.objects.filter(revoked_at__isnull=True).exclude(verdict=Verdict.NOT).order_by("verdict")
    return Counter(dict(standing.values("verdict").annotate(n=Count("child_id", distinct=True)).values_list("verdict", "n")))


type Key = tuple[int, str, str, str, str]  # child, person, verdict, level, reason


class _Standing:
    """What stands before the run."""

    def __init__(self, extract: PopulationExtract) -> None:
        self.settled: set[int] = set()  # children whose link or visit a person decided
        self.refused: dict[int, set[str]] = {}  # pairs a person said are different people
        self.held: dict[int, str] = {}  # persons of this extract held by such a child
        self.automatic: dict[Key, int] = {}  # the decision's key in the table: a whole register of them is not held in memory
        self.supplied: dict[int, tuple[str, str]] = {}  # child: number supplied by an automatic link, and what stood before
        held_refs: dict[str, int] = {}
        standing = Decision.objects.filter(revoked_at__isnull=True).order_by("id")
        for row in standing.values_list(*_STANDING, named=True).iterator(chunk_size=_CHUNK):
            if row.automatic:
                self.automatic[_key(row)] = row.id
                if row.touched_number and row.verdict == Verdict.LINK and row.person_id is not None:
                    self.supplied[row.child_id] = (row.person__personal_number, row.number_before)
            elif row.verdict == Verdict.NOT:
                self.refused.setdefault(row.child_id, set()).add(row.person_ref)
            else:
                self.settled.add(row.child_id)
                if row.verdict == Verdict.LINK:
                    held_refs[row.person_ref] = row.child_id
        for person_id, reference in extract.persons.filter(record_id__in=held_refs).values_list("id", "record_id").order_by("id"):
            self.held[person_id] = rules.child_code(held_refs[reference])
        self.automatic = {key: pk for key, pk in self.automatic.items() if key[0] not in self.settled}

    def as_written(self, row: LinkageRow) -> LinkageRow:
        """The child as the lists have it: a number this comparison supplied itself proves nothing."""
        supplied, before = self.supplied.get(row.child_id, ("", ""))
        return replace(row, personal_number=before) if supplied and row.personal_number == supplied else row


def _key(decision: Any) -> Key:
    """A link names the person through extracts; what waits for a person speaks of one extract."""
    person = decision.person_ref if decision.verdict == Verdict.LINK else str(decision.person_id or "")
    return (decision.child_id, person, decision.verdict, decision.level, decision.reason)


def _compare(judgements: Iterable[Judgement], standing: Mapping[Key, int]) -> tuple[set[Key], list[Judgement]]:
    """Which standing decisions the run comes to again, and which judgements are new."""
    kept: set[Key] = set()
    made = []
    for judgement in judgements:
        link = judgement.verdict is Verdict.LINK
        person = "" if judgement.person is None else judgement.person.reference if link else str(judgement.person.id)
        key = (judgement.child_id, person, str(judgement.verdict), str(judgement.level), judgement.reason)
        if key in standing:
            kept.add(key)
        else:
            made.append(judgement)
    return kept, made


def _withdraw(gone: Sequence[int], *, run: Run, by: Actor, at: datetime) -> None:
    extracts = {extract.pk: extract for extract in PopulationExtract.objects.order_by("id")}
    for start in range(0, len(gone), _CHUNK):
        these = Decision.objects.filter(pk__in=among(gone[start : start + _CHUNK]))
        numbers.undo(these.select_related("person").order_by("id"), extracts=extracts, by=by, at=at)
        these.update(
            revoked_at=at, revoked_by=by.id, revoked_by_label=by.label,
            revoked_reason=f"Lần đối chiếu {run.pk} không còn đi tới kết quả này.",
        )  # fmt: skip


def _write(
    judgements: Sequence[Judgement], rows: dict[int, LinkageRow], *, run: Run, extract: PopulationExtract, by: Actor, at: datetime
) -> tuple[int, int]:
    """Store the decisions; verify and supply numbers. How many of each."""
    verified, supplied = 0, 0
    numbered: set[int] = set()
    for start in range(0, len(judgements), _CHUNK):
        made, items = [], []
        for judgement in judgements[start : start + _CHUNK]:
            person, row = judgement.person, rows[judgement.child_id]
            decision = Decision(
                child_id=judgement.child_id, person_id=person.id if person else None, person_ref=person.reference if person else "",
                verdict=judgement.verdict, level=judgement.level, reason=judgement.reason, run=run, decided_by=by.id,
                decided_by_label=by.label, decided_at=at, automatic=True, probability=judgement.probability,
                grounds=[list(astuple(ground)) for ground in judgement.grounds],
            )  # fmt: skip
            item = numbers.step_for(
                decision, number=row.personal_number, person_number=person.number if person else "", as_of=extract.as_of
            )  # fmt: skip
            if item and item.child_id not in numbered and (item.value, item.state) != (row.personal_number, row.identifier_state):
                items.append(item)
                numbered.add(item.child_id)
                decision.touched_number = True
                decision.number_before, decision.state_before = row.personal_number, row.identifier_state
                verified += judgement.verdict is Verdict.LINK and bool(row.personal_number)
                supplied += judgement.verdict is Verdict.LINK and not row.personal_number
            made.append(decision)
        write_new(Decision, made)
        numbers.apply(items, extract=extract, by=by, at=at)
    return verified, supplied
