"""The parts of a child's page that lists fill: school, vaccines, insurance cards, birth and death."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mangnon.lib import vietnamese
from mangnon.register.queries.life import Life
from mangnon.register.records import Birth
from mangnon.register.vocabulary import vaccines
from mangnon.register.vocabulary.people import Precision, SchoolingState
from mangnon.web.children.pages import Spell, small, span


@dataclass(frozen=True)
class Vaccine:
    """One vaccine with the days of its doses in words."""

    name: str
    doses: tuple[str, ...]
    meta: str


@dataclass(frozen=True)
class Waiting:
    """A hand-over that waits for its receipt."""

    pk: int
    words: str


@dataclass(frozen=True)
class Lived:
    """What the page shows; empty parts are left out."""

    schooling: tuple[Spell, ...]
    vaccines: tuple[Vaccine, ...]
    cards: tuple[Spell, ...]
    papers: tuple[tuple[str, str, str], ...]
    waiting: tuple[Waiting, ...]
    hand_overs: tuple[str, ...]


def lived(life: Life, *, on: date) -> Lived:
    """The facts in words."""
    return Lived(
        schooling=tuple(_school(spell, on) for spell in life.schooling),
        vaccines=tuple(_vaccine(list(doses)) for _, doses in groupby(life.doses, key=lambda dose: dose.vaccine)),
        cards=tuple(
            Spell(span(card.valid.lower, card.valid.upper), _holds(card, on), card.number, _join(card.clinic, card.source.label))
            for card in life.cards
        ),
        papers=tuple(_papers(life)),
        waiting=tuple(Waiting(one.pk, _handed(one)) for one in life.hand_overs if one.received_at is None),
        hand_overs=tuple(
            f"{_handed(one)}. {one.received_by_label} ghi tiếp nhận ngày {one.received_at:%d/%m/%Y}."
            for one in life.hand_overs
            if one.received_at is not None
        ),
    )  # fmt: skip


def _school(spell, on: date) -> Spell:  # type: ignore[no-untyped-def]
    state = SchoolingState(spell.state)
    title = f"{spell.school}, lớp {spell.class_name}" if spell.class_name else spell.school
    words = [f"Năm học {spell.school_year}" if spell.school_year else "", "" if state is SchoolingState.ATTENDING else state.label]
    return Spell(span(spell.valid.lower, spell.valid.upper), _holds(spell, on), title, _join(*words, spell.source.label))


def _vaccine(doses: list) -> Vaccine:  # type: ignore[type-arg]
    words = tuple(f"{f'Mũi {dose.number}: ' if dose.number and len(doses) > 1 else ''}{_day(dose)}" for dose in doses)
    meta = _join(*dict.fromkeys(dose.place for dose in doses), *dict.fromkeys(dose.source.label for dose in doses))
    return Vaccine(vaccines.NAMES.get(doses[0].vaccine, doses[0].vaccine), words, meta)


def _papers(life: Life) -> list[tuple[str, str, str]]:
    rows = []
    if (birth := life.birth) is not None:
        registered = f"đăng ký ngày {vietnamese.short_date(birth.registered_on)}" if birth.registered_on else ""
        for label, value in (
            ("Giấy khai sinh", " ".join(filter(None, [f"số {birth.certificate}" if birth.certificate else "", registered]))),
            ("Nơi sinh", birth.place), ("Cân nặng khi sinh", f"{vietnamese.number(birth.weight)} gam" if birth.weight else ""),
        ):  # fmt: skip
            if value:
                rows.append((label, value[:1].upper() + value[1:], birth.source.label))
    if (death := life.death) is not None:
        rows.append(("Ngày mất", _day(death), death.source.label))
        if death.certificate:
            rows.append(("Khai tử", f"Số {death.certificate}", death.source.label))
        if death.cause:
            written = death.cause_as_written
            label = death.get_cause_display()
            rows.append(("Nguyên nhân", f"{label} ({written})" if written and written != label else label, death.source.label))
    return rows


def _handed(one) -> str:  # type: ignore[no-untyped-def]
    return f"Chuyển từ {small(one.from_unit.name)} đến {small(one.to_unit.name)} ngày {one.happened_on:%d/%m/%Y}"


def _day(event) -> str:  # type: ignore[no-untyped-def]
    return Birth(event.happened_on, Precision(event.precision)).text()


def _holds(spell, on: date) -> bool:  # type: ignore[no-untyped-def]
    return (spell.valid.lower is None or spell.valid.lower <= on) and (spell.valid.upper is None or spell.valid.upper > on)


def _join(*parts: str) -> str:
    return ". ".join(part.rstrip(". ") for part in parts if part)
