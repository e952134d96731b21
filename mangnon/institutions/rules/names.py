"""How places are written: type words and their abbreviations, addresses, and the key by which two spellings are one name."""

import re
import unicodedata
from dataclasses import dataclass

from mangnon.institutions.vocabulary import Level
from mangnon.lib import vietnamese

TYPES = {
    "Phường": ("phường", "p", "ph", "f"),
    "Xã": ("xã", "x"),
    "Thị trấn": ("thị trấn", "tt", "t.t"),
    "Đặc khu": ("đặc khu", "đk"),
    "Quận": ("quận", "q"),
    "Huyện": ("huyện", "huyện đảo", "h"),
    "Thị xã": ("thị xã", "tx", "t.x"),
    "Thành phố": ("thành phố", "tp", "t.p"),
    "Tỉnh": ("tỉnh", "t"),
}
COMMUNE_TYPES = frozenset({"Phường", "Xã", "Thị trấn", "Đặc khu"})
_SHORT = {"tpct": "Thành phố Cần Thơ", "st": "Tỉnh Sóc Trăng", "hg": "Tỉnh Hậu Giang"}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}
_ROMAN_ENDINGS = frozenset({"i", "ii", "iii", "iv", "vii", "viii", "ix"})  # no syllables of Vietnamese, unlike "vi"
_SEPARATORS = re.compile(r"[,;/()\n|]|\s[-–—]\s|–|—")
_INNER = re.compile(r"\s+(?=(?:quận|huyện|thị xã|thành phố|tỉnh)\s|(?:q|h|tx|tp|t\.x|t\.p)\.\s*\w|(?:tp|tx)\s)", re.IGNORECASE)
_INNER_PLAIN = re.compile(r"\s+(?=(?:quan|huyen|thi xa|thanh pho|tinh|tp|tx)\s)", re.IGNORECASE)
_CODE = re.compile(r"(?:mã\s*(?:số)?\s*:?\s*)?(\d{2,3}|\d{5})", re.IGNORECASE)
_Y_FOR_I = re.compile(r"(?<=[bcdghklmnpqrstvx])y\b")


@dataclass(frozen=True)
class Reading:
    """One way to read words as a place: the type word, if any was written, the name after it, its key, and all that was written."""

    type_label: str
    bare: str
    key: str
    text: str

    def spells(self, name: str) -> bool:
        """Whether a bare name is spelled as written here, marks and all; what is written without any marks spells nothing for certain."""
        return not self.text.isascii() and spelling(self.bare) == spelling(name)


@dataclass(frozen=True)
class Place:
    """What somebody wrote, taken apart: a code, or readings of the unit, and readings of each container named after it."""

    text: str
    code: str
    unit: tuple[Reading, ...]
    within: tuple[tuple[Reading, ...], ...]


def match_key(bare_name: str) -> str:
    """The key by which spellings of one name meet: no marks, no case, "Phường III" = "Phường 3" = "Phường 03", "Mĩ" = "Mỹ"."""
    return _canonical(vietnamese.fold(bare_name))


def spelling(bare_name: str) -> str:
    """As `match_key` but with the marks of each word, wherever they stand on it: "Thuỷ" = "Thủy", yet "Thanh An" is not "Thạnh An"."""
    words = unicodedata.normalize("NFD", vietnamese.clean(bare_name).lower()).split()
    marked = [
        "".join(c for c in word if not unicodedata.combining(c)) + "".join(sorted(c for c in word if unicodedata.combining(c)))
        for word in words
    ]
    return _canonical(" ".join(marked))


def _canonical(text: str) -> str:
    words = re.sub(r"[-.]", " ", re.sub(r"['’`´\"]", "", text)).split()
    if words and words[-1] in (_ROMAN if len(words) == 1 else _ROMAN_ENDINGS):
        words[-1] = str(_ROMAN[words[-1]])
    return " ".join(str(int(word)) if word.isascii() and word.isdigit() else _Y_FOR_I.sub("i", word) for word in words)


def bare_name(name: str, type_label: str) -> str:
    """The name without its type word: "Phường Ninh Kiều" → "Ninh Kiều"; "Phường 1" → "1"."""
    return name[len(type_label) :].strip() if type_label and name.startswith(type_label + " ") else name


def level_of(type_label: str) -> frozenset[str]:
    """Levels a type word may stand for; a thành phố may be a province or a district."""
    if type_label in COMMUNE_TYPES:
        return frozenset({Level.COMMUNE})
    if type_label == "Thành phố":
        return frozenset({Level.PROVINCE, Level.DISTRICT})
    if type_label == "Tỉnh":
        return frozenset({Level.PROVINCE})
    return frozenset({Level.DISTRICT}) if type_label else frozenset(Level)


def read_place(text: str, *, within: str = "") -> Place:
    """Take apart "P. Tân An, Q. Ninh Kiều, TP Cần Thơ". The unit is the first part with a commune's type word, else the first part.

    What stands before the unit (a house number, a hamlet) is dropped; what stands after are its containers, as is `within`.
    """
    written, within = _printable(text), _printable(within)
    if found := _CODE.fullmatch(written):
        return Place(text=written, code=found[1], unit=(), within=_containers([within]))
    parts = _parts(written)
    first = next((n for n, part in enumerate(parts) if readings(part)[0].type_label in COMMUNE_TYPES), 0)
    unit = readings(parts[first]) if parts else ()
    return Place(text=written, code="", unit=unit, within=_containers([*parts[first + 1 :], within]))


def readings(text: str) -> tuple[Reading, ...]:
    """Ways to read one part, best first. An unmarked type word beside marked letters ("Quan Sơn") is more likely part of the name."""
    text = vietnamese.clean(text).strip(" .,:")
    text = _SHORT.get(text.lower(), text)
    whole = Reading("", text, match_key(text), text)
    typed = [
        (len(rest), word, Reading(label, rest, match_key(rest), text))
        for label, forms in TYPES.items()
        for form in forms
        if (found := _after(text, form)) is not None
        for word, rest in [found]
    ]
    typed.sort(key=lambda option: option[0])  # the longest type word leaves the shortest name
    sure = [reading for _, word, reading in typed if len(word) <= 3 or not word.isascii() or text.isascii()]
    doubtful = [reading for _, _, reading in typed if reading not in sure]
    return (*sure, whole, *doubtful)


def _after(text: str, form: str) -> tuple[str, str] | None:
    """The type word as written and the name after it, or None."""
    if len(form) == 1 and (numbered := re.fullmatch(rf"({form})\.?\s*(\d+)", text, re.IGNORECASE)):
        return numbered[1], numbered[2]
    if len(form) > 3 or not form.isascii():  # a whole word, with or without its marks: positions agree, NFC is letter for letter
        pattern, start = rf"{vietnamese.fold(form)}\s+(?=\S)", vietnamese.fold(text)
    else:
        letters = re.escape(form).replace(r"\.", r"\.?")
        pattern, start = rf"{letters}(?:\s*\.\s*{'' if form == 't' else '|' + chr(92) + 's+'})(?=\S)", text.lower()
    found = re.match(pattern, start)
    return (text[: found.end()].strip(), text[found.end() :]) if found else None


def _printable(text: str) -> str:
    return vietnamese.clean("".join(c if c.isprintable() else " " for c in text))


def _parts(text: str) -> list[str]:
    parts = [part.strip(" .") for rough in _SEPARATORS.split(text) for part in _INNER.split(rough)]
    parts = [part for part in parts if part and vietnamese.fold(part) != "viet nam"]
    if len(parts) == 1 and parts[0].isascii():
        parts = [part.strip(" .") for part in _INNER_PLAIN.split(parts[0])]
    return parts


def _containers(texts: list[str]) -> tuple[tuple[Reading, ...], ...]:
    return tuple(readings(part) for text in texts for part in _parts(vietnamese.clean(text)))
