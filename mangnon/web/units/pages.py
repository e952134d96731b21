"""What the pages of units and agencies show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from mangnon.institutions import queries
from mangnon.institutions.records import Link, UnitRef
from mangnon.institutions.rules.sentences import lasted_until
from mangnon.institutions.rules.succession import Graph
from mangnon.institutions.vocabulary import Function, Kind, Level, Share, SuccessionKind
from mangnon.lib.vietnamese import long_date, number, short_date
from mangnon.web.templatetags.parts import Moment

UNVERIFIED = "chưa đối chiếu"


@dataclass(frozen=True)
class Fact:
    """One line of what an institution is."""

    label: str
    text: str
    url_of: int | None = None


@dataclass(frozen=True)
class Kin:
    """A predecessor or a successor as one row."""

    id: int
    name: str
    place: str
    share: str
    about: str
    since: date
    citation: str
    verified: bool
    later: str = ""


@dataclass(frozen=True)
class UnitPage:
    """One institution."""

    id: int
    name: str
    kind: str
    exists: bool
    sentence: str
    verified: bool
    note: str
    facts: tuple[Fact, ...]
    moments: tuple[Moment, ...]
    answers_to: tuple[Kin, ...]
    successors: tuple[Kin, ...]
    is_agency: bool


def unit_page(institution, *, on: date) -> UnitPage:  # type: ignore[no-untyped-def]  # a row of the institutions room
    """The page of an institution, seen on a day."""
    ref, graph = queries.as_ref(institution), queries.history(institution)
    return UnitPage(
        id=ref.id, name=ref.name, kind=_kind(institution), exists=ref.exists_on(on), sentence=_sentence(institution, ref, on),
        verified=ref.verified, note=institution.note, facts=tuple(_facts(institution, ref)), moments=_moments(graph, ref),
        answers_to=_answers_to(graph, ref), successors=_successors(institution, on), is_agency=ref.kind == Kind.AGENCY,
    )  # fmt: skip


def _kind(institution) -> str:  # type: ignore[no-untyped-def]
    return f"{Kind(institution.kind).label}, {Level(institution.level).label.lower()}"


def _sentence(institution, ref: UnitRef, on: date) -> str:  # type: ignore[no-untyped-def]
    """What it is, since when, by which act, in one sentence."""
    since = f"có từ {long_date(ref.first_day)}" if ref.first_day else "có từ trước khi có số liệu"
    by = f" theo {ref.citation}" if ref.citation else ""
    if ref.exists_on(on):
        return f"{_kind(institution)}; {since}{by}."
    ended = f" theo {ref.ended_by}" if ref.ended_by else ""
    return f"{_kind(institution)}; {since}{by}, đến hết ngày {lasted_until(ref)}{ended}."


def _facts(institution, ref: UnitRef) -> Iterable[Fact]:  # type: ignore[no-untyped-def]
    yield Fact("Mã" if ref.kind == Kind.UNIT else "Mã trong hệ thống", ref.code)
    if ref.parent_id:
        yield Fact("Thuộc", ref.parent_name, ref.parent_id)
    yield Fact("Từ ngày", short_date(ref.first_day) if ref.first_day else "trước khi có số liệu")
    if ref.end:
        yield Fact("Đến hết ngày", lasted_until(ref))
    if ref.citation:
        yield Fact("Căn cứ", ref.citation)
    if institution.functions:
        yield Fact("Lĩnh vực", "; ".join(Function(code).label for code in institution.functions))
    if institution.area_km2 is not None:
        yield Fact("Diện tích", f"{number(float(institution.area_km2), decimals=2)} km²")
    if institution.population is not None:
        yield Fact("Quy mô dân số", f"{number(institution.population)} người (đăng ký, tháng 7/2025)")
    if institution.seat:
        yield Fact("Trụ sở dự kiến", institution.seat)
    if institution.abbreviation:
        yield Fact("Ký hiệu văn bản", institution.abbreviation)
    if institution.also:
        yield Fact("Còn viết là", "; ".join(institution.also))
    if institution.reports_on_plan and ref.end is None:
        yield Fact("Báo cáo", "Gửi báo cáo năm thực hiện Kế hoạch 73/KH-UBND (mục V.1)")


def _moments(graph: Graph, ref: UnitRef) -> tuple[Moment, ...]:
    """What happened to the institution and to what it came from, newest first; one joint per day and successor."""
    line = _reach(ref.id, graph.into, "source_id") | _reach(ref.id, graph.out, "target_id")
    links = [link for group in graph.into.values() for link in group if {link.source_id, link.target_id} <= line]
    if ref.kind == Kind.UNIT:  # the district committees are answered by every commune: a row of the table, not a joint of the line
        links = [link for link in links if link.kind != SuccessionKind.DIVIDED]
    links.sort(key=lambda link: (link.on, link.target_id, link.function), reverse=True)
    moments = [
        Moment(when=short_date(on), text=_happened(graph, list(same)), at=on, who=citation)
        for (on, target, citation), same in groupby(links, key=lambda link: (link.on, _target_of(link), link.citation))
    ]
    ended_alone = ref.end and not graph.out[ref.id]
    if ended_alone and ref.end:
        moments.insert(0, Moment(when=short_date(ref.end - timedelta(days=1)), text=f"{ref.name} kết thúc.", at=ref.end, who=ref.ended_by))
    return tuple(moments)


def _reach(start: int, links: Mapping[int, Sequence[Link]], side: str) -> set[int]:
    """Everything on one side of an institution, through as many changes as there were."""
    found, frontier = {start}, [start]
    while frontier:
        near = {getattr(link, side) for key in frontier for link in links.get(key, ())} - found
        found |= near
        frontier = list(near)
    return found


def _target_of(link: Link) -> int:
    return 0 if link.kind in {SuccessionKind.DIVIDED, SuccessionKind.TRANSFERRED} else link.target_id


def _happened(graph: Graph, links: Sequence[Link]) -> str:
    """One change as a sentence."""
    sources = list(dict.fromkeys(graph.units[link.source_id].name for link in links))
    targets = list(dict.fromkeys(graph.units[link.target_id].name for link in links))
    first = links[0]
    if first.kind == SuccessionKind.DIVIDED:
        return f"{sources[0]} kết thúc; {number(len(targets))} xã, phường đảm nhiệm trên địa bàn mình."
    if first.kind == SuccessionKind.TRANSFERRED:
        moved = [f"{graph.units[link.target_id].name} ({_lower(Function(link.function).label)})" for link in links if link.function]
        return f"{sources[0]} chuyển chức năng cho {'; '.join(moved or targets)}."
    if first.kind == SuccessionKind.RENAMED and len(links) == 1:
        return f"{sources[0]} đổi tên thành {targets[0]}."
    if len(links) == 1 and sources == targets:
        return f"{targets[0]} tổ chức lại." if graph.units[first.target_id].kind == Kind.AGENCY else f"{targets[0]} tiếp tục."
    parts = [_with_share(graph, link) for link in links if link.source_id != link.target_id]
    told = f"{', '.join(parts)} nhập thành {targets[0]}." if len(parts) > 1 else f"{parts[0]} nhập vào {targets[0]}."
    return told[:1].upper() + told[1:]


def _with_share(graph: Graph, link: Link) -> str:
    name = graph.units[link.source_id].name
    return name if link.share_population == Share.WHOLE else f"một phần {name}"


def _answers_to(graph: Graph, ref: UnitRef) -> tuple[Kin, ...]:
    """Everything whose papers this institution answers today, nearest first, through as many changes as there were."""
    found: list[Kin] = []
    seen, frontier = {ref.id}, [(ref.id, "")]
    while frontier:
        target_id, via = frontier.pop(0)
        for link in sorted(graph.into[target_id], key=lambda link: _nearest(graph.units[link.source_id], ref)):
            source = graph.units[link.source_id]
            if source.id in seen:
                continue
            seen.add(source.id)
            found.append(_kin(source, link, later=via))
            frontier.append((source.id, source.name))
    return tuple(sorted(found, key=lambda kin: graph.units[kin.id].kind != ref.kind))


def _nearest(unit: UnitRef, ref: UnitRef) -> tuple[bool, str]:
    """Its own kind first: old wards before the district committees."""
    return unit.kind != ref.kind, unit.code


def _successors(institution, on: date) -> tuple[Kin, ...]:  # type: ignore[no-untyped-def]
    rows = []
    for link in queries.successors(institution):
        target = queries.as_ref(link.target)
        now = "" if target.exists_on(on) else queries.holder(target.id, on=on, function=link.function).name
        later = f"nay là {now}" if now and now != target.name else ""
        rows.append(_kin(target, link, later=later))
    return tuple(rows)


def _kin(unit: UnitRef, link, later: str) -> Kin:  # type: ignore[no-untyped-def]  # a link as a value or as a row
    share = "Trên địa bàn mình" if link.kind == SuccessionKind.DIVIDED else Share(link.share_population).label
    about = Function(link.function).label if link.function else "Mọi lĩnh vực"
    place = unit.parent_name if unit.level == Level.COMMUNE else ""
    return Kin(unit.id, unit.name, place, share, about, link.on, link.citation, link.verified, later)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
