"""Danh sách thẻ bảo hiểm y tế: which card each child has and until when."""

import re

from mangnon.intake.formats import people
from mangnon.intake.records import Column, Context, ReadRow
from mangnon.intake.rules import cards, contrary, dates
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.register.records import CardRecord

CODE = "health-insurance"
TITLE = "Danh sách thẻ bảo hiểm y tế"
MEANING = "Thẻ bảo hiểm y tế của trẻ em. Mỗi dòng một thẻ."
KIND = Kind.ENRICHES
SENDER = "Bảo hiểm xã hội cơ sở; công chức lập danh sách cấp thẻ cho trẻ em dưới 6 tuổi"
VERIFIED = True  # compared with the codified law (Pháp điển), headings Bảo hiểm y tế and Trẻ em
BASIS = "Luật Bảo hiểm y tế 25/2008/QH12, Điều 12 (trẻ em dưới 6 tuổi); Luật Trẻ em 102/2016/QH13, Điều 14"

_CLINIC = (
    "Nơi KCB ban đầu", "Nơi ĐK KCB BĐ", "Nơi KCBBĐ", "Nơi đăng ký KCB", "KCB ban đầu", "Nơi KCB BĐ", "Nơi KCB", "Nơi ĐK KCB",
    "Nơi ĐKKCB", "Nơi ĐK KCB ban đầu", "Nơi đăng ký KCB ban đầu", "Nơi đăng ký KCB BĐ", "Nơi đăng ký khám chữa bệnh ban đầu",
    "Nơi đăng ký khám chữa bệnh", "Nơi khám chữa bệnh", "Cơ sở KCB ban đầu", "Cơ sở KCB",
)  # fmt: skip
_NAMED = ("Bệnh viện", "Tên cơ sở", "Tên cơ sở KCB", "Tên", "Tên bệnh viện", "Cơ sở")  # below them, beside the code or the province

COLUMNS = (
    *people.known_child(),
    Column(
        "card", "Số thẻ BHYT", ("Số thẻ", "Mã thẻ", "Mã thẻ BHYT", "Mã số BHXH", "Số thẻ bảo hiểm y tế", "Mã BHXH", "Thẻ BHYT",
        "Mã số thẻ", "Mã số thẻ BHYT"),
        required=True, yields=(("Mã số BHXH", ""), ("Mã BHXH", "")),
        example="TE1922212345678", width=20, meaning="15 ký tự in trên thẻ, hoặc 10 chữ số mã số bảo hiểm xã hội.",
        reads=cards.read_card, unread=Severity.MUST_FIX,
    ),
    Column(
        "card_since", "Giá trị từ", ("Từ ngày", "Giá trị thẻ từ", "Hạn thẻ từ", "Có giá trị từ", "Giá trị sử dụng từ", "Ngày hiệu lực",
        "Từ", "Hạn từ", "Hạn sử dụng từ", "Thời hạn từ", "Thời hạn sử dụng từ", "Hiệu lực từ", "Có hiệu lực từ", "Giá trị từ ngày",
        "Hạn dùng từ", "Ngày bắt đầu", "Thời gian bắt đầu", "Thời điểm bắt đầu", "GT từ", "GT thẻ từ"),
        example="01/01/2026", width=13, reads=dates.first_day,
    ),
    Column(
        "card_until", "Giá trị đến", ("Đến ngày", "Giá trị thẻ đến", "Hạn thẻ đến", "Hạn sử dụng", "Hạn thẻ", "Ngày hết hạn", "Hết hạn",
        "Đến", "Hạn đến", "Hạn sử dụng đến", "Thời hạn đến", "Thời hạn sử dụng đến", "Hiệu lực đến", "Có giá trị đến", "Có hiệu lực đến",
        "Giá trị sử dụng đến", "Giá trị đến ngày", "Hạn dùng đến", "Hạn dùng", "Ngày kết thúc", "Thời gian kết thúc", "HSD", "GT đến",
        "GT thẻ đến"),
        example="31/12/2026", width=13, reads=dates.last_day,
    ),
    Column(
        "card_span", "Thời hạn", ("Thời hạn sử dụng", "Giá trị thẻ", "Thời hạn thẻ", "Giá trị sử dụng"), width=22,
        meaning="Khi một cột ghi cả hai ngày: 01/01/2026 - 31/12/2026.", reads=cards.read_span,
    ),
    Column(
        "clinic", "Nơi khám chữa bệnh ban đầu", (*_CLINIC, *(f"{place} {name}" for place in _CLINIC for name in _NAMED)),
        example="Trạm Y tế phường Cái Khế", width=28,
    ),
    people.MOTHER, people.FATHER, people.PHONE, people.HAMLET, people.CURRENT, people.ADDRESS, people.STATUS,
    people.NOTE, people.BANNER, *people.SPREAD,
)  # fmt: skip
FURTHER = ("card",)
BANNER = re.compile(rf"\btang\b|{contrary.TITLES[CODE].pattern}")


def facts(row: ReadRow, context: Context) -> tuple[CardRecord, ...]:
    """The card with its days."""
    first, last = row.value("card_span") or (None, None)
    since, until = row.value("card_since") or first, row.value("card_until") or last
    return (CardRecord(row.value("card"), since, until, row.text("clinic")[:200]),)
