"""A child in the log: by code, never by name."""

from collections.abc import Iterable

from mangnon.audit.records import Subject
from mangnon.institutions import queries as institutions
from mangnon.register.models import Child


def subject(child_id: int, code: str, unit_code: str) -> Subject:
    """The subject of an act about a child."""
    return Subject(kind="child", id=str(child_id), label=f"Hồ sơ {code}", unit_code=unit_code)


def subject_of(child: Child) -> Subject:
    """The subject of an act about a child at hand."""
    return subject(child.pk, child.code, child.lives_in.code)


def unit_codes(unit_ids: Iterable[int]) -> dict[int, str]:
    """The codes of communes by their keys."""
    found = (institutions.by_id(pk) for pk in set(unit_ids))
    return {unit.pk: unit.code for unit in found if unit is not None}
