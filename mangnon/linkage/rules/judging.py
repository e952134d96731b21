"""Pure decisions of linkage: when a child of the register and a person of the population snapshot are the same.

Number + name + birth date make a link by themselves; for everything else the engine's verdict counts: link, or wait for a person. Same
parents and birth date with another given name is a twin, never the same child (BTP CV 3160/BTP-CNTT 2021 tells of twins refused as
doubles); a number is an attribute, never proof alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mangnon.lib.vietnamese import one_letter_apart
from mangnon.linkage.records import Birth, Ground, Judgement, Proposal, Side
from mangnon.linkage.rules.grounds import TELLING
from mangnon.linkage.rules.keys import abbreviates
from mangnon.linkage.vocabulary import Level, Verdict
from mangnon.register.rules import child_code

MOST_CANDIDATES = 5  # shown for one child
_BY_NUMBER = (Level.NUMBER_NAME, Level.NUMBER_BIRTH, Level.NUMBER_ONLY)  # the number agrees, something else does not
_TOLD = 3  # fields named in a sentence


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


def judge(child: Side, proposals: Sequence[Proposal]) -> list[Judgement]:
    """What is held of a child, given whom the engine proposes (most probable first) and who bears the child's number.

    One link, or up to five pairs for a person to look at, or one judgement without a person. Number, name and birth date together link
    whatever the engine says; otherwise its word counts, unless the child's number belongs to somebody else or to a child of another name,
    or half a birth date is all there is beside the name and the place.
    """
    levels = [(level_of(child, one.person) or Level.ALIKE, one) for one in proposals]
    certain = [found for found in levels if found[0] is Level.NUMBER_NAME_BIRTH]
    chosen = [found for found in levels if found[1].linked]
    if not chosen:
        chosen = certain
    elif certain and chosen[0][1] is not certain[0][1]:
        chosen = [*chosen, *certain]
    if len(chosen) == 1 and len(certain) < 2:
        level, one = chosen[0]
        rivals = [found for found in levels if found[0] in _BY_NUMBER and found[1] is not one]
        if not rivals and not (level in _BY_NUMBER and one.other_name) and not _thin(child, one.person):
            return [_judgement(child, level, one, Verdict.LINK, f"{level.label}." if level is not Level.ALIKE else why(one.grounds))]
    if levels:
        return [_waits(child, level, one, alike=len(certain)) for level, one in levels[:MOST_CANDIDATES]]
    return [Judgement(child.id, None, Verdict.UNMATCHED, Level.NOBODY, _why_nobody(child))]


def why(grounds: Iterable[Ground]) -> str:
    """The strongest grounds for and against in a sentence; without points, so that the sentence stays while points move."""
    ranked = sorted((one for one in grounds if abs(one.points) >= TELLING), key=lambda one: -abs(one.points))
    agree = [f"{one.label}: {one.level}" for one in ranked if one.points > 0][:_TOLD]
    differ = [f"{one.label}: {one.level}" for one in ranked if one.points < 0][:_TOLD]
    parts = (f"Giống {'; '.join(agree)}" if agree else "", f"Ngược lại {'; '.join(differ)}" if differ else "")
    return ". ".join(part for part in parts if part) + "." if agree or differ else "Không mục nào đủ để phân biệt."


def _thin(child: Side, person: Side) -> bool:
    """Neither number nor parent agrees and a birth date is not known to the day: a namesake of the same year is easily found."""
    number = bool(child.number) and child.number == person.number
    return {child.birth.precision, person.birth.precision} != {"day"} and not number and not a_parent_agrees(child, person)


def _judgement(child: Side, level: Level, one: Proposal, verdict: Verdict, words: str) -> Judgement:
    return Judgement(child.id, one.person, verdict, level, words, one.probability, one.grounds)


def _waits(child: Side, level: Level, one: Proposal, *, alike: int) -> Judgement:
    if level is Level.NUMBER_NAME_BIRTH:
        words = "nhiều người trong dữ liệu dân cư cùng trùng như nhau; cần xem giấy khai sinh" if alike > 1 else "còn người khác rất giống"
        return _judgement(child, level, one, Verdict.REVIEW, f"{level.label}, nhưng {words}.")
    if level is Level.NUMBER_BIRTH:
        words = f"Trùng số định danh và ngày sinh; {_how_names_differ(child, one.person)}."
        return _judgement(child, level, one, Verdict.MISMATCH, words)
    if level in _BY_NUMBER or level is Level.OTHER_NUMBER:
        return _judgement(child, level, one, Verdict.MISMATCH, f"{level.label}.")
    return _judgement(child, level, one, Verdict.REVIEW, why(one.grounds))


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


def _why_nobody(child: Side) -> str:
    if child.birth.precision != "day":
        return "Ngày sinh chưa đủ ngày, tháng, năm; xem giấy khai sinh rồi ghi đủ."
    if not child.number:
        return "Chưa có số định danh; không ai đủ giống. Kiểm tra chính tả tên, ngày sinh trên giấy khai sinh."
    return "Số định danh không có trong dữ liệu dân cư; không ai đủ giống. Kiểm tra lại số."


def settle(judgements: Sequence[Judgement], *, held: dict[int, str]) -> list[Judgement]:
    """Give each person to one child only: the stronger agreement first, then the older record; the others wait for a person.

    `held` names the children that already hold a person by decision, person key → child's code.
    """
    taken: dict[int, str] = dict(held)
    links = sorted((j for j in judgements if j.verdict is Verdict.LINK), key=_strongest)
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
    return replace(judgement, verdict=Verdict.REVIEW, reason=words)


def _strongest(judgement: Judgement) -> tuple[bool, float, int]:
    return judgement.level is not Level.NUMBER_NAME_BIRTH, -(judgement.probability or 0.0), judgement.child_id
