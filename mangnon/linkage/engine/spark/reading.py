"""Pieces of files: their ids checked, their records coded, first with the words of the piece, then with those of both files."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import text_column, text_hashes
from mangnon.linkage.engine.lexicon import Lexicon
from mangnon.linkage.engine.model import Model
from mangnon.linkage.engine.records import Records, Window, birth_years, encode
from mangnon.linkage.engine.spark.pieces import LEFT, RIGHT, SIDE, Book, Plan
from mangnon.linkage.engine.spark.rows import Kind, Row, bundled, from_records, to_records, unbundled
from mangnon.linkage.engine.syllabary import Syllabary
from mangnon.linkage.engine.tables import Table
from mangnon.linkage.engine.vocabulary import Vocabulary

_PER_PART = 1 << 20  # records whose ids one task compares
_SHOWN = 100  # double ids of a part that are looked at
_SYLLABLES = ""  # the book of all names


def fractions(plan: Plan, rows: Iterable[Row]) -> Iterator[Row]:
    """Columns of numbers that are not whole in some piece: they are read as they stand in all of them."""
    for row in rows:
        side, _, piece = plan.piece(row.part)
        table = piece.open()
        for name in _floating(table, plan.model):
            column = table.column(name)
            if not pc.all(pc.fill_null(pc.equal(column, pc.floor(column)), True)).as_py():
                yield Row(0, Kind.BROKEN, 0, bytes([side]) + name.encode())


def _floating(table: Table, model: Model) -> list[str]:
    assert not isinstance(table.source, pa.Table)
    used = [model.id_column, *(c.column for c in model.comparisons)]
    schema = table.source.schema_arrow
    return [name for name in used if name in table.names and pa.types.is_floating(schema.field(name).type)]


def has_fractions(table: Table, model: Model) -> bool:
    """Whether any column needs `fractions`."""
    return bool(_floating(table, model))


def look(plan: Plan, rows: Iterable[Row]) -> Iterator[Row]:
    """Ids of a piece as hashes, parted by their value; the first empty one; birth years of the left file."""
    for row in rows:
        side, _, piece = plan.piece(row.part)
        table = piece.open()
        ids = text_column(table.column(plan.model.id_column), length=table.rows)
        empty = pc.index(ids, "").as_py()
        if empty >= 0:
            yield Row(-1, Kind.EMPTY_ID, side << 40 | (piece.first + empty), b"")
        hashes = text_hashes(ids)
        order = np.argsort(hashes, kind="stable")
        hashes, places = hashes[order], order + piece.first
        parts = -(-plan.pieces[side][-1].first // _PER_PART) + 1
        edges = np.searchsorted(hashes, np.array([(i << 64) // parts for i in range(parts)], np.uint64))
        for i, (a, b) in enumerate(zip(edges.tolist(), [*edges[1:].tolist(), len(hashes)], strict=True)):
            if a < b:
                yield Row(side * SIDE + i, Kind.ID, 0, bundled(hashes[a:b].tobytes(), places[a:b].tobytes()))
        if side == LEFT and plan.model.window:
            comparison = plan.model.comparison(plan.model.window)
            coded = comparison.encode(table.column(plan.model.window), length=table.rows, vocabulary=Vocabulary())
            yield Row(-1, Kind.YEARS, 0, birth_years(coded).tobytes())


def looked(part: int, rows: Iterable[Row]) -> Iterator[Row]:
    """Of all ids of a range, those with equal hashes; of the rest the sums."""
    held = list(rows)
    if part < 0:
        empty = [row.at for row in held if row.kind == Kind.EMPTY_ID]
        for side in {at >> 40 for at in empty}:
            yield Row(-1, Kind.EMPTY_ID, min(at for at in empty if at >> 40 == side), b"")
        years = added([np.frombuffer(row.payload, np.int64) for row in held if row.kind == Kind.YEARS])
        yield Row(-1, Kind.YEARS, 0, years.tobytes())
        return
    halves = [unbundled(row.payload) for row in held]
    hashes = np.concatenate([np.frombuffer(half[0], np.uint64) for half in halves])
    places = np.concatenate([np.frombuffer(half[1], np.int64) for half in halves])
    order = np.lexsort((places, hashes))
    hashes, places = hashes[order], places[order]
    again = hashes[1:] == hashes[:-1]
    heads = np.flatnonzero(again & np.concatenate([[True], ~again[:-1]])) if len(again) else np.empty(0, np.int64)
    for at in heads[np.argsort(places[heads])][:_SHOWN].tolist():
        yield Row(part // SIDE, Kind.DOUBLE_ID, int(places[at]), hashes[at].tobytes())


def added(counts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Counts of different lengths, summed."""
    total = np.zeros(max(map(len, counts), default=1), np.int64)
    for one in counts:
        total[: len(one)] += one
    return total


def texts(plan: Plan, side: int, wanted: NDArray[np.uint64], rows: Iterable[Row]) -> Iterator[Row]:
    """The ids that have one of the hashes, with their count and their first row."""
    for row in rows:
        here, _, piece = plan.piece(row.part)
        if here != side:
            continue
        table = piece.open()
        ids = text_column(table.column(plan.model.id_column), length=table.rows)
        at = np.flatnonzero(np.isin(text_hashes(ids), wanted))
        found = ids.take(pa.array(at)).to_pylist()
        first = dict(zip(reversed(found), reversed(at.tolist()), strict=True))
        for text, count in Counter(found).items():
            yield Row(0, Kind.DOUBLE_ID, count, text.encode())
            yield Row(0, Kind.ID, piece.first + first[text], text.encode())


def numbers(plan: Plan, years: tuple[int, int] | None, ranges: int, rows: Iterable[Row]) -> Iterator[Row]:
    """Personal numbers by their value: those of the left file, and of right records outside the window, which ask whether they stand
    there. Each number once a piece, however many records carry it."""
    model = plan.model
    assert model.window
    assert model.labels
    window = Window(years, np.empty(0, np.int64))
    for row in rows:
        side, _, piece = plan.piece(row.part)
        table = piece.open()
        columns = {
            name: model.comparison(name).encode(table.column(name), length=table.rows, vocabulary=Vocabulary())
            for name in (model.window, model.labels)
        }
        found = np.unique(columns[model.labels]["number"] if side == LEFT else window.outside(columns, model))
        found = found[found > 0]
        home = (found.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(32)).astype(np.int64) % ranges
        for part in range(ranges):
            mine = found[home == part]
            if len(mine):
                yield Row(part, Kind.NUMBER if side == LEFT else Kind.ASKED_NUMBER, row.part, mine.tobytes())


def known(part: int, rows: Iterable[Row]) -> Iterator[Row]:
    """Which numbers that right pieces asked for stand in the left file."""
    held = list(rows)
    mine = [np.frombuffer(row.payload, np.int64) for row in held if row.kind == Kind.NUMBER]
    if not mine:
        return
    left = np.unique(np.concatenate(mine))
    for row in held:
        if row.kind == Kind.ASKED_NUMBER:
            asked = np.frombuffer(row.payload, np.int64)
            found = asked[np.isin(asked, left)]
            if len(found):
                yield Row(row.at, Kind.KNOWN_NUMBER, 0, found.tobytes())


def code(plan: Plan, years: tuple[int, int] | None, part: int, rows: Iterable[Row]) -> Iterator[Row]:
    """The records of a piece in the codes of its own words, and these words with their counts and where they first stand."""
    numbered = [np.frombuffer(row.payload, np.int64) for row in rows if row.kind == Kind.KNOWN_NUMBER]
    side, number, piece = plan.piece(part)
    model, table, vocabulary = plan.model, piece.open(), Vocabulary()
    marks: dict[str, int] = {}

    def read(name: str) -> pa.ChunkedArray | None:
        book = model.comparison(name).book(vocabulary)
        marks[name] = len(book) if book is not None else 0
        return table.column(name)

    window = Window(years, np.unique(np.concatenate(numbered)) if numbered else np.empty(0, np.int64)) if side == RIGHT else None
    records = encode(read, length=table.rows, model=model, vocabulary=vocabulary, beside=window)
    ids = text_column(table.column(model.id_column), length=table.rows).take(pa.array(records.rows)).cast(pa.string())
    words = json.dumps(vocabulary.dump(), ensure_ascii=False).encode()
    yield Row(part, Kind.RECORDS, len(records), bundled(words, from_records(records, ids)))
    yield from _words(vocabulary, model, marks, side, number)


def sizes(rows: Iterable[Row]) -> Iterator[Row]:
    """How many records each piece has, without the records."""
    return (row._replace(payload=b"") for row in rows)


def _words(vocabulary: Vocabulary, model: Model, marks: dict[str, int], side: int, piece: int) -> Iterator[Row]:
    """How often each word stands in the piece, and when one machine would have met it: side, column, piece, place in the column."""
    books: dict[str, tuple[Syllabary | Lexicon, list[int]]] = {}
    for column, comparison in enumerate(model.comparisons):
        if (book := comparison.book(vocabulary)) is not None:
            name = _SYLLABLES if isinstance(book, Syllabary) else comparison.column
            books.setdefault(name, (book, []))[1].append(column)
    for name, (book, columns) in books.items():
        began = np.array([marks[model.comparisons[column].column] for column in columns])
        for code, (*word, count) in enumerate(book.dump(), 1):
            column = columns[int(np.searchsorted(began, code, side="right")) - 1]
            key = json.dumps([name, *word], ensure_ascii=False).encode()
            yield Row(0, Kind.WORD, int(str(count)), key)
            yield Row(0, Kind.WORD_FIRST, ((side << 7 | column) << 22 | piece) << 32 | code, key)


def vocabulary_of(words: Iterable[tuple[bytes, int, int]]) -> Vocabulary:
    """The vocabulary of both files from its words, each with its count and where it first stands."""
    syllables: list[list[Any]] = []
    lexicons: dict[str, list[list[Any]]] = {}
    for key, count, _ in sorted(words, key=lambda word: word[2]):
        name, *word = json.loads(key)
        (syllables if name == _SYLLABLES else lexicons.setdefault(name, [])).append([*word, count])
    return Vocabulary.load({"syllables": syllables, "lexicons": lexicons})


def records_of(book: Book, payload: bytes, side: int, number: int) -> tuple[Records, pa.Array]:
    """The records of a piece in the codes of both files, numbered through the whole file; and their ids."""
    words, content = unbundled(payload)
    own = Vocabulary.load(json.loads(words))
    records, ids = to_records(content)
    columns = dict(records.columns)
    codes: dict[int, NDArray[np.int32]] = {}
    for comparison in book.model.comparisons:
        here = comparison.book(own)
        if here is not None:
            if id(here) not in codes:
                codes[id(here)] = _translated(here, comparison.book(book.vocabulary))
            columns[comparison.column] = comparison.recoded(columns[comparison.column], codes[id(here)])
    return Records(columns, book.firsts[side][number] + np.arange(len(records))), ids


def _translated(here: Syllabary | Lexicon, there: Syllabary | Lexicon | None) -> NDArray[np.int32]:
    """For every code of one book the code of the same word in the other."""
    if isinstance(here, Syllabary) and isinstance(there, Syllabary):
        return there.found(here.syllables)
    assert isinstance(here, Lexicon)
    assert isinstance(there, Lexicon)
    return there.codes(here.words)
