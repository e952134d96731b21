"""Who of the register is the person described: the index of the register's children, kept in step with the register.

The index lies in the data folder. Before each answer it is brought up to date from the register's own list of changed children
(`register.queries.changed`), so no process can be behind another: whoever asks first writes the changes to the journal of the index under a
lock, the others read them there. What the asking transaction itself has written and may yet undo goes into this answer only. A missing
index, or one of another database, is built anew.
"""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from threading import Lock

import pyarrow as pa
from django.conf import settings
from django.db import connection

from mangnon.institutions import queries as institutions
from mangnon.linkage import rules
from mangnon.linkage.engine.index import BadIndex, Change, Fields, Index, Match, build
from mangnon.linkage.engine.model import Model, load
from mangnon.linkage.records import Ground
from mangnon.register import queries as register
from mangnon.register.records import Birth, Described, LinkageRow, Outline, Position, SameChild
from mangnon.register.vocabulary.people import Precision, Sex

MODEL = "children-children"
FOLDER = "index"  # under the data folder, and in it one folder a database
MOST = 5  # children named for one person
_REBUILD = 5  # when a fifth of the children changed, as a run of linkage does, building anew is cheaper than following
_MANY = 1000  # changes read again and again from which on moving the stamp is worth a write
_WRITTEN = {"day": 10, "month": 7, "year": 4}  # letters of an ISO date that are known
_FIELDS = (
    "full_name", "birth_date", "sex", "personal_number", "father_name", "mother_name", "commune_code", "hamlet", "household_id",
)  # fmt: skip
_ASKING = Lock()  # encoding what is asked adds to the vocabulary of the index: one thread at a time
_OPEN: dict[Path, Index] = {}


def same_children(people: Sequence[Described], *, on: date) -> list[tuple[SameChild, ...]]:
    """For each person described the children of the register it may be, best first; empty when nobody comes near.

    Children whose records are closed on the day are left out. Whose scope a child is in, the asking page minds: here the whole register
    answers. A thousand people are asked about as one call.
    """
    units = _units(people)
    asked = [_described(person, units) for person in people]
    with _ASKING:
        found = _current().find_many(asked, most=MOST, least=_model().review)
    outlines = register.outlines([int(match.record_id) for matches in found for match in matches], on=on)
    return [tuple(_same(match, outlines) for match in matches if int(match.record_id) in outlines) for matches in found]


def refresh(*, again: bool = False) -> int:
    """Bring the index up to date and write it, `again` from nothing; how many children it holds. Asking brings it up to date by itself."""
    with _ASKING:
        if again:
            _OPEN.pop(_folder(), None)
            shutil.rmtree(_folder(), ignore_errors=True)
        return len(_current())


def _current() -> Index:
    """The index as the register stands, own writing of this transaction included."""
    folder = _folder()
    index, now = _opened(folder), register.position()
    if index is not None and _stale(index, now):
        index = None
    if index is None and not now.writing:
        return _brought_up(folder)
    index = index or Index.empty(_model())
    touched = register.changed(since=index.stamp)
    unknown = _unknown(touched, index)
    if now.writing:
        return index.overlaid(_changes(unknown)) if unknown else index
    return _brought_up(folder) if unknown or len(touched) > _MANY else index


def _brought_up(folder: Path) -> Index:
    """The index written up to date, by this process or by the one that held the lock before."""
    with Index.lock(folder):
        index, now = _opened(folder), register.position()
        unknown = _unknown(register.changed(since=index.stamp), index) if index is not None and not _stale(index, now) else {}
        if index is None or _stale(index, now) or len(unknown) > max(_MANY, len(index) // _REBUILD):
            ids, columns = _columns(register.linkage_rows_now())
            index = build(folder, read=columns.get, ids=ids, model=_model(), of=now.source, stamp=now.until)
        else:
            index.follow(_changes(unknown), stamp=now.until)
        if index.worth_compacting:
            index = index.compact()
        _OPEN[folder] = index
        return index


def _folder() -> Path:
    return Path(settings.DATA_DIR) / FOLDER / str(connection.settings_dict["NAME"])


def _stale(index: Index, now: Position) -> bool:
    """Made of another register, of this one before it was restored, or with another model."""
    return index.of != now.source or index.stamp > now.until or index.model.text != _model().text


def _opened(folder: Path) -> Index | None:
    """The index in the folder with what other processes wrote; None when there is none that can be read."""
    try:
        _OPEN[folder] = _OPEN[folder].refresh() if folder in _OPEN else Index.open(folder)
    except (BadIndex, OSError):
        _OPEN.pop(folder, None)
    return _OPEN.get(folder)


def _unknown(touched: Mapping[int, int], index: Index) -> dict[int, int]:
    """Changes the index has not taken in: the same child by the same transaction is known."""
    return {child: mark for child, mark in touched.items() if index.marks.get(str(child)) != mark}


def _changes(unknown: Mapping[int, int]) -> list[Change]:
    now = {row.child_id: _fields(row) for row in register.linkage_rows_now(unknown)}
    return [Change(str(child), now.get(child), mark) for child, mark in unknown.items()]


def _columns(rows: Iterable[LinkageRow]) -> tuple[pa.Array, dict[str, pa.Array]]:
    ids: list[str] = []
    columns: dict[str, list[str]] = {name: [] for name in _FIELDS}
    for row in rows:
        ids.append(str(row.child_id))
        for name, value in _fields(row).items():
            columns[name].append(value or "")
    return pa.array(ids, pa.string()), {name: pa.array(values, pa.string()) for name, values in columns.items()}


def _fields(row: LinkageRow) -> Fields:
    """A child of the register as the model reads it."""
    return {
        "full_name": row.full_name, "birth_date": row.birth_date.isoformat()[: _WRITTEN[str(row.birth_precision)]], "sex": row.sex,
        "personal_number": row.personal_number, "father_name": row.father_name, "mother_name": row.mother_name,
        "commune_code": row.unit_code, "hamlet": row.hamlet, "household_id": str(row.household_id),
    }  # fmt: skip


def _described(person: Described, codes: Mapping[int, str]) -> Fields:
    return {
        "full_name": person.full_name, "birth_date": _birth(person.birth), "sex": "" if person.sex is Sex.UNKNOWN else person.sex.label,
        "personal_number": person.personal_number, "father_name": person.father, "mother_name": person.mother,
        "commune_code": codes.get(person.unit_id or 0, ""), "hamlet": person.hamlet,
    }  # fmt: skip


def _same(match: Match, outlines: Mapping[int, Outline]) -> SameChild:
    grounds = [Ground(one.field, one.label, one.level, one.points) for one in match.why]
    return SameChild(
        int(match.record_id), outlines[int(match.record_id)].code, round(match.probability, 6), "link" if match.linked else "review",
        rules.reasons(grounds), other_name=rules.other_given_name(grounds),
    )  # fmt: skip


def _birth(birth: Birth | None) -> str:
    return birth.day.isoformat()[: _WRITTEN[str(Precision(birth.precision))]] if birth else ""


def _units(people: Sequence[Described]) -> dict[int, str]:
    return institutions.codes(person.unit_id for person in people if person.unit_id is not None)


@cache
def _model() -> Model:
    return load(MODEL)
