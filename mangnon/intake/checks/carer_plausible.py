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
ADVICE = {
    Says.GONE: "Nếu trẻ mồ côi hoặc bị bỏ rơi thì ghi thêm hoàn cảnh của trẻ và người đang nuôi dưỡng.",
    Says.AWAY: "Nếu biết thì ghi họ tên; trẻ sống với người khác thì ghi người nuôi dưỡng.",
    Says.DITTO: "Ghi lại đủ họ tên như ở dòng trên.",
    Says.OTHER_PERSON: "Mỗi ô ghi một người.",
    Says.ODD: "Ghi họ, chữ đệm và tên như trên giấy tờ.",
}


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    other = context.layout is not None and context.layout.kind is Kind.ENRICHES  # there people only help to find the child
    if not row.carers and not other:
        return  # carer_named tells
    for field in NEEDS:
        if not (text := row.text(field)):
            continue
        said = carers.taken_apart(text)
        told = _told(field, text, said)
        if told:
            keep = f"Ghi tên {said.name[:60]}" if said.name else "Ghi không kèm tên ở ô này"
            yield Finding(field, Severity.NOTE if other else Severity.QUESTION, *told, (Suggestion(keep),))


def instead_of_names(row: ReadRow) -> str:
    """What the cells of a row say that names nobody: "Ô Họ tên cha ghi “mất”, ô Họ tên mẹ ghi “bỏ đi”"; "" when they say nothing."""
    told = [f"ô {TITLES[field]} ghi “{text[:60]}”" for field in NEEDS if (text := row.text(field)) and carers.taken_apart(text).says]
    return f"Ô{', '.join(told)[1:]}" if told else ""


def _told(field: str, text: str, said: carers.Written) -> tuple[str, str] | None:
    """What is wrong and what to do, or None."""
    wrote = f"Ô {TITLES[field]} ghi “{text[:60]}”"
    if said.says is Says.GONE:
        return f"{wrote}: có thể người này đã mất hoặc đã bỏ đi.", ADVICE[Says.GONE]
    if said.says is Says.DITTO:
        return f"{wrote}: “như trên” không đọc được là ai.", ADVICE[Says.DITTO]
    if said.says is Says.OTHER_PERSON:
        return f"{wrote}: có thể là tên hai người.", ADVICE[Says.OTHER_PERSON]
    if said.says:
        return f"{wrote}, {'dài khác thường' if said.name else 'không phải họ tên'}.", ADVICE[said.says]
    if said.role and field in ROLES and said.role != ROLES[field]:
        return f"{wrote}: có thể ghi nhầm cột.", "Ghi đúng cột của người này; ông, bà và người khác thì ghi ở cột Người nuôi dưỡng."
    return None
