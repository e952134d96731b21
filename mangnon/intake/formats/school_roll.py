"""Danh sách học sinh: which class of which school each child is in, so that nobody who left school is missed."""

import re

from mangnon.intake.formats import people
from mangnon.intake.records import Column, Context, ReadRow
from mangnon.intake.rules import contrary, dates, school
from mangnon.intake.rules.words import is_mark
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.register.records import SchoolingRecord
from mangnon.register.vocabulary.people import SchoolingState, SchoolLevel

CODE = "school-roll"
TITLE = "Danh sách học sinh"
MEANING = "Danh sách học sinh, trẻ mẫu giáo của một trường trong một năm học. Mỗi dòng một học sinh."
KIND = Kind.ENRICHES
SENDER = "Trường mầm non, tiểu học, trung học cơ sở trên địa bàn, qua công chức văn hóa – xã hội"
VERIFIED = True  # compared with the codified law (Pháp điển), heading Trẻ em; the decree with its text
BASIS = "Luật Trẻ em 102/2016/QH13, Điều 16 và Điều 44; Nghị định 88/2026/NĐ-CP, Điều 9 (mã học tập theo số định danh)"

COLUMNS = (
    *people.known_child(name_titles=("Họ và tên học sinh", "Họ tên học sinh", "Tên học sinh", "Học sinh", "Họ và tên HS", "Họ tên HS",
        "Tên HS")),
    Column(
        "school", "Trường", ("Tên trường", "Trường học", "Đơn vị trường", "Cơ sở giáo dục"), required=True, in_title=True,
        example="Trường Mầm non Hướng Dương", meaning="Tên đầy đủ của trường.", width=30, reads=school.read_school,
        unread=Severity.MUST_FIX,
    ),
    Column("class_name", "Lớp", ("Tên lớp", "Lớp học", "Khối lớp", "Nhóm/lớp", "Nhóm, lớp"), example="Chồi 1", width=9,
    reads=school.read_class, unread=Severity.MUST_FIX),
    Column(
        "school_year", "Năm học", ("Niên khóa", "Niên học"), example="2026-2027", width=12,
        meaning="Ví dụ 2026-2027. Để trống thì là năm học hiện tại.", reads=school.read_year,
    ),
    Column(
        "level", "Cấp học", ("Bậc học", "Trình độ", "Khối", "Cấp"), example="Mẫu giáo", choices=tuple(SchoolLevel.labels), width=16,
        meaning="Để trống thì suy từ tên lớp.", reads=school.read_level, unread=Severity.NOTE,
    ),
    Column(
        "state", "Tình trạng", ("Tình trạng học tập", "Trạng thái", "Tình trạng học sinh", "Tình trạng học",
        "Hiện trạng", "Tình trạng hiện nay", "Tình trạng hiện tại", "Tình trạng HS", "Trạng thái học tập",
        "Trạng thái học sinh"), example="Đang học",
        choices=tuple(SchoolingState.labels), meaning="Để trống là đang học.", width=16, reads=school.read_state,
    ),
    Column(
        "state_since", "Từ ngày", ("Ngày nhập học", "Ngày vào học", "Ngày thôi học", "Ngày nghỉ học", "Ngày chuyển",
        "Từ", "Ngày bắt đầu"), example="05/09/2026",
        meaning="Ngày vào học, hoặc ngày thôi học, chuyển trường.", width=13, reads=dates.first_day,
    ),
    Column("left_on", "Ngày nghỉ học", ("Ngày thôi học", "Ngày bỏ học", "Ngày chuyển", "Ngày chuyển trường", "Nghỉ học từ ngày"),
           offered=False, reads=dates.first_day),
    Column("left_mark", "Nghỉ học", ("Bỏ học", "Thôi học", "Đã nghỉ học"), offered=False, reads=is_mark),
    Column("moved_mark", "Chuyển trường", ("Chuyển đi", "Chuyển trường khác", "Đã chuyển trường"), offered=False, reads=is_mark),
    people.FATHER, people.MOTHER, people.GUARDIAN, people.PHONE, people.HAMLET, people.CURRENT, people.ADDRESS, people.ETHNICITY,
    people.NOTE, people.BANNER, *people.SPREAD,
)  # fmt: skip
BANNER = re.compile(rf"{school.YEAR_OF_LIST}|{contrary.TITLES[CODE].pattern}")


def facts(row: ReadRow, context: Context) -> tuple[SchoolingRecord, ...]:
    """The child is in this class since the day named, else since the school year began; one who left, until that day."""
    state = row.value("state") or school.ticked(row) or SchoolingState.ATTENDING
    year = school.year_of_row(row) or school.year_of(context.listed_on or context.on)
    named = row.value("state_since") if state is SchoolingState.ATTENDING else row.value("left_on") or row.value("state_since")
    since = named or (school.first_day(year) if state is SchoolingState.ATTENDING else context.listed_on or context.on)
    class_name = row.value("class_name") or ""
    return (
        SchoolingRecord(
            school=row.value("school"), state=state, class_name=class_name, school_year=year,
            level=row.value("level") or school.level_of(class_name, row.value("school")), since=since,
        ),
    )  # fmt: skip
