"""Dân tộc ghi bằng tên, hoặc bằng mã của một bảng mã được nêu rõ: hai bảng mã đang lưu hành đổi chỗ Hoa và Mường.

Căn cứ: Quyết định 1019/QĐ-TCTK ngày 12/11/2008 (04 Mường, 06 Hoa) và Quyết định 121-TCTK/PPCĐ ngày 02/3/1979 (04 Hoa, 06 Mường).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import columns, words
from mangnon.intake.vocabulary import Severity
from mangnon.register.vocabulary.ethnicities import NAMES

NEEDS = ("ethnicity",)
NAMED_HERE = {  # words that mean another group here than in the north
    "mien": "ghi vào sổ là Khơ-me.",
    "cao mien": "ghi vào sổ là Khơ-me.",
    "tho": "ghi vào sổ là Thổ; giấy tờ cũ ở Cần Thơ, Sóc Trăng ghi Thổ cho người Khơ-me.",
}


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    text = row.text("ethnicity")
    if row.ethnicity is not None:
        if text and (told := NAMED_HERE.get(words.plain(text))):
            yield Finding("ethnicity", Severity.NOTE, f"Dân tộc “{text[:40]}”: {told}", "Xem lại giấy khai sinh nếu chưa chắc.")
        return
    if text.isascii() and text.isdigit():
        names = columns.meaning_of_code(text)
        ways = (*(Suggestion(f"Ghi {name}", "ethnicity", name) for name in names), Suggestion("Ghi không kèm dân tộc"))
        yield Finding(
            "ethnicity", Severity.QUESTION, f"Dân tộc ghi mã số {text}{_said(names)}.",
            "Ghi tên dân tộc, hoặc cho biết cột này theo bảng mã nào ở bước khớp cột.", ways,
        )  # fmt: skip
    elif "?" in text:
        group = words.find_ethnicity(text.replace("?", "").strip())
        way = (Suggestion(f"Ghi {NAMES[group]}", "ethnicity", NAMES[group]),) if group else ()
        yield Finding(
            "ethnicity", Severity.QUESTION, f"Dân tộc “{text[:40]}” có dấu hỏi, nơi gửi chưa chắc.",
            "Hỏi lại gia đình rồi ghi tên dân tộc.",
            (*way, Suggestion("Ghi không kèm dân tộc")),
        )  # fmt: skip
    else:
        likely = [NAMES[group] for group in words.likely_ethnicities(text)]
        what = f"Dân tộc “{text[:40]}” có thể là {' hoặc '.join(likely)}" if likely else f"Không nhận ra dân tộc “{text[:40]}”"
        yield Finding(
            "ethnicity", Severity.NOTE, f"{what}.", "Hồ sơ để Chưa xác định; ghi lại tên dân tộc nếu biết.",
            tuple(Suggestion(f"Ghi {name}", "ethnicity", name) for name in likely),
        )  # fmt: skip


def _said(names: tuple[str, ...]) -> str:
    return f": có bảng mã là {' hoặc '.join(names)}, danh sách không cho biết theo bảng nào" if names else ", không rõ theo bảng mã nào"
