"""The head of a paper: issuer, number, place and day, type, subject, opening paragraph; and its foot: recipients, signer."""

import re
from collections import Counter
from collections.abc import Sequence

from mangnon.plans.records import Head, Line
from mangnon.plans.rules import agencies, citations, words, zones

TYPES = (
    "NGHỊ QUYẾT", "QUYẾT ĐỊNH", "CHỈ THỊ", "QUY CHẾ", "QUY ĐỊNH", "THÔNG CÁO", "THÔNG BÁO", "HƯỚNG DẪN", "CHƯƠNG TRÌNH HÀNH ĐỘNG",
    "CHƯƠNG TRÌNH", "KẾ HOẠCH LIÊN TỊCH", "KẾ HOẠCH", "PHƯƠNG ÁN", "ĐỀ ÁN", "DỰ ÁN", "BÁO CÁO", "TỜ TRÌNH", "CÔNG ĐIỆN", "KẾT LUẬN",
)  # fmt: skip
_NATION = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|Độc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+phúc",
    re.IGNORECASE,
)
_SIGNS = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TB": "Thông báo", "HD": "Hướng dẫn",
    "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án", "DA": "Dự án", "BC": "Báo cáo", "TTr": "Tờ trình",
    "KL": "Kết luận",
}  # fmt: skip
_NUMBER = re.compile(rf"^Số\s*:?\s*({citations.NUMBER})", re.IGNORECASE)
_EMPTY_NUMBER = re.compile(r"^Số\s*:?\s*[….\s_]*(/\S+)?$", re.IGNORECASE)
_PLACE_DAY = re.compile(r"^(.{2,60}?),\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$")
_PREAMBLE = re.compile(
    r"^(?:Thực hiện|Căn cứ|Triển khai|Để |Nhằm |Thi hành|Trên cơ sở|Theo |Xét |Ủy ban nhân dân|UBND |Sở |Ban Thường vụ|Kính gửi|Tiếp tục)"
)
_SUPERIOR = re.compile(r"^(?:UBND|ỦY BAN NHÂN DÂN)\s+\S|^BỘ |^(?:ĐẢNG BỘ|THÀNH ỦY|TỈNH ỦY|HUYỆN ỦY|QUẬN ỦY)\s")
_NAME = re.compile(rf"^[{words.UPPER}][{words.LOWER}]*(?:\s+[{words.UPPER}][{words.LOWER}]*){{1,5}}$")
_PLACE_WORDS = frozenset({"phố", "tỉnh", "quận", "huyện", "phường", "xã", "trấn"})
_SHORT = frozenset({"ubnd", "hđnd", "tp", "mttq"})
_BODY = re.compile(r"^(?:CHỦ TỊCH|GIÁM ĐỐC|ỦY BAN|HỘI ĐỒNG|BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|BAN THƯỜNG VỤ)\b")


def head(lines: Sequence[Line], foot: Sequence[Line], *, body_text: str) -> Head:
    """The head as printed. What is not found stays empty; the caller decides what that means."""
    lines = _rejoined(lines)
    number, place, issued_on = "", "", None
    number_at = day_at = -1
    for i, line in enumerate(lines):
        if not number and (found := _NUMBER.match(line.text)):
            number, number_at = re.sub(r"\s", "", found[1]).replace("–", "-"), i
        elif number_at < 0 and _EMPTY_NUMBER.match(line.text):
            number_at = i
        if issued_on is None and (day := _PLACE_DAY.match(line.text)):
            place, issued_on, day_at = day[1], citations.day_of(day[2], day[3], day[4]), i
    type_at = next((i for i, line in enumerate(lines) if i > min(number_at, day_at) and _type_of(line.text)), -1)
    top = [i for i in (number_at, day_at, type_at) if i >= 0]
    superior, issuer = _issuer([line.text for line in lines[: min(top, default=0)]])
    kind, title, preamble = _subject(lines, type_at, max(number_at, day_at), sign=_type_by_sign(number))
    foot_lines = [line.text for line in foot]
    like = f"{body_text}\n{place}\n{preamble}"
    signer_at = _signer(foot_lines)
    return Head(
        type=kind, number=number, issued_on=issued_on, place=place, issuer=cased(issuer, like=like), superior=cased(superior, like=like),
        title=title, preamble=preamble, signer=foot_lines[signer_at] if signer_at >= 0 else "",
        signer_title=_authority(foot_lines, signer_at),
        recipients=_recipients(foot_lines), text="\n".join(line.text for line in lines),
    )  # fmt: skip


def cased(printed: str, *, like: str) -> str:
    """Capitals as running text writes them, learnt word by word from the paper's own text; names of places start with capitals."""
    if not words.upper(printed):
        return printed
    seen: dict[tuple[str, str], Counter[str]] = {}
    text = re.findall(r"\w+", like)
    for before, word in zip(["", *text], text, strict=False):
        if not (word.isupper() and len(word) > 1):
            seen.setdefault((before.lower(), word.lower()), Counter())[word] += 1
    result: list[str] = []
    place = 0
    for word in printed.split():
        low = word.lower()
        usual = seen.get((result[-1].lower() if result else "", low))
        if low in _SHORT:
            result.append(word)
        elif not result or place > 0:
            result.append(low.capitalize())
        else:
            result.append(usual.most_common(1)[0][0] if usual else low)
        named = low in _PLACE_WORDS or (low == "ủy" and len(result) > 1)  # Thành ủy, Tỉnh ủy, but not Ủy ban
        place = 4 if named else max(0, place - 1)
    return agencies.with_capitals(" ".join(result))


def _rejoined(lines: Sequence[Line]) -> list[Line]:
    """Put together what the columns of the letterhead broke: "Cần Thơ, ngày 04 / tháng 4 năm 2024"."""
    result: list[Line] = []
    for line in lines:
        if (result and re.search(r",\s*ngày(?:\s+\d{1,2}(?:\s+tháng(?:\s+\d{1,2}(?:\s+năm)?)?)?)?$", result[-1].text)) or (
            result and re.match(r"^\d+\s*[/-]", line.text) and re.match(r"^Số\s*:?$", result[-1].text)
        ):
            result[-1] = Line(f"{result[-1].text} {line.text}", gap=result[-1].gap, whole=result[-1].whole)
        else:
            result.append(line)
    return result


def _type_of(text: str) -> str:
    plain = " ".join(text.split()).rstrip(":")
    return next((kind for kind in TYPES if plain == kind), "")


def _issuer(lines: Sequence[str]) -> tuple[str, str]:
    """(superior, issuer): two agencies when the first line is complete and the second names another (Sở, Phòng, Ban …)."""
    text = _NATION.sub("\n", "\n".join(lines))
    lines = [plain for line in text.split("\n") if (plain := " ".join(line.split()).strip("* "))]
    lines = [line for line in lines if words.upper(line)] or lines  # web pages put words of their own above
    if len(lines) >= 2 and _SUPERIOR.match(lines[0]):
        return lines[0], " ".join(lines[1:])
    return "", " ".join(lines)


def _type_by_sign(number: str) -> str:
    """The type its number tells: "41/KH-UBND" is a plan (Nghị định 30/2020/NĐ-CP, Phụ lục III)."""
    return next((_SIGNS[sign] for sign in re.split(r"[/-]", number) if sign in _SIGNS), "")


def _subject(lines: Sequence[Line], type_at: int, reference_at: int, *, sign: str) -> tuple[str, str, str]:
    """(type, subject, opening paragraph). A paper without its type line is known by the sign of its number."""
    if type_at < 0:
        rest = [line for i, line in enumerate(lines) if i > reference_at]
        letter = next((line.text for line in lines if re.match(r"^V/v\b", line.text, re.IGNORECASE)), "")
        if sign and rest and not letter:
            cut = _title_end(rest)
            return sign, " ".join(line.text for line in rest[:cut]), words.joined(rest[cut:])
        return ("Công văn" if letter else sign), letter, words.joined([line for line in rest if line.text != letter])
    kind = _type_of(lines[type_at].text).capitalize()
    rest = list(lines[type_at + 1 :])
    cut = _title_end(rest)
    return kind, " ".join(line.text for line in rest[:cut]), words.joined(rest[cut:])


def _title_end(lines: Sequence[Line]) -> int:
    """How many lines the subject takes: all capitals, all bold, or up to the first line that opens the reasons."""
    if not lines:
        return 0
    if words.upper(lines[0].text):
        end = next((i for i, line in enumerate(lines) if not words.still_upper(line.text)), len(lines))
        return end - 1 if end > 1 and _BODY.match(lines[end - 1].text) else end  # "CHỦ TỊCH ỦY BAN NHÂN DÂN …" decides, is no subject
    if lines[0].bold >= len(lines[0].text) > 0:
        return next((i for i, line in enumerate(lines) if line.bold < len(line.text)), len(lines))
    for i, line in enumerate(lines[1:], 1):
        if line.gap or line.whole or (_PREAMBLE.match(line.text) and not words.refers(lines[i - 1].text)):
            return i
    return len(lines)


def _recipients(foot: Sequence[str]) -> tuple[str, ...]:
    """The list under "Nơi nhận", each as printed without its dash and stop."""
    start = next((i for i, text in enumerate(foot) if zones.is_recipients(text)), None)
    if start is None:
        return ()
    items: list[str] = []
    for text in foot[start + 1 :]:
        if re.match(r"^[-–•+]\s*", text):
            items.append(re.sub(r"^[-–•+]\s*", "", text))
        elif items and not words.upper(text) and not items[-1].rstrip().endswith((";", ".")) and not _NAME.match(text):
            items[-1] += f" {text}"
        elif words.upper(text) and len(text) > 3:
            break
    return tuple(item.rstrip("; ").removesuffix(".") for item in items)


def _signer(foot: Sequence[str]) -> int:
    """The line that bears the signer's name: the first line below the words of authority that is written like a name."""
    start = max((i for i, text in enumerate(foot) if words.upper(text) and len(text) > 3 and not zones.is_annex(text)), default=-1)
    annex = next((i for i, text in enumerate(foot) if zones.is_annex(text)), len(foot))
    if start > annex:
        start = max((i for i, text in enumerate(foot[:annex]) if words.upper(text) and len(text) > 3), default=-1)
    for i in range(start + 1, annex):
        if start >= 0 and _NAME.match(foot[i]):
            return i
    return -1


def _authority(foot: Sequence[str], signer_at: int) -> str:
    """ "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH": the capitals above the name."""
    start = next((i for i, text in enumerate(foot) if zones.AUTHORITY.match(text)), None)
    end = signer_at if signer_at >= 0 else len(foot)
    block = foot[start:end] if start is not None and start < end else [text for text in foot[:end] if words.upper(text)]
    text = " ".join(line for line in block if words.upper(line) and not zones.is_recipients(line))
    return re.sub(r"\s(?=(?:KT|TL|TUQ|Q)\.|PHÓ |THỨ )|(?<!KT\.)(?<!PHÓ)(?<!Q\.)\s(?=CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|BÍ THƯ)", "\n", text)
