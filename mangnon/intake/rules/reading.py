"""A row of texts as values, and values as the record the register takes."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from mangnon.intake.records import SPREAD_OVER, TICK, Context, Format, ReadRow
from mangnon.intake.rules import (
    banners,
    carers,
    child_names,
    columns,
    communes,
    dates,
    feet,
    formulas,
    hints,
    name_lines,
    names,
    numbers,
    phones,
    school,
    second_births,
    words,
)
from mangnon.lib import hamlets, legacy_text, tables, vietnamese
from mangnon.register import rules as register
from mangnon.register.records import Birth, CarerRecord, ChildRecord, CircumstanceRecord, Described, HelpRecord, ResidenceRecord
from mangnon.register.vocabulary.circumstances import CLAUSES
from mangnon.register.vocabulary.people import CarerRole, CircumstanceKind, ResidenceKind, Sex

_HAMLET = re.compile(
    r"(?:ấp|khu vực|kv|khóm|thôn|tổ|tổ dân phố|ấp văn hóa)(?![^\W\d_])(?!.*\b(?:xã|phường|thị trấn|p\.|x\.|tt\.?)\s*\w)", re.IGNORECASE
)
_PARTS = re.compile(r"[,;]|\s[-–—]\s")
WITHHOLDABLE = (("sex", "sex"), ("ethnicity", "ethnicity"), ("personal_number", "personal_number"), ("carers", "mother_name"))
CARERS = (("father_name", CarerRole.FATHER), ("mother_name", CarerRole.MOTHER), ("guardian_name", CarerRole.GUARDIAN))
RESIDENCES = (("permanent", ResidenceKind.PERMANENT), ("temporary", ResidenceKind.TEMPORARY), ("current", ResidenceKind.CURRENT))
SAYING = (  # columns that speak of a child
    "full_name", "given_name", "birth_date", "birth_year", "born_male", "born_female", "boy_year", "girl_year", "sex", "personal_number",
    "child_code", "father_name", "mother_name",
)  # fmt: skip
FIGURES = ("birth_date", "birth_year", "born_male", "born_female", "boy_year", "girl_year", "personal_number")
_SAID_AGAIN = {"birth_date": (second_births.FIELD,), "poverty": SPREAD_OVER["poverty"], "address": SPREAD_OVER["address"]}
_PREFILLED = frozenset({"number", "sex", "ethnicity", "hamlet", "current", "permanent"})
PLACES = (*(name for name, _ in RESIDENCES), "from_place", "to_place")
_BETWEEN = re.compile(r"[\s.\-'’]")
_NUMBER_CELL = re.compile(r"^(\d+)[.,]0+$")
_ASPECTS = {  # what the register calls a change → the columns that say it
    "name": ("full_name",), "birth": ("birth_date", "birth_year", "born_male", "born_female"),
    "attributes": ("sex", "ethnicity", "school_level", "school_state", "born_male", "born_female"),
    "residence": ("permanent", "temporary", "current", "hamlet", "address"), "identifier": ("personal_number",), "standing": ("poverty",),
    "circumstance": ("circumstances", "risks", "since"), "assistance": ("help", "since"),
    "carer": ("father_name", "mother_name", "guardian_name", "phone", "father_phone", "mother_phone", "guardian_phone", "more_phone"),
}  # fmt: skip
_LETTERS = "0-9A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
_CLEAN = re.compile(rf"[{_LETTERS}/.,-]+(?: [{_LETTERS}/.,-]+)*")  # names, numbers and dates of most lists: nothing to clean
_EXAMPLE = frozenset({"vd", "vi du", "mau"})  # instead of a number: the row shows how to fill in the others
ALL = "*"  # every column, where encodings are told by column
_EMPTY = frozenset({"NULL", "Null", "null", "(null)", "(NULL)", "<null>", "None", "undefined", "NaN", "nan"})  # what programs write for it
_USUAL = 2_000  # letters of a row; texts of a longer one are not worth remembering
_FOOT = re.compile(
    r"^(?:tong(?=$| \d| (?:so|cong|hop|ket|ca|chung|luot|tre|em|toan|nam|nu|ho|ap|khu|xa|phuong|danh|truong|lop|nguoi)\b)|cong"
    r"|nguoi (?:lap|tong hop)|lap bieu|xac nhan|ngay .* thang|(?:tm|kt|tl) |thu truong|(?:pho )?chu tich"
    r"|(?:pho )?hieu truong|truong (?:ap|tram|khu vuc|phong)|can bo|danh sach (?:nay )?(?:gom|co)|an dinh|ky (?:ten|va|ghi|dong)"
    r"|ghi ro ho ten|da ky)\b"
)

_HERE = frozenset(  # for where a child lives: in the commune of the list
    f"{at}{place}" for at in ("", "tai ", "o ", "dang o ", "con o ", "o tai ", "dang o tai ", "hien o ", "hien dang o ")
    for place in ("dia phuong", "dia ban", "cho", "nha", "dia chi tren", "noi thuong tru", "noi dang ky thuong tru", "xa", "phuong", "day")
    if at or place not in {"xa", "phuong", "nha", "cho", "day"}
)  # fmt: skip
_SOMEBODY = re.compile(r"ng(?:ười|uoi)\s", re.IGNORECASE)
_OFFICER = re.compile(r"^nguoi (?:nhan|giao|nop|lap|duyet|kiem tra|tong hop|cung cap)\b")  # no name begins so, whatever stands beside it


def cells_of(
    raw: Sequence[str], places: Mapping[str, int], corrections: Mapping[str, str] | None = None, encodings: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The texts of a row by column, old encodings read, corrections in place of what they correct."""
    width, whole_row = len(raw), "".join(raw)
    read = _kept if len(whole_row) <= _USUAL else _shown
    if encodings:
        whole = encodings.get(ALL, "")
        cells = {name: read(_decoded(raw[place], encodings.get(name, whole))) if place < width else "" for name, place in places.items()}
    else:
        cells = {name: read(raw[place]) if place < width else "" for name, place in places.items()}
    if name_lines.may_be(whole_row):
        typed = encodings or {}
        cells |= name_lines.of_row(raw, places, lambda field, text: _with_lines(text, typed.get(field, typed.get(ALL, ""))))
    return _corrected(cells, corrections) if corrections else cells


def _with_lines(text: str, encoding: str) -> str:
    return tables.visible_text(_decoded(tables.original(text), encoding))


def _corrected(cells: Mapping[str, str], corrections: Mapping[str, str]) -> dict[str, str]:
    """The cells with corrections in place of what they correct, ticks for values of a corrected column and other columns that say it once
    more among it.
    """
    answered = {part for field in corrections for part in _SAID_AGAIN.get(field, ())}
    left = {
        name: text for name, text in cells.items()
        if name not in answered and (TICK not in name or name.partition(TICK)[0] not in corrections)
    }  # fmt: skip
    return left | {name: vietnamese.clean(text) for name, text in corrections.items()}


def _shown(text: str) -> str:
    if text in _EMPTY:
        return ""
    if len(text) <= _USUAL and _CLEAN.fullmatch(text):
        return text
    text = tables.original(text)
    if text.startswith('="') and text.endswith('"'):  # ="0912345678": how programs keep the zero of a number
        text = text[2:-1]
    return vietnamese.clean(tables.visible_text(text)) if text else ""


_kept = lru_cache(maxsize=1 << 15)(_shown)  # lists repeat their words


@lru_cache(maxsize=1 << 14)
def _decoded(text: str, encoding: str) -> str:
    return legacy_text.decode(text, encoding) if encoding and text else text


def is_child_row(cells: Mapping[str, str], raw: Sequence[str]) -> bool:
    """Whether a row speaks of a child: not blank, not a caption ("Khu vực 5"), a total, or a line for signatures."""
    filled = [cell for cell in raw if cell.strip()]
    if cells.get(banners.FIELD):
        filled = filled[:-1]  # one of them is said of every row
    if not filled:
        return False
    if is_aside(cells):
        return False
    number, name = cells.get("number", ""), cells.get("full_name", "")
    facts = sum([1 for field in SAYING if (text := cells.get(field)) and (field not in FIGURES or _tells(text))])
    dated = _dated(cells)
    if (facts <= 2 or not dated) and (is_total(filled[0]) or is_total(name)) and not (dated and number.isdigit() and " " in name):
        return False
    return facts >= 2 or (facts == 1 and len(filled) >= 3 and not _is_prefilled(cells, len(filled)))


def _is_prefilled(cells: Mapping[str, str], filled: int) -> bool:
    """Whether a row says only what a form has in every row before anybody writes in it: a number, a sex, "Kinh", the hamlet."""
    said = {name for name, text in cells.items() if text}
    return said <= _PREFILLED and filled <= len(said)


def is_aside(cells: Mapping[str, str]) -> bool:
    """Whether a row shows how to fill in the others ("VD", "dd/mm/yyyy"), or names an officer ("Người nhận: …")."""
    number, name = cells.get("number", ""), cells.get("full_name", "")
    if (not number.isdigit() and words.plain(number) in _EXAMPLE) or hints.is_hint(cells):
        return True
    return _SOMEBODY.match(name) is not None and _OFFICER.match(words.plain(name)) is not None


def _tells(text: str) -> bool:
    """Whether a cell that should hold figures does, or says that there are none; an officer's name under the list does not."""
    return any(map(str.isdigit, text)) or words.is_nothing(text)


def is_total(text: str) -> bool:
    """ "Tổng cộng: 3 trẻ", "Người lập biểu"; but no child called Tống, Trương or Công."""
    return not text.isdigit() and feet.begins(text, _FOOT) is not None and not text.lower().startswith("công ")


def _dated(cells: Mapping[str, str]) -> bool:
    return any(sum(map(str.isdigit, cells.get(name, ""))) >= 4 for name in FIGURES)


def read(
    number: int, cells: Mapping[str, str], layout: Format | None = None, *, corrected: Iterable[str] = (), keyed: bool = True
) -> ReadRow:  # fmt: skip
    """Understand a row as far as it goes; checks tell about the rest. `layout` names the columns beyond those every list of children has,
    `corrected` the columns whose text a person wrote here. Not `keyed`: without its keys, for rows that are compared already.
    """
    if failed := formulas.failed(cells):
        cells = {name: "" if name in failed else text for name, text in cells.items()}
    cells = columns.composed(cells)
    named_there, unknown_circumstances = words.find_clauses(
        cells.get("circumstances", ""), CircumstanceKind.SPECIAL, CircumstanceKind.RISK
    )  # fmt: skip
    risks, unknown_risks = words.find_clauses(cells.get("risks", ""), CircumstanceKind.RISK)
    circumstances = named_there
    if named_there:  # "hộ nghèo", "mồ côi cha" beside them are risks
        circumstances = tuple(key for key in named_there if CLAUSES[key].kind is CircumstanceKind.SPECIAL)
        risks = tuple(dict.fromkeys((*risks, *(key for key in named_there if CLAUSES[key].kind is CircumstanceKind.RISK))))
    help_parts = words.several(cells.get("help", ""))
    try:
        birth = dates.read_birth(cells.get("birth_date", ""))
    except dates.NoSuchDay:
        birth = None
    sex = words.first_of(words.SEX, cells.get("sex", ""))
    named, level = _carers(cells), cells.get("school_level", "")
    key = _key(cells, birth, named) if keyed else ""
    return ReadRow(
        number=number, cells=cells, birth=birth,
        sex=sex,
        personal_number=numbers.whole(personal_number(cells.get("personal_number", "")), birth, sex),
        standing=words.first_of(words.STANDING, cells.get("poverty", "")),
        ethnicity=words.find_ethnicity(cells.get("ethnicity", "")),
        school_level=words.first_of(words.SCHOOL_LEVEL, level) or (school.level_in_words(level) if level else None),
        school_state=words.first_of(words.SCHOOL_STATE, cells.get("school_state", "")) or (school.state_in_words(level) if level else None),
        circumstances=circumstances, unknown_circumstances=unknown_circumstances, risks=risks, unknown_risks=unknown_risks,
        help=tuple(dict.fromkeys(kind for part in help_parts if (kind := words.first_of(words.HELP, part)))),
        unknown_help=tuple(part for part in help_parts if words.first_of(words.HELP, part) is None),
        since=dates.read_day(cells.get("since", "")),
        values=_values(cells, layout) if layout else {}, corrected=frozenset(corrected), failed=failed, carers=named,
        register_key=key if named else "", identity=_identity(cells, key) if key else "", kin=register.kin(named) if keyed else 0,
    )  # fmt: skip


def personal_number(text: str) -> str:
    """The figures of a number without what stands between them; "" for words like "chưa có". A number cell's ".0" is no figure."""
    if text.isascii() and text.isdigit() and text != "0":
        return text
    if words.is_nothing(text):
        return ""
    return _BETWEEN.sub("", numbers.bare(_NUMBER_CELL.sub(r"\1", unicodedata.normalize("NFKC", text))))


def _values(cells: Mapping[str, str], layout: Format) -> dict[str, Any]:
    """What the columns of the format read; texts that mean nothing are left out, and `value_readable` tells."""
    found = {}
    for field, reads in layout.reading:
        if not (text := cells.get(field, "")) or words.is_state(text):
            continue
        try:
            value = reads(text)
        except dates.NoSuchDay:
            continue
        if value is not None:
            found[field] = value
    if layout.over and (banner := cells.get(banners.FIELD)):
        found |= {field: value for field, says in layout.over if not cells.get(field) and (value := says(banner)) is not None}
    return found


def described(row: ReadRow, context: Context) -> Described:
    """Whom the row speaks of, for finding that child in the register; a newborn without a name by its mother."""
    name = row.text("full_name")
    named = {carer.role: carer.full_name for carer in row.carers}
    residences = _residences(row, context)
    home = next((place.unit_id for place in residences if place.unit_id is not None), context.commune_id)
    return Described(
        full_name="" if child_names.is_nameless(name) else names.for_the_register(name), birth=row.birth, sex=row.sex or Sex.UNKNOWN,
        personal_number=row.personal_number if register.read_number(row.personal_number) else "",
        father=named.get(CarerRole.FATHER, ""), mother=named.get(CarerRole.MOTHER, ""), unit_id=home,
        hamlet=_hamlet_of(row, context),
    )  # fmt: skip


def news(row: ReadRow, said: Mapping[str, str], *, child_id: int) -> ReadRow:
    """The row of a child that an earlier list brought, with only what it says otherwise than that list did."""
    changed = {name for name, text in row.cells.items() if text != said.get(name, "")}
    blank = {name: None for name in ("sex", "ethnicity", "school_level", "school_state") if name not in changed}
    leaves = frozenset(aspect for aspect, cells in _ASPECTS.items() if not changed & set(cells))
    return row._replace(known_as=child_id, leaves=leaves, **blank)  # type: ignore[arg-type]


def home_of(row: ReadRow, context: Context) -> int | None:
    """The commune where the child lives, as far as the row says."""
    first = next(iter(register.by_rank(_residences(row, context))), None)
    return first.unit_id if first else None


def place_texts(row: ReadRow) -> list[str]:
    """The place names of a row whose meaning must be asked, those inside its address too."""
    named = [text for name in PLACES if (text := row.text(name)) and says_where(text) and not is_hamlet(text)]
    return [*named, inside] if (address := row.text("address")) and (inside := communes.of_address(address)) else named


@lru_cache(maxsize=1 << 13)
def says_where(text: str) -> bool:
    """Whether a cell for a place names one: a tick, or "không", does not. A bare figure may be a ward."""
    return not words.is_nothing(text) and not is_ticked(text) and words.plain(text) not in _HERE


def is_ticked(text: str) -> bool:
    """Whether a cell for a place is only ticked: "x", "có"."""
    return not text.isdigit() and words.is_mark(text) is True


@lru_cache(maxsize=1 << 13)
def is_hamlet(text: str) -> bool:
    """Whether a text names a hamlet and no commune: "Khu vực 5", "Ấp 3, tổ 2"; but not "Ấp 3, xã Mỹ Khánh" or "Ấp 3, Mỹ Khánh"."""
    return all(_HAMLET.match(part.strip()) for part in _PARTS.split(text))


def to_record(row: ReadRow, context: Context, *, residences: tuple[ResidenceRecord, ...] = ()) -> ChildRecord:
    """The record the register takes. Only for rows without open findings: name and birth date are there."""
    assert row.birth is not None
    clauses = (*row.circumstances, *row.risks)
    return ChildRecord(
        full_name=names.for_the_register(row.text("full_name")), birth=row.birth, sex=row.sex or Sex.UNKNOWN,
        residences=residences or _residences(row, context),
        carers=row.carers, ethnicity=row.ethnicity or "",
        personal_number=row.personal_number if register.read_number(row.personal_number) else "",
        standing=row.standing, school_level=row.school_level, school_state=row.school_state,
        circumstances=tuple(CircumstanceRecord(clause, row.since) for clause in clauses),
        help=tuple(HelpRecord(kind, row.since) for kind in row.help), note=row.text("note")[:2000], row=row.number,
        withheld=tuple(name for name, column in WITHHOLDABLE if words.is_withheld(row.text(column))),
    )  # fmt: skip


def _carers(cells: Mapping[str, str]) -> tuple[CarerRecord, ...]:
    """Father, mother and other carer as named, each with the telephone that is said to be theirs (phones.dealt)."""
    found: list[tuple[CarerRole, str, str]] = []
    for name, role in CARERS:
        if (text := cells.get(name, "")) and (person := carers.taken_apart(text)).name:
            beside = phones.beside_name(text) if person.name != text and not person.says else ""
            found.append((role, names.for_the_register(person.name), cells.get(columns.PHONES.get(name, ""), "") or beside))
    shared = phones.dealt(cells.get("phone", ""), [role for role, _, _ in found], {role: own for role, _, own in found if own})
    told = ((role, name, own or shared.get(role, "")) for role, name, own in found)
    return tuple([CarerRecord(role, name, _phone(phone) if phone else "") for role, name, phone in told])


def _phone(text: str) -> str:
    return "" if words.is_nothing(text) else phones.for_the_register(text)


def _key(cells: Mapping[str, str], birth: Birth | None, carers: Sequence[CarerRecord]) -> str:
    """The register's identity key, as for a child without a commune; "" without name or birth."""
    name = cells.get("full_name", "")
    return register.identity_key(full_name=name, birth=birth, carers=carers, unit_id=0) if name and birth else ""


def _identity(cells: Mapping[str, str], key: str) -> str:
    """The key and the marks of the name: a child twice in one list, but not its twin."""
    return f"{key[:24]}{hashlib.blake2b(register.spelling(cells['full_name']).encode(), digest_size=4).hexdigest()}"


def identity_key(row: ReadRow, context: Context) -> str:
    """The key under which the register would know the child to the letter; only for rows with name and birth."""
    if row.register_key:
        return row.register_key
    assert row.birth is not None
    unit_id = home_of(row, context) or context.commune_id or 0
    return register.identity_key(full_name=row.text("full_name"), birth=row.birth, carers=row.carers, unit_id=unit_id)


def _residences(row: ReadRow, context: Context) -> tuple[ResidenceRecord, ...]:
    found = []
    hamlet, address = _hamlet_of(row, context), row.text("address")[:300]
    for name, kind in RESIDENCES:
        text = text if (text := row.text(name)) and says_where(text) else ""
        current = kind is ResidenceKind.CURRENT
        if text and is_hamlet(text):  # "Khu vực 5" in the column of the commune
            found.append(ResidenceRecord(kind, context.commune_id, _hamlet(text, context), address, text[:300]))
        elif text:
            place = context.places.get(text)
            unit_id = place.unit_id if place else None
            if current and unit_id is None:
                unit_id = context.commune_id
            found.append(ResidenceRecord(kind, unit_id, hamlet if current else "", address if current else "", text[:300]))
        elif current:
            found.append(ResidenceRecord(kind, context.commune_id, hamlet, address))
    return tuple(found)


def _hamlet(text: str, context: Context) -> str:
    """A hamlet as the register spells it."""
    return context.hamlets.get(text, text)[:120]


def _hamlet_of(row: ReadRow, context: Context) -> str:
    """The hamlet a row names in its column; else in its address, unless that is in another commune than the child."""
    if (text := row.text("hamlet")) or not (address := row.text("address")) or not (inside := _in_address(address)):
        return _hamlet(text, context)
    if words := communes.of_address(address):
        place, home = context.places.get(words), context.places.get(row.text("current"))
        if place is None or place.unit_id != (home.unit_id if home else context.commune_id):
            return ""
    return _hamlet(inside, context)


_in_address = lru_cache(maxsize=1 << 13)(hamlets.inside)  # asked more than once for one cell


def hamlet_texts(row: ReadRow) -> list[str]:
    """What a row writes of hamlets, in their column or instead of a commune."""
    inside = (text for name, _ in RESIDENCES if (text := row.text(name)) and is_hamlet(text))
    own = row.text("hamlet") or _in_address(row.text("address"))
    return [*filter(None, [own]), *inside]
