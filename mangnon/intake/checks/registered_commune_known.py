"""Nơi thường trú, tạm trú không nhận ra thì giữ nguyên chữ đã ghi và lưu ý.

Trẻ từ nơi khác đến có nơi thường trú ngoài thành phố, nên không chặn. Căn cứ: Luật Cư trú 68/2020/QH14, Điều 11
(chưa đối chiếu nguyên văn).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import reading
from mangnon.intake.vocabulary import Kind, Severity

NEEDS = ("permanent", "temporary")
KIND = Kind.ENROLS

COLUMNS = {"permanent": "Nơi thường trú", "temporary": "Nơi tạm trú"}


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for column, title in COLUMNS.items():
        text = row.text(column)
        if text and reading.is_ticked(text):
            yield Finding(column, Severity.NOTE, f"{title} chỉ đánh dấu “{text}”, không ghi nơi nào.", "Ghi tên xã, phường nếu biết.")
        place = context.places.get(text)
        if not text or place is None or place.unit_id is not None:
            continue
        ways = tuple(Suggestion(f"Ghi {name}", column, name) for _, name in place.candidates[:4])
        reason = "có thể là nhiều nơi" if place.candidates else "không có trong thành phố"
        yield Finding(column, Severity.NOTE, f"{title} “{text[:60]}” {reason}.", "Hồ sơ giữ nguyên chữ đã ghi; chọn lại nếu biết.", ways)
