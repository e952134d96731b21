"""Other documents a text names: "Kế hoạch số 276-KH/TU ngày 06 tháng 3 năm 2024 của Ban Thường vụ Thành ủy Cần Thơ"."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from mangnon.plans.records import Citation
from mangnon.plans.rules import words

_KINDS = (
    "Kế hoạch", "Chỉ thị", "Quyết định", "Nghị quyết", "Nghị định", "Thông tư liên tịch", "Thông tư", "Công văn", "Hướng dẫn", "Thông báo",
    "Kết luận", "Chương trình", "Đề án", "Luật", "Bộ luật", "Pháp lệnh", "Công điện", "Báo cáo", "Quy chế", "Tờ trình", "Quy định",
)  # fmt: skip
_SIGN = r"[A-ZĐ][A-ZĐa-z0-9&]*"
NUMBER = rf"\d{{1,5}}[a-z]?(?:/\d{{4}})?(?:\s?/\s?{_SIGN}(?:\s?[-–.]\s?{_SIGN})*|\s?[-–]\s?{_SIGN}\s?[/-]\s?{_SIGN})"
_DAY = r"(?:,?\s*(?:ban hành\s+)?ngày\s+(\d{1,2})(?:\s+tháng\s+(\d{1,2})\s+năm\s+|[/.-](\d{1,2})[/.-])(\d{4}))"
_ISSUER = (
    r"(?:,?\s*(?:của|do)\s+((?:Ban|Bộ|Thủ|Chính|Ủy|UBND|Tỉnh|Thành|Quốc|Hội|Trung|Sở|Chủ|Đảng|Liên|Công|Văn|HĐND|Đoàn|Quận|Huyện|Cục|Mặt)"
    r"(?:(?!\s+(?:về|triển|ban\s+hành|phê\s+duyệt|quy\s+định|hướng|thực|tổ\s+chức|sửa|và\s+(?:Kế|Chỉ|Quyết|Nghị|Công|các)|đã|được|trên|giai|của|năm|số|tại|để|nhằm"
    r"|Triển|Thực|tăng|đẩy|phát\s+động|khóa|đến|theo|yêu)\b)[^,;.:()“”\"\n])+))"
)
_CITATION = re.compile(rf"(?:\b({'|'.join(_KINDS)})\s+(?:liên\s+tịch\s+)?)?(?:số\s*:?\s*)?(?<![\w/])({NUMBER})(?![\w/]){_DAY}?{_ISSUER}?")


def citations(texts: Iterable[str], *, own_number: str) -> tuple[Citation, ...]:
    """Every numbered document named in the texts, in order of first mention, without the paper itself.

    Later mentions only fill in what the first left out (Nghị định 30/2020/NĐ-CP: later citations give type and number alone).
    A misprinted sign ("276-KH-TU" for "276-KH/TU") is the same document.
    """
    found: dict[str, Citation] = {}
    own = _key(own_number)
    for text in texts:
        for match in _CITATION.finditer(" ".join(text.split())):
            citation = _read(match)
            key = _key(citation.number)
            if key == own:
                continue
            found[key] = _merged(found[key], citation) if key in found else citation
    return tuple(found.values())


def day_of(day: str, month: str, year: str) -> date | None:
    """A day as printed; None when there is no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _read(match: re.Match[str]) -> Citation:
    kind, number, day, month, short_month, year, issuer = match.groups()
    return Citation(
        number=re.sub(r"\s", "", number).replace("–", "-"),
        issued_on=day_of(day, month or short_month, year) if day else None,
        issuer="" if not issuer or words.upper(issuer) else issuer.strip(),
        kind=kind or "",
        words=match[0].strip(),
    )


def _merged(first: Citation, later: Citation) -> Citation:
    return replace(
        first, issued_on=first.issued_on or later.issued_on, issuer=first.issuer or later.issuer, kind=first.kind or later.kind,
        words=first.words if first.issued_on or not later.issued_on else later.words,
    )  # fmt: skip


def _key(number: str) -> str:
    return re.sub(r"[^0-9A-ZĐ]", "", number.upper())
