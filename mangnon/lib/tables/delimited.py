"""Text files of rows (.csv and what Excel calls "văn bản Unicode"): encoding, separator and quotes are found out, lines stay short.

Files of 8 bits come as Windows-1252 shows them unless they are plainly Windows-1258; old Vietnamese fonts are for `lib.legacy_text`.
"""

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NamedTuple

from mangnon.lib import legacy_text
from mangnon.lib.tables import limits
from mangnon.lib.tables.addresses import column_letters
from mangnon.lib.tables.kinds import other
from mangnon.lib.tables.refusing import COPY, UnreadableFile, broken, cell_too_long, cut_short, too_far, too_large
from mangnon.lib.tables.spool import Writer, writable

SHEET = "Danh sách"
_BLOCK = 1 << 20
_SAMPLE_LINES = 120
_LONGEST_LINE = 1_000_000  # characters
_LINES_IN_A_CELL = 5  # more, and a quotation mark was left open
_NARROWEST = 4  # columns of a list in whose cells whole rows may be told from lines
_LINES_IN_A_ROW = 2  # on the average of a whole list
_SEPARATORS = ("\t", ";", ",", "|")
_DECLARED = re.compile(r"""\s*["']?sep=(.)["']?\s*""", re.IGNORECASE)
_VIETNAMESE = re.compile(rb"\xe1[\xba\xbb][\x80-\xbf]")  # letters with two marks as UTF-8 writes them: no other encoding has the three
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ENCODINGS = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1258": "Windows-1258", "cp1252": "8 bit"}


class Manner(NamedTuple):
    """How a file writes rows: its encoding and where its text begins, what divides cells, whether its first line says so, how many cells
    a row has (0: not always as many).
    """

    encoding: str
    skip: int
    separator: str
    declared: bool
    width: int


def manner(file: BinaryIO, size: int, name: str) -> Manner:
    """Find out how a file writes rows. Raises UnreadableFile for what is no list."""
    if size > limits.TEXT_FILE:
        raise too_large(name)
    encoding, skip = _encoding(file, name)
    _check_whole(file, encoding, skip, name)
    lines = list(_lines(_open(file, encoding, skip), name, _SAMPLE_LINES))
    _check_text("".join(lines), name)
    found = _DECLARED.fullmatch(lines[0]) if lines else None
    separator = found[1] if found else _separator(lines)
    return Manner(encoding, skip, separator, bool(found), _width(lines[bool(found) :], separator))


def read(file: BinaryIO, size: int, name: str, out: Writer) -> dict[str, Any]:
    """Write the rows and say how they were read."""
    how = manner(file, size, name)
    encoding = how.encoding
    ends, quoted = _line_ends(file)
    if ends > limits.ROWS * (_LINES_IN_A_ROW if quoted else 1):
        raise _too_many_rows(name)
    try:
        wider = _write(_open(file, encoding, how.skip), name, how, out, by_line=False)
    except QuoteLeftOpen:
        if ends > limits.ROWS:
            raise _too_many_rows(name) from None
        out.restart()
        wider = _write(_open(file, encoding, how.skip), name, how, out, by_line=True)
    own = {"wider_than": how.width if wider else 0}
    sheet = {"name": SHEET, "hidden": False, **out.end_sheet(), "merged": [], "hidden_columns": [], **own}
    return {"kind": "csv", "encoding": ENCODINGS[encoding], "sheets": [sheet], "notes": []}


def _line_ends(file: BinaryIO) -> tuple[int, bool]:
    """How many lines the file has at least, and whether quotation marks may put several of them into one cell."""
    file.seek(0)
    feeds = backs = 0
    quoted = False
    while block := file.read(_BLOCK):
        feeds += block.count(b"\n")
        backs += block.count(b"\r")
        quoted = quoted or b'"' in block
    return max(feeds, backs), quoted


def _too_many_rows(name: str) -> UnreadableFile:
    """Said before a million rows are read."""
    return too_far(name, cell=f"A{limits.ROWS + 1}", sheet=SHEET)


class QuoteLeftOpen(Exception):
    """A cell runs over many lines."""


def _write(stream: io.TextIOBase, name: str, how: Manner, out: Writer, *, by_line: bool) -> bool:
    """Write the rows; whether some are wider than those of the file."""
    csv.field_size_limit(4 * limits.CELL_TEXT)
    lines = _lines(stream, name)
    if how.declared:
        next(lines, None)
    cells = width = 0
    usual = how.width or limits.COLUMNS
    wider = False
    try:
        for number, row in enumerate(rows(lines, how.separator, by_line=by_line), start=1):
            if not by_line and row and holds_rows(row, how.separator, width):
                raise QuoteLeftOpen
            if len(row) > usual:
                row = joined(row, how)
            width = max(width, len(row))
            while row and not row[-1].strip():
                row.pop()
            if not row:
                continue
            if len(row) > limits.COLUMNS or number > limits.ROWS:
                raise too_far(name, cell=f"{column_letters(len(row))}{number}", sheet=SHEET)
            wider = wider or len(row) > usual
            row = [_cell(text) if text else "" for text in row]
            if (longest := max(map(len, row))) > limits.CELL_TEXT or (not by_line and longest > 100):
                check_long(row, name, number, by_line=by_line)
            cells += len(row)
            if cells > limits.CELLS:
                raise too_large(name)
            out.row(number, row)
    except csv.Error as error:
        raise (broken(name) if by_line else QuoteLeftOpen) from error
    return wider


def joined(row: list[str], how: Manner) -> list[str]:
    """A row wider than those of its file with the cells that were one before its writer left out quotation marks, "45 Trần Phú, KV2": what
    divides cells has no space behind it. As it is unless that gives as many cells as every row has.
    """
    whole: list[str] = []
    for text in row:
        if whole and text.startswith(" ") and text.strip():
            whole[-1] += how.separator + text
        else:
            whole.append(text)
    return whole if len(whole) == how.width else row


def _cell(text: str) -> str:
    if text.startswith('="') and text.endswith('"') and len(text) > len('=""'):
        text = text[2:-1].replace('""', '"')  # so that Excel keeps the zero in front of a number
    if text.isascii() and text.isprintable():
        return text
    return writable(text.replace("\r\n", "\n").replace("\r", "\n"))


def holds_rows(row: list[str], separator: str, width: int) -> bool:
    """Whether a cell holds rows of a list as wide as this: a quotation mark was left open, and closed further down or never. What divides
    cells has no space behind it, as commas of a text on several lines have; the last column may be one of ours.
    """
    longest = max(row, key=len)
    if width < _NARROWEST or ("\n" not in longest and "\r" not in longest):
        return False
    after = len(row) - row.index(longest) - 1
    *inner, last = (line.count(separator) - line.count(f"{separator} ") for line in longest.splitlines()[1:] or [""])
    return any(found >= width - 2 for found in (*inner, last)) or (last > 0 and last + after >= width - 1)


def check_long(row: list[str], name: str, number: int, *, by_line: bool) -> None:
    """Raise for a cell longer than any; QuoteLeftOpen when it runs over many lines."""
    for place, text in enumerate(row):
        if not by_line and text.count("\n") > _LINES_IN_A_CELL:
            raise QuoteLeftOpen
        if len(text) > limits.CELL_TEXT:
            raise cell_too_long(name, cell=f"{column_letters(place + 1)}{number}", sheet=SHEET)


def rows(lines: Iterator[str], separator: str, *, by_line: bool) -> Iterator[list[str]]:
    """The cells of row after row; `by_line` when a quotation mark was left open somewhere."""
    return _by_line(lines, separator) if by_line else csv.reader(lines, delimiter=separator)


def _by_line(lines: Iterator[str], separator: str) -> Iterator[list[str]]:
    """Every line for itself, so that a quotation mark left open spoils one line only; where they are pairs they hold cells together."""
    for line in lines:
        line = line.rstrip("\r\n")
        if line.count('"') % 2:
            yield [cell.strip('"') for cell in next(csv.reader([line], delimiter=separator, quoting=csv.QUOTE_NONE), [])]
        else:
            yield next(csv.reader([line], delimiter=separator), [])


def _lines(stream: io.TextIOBase, name: str, count: int = 0) -> Iterator[str]:
    number = 0
    while line := stream.readline(_LONGEST_LINE):
        number += 1
        if len(line) >= _LONGEST_LINE:
            raise UnreadableFile(f"Tệp “{name}” có dòng {number} dài hơn một triệu chữ, không giống một danh sách. {COPY}")
        if "\0" in line:
            raise UnreadableFile(f"Tệp “{name}” có ký tự rỗng ở dòng {number}: tệp hỏng hoặc không phải danh sách. {COPY}")
        yield line
        if number == count:
            return


def _open(file: BinaryIO, encoding: str, skip: int) -> io.TextIOBase:
    file.seek(skip)
    return _Decoded(file, encoding)


def exact_lines(file: BinaryIO, how: Manner, name: str) -> Iterator[str]:
    """The lines as they stand, so that encoding them with `kept` gives their bytes again."""
    file.seek(how.skip)
    return _lines(_Decoded(file, how.encoding, exact=True), name)


def kept(encoding: str) -> str:
    """How bytes without a meaning are kept in a text: the name of an error handler of codecs."""
    if encoding[:2] == "cp":
        return "mangnon-8bit"
    return "surrogateescape" if encoding == "utf-8" else "surrogatepass"


class _Decoded(io.TextIOBase):
    """Lines of a file decoded block by block, ended by LF, CR or CR LF; a line no longer than asked for.

    Windows-1258 writes tones as marks of their own, so its lines are composed. Bytes without a meaning never stop the reading.
    """

    def __init__(self, file: BinaryIO, encoding: str, *, exact: bool = False) -> None:
        self._file = file
        errors = kept(encoding) if exact or encoding[:2] == "cp" else "replace"
        self._decode: Callable[[bytes, bool], str] = codecs.getincrementaldecoder(encoding)(errors).decode
        self._compose = encoding == "cp1258" and not exact
        self._text = ""
        self._at = 0
        self._done = False

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        limit = size or -1
        while True:
            end = _line_end(self._text, self._at, self._done)
            if end >= 0 or (0 < limit <= len(self._text) - self._at) or self._done:
                break
            block = self._file.read(_BLOCK)
            self._done = not block
            self._text = self._text[self._at :] + self._decode(block, self._done)
            self._at = 0
        end = len(self._text) if end < 0 else end
        if 0 < limit < end - self._at:
            end = self._at + limit
        line = self._text[self._at : end]
        self._at = end
        return unicodedata.normalize("NFC", line) if self._compose else line


def _line_end(text: str, at: int, done: bool) -> int:
    """Where the line beginning at `at` ends, after its mark; -1 if that is not known yet."""
    feed, back = text.find("\n", at), text.find("\r", at)
    if back < 0 or 0 <= feed < back:
        return feed + 1 if feed >= 0 else -1
    if back + 1 == len(text) and not done:
        return -1
    return back + 2 if text[back + 1 : back + 2] == "\n" else back + 1


def _as_latin(error: UnicodeError) -> tuple[str | bytes, int]:
    if isinstance(error, UnicodeEncodeError):
        return error.object[error.start : error.end].encode("latin-1"), error.end
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("mangnon-8bit", _as_latin)


def _encoding(file: BinaryIO, name: str) -> tuple[str, int]:
    file.seek(0)
    head = file.read(1 << 16)
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            if encoding == "utf-32":
                raise other(name, "chữ UTF-32")
            return encoding, len(mark)
    if b"\0" in head[:4096]:
        odd, even = head[1:4096:2].count(0), head[0:4096:2].count(0)
        half = max(1, min(len(head), 4096) // 2)
        if odd > 0.3 * half and even < 0.05 * half:
            return "utf-16-le", 0
        if even > 0.3 * half and odd < 0.05 * half:
            return "utf-16-be", 0
    if _is_utf8(file):
        return "utf-8", 0
    _check_one_encoding(file, name)
    sample = list(_lines(_open(file, "cp1252", 0), name, 2_000))
    found = legacy_text.detect([cell for line in sample for cell in re.split(r"[;,\t|]", line)])
    return ("cp1258" if found.encoding == "cp1258" else "cp1252"), 0


def _is_utf8(file: BinaryIO) -> bool:
    """Whether the bytes are UTF-8; a last letter cut in half does not count against it."""
    return _decodable(file, "utf-8", 0, whole=False)


def _decodable(file: BinaryIO, encoding: str, skip: int, *, whole: bool) -> bool:
    """Whether the bytes are letters of an encoding, when `whole` to the last one."""
    file.seek(skip)
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        while block := file.read(_BLOCK):
            decoder.decode(block)
        decoder.decode(b"", whole)
    except UnicodeDecodeError:
        return False
    return True


def _check_whole(file: BinaryIO, encoding: str, skip: int, name: str) -> None:
    """Raise where the last letter is cut in half: the lines after it never came."""
    if encoding[:3] == "utf" and _decodable(file, encoding, skip, whole=False) and not _decodable(file, encoding, skip, whole=True):
        raise cut_short(name)


def _check_one_encoding(file: BinaryIO, name: str) -> None:
    """Raise where lines of another encoding stand among lines that are plainly UTF-8, as when two files are put together."""
    file.seek(0)
    utf8, others = False, list[int]()
    for number, line in enumerate(file, start=1):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
            utf8 = utf8 or _VIETNAMESE.search(line) is not None
        except UnicodeDecodeError:
            others.append(number)
        if utf8 and others:
            break
    if utf8 and others:
        raise UnreadableFile(
            f"Tệp “{name}” trộn hai bảng mã: dòng {others[0]} không phải UTF-8 như các dòng khác. "
            "Mở tệp, gõ lại các dòng sai chữ, lưu bằng UTF-8 rồi gửi lại."
        )


def _check_text(sample: str, name: str) -> None:
    beginning = sample.lstrip().lower()[:3000]
    if beginning.startswith(("<!doctype html", "<html", "<table", "<meta", "<head", "<body", "<style")) or "<html" in beginning[:600]:
        raise UnreadableFile(
            f"Tệp “{name}” thực ra là trang web (HTML), không phải bảng tính. Mở bằng Excel, chọn Lưu thành kiểu Excel (.xlsx) rồi gửi lại."
        )
    if "urn:schemas-microsoft-com:office:spreadsheet" in beginning or "urn:oasis:names:tc:opendocument" in beginning:
        raise UnreadableFile(f"Tệp “{name}” là bảng tính kiểu XML cũ. Mở bằng Excel, chọn Lưu thành kiểu Excel (.xlsx) rồi gửi lại.")
    if beginning.startswith("<"):
        raise other(name, "XML")
    if beginning.startswith("mime-version:") or "content-type: multipart" in beginning:
        raise other(name, "trang web lưu trữ (.mht)")
    if beginning.startswith(("{", "[{")):
        raise other(name, "JSON")
    if len(_CONTROL.findall(sample)) > max(2, len(sample) // 200):
        raise other(name, "không phải bảng tính")


def _width(lines: list[str], separator: str) -> int:
    """How many cells most rows have; 0 when the first row as wide, the heading, has more of its own: then rows end where they say no
    more.
    """
    try:
        sample = [row for row in csv.reader(lines, delimiter=separator) if len(row) > 1]
    except csv.Error:
        return 0
    counts = Counter(map(len, sample))
    width = min(counts, key=lambda cells: (-counts[cells], cells), default=0)
    first = next((row for row in sample if len(row) >= width), [])
    return width if len(joined(first, Manner("", 0, separator, declared=False, width=width))) == width else 0


def _separator(lines: list[str]) -> str:
    """The character that divides most lines into the same number of cells."""
    best, most = ",", 0.0
    for separator in _SEPARATORS:
        counts: Counter[int] = Counter()
        try:
            for row in csv.reader(lines, delimiter=separator):
                counts[len(row)] += 1
        except csv.Error:
            counts = Counter(line.count(separator) + 1 for line in lines)
        score = max((times * min(columns - 1, 12) for columns, times in counts.items() if columns > 1), default=0)
        if score > most:
            best, most = separator, score
    return best
