"""What lines between the children, titles and sheets say of the rows under them besides the hamlet (rules.sections): "II. CHẾT",
"Hộ nghèo", "Mẹ: Trần Thị Hột – 0911222000", "DANH SÁCH TRẺ EM CHUYỂN ĐI", "UBND PHƯỜNG NINH KIỀU", a sheet of an earlier year.

What is certain is written where the row's own cell says nothing, as the hamlet is; the rest stands in a column of its own behind those of
the file (`OVER`), and the check `stands_under` asks about it until somebody answers.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from mangnon.intake.records import SPREAD_OVER, Block, Format
from mangnon.intake.rules import captions, carers, communes, guessing, phones, sections
from mangnon.intake.rules.words import SEX, STANDING, find_clauses, first_of, plain
from mangnon.lib.tables import Row
from mangnon.register.vocabulary.people import CarerRole, CircumstanceKind, Sex

OVER = "over"
OLDER = "cũ hơn trang"  # in what stands over the rows of a sheet of an earlier year


class Says(StrEnum):
    """What stands over a row may say of its child."""

    DIED = "died"
    LEFT = "left"
    WRONG = "wrong"  # entered twice, or by mistake
    OLDER = "older"
    PERSON = "person"  # the household's head, a parent: who they are to the child is not said


_WHO = r"(?:(?:danh sach|so|nhom|cac|nhung|bien dong|giam|truong hop|tre em|tre|chau|em|da|bi|do|di) )*"
_WHEN = r"(?: (?:tre em|tre|chau|em|trong|nam|thang|quy|tu|den|o|tai|do|vi|duoi|va|ky|khoi|dia|phuong|xa|\d\S*)\b.*)?"
_DIED = re.compile(rf"{_WHO}(?:chet|tu vong|qua doi|khai tu|mat){_WHEN}")
_LEFT = re.compile(
    rf"{_WHO}(?:chuyen (?:di|khau|ho khau|noi|ra|khoi|cho o|dia ban)|di chuyen|roi (?:khoi )?dia (?:phuong|ban)|khoi dia (?:phuong|ban)"
    r"|cat khau|xoa (?:khau|dang ky)|khong con (?:o|cu tru|tai|sinh song|dia phuong)|vang mat|tam vang|di (?:lam an|o|noi) xa|di khoi"
    r"|khong co mat)\b.*"
)
_WRONG = re.compile(rf"{_WHO}(?:trung(?: lap| ten| nhau)?|ghi (?:trung|nham)|xoa(?: ten)?|loai (?:ra|khoi|bo)\b.*|nham)")
_TITLE_DIED = re.compile(r"(?<!chong )(?<!giam )(?<!ngua )\b(?:chet|tu vong|qua doi|khai tu)\b")
_TITLE_LEFT = re.compile(r"\b(?:chuyen (?:di|khoi|khau)|roi khoi dia|khoi dia phuong|khong con o|vang mat|tam vang)\b")
_TITLE = re.compile(r"^(?:danh sach|bang|bieu|thong ke|tre em|tre|tong hop|so)\b")
_CHILDREN = re.compile(r"\btre\b|\bchau\b")
_PAPERS = re.compile(r"\b(?:phong chong|tai nan thuong tich|bao cao|quyet dinh|cong van|ke hoach)\b")
_YEAR = re.compile(r"(?:(?:tre em|tre|cac chau|chau|em) )?(?:sinh nam|nam sinh|sinh|nam) ?(20\d\d)")
_SHEET_YEAR = re.compile(r"(?:(?:ds|danh sach|nam|tre em|tre) )*(20\d\d)")
_STANDING = re.compile(
    r"(?:danh sach )?(?:(?:tre em|tre|con|chau|em) )?(?:(?:thuoc|cua|dien|o|trong) )*(?:ho|gia dinh)"
    r" ((?:ngheo|can ngheo)(?: (?:va |hoac )?(?:ho )?can ngheo)?)"
)
_CIRCUMSTANCE = re.compile(
    r"(?:danh sach )?((?:tre em|tre|cac chau|chau) (?:bi )?(?:mo coi|khuyet tat|bo roi|khong noi nuong tua|nhiem hiv|xam hai|lang thang"
    r"|bo hoc|vi pham phap luat|nghien|mua ban|mac benh|bi benh|di cu|lao dong|co hoan canh|hoan canh)\b.*)"
)
_LOOSE_YEAR = re.compile(r"\s*[-,(]?\s*\b(?:năm|tháng|quý|từ|đến|tính|xã|phường|tại|của|trên|ấp|khu vực)\b.*$", re.IGNORECASE)
_PERSON = re.compile(
    r"^(?:(?:chủ )?hộ(?: (?:gia đình|ông|bà|anh|chị|cô|chú))*|gia đình(?: (?:ông|bà|anh|chị))?|ông|bà|anh|chị|cô|chú|bác|dì|cậu)"
    r"\s*[:.]?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_HEAD = re.compile(r"^(?:chủ )?hộ(?:\s*:|\s+(?:gia đình|ông|bà|anh|chị))\s*", re.IGNORECASE)
_HEADS = frozenset({"Hộ", "hộ", "HỘ", "Ch", "ch", "CH"})
_OF_PERSON = re.compile(r"\s+[–—-]\s+|\s*[;|]\s*|\s*,\s*(?=[\dKkẤấ])|\s+(?=(?:ĐT|SĐT|đt|sđt)\b)")
_BRACKETS = re.compile(r"\s*[(\[].*$")
_LONGEST = 100
_SHORT_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})")
_KEEPS_GONE = frozenset({"sex", "birth_date"})


@lru_cache(maxsize=1 << 8)
def kind(over: str) -> Says | None:
    """What the words over a row may say of its child."""
    if OLDER in over:
        return Says.OLDER
    words = plain(sections.bare(over.removeprefix("Tiêu đề: ").removeprefix("Trang: ")))
    for pattern, says in ((_DIED, Says.DIED), (_LEFT, Says.LEFT), (_WRONG, Says.WRONG)):
        if pattern.fullmatch(words) and not ("mat tran" in words or "mặt" in over.lower()):
            return says
    if over.startswith("Tiêu đề: ") and not _PAPERS.search(words):
        return Says.DIED if _TITLE_DIED.search(words) else Says.LEFT if _TITLE_LEFT.search(words) else None
    return Says.PERSON if _PERSON.match(over) else None


def line(cells: Sequence[str], *, name: int | None = None) -> dict[str, str] | None:
    """What a line between the children says, by column; {} of one that says nothing but ends what the one above said; None of no line.

    `name` is the column of the names: a name alone in it is a child of which nothing more is known.
    """
    filled = list(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))
    if not filled or len(filled) > 3:
        return None
    texts = [cell for cell in filled if not captions.is_ordinal(cell)]
    if len(texts) != 1 or len(texts[0]) > _LONGEST:
        return None
    if name is not None and name < len(cells) and cells[name].strip() == texts[0] and guessing.is_name(texts[0]):
        return None
    if sections.caption(cells):
        return {sections.FIELD: ""}
    return dict(_said(texts[0]))


def head(cells: Sequence[str], *, name: int | None, birth: int | None) -> str:
    """The head of a household in a row of their own above the children: "Hộ: Nguyễn Văn Tám", born 1985; "" for every other row."""
    if name is None or name >= len(cells) or cells[name][:2] not in _HEADS or not _HEAD.match(cells[name]):
        return ""
    year = guessing.year_of(cells[birth : birth + 1]) if birth is not None else 0
    return cells[name].strip() if year < guessing.YOUNG else ""


@lru_cache(maxsize=1 << 8)
def _said(text: str) -> tuple[tuple[str, str], ...]:
    bare = sections.bare(text)
    words = plain(bare)
    sex = first_of(SEX, bare)
    if sex in {Sex.MALE, Sex.FEMALE} and "ă" not in bare.lower():
        return (("sex", sex.label),)
    if found := _YEAR.fullmatch(words):
        return (("birth_date", found[1]),)
    if found := _STANDING.fullmatch(words):
        standing = first_of(STANDING, found[1])
        return (("poverty", standing.label if standing else bare),)
    if kind(bare) not in {None, Says.PERSON}:
        return ((OVER, text),)
    if (found := _CIRCUMSTANCE.fullmatch(words)) or find_clauses(bare, CircumstanceKind.SPECIAL)[0]:
        return (("circumstances", bare),)
    if communes.has_kind(bare) and communes.of_address(bare) == bare and " " in bare:
        return (("current", bare),)
    return _persons(text)


def _persons(text: str) -> tuple[tuple[str, str], ...]:
    """The parents a line names, their telephone and hamlet; a person of whom it is not said who they are, as written."""
    found: dict[str, str] = {}
    last = ""
    for part in _OF_PERSON.split(sections.bare(text)):
        if phones.read_phone(part) and last:
            found.setdefault(f"{last}_phone", part)
        elif ":" in part and (role := carers.unlabelled(part)[0]) in _PARENTS:
            written = carers.taken_apart(part)
            if not written.name or written.says:
                return ((OVER, text),)
            last = _PARENTS[role]
            found[f"{last}_name"] = written.name
        elif last and sections.of_sheet(part):
            found[sections.FIELD] = sections.of_sheet(part)
    if last:
        return tuple(found.items())
    return ((OVER, text),) if _PERSON.match(text) and carers.taken_apart(person(text)).name else ()


_PARENTS = {CarerRole.FATHER: "father", CarerRole.MOTHER: "mother"}


def person(over: str) -> str:
    """The name of the person a line names: "Hộ ông Đào Văn Khoai (ông nội nuôi)" → "Đào Văn Khoai"."""
    return _BRACKETS.sub("", _OF_PERSON.split(_PERSON.sub("", sections.bare(over)))[0]).strip(" .:")


def titled(lines: Sequence[Sequence[str]], sheet: str) -> dict[str, str]:
    """What the title lines over a heading, or the name of the sheet, say of all rows under it, the commune apart."""
    texts = [" ".join(" ".join(cell.split()) for cell in dict.fromkeys(cells) if cell.strip()) for cells in lines]
    said: dict[str, str] = {}
    for text in reversed(texts):
        words = plain(text)
        if not _TITLE.match(words) or not _CHILDREN.search(words) or len(text) > 2 * _LONGEST:
            continue
        if kind(f"Tiêu đề: {text}"):
            return {OVER: f"Tiêu đề: {text}"}
        bare = _LOOSE_YEAR.sub("", text)
        told = dict(_said(bare)) if not said and words.startswith(("danh sach tre", "tre")) else {}
        said = {field: _without_list(value) for field, value in told.items() if field in {"circumstances", "poverty"}}
    if kind(sheet) in {Says.DIED, Says.LEFT, Says.WRONG}:
        return {OVER: f"Trang: {sheet}"}
    return said


def _without_list(text: str) -> str:
    return re.sub(r"^danh sách\s+", "", text, flags=re.IGNORECASE).capitalize()


def year_of_sheet(name: str) -> int:
    """The year a sheet is called by: "2024", "DS 2024"; 0 for other names."""
    found = _SHEET_YEAR.fullmatch(plain(name))
    return int(found[1]) if found else 0


def widened(block: Block, layout: Format, said: Iterable[Mapping[str, str]], titles: Mapping[str, str]) -> Block:
    """The block with a column for each thing that lines or titles say and no column of the file does. What the file spreads over several
    columns lines do not tell.
    """
    places, names = dict(block.places), list(block.titles)
    for field in dict.fromkeys(field for one in said for field, text in one.items() if text):
        if field in places or not (field == OVER or layout.has(field)) or (field in SPREAD_OVER and block.placed(field) is not None):
            continue
        if field in {"father_phone", "mother_phone"} and "phone" in places:
            continue
        places[field] = len(names)
        names.append(f"{titles.get(field, 'Nhóm')}{sections.ADDED}")
    return replace(block, places=places, titles=tuple(names))


def told(
    rows: Iterable[Row], block: Block, *, known: Mapping[str, str], decode: Callable[[str], str] = str
) -> Iterator[Row]:  # fmt: skip
    """The rows, each with what the last line, the title or the sheet (`known`) says of it where its own cells say nothing. `decode` reads
    the letters of lines. Lines stay; rows of heads of households do not.
    """
    places = {field: place for field, place in block.places.items() if field == OVER or field in FIELDS}
    spread = {field for field in SPREAD_OVER if field not in block.places and block.placed(field) is not None}
    name, birth = block.placed("full_name"), block.places.get("birth_date")
    now: dict[str, str] = {}
    gone = commune = ""
    for row in rows:
        if person_over := head(row.cells, name=name, birth=birth):
            now, gone = {OVER: person_over}, ""
            continue
        if sum(map(bool, row.cells)) <= 3 and (said := line([*map(decode, row.cells)], name=name)) is not None:
            commune = said.pop("current", commune)
            if not said.keys() <= _KEEPS_GONE | {sections.FIELD} or (not said and sections.is_numbered(row.cells)):
                gone = ""
            if kind(said.get(OVER, "")) not in {None, Says.PERSON}:
                gone, said = said[OVER], {}
            now = {field: text for field, text in said.items() if text}
        elif (fill := {**known, **({"current": commune} if commune else {}), **now, **({OVER: gone} if gone else {})}) and any(row.cells):
            row = Row(row.number, _filled(row.cells, fill, places, spread), row.hidden)
        yield row


def _filled(cells: list[str], fill: Mapping[str, str], places: Mapping[str, int], spread: set[str]) -> list[str]:
    own = list(cells)
    for field, text in fill.items():
        place = places.get("phone" if field.endswith("_phone") and field not in places else field)
        if place is None or field in spread:
            continue
        own += [""] * (place + 1 - len(own))
        if field == "birth_date":
            own[place] = _with_year(own[place].strip(), text)
        elif not own[place].strip():
            own[place] = text
    return own


def _with_year(text: str, year: str) -> str:
    """ "12/03" under "Sinh năm 2018"."""
    if found := _SHORT_DAY.fullmatch(text):
        return f"{found[1]}/{found[2]}/{year}"
    return text or year


FIELDS = frozenset({
    "sex", "birth_date", "poverty", "circumstances", "current", "father_name", "mother_name", "father_phone", "mother_phone", "phone",
    sections.FIELD,
})  # fmt: skip
