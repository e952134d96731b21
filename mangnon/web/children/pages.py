"""What the pages about children show, as values a template can trust."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from mangnon.audit.vocabulary import Act
from mangnon.institutions import queries as institutions
from mangnon.lib import calendar, vietnamese
from mangnon.register import rules
from mangnon.register.queries.record import Facts, ListFacts
from mangnon.register.records import Birth
from mangnon.register.vocabulary import ethnicities
from mangnon.register.vocabulary.people import CircumstanceKind, IdentifierState, Precision, ValueState
from mangnon.web.templatetags.parts import Moment

STATE_PILL = {
    IdentifierState.NONE: "wait", IdentifierState.PENDING: "info", IdentifierState.FORMAT_ERROR: "soon",
    IdentifierState.UNVERIFIED: "info", IdentifierState.VERIFIED: "ok", IdentifierState.MISMATCH: "soon", IdentifierState.CANCELLED: "idle",
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One child in the list."""

    pk: int
    name: str
    meta: str
    birth: str
    number: str
    pill: str
    state: str
    place: str
    circumstances: str


@dataclass(frozen=True)
class Spell:
    """Something dated: from, to or still holding, words, ground."""

    span: str
    holds: bool
    title: str
    meta: str
    end_url_id: int | None = None


@dataclass(frozen=True)
class Person:
    """One member of the family."""

    name: str
    role: str
    meta: str = ""
    child_id: int | None = None


@dataclass(frozen=True)
class Record:
    """A child's record as a page."""

    pk: int
    code: str
    name: str
    monogram: str
    pill: str
    state: str
    facts: tuple[str, ...]
    number: str
    place: str
    identity: tuple[tuple[str, str, str], ...]
    numbers: tuple[Spell, ...]
    circumstances: tuple[Spell, ...]
    help: tuple[Spell, ...]
    family: tuple[Person, ...]
    household: str
    residences: tuple[tuple[str, tuple[Moment, ...]], ...]
    changes: tuple[Moment, ...]
    lookers: tuple[Moment, ...]
    note: str
    closed: str
    open_count: int


def line(child, facts: ListFacts, *, on: date, with_commune: bool) -> Line:  # type: ignore[no-untyped-def]
    """A child as a row of the list; the number only by its last four figures."""
    birth = Birth(child.birth_date, Precision(child.birth_precision))
    place = child.hamlet or child.lives_in.name
    if with_commune and child.hamlet:
        place = f"{child.hamlet}, {small(child.lives_in.name)}"
    return Line(
        pk=child.pk, name=child.full_name, meta=f"{child.get_sex_display()}, {age_in_years(child.birth_date, on)}", birth=birth.text(),
        number=rules.masked_number(facts.number) or "Chưa có", pill=STATE_PILL[IdentifierState(child.identifier_state)],
        state=child.get_identifier_state_display(), place=place, circumstances="; ".join(facts.circumstances),
    )  # fmt: skip


def record(facts: Facts, *, events: Iterable, on: date) -> Record:  # type: ignore[type-arg]
    """Everything of one child as its page shows it."""
    child = facts.child
    birth = Birth(child.birth_date, Precision(child.birth_precision))
    ethnicity = ethnicities.NAMES.get(child.ethnicity, child.ethnicity)
    history = list(events)
    kept = [event for event in history if event.act != Act.CHILD_VIEWED]
    views = [event for event in history if event.act == Act.CHILD_VIEWED]
    spells = (*_circumstances(facts, on), *_standings(facts, on))
    return Record(
        pk=child.pk, code=child.code, name=child.full_name,
        monogram="".join(word[0].upper() for word in child.full_name.split()[-2:]),
        pill=STATE_PILL[IdentifierState(child.identifier_state)], state=child.get_identifier_state_display(),
        facts=(
            child.get_sex_display(), f"{birth.text()} ({age_in_months(birth, on)})",
            f"Dân tộc {ethnicity}" if child.ethnicity else "Chưa rõ dân tộc",
        ),
        number=rules.grouped_number(facts.number), place=_place(child),
        identity=(
            ("Họ và tên", child.full_name, child.source.label), ("Ngày sinh", birth.text(), Precision(child.birth_precision).label),
            ("Giới tính", _known(child, "sex", child.get_sex_display()), ""), ("Dân tộc", _known(child, "ethnicity", ethnicity), ""),
            ("Trình độ học vấn", child.get_school_level_display() or "Chưa rõ", ""),
            ("Tình trạng học tập", child.get_school_state_display() or "Chưa rõ", ""),
        ),
        numbers=tuple(
            Spell(
                span(i.valid.lower, i.valid.upper, unknown="Có từ khi ghi sổ"), i.valid.upper is None,
                rules.grouped_number(i.value) or "Chưa có số",
                _join(i.get_state_display(), i.method, i.source.label, i.note),
            )
            for i in facts.identifiers
        ),
        circumstances=spells, help=tuple(_help(facts, on)),
        family=tuple(_family(facts, on)), household=child.household.code,
        residences=tuple(_residences(facts, on)),
        changes=tuple(_moment(event.at, Act(event.act).label, event.who_label) for event in kept[:12]),
        lookers=tuple(_moment(event.at, event.who_label, event.who_id) for event in views[:20]),
        note=child.note, closed=_closed(child), open_count=sum(1 for spell in spells if spell.holds),
    )  # fmt: skip


def _known(child, name: str, shown: str) -> str:  # type: ignore[no-untyped-def]
    """The value in words, or that the family knows and does not give it."""
    state = rules.value_state(getattr(child, name), name=name, withheld=child.withheld)
    return state.label if state is ValueState.WITHHELD else shown


def age_in_years(born: date, on: date) -> str:
    """“6 tuổi”; under one year in months."""
    years = calendar.age(born=born, on=on)
    return f"{years} tuổi" if years else f"{_months(born, on)} tháng"


def age_in_months(birth: Birth, on: date) -> str:
    """“6 tuổi 8 tháng”; only years when the day of birth is not known."""
    years = calendar.age(born=birth.day, on=on)
    if birth.precision is not Precision.DAY:
        return f"khoảng {years} tuổi"
    months = _months(birth.day, on) - 12 * years
    return " ".join(filter(None, [f"{years} tuổi" if years else "", f"{months} tháng" if months or not years else ""]))


def span(first: date | None, end: date | None, *, unknown: str = "Chưa rõ ngày bắt đầu") -> str:
    """Từ 02/11/2026 · 10/03/2021 đến 30/06/2022 · chưa rõ ngày bắt đầu."""
    last = vietnamese.short_date(calendar.last_day_before(end)) if end else ""
    if first and last:
        return f"{vietnamese.short_date(first)} đến {last}"
    if last:
        return f"Đến {last}"
    return f"Từ {vietnamese.short_date(first)}" if first else unknown


def _months(born: date, on: date) -> int:
    return (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)


def _circumstances(facts: Facts, on: date) -> list[Spell]:
    return [
        Spell(
            span(c.first_day, c.end), c.holds_on(on),
            c.label if c.kind is CircumstanceKind.SPECIAL or c.hidden else f"{c.kind.label}: {c.label[:1].lower()}{c.label[1:]}",
            _join(
                c.basis, f"Căn cứ: {c.evidence}" if c.evidence else "", f"Kết thúc vì {c.ended_because}" if c.ended_because else "",
                c.source,
            ),
            c.id if c.end is None else None,
        )
        for c in facts.circumstances
    ]  # fmt: skip


def _standings(facts: Facts, on: date) -> list[Spell]:
    return [
        Spell(
            span(s.valid.lower, s.valid.upper), s.valid.upper is None or s.valid.upper > on, s.get_standing_display(),
            _join(s.evidence, s.source.label),
        )
        for s in facts.standings
    ]  # fmt: skip


def _help(facts: Facts, on: date) -> list[Spell]:
    return [
        Spell(
            span(a.valid.lower, a.valid.upper), a.valid.upper is None or a.valid.upper > on, a.get_kind_display(),
            _join(f"{vietnamese.number(a.amount)} đồng mỗi tháng" if a.amount else "", a.evidence, a.source.label),
        )
        for a in facts.assistance
    ]  # fmt: skip


def _family(facts: Facts, on: date) -> list[Person]:
    carers = [
        Person(r.carer.full_name, r.get_role_display(), f"Điện thoại {_masked_phone(r.carer.phone)}" if r.carer.phone else "")
        for r in facts.relations
        if r.valid.upper is None
    ]  # fmt: skip
    return carers + [Person(c.full_name, "Cùng hộ", age_in_years(c.birth_date, on), c.pk) for c in facts.siblings]


def _residences(facts: Facts, on: date) -> list[tuple[str, tuple[Moment, ...]]]:
    by_kind: dict[str, list[Moment]] = {}
    now = _now(facts, on)
    for r in facts.residences:
        name = r.unit.name if r.unit else r.unit_as_written or "Ngoài thành phố"
        written = r.unit_as_written if r.unit and vietnamese.fold(r.unit_as_written) not in {"", vietnamese.fold(name)} else ""
        words = _join(r.address, small(r.hamlet) if r.address else r.hamlet, small(name) if r.hamlet or r.address else name, joint=", ")
        words = f"{words} (nay là {small(now[r.unit_id])})" if r.unit_id in now else words
        who = f"trong danh sách ghi: {written}" if written else ""
        by_kind.setdefault(r.get_kind_display(), []).append(Moment(span(r.valid.lower, r.valid.upper), words, who))
    return [(kind, tuple(moments)) for kind, moments in by_kind.items()]


def _now(facts: Facts, on: date) -> dict[int | None, str]:
    """Units of residences that have ended, with the name of the one they are now; nothing asked where none has."""
    ended = {r.unit_id for r in facts.residences if r.unit_id and r.unit and r.unit.valid.upper and r.unit.valid.upper <= on}
    if not ended:
        return {}
    now = institutions.now_of(ended, on=on)
    names = institutions.names_of(now.values())
    return {unit: names[target] for unit, target in now.items()}


def _place(child) -> str:  # type: ignore[no-untyped-def]
    address = next((r.address for r in child.residences.all() if r.valid.upper is None and r.address), "")
    return _join(
        address,
        small(child.hamlet) if address else child.hamlet,
        small(child.lives_in.name) if child.hamlet or address else child.lives_in.name,
        joint=", ",
    )


def _closed(child) -> str:  # type: ignore[no-untyped-def]
    return f"{child.get_closed_reason_display()}, {vietnamese.short_date(child.closed_on)}" if child.closed_on else ""


def _moment(at: datetime, text: str, who: str) -> Moment:
    local = at.astimezone(calendar.VIETNAM)
    return Moment(when=f"{local:%d/%m/%Y %H:%M}", text=text, who=who)


def _masked_phone(phone: str) -> str:
    return f"{phone[:2]}•• ••• {phone[-3:]}" if len(phone) >= 6 else phone


def small(name: str) -> str:
    """A place inside a sentence: phường Cái Khế."""
    return name[:1].lower() + name[1:]


def _join(*parts: str, joint: str = ". ") -> str:
    return joint.join(part.rstrip(". ") for part in parts if part)


def chips(counts: dict[str, int], titles: dict[str, str]) -> list[tuple[str, str]]:
    """Quick views with their counts; empty ones stay, so that the row keeps its shape."""
    return [(key, f"{title} ({vietnamese.number(counts[key])})" if key else title) for key, title in titles.items()]


def summary(total: int, verified: int) -> str:
    """The share of verified numbers."""
    return f"{vietnamese.number(verified / total * 100, decimals=1)}%" if total else "0%"
