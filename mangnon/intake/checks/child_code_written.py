"""Mã hồ sơ của sổ viết là TE-000123; số khác ở cột ấy là số riêng của nơi gửi, không dùng để tìm trẻ.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin sai định dạng).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import linking, words
from mangnon.intake.vocabulary import Severity

NEEDS = ("child_code",)


_FIGURES = 9  # of a code of ours at most: "TE92311200001" is one of the ministry's software


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    text = row.text("child_code")
    if not text or linking.code_of(row) or linking.is_new(row) or words.is_nothing(text):
        return
    if linking.is_chosen(row) or _may_be_ours(text):
        yield Finding(
            "child_code", Severity.QUESTION, f"“{text[:40]}” không phải mã hồ sơ của sổ.", "Ghi như TE-000123, hoặc để trống.",
            (Suggestion("Để trống", "child_code", ""), Suggestion("Vẫn ghi")),
        )  # fmt: skip
    elif row.number == context.first_row:  # said once, at the first row
        yield Finding("child_code", Severity.NOTE, f"Cột mã hồ sơ ghi số riêng của nơi gửi (“{text[:40]}”): không dùng để tìm trẻ.")


def _may_be_ours(text: str) -> bool:
    """Whether a text that is no code of a record looks like one mistyped."""
    return words.plain(text).startswith("te") and sum(map(str.isdigit, text)) <= _FIGURES
