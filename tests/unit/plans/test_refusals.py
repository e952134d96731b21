"""Files that are no plan are refused with a sentence that says what is missing and what to do."""

import pytest

from mangnon.lib.refusals import Refusal
from mangnon.plans import formats
from mangnon.plans.formats import UnknownFormat
from mangnon.plans.formats.docx import UnreadableWord
from mangnon.plans.formats.txt import UnreadableText
from mangnon.plans.rules import reading


def read(content: bytes, name: str):
    return reading.read(formats.paper(content, name))


@pytest.mark.parametrize(
    ("content", "name", "refusal", "says"),
    [
        (b"%PDF-1.7", "ke-hoach.pdf", UnknownFormat, "lưu thành .docx"),
        (b"PK\x03\x04 hong", "ke-hoach.docx", UnreadableWord, "tệp hỏng"),
        (b"\x00\x01\x02\x00" * 9, "ke-hoach.txt", UnreadableText, "không phải văn bản đọc được"),
        (b"", "rong.txt", UnreadableText, "không phải văn bản đọc được"),
        ("Danh sách trẻ em ấp 3\nLê Thị Mai\nTrần Văn Hậu\n".encode(), "ds.txt", reading.NotAPlan,
         "thiếu số, ký hiệu, ngày ban hành, tên loại"),
        ("KẾ HOẠCH\nSố: 5/KH-UBND\nChăm lo cho trẻ em.\n".encode(), "khong-muc.txt", reading.NotAPlan, "các mục đánh số"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_plan_is_refused(content, name, refusal, says):
    with pytest.raises(refusal, match=says) as caught:
        read(content, name)
    assert isinstance(caught.value, Refusal)
    assert name in str(caught.value)


def test_a_draft_without_number_is_still_read():
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ PHONG ĐIỀN\nSố:      /KH-UBND\nPhong Điền, ngày 02 tháng 02 năm 2026\n"
        "KẾ HOẠCH\nVề trẻ em\nI. MỤC ĐÍCH\n1. Vì trẻ em.\n"
    )
    plan = read(text.encode(), "du-thao.txt")
    assert plan.head.number == ""
    assert [clause.id for clause in plan.clauses] == ["I", "I.1"]
