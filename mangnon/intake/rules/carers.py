"""The cell of a father, a mother or another carer: the label before the name, the name, what stands behind it; or words that name nobody.

Names stay letter for letter, Khmer, Hoa and foreign ones too; so words are matched with their marks, and "Ông Thị Lành" keeps her surname.
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from mangnon.intake.rules import dittos, words
from mangnon.intake.rules.several_names import BREAK, is_part
from mangnon.intake.rules.surnames import SURNAMES
from mangnon.lib import vietnamese
from mangnon.register.vocabulary.people import CarerRole


class Says(StrEnum):
    """What a cell says besides a name, or instead of one."""

    GONE = "gone"  # dead, or left the child
    AWAY = "away"  # divorced, working far away, in prison
    DITTO = "ditto"
    OTHER_PERSON = "other_person"  # a second name
    INSTITUTION = "institution"  # a pagoda, a home for children
    UNSURE = "unsure"  # a name with a sign or figure inside, or without its last word
    ODD = "odd"  # no name, or one longer than any


class Written(NamedTuple):
    """A cell taken apart: the name, "" when nobody is named; the role its label says; what else it says."""

    name: str
    role: CarerRole | None = None
    says: Says | None = None


_FATHER = "cha|bố|tía|thân phụ|ba"
_MOTHER = "mẹ|má|thân mẫu"
_WHO = rf"(?:(?:cả )?(?:cha mẹ|ba má|bố mẹ|cha và mẹ|{_FATHER}|{_MOTHER}) )?"
_MANNER = "(?: (?:đẻ|ruột|đơn thân))?"
_OTHER = (
    "(?:ông|bà|cậu|dì|cô|bác|chú) (?:nội|ngoại|ruột)|người (?:nuôi dưỡng|giám hộ|chăm sóc|đỡ đầu)"
    f"|(?:{_FATHER}|{_MOTHER}) (?:kế|ghẻ|dượng|nuôi)"
)
_AUNTS = "cô|chú|bác|cậu|dì|mợ|thím|dượng"
_TITLE = f"ông|bà|anh|chị|{_AUNTS}"
_LABELS = (
    rf"(?:(?:họ và |họ )?tên )?(?:(?P<other>{_OTHER})|(?P<father>(?:{_FATHER}){_MANNER})|(?P<mother>(?:{_MOTHER}){_MANNER})"
    rf"|(?P<aunt>{_AUNTS})|(?:{_TITLE}))"
)
_SHORT = r"(?:(?P<father>c|bo|tia)|(?P<mother>m|me|ma)|(?P<other>(?:ong|ba) (?:noi|ngoai))|ong|ô|b)"  # short, or unmarked: only before ":"
_NO_NAMES = "mất|mat|chết|chet|qua|tử|từ|hy|bỏ|bo|đã|da|bị|ly|li|x|xx|mồ|mo|vô|không|khong|ko|k|chưa|đi|di|nt|n|như|giống"
_PLACES = "trung|tt|cơ|mái|nhà|làng|viện|chùa|tịnh|bệnh|hội|trại"
_FIRST = f"{_FATHER}|{_MOTHER}|{_TITLE}|người|họ|tên|ong|me|tia|thân|vợ|vc|hai|xklđ|xkld|xuất|lao|{_PLACES}|{_NO_NAMES}"
_FIRST_WORDS = frozenset(word.partition(" ")[0] for word in _FIRST.split("|"))
_PLAIN = re.compile(rf"(?!(?:{_FIRST})\b)(?!.* đã )[^\W\d_]+(?:[ '’-][^\W\d_]+)*", re.IGNORECASE)
_CAPITALS = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_BULLET = re.compile(r"^(?:[+*•·–—-]+\s*|\d{1,2}[.)]\s*(?=[^\W\d_]))")
_WITH_COLON = re.compile(rf"(?P<open>[(\[])?{_LABELS}(?(open)[)\]]\s*:?|\s*[:：])\s*", re.IGNORECASE)
_SHORT_COLON = re.compile(rf"{_SHORT}\s*[:：]\s*", re.IGNORECASE)
_BEFORE_NAME = re.compile(rf"{_LABELS}[\s.]+(?=[^\W\d_])", re.IGNORECASE)
_BEHIND_LABEL = re.compile(rf"[(\[]\s*{_LABELS}\b", re.IGNORECASE)
_ABBREVIATED = re.compile(rf"(?:[acoôb]\.?\s+|[ACOÔBMm]\.\s*)(?=[{_CAPITALS}])")  # "c Ngọc": chị; "Ô. Trần Văn Cam"
_LABEL_ALONE = re.compile(rf"(?P<label>{_LABELS})\s*[:：]?", re.IGNORECASE)
_OTHER_ALONE = re.compile(rf"(?P<other>{_OTHER})\W*", re.IGNORECASE)
_LABEL_OF_FIGURES = re.compile(rf"{_LABELS}[\s.:]*(?=[+(]?\d)", re.IGNORECASE)  # "bà nội 0912345678": a telephone, and nobody's name
_UNKNOWN_LABEL = re.compile(r"[^\W\d_][^:;,|]{0,30}:\s*(?=[^\W\d_])")
_ALWAYS = frozenset({"mẹ", "bà"})  # no surnames; the others may be: "Ông Thị Lành", "Má A Páo"
_SURE = SURNAMES - {"van", "ma", "bo"}  # words that follow a surname as well
_BEHIND = re.compile(
    r"\s*(?:[(\[/\\,;:|=_#&+\d†✝]|\s[-–—]|[-–—]\s|(?<=\w\w\w)\.\s|(?:^|[.\s]\s?)(?:sn|ns|sđt|sdt|đt|dt|đtdđ|cccd|cmnd|cmt|tel)\b"
    r"|\s(?-i:mất|chết|bỏ đi|qua đời)(?:\s|$)|\sđã\s)",
    re.IGNORECASE,
)
_BEFORE_FIGURES = re.compile(r"\s(?:[Ss]inh (?:năm|ngày)|SINH NĂM|(?:[Nn]ăm|[Nn]gày) sinh|(?:[Ss]ố )?[Đđ]iện thoại|[Ss]ố)$")
_SMALL_BEFORE_FIGURES = re.compile(r"\s(?:sinh|năm)$")  # small beside capitals: "Lý Thị Năm 1990" and "lý thị năm 1990" are names
_GONE = re.compile(
    rf"{_WHO}(?:(?:đã|da|bị) )?(?:mất\b|mat$|mat \d|ch[ếe]t\b|qua đời|từ trần|tử vong|hy sinh|mồ côi|mo coi"
    r"|bỏ (?:đi|nhà|con|rơi|trốn)|bo di\b)",
    re.IGNORECASE,
)
_GONE_BEHIND = re.compile(
    r"\b(?:mất|chết|qua đời|từ trần|tử vong|bỏ đi|bỏ nhà|bỏ con|bỏ rơi)\b|[†✝]"
    r"|\(\s*(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\s*\)",
    re.IGNORECASE,
)
_AWAY_BEHIND = re.compile(r"\btù\b|\b(?:chấp|thi) hành án\b|\btrại giam\b|\bcai nghiện\b|\bxklđ\b", re.IGNORECASE)
_AWAY = re.compile(
    rf"{_WHO}(?:đã )?(?:(?:ly|li) (?:hôn|dị|thân)|(?:đi|ở) (?:làm|xa|lao động|nước ngoài|tù|bụi)|di lam"
    r"|xklđ|xkld|xuất khẩu lao động|lao động (?:nước|ở))\b",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"(?:trung tâm|tt (?:btxh|bảo trợ|nuôi)|cơ sở|mái ấm|nhà (?:tình thương|mở|nuôi|trẻ|dưỡng|chùa|thờ|chung)|làng (?:trẻ|sos)|cô nhi"
    r"|viện (?:mồ côi|dưỡng)|chùa|tịnh (?:xá|thất)|bệnh viện|hội (?:chữ|bảo|người)|trại (?:trẻ|mồ))\b",
    re.IGNORECASE,
)
_COUPLE = re.compile(r"(?:hai )?(?:vợ chồng|vc)\b", re.IGNORECASE)
_SOMEBODY = re.compile(r"người\b", re.IGNORECASE)  # of another country, or whoever
_INSIDE_A_WORD = re.compile(  # a figure or a bar where a letter was: "TH1", "0ANH", "TH| LAN"
    r"(?<=[^\W\d_])\|(?=\s*[^\W\d_])|\|(?=[^\W\d_])|(?<=[^\W\d_])\d{1,2}(?!\d)|(?<!\d)\d{1,2}(?=[^\W\d_])"
)
_OTHER_LETTERS = re.compile(r"[\u0370-\u1cff]")  # Greek and Cyrillic ones look like ours
_NO_GIVEN_NAME = (" Thị", " THỊ", " thị")

_NOBODY = re.compile(
    rf"(?:không|khong|ko|k|kg|chưa) (?:có|co|rõ|ro|biết|biet|xác định|xac dinh|nhớ)\b(?: được)?(?: (?:{_FATHER}|{_MOTHER}|tên|họ tên|me))*"
    rf"|(?:không|ko) (?:{_FATHER}|{_MOTHER})\b|vô danh\b",
    re.IGNORECASE,
)
_NO_NAME = frozenset({"x", "xx", "cha", "mẹ", "bố", "má"})
_READ = 200  # letters of a cell
_LONGEST, _WORDS = 60, 8
_SHORTEST = 5  # letters of a name and a space
_MANY = 5  # spaces from which a text may be two names
_PARTS = re.compile(r"[,;/&+|]| và |\s[-–—]\s")
_TOLD = re.compile(r" (?:thị|văn) \S|\((?:cha|mẹ|bố|ba|má)\b", re.IGNORECASE)
_SURNAME_FIRST = re.compile(rf"[{_CAPITALS}]\w*,\s*[{_CAPITALS}][\w-]*(?: [{_CAPITALS}][\w-]*){{0,3}}")  # "CHEN, A-MING"
_LETTER = re.compile(r"[^\W\d_]")


def taken_apart(text: str) -> Written:
    """What the cell of a carer says; of an empty one, or one that says there is nothing, nothing."""
    return _taken_apart(text[:_READ])


@lru_cache(maxsize=1 << 14)  # asked by reading and by checks, and once more on entering
def _taken_apart(text: str) -> Written:
    if is_plain(text):
        if two := run_together(text):
            return Written(two[0], says=Says.OTHER_PERSON)
        return Written(text) if not words.is_nothing(text) else Written("")
    bare = text.strip(" .-–—()[]")
    if dittos.is_mark(text):
        return Written("", says=Says.DITTO)
    if not text or words.is_nothing(text) or _NOBODY.fullmatch(bare):
        return Written("")
    if _GONE.match(bare):
        return Written("", says=Says.GONE)
    if label := _LABEL_OF_FIGURES.match(text) or _OTHER_ALONE.fullmatch(text):
        return Written("", _role(label), Says.ODD)
    role, rest = unlabelled(text)
    if rest != text:
        inner = _taken_apart(rest)
        return inner._replace(role=role or inner.role)
    if _AWAY.match(bare):
        return Written("", says=Says.AWAY)
    if _INSTITUTION.match(bare):
        return Written(text, says=Says.INSTITUTION)
    if _COUPLE.match(bare):
        return Written(text, says=Says.OTHER_PERSON)
    return Written("", says=Says.ODD) if _NOBODY.match(bare) or _SOMEBODY.match(bare) else _name_first(text)


def is_plain(text: str) -> bool:
    """Whether a text is letters and spaces with the capitals of a name, as most cells are; quick to tell."""
    if not (text.istitle() or text.isupper()) or text.count(" ") >= _MANY or text.endswith(_NO_GIVEN_NAME):
        return False
    if text.replace(" ", "").isalpha():
        if _OTHER_LETTERS.search(text):
            return False
        small = text.lower()
        return small.partition(" ")[0] not in _FIRST_WORDS and " đã " not in small
    return _PLAIN.fullmatch(text) is not None


def is_bare_name(text: str) -> bool:
    """Whether a text is words of a name and nothing else: "Ngân", "Ly"; but not "Mất"."""
    return is_part(text) and _taken_apart(text)[::2] == (text, None)


def unlabelled(text: str) -> tuple[CarerRole | None, str]:
    """The role a label before a name says, and the text without it; a mere "bà" says none."""
    text = _BULLET.sub("", text)
    found = _WITH_COLON.match(text) or _SHORT_COLON.match(text) or _ABBREVIATED.match(text)
    if found is None and (found := _BEFORE_NAME.match(text)) and not _is_label(found, text):
        found = None
    if found:
        rest = text[found.end() :]
        aunt = found.groupdict().get("aunt") and " " not in rest  # "dì Sáu"; but "cô Lê Thị Lan" is a polite word
        return CarerRole.GUARDIAN if aunt else _role(found), rest
    unknown = _UNKNOWN_LABEL.match(text)
    if unknown and not unknown[0].istitle() and _is_surname(text[unknown.end() :]):
        return CarerRole.GUARDIAN, text[unknown.end() :]
    return None, text


def _is_label(found: re.Match[str], text: str) -> bool:
    """Whether a word without a colon is a label: "mẹ", one written small before capitals, one before a surname and two words more."""
    label, rest = found[0].strip(" .").lower(), text[found.end() :]
    if label in _ALWAYS or " " in label or (text[0].islower() and rest[0].isupper()) or _GONE.match(rest) or _AWAY.match(rest):
        return True
    return len(rest.split()) > 2 and _is_surname(rest)


def _name_first(text: str) -> Written:
    """A text that begins with a name, when it is one."""
    found = _BEHIND.search(text)
    name, behind = (text[: found.start()], text[found.start() :]) if found else (text, "")
    if found and _INSIDE_A_WORD.match(text, found.end() - 1):
        return Written(text, says=Says.UNSURE)
    if any(map(str.isdigit, behind)):
        name = _BEFORE_FIGURES.sub("", name)
        name = name if name.islower() else _SMALL_BEFORE_FIGURES.sub("", name)
    name = name.rstrip(" ,;:/–—-+")
    name = name[:-1].rstrip() if name.endswith(".") and len(name.split()[-1]) > 3 else name
    label = _BEHIND_LABEL.search(behind)
    role = _role(label) if label else None
    if not _LETTER.search(name) or name.lower() in _NO_NAME:
        return Written("", role, Says.ODD)
    if _GONE_BEHIND.search(behind):
        return Written(name, role, Says.GONE)
    if _AWAY_BEHIND.search(behind):
        return Written(name, role, Says.AWAY)
    if len(name) > _LONGEST or len(name.split()) > _WORDS:
        return Written(name, role, Says.ODD)
    no_given = name.endswith(_NO_GIVEN_NAME) and name.count(" ") == 1
    if no_given or _SURNAME_FIRST.fullmatch(text) or _OTHER_LETTERS.search(name):
        return Written(text, role, Says.UNSURE)
    if together := run_together(name):
        return Written(together[0], role, Says.OTHER_PERSON)
    two = (behind != "" and _names_somebody(behind)) or (name.count(" ") >= _MANY and _has_second_surname(name))
    return Written(name, role, Says.OTHER_PERSON if two else None)


def run_together(text: str) -> tuple[str, str] | None:
    """ "Trần Văn Cam Lê Thị Mận" → both names, as "Thị" behind a surname within shows; None of one name."""
    at = text.lower().find(" thị ", _SHORTEST)
    before = text[:at].split() if at > 0 else ()
    if len(before) < 3 or not _is_surname(before[-1]):
        return None
    return " ".join(before[:-1]), f"{before[-1]}{text[at:]}"


def _has_second_surname(name: str) -> bool:
    """Whether a long name has a surname within, with a word or more behind it."""
    return any(map(_is_surname, name.split()[2:-1]))


def _names_somebody(behind: str) -> bool:
    """Whether what stands behind a name is another name, or has one with "Thị" or "Văn" or with a label further on. On a line of its own
    any name is one.
    """
    if behind.startswith(BREAK) and is_bare_name(behind.removeprefix(BREAK)):
        return True
    parts = [part.strip(" -–—()[]") for part in _PARTS.split(behind)]
    first = unlabelled(next((part for part in parts if part), ""))[1]
    if " " in first and first[0].isupper() and _is_surname(first):
        return True
    return any(" " in part and part[0].isupper() and _is_surname(part) and _TOLD.search(part) is not None for part in parts if part)


def is_label(text: str) -> bool:
    """Whether a text is a label without a name: "Bà nội", "Mẹ:"."""
    return _LABEL_ALONE.fullmatch(text) is not None


def _role(label: re.Match[str]) -> CarerRole | None:
    said = label.groupdict()
    return next((role for name, role in _ROLES.items() if said.get(name)), None)


def _is_surname(text: str) -> bool:
    """Whether a text begins with a word that is a surname and seldom anything else."""
    return bool(text) and vietnamese.fold(text.split()[0]) in _SURE


_ROLES = {"father": CarerRole.FATHER, "mother": CarerRole.MOTHER, "other": CarerRole.GUARDIAN}
