"""What stands over the rows of each block of a file, besides its hamlet: its title, its sheet, the lines between its rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mangnon.intake import formats
from mangnon.intake.operations import contexts
from mangnon.intake.operations.choosing import Chosen
from mangnon.intake.rules import banners, communes, groups, guessing, listing
from mangnon.intake.vocabulary import Kind

OF_ITS_CHILDREN = frozenset({"poor-households", "social-assistance", "deaths"})  # lists a commune makes of the children who live there

type Lines = Sequence[Sequence[str]]
type Elsewhere = Callable[[Lines], str]


def nowhere(_: Lines) -> str:
    """For files of which nobody asks whose they are."""
    return ""


def elsewhere(*, commune_id: int | None, on: date) -> Elsewhere:
    """Answers which commune title lines name, if it is not wholly the one of the list: "Phường Ninh Kiều (theo tiêu đề)"."""

    def named(lines: Lines) -> str:
        found = communes.of_title(lines)
        texts = {text for text, _ in found}
        places = contexts.places(texts, commune_id=commune_id, on=on, listed_on=listing.listed_on(lines, [], on=on))
        if any(place.unit_id == commune_id and not place.split for place in places.values() if place.unit_id is not None):
            return ""
        known = (text for text, sends in found if sends or places[text].unit_id is not None or places[text].candidates)
        return next((f"{text}{communes.TITLED}" for text in known), "")

    return named


def told(chosen: Sequence[Chosen], layout: formats.Format, elsewhere: Elsewhere) -> tuple[Chosen, ...]:
    """The blocks of a list that enrols, each with what stands over its rows and the columns to hold it; of one that enriches only with the
    commune whose children they are.
    """
    titles = {column.field: column.title for column in layout.columns}
    if layout.code in OF_ITS_CHILDREN:
        return tuple(_of_commune(one, layout, elsewhere([[one.sheet.name], *one.above]), titles) for one in chosen)
    if layout.kind is not Kind.ENROLS:
        return tuple(chosen)
    older = _older(chosen)
    communes_of: dict[str, str] = {}
    found = []
    for one in chosen:
        name = one.sheet.name
        communes_of[name] = elsewhere([[name], *one.above]) or communes_of.get(name, "")
        known = {"current": communes_of[name]} if communes_of[name] else {}
        known |= groups.titled(one.above, name) | older.get(name, {})
        said = [known, *_said(one)]
        found.append(replace(one, known=known, block=groups.widened(one.block, layout, said, titles)))
    return tuple(found)


def _of_commune(one: Chosen, layout: formats.Format, commune: str, titles: Mapping[str, str]) -> Chosen:
    """A block with the commune its title names beside that of the list."""
    if not commune:
        return one
    said = {"current": commune}
    block = banners.last(groups.widened(one.block, layout, [said], titles))
    return replace(one, told={**one.told, **said}, block=block)


def tell(one: Chosen) -> bool:
    """Whether anything stands over the rows of a block."""
    return bool(one.known or any(_said(one)))


def _said(one: Chosen) -> Iterator[Mapping[str, str]]:
    """What the lines between its rows say."""
    name, birth = one.block.placed("full_name"), one.block.places.get("birth_date")
    yield from filter(None, (groups.line(cells, name=name) for cells in one.lines))
    yield from ({groups.OVER: text} for cells in one.samples if (text := groups.head(cells, name=name, birth=birth)))


def _older(chosen: Sequence[Chosen]) -> dict[str, dict[str, str]]:
    """The sheets of earlier years than another sheet of the file; not those that hold the children born in each year."""
    years = {one.sheet.name: year for one in chosen if (year := _year(one))}
    newest = max(years, key=lambda name: years[name], default="")
    return {
        name: {groups.OVER: f"Trang “{name}”, {groups.OLDER} “{newest}”"} for name, year in years.items() if year < years[newest]
    }  # fmt: skip


def _year(one: Chosen) -> int:
    """The year of a sheet, by its name or its title."""
    day = listing.listed_on(one.above, [], on=date.max)
    year = groups.year_of_sheet(one.sheet.name) or (day.year if day else 0)
    place = one.block.places.get("birth_date")
    births = {guessing.year_of(cells[place : place + 1]) for cells in one.samples} - {0} if place is not None else set()
    return 0 if births == {year} else year
