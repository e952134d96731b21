"""Two records side by side: each field with the characters that differ, how far it agrees, and why in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from mangnon.lib import vietnamese
from mangnon.lib.vietnamese import one_letter_apart
from mangnon.linkage.records import Birth, FieldComparison, Stretch
from mangnon.linkage.rules.judging import births_fit, same_birth
from mangnon.linkage.rules.keys import abbreviates, name_key
from mangnon.linkage.vocabulary import Degree
from mangnon.register.rules import grouped_number

_SHARES = {Degree.SAME: 100, Degree.ALIKE: 65, Degree.DIFFERENT: 18, Degree.UNKNOWN: 0}


@dataclass(frozen=True)
class Facts:
    """What one side shows on the pair page. `place` is the commune of today, `written_place` how the source names it."""

    full_name: str
    birth: Birth
    sex: str
    father_name: str
    mother_name: str
    number: str
    place: str
    hamlet: str
    written_place: str = ""
    siblings: tuple[str, ...] = ()


def compare(child: Facts, person: Facts, *, sides: tuple[str, str] = ("Hồ sơ", "Dữ liệu dân cư")) -> tuple[FieldComparison, ...]:
    """The rows of the pair page, in the order people check them. `sides`: what the two are called where one of them is silent."""
    rows = (
        _names("Họ và tên", child.full_name, person.full_name),
        _births(child.birth, person.birth),
        _plain("Giới tính", child.sex, person.sex),
        _names("Mẹ", child.mother_name, person.mother_name),
        _names("Cha", child.father_name, person.father_name),
        _numbers(child.number, person.number),
        _places(child, person),
        *([_siblings(child.siblings, person.siblings)] if child.siblings or person.siblings else []),
    )
    return tuple(replace(row, words=_missing(row, sides)) if row.degree is Degree.UNKNOWN else row for row in rows)


def _row(label: str, left: str, right: str, degree: Degree, words: str = "") -> FieldComparison:
    marked = _marked(left, right) if left and right and degree is not Degree.SAME else ((Stretch(left),), (Stretch(right),))
    return FieldComparison(label, marked[0], marked[1], degree, _SHARES[degree], words)


def _marked(left: str, right: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts cut where they differ, capitals aside. Texts with little in common are marked whole."""
    matcher = SequenceMatcher(a=_lower(left), b=_lower(right), autojunk=False)
    if matcher.ratio() < 0.45:
        return (Stretch(left, differs=True),), (Stretch(right, differs=True),)
    lefts: list[Stretch] = []
    rights: list[Stretch] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if b > a:
            lefts.append(Stretch(left[a:b], differs=kind != "equal"))
        if d > c:
            rights.append(Stretch(right[c:d], differs=kind != "equal"))
    return tuple(lefts), tuple(rights)


def _lower(text: str) -> str:
    """Without capitals, letter for letter: a few foreign letters become two when lowered and stay as they are."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def _by_place(left: str, right: str, degree: Degree, label: str, words: str) -> FieldComparison:
    """Figures of dates and numbers are compared place by place: 05/06 and 06/05 differ in two figures, not in a shift."""
    if len(left) != len(right):
        return _row(label, left, right, degree, words)
    cut: tuple[list[Stretch], list[Stretch]] = ([], [])
    for differs, run in groupby(zip(left, right, strict=True), key=lambda pair: pair[0] != pair[1]):
        pairs = list(run)
        for side in (0, 1):
            cut[side].append(Stretch("".join(pair[side] for pair in pairs), differs=differs))
    return FieldComparison(label, tuple(cut[0]), tuple(cut[1]), degree, _SHARES[degree], words)


def _names(label: str, left: str, right: str) -> FieldComparison:
    if not left or not right:
        return _row(label, left, right, Degree.UNKNOWN)
    if vietnamese.clean(left).lower() == vietnamese.clean(right).lower():
        return _row(label, left, right, Degree.SAME)
    if name_key(left) == name_key(right):
        return _row(label, left, right, Degree.ALIKE, "Chỉ khác dấu hoặc cách viết i, y")
    ours, theirs = name_key(left).split(), name_key(right).split()
    if not ours or not theirs:
        return _row(label, left, right, Degree.DIFFERENT)
    if abbreviates(name_key(left), name_key(right)):
        return _row(label, left, right, Degree.ALIKE, "Một bên viết tắt")
    if sorted(ours) == sorted(theirs):
        return _row(label, left, right, Degree.ALIKE, "Cùng các tiếng, khác thứ tự")
    if ours[-1:] == theirs[-1:] and ours[:1] == theirs[:1]:
        return _row(label, left, right, Degree.ALIKE, "Khác tên đệm")
    if ours[:-1] == theirs[:-1] and one_letter_apart(ours[-1], theirs[-1]):
        return _row(label, left, right, Degree.ALIKE, "Tên gọi khác một chữ")
    if ours[:-1] == theirs[:-1]:
        return _row(label, left, right, Degree.DIFFERENT, "Khác tên gọi")
    return _row(label, left, right, Degree.DIFFERENT)


def _births(left: Birth, right: Birth) -> FieldComparison:
    ours, theirs = _birth_text(left), _birth_text(right)
    if left.day is None or right.day is None:
        return _row("Ngày sinh", ours, theirs, Degree.UNKNOWN)
    if same_birth(left, right):
        return _row("Ngày sinh", ours, theirs, Degree.SAME)
    if births_fit(left, right):
        return _row("Ngày sinh", ours, theirs, Degree.ALIKE, "Một bên chưa ghi đủ ngày, tháng")
    if left.day.year == right.day.year and (left.day.day, left.day.month) == (right.day.month, right.day.day):
        return _by_place(ours, theirs, Degree.ALIKE, "Ngày sinh", "Ngày và tháng đổi chỗ; lỗi nhập thường gặp")
    parts = sum((left.day.year == right.day.year, left.day.month == right.day.month, left.day.day == right.day.day))
    if parts == 2:
        return _by_place(ours, theirs, Degree.ALIKE, "Ngày sinh", "Khác một phần của ngày sinh")
    return _by_place(ours, theirs, Degree.DIFFERENT, "Ngày sinh", "")


def _birth_text(birth: Birth) -> str:
    if birth.day is None:
        return ""
    return {"day": f"{birth.day:%d/%m/%Y}", "month": f"{birth.day:%m/%Y}", "year": f"{birth.day.year}"}[birth.precision]


def _plain(label: str, left: str, right: str) -> FieldComparison:
    if not left or not right or "Chưa" in left or "Chưa" in right:
        return _row(label, left, right, Degree.UNKNOWN)
    return _row(label, left, right, Degree.SAME if left == right else Degree.DIFFERENT)


def _numbers(left: str, right: str) -> FieldComparison:
    ours, theirs = grouped_number(left), grouped_number(right)
    if not left or not right:
        return _row("Số định danh", ours, theirs, Degree.UNKNOWN)
    if left == right:
        return _row("Số định danh", ours, theirs, Degree.SAME)
    wrong = sum(a != b for a, b in zip(left, right, strict=False)) + abs(len(left) - len(right))
    if wrong <= 2:
        return _by_place(ours, theirs, Degree.ALIKE, "Số định danh", f"Khác {wrong} chữ số")
    return _row("Số định danh", ours, theirs, Degree.DIFFERENT)


def _places(child: Facts, person: Facts) -> FieldComparison:
    ours, theirs = _place_text(child.hamlet, child.place), _place_text(person.hamlet, person.written_place or person.place)
    if not child.place or not person.place:
        return _row("Nơi ở", ours, theirs, Degree.UNKNOWN)
    now = f"{person.written_place} nay là {person.place}" if person.written_place and person.written_place != person.place else ""
    if child.place == person.place:
        if child.hamlet == person.hamlet and not now:
            return _row("Nơi ở", ours, theirs, Degree.SAME)
        return _row("Nơi ở", ours, theirs, Degree.ALIKE, now or "Cùng xã, phường")
    return _row("Nơi ở", ours, theirs, Degree.DIFFERENT, now or "Có thể đã chuyển nơi ở")


def _place_text(hamlet: str, place: str) -> str:
    return f"{hamlet}, {place[:1].lower()}{place[1:]}" if hamlet and place else hamlet or place


def _siblings(left: Sequence[str], right: Sequence[str]) -> FieldComparison:
    ours, theirs = "; ".join(left), "; ".join(right)
    if not left or not right:
        return _row("Anh, chị, em", ours, theirs, Degree.UNKNOWN)
    shared = {name_key(one.split(" (")[0]) for one in left} & {name_key(one.split(" (")[0]) for one in right}
    if len(shared) == len(left) == len(right):
        return _row("Anh, chị, em", ours, theirs, Degree.SAME)
    return _row("Anh, chị, em", ours, theirs, Degree.ALIKE if shared else Degree.DIFFERENT, f"Trùng {len(shared)} người" if shared else "")


def _missing(row: FieldComparison, sides: tuple[str, str]) -> str:
    left, right = any(part.text for part in row.left), any(part.text for part in row.right)
    if not left and not right:
        return "Cả hai bên không ghi"
    if left and right:
        return "Một bên ghi chưa rõ"
    said = "chưa có số" if row.label == "Số định danh" else "không ghi"
    return f"{sides[1] if left else sides[0]} {said}"
