"""A cell for both parents: who of the people it names is the father and who the mother."""

import re
from collections.abc import Sequence

from mangnon.intake.rules import carers, phones
from mangnon.intake.rules.several_names import BREAK
from mangnon.register.vocabulary.people import CarerRole

_LONGEST = 400  # letters
_TWO = re.compile(r"[;/\n,&+•|]| và |\s[-–—]|[-–—]\s")
_COUNTED = re.compile(r"(?:^|(?<=\s))\d\s*[.)/-]\s*(?=[^\W\d_])")  # "1. Trần Văn Cam 2. Lê Thị Mận"
_BOTH = re.compile(r"(?:cha mẹ|ba má|bố mẹ|cha và mẹ)\s*:\s*", re.IGNORECASE)
_NEXT = re.compile(  # the lines of a cell come as one: "Cha: Trần Văn Cam Mẹ: Lê Thị Mận"
    r"\s+(?=[(\[]?(?:cha|bố|ba|tía|mẹ|má|c|m|ông|bà|ô|b)(?: (?:đẻ|ruột))?[)\]]?\s*[:：])|(?<!cha)(?<!côi)(?<!có)(?<!cả)\s+(?=(?:cha|mẹ)\s)",
    re.IGNORECASE,
)
_NEXT_BEHIND = re.compile(r"(?<=\))\s+(?=[^\W\d_])")  # "Trần Văn Cam (cha) Lê Thị Mận (mẹ)"
_NEXT_BRACKET = re.compile(r"\s+(?=[(\[](?:cha|mẹ)[)\]]\s)", re.IGNORECASE)  # "(Cha) Trần Văn Cam (Mẹ) Lê Thị Mận"
_NEXT_TITLE = re.compile(r"(?<=\w)\s+(?=(?:bà|Bà|BÀ)\s(?!nội|ngoại|NỘI|NGOẠI)|[BM]\.\s*[^\W\d_])")  # "Ông Trần Văn Cam bà Lê Thị Mận"
_TITLED = re.compile(r"(?:ông\s|ô[.\s]|cha\s|c\.)", re.IGNORECASE)
_SPOUSES = (  # "Trần Văn Cam, vợ Lê Thị Mận"
    (re.compile(r"\(?\b(?:và )?vợ(?: là)?\s*:?\s+(?!chồng)(?=[^\W\d_]+ [^\W\d_])", re.IGNORECASE), f"{BREAK}mẹ: "),
    (re.compile(r"\(?\b(?:và )?(?<!vợ )chồng(?: là)?\s*:?\s+(?=[^\W\d_]+ [^\W\d_])", re.IGNORECASE), f"{BREAK}cha: "),
)
_THI = re.compile(r"\W*\w+ thị ", re.IGNORECASE)
_LABEL_ALONE = re.compile(r"(?:cha|bố|ba|tía|mẹ|má)\s*[:：]?", re.IGNORECASE)
_TITLES = {"ông": CarerRole.FATHER, "ô": CarerRole.FATHER, "bà": CarerRole.MOTHER, "b": CarerRole.MOTHER}
_COUPLES = frozenset({("anh", "chị"), ("a", "c"), ("c", "m")})  # words that tell two apart only beside one another
_PARENTS = {CarerRole.FATHER: "father_name", CarerRole.MOTHER: "mother_name"}
_OTHER = {CarerRole.FATHER: CarerRole.MOTHER, CarerRole.MOTHER: CarerRole.FATHER}


def told_apart(text: str) -> dict[str, str]:
    """The cells of father and mother: as labels say, else of two the first is the father. One person without a label, or people whom no
    label tells apart, are whoever cares for the child.
    """
    if len(text) > _LONGEST or (carers.is_plain(text) and carers.run_together(text) is None):
        return {"guardian_name": text}
    people = [part for part in _with_telephones(_with_labels(_parts(text))) if _is_meant(part, text)]
    roles = [carers.taken_apart(part).role for part in people]
    own = [carers.unlabelled(part)[1] for part in people]
    if len(people) == 1 and roles[0] in _PARENTS:
        return {_PARENTS[roles[0]]: own[0]}
    if len(people) == 3 and roles.count(CarerRole.GUARDIAN) == 1:
        other = roles.index(CarerRole.GUARDIAN)
        guardian = {"guardian_name": people.pop(other)}
        del roles[other], own[other]
    else:
        guardian = {}
    if len(people) == 2:
        first, second = _who_is_who(people, roles)
        if first in _PARENTS and second in _PARENTS and first is not second:
            return {_PARENTS[first]: own[0], _PARENTS[second]: own[1], **guardian}
    return {"guardian_name": text}


def _who_is_who(people: Sequence[str], roles: Sequence[CarerRole | None]) -> tuple[CarerRole | None, CarerRole | None]:
    """The roles of two people: by their labels, by words that go together, else the first is the father, unless she alone is a "Thị"."""
    if couple := _by_couple(people):
        return couple
    first, second = (role or _by_title(part) for role, part in zip(roles, people, strict=True))
    if not first and not second:
        women = [_THI.match(part) is not None for part in people]
        first = CarerRole.MOTHER if women == [True, False] else CarerRole.FATHER
    return first or (second and _OTHER.get(second)), second or (first and _OTHER.get(first))


def _parts(text: str) -> list[str]:
    found: list[str] = []
    text = _BOTH.sub("", text)
    for spouse, parent in _SPOUSES if "vợ" in text.lower() or "chồng" in text.lower() else ():
        text = spouse.sub(parent, text)
    for rough in _TWO.split(_COUNTED.sub(BREAK, text) if len(_COUNTED.findall(text)) > 1 else text):
        titled = _NEXT_TITLE.split(rough.strip()) if _TITLED.match(rough.strip()) else [rough.strip()]
        for part in (part for one in titled for part in _NEXT.split(one)):
            found += (_NEXT_BRACKET if part.startswith(("(", "[")) else _NEXT_BEHIND).split(part)
    whole = [part if "(" in part else part.rstrip(" )") for part in found]
    return [one for part in whole if part for one in _run_together(part) or (part,)]


def _run_together(part: str) -> tuple[str, str] | None:
    """Two names with nothing between them; None of a part with a label or other words."""
    if not all(word.isalpha() and word[0].isupper() for word in part.split()) or carers.unlabelled(part)[1] != part:
        return None
    return carers.run_together(part)


def _with_telephones(parts: Sequence[str]) -> list[str]:
    """The parts, a telephone that stands alone joined to the name before it."""
    found: list[str] = []
    for part in parts:
        if found and part[-1].isdigit() and not carers.taken_apart(part).name and phones.beside_name(part):
            found[-1] = f"{found[-1]} ({part})"
        else:
            found.append(part)
    return found


def _with_labels(parts: Sequence[str]) -> list[str]:
    """The parts, a label that stands alone joined to its name: the one before it, or behind it where the first part is a label."""
    ahead = bool(parts) and _LABEL_ALONE.fullmatch(parts[0]) is not None
    joined: list[str] = []
    label = ""
    for part in parts:
        if not _LABEL_ALONE.fullmatch(part):
            joined.append(f"{label}: {part}" if label else part)
            label = ""
        elif ahead:
            label = part.rstrip(" :")
        else:
            joined[-1] = f"{joined[-1]} ({part})"
    return joined


def _is_meant(part: str, text: str) -> bool:
    """Whether a part speaks of a person: not figures, nor words like "làm công nhân" beside names with capitals."""
    said = carers.taken_apart(part)
    if said.says is carers.Says.ODD and not said.name:
        return False
    return bool(said.role) or not said.name or said.name[0].isupper() or text.islower()


def _by_couple(people: Sequence[str]) -> tuple[CarerRole, CarerRole] | None:
    """Who is who by a pair of words before the names: "anh Trần Văn Cam, chị Lê Thị Mận"."""
    pair = (_word_before(people[0]), _word_before(people[1]))
    if pair in _COUPLES:
        return CarerRole.FATHER, CarerRole.MOTHER
    return (CarerRole.MOTHER, CarerRole.FATHER) if pair[::-1] in _COUPLES else None


def _by_title(part: str) -> CarerRole | None:
    """The role of a titled name beside another: "ông Trần Văn Cam, bà Lê Thị Mận"."""
    return _TITLES.get(_word_before(part)) if carers.unlabelled(part)[1] != part else None


def _word_before(part: str) -> str:
    """The first word of a text, small: of "C. Trần Văn Cam" "c"."""
    return re.split(r"[\s.:]", part, maxsplit=1)[0].lower()
