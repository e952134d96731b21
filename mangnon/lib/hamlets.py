"""Hamlets as people write them: "KV4", "KV.4", "khu vực IV", "Khu vực 04" are one; so is "4" among them."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from mangnon.lib import vietnamese

_KINDS = {
    "khu vuc": "Khu vực", "k vuc": "Khu vực", "kv": "Khu vực", "ap": "Ấp", "khom": "Khóm", "khu pho": "Khu phố", "kp": "Khu phố",
    "thon": "Thôn", "to dan pho": "Tổ dân phố", "tdp": "Tổ dân phố", "to": "Tổ", "xom": "Xóm",
}  # fmt: skip
_MARKED = {"ap": "ấp", "to": "tổ", "thon": "thôn", "xom": "xóm", "khom": "khóm"}  # "Tô Ký" is a name, so is "Tố Hữu"
_SPLIT = re.compile(rf"({'|'.join(_KINDS)})(?: (?:so )?|(?=\d))(\S.*)")
_NUMBER = re.compile(r"(?:so )?0*(\d{1,3} ?[a-z]?)")
_ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10", "xi": "11",
    "xii": "12",
}  # fmt: skip
_WORDS = {
    "mot": "1", "hai": "2", "ba": "3", "bon": "4", "tu": "4", "nam": "5", "sau": "6", "bay": "7", "tam": "8", "chin": "9", "muoi": "10",
}  # fmt: skip
_IN_WORDS = frozenset({"Khu vực", "Khu phố"})  # hamlets of these kinds are only ever numbered; "Ấp Ba" is a name
_BETWEEN = re.compile(r"[\s._\-]+")
_DIVIDE = re.compile(r"\s*[,;\n]\s*|\s+[-–—]\s*|\s*[-–—]\s+")
_DIVIDE_MORE = re.compile(rf"\s*/\s*|{_DIVIDE.pattern}")
_AT_END = re.compile(r"(?<=\s)(?:khu vực|k\.? ?vực|kv|khóm|ấp|khu phố|kp)(?:\s*[.:]?\s*)(?:số\s+)?\d{1,2}\s?[a-z]?$", re.IGNORECASE)
_MAY_NAME = re.compile(r"ấp|\bap\b|kv|khu|vực|kh[óo]m|th[ôo]n|x[óo]m|kp|tdp|d[âa]n ph[ốo]", re.IGNORECASE)  # most addresses: passed over
_GROUP = "Tổ"  # of a hamlet, where one is named
_SIGNS = re.compile(r"[,;/()+&:]")


class Hamlet(NamedTuple):
    """A hamlet taken apart: its kind ("" where it is not said), its number or its name."""

    kind: str
    name: str
    numbered: bool


@lru_cache(maxsize=1 << 12)
def read(text: str) -> Hamlet | None:
    """The hamlet a text names; None when it is empty or says more: "KV4, tổ 3"."""
    text = vietnamese.clean(unicodedata.normalize("NFKC", text)).strip(" .")
    if not text or _SIGNS.search(text):
        return None
    words = _BETWEEN.sub(" ", vietnamese.fold(text)).strip()
    found = _SPLIT.fullmatch(words)
    if found and not _is_kind(found[1], text):
        found = None
    kind, rest = (_KINDS[found[1]], found[2]) if found else ("", words)
    number = _NUMBER.fullmatch(rest)
    figures = number[1].replace(" ", "") if number else _ROMAN.get(rest, "") or (_WORDS.get(rest, "") if kind in _IN_WORDS else "")
    if figures:
        return Hamlet(kind, figures.upper(), numbered=True)
    own = _BETWEEN.sub(" ", text).split(" ")
    own = own[-len(rest.split()) :]
    own[0] = own[0][-len(rest.split()[0]) :]  # "KV5" is kind and name in one
    name = " ".join(own)
    return Hamlet(kind, name.title() if name.isupper() or name.islower() else name, numbered=False)


def says_more(text: str) -> bool:
    """Whether a text for a hamlet may hold more than its name. Quick: it is asked of every row."""
    return "," in text or "/" in text or "-" in text or ";" in text or "–" in text or "\n" in text


def named_in(text: str) -> str:
    """The hamlet among the parts of a text that is to name one: "KV5" of "Tổ 3, KV5", "5/KV5", "KV5 - P. Cái Khế"; "" when it has no
    parts, or may name two: "Khu vực 5, 6".
    """
    parts = [part for part in _DIVIDE_MORE.split(text.strip()) if part]
    found = [at for at, part in enumerate(parts) if _is_whole(part)]
    if len(parts) < 2 or len(found) != 1 or any(_is_bare(part) for part in parts[found[0] + 1 :]):
        return ""
    return parts[found[0]]


def inside(address: str) -> str:
    """The hamlet an address names, alone between commas or with its number at the end of a part; "" for none, or several."""
    if not _MAY_NAME.search(address):
        return ""
    found = [named for part in _DIVIDE.split(address) if (named := part if _is_whole(part) else _at_end(part))]
    return found[0] if len(found) == 1 else ""


def _at_end(part: str) -> str:
    found = _AT_END.search(part)
    return found[0] if found else ""


def _is_whole(part: str) -> bool:
    """Whether a part of a text is a hamlet: of a kind, with its number or a name that begins with a capital."""
    hamlet = read(part)
    if hamlet is None or hamlet.kind in ("", _GROUP):
        return False
    return hamlet.numbered or (hamlet.kind not in _IN_WORDS and part.split()[-1][:1].isupper())


def _is_bare(part: str) -> bool:
    hamlet = read(part)
    return hamlet is not None and hamlet.numbered and not hamlet.kind


def same(one: str, other: str) -> bool:
    """Whether two texts name one hamlet: where one says no kind, number or name count, and what has no marks may have any."""
    if one == other:
        return True
    first, second = read(one), read(other)
    if first is None or second is None:
        return vietnamese.fold(one) == vietnamese.fold(other)
    if first.kind and second.kind and first.kind != second.kind:
        return False
    if first.numbered or second.numbered:
        return first.numbered and second.numbered and first.name == second.name
    return _alike(first.name, second.name)


def usual(text: str, *, kind: str = "") -> str:
    """A hamlet as it is usually written, "Khu vực 4"; what cannot be read as one stays as it is. `kind` is that of a bare number."""
    hamlet = read(text)
    if hamlet is None:
        return text
    whole = f"{hamlet.kind or kind} {hamlet.name}" if hamlet.kind or (kind and hamlet.numbered) else hamlet.name
    return whole if hamlet.numbered or hamlet.kind else text


def kept(text: str, known: Collection[str], *, kind: str = "") -> str:
    """The spelling among the known ones, the most used first, that means the hamlet; else the usual one."""
    whole = usual(text, kind=kind)
    fitting = [one for one in known if same(one, whole)]
    kinds = {read(one) for one in fitting}
    return fitting[0] if fitting and (len({hamlet.kind for hamlet in kinds if hamlet and hamlet.kind}) < 2) else whole


def kind_of(title: str) -> str:
    """The kind of hamlet a column holds by its title: "Khu vực", "KV" → "Khu vực"; "" for "Ấp, khu vực"."""
    return _KINDS.get(_BETWEEN.sub(" ", vietnamese.fold(title)).strip(" :"), "")


def _is_kind(kind: str, text: str) -> bool:
    """Whether the first word is the word for the kind, and no name that differs by its marks."""
    marked = _MARKED.get(kind)
    first = text.split()[0].rstrip(".:0123456789").lower()
    return marked is None or first.isascii() or first == marked or not first.isalpha()


def _alike(one: str, other: str) -> bool:
    one, other = one.lower(), other.lower()
    if vietnamese.fold(one) != vietnamese.fold(other):
        return False
    return one.isascii() or other.isascii() or _spelt(one) == _spelt(other)


def _spelt(name: str) -> list[str]:
    """The letters and marks of each word, wherever the tone stands."""
    return ["".join(sorted(unicodedata.normalize("NFD", word))) for word in name.split()]
