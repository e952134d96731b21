"""Tiêu đề, tên trang, tên mục nói ngược với danh sách thường (cắt, giảm, bỏ học, thu hồi, đề nghị xét …) thì hỏi một lần cho mọi dòng.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (thông tin mâu thuẫn); Nghị định 30/2020/NĐ-CP, Điều 8 (tên loại và trích yếu nói
nội dung của văn bản).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import banners, contrary, standings
from mangnon.intake.vocabulary import Severity
from mangnon.register.vocabulary.people import Standing

NEEDS = (banners.FIELD,)
AS_USUAL = "Ghi như danh sách thường"
WAYS = {  # what the words of a school mean for its pupils
    "bo hoc": "Đã nghỉ học", "nghi hoc": "Đã nghỉ học", "thoi hoc": "Đã nghỉ học", "ngung hoc": "Đã nghỉ học",
    "chuyen truong": "Chuyển trường", "chuyen di": "Chuyển trường",
}  # fmt: skip


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    banner = row.text(banners.FIELD).strip(" ›")
    if not banner or context.layout is None:
        return
    code = context.layout.code
    over = standings.of_banner(banner) if code == "poor-households" else None
    words = contrary.in_banner(code, banner)
    if words and not _said(row):
        what = f"“{banner[-120:]}” không phải là danh sách thường của mẫu này."
        yield Finding(banners.FIELD, Severity.QUESTION, what, _todo(code), _ways(code, words))
    elif over and (own := standings.of_row(row)) and own != over and not (over is Standing.POOR and banners.is_title(banner)):
        label = "Thoát nghèo" if over == standings.NONE else Standing(over).label
        yield Finding(
            banners.FIELD, Severity.QUESTION, f"“{banner[-120:]}” mà dòng ghi {_named(own)}.",
            "Dòng của cột đúng hay tiêu đề đúng?", (Suggestion(f"Ghi {label}", "standing", label), Suggestion("Theo dòng, vẫn ghi")),
        )  # fmt: skip


def _said(row: ReadRow) -> bool:
    """Whether the row says in a column of its own what the title means."""
    return bool(row.text("state") or row.value("left_mark") or row.value("moved_mark") or row.value("help_until"))


def _named(standing: str) -> str:
    return "thoát nghèo" if standing == standings.NONE else Standing(standing).label.lower()


def _todo(code: str) -> str:
    if code == "social-assistance":
        return "Thôi hưởng thì ghi ngày cuối ở cột Hưởng đến; danh sách của người khác thì rút danh sách này."
    return "Trả lời một lần cho mọi dòng giống nhau, hoặc rút danh sách này và gửi đúng mẫu."


def _ways(code: str, words: str) -> tuple[Suggestion, ...]:
    if code == "school-roll" and (state := WAYS.get(words)):
        return Suggestion(f"Ghi {state}", "state", state), Suggestion("Đang học, vẫn ghi")
    return (Suggestion(AS_USUAL, banners.FIELD, AS_USUAL),)
