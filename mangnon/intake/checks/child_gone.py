"""Lời ghi nói trẻ đã mất, đã chuyển đi, ghi trùng, ghi nhầm (ở ghi chú, địa chỉ, cột không dùng đến) thì hỏi trước khi ghi.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 32 đến Điều 34 (khai tử); Luật Cư trú 68/2020/QH14 (chuyển nơi ở; chưa đối chiếu nguyên văn);
công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 2 (rà soát tại hộ gia đình).
"""

import re
from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import asides, remarks
from mangnon.intake.rules.remarks import Remark
from mangnon.intake.vocabulary import Kind, Severity

FORMATS = ("child-list", "births", "poor-households", "social-assistance", "school-roll", "immunisation", "health-insurance")
OF_NAME = "Ô họ và tên ghi"
SAID = {
    Remark.DIED: ("có thể trẻ đã mất.", "Trẻ đã mất thì bỏ qua dòng này và gửi ở danh sách tử vong.", "Trẻ còn sống, ghi"),
    Remark.LEFT: ("có thể trẻ không còn ở đây.", "Trẻ đã đi hẳn thì bỏ qua dòng này; còn quản lý ở xã, phường thì ghi.", "Vẫn ghi"),
    Remark.WRONG: ("có thể dòng này ghi trùng hoặc ghi nhầm.", "Ghi trùng, ghi nhầm thì bỏ qua dòng này.", "Dòng đúng, ghi"),
}
_BEHIND = re.compile(  # where a name ends
    r"\s*(?:[(\[,;:/*–—]|\s-|-\s|\s(?:đã|bị|bỏ|đi|trùng|xóa|xoá)\b|\s(?i:(?:đã )?(?:mất|chết|chuyển|qua đời|tử vong))\b)"
)
_LIKELY = (  # one of them is there where the usual cells say anything
    "mất", "chết", "tử", "qua đời", "chuyển", "địa phương", "địa bàn", "vắng", "xóa", "xoá", "trùng", "khác", "(",
)  # fmt: skip


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for column, where, text in _texts(row):
        if not text or (remark := remarks.said(text)) is None:
            continue
        what, todo, keep = SAID[remark]
        other = context.layout is not None and context.layout.kind is Kind.ENRICHES and not context.link(row).new
        severity = Severity.NOTE if other and remark is not Remark.DIED else Severity.QUESTION
        name = _BEHIND.split(row.text("full_name"))[0] if where == OF_NAME else ""
        ways = (Suggestion(f"{keep} tên {name[:60]}", "full_name", name) if name else Suggestion(keep),)
        yield Finding(column, severity, f"{where} “{text[:60]}”: {what}", todo, ways if severity is Severity.QUESTION else ())
        return


def _texts(row: ReadRow) -> Iterator[tuple[str, str, str]]:
    """What may speak of the child: the column it is shown at, where it stands in words, the text."""
    if note := row.text("note"):
        yield "note", "Ghi chú ghi", note
    if aside := row.text(asides.FIELD):
        for one in asides.words(aside):
            yield "full_name", f"Lời ghi kèm ô ở cột {one.column} là" if one.comment else f"Cột {one.column} ghi", one.text
    name, address, hamlet = row.text("full_name"), row.text("address"), row.text("hamlet")
    usual = f"{name} {address} {hamlet}".lower()
    if any(map(usual.__contains__, _LIKELY)):
        yield "full_name", OF_NAME, name[found.start() :].strip() if (found := _BEHIND.search(name)) else ""
        yield "address", "Ô địa chỉ ghi", address
        yield "hamlet", "Ô ấp, khu vực ghi", hamlet
