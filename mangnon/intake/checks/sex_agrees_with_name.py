"""Chữ đệm “Thị” thường là của nữ, “Văn” của nam; lệch với ô giới tính và không có số định danh để đối chiếu thì hỏi lại.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (thông tin mâu thuẫn); Luật Hộ tịch 60/2014/QH13, Điều 14.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import child_names
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.register import rules
from mangnon.register.vocabulary.people import Sex

NEEDS = ("sex",)
KIND = Kind.ENROLS


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    name = row.text("full_name")
    told = _told(name)
    if told is None or row.sex in {None, Sex.UNKNOWN, told} or rules.read_number(row.personal_number):
        return  # a number says it better: number_agrees_with_sex
    if child_names.is_nameless(name) or child_names.doubt(name):
        return  # what is asked about the name may bring another
    said = row.sex.label if row.sex else ""
    yield Finding(
        "sex", Severity.QUESTION, f"Tên “{name[:60]}” thường là của {told.label.lower()}, ô giới tính ghi {said}.",
        "Xem giấy khai sinh; đúng như vậy thì vẫn ghi.", (Suggestion(f"Đổi thành {told.label}", "sex", told.label), Suggestion("Vẫn ghi")),
    )  # fmt: skip


def _told(name: str) -> Sex | None:
    """The sex a middle name tells: "Thị" anywhere between the surname and the last word; "Văn" behind the surname, when it is no surname
    too, as in "Trần Văn Thị Hoa". Unmarked words tell nothing: "Van" may be Vân.
    """
    small = name.lower()
    if " thị " in small:
        return Sex.FEMALE
    return Sex.MALE if " văn " in small and small.split()[1] == "văn" else None
