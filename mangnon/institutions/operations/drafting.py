"""Drafting an act: its paper, the institutions it makes, its rows. Every change takes it back to a draft; a decided act stays as it is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.institutions.models import Body, Change, Institution, Reorganisation
from mangnon.institutions.records import InstitutionRow
from mangnon.institutions.rules import act_states, sentences
from mangnon.institutions.vocabulary import ActState, ChangeKind, Function, Kind, Level, Share
from mangnon.lib import vietnamese
from mangnon.lib.refusals import Refusal


class ActIsDecided(Refusal):
    """The act has been decided: only another act undoes it."""


class NotComplete(Refusal):
    """A field without which the act, the row or the new institution cannot stand."""


class AlreadyDeclared(Refusal):
    """The act declares an institution with this code already."""


@transaction.atomic
def draft(
    *, number: str, title: str, on: date, by: Who, at: datetime, issuer: str = "", issued_on: date | None = None, note: str = ""
) -> Reorganisation:
    """Begin an act. Raises NotComplete."""
    number, title = vietnamese.clean(number), vietnamese.clean(title)
    if not number or not title:
        raise NotComplete("Văn bản cần số, ký hiệu và trích yếu. Ghi cả hai.")
    act = Reorganisation.objects.create(
        number=number, title=title, on=on, issuer=vietnamese.clean(issuer), issued_on=issued_on, note=vietnamese.clean(note),
        drafted_by=by.id, drafted_at=at,
    )  # fmt: skip
    audit.record(act=Act.ACT_DRAFTED, subject=subject_of(act), by=by, at=at, details={"on": str(on)})
    return act


@transaction.atomic
def amend(
    *,
    act_id: int,
    number: str,
    title: str,
    on: date,
    by: Who,
    at: datetime,
    issuer: str = "",
    issued_on: date | None = None,
    note: str = "",
) -> Reorganisation:
    """Correct the paper of a draft. Raises ActIsDecided, NotComplete."""
    act = open_act(act_id)
    number, title = vietnamese.clean(number), vietnamese.clean(title)
    if not number or not title:
        raise NotComplete("Văn bản cần số, ký hiệu và trích yếu. Ghi cả hai.")
    act.number, act.title, act.on, act.issued_on = number, title, on, issued_on
    act.issuer, act.note = vietnamese.clean(issuer), vietnamese.clean(note)
    touched(act, by=by, at=at, what="paper")
    return act


@transaction.atomic
def declare_body(
    *, act_id: int, kind: str, level: str, code: str, name: str, by: Who, at: datetime, type_label: str = "", parent_code: str = "",
    functions: Sequence[str] = (), abbreviation: str = "", reports_on_plan: bool = False,
) -> Body:  # fmt: skip
    """Declare an institution the act makes. Raises ActIsDecided, NotComplete, AlreadyDeclared."""
    act = open_act(act_id)
    code, name = vietnamese.clean(code), vietnamese.clean(name)
    if not code or not name:
        raise NotComplete("Nơi mới cần mã và tên. Ghi cả hai.")
    if kind == Kind.UNIT and not code.isdigit():
        raise NotComplete(f"“{code}” không phải mã đơn vị hành chính. Mã chỉ gồm chữ số, theo danh mục của Cục Thống kê.")
    if act.bodies.filter(kind=kind, code=code).exists():
        raise AlreadyDeclared(f"Văn bản này đã khai nơi mới mã {code}. Chọn nơi đó, hoặc bỏ đi rồi khai lại.")
    body = Body.objects.create(
        act=act, kind=Kind(kind), level=Level(level), code=code, name=name, type_label=vietnamese.clean(type_label) or _type_of(kind, name),
        parent_code=vietnamese.clean(parent_code), functions=[Function(one) for one in functions], abbreviation=abbreviation,
        reports_on_plan=reports_on_plan, citation=sentences.act_label(act.number),
    )  # fmt: skip
    touched(act, by=by, at=at, what="body")
    return body


@transaction.atomic
def remove_body(*, body_id: int, by: Who, at: datetime) -> int:
    """Take a declared institution out of a draft, with the rows that lead to it; the key of the act. Raises ActIsDecided."""
    body = Body.objects.get(pk=body_id)
    act = open_act(body.act_id)
    body.delete()
    touched(act, by=by, at=at, what="body")
    return act.pk


@transaction.atomic
def add_row(
    *, act_id: int, kind: str, source_id: int, by: Who, at: datetime, target_id: int | None = None, body_id: int | None = None,
    function: str = "", territory: str = "", share: str = Share.WHOLE, citation: str = "", note: str = "",
) -> Change:  # fmt: skip
    """Add one row from → to. Raises ActIsDecided, NotComplete."""
    act = open_act(act_id)
    if kind not in ChangeKind.values or kind == ChangeKind.RESTORE:
        raise NotComplete("Chọn hình thức sắp xếp của dòng này.")
    if body_id is not None and not act.bodies.filter(pk=body_id).exists():
        raise NotComplete("Nơi mới đã chọn không thuộc văn bản này. Tải lại trang rồi chọn lại.")
    row = Change.objects.create(
        act=act, position=next_position(act), kind=ChangeKind(kind), source=Institution.objects.get(pk=source_id),
        target=Institution.objects.get(pk=target_id) if target_id else None, target_body_id=body_id, function=function,
        territory=vietnamese.clean(territory), share_area=share, share_population=share,
        citation=vietnamese.clean(citation) or sentences.act_label(act.number), note=vietnamese.clean(note),
    )  # fmt: skip
    touched(act, by=by, at=at, what="row")
    return row


@transaction.atomic
def remove_row(*, row_id: int, by: Who, at: datetime) -> int:
    """Take a row out of a draft; the key of the act. Raises ActIsDecided."""
    row = Change.objects.get(pk=row_id)
    act = open_act(row.act_id)
    row.delete()
    touched(act, by=by, at=at, what="row")
    return act.pk


@transaction.atomic
def discard(*, act_id: int, by: Who, at: datetime) -> None:
    """Throw a draft away. Raises ActIsDecided."""
    act = open_act(act_id)
    audit.record(act=Act.ACT_DISCARDED, subject=subject_of(act), by=by, at=at)
    act.delete()


def open_act(act_id: int) -> Reorganisation:
    """The act, locked, while it may still be changed. Raises ActIsDecided."""
    act = Reorganisation.objects.select_for_update().get(pk=act_id)
    if not act_states.may_change(act.state):
        raise ActIsDecided(
            f"{sentences.act_label(act.number)} {ActState(act.state).label.lower()}, không sửa được nữa. "
            "Lập văn bản khác để hủy bỏ hoặc sửa."
        )
    return act


def subject_of(act: Reorganisation) -> Subject:
    """An act in the log."""
    return Subject(kind="reorganisation", id=str(act.pk), label=sentences.act_label(act.number)[:200])


def write(act: Reorganisation, bodies: Iterable[InstitutionRow], rows: Iterable[Change]) -> None:
    """Bodies and rows of an act together; rows made by `row` name bodies by (kind, code)."""
    _declare(act, bodies)
    made = {(body.kind, body.code): body for body in act.bodies.all()}
    kept = []
    for one in rows:
        key = one.__dict__.get("body_key")
        one.act, one.target_body = act, made[key] if key else None
        kept.append(one)
    Change.objects.bulk_create(kept, batch_size=2_000)


def row(*, body_key: tuple[str, str] | None = None, **facts: object) -> Change:
    """A row not yet written; `body_key` (kind, code) where it leads to an institution the act makes."""
    made = Change(**facts)
    made.__dict__["body_key"] = body_key
    return made


def _declare(act: Reorganisation, rows: Iterable[InstitutionRow]) -> None:
    Body.objects.bulk_create(
        [
            Body(
                act=act, kind=row.kind, level=row.level, code=row.code, name=row.name, type_label=row.type_label, also=list(row.also),
                abbreviation=row.abbreviation, parent_code=row.parent_code, functions=list(row.functions),
                former_province_code=row.former_province_code, area_km2=row.area_km2, population=row.population, seat=row.seat,
                reports_on_plan=row.reports_on_plan, citation=row.citation, verified=row.verified, note=row.note,
            )
            for row in rows
        ]
    )  # fmt: skip


def body_row(source: Institution) -> InstitutionRow:
    """An institution as it would be declared again."""
    return InstitutionRow(
        file="", line=0, kind=source.kind, level=source.level, code=source.code, name=source.name, bare_name=source.bare_name,
        type_label=source.type_label, parent_code=source.parent.code if source.parent else "", first_day=None, last_day=None,
        also=tuple(source.also), abbreviation=source.abbreviation, functions=tuple(source.functions),
        former_province_code=source.former_province_code, area_km2=source.area_km2, population=source.population, seat=source.seat,
        reports_on_plan=source.reports_on_plan, citation=source.citation, verified=source.verified, note=source.note,
    )  # fmt: skip


def cited(row: InstitutionRow, citation: str) -> InstitutionRow:
    """The same, made by another act."""
    return replace(row, citation=citation)


def touched(act: Reorganisation, *, by: Who, at: datetime, what: str, **details: object) -> None:
    """A draft was changed: what was checked must be checked again."""
    act.state = ActState.DRAFT
    act.save()
    audit.record(act=Act.ACT_AMENDED, subject=subject_of(act), by=by, at=at, details={"what": what, **details})


def next_position(act: Reorganisation) -> int:
    """Where the next row stands."""
    return (act.changes.aggregate(last=Max("position"))["last"] or 0) + 1


def _type_of(kind: str, name: str) -> str:
    return name.split(" ")[0] if kind == Kind.UNIT and name.split(" ")[0] in {"Phường", "Xã", "Tỉnh", "Quận", "Huyện"} else ""
