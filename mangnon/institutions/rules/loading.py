"""What a folder of files changes against what is known: spans to add, spans to close, links to add; and what contradicts.

Facts are never overwritten: a known span keeps its name and act; a file may only close it or add what follows.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from mangnon.institutions.records import Files, InstitutionRow, LinkRow, Problem, UnitRef
from mangnon.institutions.rules.names import match_key
from mangnon.institutions.vocabulary import Kind, SuccessionKind
from mangnon.lib.vietnamese import short_date

DAY = timedelta(days=1)
type Key = tuple[str, str, date | None]  # (kind, code, first day): what a span is called


@dataclass(frozen=True)
class Span:
    """One span, known or about to be."""

    kind: str
    code: str
    name: str
    first_day: date | None
    end: date | None
    parent_code: str = ""
    bare_key: str = ""

    @property
    def key(self) -> Key:
        return self.kind, self.code, self.first_day

    def covers(self, day: date) -> bool:
        return (self.first_day is None or self.first_day <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: "Span") -> bool:
        return _starts_before_end(self, other) and _starts_before_end(other, self)


@dataclass(frozen=True)
class InstitutionPlan:
    """Spans to add, in order; ends of known spans; all spans after the load, by (kind, code)."""

    add: tuple[InstitutionRow, ...]
    close: dict[Key, date]
    unchanged: int
    spans: dict[tuple[str, str], list[Span]]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class LinkPlan:
    """Links to add with the spans they join."""

    add: tuple[tuple[Key, Key, LinkRow], ...]
    unchanged: int
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def as_of(files: Files, day: date) -> Files:
    """The files as they would have been on a day: nothing of what began, ended or passed on later."""
    rows = [
        replace(row, last_day=None, ended_by="") if row.last_day and row.last_day >= day else row
        for row in files.institutions
        if row.first_day is None or row.first_day <= day
    ]
    return replace(files, institutions=tuple(rows), links=tuple(link for link in files.links if link.on <= day))


def plan_institutions(known: Iterable[UnitRef], rows: Sequence[InstitutionRow]) -> InstitutionPlan:
    """Compare rows with what is known. Rows of later files that repeat earlier ones count as known."""
    spans: dict[Key, Span] = {}
    for unit in known:
        spans[unit.kind, unit.code, unit.first_day] = Span(
            unit.kind, unit.code, unit.name, unit.first_day, unit.end, unit.parent_code, unit.bare_key
        )
    stored = set(spans)
    add: list[InstitutionRow] = []
    close: dict[Key, date] = {}
    problems: list[Problem] = []
    unchanged = 0
    for row in rows:
        end = row.last_day + DAY if row.last_day else None
        span = Span(row.kind, row.code, row.name, row.first_day, end, row.parent_code, match_key(row.bare_name))
        before = spans.get(span.key)
        if row.first_day and row.last_day and row.last_day < row.first_day:
            problems.append(Problem(row.file, row.line, "valid_to", "Ngày cuối trước ngày đầu. Xem lại hai ngày."))
        elif before is None:
            spans[span.key] = span
            add.append(row)
        elif match_key(before.name) != match_key(row.name):
            problems.append(
                Problem(
                    row.file,
                    row.line,
                    "name",
                    f"Mã {row.code} cùng ngày bắt đầu đã là “{before.name}”, không phải “{row.name}”. Xem lại mã.",
                )
            )
        elif before.end is None and span.end is not None:
            spans[span.key] = replace(before, end=span.end)
            if span.key in stored:
                close[span.key] = span.end
        else:
            unchanged += 1
    grouped: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for span in spans.values():
        grouped[span.kind, span.code].append(span)
    for group in grouped.values():
        group.sort(key=lambda span: span.first_day or date.min)
    add = [_with_final_end(row, spans) for row in add]
    problems += _overlaps(add, grouped)
    problems += [problem for row in add if row.parent_code and (problem := _no_parent(row, grouped))]
    return InstitutionPlan(tuple(add), close, unchanged, grouped, tuple(problems))


def parent_key(row: InstitutionRow, spans: dict[tuple[str, str], list[Span]]) -> Key | None:
    """The span of the parent's code in which this one begins; for one without a first day, the earliest that overlaps it."""
    own = Span(row.kind, row.code, row.name, row.first_day, row.last_day + DAY if row.last_day else None)
    found = [span for span in spans.get((row.kind, row.parent_code), ()) if span.overlaps(own)]
    return found[0].key if found else None


def plan_links(rows: Sequence[LinkRow], spans: dict[tuple[str, str], list[Span]], known: set[tuple[Key, Key, date, str]]) -> LinkPlan:
    """Join each link to the span that ended (or went on) the day before and the span that exists on the day itself.

    The national table has a few links whose code and name disagree: where the name is that of another unit of the same district, the
    name is taken; elsewhere the code is (spellings differ). Each is told as a warning.
    """
    add: list[tuple[Key, Key, LinkRow]] = []
    problems: list[Problem] = []
    warnings: list[Problem] = []
    unchanged = 0
    seen = set(known)
    by_name = _by_name(spans)
    for row in rows:
        source = _side(row, "old", spans, by_name, problems, warnings)
        target = _side(row, "new", spans, by_name, problems, warnings)
        if source is None or target is None:
            continue
        mark = (source.key, target.key, row.on, row.function)
        if mark in seen:
            unchanged += 1
        else:
            seen.add(mark)
            add.append((source.key, target.key, row))
    return LinkPlan(tuple(add), unchanged, tuple(problems), tuple(warnings))


def continuations(spans: dict[tuple[str, str], list[Span]], linked: Collection[Key]) -> list[tuple[Key, Key, LinkRow]]:
    """Units that went on under the same code and name (a xã became a phường, a district moved to another province).

    The tables of the country give no link for them, and their dated lists have gaps; the same code with the same name is the same place.
    Kept as unverified, with a note saying so.
    """
    found = []
    for group in spans.values():
        for before, after in pairwise(group):
            if before.kind != Kind.UNIT or before.bare_key != after.bare_key or before.key in linked or after.first_day is None:
                continue
            row = LinkRow(
                file="", line=0, source_kind=before.kind, source_code=before.code, source_name=before.name, source_district="",
                target_kind=after.kind, target_code=after.code, target_name=after.name, target_province="", on=after.first_day,
                kind=SuccessionKind.KEPT, verified=False,
                note="Cùng mã, cùng tên" + (", liền ngày." if before.end == after.first_day else ", danh mục có quãng trống."),
            )  # fmt: skip
            found.append((before.key, after.key, row))
    return found


def _side(row: LinkRow, side: str, spans: dict, by_name: dict, problems: list[Problem], warnings: list[Problem]) -> Span | None:  # type: ignore[type-arg]
    if side == "old":
        kind, code, name, place, day = row.source_kind, row.source_code, row.source_name, row.source_district, row.on - DAY
    else:
        kind, code, name, place, day = row.target_kind, row.target_code, row.target_name, row.target_province, row.on
    found = next((span for span in spans.get((kind, code), ()) if span.covers(day)), None)

    def told(column: str, message: str) -> Problem:
        return Problem(row.file, row.line, f"{side}_{column}", message)

    if name and (found is None or match_key(found.name) != match_key(name)):
        others = [span for span in by_name.get((kind, place, match_key(name)), ()) if span.covers(day)]
        if len(others) == 1:
            warnings.append(told("code", f"Mã “{code}” không phải mã của {name}; lấy {others[0].name} ({others[0].code})."))
            return others[0]
        if found is not None:
            warnings.append(told("name", f"“{name}” viết khác danh mục: mã {code} là {found.name}; lấy theo mã."))
    if found is None:
        problems.append(told("code", f"Không có đơn vị, cơ quan mã “{code}” vào ngày {short_date(day)}. Nạp đơn vị này trước."))
    return found


def _by_name(spans: dict[tuple[str, str], list[Span]]) -> dict[tuple[str, str, str], list[Span]]:
    index: dict[tuple[str, str, str], list[Span]] = defaultdict(list)
    for group in spans.values():
        for span in group:
            index[span.kind, span.parent_code, match_key(span.name)].append(span)
    return index


def _with_final_end(row: InstitutionRow, spans: dict[Key, Span]) -> InstitutionRow:
    end = spans[row.kind, row.code, row.first_day].end
    last = end - DAY if end else None
    if last == row.last_day:
        return row
    return replace(row, last_day=last)


def _overlaps(rows: Iterable[InstitutionRow], grouped: dict[tuple[str, str], list[Span]]) -> list[Problem]:
    found = []
    for row in rows:
        group = grouped[row.kind, row.code]
        if len(group) == 1:
            continue
        own = Span(row.kind, row.code, row.name, row.first_day, row.last_day + DAY if row.last_day else None)
        for other in group:
            if other.key != own.key and other.overlaps(own):
                message = f"Mã {row.code} trong thời gian này đã là “{other.name}”. Ghi thêm ngày cuối của đơn vị cũ, hoặc sửa ngày."
                found.append(Problem(row.file, row.line, "valid_from", message))
                break
    return found


def _no_parent(row: InstitutionRow, spans: dict[tuple[str, str], list[Span]]) -> Problem | None:
    if parent_key(row, spans):
        return None
    message = f"Không có đơn vị cấp trên mã “{row.parent_code}” trong thời gian này. Nạp đơn vị đó trước."
    return Problem(row.file, row.line, "parent_code", message)


def _starts_before_end(one: Span, other: Span) -> bool:
    return one.first_day is None or other.end is None or one.first_day < other.end
