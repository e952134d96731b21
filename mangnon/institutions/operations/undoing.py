"""An act that undoes another: from its day what the other had joined is apart again. Nothing of the time between is rewritten."""

from datetime import date, datetime

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.institutions import queries
from mangnon.institutions.models import Body, Change, Institution, Reorganisation
from mangnon.institutions.operations import drafting
from mangnon.institutions.operations.deciding import UndoneAlready
from mangnon.institutions.rules import sentences
from mangnon.institutions.vocabulary import ActState, ChangeKind, Share
from mangnon.lib import vietnamese
from mangnon.lib.refusals import Refusal


class NothingToUndo(Refusal):
    """The act has no effect that could be undone."""


class TooEarly(Refusal):
    """An undoing act begins at least a day after the act it undoes."""


class MovedOn(Refusal):
    """What the act made has been reorganised since: that act must be undone first."""


@transaction.atomic
def draft_undoing(
    *, act_id: int, number: str, title: str, on: date, by: Who, at: datetime, issuer: str = "", issued_on: date | None = None
) -> Reorganisation:
    """Draft the act that undoes one: every row the other way round, what had ended declared again. It is checked and decided like any.

    Raises NothingToUndo, UndoneAlready, TooEarly, MovedOn.
    """
    act = Reorganisation.objects.select_for_update().get(pk=act_id)
    label = sentences.act_label(act.number)
    if act.state not in {ActState.APPLIED, ActState.DECIDED} or act.restores_id:
        raise NothingToUndo(f"{label} {ActState(act.state).label.lower()}: không có gì để hủy bỏ bằng văn bản khác.")
    if queries.undoing(act.pk):
        raise UndoneAlready(f"{label} đã có văn bản hủy bỏ. Tải lại trang để xem.")
    if on <= act.on and act.state == ActState.APPLIED:
        raise TooEarly(f"{label} đã có hiệu lực từ ngày {vietnamese.short_date(act.on)}. Văn bản hủy bỏ phải từ ngày sau đó.")
    made = {body.institution_id: body for body in act.bodies.all() if body.institution_id}
    _check_still_there(act, on)
    undoing = drafting.draft(number=number, title=title, on=on, issuer=issuer, issued_on=issued_on, by=by, at=at)
    undoing.restores = act
    undoing.save(update_fields=["restores"])
    if act.state == ActState.APPLIED:
        _reverse(act, undoing, made)
    audit.record(act=Act.ACT_AMENDED, subject=drafting.subject_of(undoing), by=by, at=at, details={"restores": act.pk})
    return undoing


def _check_still_there(act: Reorganisation, on: date) -> None:
    gone = Institution.objects.filter(pk__in=act.bodies.values("institution"), valid__endswith__lte=on).order_by("sort_key").first()
    if gone:
        raise MovedOn(f"{gone.name} đã kết thúc trước ngày {vietnamese.short_date(on)} theo văn bản khác. Hủy bỏ văn bản đó trước.")


def _reverse(act: Reorganisation, undoing: Reorganisation, made: dict[int, Body]) -> None:
    """Rows target → source again; whatever ended is declared anew under its own code and name."""
    ended = queries.as_row(act).ended
    changes = list(act.changes.select_related("source__parent", "target_body").order_by("position", "id"))
    sources = {change.source_id: change.source for change in changes}
    citation = sentences.act_label(undoing.number)
    bodies = [drafting.cited(drafting.body_row(sources[key]), citation) for key in sources if key in ended]
    rows: list[Change] = []
    single = _single_sources(changes)
    for change in changes:
        target = change.target_body.institution_id if change.target_body else change.target_id
        if target is None or target == change.source_id:
            continue
        again = change.source_id in ended
        share = Share.WHOLE if target in single and target in made else Share.PART
        rows.append(
            drafting.row(
                position=len(rows) + 1, kind=ChangeKind.RESTORE, source_id=target, target_id=None if again else change.source_id,
                body_key=(change.source.kind, change.source.code) if again else None, origin_id=change.source_id,
                function=change.function, share_area=share, share_population=share, citation=citation,
            )
        )  # fmt: skip
    drafting.write(undoing, bodies, rows)


def _single_sources(changes: list[Change]) -> set[int]:
    """Institutions to which one alone had gone: what is new there goes back with the rest."""
    sources: dict[int, set[int]] = {}
    for change in changes:
        target = change.target_body.institution_id if change.target_body else change.target_id
        if target:
            sources.setdefault(target, set()).add(change.source_id)
    return {target for target, of in sources.items() if len(of) == 1}
