"""Lời ghi nói trẻ đã mất, thai lưu, đã chuyển đi, quá tuổi, ghi trùng, ghi nhầm (ở mọi cột, cả lề bảng) thì hỏi trước khi ghi.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 32 đến Điều 34 (khai tử); Luật Cư trú 68/2020/QH14 (chuyển nơi ở; chưa đối chiếu nguyên văn);
công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 2 (rà soát tại hộ gia đình).
"""

import re
from collections.abc import Callable, Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import asides, remarks
from mangnon.intake.rules.remarks import Remark
from mangnon.intake.vocabulary import Kind, Severity

FORMATS = ("child-list", "births", "poor-households", "social-assistance", "school-roll", "immunisation", "health-insurance", "moves")
OF_NAME = "Ô họ và tên ghi"
SAID = {
    Remark.DIED: ("có thể trẻ đã mất.", "Trẻ đã mất thì bỏ qua dòng này và gửi ở danh sách tử vong.", "Trẻ còn sống, ghi"),
    Remark.LEFT: ("có thể trẻ không còn ở đây.", "Trẻ đã đi hẳn thì bỏ qua dòng này; còn quản lý ở xã, phường thì ghi.", "Vẫn ghi"),
    Remark.SHORT: (
        "chữ tắt có thể là tử vong, có thể là tạm vắng.",
        "Trẻ đã mất, đã đi hẳn thì bỏ qua dòng này; trẻ chỉ tạm vắng thì ghi.",
        "Trẻ tạm vắng, ghi",
    ),
    Remark.GROWN: (
        "có thể không còn là trẻ em.",
        "Đủ 16 tuổi thì bỏ qua dòng này; chưa đủ thì xem lại ngày sinh rồi ghi.",
        "Chưa đủ 16 tuổi, ghi",
    ),
    Remark.WRONG: ("có thể dòng này ghi trùng hoặc ghi nhầm.", "Ghi trùng, ghi nhầm thì bỏ qua dòng này.", "Dòng đúng, ghi"),
}
_BEHIND = re.compile(  # where a name ends
    r"\s*(?:[(\[,;:/*–—]|\s-|-\s|\s(?:đã|bị|bỏ|đi|trùng|xóa|xoá)\b|\s(?i:(?:đã )?(?:mất|chết|chuyển|qua đời|tử vong))\b)"
)
_OF_UNBORN = ("thai", "sẩy ", "sảy ")
_LIKELY = (  # one of them is there where the usual cells say anything
    "thai", "mất", "chết", "tử", "qua đời", "chuyển", "địa phương", "địa bàn", "vắng", "xóa", "xoá", "trùng", "khác", "(",
)  # fmt: skip


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for column, where, text, reads in _texts(row):
        if not text or (remark := reads(text)) is None or (remark is Remark.LEFT and _of_moves(context)):
            continue
        what, todo, keep = SAID[remark]
        other = context.layout is not None and context.layout.kind is Kind.ENRICHES and not context.link(row).new
        severity = Severity.NOTE if other and remark not in {Remark.DIED, Remark.SHORT} else Severity.QUESTION
        name = _BEHIND.split(row.text("full_name"))[0] if where == OF_NAME and text != row.text("full_name") else ""
        ways = (Suggestion(f"{keep} tên {name[:60]}", "full_name", name) if name else Suggestion(keep),)
        yield Finding(column, severity, f"{where} “{text[:60]}”: {what}", todo, ways if severity is Severity.QUESTION else ())
        return


def _of_moves(context: Context) -> bool:
    """Whether the list is of children who move: that they have gone is what it says."""
    return context.layout is not None and context.layout.code == "moves"


def _texts(row: ReadRow) -> Iterator[tuple[str, str, str, Callable[[str], Remark | None]]]:
    """What may speak of the child: the column it is shown at, where it stands in words, the text, how such a text is read."""
    if note := row.text("note"):
        yield "note", "Ghi chú ghi", note, remarks.of_a_note
    if aside := row.text(asides.FIELD):
        for one in asides.words(aside):
            yield (
                "full_name",
                f"Lời ghi kèm ô ở cột {one.column} là" if one.comment else f"Cột {one.column} ghi",
                one.text,
                remarks.of_a_note,
            )
    name, address, hamlet = row.text("full_name"), row.text("address"), row.text("hamlet")
    usual = f"{name} {address} {hamlet}".lower()
    if any(map(usual.__contains__, _LIKELY)):
        unborn = not name.isascii() and name[:4].lower() in _OF_UNBORN  # instead of a name; Thai is one without its marks
        behind = found.start() if (found := _BEHIND.search(name)) else len(name)
        yield "full_name", OF_NAME, name if unborn else name[behind:].strip(), remarks.said
        yield "address", "Ô địa chỉ ghi", address, remarks.said
        yield "hamlet", "Ô ấp, khu vực ghi", hamlet, remarks.said
