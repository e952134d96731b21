"""The kinds of comparison a model may name. A kind encodes a column, makes its blocking keys and compares two coded columns."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mangnon.linkage.engine import categories, dates, names, numbers, places, texts
from mangnon.linkage.engine.columns import Coded, Feature, Levels
from mangnon.linkage.engine.lexicon import Lexicon
from mangnon.linkage.engine.likeness import Likeness
from mangnon.linkage.engine.syllabary import Syllabary
from mangnon.linkage.engine.vocabulary import Vocabulary

type Column = pa.ChunkedArray | pa.Array | None


@dataclass(frozen=True)
class Comparison(ABC):
    """One column and how it is compared. `label` is its Vietnamese name, `parts` the blocking keys it offers."""

    column: str
    label: str
    coded: ClassVar[tuple[str, ...]] = ()  # arrays that hold codes of the book

    @property
    @abstractmethod
    def features(self) -> tuple[Feature, ...]:
        """What is weighed about the column, with its levels in order."""

    @property
    def parts(self) -> tuple[str, ...]:
        return ("value",)

    @abstractmethod
    def encode(self, column: Column, *, length: int, vocabulary: Vocabulary) -> Coded:
        """The column as arrays of codes, one entry a record."""

    def book(self, vocabulary: Vocabulary) -> Syllabary | Lexicon | None:
        """What numbers the words of the column; None where the codes do not depend on what else was read."""
        return None

    def recoded(self, coded: Coded, codes: NDArray[np.int32]) -> Coded:
        """The column in the codes of another book: `codes` tells for every old code the new one."""
        return Coded({name: codes[array] if name in self.coded else array for name, array in coded.arrays.items()})

    def keys(self, coded: Coded, part: str, vocabulary: Vocabulary) -> NDArray[np.int64]:
        return coded["value"].astype(np.int64)

    def ready(self, vocabulary: Vocabulary) -> object:
        """What comparing needs of the whole vocabulary, made once when all records are encoded."""
        return None

    @abstractmethod
    def compare(self, left: Coded, right: Coded, ready: object) -> tuple[Levels, ...]:
        """The level of every feature for pairs that stand row by row in `left` and `right`."""


@dataclass(frozen=True)
class VietnameseName(Comparison):
    """A personal name; `detail` compares given name, surname and middle names apart."""

    detail: bool = False
    coded = ("syllables",)

    @property
    def features(self) -> tuple[Feature, ...]:
        return (names.GIVEN_PART, names.SURNAME_PART, names.MIDDLE_PART) if self.detail else (names.WHOLE,)

    @property
    def parts(self) -> tuple[str, ...]:
        return ("all", "bag", "given", "surname", "ends", "middle")

    def encode(self, column: Column, *, length: int, vocabulary: Vocabulary) -> Coded:
        return names.encode(column, length=length, book=vocabulary.syllables)

    def book(self, vocabulary: Vocabulary) -> Syllabary:
        return vocabulary.syllables

    def keys(self, coded: Coded, part: str, vocabulary: Vocabulary) -> NDArray[np.int64]:
        return names.keys(coded, part, vocabulary.syllables)

    def ready(self, vocabulary: Vocabulary) -> Likeness:
        return Likeness(vocabulary.syllables)

    def compare(self, left: Coded, right: Coded, ready: object) -> tuple[Levels, ...]:
        assert isinstance(ready, Likeness)
        parts = names.compare(left, right, ready)
        return parts if self.detail else (names.WHOLE_LEVEL[parts],)


@dataclass(frozen=True)
class Date(Comparison):
    """A birth date."""

    @property
    def features(self) -> tuple[Feature, ...]:
        return (dates.DATE,)

    @property
    def parts(self) -> tuple[str, ...]:
        return ("full", "turned", "year", "month", "day_month", "day_year")

    def encode(self, column: Column, *, length: int, vocabulary: Vocabulary) -> Coded:
        return dates.encode(column, length=length)

    def keys(self, coded: Coded, part: str, vocabulary: Vocabulary) -> NDArray[np.int64]:
        return dates.keys(coded, part)

    def compare(self, left: Coded, right: Coded, ready: object) -> tuple[Levels, ...]:
        return (dates.compare(left, right),)


@dataclass(frozen=True)
class Number(Comparison):
    """A personal number."""

    @property
    def features(self) -> tuple[Feature, ...]:
        return (numbers.NUMBER,)

    @property
    def parts(self) -> tuple[str, ...]:
        return ("full", "tail")

    def encode(self, column: Column, *, length: int, vocabulary: Vocabulary) -> Coded:
        return numbers.encode(column, length=length)

    def keys(self, coded: Coded, part: str, vocabulary: Vocabulary) -> NDArray[np.int64]:
        return numbers.keys(coded, part)

    def compare(self, left: Coded, right: Coded, ready: object) -> tuple[Levels, ...]:
        return (numbers.compare(left, right),)


@dataclass(frozen=True)
class Category(Comparison):
    """Equal or not: sex, household, hamlet. `drop` are words that say nothing, `values` spellings of one value;
    `exact` takes values as codes."""

    exact: bool = False
    drop: frozenset[str] = frozenset()
    values: dict[str, str] = field(default_factory=dict)
    coded = ("value",)

    @property
    def features(self) -> tuple[Feature, ...]:
        return (categories.CATEGORY,)

    def encode(self, column: Column, *, length: int, vocabulary: Vocabulary) -> Coded:
        if self.exact:
            return categories.encode_exact(column, length=length)
        return categories.encode(column, length=length, lexicon=vocabulary.words(self.column), drop=self.drop, values=self.values)

    def book(self, vocabulary: Vocabulary) -> Lexicon | None:
        return None if self.exact else vocabulary.words(self.column)

    def compare(self, left: Coded, right: Coded, ready: object) -> tuple[Levels, ...]:
        return (categories.compare(left, right),)


@dataclass(frozen=True)
class Place(Comparison):
    """A commune code, old or new."""

    coded = ("written", "readings", "region")

    @property
    def features(self) -> tuple[Feature, ...]:
        return (places.PLACE,)

    @property
    def parts(self) -> tuple[str, ...]:
        return ("region",)

    def encode(self, column: Column, *, length: int, vocabulary: Vocabulary) -> Coded:
        return places.encode(column, length=length, lexicon=vocabulary.words(self.column), succession=vocabulary.succession)

    def book(self, vocabulary: Vocabulary) -> Lexicon:
        return vocabulary.words(self.column)

    def keys(self, coded: Coded, part: str, vocabulary: Vocabulary) -> NDArray[np.int64]:
        return coded["region"].astype(np.int64)

    def compare(self, left: Coded, right: Coded, ready: object) -> tuple[Levels, ...]:
        return (places.compare(left, right),)


@dataclass(frozen=True)
class Text(Comparison):
    """A western name, or with `free` any text of several words."""

    free: bool = True
    coded = ("value",)

    @property
    def features(self) -> tuple[Feature, ...]:
        return (texts.TEXT if self.free else texts.NAME,)

    @property
    def parts(self) -> tuple[str, ...]:
        return ("value", "sound", "start", "end", "word")

    def encode(self, column: Column, *, length: int, vocabulary: Vocabulary) -> Coded:
        return texts.encode(column, length=length, lexicon=vocabulary.words(self.column))

    def book(self, vocabulary: Vocabulary) -> Lexicon:
        return vocabulary.words(self.column)

    def keys(self, coded: Coded, part: str, vocabulary: Vocabulary) -> NDArray[np.int64]:
        return texts.keys(coded, part, vocabulary.words(self.column))

    def ready(self, vocabulary: Vocabulary) -> texts.Looks:
        return texts.Looks(vocabulary.words(self.column))

    def compare(self, left: Coded, right: Coded, ready: object) -> tuple[Levels, ...]:
        assert isinstance(ready, texts.Looks)
        return (texts.compare(left, right, ready, free=self.free),)


KINDS: dict[str, type[Comparison]] = {
    "vietnamese_name": VietnameseName,
    "western_name": Text,
    "date": Date,
    "number": Number,
    "category": Category,
    "place": Place,
    "text": Text,
}
