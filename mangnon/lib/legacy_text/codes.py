"""The old encodings: TCVN 5712:1993 VN3 ("ABC" fonts), VNI for Windows, VIQR (RFC 1456), Windows-1258 and UTF-8 read as Windows-1252.

All take text as Windows-1252 shows its bytes, which is how it lies in spreadsheets.
"""

import re
import unicodedata
from collections.abc import Callable

UNICODE = "unicode"
LABELS = {
    UNICODE: "Unicode",
    "tcvn3": "TCVN3 (ABC, phông .VnTime)",
    "tcvn3-capitals": "TCVN3 chữ hoa (ABC, phông .VnTimeH)",
    "vni": "VNI (phông VNI-Times)",
    "viqr": "VIQR (dấu gõ rời)",
    "cp1258": "Windows-1258",
    "utf8": "UTF-8 bị đọc nhầm",
}
ENCODINGS = tuple(LABELS)

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_TONES = (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT)

# Vowel by vowel: without tone, then huyền hỏi ngã sắc nặng, as the letters of Windows-1252.
_TCVN3_ROWS = {
    "a": "aµ¶·¸¹", "ă": "¨»¼½¾Æ", "â": "©ÇÈÉÊË", "e": "eÌÎÏÐÑ", "ê": "ªÒÓÔÕÖ", "i": "i×ØÜÝÞ", "o": "oßáâãä",
    "ô": "«åæçèé", "ơ": "¬êëìíî", "u": "uïñòóô", "ư": "\u00adõö÷øù", "y": "yúûüýþ",
}  # fmt: skip
_TCVN3_ALONE = {"®": "đ", "§": "Đ", "¡": "Ă", "¢": "Â", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư"}

_VNI_PLAIN, _VNI_ROOF, _VNI_BREVE = "øûõùï", "àåãáä", "èúüéë"  # marks for huyền hỏi ngã sắc nặng after a bare, hatted, breved vowel
_VNI_ALONE = {"ì": "ì", "æ": "ỉ", "ó": "ĩ", "í": "í", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}

_VIQR_SHAPES = {"(": "\u0306", "^": "\u0302", "+": "\u031b", "*": "\u031b"}
_VIQR_TONES = {"`": _GRAVE, "?": _HOOK, "~": _TILDE, "'": _ACUTE, ".": _DOT}
_VIQR = re.compile(r"(dd|DD|Dd|dD)|([aeouAEOU])([(^+*])([`?~'.])?|([aeiouyAEIOUY])([`?~'.])")


def decode(text: str, encoding: str) -> str:
    """The text in Unicode, composed. A text that cannot be in the encoding, having letters it lacks, is left as it is."""
    if encoding == UNICODE:
        return unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", _DECODERS[encoding](text))


def _composed(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


def _tcvn3_table() -> dict[int, str]:
    table = {ord(old): new for old, new in _TCVN3_ALONE.items()}
    for letter, row in _TCVN3_ROWS.items():
        for old, tone in zip(row, ("", *_TONES), strict=True):
            if not old.isascii():
                table[ord(old)] = _composed(letter, tone)
    return table


def _vni_table() -> dict[str, str]:
    table = dict(_VNI_ALONE)
    for marks, vowels, roof in ((_VNI_PLAIN, "aeouy", ""), (_VNI_ROOF, "aeo", "\u0302"), (_VNI_BREVE, "a", "\u0306")):
        for vowel in vowels:
            for mark, tone in zip(marks, _TONES, strict=True):
                table[vowel + mark] = _composed(_composed(vowel, roof), tone)
    table |= {f"{vowel}â": _composed(vowel, "\u0302") for vowel in "aeo"} | {"aê": "ă"}
    for base, vowel in (("ô", "ơ"), ("ö", "ư")):
        table |= {base + mark: _composed(vowel, tone) for mark, tone in zip(_VNI_PLAIN, _TONES, strict=True)}
    large = {key.upper(): value.upper() for key, value in table.items()}
    mixed = {key[0].upper() + key[1]: value.upper() for key, value in table.items() if len(key) == 2}  # "Aùnh": Ánh
    return table | mixed | large


_TCVN3 = _tcvn3_table()
_TCVN3_LETTERS = {chr(code) for code, letter in _TCVN3.items() if letter.islower()}
_VNI = _vni_table()
_VNI_PATTERN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_WORD = re.compile(r"[^\s]+")
# Vietnamese letters no 8-bit text shown as Windows-1252 can hold.
NEWER = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]")
_UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}


def _from_tcvn3(text: str) -> str:
    """Small toned letters stand for capitals too, which only a font of capitals showed: the letters around them tell."""
    if NEWER.search(text):
        return text
    new = text.translate(_TCVN3)
    if new == text:
        return new
    words = text.split()
    certain = [_certain(word) for word in words]
    if any(len(letters) > 1 for letters in certain) and all(letter.isupper() for letters in certain for letter in letters):
        return new.upper()
    begun = sum(word[0].isupper() and word[0] not in _TCVN3_LETTERS for word in words)
    name = begun > 0 and all(word[0].isupper() or word[0] in _TCVN3_LETTERS or not word[0].isalpha() for word in words)

    def word(found: re.Match[str]) -> str:
        old, shown = found[0], found[0].translate(_TCVN3)
        others = _certain(old)
        if len(others) > 1 and all(letter.isupper() for letter in others):
            return shown.upper()
        return shown[0].upper() + shown[1:] if name and old[0] in _TCVN3_LETTERS else shown

    return _WORD.sub(word, text)


def _certain(word: str) -> list[str]:
    """The letters of a word whose case is beyond doubt."""
    return [new for letter in word if letter not in _TCVN3_LETTERS and (new := letter.translate(_TCVN3)).isalpha()]


def _from_tcvn3_capitals(text: str) -> str:
    return text if NEWER.search(text) else text.translate(_TCVN3).upper()


def _from_vni(text: str) -> str:
    return text if NEWER.search(text) else _VNI_PATTERN.sub(lambda found: _VNI[found[0]], text)


def _from_viqr(text: str) -> str:
    def letter(found: re.Match[str]) -> str:
        if found[1]:
            return "Đ" if found[1][0] == "D" else "đ"
        if found[2]:
            return _composed(_composed(found[2], _VIQR_SHAPES[found[3]]), _VIQR_TONES.get(found[4] or "", ""))
        return _composed(found[5], _VIQR_TONES[found[6]])

    return _VIQR.sub(letter, text) if text.isascii() else text


def _bytes(text: str) -> bytes | None:
    """The bytes Windows-1252 shows so; None if some letter is not among them."""
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError:
        pass
    made = bytearray()
    for letter in text:
        try:
            made += letter.encode("cp1252")
        except UnicodeEncodeError:
            if ord(letter) > 0xFF:
                return None
            made.append(ord(letter))
    return bytes(made)


def _from_cp1258(text: str) -> str:
    raw = _bytes(text)
    return text if raw is None else "".join(bytes([byte]).decode("cp1258", "ignore") or chr(byte) for byte in raw)


def _from_utf8(text: str) -> str:
    for tried in (text, text.replace("Ã ", "Ã\u00a0")):  # a space where "à" ended in one that does not break
        if (raw := _bytes(tried)) is not None:
            try:
                return raw.decode("utf-8")
            except UnicodeDecodeError:
                continue
    return text


_DECODERS: dict[str, Callable[[str], str]] = {
    "tcvn3": _from_tcvn3,
    "tcvn3-capitals": _from_tcvn3_capitals,
    "vni": _from_vni,
    "viqr": _from_viqr,
    "cp1258": _from_cp1258,
    "utf8": _from_utf8,
}
