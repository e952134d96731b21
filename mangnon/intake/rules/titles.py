"""Which column a title names: by its letters where it was typed with Vietnamese ones, else by its plain words."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

from mangnon.intake.records import Column
from mangnon.intake.rules.words import plain
from mangnon.lib import vietnamese

_LONG = 5  # letters beyond which a title is also known without spaces, as programs export it ("HOTEN", "NgaySinh")
_BETWEEN = re.compile(r"[\W_]+")
_OF_THE_CHILD = re.compile(  # "Ngày sinh của bé": what lists of children say of them without a word
    r" (?:(?:của|cua) )?(?:(?:trẻ|tre)(?: (?:em|nhỏ|nho))?|(?:em )?(?:bé|be)|(?:em )?(?:cháu|chau)(?: (?:bé|be))?|con|học sinh|hoc sinh"
    r"|(?:người|nguoi|trẻ|tre)(?: (?:được|duoc))?(?: (?:đăng ký|dang ky))? khai sinh)$"
)
_ENDS = (" tre", " em", " nho", " be", " chau", " con", " hoc sinh", " khai sinh")  # in plain words, quick to look for
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_EITHER = re.compile(r"\s*/\s*|\s+hoặc\s+", re.IGNORECASE)


def spelt(title: str) -> str:
    """The words of a title with their marks, without case and punctuation."""
    return _BETWEEN.sub(" ", vietnamese.clean(unicodedata.normalize("NFKC", title)).lower()).strip()


class Titles:
    """The titles of some columns."""

    def __init__(self, columns: Collection[Column]) -> None:
        self.fields = frozenset(column.field for column in columns)
        self.exact: dict[str, str] = {}
        self.plain: dict[str, dict[str, str]] = {}  # plain words → the titles so written, with their columns
        self.weak: dict[tuple[str, str], str] = {}
        self.many: set[str] = set()  # plain words that name one of many columns of a kind, or what they have in common
        for column in columns:
            for title in (column.title, *column.also):
                self._add(spelt(title), plain(title), column.field)
            self.many |= {plain(title) for title in (column.title, *column.also)} if column.many else set()
            self.weak |= {(column.field, spelt(title)): other for title, other in column.yields}
        for words, those in list(self.plain.items()):
            if len(words) > _LONG and " " in words and (joined := words.replace(" ", "")) not in self.plain:
                for title, field in those.items():
                    self._add(title.replace(" ", ""), joined, field)

    def _add(self, title: str, words: str, field: str) -> None:
        self.exact[title] = field
        self.plain.setdefault(words, {})[title] = field

    def field(self, title: str) -> str:
        """The column a title names, "" for none: "ĐT" is no "DT", "Năm" no "Nam"; what was typed without marks may mean either."""
        those = self.plain.get(bare := plain(title))
        if not those:
            found = _OF_THE_CHILD.search(spelt(title)) if bare.endswith(_ENDS) else None
            return self.field(found.string[: found.start()]) if found else ""
        words = spelt(title)
        return self.exact.get(words) or next((field for other, field in those.items() if _agree(words, other)), "")

    def parts(self, title: str) -> str:
        """The column that each part of a title names: "Mã ĐDCN/CCCD", "Cha hoặc bố"."""
        fields = {self.field(part) for part in parts} if len(parts := _EITHER.split(" ".join(title.split()))) > 1 else set()
        return fields.pop() if len(fields) == 1 else ""

    def yields(self, field: str, title: str) -> str | None:
        """The column a title means when another one names its column too, "" for none of ours; None when it does not yield."""
        return self.weak.get((field, spelt(title)))

    def is_of_many(self, title: str) -> bool:
        """Whether a title names one of many columns of a kind: a dose."""
        return plain(title) in self.many

    def names(self) -> Iterator[tuple[str, str]]:
        """Each title in plain words with the column it names when typed so."""
        return ((words, self.field(words)) for words in self.plain)


def _agree(title: str, other: str) -> bool:
    """Whether titles of the same plain words are one: tones may slip where there are several words, letters only where no mark is."""
    pairs = list(zip(title.split(), other.split(), strict=False))
    return all(word.isascii() or word == known or (len(pairs) > 1 and _toneless(word) == _toneless(known)) for word, known in pairs)


def _toneless(word: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(_TONES))


@lru_cache(maxsize=32)
def titles_of(columns: tuple[Column, ...]) -> Titles:
    return Titles(columns)


@lru_cache(maxsize=32)
def needed_titles(columns: tuple[Column, ...]) -> frozenset[str]:
    """The titles, in plain words, of columns one of which every heading has."""
    fields = {field for column in columns if column.required for field in (column.field, *column.instead)}
    return frozenset(words for words, field in titles_of(columns).names() if field in fields)
