"""From which state a report may pass to which."""

from collections.abc import Iterable, Mapping

from mangnon.lib.vietnamese import fold
from mangnon.reports.records import ContentSection, Requirement, Summary
from mangnon.reports.vocabulary import Punctuality, ReportState

_S = ReportState
TRANSITIONS: dict[ReportState, frozenset[ReportState]] = {
    _S.DRAFT: frozenset({_S.SUBMITTED}),
    _S.SUBMITTED: frozenset({_S.RETURNED, _S.ACCEPTED}),
    _S.RETURNED: frozenset({_S.SUBMITTED}),
    _S.ACCEPTED: frozenset(),
}
WRITABLE = frozenset({_S.DRAFT, _S.RETURNED})


def may_pass(old: ReportState, new: ReportState) -> bool:
    return new in TRANSITIONS[old]


def unwritten(sections: Iterable[ContentSection]) -> tuple[ContentSection, ...]:
    """Sections still empty; "Không phát sinh." is an answer, nothing is not."""
    return tuple(section for section in sections if not section.text.strip())


def summary(rows: Iterable[Requirement]) -> Summary:
    """The period in numbers; every requirement falls in exactly one of on time, late, missing, not due."""
    kept = list(rows)
    by_kind = {kind: sum(row.timeliness.kind is kind for row in kept) for kind in Punctuality}
    by_state = {state: sum(row.state is state for row in kept) for state in ReportState}
    return Summary(
        total=len(kept), on_time=by_kind[Punctuality.ON_TIME], late=by_kind[Punctuality.LATE], missing=by_kind[Punctuality.MISSING],
        not_due=by_kind[Punctuality.NOT_DUE], accepted=by_state[_S.ACCEPTED], waiting=by_state[_S.SUBMITTED],
        returned=by_state[_S.RETURNED],
    )  # fmt: skip


def differing(typed: Mapping[str, int], computed: Mapping[str, int]) -> tuple[str, ...]:
    """Codes of the indicators whose typed number is not the register's."""
    return tuple(code for code, value in typed.items() if code in computed and computed[code] != value)


def slug(section_code: str) -> str:
    """A section's code in plain letters, for marks and form fields: "II.1" → "ii_1", "khó khăn" → "kho_khan"."""
    return "".join(char if char.isalnum() else "_" for char in fold(section_code))
