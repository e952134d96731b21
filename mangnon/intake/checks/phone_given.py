"""Mỗi số điện thoại trong ô ghi cho một người có tên; số ghi rõ là của người chưa có tên, hoặc số thứ hai, thì báo để ghi tiếp.

Căn cứ: Phần mềm quản lý thông tin trẻ em tại cơ sở (gia đình của trẻ: cha, mẹ, người nuôi dưỡng, điện thoại).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import phones
from mangnon.intake.vocabulary import Severity

NEEDS = ("phone",)
ADVICE = "Của người khác thì ghi tên người ấy ở cột Người nuôi dưỡng; của cha hoặc mẹ thì thêm cột Điện thoại của cha, Điện thoại của mẹ."


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    text = row.text("phone")
    if not text or phones.read_phone(text) == text:
        return
    given, left = phones.dealt(text, [carer.role for carer in row.carers])
    if not left:
        return
    named = ", ".join(f"“{number.text[:30]}”" for number in left)
    kept = phones.for_the_register(next(iter(given.values())))
    whose = "chưa biết ghi cho ai trong dòng" if len(left) == 1 else "chưa biết ghi cho ai trong dòng, mỗi người chỉ ghi một số"
    name = next(carer.full_name for carer in row.carers if carer.role in given)
    yield Finding("phone", Severity.NOTE, f"Số {named} {whose}; đang ghi {kept} cho {name[:60]}.", ADVICE)
