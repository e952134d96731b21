"""Số điện thoại gọi được: 10 chữ số di động, 11 chữ số cố định; nhận cả +84, số 0 bị mất, đầu số 11 chữ số cũ.

Căn cứ: Thông tư 22/2014/TT-BTTTT (quy hoạch kho số viễn thông), Quyết định 798/QĐ-BTTTT năm 2018 (chuyển đổi mã mạng);
chưa đối chiếu nguyên văn.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import phones, words
from mangnon.intake.vocabulary import Severity

NEEDS = ("father_phone", "mother_phone", "guardian_phone", "more_phone", "phone")


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    told: set[str] = set()  # one that nobody named owns stands in the usual column too
    for field in NEEDS:
        if not (text := row.text(field)) or phones.read_phone(text) == text or words.plain(text) in words.NO:
            continue
        if words.is_state(text) or phones.says_none(text):
            continue
        wrong = {part for part in phones.several(text) if phones.read_phone(part) is None}
        if wrong - told:
            what = f"Số điện thoại “{text[:30]}” không đủ 10 chữ số."
            yield Finding(field, Severity.NOTE, what, "Xem lại số để gọi được khi cần.")
        told |= wrong
