"""Cấp học phải hợp với tuổi; lệch nhiều năm thì hỏi lại.

Căn cứ: Luật Giáo dục 43/2019/QH14, Điều 26 và Điều 28 (tuổi vào lớp một là 6, vào lớp sáu là 11, vào lớp mười là 15;
chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import school
from mangnon.intake.vocabulary import Severity
from mangnon.lib import calendar
from mangnon.register.vocabulary.people import SchoolLevel

NEEDS = ("class_name", "level", "school_level")
AGES = {  # from the age of entry less two years to the age of leaving and five years more: late starters are many
    SchoolLevel.NURSERY: range(6), SchoolLevel.KINDERGARTEN: range(1, 9), SchoolLevel.PRIMARY: range(4, 17),
    SchoolLevel.LOWER_SECONDARY: range(9, 20), SchoolLevel.UPPER_SECONDARY: range(13, 23),
}  # fmt: skip


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    child = context.link(row).child
    birth = row.birth or (child.birth if child else None)
    level = row.value("level") or row.school_level or school.level_of(row.text("class_name"), row.text("school"))
    if birth is None or level is None or birth.day > context.on:
        return
    age = calendar.age(born=birth.day, on=context.on)
    if age in AGES[level]:
        return
    field = next((name for name in ("level", "class_name", "school_level") if row.text(name)), "full_name")
    yield Finding(
        field, Severity.QUESTION, f"Trẻ {age} tuổi mà ghi cấp {level.label}.", "Xem lại lớp và ngày sinh; đúng như vậy thì vẫn ghi.",
        (Suggestion("Vẫn ghi"),),
    )  # fmt: skip
