"""Danh sách trẻ em thuộc hộ nghèo, hộ cận nghèo: the yearly decision of the commune, written to the household of each child."""

import re

from mangnon.intake.formats import people
from mangnon.intake.formats.social_assistance import evidence_of
from mangnon.intake.records import Column, Context, ReadRow
from mangnon.intake.rules import contrary, dates, decisions, standings
from mangnon.intake.vocabulary import Kind
from mangnon.register.records import StandingRecord
from mangnon.register.vocabulary.people import Standing

CODE = "poor-households"
TITLE = "Danh sách hộ nghèo, hộ cận nghèo"
MEANING = "Thành viên là trẻ em của hộ nghèo, hộ cận nghèo theo quyết định hằng năm. Mỗi dòng một trẻ; người lớn thì bỏ qua."
KIND = Kind.ENRICHES
SENDER = "Công chức phụ trách giảm nghèo xã, phường"
BASIS = "Nghị định 07/2021/NĐ-CP (chuẩn hộ nghèo, hộ cận nghèo); Quyết định 24/2021/QĐ-TTg (rà soát hằng năm)"

COLUMNS = (
    *people.known_child(name_titles=("Họ và tên thành viên", "Họ tên thành viên", "Họ và tên thành viên hộ", "Thành viên hộ",
        "Họ tên trẻ em trong hộ", "Họ và tên trẻ em trong hộ", "Trẻ em trong hộ", "Họ và tên chủ hộ và các thành viên",
        "Họ tên chủ hộ và các thành viên", "Họ và tên chủ hộ và thành viên", "Họ và tên các thành viên trong hộ")),
    Column("head", "Chủ hộ", ("Họ tên chủ hộ", "Họ và tên chủ hộ", "Tên chủ hộ"), example="Lưu Văn Tài", width=24),
    Column("household", "Mã hộ", ("Mã số hộ", "Mã hộ gia đình", "Số hộ", "Hộ số", "Số hiệu hộ", "STT hộ"), offered=False),
    Column("relation", "Quan hệ với chủ hộ", ("Quan hệ", "QH với chủ hộ", "Quan hệ chủ hộ"), example="Con", width=14),
    Column(
        "standing", "Diện hộ",
        ("Loại hộ", "Phân loại hộ", "Phân loại", "Hộ nghèo/cận nghèo", "Hộ nghèo, cận nghèo", "Kết quả rà soát", "Thuộc hộ", "Diện"),
        example="Hộ nghèo", choices=(*Standing.labels, "Thoát nghèo"), width=16, reads=standings.read_standing,
        meaning="Hộ nghèo, Hộ cận nghèo, hoặc Thoát nghèo.",
    ),
    Column("poor_mark", "Hộ nghèo", ("Nghèo", "HN"), meaning="Đánh dấu x khi mẫu có hai cột.", width=9, reads=standings.read_mark),
    Column("near_poor_mark", "Hộ cận nghèo", ("Cận nghèo", "HCN"), meaning="Đánh dấu x khi mẫu có hai cột.", width=9,
    reads=standings.read_mark),
    Column(
        "standing_since", "Từ ngày", ("Ngày công nhận", "Có hiệu lực từ", "Thời điểm công nhận", "Năm công nhận", "Thời điểm",
        "Từ", "Hiệu lực từ", "Ngày bắt đầu", "Thời gian bắt đầu", "Từ tháng", "Công nhận từ", "Thời điểm bắt đầu"),
        example="01/01/2026",
        meaning="Để trống thì tính từ ngày quyết định, hoặc ngày nhận danh sách.", width=13, reads=dates.first_day,
    ),
    Column("decision", "Số quyết định", people.DECISION, example="456/QĐ-UBND", width=18),
    Column("decided_on", "Ngày quyết định", people.DECIDED, example="28/12/2025", width=13, reads=dates.first_day),
    people.MOTHER, people.FATHER, people.PHONE, people.HAMLET, people.CURRENT, people.ADDRESS, people.STATUS, people.NOTE, people.BANNER,
    *people.SPREAD,
)  # fmt: skip
BANNER = re.compile(f"{standings.BANNER}|{contrary.TITLES[CODE].pattern}")


def facts(row: ReadRow, context: Context) -> tuple[StandingRecord, ...]:
    """The standing of the child's household from the day named, else the decision's, else the list's."""
    said = standings.told(row)
    if said is None:
        return ()
    since = row.value("standing_since") or row.value("decided_on") or decisions.day_in(row.text("decision")) or context.listed_on
    return (StandingRecord(None if said == standings.NONE else Standing(said), since, evidence_of(row)),)
