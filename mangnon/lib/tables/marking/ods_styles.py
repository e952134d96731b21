"""Looks of marked cells in an OpenDocument spreadsheet: a copy of what the cell looked like, with our ground and frame."""

from mangnon.lib.tables.marking.marks import Look
from mangnon.lib.tables.marking.splicing import Splicer, Tag, end_of, tags

_STYLE = b"urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_FO = b"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
_GROUNDS = {Look.STOP: b"#fbe5e1", Look.ASK: b"#fdf0d3", Look.DONE: b"#e4f2e8"}  # by which our marks are known again
_FRAMES: dict[Look, dict[bytes, bytes]] = {
    Look.STOP: {b"fo:border": b"1.5pt solid #a3231b"},
    Look.ASK: {b"fo:border": b"0.5pt solid #7d4a00", b"fo:border-bottom": b"2pt double #7d4a00"},
    Look.DONE: {b"fo:border": b"0.75pt dotted #1c6841"},
}
_SIDES = (b"fo:border", b"fo:border-left", b"fo:border-right", b"fo:border-top", b"fo:border-bottom")
_NAMES = b' xmlns:style="%s" xmlns:fo="%s"' % (_STYLE, _FO)
_LETTERS = b'<style:text-properties fo:font-family="\'Times New Roman\'" fo:font-size="11pt"%s/>'  # the font of the list may be an old one
_OURS = {
    name: b'<style:style%s style:name="%s" style:family="table-%s">%s</style:style>' % (_NAMES, name, family, inside)
    for name, family, inside in (
        (b"mangnon_note", b"cell", b'<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>' + _LETTERS % b""),
        (
            b"mangnon_head", b"cell",
            b'<style:table-cell-properties fo:wrap-option="wrap" fo:background-color="#e2efe7"/>' + _LETTERS % b' fo:font-weight="bold"',
        ),
        (b"mangnon_column", b"column", b'<style:table-column-properties style:column-width="11cm"/>'),
        (b"mangnon_row", b"row", b'<style:table-row-properties style:use-optimal-row-height="true"/>'),
    )
}  # fmt: skip


class Styles:
    """What looks are needed, known after the tables were gone through; where they come from, known while styles pass."""

    def __init__(self) -> None:
        self._needed: dict[tuple[bytes, Look | None], bytes] = {}
        self._own: set[bytes] = set()
        self._written = False

    def look(self, style: bytes, look: Look) -> bytes:
        """The name of the format of a cell of format `style`, marked."""
        return self._name(style, look)

    def unmarked(self, style: bytes) -> bytes:
        """The name of a format without a mark of ours from before."""
        return self._name(style, None)

    def is_own(self, style: bytes) -> bool:
        return style in self._own

    def run(self, splicer: Splicer, section: Tag) -> None:
        """Pass over the styles of the content: learn which are ours, write those that are needed at their end."""
        self._written = False
        if section.empty:
            splicer.replace(section.written({}, empty=False) + self._new({}) + b"</" + section.name + b">")
            self._written = True
            return
        bases: dict[bytes, bytes] = {}
        wanted = {style for style, _look in self._needed}
        while (tag := splicer.next()) and not (tag.closing and tag.name == section.name):
            if tag.closing:
                continue
            if tag.local != b"style" or tag.own(b"family") != b"table-cell":
                splicer.skip()
                continue
            whole = splicer.take()
            name = tag.own(b"name")
            if name not in self._ours:
                splicer.put(whole)
            if any(ground in whole.lower() for ground in _GROUNDS.values()):
                self._own.add(name)
            if name in wanted:
                bases[name] = whole
        splicer.put(self._new(bases))
        self._written = True

    @property
    def _ours(self) -> set[bytes]:
        return {*_OURS, *self._needed.values()}

    def put(self, splicer: Splicer) -> None:
        """Write the styles where the content has no place for them yet."""
        if not self._written:
            splicer.put(
                b'<office:automatic-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
                + self._new({})
                + b"</office:automatic-styles>"
            )
        self._written = False

    def _name(self, style: bytes, look: Look | None) -> bytes:
        name = b"mangnon_%s_%s" % ((look or "plain").encode(), style or b"none")
        return self._needed.setdefault((style, look), name)

    def _new(self, bases: dict[bytes, bytes]) -> bytes:
        pieces = list(_OURS.values())
        pieces += [_copied(bases.get(style), style, look, name) for (style, look), name in self._needed.items()]
        return b"".join(pieces)


def _copied(base: bytes | None, style: bytes, look: Look | None, name: bytes) -> bytes:
    """A style like another, with our ground and frame or without; a common style is inherited from."""
    changed: dict[bytes, bytes | None] = dict.fromkeys(_SIDES)
    changed[b"fo:background-color"] = _GROUNDS[look] if look else None
    changed |= _FRAMES[look] if look else {}
    properties = Tag(0, 0, False, b"style:table-cell-properties", b"")
    if base is None:
        parent = b' style:parent-style-name="%s"' % style if style else b""
        opening = b'<style:style%s style:name="%s" style:family="table-cell"%s>' % (_NAMES, name, parent)
        return opening + properties.written(changed, empty=True) + b"</style:style>"
    tag = next(tags(base))
    opening = tag.written({b"style:name": name, b"xmlns:fo": _FO, b"xmlns:style": _STYLE}, empty=False)
    inner = b"" if tag.empty else base[tag.end : base.rfind(b"</")]
    old = next((one for one in tags(inner) if one.local == b"table-cell-properties" and not one.closing), None)
    if old is None:
        inner = properties.written(changed, empty=True) + inner
    else:
        end = end_of(inner, old)
        inner = inner[: old.start] + old.written(changed) + inner[old.end : end] + inner[end:]
    return opening + inner + b"</" + tag.name + b">"
