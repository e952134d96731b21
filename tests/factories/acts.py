"""Acts of reorganisation in a few words: `act(rows=[("merge", "31120", "+40001"), …], new={"40001": "Phường Sông Hậu"})`."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from mangnon.audit.records import SYSTEM
from mangnon.institutions import operations, queries
from mangnon.institutions.vocabulary import Kind, Level

DRAFTED = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
ON = date(2026, 12, 1)
APPLIED = datetime(2026, 11, 30, 17, 5, tzinfo=UTC)  # five minutes past midnight of 1 December in Cần Thơ


def institution(code: str, *, on: date = ON - timedelta(days=1)):
    """A unit (digits) or agency by its code."""
    found = queries.by_code(code, on=on, kind=Kind.UNIT if code.isdigit() else Kind.AGENCY)
    assert found is not None, f"{code} không có vào ngày {on}"
    return found


def act(
    *,
    rows: Sequence[tuple[str, ...]],
    new: Mapping[str, str] | None = None,
    on: date = ON,
    number: str = "12/NQ-HĐND",
    by=SYSTEM,
    at=DRAFTED,
):
    """A draft. A row is (kind, source, target[, function[, share]]); a target "+code" is one of `new`, "" is nobody."""
    made = operations.draft(number=number, title="Sắp xếp để kiểm thử", on=on, issuer="Hội đồng nhân dân thành phố", by=by, at=at)
    bodies = {}
    for code, name in (new or {}).items():
        unit = code.isdigit()
        bodies[code] = operations.declare_body(
            act_id=made.pk, kind=Kind.UNIT if unit else Kind.AGENCY, level=Level.COMMUNE if unit else Level.PROVINCE, code=code, name=name,
            parent_code="92" if unit else "", reports_on_plan=True, by=by, at=at,
        )  # fmt: skip
    for kind, source, target, *rest in rows:
        function, share = (*rest, "", "")[:2]
        onward = bool(target) and target[0] != "+"
        operations.add_row(
            act_id=made.pk, kind=kind, source_id=institution(source, on=on - timedelta(days=1)).pk, function=function,
            share=share or "whole", target_id=institution(target, on=on).pk if onward else None,
            body_id=bodies[target[1:]].pk if target[:1] == "+" else None, by=by, at=at,
        )  # fmt: skip
    return made


def decided(made, *, by=SYSTEM, at=DRAFTED):
    """Checked and decided."""
    flaws = operations.check(act_id=made.pk, by=by, at=at)
    assert not [flaw for flaw in flaws if flaw.gravity == "stop"], [str(flaw) for flaw in flaws]
    return operations.decide(act_id=made.pk, by=by, at=at)


def applied(made, *, by=SYSTEM, at=APPLIED):
    """Checked, decided, applied."""
    decided(made, by=by)
    operations.apply_due(by=by, at=at)
    made.refresh_from_db()
    return made
