"""Danh sách trẻ em hưởng trợ giúp xã hội: what help, how much, since when, until when, by which decision."""

import re

from mangnon.intake.formats import people
from mangnon.intake.records import Column, Context, ReadRow
from mangnon.intake.rules import contrary, dates, helps, money, words
from mangnon.intake.vocabulary import Kind
from mangnon.register.records import AssistanceRecord
from mangnon.register.vocabulary.people import HelpKind

CODE = "social-assistance"
TITLE = "Danh sách trẻ em hưởng trợ giúp xã hội"
MEANING = "Trẻ em đang hưởng, hoặc thôi hưởng, trợ cấp và các hình thức trợ giúp. Mỗi dòng một trẻ với một hình thức."
KIND = Kind.ENRICHES
SENDER = "Công chức văn hóa – xã hội xã, phường"
BASIS = (  # not compared: the decree of 2026, and Điều 8 of that of 2021; the others agree with the codified law (Pháp điển)
    "Nghị định 335/2026/NĐ-CP, trước đó Nghị định 20/2021/NĐ-CP, Điều 5, Điều 6 (trợ cấp xã hội hằng tháng) và Điều 8 (thôi hưởng); "
    "Luật Trẻ em 102/2016/QH13, Điều 49"
)

COLUMNS = (
    *people.known_child(name_titles=("Họ và tên người hưởng", "Họ tên người hưởng", "Họ và tên đối tượng", "Họ tên đối tượng")),
    Column(
        "assistance", "Hình thức trợ giúp",
        ("Trợ giúp", "Loại trợ cấp", "Chế độ", "Loại trợ giúp", "Chế độ đang hưởng", "Hình thức", "Loại chế độ"), example="Trợ cấp xã hội",
        choices=tuple(HelpKind.labels), meaning="Để trống thì theo tiêu đề, tên mục; không có nữa là trợ cấp xã hội hằng tháng.", width=24,
        reads=lambda text: words.first_of(words.HELP, text), over=helps.of_banner,
    ),
    Column(
        "amount", "Mức trợ cấp",
        ("Số tiền", "Mức hưởng", "Tiền trợ cấp", "Mức trợ cấp (đồng)", "Số tiền (đồng)", "Mức", "Mức tiền", "Mức hỗ trợ",
        "Mức trợ cấp xã hội", "Mức TCXH", "Số tiền trợ cấp", "Số tiền hỗ trợ", "Số tiền hưởng", "Tiền hỗ trợ",
        "Mức TC", "Mức mới", "Mức hưởng mới", "Mức trợ cấp mới", "Mức hưởng Số tiền", "Mức trợ cấp Số tiền"),
        example="750.000", meaning="Đồng mỗi tháng.", width=14, reads=money.read_amount,
    ),
    Column(  # of one month whatever the list's title says of several
        "amount_a_month", "Mức trợ cấp một tháng",
        ("Mức trợ cấp hằng tháng", "Mức trợ cấp hàng tháng", "Mức/tháng", "Mức hỗ trợ/tháng", "Mức hỗ trợ hằng tháng",
        "Mức hỗ trợ hàng tháng", "Mức trợ cấp/tháng", "Mức trợ cấp tháng", "Mức hưởng/tháng", "Mức hưởng hằng tháng",
        "Mức hưởng hàng tháng", "Số tiền/tháng", "Số tiền hằng tháng", "Số tiền hàng tháng", "Số tiền trợ cấp/tháng",
        "Tiền trợ cấp/tháng", "Mức một tháng", "Mức trợ cấp 1 tháng", "Mức hưởng 1 tháng", "Số tiền 1 tháng"),
        offered=False,
    ),
    Column(
        "help_since", "Hưởng từ", ("Hưởng từ ngày", "Hưởng từ tháng", "Từ ngày", "Từ tháng", "Thời điểm hưởng", "Ngày hưởng",
        "Tháng hưởng", "Từ", "Được hưởng từ", "Bắt đầu", "Bắt đầu từ", "Bắt đầu hưởng", "Ngày bắt đầu", "Ngày bắt đầu hưởng",
        "Thời gian bắt đầu", "Thời gian bắt đầu hưởng", "Thời điểm bắt đầu", "Thời điểm bắt đầu hưởng", "Thời gian hưởng từ",
        "Thời điểm hưởng từ", "Thời gian từ", "Hưởng từ tháng, năm"),
        example="01/2026", meaning="Ngày hoặc tháng bắt đầu hưởng.", width=13, reads=dates.first_day,
    ),
    Column(
        "help_until", "Hưởng đến",
        ("Đến ngày", "Hưởng đến ngày", "Hưởng đến hết", "Hưởng đến tháng", "Đến hết", "Đến hết tháng", "Đến", "Đến tháng", "Kết thúc",
        "Ngày kết thúc", "Thời gian kết thúc", "Thời điểm kết thúc", "Thời gian hưởng đến", "Thời gian đến"),
        meaning="Ngày cuối cùng được hưởng, nếu đã thôi.", width=13, reads=dates.last_day,
    ),
    Column(  # whoever no longer qualifies gets nothing from the next month on: that month is the first without
        "help_stopped", "Thôi hưởng từ",
        ("Thôi hưởng", "Thôi hưởng từ ngày", "Thôi hưởng từ tháng", "Thôi hưởng kể từ", "Ngày thôi hưởng", "Tháng thôi hưởng",
         "Dừng hưởng từ", "Dừng hưởng", "Ngày dừng hưởng", "Dừng hưởng từ tháng", "Ngừng hưởng từ", "Ngừng hưởng", "Ngày ngừng hưởng",
         "Thời điểm thôi hưởng", "Thời gian thôi hưởng", "Thời điểm dừng hưởng", "Tháng dừng hưởng"),
        meaning="Ngày hoặc tháng đầu tiên không còn được hưởng.", width=13, reads=dates.day_before, offered=False,
    ),
    Column("decision", "Số quyết định", people.DECISION, example="123/QĐ-UBND", width=18),
    Column("decided_on", "Ngày quyết định", people.DECIDED, example="15/01/2026", width=13, reads=dates.first_day),
    people.MOTHER, people.FATHER, people.GUARDIAN, people.PHONE, people.HAMLET, people.CURRENT, people.ADDRESS, people.STATUS,
    people.NOTE, people.BANNER, *people.SPREAD,
)  # fmt: skip
FURTHER = ("assistance",)
BANNER = re.compile(rf"{money.SEVERAL}|{money.UNIT}|{helps.BANNER}|{contrary.TITLES[CODE].pattern}")


def facts(row: ReadRow, context: Context) -> tuple[AssistanceRecord, ...]:
    """The help the row or what stands over it names, an allowance when neither names one."""
    evidence = evidence_of(row)
    return (
        AssistanceRecord(
            row.value("assistance") or HelpKind.ALLOWANCE, row.value("help_since"),
            row.value("help_until") or row.value("help_stopped"), money.of_row(row), evidence,
        ),
    )  # fmt: skip


def evidence_of(row: ReadRow) -> str:
    """ "123/QĐ-UBND ngày 15/01/2026"."""
    day = row.value("decided_on")
    number = row.text("decision")
    return f"{number} ngày {day:%d/%m/%Y}"[:300] if number and day else number[:300]
