"""A plan at a glance: every duty as one light line, so that thousands are counted and filtered at once; in full only what is shown.

Who looks at a page of 5,000 duties sees 50 of them: the board asks a fixed number of questions however many there are. Parts of a duty
stand under it and are not counted beside it. Looked at from an agency, a part it leads of another's duty is a duty of its own there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from mangnon.plans.models import Assignment, Plan
from mangnon.plans.queries.duties import Known, full, tasks_in_order
from mangnon.plans.queries.holders import Holders
from mangnon.plans.queries.lines import Heard, Judge, Line, Row, in_tree, named, rows
from mangnon.plans.queries.outline import Outline
from mangnon.plans.queries.people import living
from mangnon.plans.queries.tallies import Extensions, own_part, tallies
from mangnon.plans.records import Duty, Gathered
from mangnon.plans.rules import subtasks
from mangnon.plans.rules.progress import Bucket
from mangnon.plans.rules.subtasks import Part


class Change(NamedTuple):
    """A lead agency of the paper that another answers for on the day, and on what ground."""

    printed: str
    now: str
    why: str


class Board:
    """Some plans on a day: their headings, their duties in printed order, where a later deadline waits for a decision.

    `lines` are whole duties; `parts` has the parts of each, in the order of their tree.
    """

    def __init__(
        self, *, on: date, institution_id: int | None, outline: Outline, extensions: Extensions, judge: Judge, heard: Heard,
        placed: Sequence[tuple[Row, int, str]],
    ) -> None:  # fmt: skip
        self.on, self.institution_id, self.outline, self.asked = on, institution_id, outline, extensions.asked
        self._extensions, self._judge, self._heard, self._placed = extensions, judge, heard, placed
        self.lines: list[Line] = []
        self.parts: dict[int, list[Line]] = {}
        self._arrange()

    @property
    def plans(self) -> list[Plan]:
        """The plans on the board, in the order asked for."""
        return list(self._judge.plans.values())

    @property
    def printed(self) -> frozenset[str]:
        """Lead agencies in the words of the papers."""
        return frozenset(line.lead_words for line in self.lines)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Lead agencies of the papers that others answer for on the day."""
        found: dict[str, Change] = {}
        asked: set[tuple[str, int | None, str]] = set()
        for row, _depth, _section in self._placed:
            one = (row.lead_words, row.lead_id, row.function)
            if not row.shared and row.parent_id is None and one not in asked:
                live, _members = self._judge.lead(row)
                if not live.needs_decision:  # of a divided agency the next duty may be decided
                    asked.add(one)
                if live.changed and live.institution_id:
                    found[row.lead_words] = Change(row.lead_words, live.name, live.why)
        return tuple(found.values())

    def counts(self) -> dict[str, int]:
        """How many duties stand in each place of the bar."""
        found = Counter(line.bucket for line in self.lines)
        return {bucket.value: found[bucket.value] for bucket in Bucket}

    def seen_from(self, institution_id: int) -> "Board":
        """The same day looked at from one institution: of duties many share its own part counts."""
        own = own_part(list(self._judge.plans), institution_id, on=self.on, dues=self._extensions.dues)
        return Board(
            on=self.on, institution_id=institution_id, outline=self.outline, extensions=self._extensions, judge=self._judge,
            heard=self._heard._replace(own=own), placed=self._placed,
        )  # fmt: skip

    def by_person(self, institution_id: int) -> dict[str, list[Line]]:
        """The duties of an institution by the user name of who answers for them there."""
        mine = {line.task_id: line for line in self.lines if institution_id in line.members}
        rows = living(Assignment.objects.filter(institution_id=institution_id, task__plan_id__in=self._judge.plans), on=self.on)
        found: dict[str, list[Line]] = defaultdict(list)
        for task_id, username in rows.values_list("task_id", "user__username"):
            if task_id in mine:
                found[username].append(mine[task_id])
        return found

    def gathered(self, line: Line) -> Gathered | None:
        """How far a duty is by its parts; None where it has none."""
        below: dict[int, list[Line]] = defaultdict(list)
        for part in self.parts.get(line.task_id, ()):
            below[part.parent_id or 0].append(part)

        def parts(task_id: int) -> list[Part]:
            return [
                subtasks.part(self._heard.alone.get(one.task_id), late=one.late > 0, parts=parts(one.task_id)) for one in below[task_id]
            ]

        return subtasks.gather(parts(line.task_id))

    def full(self, lines: Iterable[Line]) -> dict[int, Duty]:
        """Some of the duties in full, by key, in the order given."""
        shown = list(lines)
        looked = {line.leader for line in shown if line.leader} if self.institution_id is None else {self.institution_id}
        tasks = tasks_in_order([line.task_id for line in shown], plans=self._judge.plans, on=self.on, people_of=looked)
        missing = {line.task_id: line.nameless for line in shown}
        said = {line.task_id: [one for by in (self._heard.own, self._heard.alone) if (one := by.get(line.task_id))] for line in shown}
        known = Known(self._judge.holders, said, self._heard.tallies)
        sections = {line.task_id: line.section for line in shown}
        found = full(tasks, known, on=self.on, institution_id=self.institution_id, missing=missing, sections=sections)
        return {one.task_id: one for one in found}

    def _arrange(self) -> None:
        """Judge every duty; put parts under their whole, or beside it where the institution looked from has no hand in the whole."""
        line_of, heard, pk = self._judge.line, self._heard, self.institution_id
        under: dict[int, tuple[int, frozenset[int]]] = {}  # by duty: the line it is listed with, and who acts on it or above it
        for row, depth, section in self._placed:
            line = line_of(row, section, heard, institution_id=pk, depth=depth)
            if depth == 0:
                self.lines.append(line)
                under[line.task_id] = line.task_id, line.members
                continue
            whole, above = under[row.parent_id or 0]
            apart = pk is not None and pk in line.members and pk not in above
            if apart:
                self.lines.append(line)
            else:
                self.parts.setdefault(whole, []).append(line)
            under[line.task_id] = (line.task_id if apart else whole), above | line.members


def board(plans: Sequence[Plan], *, on: date, institution_id: int | None = None) -> Board:
    """Every duty of some plans on a day. With `institution_id` duties many share are judged by that institution's own part."""
    by_key = {plan.pk: plan for plan in plans}
    ids = list(by_key)
    outline, holders, extensions = Outline(ids), Holders.of_leads((), on=on), Extensions(ids, on=on)
    section = outline.section_at
    found, alone = rows(ids, on=on, dues=extensions.dues)
    counted = {} if institution_id is not None else tallies(ids, on=on, acting=[pk for pk, _name, _group in holders.reporting()])
    own = {} if institution_id is None else own_part(ids, institution_id, on=on, dues=extensions.dues)
    return Board(
        on=on, institution_id=institution_id, outline=outline, extensions=extensions, heard=Heard(alone, own, counted),
        judge=Judge(holders, by_key, named(ids, on=on), on=on),
        placed=[(row, depth, section(row.plan_id, row.position)) for row, depth in in_tree(found)],
    )  # fmt: skip


def late_by_agency(lines: Iterable[Line]) -> dict[int | None, list[Line]]:
    """Late duties by who leads them today; None: those that wait for a decision."""
    found: dict[int | None, list[Line]] = {}
    for line in lines:
        if line.bucket == Bucket.LATE:
            found.setdefault(line.leader, []).append(line)
    return found
