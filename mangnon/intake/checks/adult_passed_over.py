"""Người lớn trong danh sách hộ nghèo (chủ hộ, vợ, chồng, người đủ 16 tuổi) thì bỏ qua; dòng được nhắc, không phải sửa gì.

Căn cứ: Luật Trẻ em 102/2016/QH13, Điều 1 (trẻ em là người dưới 16 tuổi); Quyết định 24/2021/QĐ-TTg, Phụ lục (danh sách hộ ghi mọi thành
viên; chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import adults
from mangnon.intake.vocabulary import Severity

FORMATS = ("poor-households",)
ALONE = True


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if context.link(row).child is None and adults.is_adult(row, on=context.on):
        yield Finding(
            "full_name", Severity.NOTE, "Người lớn của hộ: dòng này bỏ qua.", "Là trẻ em thì sửa ngày sinh trong tệp rồi gửi lại."
        )
