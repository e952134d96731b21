"""Word's automatic numbers ("1.", "a)", "-"): counted here, because a paragraph's text does not contain them."""

from collections import defaultdict

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from mangnon.plans.rules.markers import to_roman


class Numbering:
    """Counters of every numbered list of one document, advanced paragraph by paragraph in reading order."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract_of: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for abstract in root.findall(qn("w:abstractNum")):
            levels = {}
            for level in abstract.findall(qn("w:lvl")):
                levels[int(level.get(qn("w:ilvl")))] = (
                    _value(level, "w:numFmt", "decimal"), _value(level, "w:lvlText", ""), int(_value(level, "w:start", "1")),
                )  # fmt: skip
            self._levels[abstract.get(qn("w:abstractNumId"))] = levels
        for number in root.findall(qn("w:num")):
            self._abstract_of[number.get(qn("w:numId"))] = _value(number, "w:abstractNumId", "")

    def label(self, paragraph: Paragraph) -> str:
        """The number printed before a paragraph, "" for none; advances the counters."""
        number_id, depth = _numbered(paragraph)
        abstract = self._abstract_of.get(number_id, "")
        levels = self._levels.get(abstract, {})
        if depth not in levels:
            return ""
        counts = self._counts[abstract]
        counts[depth] = counts.get(depth, levels[depth][2] - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        kind, pattern, _ = levels[depth]
        if kind == "bullet":
            return "-" if pattern.strip() != "+" else "+"
        label = pattern
        for other, (other_kind, _text, start) in levels.items():
            label = label.replace(f"%{other + 1}", _written(counts.get(other, start), other_kind))
        return label.strip()


def _numbered(paragraph: Paragraph) -> tuple[str, int]:
    own = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if own is not None:
        return _value(own, "w:numId", ""), int(_value(own, "w:ilvl", "0"))
    style = paragraph.style
    while style is not None:
        found = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if found is not None:
            return _value(found, "w:numId", ""), int(_value(found, "w:ilvl", "0"))
        style = getattr(style, "base_style", None)
    return "", 0


def _value(parent, name: str, default: str) -> str:  # type: ignore[no-untyped-def]  # lxml elements carry no types
    child = parent.find(qn(name))
    return default if child is None else child.get(qn("w:val"), default)


def _written(count: int, kind: str) -> str:
    if kind == "upperRoman":
        return to_roman(count)
    if kind == "lowerRoman":
        return to_roman(count).lower()
    if kind in ("lowerLetter", "upperLetter"):
        letter = "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26]
        return letter.upper() if kind == "upperLetter" else letter
    return str(count)
