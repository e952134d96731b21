"""Columns that lists about known children share: who the child is, so that the register finds it."""

from dataclasses import replace

from mangnon.intake.formats import child_list
from mangnon.intake.records import Column
from mangnon.intake.rules import banners

_OF_CHILDREN = {column.field: column for column in child_list.COLUMNS}
NUMBER = _OF_CHILDREN["number"]
SPREAD = child_list.SPREAD
NOTE = _OF_CHILDREN["note"]
PHONE = _OF_CHILDREN["phone"]
HAMLET = _OF_CHILDREN["hamlet"]
ADDRESS = _OF_CHILDREN["address"]
CURRENT = _OF_CHILDREN["current"]
SEX = _OF_CHILDREN["sex"]
ETHNICITY = _OF_CHILDREN["ethnicity"]
FATHER = replace(_OF_CHILDREN["father_name"], meaning="Giúp tìm đúng trẻ khi chưa có số định danh.")
MOTHER = replace(_OF_CHILDREN["mother_name"], meaning="Giúp tìm đúng trẻ khi chưa có số định danh.")
GUARDIAN = _OF_CHILDREN["guardian_name"]
RECORD = _OF_CHILDREN["child_code"]
BANNER = Column(banners.FIELD, banners.TITLE, offered=False)
STATUS = Column(  # read only for words that say the opposite of the list: checks.state_says_otherwise
    "status", "Trạng thái", ("Hiện trạng", "Kết quả", "Tình trạng", "Tình trạng thẻ", "Trạng thái thẻ", "Trạng thái hồ sơ",
    "Tình trạng hồ sơ", "Kết quả xét duyệt", "Kết quả duyệt", "Kết quả xét", "Tình trạng hưởng", "Trạng thái hưởng", "Tình trạng tiêm",
    "Kết quả tiêm", "Trạng thái tiêm", "Tình trạng hiện tại", "Kết quả giải quyết"), offered=False,
)  # fmt: skip
DECISION = (  # titles for the paper a list goes back to
    "Quyết định số", "Quyết định", "Số QĐ", "QĐ số", "QĐ", "Số, ngày quyết định", "Số và ngày quyết định", "Quyết định số, ngày",
    "Số QĐ, ngày", "QĐ số, ngày", "Số, ngày QĐ", "Số/ngày quyết định", "Quyết định Số",
    "Số QĐ hưởng", "Số quyết định hưởng", "Quyết định công nhận", "Số quyết định công nhận", "Số QĐ công nhận",
)  # fmt: skip
DECIDED = ("Ngày QĐ", "Ngày ký", "Ngày ra quyết định", "Ngày ký quyết định", "Ngày ban hành", "Quyết định Ngày", "Quyết định ngày ký")


def known_child(*, name_titles: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """The columns by which a row says which child it is about; only the name must be there, the more the surer. Beside titles that say it
    better, a bare name, year of birth or CCCD is that of whoever heads the household or takes the money.
    """
    name, birth, number = (_OF_CHILDREN[field] for field in ("full_name", "birth_date", "personal_number"))
    return (
        NUMBER, RECORD,
        Column(
            name.field, name.title, (*name.also, *name_titles), required=True, instead=name.instead, example=name.example,
            meaning=name.meaning, width=name.width, yields=(("Họ và tên", ""), ("Họ tên", "")),
        ),
        Column(
            birth.field, birth.title, birth.also, example=birth.example, width=birth.width,
            meaning="Ngày/tháng/năm. Cần có ngày sinh hoặc số định danh để tìm đúng trẻ.", yields=(("Năm sinh", ""),),
        ),
        SEX,
        Column(
            number.field, number.title, number.also, example=number.example, width=number.width,
            meaning="Đủ 12 chữ số. Có số thì tìm chắc nhất; chưa có thì để trống.", yields=(("CCCD", ""), ("Số CCCD", "")),
        ),
    )  # fmt: skip
