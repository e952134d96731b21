"""Causes of death as communes write them."""

import re
from functools import lru_cache

from mangnon.intake.rules import banners
from mangnon.intake.rules.words import plain
from mangnon.register.vocabulary.people import DeathCause

_WATER = r"(?:nuoc|song|ao|kenh|rach|muong|ho (?:nuoc|boi|ca|bom)|bien|dam|gieng)"
_CAUSES = (  # the first that fits; words in the order of Mẫu 03, phần IV, and of the mechanisms of injury a programme counts
    (
        DeathCause.DROWNING,
        rf"duoi|chet nuoc|ngat (?:vi |do |trong )?nuoc|(?:sac|uong) nuoc (?:song|ao)|nuoc (?:cuon|lu|troi)"
        rf"|lu cuon|chim (?:xuong|ghe|do|tau)"
        rf"|(?:te|nga|rot|roi|sa|lot|troi|chim) (?:chan )?(?:xuong |vao )?(?:duoi )?{_WATER}\b|chet (?:song|ao|kenh|bien)",
    ),
    (DeathCause.TRAFFIC, r"giao thong|tngt|xe (?:tong|can|dung|dam|cham|may|tai|dap)|dung xe|te xe|nga xe|va cham xe|tau hoa"),
    (
        DeathCause.INJURY,
        r"tai nan|thuong tich|tntt|dien giat|giat dien|set danh|\bbong\b|phong lua|hoa hoan|chay nha|\bte\b|\bnga\b"
        r"|rot (?:lau|cay|vo)"
        r"|ngo doc|hoc (?:di vat|sua|hat|thuc an)|sac (?:sua|thuc an|chao|bot|com)|di vat|bao luc|bi danh|giet|an mang|dong vat can|cho can"
        r"|(?:ran|ong|rit|bo cap) (?:can|chich|dot)|cho dai|tu (?:tu|sat|van|hai)|treo co|uong thuoc (?:sau|diet)"
        r"|vat (?:roi|de)|sap (?:nha|tuong|ham)",
    ),
    (
        DeathCause.ILLNESS,
        r"benh(?! vien)|\bsot\b|\bsxh\b|viem|ung thu|\bk (?:mau|gan|phoi|xuong|nao)\b|non thang|sinh non|de non|thieu thang|\btim\b"
        r"|bam sinh|di tat"
        r"|nhiem trung|nhiem khuan|\bsuy\b|tieu chay|bach cau|ngat (?:so sinh|sau sinh|luc sinh|khi sinh)|\bhiv\b|\baids\b|tay chan mieng"
        r"|\btcm\b|\bsoi\b|\bho ga\b|bach hau|uon van|thuong han|co giat|dong kinh|bai nao|hen\b|nao ung thuy|mau trang"
        r"|thalassemia|tan mau|dong mau|xuat huyet|khoi u|u nao|phoi\b|\bgan\b|vang da|suy ho hap|covid",
    ),
    (DeathCause.OTHER, r"nguyen nhan khac|^khac$"),
)  # fmt: skip
_PARTS = re.compile(r"[,;.+]|\b(?:mà|nhưng|mà do|chỉ)\b", re.IGNORECASE)
_DENIED = re.compile(r"^(?:khong|chua|loai tru)(?! ro| biet| xac dinh| duoc| kip)\b")
_UNSURE = re.compile(r"^duoi (?:can|kho)\b")  # "đuối cạn": not in the water
_PATTERNS = tuple((cause, re.compile(pattern)) for cause, pattern in _CAUSES)
BANNER = "|".join(pattern for _, pattern in _CAUSES)  # words of sections and sheets that may name the cause of all
_AFTER_DEATH = re.compile(
    r"\b(?:(?:tử vong|chết|mất|qua đời)(?: (?:do|vì|bởi|bị))|nguyên nhân(?: (?:chết|tử vong|mất))?\s*:?)\s+", re.IGNORECASE
)
_WHERE = re.compile(r"\s(?:trên|tại|ở|phường|xã|thị trấn|năm|tháng|quý|từ|trong)\s.*$", re.IGNORECASE)
_NO_CAUSE = re.compile(r"\b(?:danh sach|bang|bieu|ubnd|uy ban|tram|y te|phuong|xa|truong|so lieu|nga (?:bay|nam|ba|tu))\b")
_BETWEEN = re.compile(r"[,;/&]| và ", re.IGNORECASE)
_LABELS = {plain(cause.label): cause for cause in DeathCause}


def read_cause(text: str) -> DeathCause | None:
    """The kind of cause by its words, drowning and other injuries before illness; None where nobody can tell: "ngạt", "đột tử". What is
    denied counts for nothing: "Không đuối nước, bệnh" is an illness.
    """
    words = plain(text)
    if found := _LABELS.get(words):
        return found
    if "khong" in words or "loai tru" in words or words.startswith("chua"):
        words = " ".join(part for raw in _PARTS.split(text) if (part := plain(raw)) and not _DENIED.match(part))
    if _UNSURE.match(words):
        return None
    return next((cause for cause, pattern in _PATTERNS if pattern.search(words)), None)


@lru_cache(maxsize=1 << 8)
def of_banner(banner: str) -> DeathCause | None:
    """The cause that the nearest section, or else the title or the sheet, names alone: "II. Đuối nước", "TỬ VONG DO TAI NẠN GIAO THÔNG"."""
    return banners.one_said(banner, _said)


def _said(text: str) -> frozenset[DeathCause]:
    """The causes a text names: a title behind "tử vong do", a section or a sheet as it stands."""
    if found := _AFTER_DEATH.search(text):
        text = _WHERE.sub("", text[found.end() :])
    elif _NO_CAUSE.search(plain(text)):
        return frozenset()
    return frozenset(cause for part in _BETWEEN.split(text) if (cause := read_cause(part)))
