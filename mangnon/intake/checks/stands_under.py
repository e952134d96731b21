"""Dòng đứng dưới nhóm, tiêu đề, tên trang nói trẻ đã mất, đã chuyển đi, ghi trùng, hoặc ở trang của năm trước thì hỏi trước khi ghi.

Dòng chưa có người chăm sóc mà đứng dưới tên một người (chủ hộ, ông, bà) thì hỏi người đó là ai của trẻ.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 32 đến Điều 34 (khai tử); Luật Cư trú 68/2020/QH14 (chuyển nơi ở; chưa đối chiếu nguyên văn);
công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 2 (rà soát tại hộ gia đình).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import groups
from mangnon.intake.rules.groups import Says
from mangnon.intake.vocabulary import Kind, Severity

KIND = Kind.ENROLS
SAID = {
    Says.DIED: ("có thể trẻ đã mất.", "Trẻ đã mất thì bỏ qua dòng này và gửi ở danh sách tử vong.", "Trẻ còn sống, ghi"),
    Says.LEFT: ("có thể trẻ không còn ở đây.", "Trẻ đã đi hẳn thì bỏ qua dòng này và gửi ở danh sách chuyển đi; còn ở thì ghi.", "Vẫn ghi"),
    Says.WRONG: ("có thể dòng này ghi trùng hoặc ghi nhầm.", "Ghi trùng, ghi nhầm thì bỏ qua dòng này.", "Dòng đúng, ghi"),
}
ROLES = (("mother_name", "mẹ"), ("father_name", "cha"), ("guardian_name", "người nuôi dưỡng"))


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    over = row.text(groups.OVER)
    says = groups.kind(over) if over else None
    if says is Says.OLDER:
        todo = "Trẻ không còn ở đây, hoặc trang mới đã có, thì bỏ qua dòng này; còn ở thì ghi."
        yield Finding("full_name", Severity.QUESTION, f"{over}: có thể không còn đúng.", todo, (Suggestion("Vẫn ghi"),))
    elif says is Says.PERSON and not row.carers:
        name = groups.person(over)
        ways = tuple(Suggestion(f"{name} là {who} của trẻ", column, name) for column, who in ROLES)
        yield Finding("mother_name", Severity.QUESTION, f"Dòng phía trên ghi “{over[:80]}”.", f"{name} là ai của trẻ?", ways)
    elif says in SAID:
        what, todo, keep = SAID[says]
        part, sign, words = over.partition(": ")
        where = f"{part} “{words}”" if sign and part in {"Tiêu đề", "Trang"} else f"Nhóm “{over}”"
        yield Finding("full_name", Severity.QUESTION, f"{where[:120]}: {what}", todo, (Suggestion(keep),))
