"""What was read as one JSON-able document, in the names of the contract (`mangnon plan read --json`)."""

from datetime import date

from mangnon.plans.records import Deadline, Reading


def document(reading: Reading) -> dict[str, object]:
    """`{head, cites, clauses, tasks}`. `due` keeps the words of the paper; `deadline` is the rule they mean."""
    head = reading.head
    return {
        "head": {
            "type": head.type, "number": head.number, "issued_on": _day(head.issued_on), "place": head.place, "issuer": head.issuer,
            "superior": head.superior, "title": head.title, "preamble": head.preamble,
            "signer": head.signer, "signer_title": head.signer_title,
            "recipients": list(head.recipients),
        },
        "cites": [
            {"number": cited.number, "issued_on": _day(cited.issued_on), "issuer": cited.issuer, "type": cited.kind, "words": cited.words}
            for cited in reading.citations
        ],
        "clauses": [
            {
                "id": clause.id, "level": clause.level, "title": clause.title, "text": clause.text, "parent": clause.parent,
                "mark": clause.mark,
            }
            for clause in reading.clauses
        ],
        "tasks": [
            {
                "clause": task.clause, "lead": task.lead or None, "coordinating": list(task.coordinating),
                "due": task.deadline.words if task.deadline else None, "summary": task.summary, "shared": task.shared,
                "deadline": _deadline(task.deadline),
            }
            for task in reading.tasks
        ],
        "horizon": _day(reading.horizon),
        "foot": reading.foot,
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _deadline(deadline: Deadline | None) -> dict[str, object] | None:
    if deadline is None:
        return None
    last_day = (
        _day(deadline.on) if deadline.on else f"--{deadline.month:02d}-{deadline.day:02d}" if deadline.month and deadline.day else None
    )
    return {"rule": deadline.rule.value, "last_day": last_day, "words": deadline.words}
