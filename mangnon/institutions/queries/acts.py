"""Acts of reorganisation: reading them, what is wrong, what would move, what waits for a person."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet

from mangnon.institutions import ports
from mangnon.institutions.models import Body, Change, FollowedRow, Institution, Question, Reorganisation, Succession
from mangnon.institutions.queries.units import as_ref, as_refs, existing
from mangnon.institutions.records import ActRow, BodyRow, ChangeRow, Flaw, Move, Tally, UnitRef
from mangnon.institutions.rules import act_checks, moving, names, sentences
from mangnon.institutions.rules.act_checks import World
from mangnon.institutions.vocabulary import ActState, ChangeKind, Gravity, QuestionState
from mangnon.lib.vietnamese import number


def acts() -> QuerySet[Reorganisation]:
    """Every act, the latest effective day first, with the number of rows and of open questions."""
    return Reorganisation.objects.annotate(
        rows=Count("changes", distinct=True), waiting=Count("questions", filter=Q(questions__state=QuestionState.OPEN), distinct=True)
    ).order_by("-on", "-id")


def act(pk: int) -> Reorganisation | None:
    """One act."""
    return Reorganisation.objects.select_related("restores").filter(pk=pk).first()


def act_rows(pk: int) -> QuerySet[Change]:
    """The rows of an act in their order."""
    return Change.objects.filter(act=pk).select_related("source__parent", "target", "target_body", "origin").order_by("position", "id")


def bodies(pk: int) -> QuerySet[Body]:
    """What an act makes, units first."""
    return Body.objects.filter(act=pk).select_related("institution").order_by("-kind", "code")


def undoing(pk: int) -> Reorganisation | None:
    """The act that undid this one, or is decided to."""
    return Reorganisation.objects.filter(restores=pk, state__in=[ActState.DECIDED, ActState.APPLIED]).first()


def due(*, on: date) -> QuerySet[Reorganisation]:
    """Decided acts whose day has come, in order."""
    return Reorganisation.objects.filter(state=ActState.DECIDED, on__lte=on).order_by("on", "id")


def as_row(found: Reorganisation) -> ActRow:
    """An act as a value; institutions it makes have negative keys while they are not in the table."""
    key_of = {body.pk: body.institution_id or -body.pk for body in found.bodies.all()}
    rows = tuple(
        ChangeRow(
            position=row.position, kind=ChangeKind(row.kind), source=row.source_id, function=row.function, territory=row.territory,
            target=key_of[row.target_body_id] if row.target_body_id else row.target_id, share=row.share_population, origin=row.origin_id,
            citation=row.citation,
        )
        for row in found.changes.order_by("position", "id")
    )  # fmt: skip
    made = tuple(
        BodyRow(
            key=key_of[body.pk], kind=body.kind, level=body.level, code=body.code, name=body.name, type_label=body.type_label,
            bare_key=names.match_key(names.bare_name(body.name, body.type_label)), parent_code=body.parent_code,
            functions=tuple(body.functions),
        )
        for body in found.bodies.order_by("id")
    )  # fmt: skip
    ends: frozenset[int] = frozenset()
    if found.restores_id:
        made_then = Body.objects.filter(act=found.restores_id, institution__isnull=False).values_list("institution_id", flat=True)
        ends = frozenset(made_then) & {row.source for row in rows}
    return ActRow(
        id=found.pk, label=sentences.act_label(found.number), on=found.on, issued_on=found.issued_on, rows=rows, bodies=made,
        restores=found.restores_id, ends=ends,
    )  # fmt: skip


def units_of(act_row: ActRow) -> dict[int, UnitRef]:
    """Every institution the rows of an act name."""
    keys = {key for row in act_row.rows for key in (row.source, row.target, row.origin) if key is not None and key > 0}
    keys |= {body.key for body in act_row.bodies if body.key > 0}
    return {unit.id: unit for unit in as_refs(Institution.objects.filter(pk__in=keys))}


def check(found: Reorganisation) -> tuple[Flaw, ...]:
    """What is wrong with an act."""
    row = as_row(found)
    units = units_of(row)
    named = Q(code__in=[body.code for body in row.bodies]) | Q(bare_key__in=[body.bare_key for body in row.bodies])
    under = Institution.objects.filter(parent__in=row.ended, valid__contains=row.on)
    later = Succession.objects.filter(Q(source__in=row.ended) | Q(target__in=row.ended), on__gt=row.on)
    world = World(
        units=units, bearers=tuple(as_refs(Institution.objects.filter(named))), under=tuple(as_refs(under)),
        later={key: one.citation for one in later for key in (one.source_id, one.target_id) if key in row.ended},
    )  # fmt: skip
    return act_checks.check(row, world) + _stranded(found, row)


def _stranded(found: Reorganisation, row: ActRow) -> tuple[Flaw, ...]:
    """What is still open in a place that is abolished: told before anybody decides, for nothing follows there."""
    if not any(change.kind == ChangeKind.ABOLISH for change in row.rows):
        return ()
    return tuple(
        Flaw(
            Gravity.NOTE, "Nơi bãi bỏ", f"Còn {number(tally.stranded)} {tally.label} chưa xong mà không có nơi tiếp nhận.",
            "Ghi nơi tiếp nhận thay cho bãi bỏ, hoặc khép những việc ấy trước.",
        )
        for tally in preview(found, on=row.on)
        if tally.stranded
    )  # fmt: skip


def move(found: Reorganisation) -> Move:
    """How an act moves things."""
    row = as_row(found)
    return moving.move_of(row, units_of(row))


def preview(found: Reorganisation, *, on: date) -> tuple[Tally, ...]:
    """What would move of every follower, and what a person would have to place. Writes nothing."""
    planned = move(found)
    return tuple(follower.preview(planned, on=on) for follower in ports.followers())


def followed(*, act_id: int, follower: str) -> dict[int, tuple[int, ...]]:
    """Which rows of a follower an act moved: row → the institutions it left."""
    found: dict[int, tuple[int, ...]] = {}
    for row, source in FollowedRow.objects.filter(act=act_id, follower=follower).order_by("id").values_list("row", "source_id"):
        found[row] = (*found.get(row, ()), source)
    return found


def came_from(*, follower: str, row: int) -> list[tuple[str, date]]:
    """By which acts a row came where it is: (the institution it left, the day), oldest first."""
    found = FollowedRow.objects.filter(follower=follower, row=row).order_by("act__on", "id")
    return list(found.values_list("source__name", "act__on"))


def questions(*, open_only: bool = True) -> QuerySet[Question]:
    """What acts left for a person to place: one line per matter, grouped by the institution it came from."""
    found = Question.objects.select_related("act", "source__parent", "suggested", "decision__target").order_by(
        "source__kind", "source__sort_key", "follower", "id"
    )
    return found.filter(state=QuestionState.OPEN) if open_only else found


def open_question_count() -> int:
    """How many matters wait for a person."""
    return Question.objects.filter(state=QuestionState.OPEN).count()


def names_of(keys: Iterable[int]) -> dict[int, str]:
    """Names of institutions by key, for choices."""
    return dict(Institution.objects.filter(pk__in=set(keys)).values_list("pk", "name"))


def search(text: str, *, on: date, limit: int = 12) -> list[UnitRef]:
    """Units and agencies of a day by name or code, for choosing the sides of a row."""
    return [as_ref(one) for one in existing(on=on, text=text)[:limit]]
