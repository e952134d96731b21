"""Entering children: one, or a list of any length. Entering the same facts again changes nothing."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import islice

from django.db import transaction

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.institutions import queries as institutions
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.register import models, rules
from mangnon.register.operations import known, sources, turns
from mangnon.register.operations.changes import Changes
from mangnon.register.operations.newcomers import Newcomers
from mangnon.register.operations.subjects import subject
from mangnon.register.records import ChildRecord, Enrolled, Source
from mangnon.register.vocabulary.people import ApartReason, Outcome

CHUNK = 20_000  # records held in memory at once; a city of a million passes in fifty steps


class NumberHeld(Refusal):
    """The personal number belongs to another child of the register."""


class NoReasonApart(Refusal):
    """Somebody says a child is not one of the register's, and not why."""


@transaction.atomic
def enrol(
    *, record: ChildRecord, source: Source, by: Actor, at: datetime, apart_from: Collection[int] = (), because: ApartReason | None = None
) -> Enrolled:
    """Enter one child, or bring a known one up to date. Raises NumberHeld when the number is another child's.

    `apart_from`: children of the register a person looked at and says are others, with the reason, which the log keeps. The record is then
    none of them even where name, birth and parents agree to the letter. Raises NoReasonApart.
    """
    if apart_from and because is None:
        raise NoReasonApart("Chưa chọn vì sao không phải trẻ đã có trong sổ. Chọn một lý do rồi ghi.")
    (entered,) = _enrol([record], source=source, by=by, at=at, apart_from=frozenset(apart_from))
    if entered.outcome is Outcome.CONFLICT:
        code = models.Child.objects.values_list("code", flat=True).get(pk=entered.child_id)
        raise NumberHeld(
            f"Số định danh {rules.masked_number(record.personal_number)} đã ghi cho hồ sơ {code}, khác họ tên và ngày sinh. "
            "Xem lại số trên giấy khai sinh; chưa chắc thì để trống."
        )
    if apart_from and because is not None and entered.outcome is Outcome.NEW:
        others = list(models.Child.objects.filter(pk__in=apart_from).order_by("pk").values_list("code", flat=True))
        home, _ = rules.home(record.residences)
        told = subject(entered.child_id, rules.child_code(entered.child_id), institutions.codes([home])[home])
        audit.record(act=Act.CHILD_TOLD_APART, subject=told, by=by, at=at, details={"apart_from": others, "because": because.value})
    return entered


@transaction.atomic
def enrol_many(*, records: Sequence[ChildRecord], source: Source, by: Actor, at: datetime, together: bool = False) -> list[Enrolled]:
    """Enter a whole list; the answer has one entry per record, in order.

    A record is a known child if the register has its personal number under the same name or birth date, else if name, birth and parents
    agree to the letter (accents aside). Of a known child only what the record says and the register has not is written; what the record
    leaves empty stays. A record whose number belongs to somebody else is a conflict and writes nothing.

    `together`: the caller holds `turns.together` and vouches that what it enters beside this are other children and other households.
    """
    return _enrol(records, source=source, by=by, at=at, together=together)


def _enrol(
    records: Sequence[ChildRecord], *, source: Source, by: Actor, at: datetime, apart_from: frozenset[int] = frozenset(),
    together: bool = False,
) -> list[Enrolled]:  # fmt: skip
    units = {rules.home(record.residences)[0] for record in records}
    for unit_id in units:
        _check_may_enrol(by, unit_id)
    codes = institutions.codes(units)
    turns.wait_for_turn(together=together)
    row = sources.row_for(source, by=by, at=at)
    entered: list[Enrolled] = []
    for chunk in _chunks(records):
        entered += _enter(chunk, row=row, codes=codes, by=by, at=at, apart_from=apart_from)
    return entered


def _enter(
    records: list[ChildRecord], *, row: models.Source, codes: dict[int, str], by: Actor, at: datetime, apart_from: frozenset[int]
) -> list[Enrolled]:
    keys = [known.identity_of(record) for record in records]
    answers: dict[int, Enrolled] = {}
    waiting = list(range(len(records)))
    while waiting:  # the second round meets children that the first one made: a list may name one child twice
        waiting = _round(waiting, records, keys, answers, row=row, at=at, apart_from=apart_from)
    _note(records, answers, codes, row=row, by=by, at=at)
    return [answers[place] for place in range(len(records))]


def _round(
    waiting: list[int], records: list[ChildRecord], keys: list[str], answers: dict[int, Enrolled], *, row: models.Source, at: datetime,
    apart_from: frozenset[int],
) -> list[int]:  # fmt: skip
    day = calendar.day_of(at)
    by_number = known.holders(records[place].personal_number for place in waiting if records[place].personal_number)
    by_identity = {
        key: [pk for pk in pks if pk not in apart_from] for key, pks in known.with_identity(keys[place] for place in waiting).items()
    }
    told = [pk for place in waiting if (pk := records[place].known_as) is not None]
    children = known.load([*told, *by_number.values(), *(pk for pks in by_identity.values() for pk in pks)])
    newcomers, changes = Newcomers(row, at=at), Changes(row, on=day)
    made: dict[str, list[str]] = defaultdict(list)  # keys and numbers taken in this round, with the names that took them
    touched: set[int] = set()
    later: list[int] = []
    for place in waiting:
        record, key, number = records[place], keys[place], records[place].personal_number
        holder = by_number.get(number) if number else None
        alike = [pk for pk in by_identity.get(key, ()) if rules.same_name(children[pk].child.full_name, record.full_name)]
        same = holder if holder in alike else next(iter(alike), None)
        if record.known_as in children:
            same = record.known_as
        other = same is not None and same != holder
        stranger = holder is not None and same is None and known.conflicts(record, children[holder])
        if holder is not None and (other or stranger or holder in apart_from):
            answers[place] = Enrolled(holder, Outcome.CONFLICT)
        elif (child_id := holder if holder is not None else same) is not None:
            if child_id in touched:  # a second record of one child is compared with what the first one left
                later.append(place)
                continue
            touched.add(child_id)
            changed = changes.apply(record, children[child_id])
            answers[place] = Enrolled(child_id, Outcome.CHANGED if changed else Outcome.UNCHANGED, changed)
        elif (number and number in made) or any(rules.same_name(name, record.full_name) for name in made.get(key, ())):
            later.append(place)
        else:
            made[key].append(record.full_name)
            made[number].append(record.full_name)
            newcomers.add(place, record, key)
    changes.write()
    for place, child_id in newcomers.write().items():
        answers[place] = Enrolled(child_id, Outcome.NEW)
    return later


def _note(
    records: list[ChildRecord], answers: dict[int, Enrolled], codes: dict[int, str], *, row: models.Source, by: Actor, at: datetime
) -> None:
    for outcome, act in ((Outcome.NEW, Act.CHILD_ENROLLED), (Outcome.CHANGED, Act.CHILD_AMENDED)):
        subjects = [
            subject(answer.child_id, rules.child_code(answer.child_id), codes.get(rules.home(records[place].residences)[0], ""))
            for place, answer in answers.items()
            if answer.outcome is outcome
        ]
        audit.record_many(act=act, subjects=subjects, by=by, at=at, details={"source": row.reference})


def _check_may_enrol(by: Actor, unit_id: int) -> None:
    """Who keeps the register of a place or brings its lists may enter its children."""
    if not policies.scope(by, Permission.IMPORT_LISTS).covers(unit_id):
        policies.check_covers(by, Permission.EDIT_CHILDREN, institution_id=unit_id)


def _chunks(records: Sequence[ChildRecord]) -> Iterator[list[ChildRecord]]:
    left = iter(records)
    while chunk := list(islice(left, CHUNK)):
        yield chunk
