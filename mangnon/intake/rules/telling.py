"""Words of a title that say what it is not, however near its letters come: better no guess than a wrong one."""

import re

from mangnon.intake.rules.words import plain

_EITHER_WAY = frozenset({"tu", "den", "di", "thoi", "dung", "ngung", "dau", "cuoi", "cu", "moi", "bat", "ket", "toi", "tru", "khai"})
_TELLING = _EITHER_WAY | {
    "truoc", "sau", "hen", "the", "tre", "tien", "muc", "phi", "tong", "cong", "ly", "qua", "quan", "ky", "khai", "nhan", "noi", "ngay",
    "thang", "phan", "lo", "diem", "gian", "trang", "thoat", "het", "khong", "chua", "pho",
}  # fmt: skip
_NO_CARER = re.compile(
    r"\b(?:khai|nhan|lap|ky|giao vien|gvcn|can bo|ctv|cong tac vien|chu ho|truong|trang|ket qua|ly do|nguyen nhan|noi|dia chi|ghi chu"
    r"|quan he|xet|duyet|dien|loai|chuc vu|nguoi (?:tiem|gioi thieu|lien he)|bac si|dai ly|to chuc)\b"
)

_NO_BIRTH = re.compile(r"\b(?:dau thoi gian|timestamp|ngay (?:gio )?(?:lap|ghi|gui|nhap|nop|cap|ky|dang ky|khai|tao|cap nhat|bao cao))\b")


def contradicts(title: str, other: str) -> bool:
    """Whether a title has a telling word, or a figure, that the one it comes near to has not: "Hạn sử dụng từ" is no "Hạn sử dụng". Words
    for a beginning, an end or a direction may be missing on neither side.
    """
    own, theirs = plain(title).split(), plain(other).split()
    if sorted(filter(str.isdigit, own)) != sorted(filter(str.isdigit, theirs)):
        return True
    more = {word: own.count(word) - theirs.count(word) for word in _TELLING.intersection((*own, *theirs))}  # "thời" is no "thôi"
    return any(count > 0 or (count < 0 and word in _EITHER_WAY) for word, count in more.items())


def names_no_carer(title: str) -> bool:
    """Whether a title over names speaks of nobody who cares for the child: who came to the office, what was decided."""
    return _NO_CARER.search(plain(title)) is not None


def names_no_birth(title: str) -> bool:
    """Whether a title over days speaks of another day: when a form was filled in, a list made, a paper given."""
    return _NO_BIRTH.search(plain(title)) is not None
