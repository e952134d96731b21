"""What is wrong with an act before anybody decides it: gaps, overlaps, no successor, dates, codes borne before, cycles.

Each fault is a sentence: where, what, what to do. Nothing here changes anything.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mangnon.institutions.records import ActRow, BodyRow, ChangeRow, Flaw, UnitRef
from mangnon.institutions.vocabulary import ChangeKind, Function, Gravity, Kind, Level, Share
from mangnon.lib.vietnamese import short_date


@dataclass(frozen=True)
class World:
    """What is known beside the act: every institution its rows name, who bears the codes and names of the new ones, who stands under
    what ends, which later act has already touched an institution.
    """

    units: Mapping[int, UnitRef]
    bearers: tuple[UnitRef, ...] = ()  # every span, of any time, with the code or the name of a body
    under: tuple[UnitRef, ...] = ()  # institutions existing on the day whose parent ends
    later: Mapping[int, str] = None  # type: ignore[assignment]  # institution → the act of a later day that stands already

    def name(self, key: int | None, act: ActRow) -> str:
        if key is None:
            return ""
        if key < 0:
            return next((body.name for body in act.bodies if body.key == key), "")
        return self.units[key].name


def check(act: ActRow, world: World) -> tuple[Flaw, ...]:
    """Every fault, those that must be mended first, in the order of rows."""
    found = [
        *_empty(act), *_dates(act, world), *_sides(act, world), *_gaps(act, world), *_overlaps(act, world), *_cycles(act, world),
        *_codes(act, world), *_under(act, world), *_bodies(act, world), *_later(act, world),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda flaw: (flaw.gravity != Gravity.STOP, flaw.position or 0)))


def stops(flaws: Iterable[Flaw]) -> tuple[Flaw, ...]:
    """Those that keep an act from being decided."""
    return tuple(flaw for flaw in flaws if flaw.gravity == Gravity.STOP)


def _empty(act: ActRow) -> Iterator[Flaw]:
    if not act.rows and not act.bodies:
        yield Flaw(Gravity.STOP, "Bảng sắp xếp", "Chưa có dòng nào.", "Thêm dòng từ nơi cũ đến nơi mới, hoặc nhập tệp.")


def _dates(act: ActRow, world: World) -> Iterator[Flaw]:
    if act.issued_on and act.issued_on > act.on:
        what = f"Ban hành ngày {short_date(act.issued_on)}, sau ngày có hiệu lực {short_date(act.on)}."
        yield Flaw(Gravity.NOTE, "Văn bản", what, "Xem lại hai ngày; nếu đúng vậy thì giữ nguyên.")
    for row in act.rows:
        source = world.units[row.source]
        if source.first_day and source.first_day >= act.on:
            what = f"Chỉ có từ ngày {short_date(source.first_day)}, không trước ngày {short_date(act.on)}."
            yield _flaw(row, source.name, what, "Chọn nơi đang có trước ngày hiệu lực.")
        elif source.end and source.end < act.on:
            what = f"Đã kết thúc ngày {short_date(source.end - timedelta(days=1))}, trước ngày {short_date(act.on)}."
            yield _flaw(row, source.name, what, "Chọn nơi đang có vào ngày liền trước, hoặc sửa ngày hiệu lực.")


def _sides(act: ActRow, world: World) -> Iterator[Flaw]:
    keys = {body.key for body in act.bodies}
    for row in act.rows:
        source = world.units[row.source]
        if row.target is None:
            if row.kind != ChangeKind.ABOLISH:
                yield _flaw(row, source.name, "Chưa ghi nơi tiếp nhận.", "Chọn nơi tiếp nhận, hoặc chọn “Bãi bỏ, không có nơi tiếp nhận”.")
            continue
        if row.kind == ChangeKind.ABOLISH:
            yield _flaw(row, source.name, "Bãi bỏ mà vẫn ghi nơi tiếp nhận.", "Bỏ nơi tiếp nhận, hoặc chọn hình thức khác.")
        if row.target < 0:
            if row.target not in keys:
                yield _flaw(row, source.name, "Nơi tiếp nhận không có trong văn bản này.", "Khai nơi mới trong văn bản rồi chọn lại.")
            continue
        target = world.units[row.target]
        if target.id in act.ended and target.id != source.id:
            what = f"Nơi tiếp nhận {target.name} cũng kết thúc ngày {short_date(act.on)}."
            yield _flaw(row, source.name, what, f"Chọn nơi tiếp nhận cuối cùng, không phải {target.name}.")
        elif not target.exists_on(act.on) and target.id not in act.ended:
            what = f"Nơi tiếp nhận {target.name} không có vào ngày {short_date(act.on)}."
            yield _flaw(row, source.name, what, "Chọn nơi đang có vào ngày hiệu lực, hoặc khai nơi mới.")


def _gaps(act: ActRow, world: World) -> Iterator[Flaw]:
    """Every field and every part of what ends must go somewhere."""
    for source, rows in _by_source(act).items():
        unit = world.units[source]
        if source not in act.ended or all(row.kind == ChangeKind.RESTORE for row in rows):
            continue
        if any(row.kind == ChangeKind.ABOLISH for row in rows):
            if len(rows) > 1:
                yield _flaw(rows[0], unit.name, "Vừa bãi bỏ vừa có nơi tiếp nhận.", "Giữ một trong hai.")
            elif unit.kind == Kind.UNIT and unit.level == Level.COMMUNE:
                yield _flaw(rows[0], unit.name, "Kết thúc mà người dân không thuộc về đâu.", "Ghi xã, phường tiếp nhận.")
            elif unit.kind == Kind.AGENCY and unit.functions:
                left = ", ".join(Function(one).label.lower() for one in unit.functions)
                yield _flaw(rows[0], unit.name, f"Bãi bỏ mà lĩnh vực còn lại không ai nhận: {left}.", "Ghi nơi tiếp nhận từng lĩnh vực.")
            continue
        if unit.kind == Kind.AGENCY:
            taken = {row.function for row in rows}
            missing = [Function(one).label.lower() for one in unit.functions if one not in taken] if "" not in taken else []
            if missing:
                what = f"Chưa ai nhận: {'; '.join(missing)}."
                yield _flaw(rows[0], unit.name, what, "Thêm dòng cho từng lĩnh vực, hoặc một dòng cho mọi lĩnh vực còn lại.")
        elif not any(row.share == Share.WHOLE for row in rows):
            parts = {row.target for row in rows if row.share == Share.PART}
            if len(parts) < 2 and not any(row.kind == ChangeKind.DIVIDE for row in rows):
                yield _flaw(rows[0], unit.name, "Mới ghi một phần; phần còn lại chưa thuộc về đâu.", "Thêm dòng cho phần còn lại.")


def _overlaps(act: ActRow, world: World) -> Iterator[Flaw]:
    for source, rows in _by_source(act).items():
        unit = world.units[source]
        if any(row.kind == ChangeKind.DIVIDE for row in rows):
            continue
        yield from _twice(unit, rows)
        wholes = [row for row in rows if row.share == Share.WHOLE and row.kind != ChangeKind.RESTORE]
        for function in dict.fromkeys(row.function for row in wholes):
            same = [row for row in wholes if row.function == function]
            targets = dict.fromkeys(row.target for row in same)
            if len(targets) > 1:
                about = f"lĩnh vực {Function(function).label.lower()}" if function else "toàn bộ"
                names = " và ".join(world.name(target, act) for target in targets)
                yield _flaw(
                    same[1], unit.name, f"Giao {about} cho cả {names}.", "Mỗi lĩnh vực, địa bàn chỉ có một nơi tiếp nhận: bỏ bớt dòng."
                )
        parts = [row for row in rows if row.share == Share.PART and not row.function]
        if parts and any(not row.function for row in wholes) and unit.kind == Kind.UNIT:
            yield _flaw(parts[0], unit.name, "Đã giao toàn bộ dân số cho nơi khác mà còn giao một phần.", "Sửa phần dân số của một dòng.")
        for territory, times in Counter(row.territory.lower() for row in parts if row.territory).items():
            if times > 1:
                row = next(row for row in parts if row.territory.lower() == territory)
                yield _flaw(row, unit.name, f"Địa bàn “{row.territory}” giao cho hơn một nơi.", "Giữ một nơi tiếp nhận cho địa bàn này.")


def _twice(unit: UnitRef, rows: Sequence[ChangeRow]) -> Iterator[Flaw]:
    times = Counter((row.target, row.function) for row in rows if row.target is not None)
    for row in rows:
        if row.target is not None and times[row.target, row.function] > 1:
            yield _flaw(row, unit.name, "Ghi hai dòng như nhau.", "Bỏ một dòng.")
            return


def _cycles(act: ActRow, world: World) -> Iterator[Flaw]:
    onward: dict[int, set[int]] = defaultdict(set)
    for row in act.rows:
        if row.target is not None and row.target != row.source and row.kind != ChangeKind.RESTORE:
            onward[row.source].add(row.target)
    done: set[int] = set()
    for start in list(onward):
        path: list[int] = []
        here: int | None = start
        while here is not None and here not in path and here not in done:
            path.append(here)
            here = next(iter(sorted(onward.get(here, ()))), None)
        if here is not None and here in path:
            ring = [*path[path.index(here) :], here]
            names = " → ".join(world.name(key, act) for key in ring)
            row = next(row for row in act.rows if row.source == here)
            yield _flaw(row, world.name(here, act), f"Các dòng đi vòng tròn: {names}.", "Xem lại chiều của từng dòng.")
        done |= set(path)


def _codes(act: ActRow, world: World) -> Iterator[Flaw]:
    """A code is not an identity over time: whoever bears it on the day, and whoever bore it before, is told."""
    for body in act.bodies:
        own = {row.source for row in act.rows if row.target == body.key}
        for one in world.bearers:
            if (one.kind, one.code) == (body.kind, body.code):
                if one.exists_on(act.on) and one.id not in act.ended:
                    what = f"Mã {body.code} vào ngày {short_date(act.on)} đang là của {one.name}."
                    yield Flaw(Gravity.STOP, body.name, what, f"Ghi dòng kết thúc {one.name}, hoặc dùng mã khác.")
                elif one.first_day and one.first_day > act.on:
                    yield Flaw(
                        Gravity.STOP, body.name, f"Mã {body.code} từ ngày {short_date(one.first_day)} là của {one.name}.", "Dùng mã khác."
                    )
                elif one.bare_key != body.bare_key and one.end == act.on:
                    yield Flaw(Gravity.NOTE, body.name, _reuse(body, one, act.on), _dated(act.on))
            elif one.bare_key == body.bare_key and one.kind == body.kind == Kind.UNIT and one.id not in own and one.end == act.on:
                what = f"Trùng tên {_placed(one)} ({one.code}), nơi không nhập vào đây."
                yield Flaw(Gravity.NOTE, body.name, what, _dated(act.on))
    seen = Counter((body.kind, body.code) for body in act.bodies)
    for (_, code), times in seen.items():
        if times > 1:
            yield Flaw(Gravity.STOP, f"Mã {code}", "Hai nơi mới cùng một mã.", "Sửa mã của một nơi.")


def _reuse(body: BodyRow, before: UnitRef, on: date) -> str:
    return f"Mã {body.code} đến hết ngày {short_date(on - timedelta(days=1))} là của {_placed(before)}."


def _dated(on: date) -> str:
    return f"Không phải sửa: giấy tờ trước ngày {short_date(on)} vẫn hiểu theo nơi cũ."


def _under(act: ActRow, world: World) -> Iterator[Flaw]:
    """Nothing may be left under a unit that has ended."""
    codes = {(body.kind, body.code) for body in act.bodies}
    for one in world.under:
        if one.id in act.ended or (one.kind, one.parent_code) in codes:
            continue
        what = f"Còn {one.name} ({one.code}) trực thuộc sau ngày {short_date(act.on)}."
        yield Flaw(Gravity.STOP, one.parent_name, what, f"Ghi dòng cho {one.name}, hoặc nơi mới giữ mã {one.parent_code}.")


def _bodies(act: ActRow, world: World) -> Iterator[Flaw]:
    reached = {row.target for row in act.rows}
    for body in act.bodies:
        if body.key not in reached:
            yield Flaw(Gravity.NOTE, body.name, "Không dòng nào dẫn đến nơi mới này.", "Nếu thành lập hoàn toàn mới thì giữ nguyên.")


def _later(act: ActRow, world: World) -> Iterator[Flaw]:
    for key, label in sorted((world.later or {}).items()):
        what = f"Đã có {label} sau ngày {short_date(act.on)}."
        yield Flaw(Gravity.STOP, world.units[key].name, what, "Hủy bỏ văn bản sau trước, hoặc sửa ngày hiệu lực.")


def _by_source(act: ActRow) -> dict[int, list[ChangeRow]]:
    found: dict[int, list[ChangeRow]] = defaultdict(list)
    for row in act.rows:
        found[row.source].append(row)
    return found


def _placed(unit: UnitRef) -> str:
    return f"{unit.name}, {unit.parent_name}" if unit.parent_name and unit.level == Level.COMMUNE else unit.name


def _flaw(row: ChangeRow, where: str, what: str, todo: str) -> Flaw:
    return Flaw(Gravity.STOP, f"Dòng {row.position}, {where}", what, todo, row.position)
