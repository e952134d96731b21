"""Applying a decided act in one transaction: spans closed and opened, links written, everything that follows moved or put as a question.

A process killed in the middle leaves everything as before. What is too much for one transaction (the homes of a million children) is
asked for as background work that ends equal however often it is cut; reads are right at once, because they follow the links.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.institutions import ports, queries
from mangnon.institutions.models import Body, Change, FollowedRow, Institution, Question, Reorganisation, Succession
from mangnon.institutions.operations.drafting import subject_of
from mangnon.institutions.records import Move, Tally
from mangnon.institutions.rules import names
from mangnon.institutions.vocabulary import LINK_OF, ActState, ChangeKind, Level, QuestionState
from mangnon.lib import vietnamese
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal

_ORDER = {Level.NATION: 0, Level.PROVINCE: 1, Level.DISTRICT: 2, Level.COMMUNE: 3}


class NotDecided(Refusal):
    """Only a decided act has effect."""


class NotYet(Refusal):
    """The day of the act has not come."""


@transaction.atomic
def apply(*, act_id: int, by: Who, at: datetime) -> Reorganisation:
    """Give a decided act its effect. One applied already stays as it is. Raises NotDecided, NotYet."""
    act = Reorganisation.objects.select_for_update().get(pk=act_id)
    if act.state in {ActState.APPLIED, ActState.UNDONE}:
        return act
    if act.state != ActState.DECIDED:
        raise NotDecided("Văn bản chưa được quyết định nên chưa có hiệu lực. Kiểm tra rồi quyết định trước.")
    if act.on > day_of(at):
        raise NotYet(f"Văn bản có hiệu lực từ ngày {vietnamese.short_date(act.on)}. Đến ngày ấy hệ thống tự thực hiện.")
    _close(act)
    _open(act)
    _link(act)
    move = queries.move(act)
    _offer_successors(move)
    tallies = [follower.follow(move, by=by, at=at) for follower in ports.followers()]
    _ask(act, tallies, at=at)
    _settled_by(act, move)
    act.state, act.applied_at = ActState.APPLIED, at
    act.save(update_fields=["state", "applied_at"])
    if act.restores_id is not None:
        Reorganisation.objects.filter(pk=act.restores_id).update(state=ActState.UNDONE)
    details = {tally.follower: tally.moved for tally in tallies} | {"asked": sum(len(tally.asked) for tally in tallies)}
    audit.record(act=Act.ACT_APPLIED, subject=subject_of(act), by=by, at=at, details=details)
    return act


def apply_due(*, by: Who, at: datetime) -> list[int]:
    """Apply every decided act whose day has come, in order, each in its own transaction. Their keys."""
    applied = []
    for act in list(queries.due(on=day_of(at))):
        apply(act_id=act.pk, by=by, at=at)
        applied.append(act.pk)
    return applied


def cancel(undoing: Reorganisation, *, by: Who, at: datetime) -> None:
    """An act undone before its day never has effect; the act that undid it has nothing left to do."""
    if undoing.restores_id is not None:
        Reorganisation.objects.filter(pk=undoing.restores_id).update(state=ActState.UNDONE)
    undoing.state, undoing.applied_at = ActState.APPLIED, at
    undoing.save(update_fields=["state", "applied_at"])
    audit.record(act=Act.ACT_APPLIED, subject=subject_of(undoing), by=by, at=at, details={"cancelled": undoing.restores_id})


def note_followed(*, act_id: int, follower: str, rows: Iterable[tuple[int, int]]) -> None:
    """Remember which rows of a follower an act moved, and from which institution: (row, source)."""
    FollowedRow.objects.bulk_create(
        [FollowedRow(act_id=act_id, follower=follower, row=row, source_id=source) for row, source in rows], batch_size=5_000
    )


def carry_questions(*, follower: str, matters: Mapping[str, str]) -> None:
    """What still waits about a row an act closed and opened anew waits for the new row: matter of the old row → matter of the new."""
    waiting = list(Question.objects.filter(follower=follower, matter__in=matters, state=QuestionState.OPEN).order_by("id"))
    for question in waiting:
        question.matter = matters[question.matter]
    Question.objects.bulk_update(waiting, ["matter"], batch_size=500)


def _close(act: Reorganisation) -> None:
    """The last day of what ends is the day before."""
    row = queries.as_row(act)
    said = {change.source_id: change.ended_by for change in act.changes.exclude(ended_by="")}
    closing = list(Institution.objects.select_for_update().filter(pk__in=row.ended).order_by("id"))
    for one in closing:
        one.valid, one.ended_by = DateRange(one.valid.lower, act.on), said.get(one.pk, one.ended_by)
    Institution.objects.bulk_update(closing, ["valid", "ended_by"], batch_size=500)


def _open(act: Reorganisation) -> None:
    """What the act makes, the higher levels first, each under its parent of the day."""
    bodies = list(act.bodies.filter(institution=None).order_by("id"))
    parents = _parents(act, bodies)
    for level in sorted({body.level for body in bodies}, key=lambda level: _ORDER[Level(level)]):
        waiting = [body for body in bodies if body.level == level]
        while waiting:
            ready = [body for body in waiting if (body.kind, body.parent_code) not in {(one.kind, one.code) for one in waiting}]
            ready = ready or waiting  # two that name each other: the table of units refuses nothing here, the parent stays empty
            made = Institution.objects.bulk_create([_institution(act, body, parents) for body in ready], batch_size=500)
            for body, institution in zip(ready, made, strict=True):
                body.institution, parents[body.kind, body.code] = institution, institution.pk
            waiting = [body for body in waiting if body not in ready]
    Body.objects.bulk_update(bodies, ["institution"], batch_size=500)


def _parents(act: Reorganisation, bodies: Sequence[Body]) -> dict[tuple[str, str], int]:
    codes = {body.parent_code for body in bodies if body.parent_code}
    found = Institution.objects.filter(code__in=codes, valid__contains=act.on).order_by("id")
    return {(one.kind, one.code): one.pk for one in found}


def _institution(act: Reorganisation, body: Body, parents: Mapping[tuple[str, str], int]) -> Institution:
    bare = names.bare_name(body.name, body.type_label) if body.type_label else body.name
    return Institution(
        kind=body.kind, level=body.level, code=body.code, name=body.name, bare_name=bare, also=list(body.also),
        name_key=vietnamese.fold(body.name), bare_key=names.match_key(bare), sort_key=vietnamese.sort_key(bare),
        type_label=body.type_label, abbreviation=body.abbreviation, parent_id=parents.get((body.kind, body.parent_code)),
        valid=DateRange(act.on, None), functions=list(body.functions), former_province_code=body.former_province_code,
        area_km2=body.area_km2, population=body.population, seat=body.seat, reports_on_plan=body.reports_on_plan, citation=body.citation,
        verified=body.verified, note=body.note,
    )  # fmt: skip


def _link(act: Reorganisation) -> None:
    rows = act.changes.exclude(kind=ChangeKind.ABOLISH).select_related("target_body").order_by("position", "id")
    Succession.objects.bulk_create([_succession(act, row) for row in rows], batch_size=2_000)


def _succession(act: Reorganisation, row: Change) -> Succession:
    target = row.target_body.institution_id if row.target_body else row.target_id
    assert target is not None, "only what is abolished leads nowhere, and leaves no link"
    return Succession(
        source_id=row.source_id, target_id=target, on=act.on, kind=LINK_OF[ChangeKind(row.kind)], function=row.function,
        share_area=row.share_area, share_population=row.share_population, origin_id=row.origin_id, citation=row.citation,
        verified=row.verified, note=row.note,
    )  # fmt: skip


def _ask(act: Reorganisation, tallies: Sequence[Tally], *, at: datetime) -> None:
    """Put what nobody can tell into the queue; a matter that waits already is not asked twice."""
    Question.objects.bulk_create(
        [
            Question(
                act=act, follower=tally.follower, source_id=asked.source, function=asked.function, matter=asked.matter[:200],
                label=asked.label[:300], things=asked.things, choices=list(asked.choices), suggested_id=asked.suggested,
                why=asked.why[:400], asked_at=at,
            )
            for tally in tallies
            for asked in tally.asked
        ],
        batch_size=2_000, ignore_conflicts=True,
    )  # fmt: skip


def _offer_successors(move: Move) -> None:
    """A place offered for what still waits that ends by this act is offered as what comes after it."""
    changed = []
    for question in Question.objects.filter(state=QuestionState.OPEN, choices__overlap=sorted(move.ended)).order_by("id"):
        offered = [then for one in question.choices for then in (move.onward(one) if one in move.ended else (one,))]
        question.choices = list(dict.fromkeys(offered))
        if question.suggested_id in move.ended:
            question.suggested_id = move.whole.get(question.suggested_id) or move.near.get(question.suggested_id)
        changed.append(question)
    Question.objects.bulk_update(changed, ["choices", "suggested"], batch_size=500)


def _settled_by(act: Reorganisation, move: Move) -> None:
    """An undoing act answers what the undone act had left open."""
    if act.restores_id:
        Question.objects.filter(act=act.restores_id, state=QuestionState.OPEN).update(state=QuestionState.GONE)
