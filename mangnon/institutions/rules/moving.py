"""From the rows of an act to how things move: to one successor, each field to its own, each territory its own, or a person must choose."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from mangnon.institutions.records import ActRow, BodyRow, ChangeRow, Move, UnitRef
from mangnon.institutions.vocabulary import ChangeKind, Kind, Share


def move_of(act: ActRow, units: Mapping[int, UnitRef]) -> Move:
    """How things of institutions move by an act. `units` holds every institution its rows name."""
    whole: dict[int, int] = {}
    fields: dict[tuple[int, str], int] = {}
    divided: dict[int, tuple[int, ...]] = {}
    options: dict[int, tuple[int, ...]] = {}
    back: dict[tuple[int, int], int] = {}
    near: dict[int, int] = {}
    left: dict[int, int] = {}  # what nobody had placed still lies with the old place: it goes to the one declared anew
    bodies = {body.key: body for body in act.bodies}
    names = {key: unit.name for key, unit in units.items()} | {key: body.name for key, body in bodies.items()}
    for source, rows in _by_source(act.rows).items():
        targets = tuple(dict.fromkeys(row.target for row in rows if row.target is not None and row.target != source))
        restoring = [row for row in rows if row.kind == ChangeKind.RESTORE]
        for row in restoring:
            if row.origin is not None and row.target is not None:
                back[source, row.origin] = row.target
                if row.target != row.origin:
                    left[row.origin] = row.target
        if not targets or (restoring and source not in act.ended):
            continue
        if any(row.kind == ChangeKind.DIVIDE for row in rows):
            divided[source] = targets
        elif source not in act.ended:
            fields |= {(source, row.function): row.target for row in rows if row.target is not None and row.kind == ChangeKind.TRANSFER}
        elif _is_whole(units[source], rows, targets):
            whole[source] = _whole_target(rows, targets)
        else:
            fields |= {(source, row.function): row.target for row in rows if row.function and row.target is not None}
            options[source] = targets
            if nearest := _nearest(units[source], targets, units, bodies):
                near[source] = nearest
    return Move(
        act_id=act.id, label=act.label, on=act.on, ended=act.ended | frozenset(left), whole=left | whole, fields=fields, divided=divided,
        options=options, back=back, restores=act.restores, names=names, near=near,
    )  # fmt: skip


def _by_source(rows: Iterable[ChangeRow]) -> dict[int, list[ChangeRow]]:
    found: dict[int, list[ChangeRow]] = defaultdict(list)
    for row in rows:
        found[row.source].append(row)
    return found


def _is_whole(source: UnitRef, rows: list[ChangeRow], targets: tuple[int, ...]) -> bool:
    """People decide, not land; an agency whose fields all went to one is whole too."""
    if len(targets) == 1:
        return True
    if source.kind == Kind.UNIT:
        return any(row.share == Share.WHOLE for row in rows)
    return sum(1 for row in rows if not row.function) == 1 and all(row.kind == ChangeKind.RESTORE for row in rows)


def _whole_target(rows: list[ChangeRow], targets: tuple[int, ...]) -> int:
    people = [row.target for row in rows if row.share == Share.WHOLE and not row.function and row.target in targets]
    return people[0] if people and people[0] is not None else targets[0]


def _nearest(source: UnitRef, targets: tuple[int, ...], units: Mapping[int, UnitRef], bodies: Mapping[int, BodyRow]) -> int | None:
    """The part that goes on under the same code or name, if one does: a suggestion to begin with, never an answer."""
    for target in targets:
        one = bodies.get(target) or units.get(target)
        if one and source.kind == Kind.UNIT and (one.code == source.code or one.bare_key == source.bare_key):
            return target
    return None
