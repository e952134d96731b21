"""The cell of a child's name: what certainly is no part of it is taken off; a child without a name is seen, and what may be no legal name.

Khmer, Hoa and foreign names are names: of letters and spaces nothing is doubted but the nickname, the note and the syllables run together.
"""

import re
from typing import NamedTuple

from mangnon.intake.rules import keystrokes, names
from mangnon.intake.rules.surnames import SURNAMES
from mangnon.intake.rules.words import plain
from mangnon.lib import vietnamese


class Doubt(NamedTuple):
    """Why a text may be no legal name, and the name it may be meant for, "" when nobody can say. `mild`: names of this kind exist."""

    why: str
    better: str = ""
    mild: bool = False


_BULLET = r"(?:[-–—+*•●▪·»>]+\s*|\(?\d{1,3}\s*[.)/-]\s*)"
_LABEL = r"(?:(?:cháu|bé|em|trẻ|con)(?: (?:trai|gái))?|(?:họ (?:và )?)?tên)\s*[:：]\s*"
_BEFORE = re.compile(rf"(?:{_BULLET})?(?:{_LABEL})?(?=[^\W\d_])", re.IGNORECASE)
_STOP = re.compile(r"(?<=[^\W\d_][^\W\d_])[.,;]$")

_NO_PAPER = r"(?:ten|khai sinh|giay|ks|gks|dt)"
_NAMELESS = re.compile(
    r"(?:con (?:ba|chi|co|be|cua|trai|gai|me|ong|anh|so|ra|dau|thu)\b|c ?b\b|be (?:trai|gai|so sinh|con|cua)\b"
    r"|(?:em )?be(?: so)?(?: \d{1,2})?$|baby\b|(?:tre )?so sinh\b|dat (?:ten )?sau\b|chua (?:co|dat)$"
    rf"|(?:(?:chua|khong|ko|cho|doi)|(?:c|k|kg|kh) (?:co|dat))(?: (?:co|dat|lam|duoc|biet|ro|xac dinh|chon|xong|ghi))* {_NO_PAPER}\b"
    rf"|dang (?:lam|cho) {_NO_PAPER}\b)"
)
_SHORTHANDS = frozenset(  # chưa đặt tên, chưa có tên, chưa (làm giấy) khai sinh, không có tên
    {
        "cdt", "cđt", "cct", "cks", "ccks", "cdks", "cđks", "clks", "cgks", "ccgks", "clgks", "kct", "kdt", "kđt", "cdten", "ccten", "cten",
        "kcten", "kten",
    }
)  # fmt: skip
_LONGEST_SHORTHAND = 12  # "C. Đ. T. (2)"
_WORDS_FOR_CHILD = re.compile(r"chau|(?:em|bé|cháu|trẻ|con)(?: (?:bé|trai|gái|nhỏ|con|thứ|số|\d{1,2}))*", re.IGNORECASE)
_UNNAMED_IN_BRACKETS = re.compile(r"[(\[]\s*(?:chưa|chua|không|khong) (?:đặt|dat|(?:có|co|rõ|ro|biết|biet) (?:tên|ten))", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?:\.{2,}|…|_{2,})\s*$")
_BEGINS_NAMELESS = frozenset(
    {
        "con", "c", "cb", "be", "bé", "em", "chau", "cháu", "baby", "tre", "trẻ", "so", "sơ", "dat", "đặt", "chua", "chưa", "khong",
        "không", "ko", "k", "kg", "kh", "cho", "chờ", "doi", "đợi", "dang", "đang",
        *_SHORTHANDS,
    }
)  # fmt: skip
_ENDS_NAMELESS = frozenset(form for word in _SHORTHANDS for form in (word, word.upper(), f"({word})", f"({word.upper()})"))

_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_USUAL = re.compile(rf"[{_LETTERS}]+(?:[ '’ʼ-][{_LETTERS}]+){{1,7}}")
_PET = frozenset({"bé", "cu", "cháu", "nhóc", "cún", "thằng"})  # Bế, Cù, Châu are surnames
_SHORT = re.compile(rf"(?<![{_LETTERS}])[{_LETTERS}]{{1,3}}\.(?=\s|[{_LETTERS}])")
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?<!Mc)(?<!Mac)(?=[BCDGHKLMNPQRSTVXĐ][^\W\d_A-Z])")
_DOTTED = re.compile(rf"[{_LETTERS}]{{2,}}(?:\.[{_LETTERS}]{{2,}})+")
_ASIDE = re.compile(r"\s*(?:[(\[{/\\,;:|]|\s[-–—]\s|[–—+&=*†]).*", re.DOTALL)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*")
_NOTE = (
    "mồ côi|sinh đôi|sinh ba|song sinh|con nuôi|khuyết tật|con (?:chị|anh|bà|ông|cô)|chết|mất|đã|bị|bỏ|chuyển|trùng|chưa|cùng|ở với|và|hoặc"
)
_NOTED = re.compile(rf"(?<=[^\W\d_])\s+((?:{_NOTE})\b.*)")  # small letters behind capitals
_HARMLESS = re.compile(
    r"mồ côi|sinh đôi|sinh ba|song sinh|con nuôi|khuyết tật|kt\b|hộ |nghèo|(?:tên )?(?:ở nhà|thường gọi|gọi là)", re.IGNORECASE
)  # fmt: skip
_VOWELS = frozenset("aeiouy")
_LONGEST = 60


def bare(text: str) -> str:
    """The cell without the bullet, the number or the label before the name and the full stop behind it."""
    if not text or text.replace(" ", "").isalpha():
        return text
    found = _BEFORE.match(text)
    return _STOP.sub("", text[found.end() :] if found else text)


def is_nameless(text: str) -> bool:
    """Whether the cell speaks of a child without a name: "Con bà Lê Thị Bích", "CB Lan", "Bé trai", "Lê Thị (chưa đặt)", "Trần Văn …",
    "CĐT".
    """
    first = text.partition(" ")[0].strip("([").lower()
    if text.rpartition(" ")[2] in _ENDS_NAMELESS:
        return True
    if first in _BEGINS_NAMELESS or not first.isalpha():
        if len(text) <= _LONGEST_SHORTHAND and plain(text).rstrip(" 0123456789").replace(" ", "") in _SHORTHANDS:
            return True
        if plain(first).replace(" ", "") in _SHORTHANDS or _NAMELESS.match(plain(text)) or _WORDS_FOR_CHILD.fullmatch(text.strip(" .()[]")):
            return True
        if first == "con" and _is_whole(text.partition(" ")[2]):
            return True
    if text.endswith((".", "…", "_")):
        return _UNFINISHED.search(text) is not None
    return text.endswith((")", "]")) and _UNNAMED_IN_BRACKETS.search(text) is not None


def doubt(name: str) -> Doubt | None:
    """What makes a text doubtful as a child's legal name; None for nearly all."""
    if name.isascii() and (better := keystrokes.meant(name)):
        return Doubt("có vẻ gõ khi chưa bật bộ gõ tiếng Việt", better)
    usual = _USUAL.fullmatch(name) is not None and len(name) <= _LONGEST
    first, _, rest = name.partition(" ")
    if first.lower() in _PET and not (name.isascii() and " " in rest):  # unmarked, "Cu Van An" may be Cù
        return Doubt(f"chữ “{first}” có thể không thuộc tên khai sinh", rest if _is_whole(rest) else "")
    if name.endswith((" Thị", " THỊ", " thị")) and " " not in rest:
        return Doubt("sau chữ “Thị” chưa có tên")
    if usual and (name.istitle() or name.isupper()):
        return None
    return _in_letters(name) if usual else _with_signs(name)


def _in_letters(name: str) -> Doubt | None:
    """The doubts of letters and spaces with unusual capitals."""
    if (found := _NOTED.search(name)) and name[0].isupper():
        note = found[1]
        return Doubt(f"“{note[:40]}” có thể không thuộc tên", name[: found.start()] if _HARMLESS.match(note) else "")
    if found := _GLUED.search(name):
        word = next(word for word in name.split() if _GLUED.search(word))
        return Doubt(f"có thể hai chữ dính nhau ở “{word}”", _GLUED.sub(" ", name))
    return None


def _with_signs(name: str) -> Doubt | None:
    """The doubts of a text that is more than letters, or fewer or more words than a name."""
    better = _better(name)
    if any(map(str.isdigit, name)):
        return Doubt("có chữ số", better)
    if "?" in name or "？" in name:
        return Doubt("có dấu hỏi", better)
    if _DOTTED.fullmatch(name):
        return Doubt("các chữ cách nhau bằng dấu chấm", names.in_usual_capitals(name.replace(".", " ")))
    if found := _SHORT.search(name):
        return Doubt(f"có chữ viết tắt “{found[0]}”", better)
    if found := _ASIDE.search(name):
        return Doubt(f"có phần ghi thêm “{found[0].strip()[:40]}”", better)
    if odd := names.odd_part(name):
        other = all(character.isalpha() for character in odd)
        mild = other and not any("a" <= character <= "z" for character in name.lower())  # "李小龍", but no Cyrillic А among our letters
        return Doubt(f"có chữ không phải chữ La-tinh: “{odd}”" if other else f"có ký hiệu “{odd}”", mild=mild)
    if " " not in name:
        if not _VOWELS.intersection(vietnamese.fold(name)):
            return Doubt("có thể là chữ viết tắt")
        return Doubt("chỉ có một chữ", mild=True)
    return Doubt("dài khác thường", mild=True) if len(name) > _LONGEST or name.count(" ") >= 8 else None


def _better(name: str) -> str:
    """The name in a text with a nickname or a note in brackets or behind a dash, where it is plain which is which."""
    found = _ASIDE.search(name)
    if not found:
        return ""
    head, aside = name[: found.start()].strip(), found[0].strip(" -–—")
    inner = brackets[1].strip() if (brackets := _BRACKETS.fullmatch(found[0])) else aside
    if " " not in head:
        return inner if _is_whole(inner) else ""
    if not _is_whole(head) or _is_whole(inner) or any(map(str.isdigit, inner)) or "?" in inner:
        return ""
    return head if _HARMLESS.match(inner) or (brackets and len(inner.split()) <= 2 and inner[:1].isupper()) else ""


def _is_whole(text: str) -> bool:
    """Whether a text is a surname and at least one name more."""
    return _USUAL.fullmatch(text) is not None and vietnamese.fold(text.split()[0]) in SURNAMES
