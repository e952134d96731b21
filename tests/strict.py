"""Two traps for every test that draws pages or reads rows.

* A template that names a variable nobody gave raises, instead of printing nothing.
* Rows of a queryset without an order come back in another order than the database gave them, so a test that leans on luck fails.

Import the fixtures into a conftest; they are automatic from there.
"""

import random
from collections.abc import Iterator

import pytest
from django.db.models import QuerySet
from django.template import engines


class UnknownVariable(AssertionError):
    """A template uses a name its view did not give."""


class _Loud(str):
    """What Django prints for an unknown variable; formatting it with the name raises."""

    __slots__ = ()

    def __contains__(self, text: object) -> bool:
        return text == "%s" or super().__contains__(str(text))

    def __mod__(self, variable: object) -> str:
        raise UnknownVariable(f"unknown template variable: {variable}")


@pytest.fixture(autouse=True)
def strict_templates() -> Iterator[None]:
    """Unknown template variables raise."""
    engine = engines["django"].engine
    engine.string_if_invalid = _Loud("unknown")
    yield
    engine.string_if_invalid = ""


@pytest.fixture(autouse=True)
def shuffled_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unordered rows arrive shuffled, always the same way."""
    fetch = QuerySet._fetch_all
    order = random.Random(73)

    def fetch_shuffled(self: QuerySet) -> None:
        fresh = self._result_cache is None
        fetch(self)
        if fresh and not self.ordered and isinstance(self._result_cache, list):
            order.shuffle(self._result_cache)

    monkeypatch.setattr(QuerySet, "_fetch_all", fetch_shuffled)
