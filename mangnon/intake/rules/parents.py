"""A cell for both parents: who of the people it names is the father and who the mother."""

import re
from collections.abc import Sequence

from mangnon.intake.rules import carers
from mangnon.register.vocabulary.people import CarerRole

_LONGEST = 400  # letters
_TWO = re.compile(r"[;/\n,&+]| và | - ")
_BOTH = re.compile(r"(?:cha mẹ|ba má|bố mẹ|cha và mẹ)\s*:\s*", re.IGNORECASE)
_NEXT = re.compile(  # the lines of a cell come as one: "Cha: Trần Văn Cam Mẹ: Lê Thị Mận"
    r"\s+(?=[(\[]?(?:cha|bố|ba|tía|mẹ|má|c|m)(?: (?:đẻ|ruột))?[)\]]?\s*[:：])|(?<!cha)(?<!côi)(?<!có)(?<!cả)\s+(?=(?:cha|mẹ)\s)",
    re.IGNORECASE,
)
_NEXT_BEHIND = re.compile(r"(?<=\))\s+(?=[^\W\d_])")  # "Trần Văn Cam (cha) Lê Thị Mận (mẹ)"
_NEXT_BRACKET = re.compile(r"\s+(?=[(\[](?:cha|mẹ)[)\]]\s)", re.IGNORECASE)  # "(Cha) Trần Văn Cam (Mẹ) Lê Thị Mận"
_LABEL_ALONE = re.compile(r"cha|bố|ba|tía|mẹ|má", re.IGNORECASE)
_TITLES = {"ông": CarerRole.FATHER, "bà": CarerRole.MOTHER}
_PARENTS = {CarerRole.FATHER: "father_name", CarerRole.MOTHER: "mother_name"}
_OTHER = {CarerRole.FATHER: CarerRole.MOTHER, CarerRole.MOTHER: CarerRole.FATHER}


def told_apart(text: str) -> dict[str, str]:
    """The cells of father and mother: as labels say, else of two the first is the father. One person without a label, or people whom no
    label tells apart, are whoever cares for the child.
    """
    if carers.is_plain(text) or len(text) > _LONGEST:
        return {"guardian_name": text}
    people = [part for part in _with_labels(_parts(text)) if _is_meant(part, text)]
    roles, own = [carers.taken_apart(part).role for part in people], [carers.unlabelled(part)[1] for part in people]
    if len(people) == 1 and roles[0] in _PARENTS:
        return {_PARENTS[roles[0]]: own[0]}
    if len(people) == 2:
        first, second = (role or _by_title(part) for role, part in zip(roles, people, strict=True))
        first = first or (_OTHER.get(second) if second else CarerRole.FATHER)
        second = second or (_OTHER.get(first) if first else None)
        if first in _PARENTS and second in _PARENTS and first is not second:
            return {_PARENTS[first]: own[0], _PARENTS[second]: own[1]}
    return {"guardian_name": text}


def _parts(text: str) -> list[str]:
    found = []
    for rough in _TWO.split(_BOTH.sub("", text)):
        for part in _NEXT.split(rough.strip()):
            found += (_NEXT_BRACKET if part.startswith(("(", "[")) else _NEXT_BEHIND).split(part)
    return [part for part in found if part]


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
            label = part
        else:
            joined[-1] = f"{joined[-1]} ({part})"
    return joined


def _is_meant(part: str, text: str) -> bool:
    """Whether a part speaks of a person: not figures, nor words like "làm công nhân" beside names with capitals."""
    said = carers.taken_apart(part)
    if said.says is carers.Says.ODD and not said.name:
        return False
    return bool(said.role) or not said.name or said.name[0].isupper() or text.islower()


def _by_title(part: str) -> CarerRole | None:
    """The role of a titled name beside another: "ông Trần Văn Cam, bà Lê Thị Mận"."""
    return _TITLES.get(part.split()[0].lower()) if carers.unlabelled(part)[1] != part else None
