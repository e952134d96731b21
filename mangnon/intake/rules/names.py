"""Names as typed: capitals, old encodings, characters no name has. Khmer, Hoa and foreign names are names."""

import re

from mangnon.lib import vietnamese
from mangnon.register import rules as register

# Letters that TCVN3 (ABC) fonts show as Vietnamese, seen raw: "NguyÔn ThÞ Lan"
_TCVN3 = re.compile(r"[µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßáãâ«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ]")
# Marks that VNI fonts set after their letter: "Nguyeãn Thò Lan", "Ñaëng"
_VNI = re.compile(r"(?:[aeouyAEOUY][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[ñÑ](?=[aeiouyAEIOUY])|(?<=[tThH])(?:ò|æ)(?=\b)")
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_NEVER_IN_VIETNAMESE = re.compile(r"[µ¸¶·¹¨»¾¼½Æ©ÇËÎÏÑ®ªÖ×ØÜÞßå«æç¬ëîïñ\xadö÷øûüþäÿ]")
_ODD = re.compile(r"[0-9_@#$%^&*+=<>/\\|~\[\]{}!?;:\"]")
_LONGEST = 60


def legacy_encoding(text: str) -> str:
    """ "TCVN3" or "VNI" when the text looks typed for such a font, else "". Real Vietnamese letters beside them speak against it."""
    if not text or _VIETNAMESE.search(text):
        return ""
    if len(_VNI.findall(text)) >= 1 and _NEVER_IN_VIETNAMESE.search(text):
        return "VNI"
    if _NEVER_IN_VIETNAMESE.search(text) and _TCVN3.search(text):
        return "TCVN3"
    return ""


def in_usual_capitals(name: str) -> str:
    """ "TRẦN THỊ bảo ngọc" → "Trần Thị Bảo Ngọc"; hyphens and apostrophes begin a new part as in H'Hen, Mỹ-Linh."""
    return " ".join(_part(word) for word in vietnamese.clean(name).split())


def badly_capitalised(name: str) -> bool:
    """Whether some word begins small, or the name is in capitals throughout."""
    return not register.usual_capitals(vietnamese.clean(name))


def odd_characters(name: str) -> str:
    """Characters of a text that no name has, each once."""
    return "".join(dict.fromkeys(_ODD.findall(name)))


def looks_like_a_name(name: str) -> bool:
    """At least two words or a foreign single name, letters only, not a sentence."""
    words = vietnamese.clean(name).split()
    return 2 <= len(words) <= 8 and len(name) <= _LONGEST and not odd_characters(name)


def _part(word: str) -> str:
    return re.sub(r"(^|[-'’])(\w)", lambda found: found[1] + found[2].upper(), word.lower())
