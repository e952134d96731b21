"""Births as lists tell them: the weight, and words for what is not there yet."""

import re
from collections.abc import Collection, Mapping, Sequence

from mangnon.intake.rules import words
from mangnon.lib import vietnamese

_KILO = r"(?:kilogam|kilo|kgs?|ki|ky|k)"
_GRAM = r"(?:gram|gam|grs?|g)"
_BEFORE = r"(?:(?:can nang|trong luong|cn|p)(?: luc sinh| khi sinh)? ?[:=]? ?)?"
_LENGTH = r"(?: ?[/,;(-] ?(?:dai|cao|cd)? ?:? ?\d{2}(?:[.,]\d)? ?cm ?\)?| ?[/-] ?[3-6]\d)?"  # "3200/50cm": no list here keeps it
_WEIGHT = re.compile(
    rf"{_BEFORE}(?:(?P<kilos>[1-9]) ?{_KILO} ?(?:(?P<rest>\d{{1,3}})|(?P<grams>\d{{2,3}}) ?{_GRAM})"
    rf"|(?P<figures>\d{{1,7}}(?:[.,]\d{{1,7}})?|\d \d{{3}}) ?(?:(?P<kilo>{_KILO})|(?P<gram>{_GRAM}))?)\.?{_LENGTH}"
)
_FIGURES = 7  # of a weight: longer numbers are none
_KILOS_UP_TO = 20  # a bare number below is of kilograms
_WEIGHED = {"male_mark": "weighed_male", "female_mark": "weighed_female"}
_NEWBORN = range(500, 7_001)  # grams
_YEARS = range(2000, 2050)
_MOST = 0.7  # of what stands in columns of boys and girls and is no tick
_NOT_WEIGHED = re.compile(r"(?:khong|chua|ko|k) (?:duoc )?can(?: duoc| nang| do)?")
_NOT_REGISTERED = re.compile(
    r"(?:chua|dang|cho|dang cho)(?: (?:co|di|lam|nhan|duoc|cap|dang ky|dk|dkks|ks|khai sinh|giay|gks|so|nop ho so))*"
)


def read_weight(text: str) -> int | None:
    """Grams: of "3200", "3.200 g", "3,2", "3,2 kg", "3kg2", "3 200", "3200/50cm"."""
    if text.isascii() and text.isdigit() and len(text) <= _FIGURES:
        return _grams(text)
    found = _WEIGHT.fullmatch(vietnamese.fold(vietnamese.clean(text)).strip(" .;"))
    if not found:
        return None
    if rest := found["rest"]:  # "3kg2" says it as "3,2 kg" does
        return int(found["kilos"]) * 1000 + int(rest.ljust(3, "0"))
    if grams := found["grams"]:
        return int(found["kilos"]) * 1000 + int(grams)
    figures = found["figures"].replace(" ", "").replace(",", ".")
    if found["gram"]:
        return _whole(figures)
    return round(float(figures) * 1000) if found["kilo"] else _grams(figures)


def _grams(figures: str) -> int:
    """Of a number without its unit."""
    value = float(figures)
    return round(value * 1000) if value < _KILOS_UP_TO else round(value)


def _whole(figures: str) -> int:
    """Of a number of grams: a point before three figures parts the thousands."""
    return round(float(figures) * 1000) if len(figures.partition(".")[2]) == 3 else round(float(figures))


def not_weighed(text: str) -> bool:
    """Whether a cell for the weight says that there is none: "không cân", "chưa có"."""
    return words.is_nothing(text) or _NOT_WEIGHED.fullmatch(words.plain(text)) is not None


def not_registered(text: str) -> bool:
    """Whether a cell for the entry in the civil register says that there is none yet: "chưa ĐK", "chưa làm giấy khai sinh"."""
    return words.is_nothing(text) or _NOT_REGISTERED.fullmatch(words.plain(text)) is not None


def certificate(text: str) -> str:
    """The number of a birth certificate as written; "" for words that there is none yet."""
    return "" if not text[:1].isdigit() and not_registered(text) else text


def weighed(places: Mapping[str, int], rows: Sequence[Sequence[str]], fields: Collection[str]) -> dict[str, int]:
    """The columns with "Nam" and "Nữ" as those of weights where these stand in them instead of ticks, as in books of deliveries."""
    own = dict(places)
    marks = [field for field in _WEIGHED if field in own]
    if not marks or "weight" in own or not {*_WEIGHED.values()} <= {*fields}:
        return own
    cells = (row[own[field]].strip() for row in rows for field in marks if own[field] < len(row))
    told = [text for text in cells if text and words.is_mark(text) is None]
    if told and sum(map(_is_weight, told)) >= _MOST * len(told):
        for field in marks:
            own[_WEIGHED[field]] = own.pop(field)
    return own


def _is_weight(text: str) -> bool:
    grams = read_weight(text)
    return grams in _NEWBORN and not (text.isdigit() and grams in _YEARS)
