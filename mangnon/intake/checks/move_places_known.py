"""Chuyển đi hay chuyển đến, và xã, phường nơi đến, phải rõ trước khi đổi nơi ở của trẻ.

Căn cứ: Nghị quyết 1668/NQ-UBTVQH15 (sắp xếp xã, phường của thành phố Cần Thơ từ 01/7/2025); Luật Cư trú 68/2020/QH14, Điều 11
(chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import moving
from mangnon.intake.vocabulary import Severity

FORMATS = ("moves",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    way = moving.direction(row, context)
    if way is None and not row.text("direction"):
        ways = tuple(Suggestion(f"Ghi {label.lower()}", "direction", label) for label in ("Chuyển đến", "Chuyển đi"))
        yield Finding("direction", Severity.MUST_FIX, "Chưa biết trẻ chuyển đến hay chuyển đi.", "Chọn một trong hai.", ways)
    goal = moving.place(row, "to_place", context)
    if goal is not None and goal.unit_id is None and goal.candidates:
        ways = tuple(Suggestion(f"Ghi {name[:1].lower()}{name[1:]}", "to_place", name) for _, name in goal.candidates[:4])
        yield Finding("to_place", Severity.MUST_FIX, f"“{row.text('to_place')[:60]}” có thể là nhiều nơi.", "Trẻ đến xã, phường nào?", ways)
    elif way == "in" and moving.destination(row, context) is None:
        yield Finding("to_place", Severity.MUST_FIX, "Chưa biết trẻ đến xã, phường nào.", "Ghi tên xã, phường nơi đến.")
    elif way == "in" and (unit_id := moving.destination(row, context)) is not None and not context.may_write(unit_id):
        yield Finding("to_place", Severity.MUST_FIX, "Nơi đến ngoài địa bàn của bạn.", "Gửi dòng này cho xã, phường nơi đến.")
    elif way == "out" and not row.text("to_place"):
        yield Finding(
            "to_place",
            Severity.QUESTION,
            "Chưa ghi nơi đến.",
            "Ghi xã, phường nơi đến; ra khỏi thành phố mà không rõ nơi thì vẫn ghi.",
            (Suggestion("Vẫn ghi"),),
        )
