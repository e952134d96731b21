"""What checks need to know, asked once for a whole list: place names, who holds which number, doubles inside the list."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import F, Min, QuerySet, Window
from django.db.models.functions import RowNumber

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.institutions.records import Resolution
from mangnon.institutions.vocabulary import Level
from mangnon.intake import formats, queries
from mangnon.intake.models import Batch, Row
from mangnon.intake.operations import claimed, linking
from mangnon.intake.records import Context, Format, Holder, Place, ReadRow
from mangnon.intake.rules import communes, reading
from mangnon.intake.vocabulary import Kind, RowState
from mangnon.lib import hamlets as spelling
from mangnon.lib.copying import among
from mangnon.lib.vietnamese import fold
from mangnon.register import queries as register
from mangnon.register.records import Birth
from mangnon.register.vocabulary.people import Precision

BESIDE = 100  # rows of one number that are compared with each other


def for_list(batch: Batch, rows: Sequence[ReadRow], *, by: Actor, on: date, layout: Format | None = None, first_row: int = 0) -> Context:
    """The context of some rows of a list about to be checked, without what compares rows of the list: see `beside`.

    Names of places mean what they meant on the day the list was made up.
    """
    texts = {text for row in rows for text in reading.place_texts(row)}
    context = Context(
        on=on, layout=layout or formats.named(batch.format_code), listed_on=batch.listed_on,
        month_first=_of_rows(batch, rows, "month_first"), half_swapped=_of_rows(batch, rows, "half_swapped"),
        first_row=first_row, commune_id=batch.commune_id, commune_name=batch.commune.name if batch.commune else "",
        places=places(texts, commune_id=batch.commune_id, on=on, listed_on=batch.listed_on),
        hamlets=hamlets(batch, rows), holders=holders(row.personal_number for row in rows),
        may_write=policies.scope(by, Permission.IMPORT_LISTS).covers,
    )  # fmt: skip
    return with_links(rows, context, by=by)


def _of_rows(batch: Batch, rows: Sequence[ReadRow], manner: str) -> dict[int, Mapping[str, str]]:
    """By row the date columns its block writes in a manner; nothing for the rows of other blocks, so most lists have nothing to look up."""
    if not any(getattr(block, manner) for block in batch.blocks):
        return {}
    return {row.number: own for row in rows if (own := getattr(batch.block_of(row.number), manner))}


def with_links(rows: Sequence[ReadRow], context: Context, *, by: Actor) -> Context:
    """The context with the children of the register the rows speak of, or may speak of."""
    if context.layout is None:
        return context
    return replace(context, links=linking.links(rows, context, by=by, on=context.on))


def for_rows(batch: Batch, reads: Sequence[ReadRow], *, by: Actor, on: date) -> Context:
    """The context of stored rows checked again, with the rows of their list that share a number or an identity with them."""
    return beside(batch, reads, for_list(batch, reads, by=by, on=on))


def beside(batch: Batch, reads: Sequence[ReadRow], context: Context, *, also: Collection[int] = ()) -> Context:
    """The context with the other rows of the list that share a number or an identity with these, or claim something else of the same child.

    `also`: rows known to speak of the same cards.
    """
    numbers: dict[str, list[tuple[int, str]]] = {}
    for row in _sharing(batch, {read.personal_number[:40] for read in reads if read.personal_number}):
        numbers.setdefault(row.personal_number, []).append((row.number, fold(queries.cells(batch, row).get("full_name", ""))))
    children = [
        link.child for read in reads if context.layout and context.layout.kind is Kind.ENRICHES and (link := context.link(read)).child
    ]
    return replace(
        context, where=batch.where, claims=claimed.beside(batch, reads, children, also=also) if children else {},
        rows_by_number={number: tuple(found) for number, found in numbers.items()},
        rows_by_identity={key: (first,) for key, first in _firsts(batch, {read.identity for read in reads if read.identity})},
    )  # fmt: skip


def _sharing(batch: Batch, numbers: set[str]) -> QuerySet[Row] | list[Row]:
    """The first rows of each number: one number may stand in every row of a list of any length."""
    if not numbers:
        return []
    place = Window(RowNumber(), partition_by=[F("personal_number")], order_by=F("number").asc())
    return _with(batch, "personal_number", numbers).annotate(place=place).filter(place__lte=BESIDE).order_by("number")


def _firsts(batch: Batch, identities: set[str]) -> Iterable[tuple[str, int]]:
    """The first row of each child that a list names."""
    if not identities:
        return ()
    return _with(batch, "identity", identities).order_by().values_list("identity").annotate(first=Min("number"))


def _with(batch: Batch, key: str, values: set[str]) -> QuerySet[Row]:
    return batch.rows.exclude(**{key: ""}).filter(**{f"{key}__in": among(values)}).exclude(state=RowState.SET_ASIDE)


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
        then = _understood(text, resolve_then)[0].answer if resolve_then else None
        ended = then is not None and then.end is not None and then.end <= on
        resolution, named = _understood(f"{then.name}, {then.parent_name}" if then and ended else text, resolve)
        candidates = tuple((candidate.id, candidate.name) for candidate in resolution.candidates)
        own = next(((pk, name) for pk, name in candidates if pk == commune_id), None)
        meant = resolution.answer if resolution.answer and resolution.answer.level == Level.COMMUNE else None  # no child's home: "Cần Thơ"
        answer = (meant.id, meant.name) if meant else own
        was_old = resolution.read_as is not None and (answer is None or resolution.read_as.id != answer[0])
        wider = [resolution.read_as or resolution.answer] if resolution.answer and not meant else [*resolution.wider]
        within = (each for unit in resolution.wider for each in resolve(unit.name, "").candidates)
        found[text] = Place(
            unit_id=answer[0] if answer else None, unit_name=answer[1] if answer else "",
            candidates=tuple(dict.fromkeys((*candidates, *((each.id, each.name) for each in within)))), why=resolution.why,
            was_old=was_old, own=bool(answer and not meant), named=then.name if then and ended else named, split=resolution.needs_decision,
            wider=", ".join(unit.name for unit in wider if unit),
        )  # fmt: skip
    return found


def _understood(text: str, resolve: Callable[[str, str], Resolution]) -> tuple[Resolution, str]:
    """What a text means as it stands, else what the commune named among its words does; and the words that were understood."""
    first = resolve(text, "")
    if first.answer or first.candidates:
        return first, text
    words = communes.of_address(text)
    for way in communes.ways(words) if words else ():
        found = resolve(way, "")
        if found.answer or found.candidates:
            return found, way
    return first, text


def hamlets(batch: Batch, rows: Iterable[ReadRow]) -> dict[str, str]:
    """Hamlets that rows write otherwise than usual, as the register of the commune spells them, else as they are usually written.

    A bare number is of the kind the title of its column says, else of that of all other numbers in these rows. What is written as usual is
    taken at its word, so most lists ask nothing.
    """
    texts = {text for row in rows for text in reading.hamlet_texts(row)}
    places = ((block.titles, block.places.get("hamlet")) for block in batch.blocks)
    kinds = {spelling.kind_of(titles[place]) for titles, place in places if place is not None and place < len(titles)}
    kinds = {kind for kind in kinds if kind} or {read.kind for text in texts if (read := spelling.read(text)) and read.numbered} - {""}
    kind = kinds.pop() if len(kinds) == 1 else ""
    odd = [text for text in texts if (read := spelling.read(text)) and (not read.kind or spelling.usual(text, kind=kind) != text)]
    if not odd:
        return {}
    known = register.spellings_of_hamlets(batch.commune_id) if batch.commune_id else []
    return {text: spelling.kept(text, known, kind=kind) for text in odd}


def holders(numbers: Iterable[str]) -> dict[str, Holder]:
    """Who has each number in the register."""
    return {
        number: Holder(code=child.code, name_key=child.name_key, birth=Birth(child.birth_date, Precision(child.birth_precision)))
        for number, child in register.number_holders(number for number in numbers if number).items()
    }
