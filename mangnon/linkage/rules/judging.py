"""Pure decisions of linkage: when a child of the register and a person of the population snapshot are the same.

Two agreements make a link by themselves: number + name + birth date; name + birth date + one parent. Everything else that agrees in
part waits for a person. Same parents and birth date with another given name is a twin, never the same child (BTP CV 3160/BTP-CNTT 2021
tells of twins refused as doubles); a number is an attribute, never proof alone.
"""

from collections.abc import Iterable, Sequence

from mangnon.linkage.records import Birth, Judgement, Side
from mangnon.linkage.rules.keys import abbreviates, one_letter_apart
from mangnon.linkage.vocabulary import Level, Verdict
from mangnon.register.rules import child_code

MOST_CANDIDATES = 5  # shown for one child; a name and birth date shared by more says nothing


def same_birth(left: Birth, right: Birth) -> bool:
    """Both known to the day, and equal."""
    return left.day is not None and left.day == right.day and left.precision == right.precision == "day"


def births_fit(left: Birth, right: Birth) -> bool:
    """Equal as far as both are known: 2019 fits 07/03/2019."""
    if left.day is None or right.day is None or left.day.year != right.day.year:
        return False
    coarse = {left.precision, right.precision}
    if "year" in coarse:
        return True
    if left.day.month != right.day.month:
        return False
    return "month" in coarse or left.day == right.day


def a_parent_agrees(left: Side, right: Side) -> bool:
    """The father's or the mother's name is the same on both sides."""
    return bool((left.father_key and left.father_key == right.father_key) or (left.mother_key and left.mother_key == right.mother_key))


def level_of(child: Side, person: Side) -> Level | None:
    """How far the two agree; None when they do not come near."""
    number = bool(child.number) and child.number == person.number
    other_number = bool(child.number and person.number) and child.number != person.number
    name = bool(child.name_key) and child.name_key == person.name_key
    exact, fits = same_birth(child.birth, person.birth), births_fit(child.birth, person.birth)
    parent = a_parent_agrees(child, person)
    if number:
        if name:
            return Level.NUMBER_NAME_BIRTH if fits else Level.NUMBER_NAME
        return Level.NUMBER_BIRTH if fits else Level.NUMBER_ONLY
    if name and exact and parent:
        return Level.OTHER_NUMBER if other_number else Level.NAME_BIRTH_PARENT
    if name and exact:
        return Level.NAME_BIRTH
    if name and fits and parent:
        return Level.NAME_YEAR_PARENT
    return None


_VERDICTS = {
    Level.NUMBER_NAME_BIRTH: Verdict.LINK,
    Level.NAME_BIRTH_PARENT: Verdict.LINK,
    Level.NUMBER_NAME: Verdict.MISMATCH,
    Level.NUMBER_BIRTH: Verdict.MISMATCH,
    Level.NUMBER_ONLY: Verdict.MISMATCH,
    Level.OTHER_NUMBER: Verdict.MISMATCH,
    Level.NAME_YEAR_PARENT: Verdict.REVIEW,
    Level.NAME_BIRTH: Verdict.REVIEW,
}


def judge(child: Side, candidates: Iterable[Side]) -> list[Judgement]:
    """What is held of a child, given everybody who shares its number or its name and birth date.

    One link, or up to five pairs for a person to look at, or one judgement without a person.
    """
    levels = {person.id: (level, person) for person in candidates if (level := level_of(child, person))}
    ranked = sorted(levels.values(), key=lambda found: (list(Level).index(found[0]), found[1].id))
    strong = [found for found in ranked if _VERDICTS[found[0]] is Verdict.LINK]
    rivals = [found for found in ranked if found[0] in {Level.NUMBER_NAME, Level.NUMBER_BIRTH, Level.NUMBER_ONLY}]
    if len(strong) == 1 and not rivals:
        level, person = strong[0]
        return [Judgement(child.id, person, Verdict.LINK, level, f"{level.label}.")]
    if len(strong) > 1:
        words = f"Có {len(strong)} người trong dữ liệu dân cư cùng trùng như nhau; cần xem giấy khai sinh."
        return [Judgement(child.id, person, Verdict.REVIEW, level, words) for level, person in strong[:MOST_CANDIDATES]]
    if ranked and len(ranked) <= MOST_CANDIDATES:
        return [_waits(child, level, person) for level, person in ranked]
    return [Judgement(child.id, None, Verdict.UNMATCHED, Level.NOBODY, _why_nobody(child, crowd=len(ranked)))]


def _waits(child: Side, level: Level, person: Side) -> Judgement:
    verdict = _VERDICTS[level] if _VERDICTS[level] is not Verdict.LINK else Verdict.REVIEW
    if level is Level.NUMBER_BIRTH:
        words = f"Trùng số định danh và ngày sinh; {_how_names_differ(child, person)}."
    elif _VERDICTS[level] is Verdict.LINK:
        words = f"{level.label}, nhưng số đang ghi lại là của người khác trong dữ liệu dân cư."
    else:
        words = f"{level.label}."
    return Judgement(child.id, person, verdict, level, words)


def _how_names_differ(child: Side, person: Side) -> str:
    """In words, so that a slip of the pen is not taken for a twin, nor a twin for a slip."""
    ours, theirs = child.name_key.split(), person.name_key.split()
    if abbreviates(child.name_key, person.name_key):
        return "một bên viết tắt họ tên"
    if sorted(ours) == sorted(theirs):
        return "họ tên viết khác thứ tự"
    if ours[-1:] == theirs[-1:]:
        return "khác họ hoặc tên đệm"
    near = bool(ours and theirs) and one_letter_apart(ours[-1], theirs[-1])
    if near and ours[:-1] == theirs[:-1]:
        return "tên gọi khác một chữ: xem là viết nhầm hay anh, chị, em sinh đôi"
    if _same_parents(child, person):
        return "cùng cha mẹ nhưng khác tên gọi: có thể là số của anh, chị, em sinh đôi"
    return "khác tên gọi"


def _same_parents(left: Side, right: Side) -> bool:
    return bool(left.mother_key and left.mother_key == right.mother_key and (not left.father_key or left.father_key == right.father_key))


def _why_nobody(child: Side, *, crowd: int) -> str:
    if crowd:
        return f"Có {crowd} người trùng họ tên và ngày sinh; bổ sung số định danh hoặc họ tên cha mẹ để phân biệt."
    if child.birth.precision != "day":
        return "Ngày sinh chưa đủ ngày, tháng, năm; xem giấy khai sinh rồi ghi đủ."
    if not child.number:
        return "Chưa có số định danh; không ai trùng họ tên và ngày sinh. Kiểm tra chính tả tên, ngày sinh trên giấy khai sinh."
    return "Số định danh không có trong dữ liệu dân cư; không ai trùng họ tên và ngày sinh. Kiểm tra lại số."


def settle(judgements: Sequence[Judgement], *, held: dict[int, str]) -> list[Judgement]:
    """Give each person to one child only: the stronger agreement first, then the older record; the others wait for a person.

    `held` names the children that already hold a person by decision, person key → child's code.
    """
    taken: dict[int, str] = dict(held)
    order = {level: place for place, level in enumerate(Level)}
    links = sorted((j for j in judgements if j.verdict is Verdict.LINK), key=lambda j: (order[j.level], j.child_id))
    lost: dict[tuple[int, int], str] = {}
    for link in links:
        assert link.person is not None
        if link.person.id in taken:
            lost[link.child_id, link.person.id] = taken[link.person.id]
        else:
            taken[link.person.id] = child_code(link.child_id)
    return [_lost(j, lost.get((j.child_id, j.person.id))) if j.person else j for j in judgements]


def _lost(judgement: Judgement, winner: str | None) -> Judgement:
    if winner is None:
        return judgement
    words = f"Người này đã gắn với hồ sơ {winner}: có thể một trẻ được ghi hai lần."
    return Judgement(judgement.child_id, judgement.person, Verdict.REVIEW, judgement.level, words)
