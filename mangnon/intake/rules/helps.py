"""Kinds of help that titles, sheets and sections name: "CẤP HỌC BỔNG", "II. Hỗ trợ chi phí học tập", "Cấp thẻ BHYT"."""

import re
from functools import lru_cache

from mangnon.intake.rules import banners
from mangnon.intake.rules.words import plain
from mangnon.register.vocabulary.people import HelpKind

_KINDS = {
    HelpKind.ALLOWANCE: r"tro cap (?:xa hoi|hang thang|moi thang|nuoi duong)|bao tro xa hoi|\b(?:tcxh|btxh)\b",
    HelpKind.HEALTH: r"(?:the|cap|mua|tang|tro|ho tro) (?:bao hiem y te|bhyt)|^(?:bao hiem y te|bhyt|y te)$"
    r"|(?:tro giup|ho tro)(?: ve)? y te|(?:kham|chi phi) (?:suc khoe|chua benh|benh)|vien phi|phau thuat|\bmo tim\b",
    HelpKind.EDUCATION: r"hoc bong|hoc phi|chi phi hoc tap|(?:ho tro|do dung|dung cu|phuong tien) hoc tap|sach (?:giao khoa|vo)|tap vo"
    r"|tien an trua|ho tro an trua|(?:tro giup|ho tro)(?: ve)? giao duc|^giao duc$",
    HelpKind.VOCATION: r"(?<!trung tam )(?<!truong )(?:hoc nghe|day nghe|dao tao nghe|tao viec lam)",
    HelpKind.OTHER: r"\b(?:nhan|tang|trao|phat|cap|ho tro)(?: \w+){0,3} qua\b|\bqua (?:tet|trung thu|noel|giang sinh|1 6)\b|^qua$"
    r"|xe (?:dap|lan)\b|nha (?:tinh thuong|tinh nghia|dai doan ket)|tien dien|(?:cap|phat|ho tro|tang) gao|dot xuat|khan cap"
    r"|(?:tro giup|ho tro)(?: bang)?(?: hinh thuc)? khac",
}  # fmt: skip
BANNER = "|".join(_KINDS.values())
_PATTERNS = {kind: re.compile(words) for kind, words in _KINDS.items()}


@lru_cache(maxsize=1 << 8)
def of_banner(banner: str) -> HelpKind | None:
    """The kind of help that the nearest section, or else the title, names alone."""
    return banners.one_said(banner, kinds)


@lru_cache(maxsize=1 << 8)
def kinds(text: str) -> frozenset[HelpKind]:
    """The kinds of help a text names."""
    words = plain(text)
    return frozenset(kind for kind, pattern in _PATTERNS.items() if pattern.search(words))


@lru_cache(maxsize=1 << 8)
def several(banner: str) -> tuple[HelpKind, ...]:
    """The kinds a banner names, where the row's own is not certain among them."""
    said = frozenset[HelpKind]() if of_banner(banner) else kinds(banner)
    return tuple(kind for kind in HelpKind if kind in said)
