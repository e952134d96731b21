"""Sổ tiêm chủng: one row a child with a column for each dose, or one row a dose."""

import re

from mangnon.intake.formats import people
from mangnon.intake.records import Column, Context, ReadRow
from mangnon.intake.rules import contrary, dates, vaccines
from mangnon.intake.vocabulary import Kind
from mangnon.register.records import DoseRecord
from mangnon.register.vocabulary.vaccines import BEYOND, SCHEDULE, VACCINES

CODE = "immunisation"
TITLE = "Danh sách tiêm chủng"
MEANING = "Trẻ đã tiêm, uống vắc xin. Mỗi dòng một trẻ với ngày tiêm ở cột của từng mũi, hoặc mỗi dòng một mũi tiêm."
KIND = Kind.ENRICHES
SENDER = "Trạm y tế xã, phường"
BASIS = "Luật Trẻ em 102/2016/QH13, Điều 14 và Điều 43; Thông tư 13/2026/TT-BYT, Điều 3 (bệnh phải tiêm chủng)"
_BY_CODE = {vaccine.code: vaccine for vaccine in VACCINES}


def field_of(vaccine: str, number: int | None) -> str:
    """Our name for the column of one dose."""
    return f"dose_{vaccine}" if number is None else f"dose_{vaccine}_{number}"


def _dose(vaccine: str, number: int | None, *, offered: bool = True) -> Column:
    words = _BY_CODE[vaccine]
    title = words.name if number is None or number == 1 == words.doses else f"{words.name} mũi {number}"
    return Column(
        field_of(vaccine, number), f"{title}, không rõ mũi mấy" if number is None else title, vaccines.titles(words, number), width=14,
        meaning="Ngày tiêm, uống.", reads=dates.read_birth, offered=offered, many=True,
    )  # fmt: skip


COLUMNS = (
    *people.known_child(),
    Column(
        "vaccine", "Vắc xin", ("Tên vắc xin", "Loại vắc xin", "Vaccine", "Tên vaccine", "Mũi tiêm"), example="", width=24,
        yields=(("Mũi tiêm", "dose"),), meaning="Khi mỗi dòng là một mũi: tên vắc xin.",
        choices=tuple(vaccine.name for vaccine in VACCINES), reads=vaccines.read_vaccine, over=vaccines.of_banner,
    ),
    Column("dose", "Mũi số", ("Mũi thứ", "Mũi", "Liều", "Lần tiêm", "Số mũi"), meaning="1, 2, 3 …", width=8, reads=vaccines.read_number),
    Column(
        "given_on", "Ngày tiêm", ("Ngày tiêm chủng", "Ngày uống", "Ngày tiêm, uống", "Ngày chủng ngừa"), example="", width=13,
        meaning="Khi mỗi dòng là một mũi: ngày tiêm.", reads=dates.read_birth,
    ),
    Column("dose_place", "Nơi tiêm", ("Cơ sở tiêm", "Cơ sở tiêm chủng", "Địa điểm tiêm", "Đơn vị tiêm"), example="Trạm Y tế", width=22),
    *(_dose(vaccine, number) for vaccine, number in SCHEDULE),
    people.MOTHER, people.FATHER, people.PHONE, people.HAMLET, people.CURRENT, people.ADDRESS, people.STATUS,
    people.NOTE, people.BANNER, *people.SPREAD,
    *(_dose(vaccine, number, offered=False) for vaccine, number in BEYOND),
)  # fmt: skip
FURTHER = ("vaccine", "given_on")
BANNER = re.compile(rf"{vaccines.BANNER}|{contrary.TITLES[CODE].pattern}")
_DOSES = {field_of(vaccine, number): (vaccine, number) for vaccine, number in (*SCHEDULE, *BEYOND)}
WORDS = tuple(("Vắc xin", f"{vaccine.name}: {', '.join(vaccine.also[:4])}") for vaccine in VACCINES)


def facts(row: ReadRow, context: Context) -> tuple[DoseRecord, ...]:
    """Every dose whose day the row has."""
    place = row.text("dose_place")[:200]
    doses = [DoseRecord(vaccine, row.value(field), number, place) for field, (vaccine, number) in _DOSES.items() if field in row.values]
    named, given = row.value("vaccine"), row.value("given_on")
    if named and given:
        vaccine, number = named
        number = number or row.value("dose") or (1 if _BY_CODE[vaccine].doses == 1 else None)
        doses.append(DoseRecord(vaccine, given, number, place))
    return tuple(doses)
