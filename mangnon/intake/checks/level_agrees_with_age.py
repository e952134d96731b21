"""Cấp học, lớp phải hợp với tuổi; lệch nhiều năm, hoặc đi học trước khi sinh, thì hỏi lại.

Căn cứ: Luật Giáo dục 43/2019/QH14, Điều 26 và Điều 28 (tuổi vào lớp một là 6, vào lớp sáu là 11, vào lớp mười là 15; học vượt, học muộn;
chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator
from datetime import date

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
BEGINS = 5  # years between a grade and the age in it: lớp 1 at six
EARLY, LATE = 1, 3  # years a pupil may be ahead or behind


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    child = context.link(row).child
    birth = row.birth or (child.birth if child else None)
    if birth is None or birth.day > context.on:
        return
    level = row.value("level") or row.school_level or school.level_of(row.text("class_name"), row.text("school"))
    year = school.year_of_row(row) if row.values or row.text("banner") else None
    day = min(school.first_day(year), context.on) if year else context.on
    if birth.day > day:
        field = "school_year" if row.text("school_year") else "full_name"
        what = f"Năm học {year} bắt đầu trước ngày sinh {birth.text()} của trẻ."
        yield Finding(field, Severity.MUST_FIX, what, "Xem lại năm học và ngày sinh.")
        return
    age = calendar.age(born=birth.day, on=day)
    told = f"cấp {level.label}" if level is not None and age not in AGES[level] else _of_grade(row, birth.day, day)
    if told:
        field = next((name for name in ("level", "class_name", "school_level") if row.text(name)), "full_name")
        yield Finding(
            field, Severity.QUESTION, f"Trẻ {age} tuổi mà ghi {told}.", "Xem lại lớp và ngày sinh; đúng như vậy thì vẫn ghi.",
            (Suggestion("Vẫn ghi"),),
        )  # fmt: skip


def _of_grade(row: ReadRow, born: date, day: date) -> str:
    """The grade a child is too young or too old for by the year of its birth; "" when it may be in it."""
    grade = school.grade_of(row.text("class_name"), row.text("school")) if row.text("class_name") else None
    if grade is None:
        return ""
    ahead = grade - (int(school.year_of(day)[:4]) - born.year - BEGINS)
    return "" if -LATE <= ahead <= EARLY else f"lớp {grade}"
