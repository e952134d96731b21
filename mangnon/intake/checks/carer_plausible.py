"""Ô cha, mẹ, người nuôi dưỡng phải ghi họ tên một người; ghi “mất”, “bỏ đi”, “nt”, chỉ có số hoặc tên người khác thì hỏi lại.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (cha, mẹ, người giám hộ là thông tin cơ bản); Luật Trẻ em 102/2016/QH13, Điều 10
khoản 1 (trẻ em mồ côi cả cha và mẹ, trẻ em bị bỏ rơi).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import carers
from mangnon.intake.rules.carers import Says
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.register.vocabulary.people import CarerRole

NEEDS = ("father_name", "mother_name", "guardian_name")
TITLES = {"father_name": "Họ tên cha", "mother_name": "Họ tên mẹ", "guardian_name": "Người nuôi dưỡng"}
ROLES = {"father_name": CarerRole.FATHER, "mother_name": CarerRole.MOTHER}
OTHER_SEX = {"father_name": ("thị", "của nữ"), "mother_name": ("văn", "của nam")}  # the second word of a name
ADVICE = {
    Says.GONE: "Nếu trẻ mồ côi hoặc bị bỏ rơi thì ghi thêm hoàn cảnh của trẻ và người đang nuôi dưỡng.",
    Says.AWAY: "Nếu biết thì ghi họ tên; trẻ sống với người khác thì ghi người nuôi dưỡng.",
    Says.DITTO: "Ghi lại đủ họ tên như ở dòng trên.",
    Says.OTHER_PERSON: "Mỗi ô ghi một người.",
    Says.INSTITUTION: "Cơ sở, nhà chùa đang nuôi trẻ thì ghi ở cột Người nuôi dưỡng; họ tên cha, mẹ ghi nếu biết.",
    Says.UNSURE: "Ghi họ, chữ đệm và tên như trên giấy tờ.",
    Says.ODD: "Ghi họ, chữ đệm và tên như trên giấy tờ.",
}
_WHY = {
    Says.GONE: ": có thể người này đã mất hoặc đã bỏ đi.",
    Says.DITTO: ": “như trên” không đọc được là ai.",
    Says.OTHER_PERSON: ": có thể là tên hai người.",
    Says.INSTITUTION: ": có vẻ là nơi nuôi dưỡng, không phải họ tên một người.",
    Says.UNSURE: ": có thể gõ nhầm hoặc thiếu chữ.",
}


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    other = context.layout is not None and context.layout.kind is Kind.ENRICHES  # there people only help to find the child
    if not row.carers and not other:
        return  # carer_named tells
    for field in NEEDS:
        if not (text := row.text(field)):
            continue
        said = carers.taken_apart(text)
        told = _told(field, text, said) or _compared(field, said.name, row)
        if told:
            keep = f"Ghi tên {said.name[:60]}" if said.name else "Ghi không kèm tên ở ô này"
            yield Finding(field, Severity.NOTE if other else Severity.QUESTION, *told, (Suggestion(keep),))
        elif said.name and " " not in said.name and not other:
            yield Finding(field, Severity.NOTE, f"{_wrote(field, text)}: chỉ có một chữ.", "Ghi đủ họ, chữ đệm và tên nếu biết.")


def _wrote(field: str, text: str) -> str:
    return f"Ô {TITLES[field]} ghi “{text[:60]}”"


def instead_of_names(row: ReadRow) -> str:
    """What the cells of a row say that names nobody: "Ô Họ tên cha ghi “mất”, ô Họ tên mẹ ghi “bỏ đi”"; "" when they say nothing."""
    told = [f"ô {TITLES[field]} ghi “{text[:60]}”" for field in NEEDS if (text := row.text(field)) and carers.taken_apart(text).says]
    return f"Ô{', '.join(told)[1:]}" if told else ""


def _told(field: str, text: str, said: carers.Written) -> tuple[str, str] | None:
    """What is wrong with a cell by itself and what to do, or None."""
    if said.says is None:
        if said.role is None or field not in ROLES or said.role is ROLES[field]:
            return None
        todo = "Ghi đúng cột của người này; ông, bà, cha dượng, mẹ kế, cha mẹ nuôi và người khác thì ghi ở cột Người nuôi dưỡng."
        return f"{_wrote(field, text)}: có thể ghi nhầm cột.", todo
    if said.says is Says.INSTITUTION and field not in ROLES:
        return None
    why = _WHY.get(said.says)
    if why is None:
        away = ": có thể người này ở xa, không nuôi trẻ." if said.says is Says.AWAY else ", dài khác thường."
        why = away if said.name else ", không phải họ tên."
    return f"{_wrote(field, text)}{why}", ADVICE[said.says]


def _compared(field: str, name: str, row: ReadRow) -> tuple[str, str] | None:
    """What is wrong with a name beside the others of the row, or None."""
    if not name or field not in ROLES:
        return None
    if name == row.text("full_name"):
        return f"{_wrote(field, name)}, trùng tên trẻ.", "Ghi họ tên của người này."
    if field == "mother_name" and name == row.text("father_name"):
        return f"{_wrote(field, name)}, trùng tên cha.", "Ghi họ tên của từng người."
    word, whose = OTHER_SEX[field]
    if name.partition(" ")[2].partition(" ")[0].lower() == word:
        return f"{_wrote(field, name)}: tên này thường là {whose}, có thể hai cột cha, mẹ đổi chỗ.", "Ghi đúng cột của từng người."
    return None
