"""Facts that lists spread over several columns or write in a manner of their own: put together so that a row reads like any other.

A column stands for a manner: "male_mark" for a ticked "Nam", "born_female" for births written under "Nữ", "weighed_female" for weights
written there, "sex_1_0" for 1 and 0,
"ethnicity_2008" for codes of that list. Which column is which, the heading says, the values show (`refined`), or a person declares.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from mangnon.intake.records import SPREAD_OVER
from mangnon.intake.rules import (
    addresses,
    child_names,
    guessing,
    moving,
    other_scripts,
    parents,
    second_births,
    spread_births,
    spread_names,
    ticks,
)
from mangnon.intake.rules.words import SEX, STANDING, first_of, is_mark, is_nothing, plain
from mangnon.register.vocabulary import ethnicities
from mangnon.register.vocabulary.people import Sex, Standing


def composed(cells: Mapping[str, str]) -> Mapping[str, str]:
    """The cells with names, birth date, sex and ethnicity in their usual columns, and the child's name without bullet or label; the same
    mapping when there is nothing to do.
    """
    if placed := addresses.composed(cells):
        cells = {**cells, **placed}
    ticked = ticks.of_row(cells)
    if not ticked and not SPREAD.intersection(cells):
        return {**cells, **named} if (named := _named(cells)) else cells
    own = {**cells, **ticked}
    for name in spread_names.NAMES:
        if whole := spread_names.whole(own, name):
            own[name] = whole
    own |= _named(own)
    if "parents" in own:
        own |= {name: text for name, text in parents.told_apart(own["parents"]).items() if not own.get(name)}
    for born, parts in APART.items():
        if parts[-1] in own:
            own[born] = own.get(born) or _put_together(own, parts)
    if WEIGHED.intersection(own):
        own.setdefault("weight", _weight(own))
    own["birth_date"] = own.get("birth_date") or _birth(own)
    if again := own.get(second_births.FIELD):
        own["birth_date"] = second_births.finer(own["birth_date"], again)
    own["sex"] = own.get("sex") or _sex(own)
    own["ethnicity"] = own.get("ethnicity") or _ethnicity(own)
    if any(own.get(phone) for phone in (*PHONES.values(), "more_phone")):
        own["phone"] = _phones_of_all(own)
    for place, (commune, district, province, _) in PLACES.items():
        if commune in own or province in own:
            own[place] = own.get(place) or ", ".join(filter(None, (own.get(part, "") for part in (commune, district, province))))
    if other := own.get("other_place"):
        own[_of_the_way(own)] = other
    if sum_of_month := own.get("amount_a_month"):
        own["amount"] = own.get("amount") or sum_of_month
    if TICKED.intersection(own):
        own["poverty"] = own.get("poverty") or _standing(own)
    if code := own.get("poverty_1_2_3"):
        own["poverty"] = own.get("poverty") or _STANDING_CODES.get(code, code)
    return own


def _named(cells: Mapping[str, str]) -> dict[str, str]:
    """What changes when the child's name is bare and in our letters only; the same name in others goes to the note."""
    name = cells.get("full_name", "")
    own, other = other_scripts.apart(child_names.bare(name))
    if not other:
        return {} if own == name else {"full_name": own}
    note = cells.get("note", "")
    return {"full_name": own, "note": f"{note}; tên viết thêm: {other}" if note else f"Tên viết thêm: {other}"}


def refined(places: Mapping[str, int], titles: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """The columns as their values show them to be: a "Nam" beside "Ngày", "Tháng" is the year, a birth before these the day, and a
    "Năm" behind them has them with it; a sex of ones and zeros only is 1/0; births under "Nam" and "Nữ" are the boys' and the girls';
    names may be in parts; "Hộ nghèo" beside "Hộ cận nghèo" is ticked; names under "Cha (SĐT)" are the fathers'.
    """
    own = dict(places)
    spread_names.settle(own, titles, rows)
    for name, phone in PHONES.items():
        if phone in own and name not in own and _are_named(own[phone], rows):  # "Cha (SĐT)" over a name and its number
            own[name] = own.pop(phone)
    if "other_child" in own and not _are_named(own["other_child"], rows):
        del own["other_child"]  # "Con thứ 3" to be ticked
    if not BIRTHS.intersection(own) and all(_are_births(own.get(mark), rows) for mark in ("male_mark", "female_mark")):
        own["born_male"], own["born_female"] = own.pop("male_mark"), own.pop("female_mark")
    if "born_male" in own and "born_female" not in own and "birth_month" in own:
        own["birth_year"] = own.pop("born_male")
    if "male_mark" in own and "female_mark" not in own and "birth_month" in own:
        own["birth_year"] = own.pop("male_mark")
    if "birth_month" not in own:
        _find_day_and_month(own, titles, rows)
    if "birth_month" in own:
        _tell_birth_apart(own, titles, rows)
    poor = "ticked_poor" not in own and plain(_title(titles, own.get("poverty"))).endswith("ho ngheo")
    if poor and ("ticked_near_poor" in own or _is_ticked(own["poverty"], rows)):
        own["ticked_poor"] = own.pop("poverty")
    if plain(_title(titles, own.get("poverty"))) == _OF_THE_SOFTWARE and _holds_only(own["poverty"], _STANDING_CODES, rows):
        own["poverty_1_2_3"] = own.pop("poverty")
    for name in ("from_place", "to_place"):
        values = [row[own[name]] for row in rows if own[name] < len(row) and row[own[name]].strip()] if name in own else []
        if values and all(map(is_mark, values)):
            del own[name]  # "Chuyển đến" to be ticked
    if plain(_title(titles, own.get("weight"))).split()[-1:] == ["cn"] and _is_ticked(own["weight"], rows):
        del own["weight"]  # "CN" of a household that is nearly poor
    if (place := own.get("sex")) is not None:
        seen = {row[place].strip() for row in rows if place < len(row) and row[place].strip()}
        if seen == {"0", "1"}:
            own["sex_1_0"] = own.pop("sex")
    return own


def _are_named(place: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether most cells of a column begin with two words."""
    cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
    return bool(cells) and sum(1 for cell in cells if _TWO_WORDS.match(cell)) > 0.5 * len(cells)


def _find_day_and_month(own: dict[str, int], titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """The only column of the birth is its year, and the two before it are called "Ngày", "Tháng" alone: then they are of the birth too."""
    years = [own[name] for name in ("birth_year", "birth_date") if name in own]
    if len(years) == 1 and not {years[0] - 2, years[0] - 1} & set(own.values()) and spread_births.titled(titles, years[0], rows):
        own.pop("birth_date", None)
        own |= {part: years[0] - 2 + at for at, part in enumerate(spread_births.PARTS)}


def _are_births(place: int | None, rows: Sequence[Sequence[str]]) -> bool:
    """Whether nearly all filled cells of a column are births of children."""
    cells = [row[place] for row in rows if place is not None and place < len(row) and row[place].strip()]
    return bool(cells) and sum(map(guessing.is_birth, cells)) >= BORN * len(cells)


def _tell_birth_apart(own: dict[str, int], titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Day and year on either side of the month, both called after the birth: "Ngày sinh", "Tháng sinh", "Năm sinh". A column of days that
    holds whole dates stays the birth; a year beside it speaks where it is silent.
    """
    month = own["birth_month"]
    beside = [place for place in (month - 1, month + 1) if place == own.get("birth_date") or place not in own.values()]
    day = next((place for place in beside if "ngay" in plain(_title(titles, place)).split()), None)
    year = next((place for place in beside if place != day and "nam" in plain(_title(titles, place)).split()), None)
    if year is not None and "birth_year" not in own:
        own["birth_year"] = year
        if own.get("birth_date") == year:
            del own["birth_date"]
            if day is not None:
                own["birth_date"] = day
    if "birth_year" in own and day is not None and own.get("birth_date") == day and _are_days(day, rows):
        own["birth_day"] = own.pop("birth_date")


def _are_days(place: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column holds days of a month only, no whole dates."""
    return all(len(row[place].strip()) <= 2 for row in rows if place < len(row))


def _holds_only(place: int, texts: Collection[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the filled cells of a column, and there are some, say nothing but these texts."""
    filled = {row[place].strip() for row in rows if place < len(row)} - {""}
    return bool(filled) and filled <= set(texts)


def _is_ticked(place: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column holds marks only, and some."""
    filled = [row[place] for row in rows if place < len(row) and row[place].strip()]
    return bool(filled) and all(is_mark(text) is not None for text in filled)


def _title(titles: Sequence[str], place: int | None) -> str:
    return "" if place is None or place >= len(titles) else titles[place]


def _birth(cells: Mapping[str, str]) -> str:
    spread = _put_together(cells, spread_births.PARTS)
    return spread or cells.get("born_male", "") or cells.get("born_female", "")


def _put_together(cells: Mapping[str, str], parts: Sequence[str]) -> str:
    """Day, month and year as a date of what is known; a gap between them stays one, so that it is asked about: a day without its month is
    no month. A whole date may stand in any of the three.
    """
    day, *later = texts = [cells.get(part, "") for part in parts]
    if len(day) > _DAY and not any(later):
        return day
    known = next((place for place, text in enumerate(texts) if text), len(texts))
    return "/".join(text or "?" for text in texts[known:])


def _weight(cells: Mapping[str, str]) -> str:
    """What stands under the child's sex, ticks apart: a child that was not weighed."""
    return " ".join(text for field in SPREAD_OVER["weight"] if (text := cells.get(field, "")) and is_mark(text) is None)


def _sex(cells: Mapping[str, str]) -> str:
    if cells.get("born_male") or cells.get("born_female"):
        both = cells.get("born_male") and cells.get("born_female")
        return BOTH if both else "Nam" if cells.get("born_male") else "Nữ"
    if WEIGHED.intersection(cells):
        boy, girl = (bool(text := cells.get(field, "")) and is_mark(text) is not False for field in SPREAD_OVER["weight"])
        return BOTH if boy and girl else "Nam" if boy else "Nữ" if girl else ""
    if "sex_1_0" in cells:
        return {"1": "Nam", "0": "Nữ"}.get(cells["sex_1_0"], cells["sex_1_0"])
    male, female = _ticked(cells.get("male_mark", ""), Sex.MALE), _ticked(cells.get("female_mark", ""), Sex.FEMALE)
    if male and female:
        return BOTH
    if male or female:
        return "Nam" if male else "Nữ"
    if "male_mark" not in cells and "female_mark" in cells and female is False:
        return "Nam"  # only girls are ticked
    return "Nữ" if "female_mark" not in cells and "male_mark" in cells and male is False else ""


def _ticked(text: str, sex: Sex) -> bool | None:
    """Whether a column to be ticked is: by a mark, or by its own word, as "Nam" under "Nam"."""
    return True if first_of(SEX, text) is sex else is_mark(text)


def _standing(cells: Mapping[str, str]) -> str:
    """The household's standing by the ticked column; what is no tick stands for itself, so that it is asked about."""
    texts = [(kind, cells.get(field, "")) for field, kind in _TICKED.items()]
    said = [kind.label if is_mark(text) or first_of(STANDING, text) is kind else text for kind, text in texts if is_mark(text) is not False]
    return " và ".join(said)


def _phones_of_all(cells: Mapping[str, str]) -> str:
    """The telephones of nobody in particular, and of a parent who is not named: whoever else is named has them."""
    nobodys = [cells.get(phone, "") for name, phone in PHONES.items() if is_nothing(cells.get(name, ""))]
    return "; ".join(dict.fromkeys(filter(None, (cells.get("phone", ""), cells.get("more_phone", ""), *nobodys))))


def _of_the_way(cells: Mapping[str, str]) -> str:
    """Which place the one column for both ways names: where the child came from, or where it went."""
    way = moving.way(moving.read_direction(cells.get("direction", "")), cells.get(moving.OVER, ""))
    return "from_place" if way == "in" else "to_place"


def _ethnicity(cells: Mapping[str, str]) -> str:
    for field, codes in CODES.items():
        if text := cells.get(field, ""):
            group = codes.get(int(text)) if _is_code(text) else None
            return ethnicities.NAMES[group] if group else text
    return ""


BOTH = "Nam và Nữ"
BORN = 0.8  # of the filled cells of a column of births
BIRTHS = frozenset({"birth_date", *SPREAD_OVER["birth_date"]})
_TWO_WORDS = re.compile(r"\s*[^\W\d_]{2,}\s+[^\W\d_]+")
_DAY = 2  # figures of a day
APART = {"born_male": ("boy_day", "boy_month", "boy_year"), "born_female": ("girl_day", "girl_month", "girl_year")}
_FIGURES = 4  # of a code of an ethnic group, zeros in front of it included
PHONES = {"father_name": "father_phone", "mother_name": "mother_phone", "guardian_name": "guardian_phone"}  # whose telephone
_TICKED = {"ticked_poor": Standing.POOR, "ticked_near_poor": Standing.NEAR_POOR}
TICKED = frozenset(_TICKED)
_STANDING_CODES = {"1": Standing.POOR.label, "2": Standing.NEAR_POOR.label, "3": ""}
_OF_THE_SOFTWARE = "hoan canh gia dinh"  # how the ministry's software for children calls the column it writes these codes in
CODES = {"ethnicity_2008": ethnicities.LIST_OF_2008, "ethnicity_1979": ethnicities.LIST_OF_1979}
WEIGHED = frozenset(SPREAD_OVER["weight"])
PLACES = {name: SPREAD_OVER[name] for name in ("from_place", "to_place")}  # the smallest unit first
SPREAD = frozenset(part for parts in SPREAD_OVER.values() for part in parts)


def _is_code(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _FIGURES


def meaning_of_code(text: str) -> tuple[str, ...]:
    """The names a bare code of an ethnic group may have, each once: one when both official lists agree, two when they clash."""
    words = plain(text)
    if not _is_code(words):
        return ()
    groups = [codes.get(int(words)) for codes in CODES.values()]
    return tuple(dict.fromkeys(ethnicities.NAMES[group] for group in groups if group))
