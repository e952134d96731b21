"""Danh sách trẻ em tử vong: the record is closed on the day, and counted no more from then on.

Causes are sorted as Mẫu 03, phần IV counts them (injuries, of them drowning, which Công điện 46/CĐ-TTg of 11/7/2026 asks for) and
as injuries are counted by what happened: traffic, drowning, fall, burn, poisoning, animal, electricity, choking, violence, self-harm.
"""

import re

from mangnon.intake.formats import people
from mangnon.intake.records import Column, Context, ReadRow
from mangnon.intake.rules import contrary, dates, deaths
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.register.records import DeathRecord
from mangnon.register.vocabulary.people import DeathCause

CODE = "deaths"
TITLE = "Danh sách trẻ em tử vong"
MEANING = "Trẻ em đã mất. Mỗi dòng một trẻ; hồ sơ đóng từ ngày mất và vẫn tra cứu được."
KIND = Kind.ENRICHES
SENDER = "Công chức tư pháp – hộ tịch; trạm y tế"
VERIFIED = True  # compared with the codified law (Pháp điển), heading Hộ tịch
BASIS = "Luật Hộ tịch 60/2014/QH13, Điều 32 đến Điều 34 (đăng ký khai tử)"

COLUMNS = (
    *people.known_child(name_titles=("Họ và tên người chết", "Họ tên người chết", "Họ và tên người mất")),
    Column(
        "died_on", "Ngày mất",
        ("Ngày chết", "Ngày tử vong", "Ngày, tháng, năm chết", "Ngày tháng năm chết", "Chết ngày", "Ngày qua đời", "Ngày chết, tháng, năm",
        "Ngày, tháng, năm mất", "Ngày tháng năm mất", "Thời gian mất", "Thời gian chết", "Thời gian tử vong", "Ngày giờ mất", "Mất ngày"),
        required=True, example="12/10/2026", meaning="Ngày/tháng/năm; chỉ biết tháng thì ghi 10/2026.", width=13, reads=dates.read_birth,
        unread=Severity.MUST_FIX,
    ),
    Column(
        "certificate", "Số khai tử", ("Số trích lục khai tử", "Số giấy báo tử", "Số đăng ký khai tử", "Trích lục khai tử", "Giấy báo tử",
        "Số giấy chứng tử", "Giấy chứng tử", "Số chứng tử", "Số KT"),
        example="15/2026", width=16,
    ),
    Column(
        "cause", "Nguyên nhân", ("Nguyên nhân chết", "Nguyên nhân tử vong", "Lý do", "Nguyên nhân mất", "Chia theo nguyên nhân",
        "Nguyên nhân chính", "Theo nguyên nhân"), example="Đuối nước",
        choices=tuple(DeathCause.labels), meaning="Đuối nước, tai nạn được thống kê riêng; chữ chưa hiểu thì hỏi lại.",
        width=22, reads=deaths.read_cause, over=deaths.of_banner,
    ),
    people.MOTHER, people.FATHER, people.HAMLET, people.CURRENT, people.ADDRESS, people.STATUS, people.NOTE, people.BANNER, *people.SPREAD,
)  # fmt: skip
BANNER = re.compile(rf"{deaths.BANNER}|{contrary.TITLES[CODE].pattern}")


def facts(row: ReadRow, context: Context) -> tuple[DeathRecord, ...]:
    """The death, its paper and its cause."""
    return (DeathRecord(row.value("died_on"), row.text("certificate")[:120], row.value("cause"), row.text("cause")[:200]),)
