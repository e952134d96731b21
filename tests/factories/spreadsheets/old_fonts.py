"""Vietnamese written as old fonts and wrong readings leave it. The tables are written here once more, apart from the product's."""

import random
import unicodedata
from collections.abc import Callable

from tests.factories.child_lists import GIVEN, MIDDLE, SURNAMES

_TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂĐÊÔƠƯ",
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô­õö÷øùúûüýþ¡¢§£¤¥¦",
        strict=True,
    )
)
_VNI = {
    "à": "aø", "ả": "aû", "ã": "aõ", "á": "aù", "ạ": "aï", "ă": "aê", "ằ": "aè", "ẳ": "aú", "ẵ": "aü", "ắ": "aé", "ặ": "aë",
    "â": "aâ", "ầ": "aà", "ẩ": "aå", "ẫ": "aã", "ấ": "aá", "ậ": "aä", "đ": "ñ", "è": "eø", "ẻ": "eû", "ẽ": "eõ", "é": "eù", "ẹ": "eï",
    "ê": "eâ", "ề": "eà", "ể": "eå", "ễ": "eã", "ế": "eá", "ệ": "eä", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "í": "í", "ị": "ò",
    "ò": "oø", "ỏ": "oû", "õ": "oõ", "ó": "où", "ọ": "oï", "ô": "oâ", "ồ": "oà", "ổ": "oå", "ỗ": "oã", "ố": "oá", "ộ": "oä",
    "ơ": "ô", "ờ": "ôø", "ở": "ôû", "ỡ": "ôõ", "ớ": "ôù", "ợ": "ôï", "ù": "uø", "ủ": "uû", "ũ": "uõ", "ú": "uù", "ụ": "uï",
    "ư": "ö", "ừ": "öø", "ử": "öû", "ữ": "öõ", "ứ": "öù", "ự": "öï", "ỳ": "yø", "ỷ": "yû", "ỹ": "yõ", "ý": "yù", "ỵ": "î",
}  # fmt: skip
LETTERS = frozenset(_VNI) | frozenset("aeiouy")
_SIGNS = {"\u0302": "^", "\u0306": "(", "\u031b": "+", "\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0301": "'", "\u0323": "."}
_KHMER = ["Sa", "Rây", "Thia", "Phol", "Keo", "Ni", "Sóc", "Đa", "Si", "Chanh", "Sây", "Ươl", "Khone", "Na", "Pha", "Ry"]


def names(draw: random.Random, count: int, *, khmer: bool = False, capitals: bool = False) -> list[str]:
    """Invented names of children and parents."""
    made = []
    for _ in range(count):
        if khmer:
            parts = [draw.choice(["Thạch", "Sơn", "Danh", "Kim", "Lâm"]), draw.choice(_KHMER), draw.choice(_KHMER)]
        else:
            parts = [draw.choice(SURNAMES), draw.choice(MIDDLE), draw.choice(GIVEN)]
            if draw.random() < 0.5:
                parts.insert(1, draw.choice(MIDDLE))
        made.append(" ".join(parts).upper() if capitals else " ".join(parts))
    return made


def _tcvn3(text: str) -> str:
    return "".join(_TCVN3.get(letter) or _TCVN3.get(letter.lower(), letter) for letter in text)


def _vni(text: str) -> str:
    return "".join(
        _VNI[letter.lower()].upper() if letter.isupper() and letter.lower() in _VNI else _VNI.get(letter, letter) for letter in text
    )


def _viqr(text: str) -> str:
    text = text.replace("đ", "dd").replace("Đ", "DD")
    return "".join(_shaped(unicodedata.normalize("NFD", letter)) for letter in text)


def _shaped(pieces: str) -> str:
    marks = sorted(pieces[1:], key=lambda mark: mark not in "\u0302\u0306\u031b")
    return pieces[0] + "".join(_SIGNS[mark] for mark in marks)


def _cp1258(text: str) -> str:
    """Base letters with the marks of that code page behind them."""
    made = []
    for letter in text:
        pieces = unicodedata.normalize("NFD", letter)
        shapes = "".join(mark for mark in pieces[1:] if mark in "\u0302\u0306\u031b")
        tones = "".join(mark for mark in pieces[1:] if mark not in shapes)
        made.append(unicodedata.normalize("NFC", pieces[0] + shapes) + tones)
    return "".join(made).encode("cp1258").decode("cp1252")


def _utf8(text: str) -> str:
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


WRITERS: dict[str, Callable[[str], str]] = {
    "tcvn3": _tcvn3,
    "tcvn3 in capitals": _tcvn3,
    "tcvn3 in a font of capitals": lambda text: _tcvn3(text.lower()),
    "vni": _vni,
    "vni in capitals": _vni,
    "viqr": _viqr,
    "cp1258": _cp1258,
    "cp1258 in capitals": _cp1258,
    "utf8": _utf8,
}
CAPITALS = {"tcvn3 in capitals", "tcvn3 in a font of capitals", "vni in capitals", "cp1258 in capitals"}
