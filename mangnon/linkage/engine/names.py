"""Vietnamese personal names: a column becomes a matrix of syllable codes; two names are compared part by part.

Places in a row of the matrix: 0 surname (the first syllable), 1–4 middle, 5 given name (the last). Nothing is split by rule: a double
surname, a given-first order or a dropped middle name is seen when two names are compared.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Coded, Feature, Levels, Rows, mixed, plain, text_column
from mangnon.linkage.engine.likeness import Like, Likeness
from mangnon.linkage.engine.syllabary import Syllabary

WIDTH, SURNAME, GIVEN = 6, 0, 5
TURNED = 11  # level of a given name found at the other end: given-first order
UNMARKED = 12  # the same letters in two names that both lost their accents: "AN" twice may be An and Ân

GIVEN_WORDS = (
    "trùng", "khác hỏi/ngã", "mất dấu", "khác thanh", "khác dấu chữ", "đọc giống nhau", "gõ sai một chữ", "gần giống, tên khác",
    "viết tắt", "khác", "thiếu", "đảo thứ tự", "trùng, cả hai không dấu",
)  # fmt: skip
SURNAME_WORDS = ("trùng", "gần giống", "viết tắt", "lệch vị trí", "khác", "thiếu")
MIDDLE_WORDS = ("trùng", "gần giống", "bớt chữ đệm", "viết tắt", "trùng một phần", "khác")
WHOLE_WORDS = (
    "trùng", "trùng, khác cách viết", "bớt chữ đệm", "tên trùng, họ trùng, đệm khác", "tên gần giống, họ trùng", "tên trùng, họ khác",
    "viết tắt", "đảo thứ tự", "chỉ trùng họ", "khác", "thiếu",
)  # fmt: skip

GIVEN_PART = Feature("given", GIVEN_WORDS, frozenset({0, 1, 2, 11, 12}), frozenset({10}))
SURNAME_PART = Feature("surname", SURNAME_WORDS, frozenset({0, 1}), frozenset({5}))
MIDDLE_PART = Feature("middle", MIDDLE_WORDS, frozenset({0, 1}), frozenset())
WHOLE = Feature("whole", WHOLE_WORDS, frozenset({0, 1, 2}), frozenset({10}))


def encode(column: pa.ChunkedArray | pa.Array | None, *, length: int, book: Syllabary) -> Coded:
    """{"syllables": int32 (n, 6), "marked": bool (n)}; a name that cannot be read is a row of zeros."""
    text = pc.utf8_trim_whitespace(text_column(column, length=length))
    words = pc.utf8_split_whitespace(text)
    tokens = words.values.dictionary_encode()
    readings = [book.codes(token) for token in tokens.dictionary.to_pylist()]
    single = np.array([reading[0] if len(reading) == 1 else -1 for reading in readings] or [0], np.int32)
    single[[i for i, token in enumerate(tokens.dictionary.to_pylist()) if not token]] = 0
    indices = plain(tokens.indices)
    flat = np.append(single[indices], np.int32(0))
    offsets = plain(words.offsets).astype(np.int64)
    start, count = offsets[:-1], np.diff(offsets)
    matrix = _spread(flat, start, count)
    odd = np.unique(np.searchsorted(offsets, np.flatnonzero(flat < 0), side="right") - 1)  # "NguyễnVăn", "(Tí)": read word by word
    for row in odd:
        codes = [code for index in indices[start[row] : start[row] + count[row]] for code in readings[index]]
        matrix[row] = _row(codes)
    book.count(matrix)
    return Coded({"syllables": matrix, "marked": book.marked[matrix].any(axis=1)})


def _spread(flat: NDArray[np.int32], start: Rows, count: Rows) -> NDArray[np.int32]:
    matrix = np.zeros((len(start), WIDTH), np.int32)
    has = count > 0
    matrix[has, GIVEN] = flat[(start + count - 1)[has]]
    for place in range(WIDTH - 1):
        has = count > place + 1
        matrix[has, place] = flat[(start + place)[has]]
    return matrix


def _row(codes: list[int]) -> list[int]:
    row = [0] * WIDTH
    if codes:
        row[GIVEN] = codes[-1]
        for place, code in enumerate(codes[:-1][: WIDTH - 1]):
            row[place] = code
    return row


def keys(coded: Coded, part: str, book: Syllabary) -> NDArray[np.int64]:
    """The blocking number of a part of the name by its southern sound class; 0 where the part is absent or abbreviated.

    Parts: all, bag (all, in any order), given, surname, ends (surname and given in any order), middle (the last middle syllable).
    """
    sounds, matrix = book.sounds, coded["syllables"]
    if part == "given":
        return sounds[matrix[:, GIVEN]]
    if part == "surname":
        return sounds[matrix[:, SURNAME]]
    if part == "middle":
        last = matrix[:, 1].copy()
        for place in range(2, WIDTH - 1):
            last = np.where(matrix[:, place] > 0, matrix[:, place], last)
        return sounds[last]
    given, surname = sounds[matrix[:, GIVEN]], sounds[matrix[:, SURNAME]]
    if part == "ends":
        return np.where((given > 0) & (surname > 0), mixed(np.minimum(given, surname), np.maximum(given, surname)), 0)
    short = ((matrix > 0) & (sounds[matrix] == 0)).any(axis=1)
    places = [sounds[matrix[:, place]] for place in range(WIDTH)]
    total = mixed(sum(places[1:], places[0])) if part == "bag" else mixed(*places)
    return np.where((matrix[:, GIVEN] == 0) | (matrix[:, SURNAME] == 0) | short, 0, total)


def compare(left: Coded, right: Coded, likeness: Likeness) -> tuple[Levels, Levels, Levels]:
    """Levels of given name, surname and middle names (`GIVEN_PART`, `SURNAME_PART`, `MIDDLE_PART`) of records side by side."""
    one, two = left["syllables"], right["syllables"]
    n = len(one)
    given, surnames, middles = np.zeros(n, np.uint8), np.zeros(n, np.uint8), np.zeros(n, np.uint8)
    rest = np.flatnonzero((one != two).any(axis=1) | (one[:, GIVEN] == 0) | (one[:, SURNAME] == 0))
    left_row, right_row = (side.arrays.get("accented", side["marked"]) for side in (left, right))
    both_bare = ~left["marked"] & ~right["marked"] & ~(left_row & right_row)  # "Sa Line" has none to lose where its row is accented
    one_row = both_bare & (left_row | right_row)
    given[both_bare] = UNMARKED
    given[one_row] = Like.BARE
    if not len(rest):
        return given, surnames, middles
    a, b = one[rest], two[rest]
    bare = ~(left["marked"][rest] & right["marked"][rest])
    g = likeness.look(a[:, GIVEN], b[:, GIVEN])
    turned = np.flatnonzero(g >= Like.SLIP)
    if len(turned):
        order = _turned(a[turned], b[turned], likeness)
        for side, which in ((b, 1), (a, 2)):  # given first, "An Nguyễn Văn": put back in order before the rest is compared
            rows = turned[order == which]
            side[rows] = _put_back(side[rows])
        g[turned[order > 0]] = TURNED
    surname, middle = _surname(a, b, likeness), _middle(a, b, likeness)
    bare &= ~(_kept(left, left_row, rest) & _kept(right, right_row, rest) & (surname == 0) & (middle == 0))
    g = np.where((g == Like.BARE) & ~bare, Like.TONE, g).astype(np.uint8)
    lost = left["marked"][rest] != right["marked"][rest]  # "AN" typed without accents may be An or Ân: equal letters say no more
    g = np.where((g == Like.SAME) & lost, Like.BARE, g).astype(np.uint8)
    g = np.where((g == Like.SAME) & both_bare[rest], np.where(one_row[rest], Like.BARE, UNMARKED), g).astype(np.uint8)
    given[rest], surnames[rest], middles[rest] = g, surname, middle
    return given, surnames, middles


def _kept(side: Coded, row: NDArray[np.bool_], rest: Rows) -> NDArray[np.bool_]:
    """Names that have all their accents: they carry some, or the rest of their row does."""
    kept: NDArray[np.bool_] = side["marked"][rest] | (row[rest] if "accented" in side.arrays else False)
    return kept


def _put_back(matrix: NDArray[np.int32]) -> NDArray[np.int32]:
    """The first syllable to the end."""
    out = np.zeros_like(matrix)
    out[:, : GIVEN - 1] = matrix[:, 1:GIVEN]
    middles = (matrix[:, 1:GIVEN] > 0).sum(axis=1)
    out[np.arange(len(matrix)), middles] = matrix[:, GIVEN]
    out[:, GIVEN] = matrix[:, SURNAME]
    return out


def _turned(a: NDArray[np.int32], b: NDArray[np.int32], likeness: Likeness) -> NDArray[np.int8]:
    """1 where b, 2 where a is written given name first: its first syllable is the other's last, and its second the other's first."""
    b_first = (likeness.look(a[:, GIVEN], b[:, 0]) <= Like.BARE) & (likeness.look(a[:, 0], _second(b)) <= Like.BARE)
    a_first = (likeness.look(b[:, GIVEN], a[:, 0]) <= Like.BARE) & (likeness.look(b[:, 0], _second(a)) <= Like.BARE)
    return np.where(b_first, 1, np.where(a_first, 2, 0)).astype(np.int8)


def _second(matrix: NDArray[np.int32]) -> NDArray[np.int32]:
    return np.where(matrix[:, 1] > 0, matrix[:, 1], matrix[:, GIVEN])


def _surname(a: NDArray[np.int32], b: NDArray[np.int32], likeness: Likeness) -> Levels:
    like = likeness.look(a[:, 0], b[:, 0])
    table = np.array([0, 1, 1, 1, 1, 1, 1, 1, 2, 4, 5], np.uint8)
    level = table[like]
    other = np.flatnonzero(level == 4)
    if len(other):
        shifted = (a[other, :1] == b[other, 1:GIVEN]).any(axis=1) | (b[other, :1] == a[other, 1:GIVEN]).any(axis=1)
        level[other[shifted]] = 3
    return level


def _middle(a: NDArray[np.int32], b: NDArray[np.int32], likeness: Likeness) -> Levels:
    """Each middle syllable of one is looked for among the other's (surname included, so that a dropped surname does not count twice)."""
    level = np.zeros(len(a), np.uint8)
    rest = np.flatnonzero((a[:, 1:GIVEN] != b[:, 1:GIVEN]).any(axis=1))
    if not len(rest):
        return level
    one, two = a[rest, 1:GIVEN], b[rest, 1:GIVEN]
    best_one = np.full(one.shape, Like.NONE, np.uint8)
    best_two = np.full(two.shape, Like.NONE, np.uint8)
    for i in range(WIDTH - 2):
        for j in range(WIDTH - 2):
            both = np.flatnonzero((one[:, i] > 0) & (two[:, j] > 0))
            if len(both):
                like = likeness.look(one[both, i], two[both, j])
                best_one[both, i] = np.minimum(best_one[both, i], like)
                best_two[both, j] = np.minimum(best_two[both, j], like)
    has_one, has_two = one > 0, two > 0
    found_one, found_two = (best_one <= Like.SLIP) & has_one, (best_two <= Like.SLIP) & has_two
    all_one, all_two = (found_one | ~has_one).all(axis=1), (found_two | ~has_two).all(axis=1)
    short = ((best_one == Like.SHORT) | (best_two == Like.SHORT)).any(axis=1)
    some = found_one.any(axis=1)
    level[rest] = np.select([all_one & all_two, all_one | all_two, short, some], [1, 2, 3, 4], 5)
    return level


def _whole_table() -> Levels:
    table = np.full((13, 6, 6), 9, np.uint8)
    for g in range(13):
        for s in range(6):
            for m in range(6):
                table[g, s, m] = _whole(0 if g == UNMARKED else g, s, m)
    return table


def _whole(g: int, s: int, m: int) -> int:
    if g == Like.NONE:
        return 10
    if g == TURNED:
        return 7
    near = s in (0, 1, 3)
    if g <= Like.BARE:
        if g == 0 and s == 0 and m == 0:
            return 0
        if s in (0, 1) and m <= 1:
            return 1
        if s == 2 or m == 3:
            return 6
        if (near and m == 2) or (s in (0, 1, 3, 5) and m <= 2):
            return 2
        return 3 if near else 5
    if g <= Like.NEAR and near:
        return 4 if m <= 3 else 8
    if g == Like.SHORT and s != 4:
        return 6
    return 8 if near else 9


WHOLE_LEVEL = _whole_table()
