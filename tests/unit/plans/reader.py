"""Helpers of these tests: reading a paper of the folder, its outline, every word it keeps."""

from collections import Counter
from pathlib import Path

from mangnon.plans import formats
from mangnon.plans.records import Paper, Reading
from mangnon.plans.rules import reading

FOLDER = Path(__file__).parent / "papers"


def read(name: str) -> Reading:
    return reading.read(paper(name))


def paper(name: str) -> Paper:
    return formats.paper((FOLDER / name).read_bytes(), name)


def outline(plan: Reading) -> list[str]:
    """One line per clause: its address and, where it has one, its heading."""
    return [f"{clause.id} {clause.title}".strip() for clause in plan.clauses]


def duties(plan: Reading) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {task.clause: (task.lead, task.coordinating) for task in plan.tasks}


def printed_words(source: Paper) -> Counter[str]:
    return Counter(word for line in source.lines for word in line.text.split())


def kept_words(plan: Reading) -> Counter[str]:
    kept = Counter(f"{plan.head.text} {plan.foot}".split())
    for clause in plan.clauses:
        kept.update(f"{clause.mark} {clause.words}".split())
    return kept
