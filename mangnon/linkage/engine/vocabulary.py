"""What columns share while they are turned into numbers: syllables, words, places. Passed from stage to stage, never global."""

from dataclasses import dataclass, field

from mangnon.linkage.engine.lexicon import Lexicon
from mangnon.linkage.engine.places import Succession, builtin
from mangnon.linkage.engine.syllabary import Syllabary


@dataclass
class Vocabulary:
    """One per run or per index."""

    syllables: Syllabary = field(default_factory=Syllabary)
    lexicons: dict[str, Lexicon] = field(default_factory=dict)
    succession: Succession = field(default_factory=builtin)

    def words(self, column: str) -> Lexicon:
        """The lexicon of a column."""
        if column not in self.lexicons:
            self.lexicons[column] = Lexicon()
            self.lexicons[column].counting = self.syllables.counting
        return self.lexicons[column]

    def freeze(self) -> None:
        """Stop counting: frequencies stay those of the files read so far."""
        self.syllables.counting = False
        for book in self.lexicons.values():
            book.counting = False

    def dump(self) -> dict[str, object]:
        """A form for JSON; the succession is not part of it."""
        return {"syllables": self.syllables.dump(), "lexicons": {name: book.dump() for name, book in sorted(self.lexicons.items())}}

    @classmethod
    def load(cls, form: dict[str, object], succession: Succession | None = None) -> "Vocabulary":
        """The vocabulary `dump` described."""
        books = form["lexicons"]
        assert isinstance(books, dict)
        return cls(
            Syllabary.load(form["syllables"]),  # type: ignore[arg-type]
            {name: Lexicon.load(rows) for name, rows in books.items()},
            succession or builtin(),
        )
