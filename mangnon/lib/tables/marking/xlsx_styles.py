"""Looks of marked cells in the styles of a workbook: as the cell looked, with our ground and frame (ECMA-376 part 1, 18.8).

The ground and frame a cell had before are kept in a cell style of ours, which the marked format is of: programs number formats anew when
they save, but keep which style each is of.
"""

import re
from itertools import count

from mangnon.lib.tables.marking.marks import Look
from mangnon.lib.tables.marking.splicing import Tag, end_of, tags, text_of

_ORDER = (b"numFmts", b"fonts", b"fills", b"borders", b"cellStyleXfs", b"cellXfs", b"cellStyles", b"dxfs", b"tableStyles", b"colors")
_GROUNDS = {Look.STOP: b"FFFBE5E1", Look.ASK: b"FFFDF0D3", Look.DONE: b"FFE4F2E8"}  # by which our marks are known again
_HEAD_GROUND = b"FFE2EFE7"
_FRAMES = {
    Look.STOP: (b"medium", b"medium", b"FFA3231B"),  # all sides, below, colour
    Look.ASK: (b"thin", b"double", b"FF7D4A00"),
    Look.DONE: (b"dotted", b"dotted", b"FF1C6841"),
}
_EMPTY = {
    b"fonts": [b"<font><sz val='11'/><name val='Calibri'/></font>"],
    b"fills": [b"<fill><patternFill patternType='none'/></fill>", b"<fill><patternFill patternType='gray125'/></fill>"],
    b"borders": [b"<border><left/><right/><top/><bottom/><diagonal/></border>"],
    b"cellStyleXfs": [b"<xf numFmtId='0' fontId='0' fillId='0' borderId='0'/>"],
    b"cellXfs": [b"<xf numFmtId='0' fontId='0' fillId='0' borderId='0'/>"],
    b"cellStyles": [b"<cellStyle name='Normal' xfId='0' builtinId='0'/>"],
}
_OURS = "Măng Non "  # how names of our cell styles begin
NEW = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</styleSheet>'
_MOST = 60_000  # cell formats; Excel holds 65,490


class Styles:
    """The styles of a workbook and what we add to them. `data` is b"" when the workbook has none."""

    def __init__(self, data: bytes) -> None:
        self._data = data or NEW % b""
        self._root = next(tags(self._data))
        self._sections: dict[bytes, Tag] = {}
        self._items: dict[bytes, list[bytes]] = {name: [] for name in _EMPTY}
        self._read()
        self._added: dict[bytes, list[bytes]] = {name: [] for name in _EMPTY}
        for name, items in _EMPTY.items():
            if not self._items[name]:
                self._added[name] += [self._prefixed(item) for item in items]
        self._own_grounds = {
            place for place, fill in enumerate(self._items[b"fills"]) if any(ground in fill.upper() for ground in _GROUNDS.values())
        }
        self._names = [text_of(next(tags(item)).get(b"name")) for item in self._items[b"cellStyles"]]
        self._before = self._kept()
        self._keeping = {kept: place for place, kept in self._before.items()}
        self._fresh = (fresh for number in count(1) if (fresh := f"{_OURS}{number}") not in self._names)
        self._styles_of: dict[int, int] = {}
        self._known: dict[tuple[int, Look | None], int] = {}
        self._parts: dict[tuple[bytes, bytes], int] = {}
        self._plain: dict[int, bool] = {}

    def look(self, style: int, look: Look) -> int:
        """The format of a cell that has format `style`, marked."""
        if (style, look) in self._known:
            return self._known[style, look]
        tag = next(tags(self._cell_format(style)))
        kept = self._keep(tag.number(b"fillId"), tag.number(b"borderId"))
        return self._format(style, look, fillId=self._ground(_GROUNDS[look]), borderId=self._frame(*_FRAMES[look]), xfId=kept)

    def unmarked(self, style: int) -> int:
        """The format of a cell that was marked before, with the ground and frame it had, or none if that is not known."""
        fill, border = self._before.get(self._style_of(style), (0, 0))
        return self._format(style, None, fillId=fill, borderId=border, xfId=0)

    def remembers(self, style: int) -> bool:
        """Whether it is known what a cell looked like before it was marked."""
        return self._style_of(style) in self._before

    def is_own(self, style: int) -> bool:
        """Whether a format is one of our marks, from an earlier time."""
        if not self._own_grounds or style >= len(self._items[b"cellXfs"]):
            return False
        if style not in self._plain:
            fill = next(tags(self._items[b"cellXfs"][style])).number(b"fillId")
            self._plain[style] = fill not in self._own_grounds
        return not self._plain[style]

    def note(self) -> int:
        """The format of our column: its own font, for the font of the list may be an old one."""
        return self._text(self._font(b""), 0)

    def head(self) -> int:
        """The format of its title."""
        return self._text(self._font(b"<b/>"), self._ground(_HEAD_GROUND))

    def written(self) -> bytes:
        """The part with what was added."""
        pieces, at = [], 0
        missing = [name for name in _ORDER if self._added.get(name) and name not in self._sections]
        for name, tag in self._sections.items():
            while missing and _ORDER.index(missing[0]) < _ORDER.index(name):
                pieces += [self._data[at : tag.start], self._section(missing.pop(0))]
                at = tag.start
            if added := self._added.get(name):
                pieces.append(self._data[at : tag.start])
                end = end_of(self._data, tag)
                count = b"%d" % (len(self._items[name]) + len(added))
                inner = b"" if tag.empty else self._data[tag.end : self._data.rfind(b"</", tag.end, end)]
                pieces += [tag.written({b"count": count}, empty=False), inner, *added, b"</", tag.name, b">"]
                at = end
        close = self._data.rfind(b"</")
        pieces.append(self._data[at:close])
        pieces += [self._section(name) for name in missing]
        return b"".join(pieces) + self._data[close:]

    def _read(self) -> None:
        at, done = self._root.end, 0
        while done >= 0 and (tag := next(tags(self._data, at), None)) and not tag.closing:
            done = end_of(self._data, tag)
            if tag.local in _ORDER:
                self._sections[tag.local] = tag
            if tag.local in _EMPTY and not tag.empty:
                inside = tag.end
                while (item := next(tags(self._data, inside), None)) and not item.closing:
                    inside = end_of(self._data, item)
                    self._items[tag.local].append(self._data[item.start : inside])
            at = done
        if self._root.empty:  # <styleSheet … />
            self._data = self._root.written({}, empty=False) + b"</" + self._root.name + b">"
            self._root = next(tags(self._data))

    def _format(self, style: int, look: Look | None, **ids: int) -> int:
        if (style, look) not in self._known:
            base = self._cell_format(style)
            tag = next(tags(base))
            changed: dict[bytes, bytes | None] = {key.encode(): b"%d" % value for key, value in ids.items()}
            changed |= {b"applyFill": b"1", b"applyBorder": b"1"}
            self._known[style, look] = self._add(b"cellXfs", tag.written(changed) + base[tag.end :], style)
        return self._known[style, look]

    def _cell_format(self, style: int) -> bytes:
        formats, added = self._items[b"cellXfs"], self._added[b"cellXfs"]
        if style < len(formats):
            return formats[style]
        return added[style - len(formats)] if style < len(formats) + len(added) else (formats or added)[0]

    def _style_of(self, style: int) -> int:
        if style not in self._styles_of:
            self._styles_of[style] = next(tags(self._cell_format(style))).number(b"xfId")
        return self._styles_of[style]

    def _kept(self) -> dict[int, tuple[int, int]]:
        """Styles of ours from an earlier time, and the ground and frame each keeps."""
        kept: dict[int, tuple[int, int]] = {}
        formats = self._items[b"cellStyleXfs"]
        for name, item in zip(self._names, self._items[b"cellStyles"], strict=True):
            place = next(tags(item)).number(b"xfId")
            if name.startswith(_OURS) and place < len(formats):
                tag = next(tags(formats[place]))
                kept[place] = (tag.number(b"fillId"), tag.number(b"borderId"))
        return kept

    def _keep(self, fill: int, border: int) -> int:
        """A style of ours that keeps this ground and frame."""
        if (fill, border) not in self._keeping:
            attributes = b'numFmtId="0" fontId="0" fillId="%d" borderId="%d" applyNumberFormat="0" applyFont="0"' % (fill, border)
            place = self._part(b"cellStyleXfs", b'<xf %s applyAlignment="0" applyProtection="0"/>' % attributes)
            if place:  # else there is room for no more
                self._part(b"cellStyles", b'<cellStyle name="%s" xfId="%d" hidden="1"/>' % (next(self._fresh).encode(), place))
            self._keeping[fill, border] = place
        return self._keeping[fill, border]

    def _text(self, font: int, fill: int) -> int:
        item = (
            b'<xf numFmtId="49" fontId="%d" fillId="%d" borderId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">'
            b'<alignment vertical="top" wrapText="1"/></xf>' % (font, fill)
        )
        return self._part(b"cellXfs", item)

    def _font(self, more: bytes) -> int:
        return self._part(
            b"fonts", b'<font>%s<sz val="11"/><color rgb="FF15241F"/><name val="Times New Roman"/><family val="1"/></font>' % more
        )

    def _ground(self, colour: bytes) -> int:
        return self._part(
            b"fills", b'<fill><patternFill patternType="solid"><fgColor rgb="%s"/><bgColor indexed="64"/></patternFill></fill>' % colour
        )

    def _frame(self, around: bytes, below: bytes, colour: bytes) -> int:
        side = b'<%s style="%s"><color rgb="' + colour + b'"/></%s>'
        sides = b"".join(side % (name, below if name == b"bottom" else around, name) for name in (b"left", b"right", b"top", b"bottom"))
        return self._part(b"borders", b"<border>" + sides + b"<diagonal/></border>")

    def _part(self, section: bytes, item: bytes) -> int:
        if (section, item) not in self._parts:
            self._parts[section, item] = self._add(section, self._prefixed(item), 0)
        return self._parts[section, item]

    def _add(self, section: bytes, item: bytes, otherwise: int) -> int:
        place = len(self._items[section]) + len(self._added[section])
        if place >= _MOST:
            return otherwise
        self._added[section].append(item)
        return place

    def _section(self, name: bytes) -> bytes:
        tag = self._root.prefix + name
        return b"<%s>%s</%s>" % (tag, b"".join(self._added[name]), tag)

    def _prefixed(self, item: bytes) -> bytes:
        return re.sub(rb"<(/?)", rb"<\1" + self._root.prefix, item) if self._root.prefix else item
