"""What checks need to know, asked once for a whole list: place names, who holds which number, doubles inside the list."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.intake import formats
from mangnon.intake.models import Row
from mangnon.intake.operations import linking
from mangnon.intake.records import Context, Format, Holder, Place, ReadRow
from mangnon.intake.rules import reading
from mangnon.lib.vietnamese import fold
from mangnon.register import queries as register
from mangnon.register.records import Birth
from mangnon.register.vocabulary.people import Precision


def for_list(
    rows: list[ReadRow], *, commune_id: int | None, commune_name: str, by: Actor, on: date, layout: Format | None = None,
    listed_on: date | None = None,
) -> Context:  # fmt: skip
    """The context of a list about to be checked. Names of places mean what they meant on the day the list was made up."""
    numbers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    identities: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row.personal_number:
            numbers[row.personal_number].append((row.number, fold(row.text("full_name"))))
        if row.identity:
            identities[row.identity].append(row.number)
    context = Context(
        on=on, layout=layout, listed_on=listed_on, commune_id=commune_id, commune_name=commune_name,
        places=places({text for row in rows for text in reading.place_texts(row)}, commune_id=commune_id, on=on, listed_on=listed_on),
        rows_by_number={number: tuple(found) for number, found in numbers.items() if len(found) > 1},
        rows_by_identity={key: tuple(found) for key, found in identities.items() if len(found) > 1},
        holders=holders(numbers), may_write=policies.scope(by, Permission.IMPORT_LISTS).covers,
    )  # fmt: skip
    return with_links(rows, context, by=by)


def with_links(rows: Sequence[ReadRow], context: Context, *, by: Actor) -> Context:
    """The context with the children of the register the rows speak of, or may speak of."""
    if context.layout is None:
        return context
    return replace(context, links=linking.links(rows, context, by=by, on=context.on))


def for_row(row: Row, read: ReadRow, *, by: Actor, on: date) -> Context:
    """The context of one row checked again, with the doubles that its list holds."""
    batch = row.batch
    others = batch.rows.exclude(pk=row.pk)
    numbers = []
    if read.personal_number:
        for other in others.filter(personal_number=read.personal_number).order_by("number"):
            cells = reading.cells_of(other.raw, batch.places, other.corrections)
            numbers.append((other.number, fold(cells.get("full_name", ""))))
    same = list(others.filter(identity=read.identity).order_by("number").values_list("number", flat=True)) if read.identity else []
    context = Context(
        on=on, layout=formats.named(batch.format_code), listed_on=batch.listed_on, month_first=batch.month_first,
        commune_id=batch.commune_id, commune_name=batch.commune.name if batch.commune else "",
        places=places(set(reading.place_texts(read)), commune_id=batch.commune_id, on=on, listed_on=batch.listed_on),
        rows_by_number={read.personal_number: tuple(numbers)} if numbers else {},
        rows_by_identity={read.identity: tuple(same)} if same else {},
        holders=holders([read.personal_number]), may_write=policies.scope(by, Permission.IMPORT_LISTS).covers,
    )  # fmt: skip
    return with_links([read], context, by=by)


def places(texts: Collection[str], *, commune_id: int | None, on: date, listed_on: date | None = None) -> dict[str, Place]:
    """What each place name means on the day. Among several the commune of the list wins: its officer knows where its children are.

    A name in a list of an earlier day means the unit of that day, and the answer is where that unit is now.
    """
    if not texts:
        return {}
    found = {}
    resolve = institutions.resolver(on=on)
    resolve_then = institutions.resolver(on=listed_on) if listed_on and listed_on < on else None
    for text in texts:
        then = resolve_then(text, "").answer if resolve_then else None
        ended = then is not None and then.end is not None and then.end <= on
        resolution = resolve(f"{then.name}, {then.parent_name}" if then and ended else text, "")
        candidates = tuple((candidate.id, candidate.name) for candidate in resolution.candidates)
        own = next(((pk, name) for pk, name in candidates if pk == commune_id), None)
        answer = (resolution.answer.id, resolution.answer.name) if resolution.answer else own
        was_old = resolution.read_as is not None and (answer is None or resolution.read_as.id != answer[0])
        found[text] = Place(
            unit_id=answer[0] if answer else None, unit_name=answer[1] if answer else "", candidates=candidates, why=resolution.why,
            was_old=was_old,
        )  # fmt: skip
    return found


def holders(numbers: Iterable[str]) -> dict[str, Holder]:
    """Who has each number in the register."""
    return {
        number: Holder(code=child.code, name_key=child.name_key, birth=Birth(child.birth_date, Precision(child.birth_precision)))
        for number, child in register.number_holders(number for number in numbers if number).items()
    }
