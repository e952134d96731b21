"""A name written once more in other letters than ours: "Quách Tú Linh (郭秀玲)", "Thạch Sa Rây ថាច់". The register has the one in ours."""

import re

from mangnon.lib import vietnamese

# Thai, Lao, Hangul, Khmer, Japanese, Chinese, Chăm: nothing in them looks like a letter of ours, as in Greek and Cyrillic.
_LETTER = "\u0e00-\u0eff\u1100-\u11ff\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uaa00-\uaa5f\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
_OTHER = re.compile(f"[{_LETTER}](?:[{_LETTER} ·]*[{_LETTER}])?")
_AROUND = " ()[]（）【】-–—/|,;"
_OURS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+){1,7}")


def apart(text: str) -> tuple[str, str]:
    """The name in our letters and the one in others; the text as it is and "" when it is not two such names and nothing else."""
    found = _OTHER.search(text)
    if found is None:
        return text, ""
    ours = vietnamese.clean(f"{text[: found.start()].strip(_AROUND)} {text[found.end() :].strip(_AROUND)}")
    return (ours, found[0]) if _OURS.fullmatch(ours) and not _OTHER.search(ours) else (text, "")
