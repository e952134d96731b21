"""What the pages of acts show."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mangnon.institutions import queries
from mangnon.institutions.records import Flaw, Tally
from mangnon.institutions.rules.sentences import act_label
from mangnon.institutions.vocabulary import ActState, ChangeKind, Function, Gravity, Kind, Level, Share
from mangnon.lib.vietnamese import number, short_date
from mangnon.web.templatetags.parts import Step, Tile

SHOWN = 200
PILLS = {
    ActState.DRAFT: "wait", ActState.CHECKED: "info", ActState.DECIDED: "soon", ActState.APPLIED: "ok", ActState.UNDONE: "idle",
}  # fmt: skip


@dataclass(frozen=True)
class ActLine:
    """One act in the list."""

    pk: int
    label: str
    title: str
    on: date
    state: str
    pill: str
    moved: str
    waiting: int


@dataclass(frozen=True)
class Part:
    """What one kind of thing does under an act: how many move, keep their name, wait; with the lists behind the numbers."""

    code: str
    label: str
    moved: int
    kept: int
    kept_label: str
    asked: int
    lines: tuple[Mapping[str, Any], ...]
    questions: tuple[Mapping[str, Any], ...]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return max(0, self.moved - sum(int(line["count"]) for line in self.lines))


@dataclass(frozen=True)
class Origin:
    """One old place under a new one."""

    pk: int
    row: int
    name: str
    place: str
    how: str
    pill: str
    about: str


@dataclass(frozen=True)
class Outcome:
    """One place after the act, with what came to it; or the places nothing follows."""

    name: str
    code: str
    is_new: bool
    url_of: int | None
    body: int | None
    origins: tuple[Origin, ...]


@dataclass(frozen=True)
class ActPage:
    """One act."""

    outcomes: tuple[Outcome, ...]
    ended: int
    made: int
    steps: tuple[Step, ...]
    flaws: tuple[Flaw, ...]
    stops: int
    parts: tuple[Part, ...]
    sentence: str
    asked: int
    tiles: tuple[Tile, ...]

    @property
    def moving(self) -> tuple[Part, ...]:
        """Kinds of things of which anything moves."""
        return tuple(part for part in self.parts if part.moved)

    @property
    def touched(self) -> tuple[Part, ...]:
        """Kinds of things the act touches at all."""
        return tuple(part for part in self.parts if part.moved or part.kept or part.asked)

    @property
    def untouched(self) -> str:
        """The other kinds in words."""
        return ", ".join(part.label for part in self.parts if part not in self.touched)


def act_lines() -> list[ActLine]:
    """Every act, the latest day first."""
    return [
        ActLine(
            pk=act.pk, label=act_label(act.number), title=act.title, on=act.on, state=ActState(act.state).label,
            pill=PILLS[ActState(act.state)], moved=_sentence(_kept_parts(act.preview)),
            waiting=act.waiting,  # type: ignore[attr-defined]  # counted by the query
        )
        for act in queries.acts()
    ]  # fmt: skip


def act_page(act: Any, *, on: date, flaws: Sequence[Flaw] | None = None) -> ActPage:
    """The page of an act on a day. A draft shows what is wrong; a checked one what would move now; a decided one what was seen then."""
    rows, bodies = list(queries.act_rows(act.pk)), list(queries.bodies(act.pk))
    if flaws is None and act.state in {ActState.DRAFT, ActState.CHECKED} and (rows or bodies):
        flaws = queries.check(act)
    stops = sum(1 for flaw in flaws or () if flaw.gravity == Gravity.STOP)
    live = act.state == ActState.CHECKED and not stops
    parts = _parts(queries.preview(act, on=on)) if live else _kept_parts(act.preview)
    outcomes = _outcomes(rows, bodies)
    return ActPage(
        outcomes=outcomes, ended=len(queries.as_row(act).ended), made=len(bodies), steps=_steps(act), flaws=tuple(flaws or ()),
        stops=stops, parts=parts, sentence=_sentence(parts), asked=sum(part.asked for part in parts), tiles=_tiles(outcomes),
    )  # fmt: skip


def _parts(tallies: Iterable[Tally]) -> tuple[Part, ...]:
    return tuple(
        Part(
            code=tally.follower, label=tally.label, moved=tally.moved, kept=tally.kept, kept_label=tally.kept_label, asked=len(tally.asked),
            lines=tuple({"what": one.what, "source": one.source, "target": one.target, "count": one.count} for one in tally.lines[:SHOWN]),
            questions=tuple({"label": one.label, "why": one.why} for one in tally.asked[:SHOWN]),
        )
        for tally in tallies
    )  # fmt: skip


def _kept_parts(preview: Mapping[str, Any]) -> tuple[Part, ...]:
    return tuple(
        Part(
            code=one["follower"], label=one["label"], moved=one["moved"], kept=one["kept"], kept_label=one["kept_label"],
            asked=one["asked_count"], lines=tuple(one["lines"]), questions=tuple(one["asked"]),
        )
        for one in preview.get("followers", ())
    )  # fmt: skip


def _sentence(parts: Iterable[Part]) -> str:
    """ "412 nhiệm vụ, 9 báo cáo, 31 tài khoản chuyển; 17 việc cần người quyết định"."""
    kept = list(parts)
    moved = ", ".join(f"{number(part.moved)} {part.label}" for part in kept if part.moved)
    asked = sum(part.asked for part in kept)
    told = f"{moved} chuyển" if moved else ""
    return "; ".join(part for part in (told, f"{number(asked)} việc cần người quyết định" if asked else "") if part)


def _steps(act: Any) -> tuple[Step, ...]:
    order = [ActState.DRAFT, ActState.CHECKED, ActState.DECIDED, ActState.APPLIED]
    state = ActState.APPLIED if act.state == ActState.UNDONE else ActState(act.state)
    at = order.index(state)
    details = ["thêm dòng, khai nơi mới", "không hở, không trùng", short_date(act.decided_at) if act.decided_at else "", short_date(act.on)]
    labels = ["Soạn", "Kiểm tra", "Quyết định", "Có hiệu lực"]
    done = at == len(order) - 1
    return tuple(
        Step(label, detail, "done" if place < at or done else "now" if place == at else "")
        for place, (label, detail) in enumerate(zip(labels, details, strict=True))
    )


def _outcomes(rows: Iterable[Any], bodies: Iterable[Any]) -> tuple[Outcome, ...]:
    """Rows grouped by where they lead, new communes first; what each takes on its own territory once; then what nothing follows."""
    found: dict[tuple[int, int], list[Any]] = defaultdict(list)
    divided: dict[int, Any] = {}
    shares: set[tuple[int, int]] = set()
    for row in rows:
        if row.kind == ChangeKind.DIVIDE:
            divided.setdefault(row.source_id, row)
            shares.add((row.target_body_id or 0, row.target_id or 0))
        else:
            found[row.target_body_id or 0, row.target_id or 0].append(row)
    outcomes = [
        Outcome(body.name, body.code, True, body.institution_id, body.pk, tuple(_origin(row) for row in found.pop((body.pk, 0), ())))
        for body in bodies
    ]
    for (_, target), leading in found.items():
        if target:
            one = leading[0].target
            outcomes.append(Outcome(one.name, one.code, False, one.pk, None, tuple(_origin(row) for row in leading)))
    if divided:
        name = f"{len(shares)} xã, phường, mỗi nơi trên địa bàn mình"
        outcomes.append(Outcome(name, "", False, None, None, tuple(_origin(row) for row in divided.values())))
    if gone := found.get((0, 0)):
        outcomes.append(Outcome("", "", False, None, None, tuple(_origin(row) for row in gone)))
    return tuple(outcomes)


def _origin(row: Any) -> Origin:
    part = row.share_population == Share.PART
    kind = ChangeKind(row.kind)
    about = [Function(row.function).label] if row.function else []
    about += [row.territory] if row.territory else []
    source = row.source
    return Origin(
        pk=source.pk, row=row.pk, name=source.name, place=source.parent.name if source.parent and source.level == Level.COMMUNE else "",
        how="Một phần" if part else _HOW[kind], pill="soon" if part else "idle", about="; ".join(about),
    )  # fmt: skip


_HOW = {
    ChangeKind.MERGE: "Nhập", ChangeKind.SPLIT: "Tách", ChangeKind.RENAME: "Đổi tên", ChangeKind.KEEP: "Giữ nguyên",
    ChangeKind.TRANSFER: "Chuyển chức năng", ChangeKind.DISSOLVE: "Giải thể", ChangeKind.DIVIDE: "Chia theo địa bàn",
    ChangeKind.ABOLISH: "Bãi bỏ", ChangeKind.RESTORE: "Lập lại",
}  # fmt: skip


def _tiles(outcomes: Iterable[Outcome]) -> tuple[Tile, ...]:
    """New communes on the tile map: in each square how many old ones came together. Nothing unless the act makes most of them."""
    by_code = {one.code: one for one in outcomes if one.is_new and one.code.isdigit()}
    squares = queries.tiles()
    known = [tile for tile in squares if tile.code in by_code]
    if len(known) < len(squares) // 2:
        return ()
    tiles = []
    for tile in squares:
        one = by_code.get(tile.code)
        units = [origin for origin in one.origins if origin.place] if one else []
        count = len(units)
        tiles.append(
            Tile(
                code=tile.code, name=one.name if one else tile.code, column=tile.column, row=tile.row, text=str(count) if one else "–",
                step=min(count, 5), url=f"#noi-{tile.code}" if one else "",
                title=f"{one.name}: từ {count} nơi ({', '.join(origin.name for origin in units)})" if one else "",
            )
        )  # fmt: skip
    return tuple(tiles)


def places(*, on: date) -> list[tuple[str, str]]:
    """Every unit and agency of a day for a list of suggestions: (what is written, what it is)."""
    return [
        (f"{one.name}, {one.parent.name} ({one.code})" if one.kind == Kind.UNIT and one.parent else f"{one.name} ({one.code})", one.code)
        for one in queries.existing(on=on)
    ]
