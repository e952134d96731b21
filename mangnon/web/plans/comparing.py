"""A plan against itself on an earlier day: how many stand where, and which duties moved."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from mangnon.plans.queries import Board
from mangnon.plans.rules.progress import Bucket
from mangnon.web.plans.filters import BUCKETS

_WORDS = {bucket.value: words for bucket, words, _state in BUCKETS.values()} | {Bucket.CANCELLED.value: "đã hủy"}
_SLUGS = {bucket.value: slug for slug, (bucket, _words, _state) in BUCKETS.items()}


@dataclass(frozen=True)
class Place:
    """One place of the bar: how many then, how many now, where today's are listed."""

    words: str
    then: int
    now: int
    url: str

    @property
    def change(self) -> str:
        """ "+12", "-3" with a real minus sign, "không đổi"."""
        difference = self.now - self.then
        return f"+{difference}" if difference > 0 else f"−{-difference}" if difference else "không đổi"


@dataclass(frozen=True)
class Comparison:
    """What changed since a day. `moved` of them stand elsewhere, `fresh` were not there."""

    day: date
    places: tuple[Place, ...]
    moved: int
    fresh: int
    moved_url: str


def comparison(now: Board, then: Board, day: date, *, list_url: str) -> Comparison:
    """Today's board beside that of an earlier day."""
    before, after = then.counts(), now.counts()
    places = tuple(
        Place(words, before[value], after[value], f"{list_url}&loc={_SLUGS[value]}")
        for value, words in _WORDS.items()
        if value in _SLUGS and (before[value] or after[value])
    )
    stood = then_words(then)
    moved = Counter(stood.get(line.task_id) != _WORDS[line.bucket] for line in now.lines if line.task_id in stood)
    fresh = sum(line.task_id not in stood for line in now.lines)
    return Comparison(day, places, moved[True], fresh, f"{list_url}&so-voi={day.isoformat()}&doi=1")


def then_words(then: Board) -> dict[int, str]:
    """Where each duty stood, in words."""
    return {line.task_id: _WORDS[line.bucket] for line in then.lines}


def words_of(bucket: str) -> str:
    """A place of the bar in words."""
    return _WORDS[bucket]
