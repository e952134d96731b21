"""Tiêu đề ghi danh sách của xã, phường khác nơi trẻ đang ở theo sổ thì hỏi trước khi ghi.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (thông tin mâu thuẫn); Nghị định 30/2020/NĐ-CP, Điều 8 (tên cơ quan ban hành).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import communes
from mangnon.intake.vocabulary import Kind, Severity

NEEDS = ("current",)
KIND = Kind.ENRICHES


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    titled = row.text("current")
    if not titled.endswith(communes.TITLED):
        return
    child, place = context.link(row).child, context.places.get(titled)
    home = place.unit_id if place else None
    if child is None or child.unit_id in {None, home}:
        return
    named = place.unit_name if place and home else titled.removesuffix(communes.TITLED)
    yield Finding(
        "current", Severity.QUESTION, f"Tiêu đề là danh sách của {named[:1].lower()}{named[1:80]}, còn theo sổ trẻ ở xã, phường khác.",
        "Gửi nhầm danh sách thì rút danh sách này; trẻ đã chuyển nơi ở thì gửi thêm danh sách chuyển đến, chuyển đi.",
        (Suggestion("Đúng trẻ này, vẫn ghi"),),
    )  # fmt: skip
