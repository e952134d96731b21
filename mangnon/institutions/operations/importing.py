"""Rows of an act from a file: codes and names become institutions of the day; new ones the file names are declared."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction

from mangnon.audit.records import Who
from mangnon.institutions.formats import act_table
from mangnon.institutions.formats.folder import BadFiles
from mangnon.institutions.models import Change, Institution
from mangnon.institutions.operations import drafting
from mangnon.institutions.queries import agency_named
from mangnon.institutions.records import InstitutionRow, LinkRow, Problem
from mangnon.institutions.rules import names, sentences
from mangnon.institutions.vocabulary import ChangeKind, Kind, Level, SuccessionKind

KINDS: dict[str, ChangeKind] = {
    SuccessionKind.MERGED: ChangeKind.MERGE, SuccessionKind.SPLIT: ChangeKind.SPLIT, SuccessionKind.RENAMED: ChangeKind.RENAME,
    SuccessionKind.KEPT: ChangeKind.KEEP, SuccessionKind.TRANSFERRED: ChangeKind.DISSOLVE, SuccessionKind.DIVIDED: ChangeKind.DIVIDE,
}  # fmt: skip
TYPES = {"phường": "Phường", "xã": "Xã", "thị": "Thị trấn", "đặc": "Đặc khu"}


@transaction.atomic
def import_rows(*, act_id: int, content: bytes, name: str, by: Who, at: datetime) -> int:
    """Add the rows of a file (CSV, XLSX) to a draft: all or nothing. How many.

    A successor that does not exist on the day is declared as new. An agency that loses one field but not all of them goes on.
    Raises drafting.ActIsDecided, BadFiles, tables.UnreadableFile.
    """
    act = drafting.open_act(act_id)
    links = act_table.read(content, name=name, on=act.on)
    problems: list[Problem] = []
    sources = [_source(link, act.on, problems) for link in links]
    abolished = set(act.changes.filter(kind=ChangeKind.ABOLISH).values_list("source_id", flat=True))
    ended = {source.pk for link, source in zip(links, sources, strict=True) if source and not _goes_on(link, source, links)}
    ended -= {source.pk for link, source in zip(links, sources, strict=True) if source and _stays(link, source, abolished)}
    declared = {(body.kind, body.code) for body in act.bodies.all()}
    new: dict[tuple[str, str], InstitutionRow] = {}
    rows: list[Change] = []
    first = drafting.next_position(act)
    for offset, (link, source) in enumerate(zip(links, sources, strict=True)):
        if source is None:
            continue
        target, key = _target(link, act.on, ended, declared, new, problems)
        kind = ChangeKind.TRANSFER if link.kind == SuccessionKind.TRANSFERRED and source.pk not in ended else KINDS[link.kind]
        rows.append(
            drafting.row(
                position=first + offset, kind=kind, source=source, target=target, body_key=key, function=link.function,
                share_area=link.share_area, share_population=link.share_population,
                citation=link.citation or sentences.act_label(act.number), verified=link.verified, note=link.note,
            )
        )  # fmt: skip
    if problems:
        raise BadFiles(problems)
    drafting.write(act, new.values(), rows)
    drafting.touched(act, by=by, at=at, what="file", rows=len(rows))
    return len(rows)


def _source(link: LinkRow, on: date, problems: list[Problem]) -> Institution | None:
    day = on - timedelta(days=1)
    if link.source_code:
        found = (
            Institution.objects.filter(kind=link.source_kind, code=link.source_code, valid__contains=day).select_related("parent").first()
        )
    else:
        found = agency_named(link.source_name, on=day)
    column = "old_code" if link.source_kind == Kind.UNIT else "source_code" if link.source_code else "seed_agency"
    said = link.source_code or link.source_name
    if found is None or day not in found.valid:
        problems.append(Problem(link.file, link.line, column, f"Không có nơi nào là “{said}” vào ngày {day:%d/%m/%Y}. Xem lại mã, tên."))
        return None
    if link.source_name and link.source_kind == Kind.UNIT and names.match_key(found.name) != names.match_key(link.source_name):
        what = f"Mã {link.source_code} vào ngày {day:%d/%m/%Y} là {found.name}, không phải {link.source_name}. Sửa mã hoặc tên."
        problems.append(Problem(link.file, link.line, "old_name", what))
    return found


def _goes_on(link: LinkRow, source: Institution, links: Sequence[LinkRow]) -> bool:
    """An agency some of whose fields pass while nobody is given the others goes on with those."""
    if link.kind != SuccessionKind.TRANSFERRED or not link.function:
        return False
    passed = {one.function for one in links if (one.source_code, one.source_name) == (link.source_code, link.source_name)}
    return "" not in passed and bool(set(source.functions) - passed)


def _stays(link: LinkRow, source: Institution, abolished: set[int]) -> bool:
    """A row of a unit to itself, under a parent that goes on: the same unit, now larger."""
    same = (link.source_kind, link.source_code) == (link.target_kind, link.target_code) and _same(link.source_name, link.target_name)
    return same and bool(link.source_code) and source.parent_id not in abolished


def _target(
    link: LinkRow, on: date, ended: set[int], declared: set[tuple[str, str]], new: dict[tuple[str, str], InstitutionRow],
    problems: list[Problem],
) -> tuple[Institution | None, tuple[str, str] | None]:  # fmt: skip
    """The institution that goes on through the day, or the key of one the act makes."""
    key = (link.target_kind, link.target_code)
    if key in declared or key in new:
        return None, key
    if link.target_code:
        found = Institution.objects.filter(kind=link.target_kind, code=link.target_code, valid__contains=on).first()
    else:
        found = agency_named(link.target_name, on=on)
        found = found if found and on in found.valid else None
    if found and found.pk not in ended and (not link.target_name or found.kind == Kind.AGENCY or _same(found.name, link.target_name)):
        return found, None
    column = "new_name" if link.target_kind == Kind.UNIT else "target_code" if link.target_code else "successor_now"
    if link.target_kind == Kind.AGENCY:
        said = link.target_code or link.target_name
        problems.append(Problem(link.file, link.line, column, f"Không có cơ quan “{said}” vào ngày {on:%d/%m/%Y}. Khai nơi mới trước."))
        return None, None
    type_label = TYPES.get(link.target_name.split(" ")[0].lower(), "")
    if not type_label or not link.target_code:
        what = f"Nơi mới “{link.target_name}” cần mã 5 chữ số và loại (Phường, Xã). Điền cả hai."
        problems.append(Problem(link.file, link.line, column, what))
        return None, None
    new[key] = InstitutionRow(
        file=link.file, line=link.line, kind=Kind.UNIT, level=Level.COMMUNE, code=link.target_code, name=link.target_name,
        bare_name=names.bare_name(link.target_name, type_label), type_label=type_label, parent_code=link.target_province, first_day=None,
        last_day=None, citation=link.citation, verified=link.verified,
    )  # fmt: skip
    return None, key


def _same(one: str, other: str) -> bool:
    return names.match_key(one) == names.match_key(other)
