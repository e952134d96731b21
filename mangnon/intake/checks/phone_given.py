"""Mỗi số điện thoại trong dòng ghi cho một người có tên; số ghi rõ là của người chưa có tên, hoặc số thứ hai, thì báo để ghi tiếp.

Căn cứ: Phần mềm quản lý thông tin trẻ em tại cơ sở (gia đình của trẻ: cha, mẹ, người nuôi dưỡng, điện thoại).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import phones
from mangnon.intake.rules.columns import PHONES
from mangnon.intake.vocabulary import Severity

NEEDS = ("phone",)
FIELDS = ("phone", *PHONES.values())
ADVICE = "Của người khác thì ghi tên người ấy ở cột Người nuôi dưỡng; của cha hoặc mẹ thì thêm cột Điện thoại của cha, Điện thoại của mẹ."


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    kept = {carer.phone for carer in row.carers if carer.phone}
    if not kept:
        return
    roles = {carer.role for carer in row.carers}
    left: dict[str, str] = {}
    for field in FIELDS:
        if not (text := row.text(field)) or text in kept:
            continue
        for part in phones.several(text):
            figures, whose = phones.read_phone(part), phones.named_beside(part) if field == "phone" else None
            if figures and (figures not in kept or (whose and whose not in roles)):
                left.setdefault(figures, part)
    if not left:
        return
    named = ", ".join(f"“{part[:30]}”" for part in left.values())
    full = len(left) > 1 or all(carer.phone for carer in row.carers)
    whose_words = "chưa biết ghi cho ai trong dòng" + (", mỗi người chỉ ghi một số" if full else "")
    given = ", ".join(f"{carer.phone} cho {carer.full_name[:60]}" for carer in row.carers if carer.phone)
    yield Finding("phone", Severity.NOTE, f"Số {named} {whose_words}; đang ghi {given}.", ADVICE)
