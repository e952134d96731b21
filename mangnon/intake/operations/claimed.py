"""What the rows of a list claim of the children, households and cards that some of its rows speak of."""

from collections.abc import Collection, Sequence

from django.db.models import Count, F, Q, Window

from mangnon.intake import formats, queries
from mangnon.intake.models import Batch
from mangnon.intake.operations import linking
from mangnon.intake.records import KnownChild, ReadRow
from mangnon.intake.rules import cards, claims, reading
from mangnon.intake.vocabulary import Kind, RowState
from mangnon.lib.copying import among

BESIDE = {"poor-households": "child__household"}  # formats whose rows speak of more than the child itself
CARDS = "health-insurance"
SOME = 50  # rows whose cards are looked for by what stands in the file

type Claims = dict[str, tuple[tuple[int, str, str], ...]]


def repeated(batch: Batch) -> set[int]:
    """The rows of a list that speak of a child, a household or a card of which another one speaks."""
    if formats.named(batch.format_code).kind is not Kind.ENRICHES:
        return set()
    known = batch.rows.filter(child__isnull=False).exclude(state=RowState.SET_ASIDE).order_by()
    counted = known.annotate(n=Window(Count("id"), partition_by=[F(BESIDE.get(batch.format_code, "child"))]))
    found = set(counted.filter(n__gt=1).values_list("id", flat=True))
    return found | (_of_cards(batch) if batch.format_code == CARDS else set())


def _of_cards(batch: Batch) -> set[int]:
    first: dict[str, int] = {}
    found: set[int] = set()
    for row in batch.rows.exclude(state=RowState.SET_ASIDE).order_by("id").iterator():
        if number := cards.read_card(queries.cells(batch, row).get("card", "")):
            if number in first:
                found |= {first[number], row.pk}
            first.setdefault(number, row.pk)
    return found


def beside(batch: Batch, reads: Sequence[ReadRow], children: Sequence[KnownChild], *, also: Collection[int] = ()) -> Claims:
    """The claims of all rows of the list about what these rows speak of. `also`: rows that share a card with some of them."""
    layout = formats.named(batch.format_code)
    wanted = Q(child__in=among(sorted({child.child_id for child in children}))) | Q(pk__in=among(sorted(also)))
    if batch.format_code in BESIDE:
        wanted |= Q(child__household__in=among(sorted({child.household_id for child in children if child.household_id})))
    if batch.format_code == CARDS and len(reads) <= SOME:
        for read in reads:
            wanted |= Q(raw__contains=[read.text("card")])
    rows = list(batch.rows.filter(wanted, child__isnull=False).exclude(state=RowState.SET_ASIDE).order_by("number"))
    links = linking.kept({row.number: row.child_id for row in rows})
    found: dict[str, list[tuple[int, str, str]]] = {}
    for row in rows:
        if (link := links.get(row.number)) and link.child:
            read = reading.read(row.number, queries.cells(batch, row), layout, corrected=row.corrections, keyed=False)
            told = (*claims.of_row(read, batch.format_code, link.child), *claims.of_order(read, batch.format_code, link.child))
            for claim in told:
                found.setdefault(claim.about, []).append((row.number, claim.value, claim.words))
    return {about: tuple(said) for about, said in found.items() if len({value for _, value, _ in said}) > 1}
