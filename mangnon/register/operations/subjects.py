"""A child in the log: by code, never by name."""

from mangnon.audit.records import Subject
from mangnon.register.models import Child


def subject(child_id: int, code: str, unit_code: str) -> Subject:
    """The subject of an act about a child."""
    return Subject(kind="child", id=str(child_id), label=f"Hồ sơ {code}", unit_code=unit_code)


def subject_of(child: Child) -> Subject:
    """The subject of an act about a child at hand."""
    return subject(child.pk, child.code, child.lives_in.code)
