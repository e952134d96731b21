"""Names that lists spread over two or three columns, of the child as of its parents: which column holds which part, and the whole name."""

from collections.abc import Collection, Mapping, Sequence

from mangnon.intake.records import SPREAD_OVER
from mangnon.intake.rules.words import SEX, find_ethnicity, is_mark, plain

NAMES = {name: SPREAD_OVER[name] for name in ("full_name", "father_name", "mother_name")}
_PART_TITLES = frozenset({"ho", "va", "chu", "dem", "lot", "ten"})


def whole(cells: Mapping[str, str], name: str) -> str:
    """A name as it stands in a column of its own, else put together from its parts."""
    return cells.get(name) or " ".join(filter(None, (cells.get(part, "") for part in NAMES[name])))


def settle(own: dict[str, int], titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Give each part of a name its column, as titles and values show: a name whose title stands over two or three columns is in pieces; so
    is one beside a surname or a given name alone; what stands between both is the middle name, whatever its title.
    """
    for name, (family, middle, given) in NAMES.items():
        if middle in own and (not {family, given} & own.keys() or _are_no_names(own[middle], rows)):
            del own[middle]  # beside a whole name it says nothing more; "Lot" of a vaccine is no "Lót"
        if given in own and not {family, middle, name} & own.keys():
            own[name] = own.pop(given)
        elif family in own and name in own and given not in own:
            own[given] = own.pop(name)
        elif name in own and given in own and family not in own and not _ends_with(own[name], own[given], rows):
            own[family] = own.pop(name)
        elif name in own and not {family, given} & own.keys() and _goes_on(own[name], own.values(), titles, rows):
            _divide(own, name, titles, rows)
        if family in own and given in own and middle not in own:
            _find_middle(own, name, rows)


def _divide(own: dict[str, int], name: str, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """The two or three columns below the title of a name: a surname alone may be followed by both other parts."""
    family, middle, given = NAMES[name]
    first = own.pop(name)
    own[family] = first
    three = _are_surnames(first, rows) and _goes_on(first + 1, own.values(), titles, rows)
    if three:
        own[middle] = first + 1
    own[given] = first + (2 if three else 1)


def _find_middle(own: dict[str, int], name: str, rows: Sequence[Sequence[str]]) -> None:
    """The column between a surname and a given name, when nothing else is known of it, or only that it belongs to the name."""
    family, middle, given = NAMES[name]
    between = own[family] + 1
    if own[given] != between + 1 or not _are_surnames(own[family], rows) or _are_no_names(between, rows):
        return
    if own.get(name) == between and not _ends_with(between, own[given], rows):
        own[middle] = own.pop(name)
    elif between not in own.values() and any(row[between].strip() for row in rows if between < len(row)):
        own[middle] = between


def _are_surnames(place: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether most cells of a column are one word."""
    filled = [row[place].split() for row in rows if place < len(row) and row[place].strip()]
    return bool(filled) and sum(len(words) == 1 for words in filled) >= 0.8 * len(filled)


def _are_no_names(place: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether most cells of a column that say anything are no words of names: figures, ticks."""
    filled = [row[place].split() for row in rows if place < len(row) and row[place].strip()]
    return sum(1 for words in filled if not all(word.isalpha() and len(word) > 1 for word in words)) > 0.5 * len(filled)


def _goes_on(place: int, taken: Collection[int], titles: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the column beside a name has no title of its own and holds the given names: one word or two, beside most names."""
    if place + 1 in taken or (place + 1 < len(titles) and titles[place + 1] not in ("", titles[place])):
        return False
    pairs = [(row[place].strip(), row[place + 1].strip()) for row in rows if place + 1 < len(row) and row[place].strip()]
    if pairs and _PART_TITLES.issuperset(plain(" ".join(pairs[0])).split()):
        return False  # a further row of the heading
    given = [second for first, second in pairs if second and not any(map(str.isdigit, first + second)) and len(second.split()) <= 2]
    other = sum(1 for text in given if is_mark(text) is not None or plain(text) in SEX or find_ethnicity(text))
    return bool(given) and len(given) >= 0.6 * len(pairs) and other < 0.8 * len(given)


def _ends_with(place: int, given: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether most names end with what stands in the column of given names: then it only repeats them."""
    pairs = [
        (row[place].split(), row[given].split())
        for row in rows
        if max(place, given) < len(row) and row[place].strip() and row[given].strip()
    ]
    return sum(1 for whole, last in pairs if whole[-len(last) :] == last) >= 0.5 * len(pairs)
