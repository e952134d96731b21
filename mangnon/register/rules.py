"""Pure decisions of the register: who is a child, how a personal number is built, when two records are the same child."""

import hashlib
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from mangnon.lib import calendar, vietnamese
from mangnon.lib.refusals import Refusal
from mangnon.register.records import Birth, CarerRecord, ChildRecord, ResidenceRecord
from mangnon.register.vocabulary.people import RESIDENCE_RANK, CarerRole, Precision, Sex, ValueState

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # huyền sắc ngã hỏi nặng
CHILD_UNTIL = 16  # Luật Trẻ em 102/2016/QH13, Điều 1
NUMBER_LENGTH = 12


def is_child(*, born: date, on: date) -> bool:
    """Under sixteen on a day (Luật Trẻ em 102/2016/QH13, Điều 1)."""
    return calendar.age(born=born, on=on) < CHILD_UNTIL


def sixteenth_birthday(born: date) -> date:
    """The day somebody stops being a child under the law; who is born on 29 February turns on 1 March of a common year."""
    return _years_after(born, CHILD_UNTIL)


def born_after_to_be_child(on: date) -> date:
    """Everybody born after this day is under sixteen on `on`: the bound of a query on birth dates."""
    return on.replace(year=on.year - CHILD_UNTIL)  # sixteen years before a leap year is a leap year (but for 2100 and the like)


def child_code(key: int) -> str:
    """TE-000123: what people call a record by; it says nothing of the child."""
    return f"TE-{key:06d}"


def household_code(key: int) -> str:
    """GD-000123."""
    return f"GD-{key:06d}"


class NoHome(Refusal):
    """No residence of the record lies in the city."""


@dataclass(frozen=True)
class NumberParts:
    """What a twelve-digit personal number says (Nghị định 137/2015/NĐ-CP, Điều 13; Thông tư 07/2016/TT-BCA, Điều 7).

    The place is where the birth was registered and never changes, so it says nothing about residence.
    """

    place: str
    sex: Sex
    birth_year: int


@lru_cache(maxsize=1 << 13)  # asked more than once for one record
def read_number(number: str) -> NumberParts | None:
    """The parts of a number of twelve digits; None if it has not twelve digits. There is no check digit."""
    if len(number) != NUMBER_LENGTH or not (number.isascii() and number.isdigit()):
        return None
    century, female = divmod(int(number[3]), 2)
    return NumberParts(place=number[:3], sex=Sex.FEMALE if female else Sex.MALE, birth_year=1900 + 100 * century + int(number[4:6]))


def grouped_number(number: str) -> str:
    """092 3 20 004512: place, century and sex, year, rest."""
    return f"{number[:3]} {number[3]} {number[4:6]} {number[6:]}" if read_number(number) else number


def masked_number(number: str) -> str:
    """Only the last four figures, for lists."""
    return f"•••• •••• {number[-4:]}" if number else ""


def identity_key(*, full_name: str, birth: Birth, carers: Iterable[CarerRecord], unit_id: int) -> str:
    """Records of one child have one key: same name, birth and parents as written, accents and capitals aside.

    Twins may share it ("Gia An" and "Gia Ân"), so `same_name` has the last word. Without any carer the commune takes their place; sex is
    left out, because a wrong sex in one list must not make a second child.
    """
    people = sorted(f"{c.role}:{vietnamese.fold(c.full_name)}" for c in carers if c.role is not CarerRole.GUARDIAN)
    if not people:
        people = sorted(vietnamese.fold(c.full_name) for c in carers) or [f"unit:{unit_id}"]
    return _digest("child", vietnamese.fold(full_name), birth.text(), *people)


def same_name(one: str, other: str) -> bool:
    """Whether two names that fold alike are one name: the same marks wherever the tone stands (Hoà, Hòa), or one typed without any.

    Twins are often given names that differ by marks alone, so a different mark is a different child.
    """
    one, other = vietnamese.clean(one).lower(), vietnamese.clean(other).lower()
    return one.isascii() or other.isascii() or spelling(one) == spelling(other)


def spelling(name: str) -> str:
    """The name in small letters with the tone of each word at its end, so that the place of the tone does not matter."""
    return " ".join(map(_spelt, vietnamese.clean(name).lower().split()))


@lru_cache(maxsize=1 << 13)  # names share their words
def _spelt(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    return "".join(c for c in letters if c not in _TONES) + "".join(c for c in letters if c in _TONES)


def household_key(record: ChildRecord, *, unit_id: int, hamlet: str) -> str:
    """Records with one key live in one household; "" when the record does not say enough.

    The sender's own household number decides; else both parents at one place, or one carer at one address.
    """
    if record.household:
        return _digest("number", str(unit_id), record.household)
    names = _named(record.carers)
    address = next((vietnamese.fold(r.address) for r in by_rank(record.residences) if r.address), "")
    if len(names) >= 2 or (names and address):
        return _digest("carers", str(unit_id), vietnamese.fold(hamlet), address, *names)
    return ""


def kin(carers: Iterable[CarerRecord]) -> int:
    """A number of 63 bits for people of these names, 0 for none: records that `household_key` brings together by their carers share it."""
    names = _named(carers)
    return int.from_bytes(hashlib.blake2b("\x1f".join(names).encode(), digest_size=8).digest()) >> 1 or 1 if names else 0


def _named(carers: Iterable[CarerRecord]) -> list[str]:
    return sorted(f"{c.role}:{vietnamese.fold(c.full_name)}" for c in carers)


def by_rank(residences: Iterable[ResidenceRecord]) -> list[ResidenceRecord]:
    """The residence that says where a child lives first: present, then temporary, then permanent; places outside the city last."""
    return sorted(residences, key=_rank)


def _rank(residence: ResidenceRecord) -> tuple[bool, int]:
    return residence.unit_id is None, RESIDENCE_RANK[residence.kind]


def home(residences: Iterable[ResidenceRecord]) -> tuple[int, str]:
    """The commune and hamlet where the child lives. Raises NoHome when no residence lies in the city."""
    first = min(residences, key=_rank, default=None)
    if first is None or first.unit_id is None:
        raise NoHome("Chưa biết trẻ ở xã, phường nào của thành phố. Ghi nơi ở hiện tại rồi ghi lại.")
    return first.unit_id, first.hamlet


def search_words(full_name: str, carers: Iterable[CarerRecord]) -> list[str]:
    """Folded words of the child's name, and of each carer's with a letter for the role ("m:lan"), so that words never mix people."""
    words = dict.fromkeys(vietnamese.fold(full_name).split())
    for carer in carers:
        words.update(dict.fromkeys(f"{carer.role[0]}:{word}" for word in vietnamese.fold(carer.full_name).split()))
    return [word[:60] for word in words]


def better_name(old: str, new: str) -> bool:
    """Whether a newly written name should replace the kept one: other marks, at least as many of them, or capitals put right."""
    old, new = vietnamese.clean(old), vietnamese.clean(new)
    if old.lower() == new.lower():
        return not usual_capitals(old) and usual_capitals(new)
    return _marks(new) >= _marks(old)


def usual_capitals(name: str) -> bool:
    """Every word begins with a capital, and the name is not in capitals throughout."""
    words = name.split()
    return all(not word[0].islower() for word in words) and not (len(words) > 1 and name.isupper())


def better_birth(old: Birth, new: Birth) -> bool:
    """Whether a newly written birth date replaces the kept one: it differs and is not vaguer."""
    order = list(Precision)
    return new != old and order.index(new.precision) <= order.index(old.precision)


def last_day_of(known: Birth) -> date:
    """The last day a partly known date may be: 30/06/2026 for 06/2026."""
    if known.precision is Precision.YEAR:
        return date(known.day.year, 12, 31)
    if known.precision is Precision.MONTH:
        return known.day.replace(day=monthrange(known.day.year, known.day.month)[1])
    return known.day


def ends_before(last: date | None) -> date | None:
    """The first day a fact holds no longer, given its last; None for one without an end, which insurers write as 31/12/9999."""
    return last + timedelta(days=1) if last is not None and last.year < date.max.year else None


def value_state(value: object, *, name: str, withheld: Iterable[str] = (), precision: Precision | str = Precision.DAY) -> ValueState:
    """What is known of an attribute: unknown, partial, present or withheld (Thông tư 13/2017/TT-BTTTT, Điều 8 khoản 2).

    The register stores an empty value for what is not known, a precision beside a date that is known in part, and the attribute's name in
    `withheld` when the family or the sender knows and does not give it; a value that came later wins over that.
    """
    if value not in (None, "", Sex.UNKNOWN):
        return ValueState.PRESENT if precision == Precision.DAY else ValueState.PARTIAL
    return ValueState.WITHHELD if name in set(withheld) else ValueState.UNKNOWN


def still_withheld(before: Iterable[str], record: ChildRecord) -> list[str]:
    """The attributes not given, after a record: what it gives is given, what it withholds is added."""
    carers = bool(record.carers)
    given = {
        name
        for name, value in (
            ("sex", record.sex is not Sex.UNKNOWN), ("ethnicity", record.ethnicity), ("personal_number", record.personal_number),
            ("carers", carers),
        )
        if value
    }  # fmt: skip
    return sorted(({*before} - given) | {*record.withheld})


def _marks(text: str) -> int:
    return sum(1 for c in vietnamese.clean(text) if not c.isascii())


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()
