"""Whose a column is whose title names nobody: in "Họ tên mẹ | Năm sinh | Dân tộc | Họ tên con | Ngày sinh" the year is the mother's, in
"Họ tên trẻ | Ngày sinh | Họ tên mẹ | Số CCCD" the number. Where it stands says so, and what it holds must agree.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from mangnon.intake.records import SPREAD_OVER
from mangnon.intake.rules import guessing
from mangnon.intake.rules.words import is_nothing, plain
from mangnon.register import rules as register

_PARENTS = ("father", "mother", "guardian")
_NAMES = {  # columns of names → whose; "" for the child
    part: person
    for name, person in (("full_name", ""), *((f"{person}_name", person) for person in _PARENTS))
    for part in (name, *SPREAD_OVER.get(name, ()))
}
_OF_THE_CHILD = re.compile(r"\b(?:con|tre|be|chau|hoc sinh)\b")
_OF_OTHERS = re.compile(r"\b(?:chu ho|ho ten|ho va ten|nguoi|ong|ba noi|ba ngoai|giao vien|can bo)\b")
_OTHER = "other"
_TOLD = frozenset({"birth_date", "personal_number", "ethnicity"})
_CHILDS = ("birth_date", "sex", "weight", "male_mark", "female_mark")  # none of them is told of a parent
_OF_GROWN_PEOPLE, _OF_CHILDREN = range(1, guessing.YOUNG), range(guessing.YOUNG, guessing.YOUNG + 50)
_MOST = 0.7  # of the cells of a column that say something
_BETWEEN = re.compile(r"[\s.\-]")
_OLD_NUMBER = 9  # figures of an identity card as grown people had them before 2016


def told_apart(
    places: Mapping[str, int], named: Mapping[int, str], titles: Sequence[str], rows: Sequence[Sequence[str]], fields: Collection[str]
) -> dict[str, int]:  # fmt: skip
    """The columns with those of parents given to them, where the list (`fields`) asks after them, and never to the child; `named` says for
    each column what its own title names.
    """
    own = dict(places)
    names = {place: _NAMES[field] for field, place in own.items() if field in _NAMES}
    of_parents = {place: person for place, field in named.items() if field in _TOLD and (person := _beside(place, names, titles))}
    if of_parents:
        _tell_births(own, named, of_parents, rows, fields)
        _tell_numbers(own, named, {place: who for place, who in of_parents.items() if not _names_the_child(place, titles)}, rows)
        _tell_ethnicity(own, named, of_parents, names)
    return own


def _beside(place: int, names: Mapping[int, str], titles: Sequence[str]) -> str:
    """Whose name stands next before a column: "" for nobody's and the child's, _OTHER for somebody's the list does not ask after."""
    last = max((other for other in names if other < place), default=-1)
    if any(_OF_OTHERS.search(plain(title)) for title in titles[last + 1 : place]):
        return _OTHER
    return names.get(last, "")


def _names_the_child(place: int, titles: Sequence[str]) -> bool:
    return place < len(titles) and _OF_THE_CHILD.search(plain(titles[place])) is not None


def _tell_births(
    own: dict[str, int], named: Mapping[int, str], of_parents: Mapping[int, str], rows: Sequence[Sequence[str]], fields: Collection[str]
) -> None:  # fmt: skip
    columns = [place for place, field in named.items() if field == "birth_date"]
    grown = [place for place in columns if place in of_parents and _are_years(_values(rows, place), _OF_GROWN_PEOPLE)]
    if own.get("birth_date") in grown:
        del own["birth_date"]
        if children := [place for place in columns if _are_years(_values(rows, place), _OF_CHILDREN)]:
            own["birth_date"] = children[0]
    for place in grown:
        if (field := f"{of_parents[place]}_birth") in fields:
            own.setdefault(field, place)


def _are_years(values: Sequence[str], years: range) -> bool:
    """Whether most births of a column are of some years."""
    return bool(values) and sum(1 for value in values if guessing.year_of([value]) in years) >= _MOST * len(values)


def _tell_numbers(own: dict[str, int], named: Mapping[int, str], of_parents: Mapping[int, str], rows: Sequence[Sequence[str]]) -> None:
    columns = [place for place, field in named.items() if field == "personal_number"]
    grown = [place for place in columns if place in of_parents and _are_numbers_of_grown_people(_values(rows, place))]
    if own.get("personal_number") in grown:
        del own["personal_number"]
        if others := [place for place in columns if place not in grown and place not in own.values()]:
            own["personal_number"] = others[0]


def _are_numbers_of_grown_people(values: Sequence[str]) -> bool:
    """Whether numbers are not of children, most of them certainly: one child's among them and the rows are to be asked about."""
    born = [_birth_year(value) for value in values]
    grown = sum(1 for year in born if year in _OF_GROWN_PEOPLE)
    return bool(values) and grown >= _MOST * len(values) and all(year < guessing.YOUNG for year in born)


def _birth_year(text: str) -> int:
    """The year of birth a personal number speaks of, 1 for a number only grown people had, 0 for anything else."""
    figures = _BETWEEN.sub("", text)
    if len(figures) == _OLD_NUMBER and figures.isdigit():
        return 1
    parts = register.read_number(figures.zfill(register.NUMBER_LENGTH)) if len(figures) in (11, 12) else None
    return parts.birth_year if parts else 0


def _tell_ethnicity(own: dict[str, int], named: Mapping[int, str], of_parents: Mapping[int, str], names: Mapping[int, str]) -> None:
    """A parent's where the child's name is still to come, and nothing of the child stands between the parent and it."""
    place = own.get("ethnicity")
    child = min((other for other, person in names.items() if not person), default=None)
    if place is None or child is None or of_parents.get(place) not in _PARENTS or place > child:
        return
    parent = max(other for other in names if other < place)
    if any(parent < own[field] < place for field in _CHILDS if field in own):
        return
    del own["ethnicity"]
    if others := [other for other, field in named.items() if field == "ethnicity" and other > child and other not in of_parents]:
        own["ethnicity"] = others[0]


def _values(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [text for row in rows if place < len(row) and (text := row[place].strip()) and not is_nothing(text)]
