"""What intake asks of others without knowing who they are."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from mangnon.register.records import Described, SameChild


class Matcher(Protocol):
    """Says for each person described which children of the register it may be: best first, empty when nobody."""

    def __call__(self, people: Sequence[Described], *, on: date) -> list[tuple[SameChild, ...]]: ...


def matcher() -> Matcher:
    """The matcher the product is put together with (settings.MANGNON_PORTS, "intake.matcher")."""
    return cast(Matcher, import_string(settings.MANGNON_PORTS["intake.matcher"]))
