"""Words of a list and what they mean: matched without accents, case and punctuation; a bare code number of an unnamed list never."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache

from mangnon.intake.rules import formulas
from mangnon.lib import vietnamese
from mangnon.register.vocabulary import circumstances, ethnicities
from mangnon.register.vocabulary.people import CircumstanceKind, HelpKind, SchoolLevel, SchoolState, Sex, Standing

_PUNCTUATION = re.compile(r"[^a-z0-9]+")
_SEPARATORS = re.compile(r"[;\n|]+")
_LEGAL = re.compile(r"(?:nd|nghi dinh)?(?: so)? ?56 2017(?: nd cp)? (?:d|dieu) ?(\d{1,2})(?: (?:k|khoan) ?(\d{1,2}))?")
_CHILD = re.compile(r"^(?:tre em|tre|em|te) ")
_MINUS = re.compile(r"[(\[]\s*[-–—]\s*[)\]]|[-–—]\s*$")
_DOUBTED = re.compile(rf"[?？]|{_MINUS.pattern}")
_PIECES = re.compile(r"\s*[,+&]\s*|\s+và\s+")
_DETAIL = re.compile(  # with whom the child lives, parents left out
    r"(?:dang )?(?:o|song)(?: chung)? (?:voi|cung) (?!.*\b(?:cha|me|bo|ma)\b).{1,40}$"
    r"|(?:ong|ba|noi|ngoai|co|di|chu|bac|cau|su co|nha chua)\b.{0,30} nuoi(?: duong)?$"
)
_DISABLED = re.compile(r"^kt(?= |$)")
_FOUND_AT = re.compile(r"^bi bo roi (?:o|tai|truoc|ngoai) .+$")
_SAME = {"ho ngheo": "gia dinh ngheo", "ho can ngheo": "gia dinh can ngheo", "mo coi cha lan me": "mo coi cha me"}
_DENIED = re.compile(r"\b(?:khong|het|khoi|am|am tinh|loai tru|sai)\b")
_HINTS = tuple(
    (re.compile(pattern), keys)
    for pattern, keys in (
        (r"\bmo coi$", ("LTE102/2016:D10.K1.a", "MAU03:III.7")),
        (r"\bmo coi\b.*\bme\b", ("LTE102/2016:D10.K1.a",)),
        (r"\bmo coi (?:cha|me)\b", ("MAU03:III.7",)),
        (r"\bbo roi\b|\bbo di\b", ("LTE102/2016:D10.K1.b",)),
        (r"\b(?:cha|me|bo)\b.*\b(?:mat|chet|tu|bo di)\b", ("LTE102/2016:D10.K1.c", "MAU03:III.7")),
        (r"dac biet nang", ("ND56/2017:D6.K1",)),
        (r"khuyet tat|cam diec|khiem thi|tu ky|\bdown\b|bai nao|\bliet\b", ("LTE102/2016:D10.K1.d",)),
        (r"\bhiv\b", ("LTE102/2016:D10.K1.đ",)),
        (r"ma tuy|\bnghien\b", ("LTE102/2016:D10.K1.g",)),
        (r"\bbo hoc\b.*\b(?:ban|lam|kiem|phu)\b", ("LTE102/2016:D10.K1.h",)),
        (r"\b(?:bo|nghi) hoc\b", ("MAU03:III.2",)),
        (r"bao luc|danh dap|bao hanh", ("LTE102/2016:D10.K1.i",)),
        (r"boc lot", ("LTE102/2016:D10.K1.k",)),
        (r"xam hai", ("LTE102/2016:D10.K1.l",)),
        (r"mua ban", ("LTE102/2016:D10.K1.m",)),
        (r"\bbenh\b|\btim\b|ung thu|hiem ngheo", ("LTE102/2016:D10.K1.n",)),
        (r"\bngheo\b(?<!hiem ngheo)", ("MAU03:III.1",)),
        (r"ly (?:hon|di|than)", ("MAU03:III.3",)),
        (r"\bdi (?:lam|xa)\b", ("MAU03:III.6",)),
    )
)  # fmt: skip
_SUBJECT = re.compile(r"^(?:gia dinh|ho gia dinh|phu huynh|cha me|cha|me|nguoi nha|chu ho) ")
_AGREED = {"1": ethnicities.KINH, "5": ethnicities.KHMER}  # in both lists
_PEOPLE = re.compile(r"^(?:dan toc|dt|nguoi) ")
_ASIDE = re.compile(
    r"\s*\((?!\s*(?:cha|mẹ|bố|ba|má|tía)\s*\))[^()]*\)?\s*$", re.IGNORECASE
)  # "(cha)" says whose group it is: not the child's
_SHORT_FOR = {  # what people write for groups by their first letters, "K" for none at all elsewhere
    "k": (ethnicities.KINH, ethnicities.KHMER), "kh": (ethnicities.KHMER, ethnicities.OTHER), "h": (ethnicities.HOA, "h-mong"),
}  # fmt: skip
_GROUPS = re.compile(r"[(),;:/&+]|\s[-–]\s|\b(?:và|lai|cha|mẹ|bố|ba|má|tía|con)\b", re.IGNORECASE)
NO = frozenset(
    {
        "", "khong", "khong co", "k", "ko", "0", "binh thuong", "khong thuoc dien", "chua co", "none", "x khong", "n a", "chua cap",
        "chua duoc cap", "dang lam", "dang cho cap", "chua co so", "chua co ma", "ko co", "k co", "kg co",
    }
)  # fmt: skip


UNKNOWN_WORDS = frozenset(
    {
        "khong ro", "chua ro", "khong biet", "chua biet", "kr", "chua xac dinh", "chua co thong tin", "khong nho", "khong xac dinh",
        "dang cap nhat", "chua cap nhat",
    }
)  # fmt: skip
WITHHELD_WORDS = frozenset(
    {"khong cung cap", "tu choi cung cap", "tu choi", "khong khai", "khong muon cung cap", "khong dong y cung cap", "bao mat"}
)
_WITHHELD_ENDS = tuple({words.rpartition(" ")[2] for words in WITHHELD_WORDS})  # few other texts end so
_NAMELESS = "vô danh"  # with its marks: Võ Danh is somebody
NOTHING = NO | UNKNOWN_WORDS | WITHHELD_WORDS

_TICKS = frozenset("xX×хХ✓✔√☑☒✗✘vV1*+•●üþ")  # х, Х are Cyrillic; ü, þ are what Wingdings shows as ticks
_CROSSES = frozenset({"x", "xx", "xxx"})
_YES = frozenset({"co", "x", "xx", "dung", "true", "1 0"})


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Folded words without punctuation; full-width figures and letters as the usual ones."""
    folded = vietnamese.fold(text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text))
    return folded if folded.isascii() and folded.replace(" ", "").isalnum() else _PUNCTUATION.sub(" ", folded).strip()


SEX = {
    **dict.fromkeys(
        ("nam", "trai", "be trai", "con trai", "chau trai", "tre trai", "tre nam", "be nam", "nam gioi", "gioi nam", "male", "m", "t",
         "1"), Sex.MALE
    ),
    **dict.fromkeys(
        ("nu", "gai", "be gai", "con gai", "chau gai", "tre gai", "tre nu", "be nu", "nu gioi", "gioi nu", "female", "f", "g",
         "2"), Sex.FEMALE
    ),
    **dict.fromkeys((*UNKNOWN_WORDS, *WITHHELD_WORDS), Sex.UNKNOWN),
}  # fmt: skip
STANDING = {
    "ho ngheo": Standing.POOR, "ngheo": Standing.POOR, "hn": Standing.POOR, "gia dinh ngheo": Standing.POOR,
    **dict.fromkeys(("ho can ngheo", "can ngheo", "hcn", "cn", "can", "ho can", "ho cn", "gia dinh can ngheo"), Standing.NEAR_POOR),
}  # fmt: skip
_NOT_POOR = NO | {
    "khong ngheo", "trung binh", "kha", "ho trung binh", "khong thuoc ho ngheo", "bt", "tb", "ho kha", "kha gia", "ho binh thuong",
    "ho khong ngheo",
}  # fmt: skip
_NO_LONGER_POOR = re.compile(r"(?:(?:ho|da|moi) )*thoat (?:can )?ngheo(?: (?:nam )?20\d\d)?")
SCHOOL_LEVEL = {
    "nha tre": SchoolLevel.NURSERY, "mau giao": SchoolLevel.KINDERGARTEN, "mam non": SchoolLevel.KINDERGARTEN,
    "mg": SchoolLevel.KINDERGARTEN,
    **dict.fromkeys(("mam", "choi", "la", "lop mam", "lop choi", "lop la"), SchoolLevel.KINDERGARTEN),
    "tieu hoc": SchoolLevel.PRIMARY, "th": SchoolLevel.PRIMARY, "cap 1": SchoolLevel.PRIMARY,
    "trung hoc co so": SchoolLevel.LOWER_SECONDARY, "thcs": SchoolLevel.LOWER_SECONDARY, "cap 2": SchoolLevel.LOWER_SECONDARY,
    "trung hoc pho thong": SchoolLevel.UPPER_SECONDARY, "thpt": SchoolLevel.UPPER_SECONDARY, "cap 3": SchoolLevel.UPPER_SECONDARY,
}  # fmt: skip
SCHOOL_STATE = {
    "dang hoc": SchoolState.ATTENDING, "di hoc": SchoolState.ATTENDING, "dang di hoc": SchoolState.ATTENDING,
    "con di hoc": SchoolState.ATTENDING, "con hoc": SchoolState.ATTENDING,
    "ngung hoc": SchoolState.LEFT, "nghi hoc": SchoolState.LEFT, "bo hoc": SchoolState.LEFT, "thoi hoc": SchoolState.LEFT,
    "da nghi hoc": SchoolState.LEFT, "da bo hoc": SchoolState.LEFT, "da thoi hoc": SchoolState.LEFT,
}  # fmt: skip
_HELP_ALSO = {
    HelpKind.ALLOWANCE: ("trợ cấp", "trợ cấp hằng tháng", "trợ cấp hàng tháng", "trợ cấp xã hội hằng tháng", "bảo trợ xã hội"),
    HelpKind.HEALTH: ("y tế", "bảo hiểm y tế", "thẻ bảo hiểm y tế", "BHYT", "trợ giúp y tế"),
    HelpKind.EDUCATION: ("giáo dục", "học bổng", "miễn học phí", "miễn giảm học phí", "trợ giúp giáo dục"),
    HelpKind.VOCATION: ("học nghề", "tạo việc làm", "được học nghề, tạo việc làm"),
    HelpKind.OTHER: ("khác", "quà", "hỗ trợ khác", "tặng quà", "xe đạp", "nhà tình thương"),
}
HELP = {plain(word): kind for kind in HelpKind for word in (kind.label, *_HELP_ALSO[kind])}


@lru_cache(maxsize=1 << 15)  # asked more than once for one cell, by reading and by checks
def is_state(text: str) -> bool:
    """Whether the cell says that the value is not known or not given, instead of a value."""
    return plain(text) in UNKNOWN_WORDS or is_withheld(text)


@lru_cache(maxsize=1 << 15)
def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing, or that nothing is known or given; a formula's "#N/A" says nothing either."""
    if text.isascii() and text.isdigit():  # numbers and telephones
        return text == "0"
    words = plain(text)
    if text and not words:
        return not any(character.isalnum() for character in text)  # "-", "…"; but not a name in other letters
    if words == "vo danh":
        return vietnamese.clean(text).lower().strip(" .") == _NAMELESS
    return words in NOTHING or is_withheld(text) or formulas.is_error(text)


def is_not_poor(text: str) -> bool:
    """Whether a cell for a household's standing says that it is neither poor nor near-poor, or no longer."""
    return plain(text) in _NOT_POOR or _NO_LONGER_POOR.fullmatch(plain(text)) is not None


def is_mark(text: str) -> bool | None:
    """Whether a cell of a column to be ticked is ticked: x, 1, ✓, có; no for 0, không; None for other words."""
    if text.strip() in _TICKS or plain(text) in _YES:
        return True
    return False if plain(text) in NO or text.strip() in {"-", "–", "/"} or text.lower() == "false" else None


def is_crossed_out(text: str) -> bool:
    """Whether a cell that should hold figures has a cross instead: there are none. In a column to be ticked it is a mark."""
    return plain(text) in _CROSSES


def is_withheld(text: str) -> bool:
    """Whether the cell says that the value is known and not given."""
    words = plain(text)
    return words.endswith(_WITHHELD_ENDS) and _SUBJECT.sub("", words) in WITHHELD_WORDS


def several(text: str) -> list[str]:
    """The parts of a cell that holds several things divided by ";", words for "none" left out."""
    if not text:
        return []
    return [part for raw in _SEPARATORS.split(text) if plain(part := raw.strip()) not in NO]


def find_clauses(text: str, *kinds: CircumstanceKind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The circumstances of some kinds a cell names, as clause keys, and the parts nobody can place.

    A part may be a clause key, "Nghị định 56/2017 Điều 6 khoản 2", the words of a group or of a sub-group, or several of these beside words
    like "ở với bà ngoại". A part with a sign of doubt, "?" or "(-)", is never placed.
    """
    if not text:
        return (), ()
    known: dict[str, None] = {}
    unknown = []
    for part in several(text):
        keys = _placed(part, kinds)
        known |= dict.fromkeys(keys)
        if not keys:
            unknown.append(part)
    return tuple(known), tuple(unknown)


def _placed(part: str, kinds: Collection[CircumstanceKind]) -> list[str]:
    """The clauses of a part, or of its pieces when all of them say something known; [] when some do not."""
    if _DOUBTED.search(part):
        return []
    if key := _clause(part, kinds):
        return [key]
    pieces = [piece for piece in _PIECES.split(part) if piece.strip()]
    keys = [_clause(piece, kinds) for piece in pieces]
    told = [key or _DETAIL.match(plain(piece)) is not None for key, piece in zip(keys, pieces, strict=True)]
    found = [key for key in keys if key]
    once = len(set(found)) == len(found)  # "mồ côi cha và mồ côi mẹ" is one clause twice, and means another
    return found if len(pieces) > 1 and all(told) and once else []


def _clause(text: str, kinds: Collection[CircumstanceKind]) -> str:
    if text in circumstances.CLAUSES:
        keys = [text]
    else:
        words = _FOUND_AT.sub("bi bo roi", bare(text))
        keys = _by_law(text) or [key for kind in kinds for key in _by_words(kind).get(_SAME.get(words, words), [])]
    return next((key for key in keys if circumstances.CLAUSES[key].kind in kinds), "")


def likely_clauses(part: str) -> tuple[str, ...]:
    """The names of circumstances a part may mean, for a person to choose from; none for one that denies."""
    words = bare(part)
    if _DENIED.search(words) or _MINUS.search(part):
        return ()
    return tuple(dict.fromkeys(circumstances.CLAUSES[key].label for pattern, keys in _HINTS for key in keys if pattern.search(words)))


@lru_cache(maxsize=1 << 10)  # a list has few of them
def find_ethnicity(text: str) -> str | None:
    """The code of the group a text names, "" for an empty cell, None for unknown words and for one with a "?". Of the numbers of code lists
    those of Kinh and Khơ-me are read, in which both lists agree; the others clash, or name groups so rare here that a sender's own list is
    meant.

    "Dân tộc Kinh" and "người Hoa" are the group; so is "Hoa (Triều Châu)", unless all of it is a group of its own as "Thổ (Tày)" is. A
    letter that is short for several, and the groups of both parents, are none.
    """
    if plain(text) in _SHORT_FOR:
        return None
    if not plain(text) or is_state(text) or (is_nothing(text) and not text.isdigit()):
        return ethnicities.UNKNOWN
    if text.isascii() and text.isdigit():
        return _AGREED.get(text.lstrip("0")) if len(text) <= 2 else None
    if "?" in text:
        return None
    if vietnamese.clean(text).lower() == "miền":  # of the north, by its mark
        return "dao"
    groups = _ethnicities()
    whole, alone = plain(text), plain(_ASIDE.sub("", text))
    ways = (whole, _PEOPLE.sub("", whole), alone, _PEOPLE.sub("", alone))
    return next((groups[way] for way in ways if way in groups), None)


def likely_ethnicities(text: str) -> tuple[str, ...]:
    """The groups a text that is none may mean, for a person to choose from: those a letter is short for, those of father and mother."""
    named = (find_ethnicity(piece) for piece in _GROUPS.split(text))
    return _SHORT_FOR.get(plain(text)) or tuple(dict.fromkeys(filter(None, named)))


def first_of[T](table: Mapping[str, T], text: str) -> T | None:
    """What a text means by a table, words for "none", unknown words and one with a "?" alike None."""
    return table.get(plain(text)) if "?" not in text else None


def _by_law(part: str) -> list[str]:
    found = _LEGAL.search(plain(part))
    if not found:
        return []
    key = f"{circumstances.DECREE}:D{int(found[1])}" + (f".K{int(found[2])}" if found[2] else "")
    if key in circumstances.CLAUSES:
        return [key]
    group = int(found[1]) - 2
    return [f"{circumstances.LAW}:D10.K1.{circumstances.LETTERS[group - 1]}"] if not found[2] and 1 <= group <= 14 else []


def bare(text: str) -> str:
    """Plain words of a circumstance without the child that is in it: "Trẻ em mồ côi", "TE mồ côi" → "mo coi"."""
    return _DISABLED.sub("khuyet tat", _CHILD.sub("", plain(text)))


@cache
def _by_words(kind: CircumstanceKind) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for clause in circumstances.CLAUSES.values():
        if clause.kind is kind:
            for word in (clause.label, *clause.also):
                table.setdefault(bare(word), []).append(clause.key)
    return table


@cache
def _ethnicities() -> dict[str, str]:
    table = {plain(word): e.code for e in ethnicities.ETHNICITIES for word in e.also}
    table |= {plain(e.name): e.code for e in ethnicities.ETHNICITIES}  # a group's own name wins over another's sub-group
    table |= dict.fromkeys(("mien", "cao mien", "kh me", "k me", "km"), ethnicities.KHMER)  # in the delta "Miên" is no Dao
    return table | {"khac": ethnicities.OTHER, "dan toc khac": ethnicities.OTHER}


def labels(kinds: Iterable[CircumstanceKind]) -> list[str]:
    """Words a person can choose from, most precise first."""
    wanted = set(kinds)
    return [clause.label for clause in circumstances.CLAUSES.values() if clause.kind in wanted]
