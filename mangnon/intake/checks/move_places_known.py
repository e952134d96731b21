"""Chuyển đi hay chuyển đến, và xã, phường nơi đến, phải rõ trước khi đổi nơi ở của trẻ; tên quận, huyện, tỉnh cũ và chữ lạ thì hỏi.

Căn cứ: Nghị quyết 1668/NQ-UBTVQH15 (sắp xếp xã, phường của thành phố Cần Thơ từ 01/7/2025); Luật Cư trú 68/2020/QH14, Điều 11
(chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, Place, ReadRow, Suggestion
from mangnon.intake.rules import moving, outside, words
from mangnon.intake.vocabulary import Severity

FORMATS = ("moves",)
KEEP = Suggestion("Ra khỏi thành phố, vẫn ghi")


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    way = moving.direction(row, context)
    if way is None and not row.text("direction"):
        ways = tuple(Suggestion(f"Ghi {label.lower()}", "direction", label) for label in ("Chuyển đến", "Chuyển đi"))
        yield Finding("direction", Severity.MUST_FIX, "Chưa biết trẻ chuyển đến hay chuyển đi.", "Chọn một trong hai.", ways)
    goal = moving.place(row, "to_place", context)
    if goal is not None and (finding := _several(row.text("to_place")[:60], goal, way, context)):
        yield finding
    elif way == "in" and moving.destination(row, context) is None:
        yield Finding("to_place", Severity.MUST_FIX, "Chưa biết trẻ đến xã, phường nào.", "Ghi tên xã, phường nơi đến.")
    elif way == "in" and (unit_id := moving.destination(row, context)) is not None and not context.may_write(unit_id):
        yield Finding("to_place", Severity.MUST_FIX, "Nơi đến ngoài địa bàn của bạn.", "Gửi dòng này cho xã, phường nơi đến.")
    elif way == "out":
        yield from _nowhere(row.text("to_place"), goal)


def _several(text: str, goal: Place, way: str | None, context: Context) -> Finding | None:
    """What to ask of words that name more than one commune; to the place of arrival its own name is clear."""
    names = dict.fromkeys((*([goal.unit_name] if goal.unit_id and not goal.own else []), *(name for _, name in goal.candidates)))
    ways = tuple(Suggestion(f"Ghi {name[:1].lower()}{name[1:]}", "to_place", name) for name in list(names)[:4])
    at_home = goal.unit_id is not None and goal.unit_id == context.commune_id
    if at_home and (way == "in" or not (goal.own or goal.wider)):
        return None
    if goal.unit_id is not None and not goal.own:
        if not goal.wider:
            return None
        what = f"“{text}” là {goal.unit_name[:1].lower()}{goal.unit_name[1:]}, cũng là tên cũ của {goal.wider}."
        return Finding("to_place", Severity.QUESTION, what, "Trẻ đến xã, phường nào?", (*ways, Suggestion(f"Đúng là {goal.unit_name}")))
    if goal.candidates:
        return Finding("to_place", Severity.MUST_FIX, f"“{text}” có thể là nhiều nơi.", "Trẻ đến xã, phường nào?", ways)
    if goal.wider and not (way == "in" and "Cần Thơ" in goal.wider):
        what = f"“{text}” là cả thành phố Cần Thơ." if "Cần Thơ" in goal.wider else f"“{text}” ({goal.wider}) nay thuộc thành phố Cần Thơ."
        return Finding("to_place", Severity.MUST_FIX, what, "Trẻ đến xã, phường nào? Ghi tên xã, phường.")
    return None


def _nowhere(text: str, goal: Place | None) -> Iterator[Finding]:
    """A departure to a place nobody can tell to be outside the city."""
    if not text or words.is_nothing(text):
        yield Finding(
            "to_place", Severity.QUESTION, "Chưa ghi nơi đến.",
            "Ghi xã, phường nơi đến; ra khỏi thành phố mà không rõ nơi thì vẫn ghi.", (Suggestion("Vẫn ghi"),),
        )  # fmt: skip
    elif (goal is None or goal.unit_id is None) and not outside.is_outside(text):
        yield Finding(
            "to_place", Severity.QUESTION, f"Chưa rõ “{text[:60]}” là nơi nào, trong thành phố hay ngoài.",
            "Ghi xã, phường nơi đến, hoặc tên tỉnh nếu ra khỏi thành phố.", (KEEP,),
        )  # fmt: skip
