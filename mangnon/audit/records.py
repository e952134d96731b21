"""Values that cross into the audit room."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Who:
    """Somebody who acts: a person with an account, or the system itself. `id` is the user name; `label` is shown beside the act."""

    id: str
    label: str


SYSTEM = Who(id="he-thong", label="Hệ thống")


@dataclass(frozen=True)
class Subject:
    """What an act was about, as text, so the log never depends on live rows.

    `label` carries codes and numbers only ("Hồ sơ TE-000123"), never a child's name. `unit_code` is the commune concerned, if any.
    """

    kind: str
    id: str
    label: str
    unit_code: str = ""
