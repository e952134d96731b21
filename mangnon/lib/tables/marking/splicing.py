"""XML changed in passing: tags are found without building anything, and what is not replaced is copied byte for byte."""

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from mangnon.lib.tables import markup
from mangnon.lib.tables.refusing import broken

_TAG = re.compile(rb"""<(?:!--.*?--|!\[CDATA\[.*?\]\]|\?.*?\?|(/?)([^\s/>!?"'<]+)((?:[^"'<>]*(?:"[^"]*"|'[^']*'))*[^"'<>]*))>""", re.DOTALL)
_ATTRIBUTE = re.compile(rb"""([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_DECLARED = re.compile(r"""(<\?xml[^>]*?encoding=["'])([A-Za-z0-9._-]+)(["'])""")
_ANY_TAG = re.compile(rb"<[^>]*>")
_LONGEST = 8 << 20  # bytes of an element that is changed, or of a tag


class Tag(NamedTuple):
    """A tag where it stands in the bytes at hand."""

    start: int
    end: int
    closing: bool
    name: bytes  # as written, prefix included
    rest: bytes

    @property
    def local(self) -> bytes:
        return self.name.rpartition(b":")[2]

    @property
    def prefix(self) -> bytes:
        """What goes before names of the same namespace: "x:" or nothing."""
        return self.name[: len(self.name) - len(self.local)]

    @property
    def empty(self) -> bool:
        return self.rest.endswith(b"/")

    def alone(self) -> "Tag":
        """The tag as it stands at the beginning of its own element."""
        return self._replace(start=0, end=self.end - self.start)

    def get(self, name: bytes) -> bytes:
        """The value of an attribute as written; b"" without it."""
        return next((found[2] or found[3] or b"" for found in _ATTRIBUTE.finditer(self.rest) if found[1] == name), b"")

    def own(self, name: bytes) -> bytes:
        """The value of an attribute of the element's own namespace, as OpenDocument writes them."""
        return self.get(self.prefix + name)

    def number(self, name: bytes, otherwise: int = 0) -> int:
        value = self.get(name)
        return int(value) if value.isdigit() and len(value) < 10 else otherwise

    def written(self, changed: Mapping[bytes, bytes | None], *, empty: bool | None = None) -> bytes:
        """The tag with attributes changed, added, or (None) left out."""
        rest = self.rest.rstrip(b"/ \r\n\t")
        for name, value in changed.items():
            old = next((found for found in _ATTRIBUTE.finditer(rest) if found[1] == name), None)
            new = b"" if value is None else b' %s="%s"' % (name, value)
            rest = rest.rstrip() + new if old is None else rest[: old.start()].rstrip() + new + rest[old.end() :]
        return b"<" + self.name + rest + (b"/>" if (self.empty if empty is None else empty) else b">")


def tags(data: bytes, at: int = 0) -> Iterator[Tag]:
    """The tags of whole elements, comments left out."""
    while (at := data.find(b"<", at)) >= 0 and (found := _TAG.match(data, at)):
        at = found.end()
        if found[2] is not None:
            yield Tag(found.start(), at, bool(found[1]), found[2], found[3])


def end_of(data: bytes, tag: Tag) -> int:
    """Where the element of a tag ends; -1 if that is not at hand."""
    if tag.empty:
        return tag.end
    closing = b"</" + tag.name + b">"
    end = data.find(closing, tag.end)
    if end >= 0 and data.find(b"<!", tag.end, end) < 0 and data.find(b"<" + tag.name, tag.end, end) < 0:
        return end + len(closing)
    depth = 1
    for one in tags(data, tag.end):
        if one.name == tag.name:
            depth += -1 if one.closing else not one.empty
            if not depth:
                return one.end
    return -1


def text_of(element: bytes) -> str:
    """The words of an element, whatever stands around them."""
    return markup.without_entities(_ANY_TAG.sub(b"", element).decode("utf-8", "replace")) or ""


class Splicer:
    """Tags one after the other; what is put or replaced goes out instead of, or before, what stood there."""

    def __init__(self, blocks: Iterator[bytes], write: Callable[[bytes], object], name: str) -> None:
        self._blocks, self._write, self._name = as_utf8(blocks, name), write, name
        self._data = b""
        self._at = self._done = 0  # looked at, written
        self._tag = Tag(0, 0, False, b"", b"")

    def next(self) -> Tag | None:
        """The next tag."""
        while True:
            start = self._data.find(b"<", self._at)
            found = _TAG.match(self._data, start) if start >= 0 else None
            if found is None:
                if start < 0:
                    self._at = len(self._data)
                if not self._more(self._at if start < 0 else start):
                    if start >= 0 and self._data[start:].strip():
                        raise broken(self._name)
                    return None
                continue
            self._at = found.end()
            if found[2] is not None:
                self._tag = Tag(found.start(), found.end(), bool(found[1]), found[2], found[3])
                return self._tag

    def put(self, text: bytes) -> None:
        """Write something before the last tag."""
        self._write(self._data[self._done : self._tag.start] + text)
        self._done = self._tag.start

    def replace(self, text: bytes) -> None:
        """Write something instead of the last tag."""
        self.put(text)
        self._done = self._tag.end

    def skip(self) -> None:
        """Pass over the element of the last tag."""
        tag = self._tag
        if tag.empty or tag.closing:
            return
        opening, closing, depth = b"<" + tag.name, b"</" + tag.name, 1
        while True:
            end = self._data.find(closing, self._at)
            upto = end if end >= 0 else len(self._data)
            if self._data.find(b"<!", self._at, upto) >= 0 or self._data.find(opening, self._at, upto) >= 0:
                break
            if end >= 0:
                self._at = end
                self.next()
                if self._tag.name == tag.name:
                    return
            self._at = max(self._at, upto - len(closing) - 1)
            if end < 0 and not self._more(self._at):
                raise broken(self._name)
        while depth:
            one = self.next()
            if one is None:
                raise broken(self._name)
            if one.name == tag.name:
                depth += -1 if one.closing else not one.empty

    def take(self) -> bytes:
        """The whole element of the last tag, which is not copied; it goes out again only if it is put."""
        self.put(b"")
        tag = self._tag
        while (end := end_of(self._data, tag)) < 0:
            if not self._more(tag.start):
                raise broken(self._name)
            tag = tag.alone()
        whole = self._data[tag.start : end]
        self._at = self._done = end
        self._tag = Tag(end, end, True, tag.name, b"")
        return whole

    def finish(self) -> None:
        """Copy what is left."""
        self._write(self._data[self._done :])
        for block in self._blocks:
            self._write(block)
        self._data, self._at, self._done = b"", 0, 0

    def _more(self, keep: int) -> bool:
        """Get another block; what stands before `keep` goes out."""
        if len(self._data) - keep > _LONGEST:
            raise broken(self._name)
        block = next(self._blocks, None)
        if block is None:
            return False
        if keep > self._done:
            self._write(self._data[self._done : keep])
        self._data = self._data[keep:] + block
        self._at, self._done = max(0, self._at - keep), max(0, self._done - keep)
        return True


def as_utf8(blocks: Iterator[bytes], name: str) -> Iterator[bytes]:
    """The part in UTF-8, whatever it was written in; nearly always it is."""
    first = next(blocks, b"")
    declared = _DECLARED.match(first[:200].decode("latin-1"))
    if first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif first[:2] in (b"<\0", b"\0<"):
        encoding = "utf-16-le" if first[:1] == b"<" else "utf-16-be"
    else:
        encoding = declared[2].lower() if declared else "utf-8"
    if encoding in ("utf-8", "us-ascii", "ascii"):
        yield first
        yield from blocks
        return
    try:
        decoder = codecs.getincrementaldecoder(encoding)("strict")
        for place, block in enumerate(chain([first], blocks)):
            text = decoder.decode(block)
            yield (_DECLARED.sub(r"\1UTF-8\3", text, count=1) if not place else text).encode()
        yield decoder.decode(b"", True).encode()
    except (UnicodeError, LookupError) as error:
        raise broken(name) from error
