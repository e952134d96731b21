"""Reports follow an act of reorganisation: what has not been handed in is owed by the successor; what was handed in keeps its name."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from mangnon.audit.records import Who
from mangnon.institutions import queries as institutions
from mangnon.institutions.operations.applying import note_followed
from mangnon.institutions.records import Asked, Asking, Line, Move, Tally
from mangnon.reports import models
from mangnon.reports.vocabulary import ReportKind, ReportState

LOCKED = (ReportState.SUBMITTED, ReportState.ACCEPTED)


@dataclass(frozen=True)
class _Way:
    """One report owed, and who owes it now; no targets where a person must choose."""

    row: models.Requirement
    targets: tuple[int, ...]


class Reports:
    """The follower of the reports room."""

    code = "reports"
    label = "báo cáo"

    def preview(self, move: Move, *, on: date) -> Tally:
        """Reports a successor would owe; what was handed in stays under its name."""
        return self._tally(move, self._ways(move))

    def follow(self, move: Move, *, by: Who, at: datetime) -> Tally:
        """Pass what is owed on, with what was begun."""
        ways = self._ways(move)
        tally = self._tally(move, ways)
        _pass_on([way for way in ways if way.targets], act_id=move.act_id, by=by, at=at)
        return tally

    def settle(self, question: Asking, target_id: int, *, by: Who, at: datetime) -> int:
        """Somebody chose who owes what a divided institution had not handed in."""
        ways = [_Way(row, (target_id,)) for row in _owed().filter(institution=question.source)]
        if question.matter:
            ways = [way for way in ways if f"report:{way.row.period.year}" == question.matter]
        _pass_on(ways, act_id=question.act_id, by=by, at=at)
        return len(ways)

    def _ways(self, move: Move) -> list[_Way]:
        holders = {key for key, _ in move.back}
        journal = institutions.followed(act_id=move.restores, follower=self.code) if move.restores else {}
        before: dict[tuple[int, int | None], set[int]] = defaultdict(set)
        for row in models.Requirement.objects.filter(pk__in=journal):
            before[row.period_id, row.passed_to_id] |= set(journal[row.pk])
        ways = []
        for row in _owed().filter(institution__in=move.ended | holders):
            here = row.institution_id
            back = tuple(sorted(move.back[here, one] for one in before[row.period_id, here] if (here, one) in move.back))
            if back:
                ways.append(_Way(row, back))
            elif here in move.ended:
                target = move.goes_to(here, row.period.plan.function)
                ways.append(_Way(row, (target,) if target is not None else move.divided.get(here, ())))
        return ways

    def _tally(self, move: Move, ways: list[_Way]) -> Tally:
        known = [way for way in ways if way.targets]
        lines = tuple(
            Line(
                f"Báo cáo năm {way.row.period.year}",
                way.row.institution.name,
                ", ".join(move.names.get(one, "") for one in way.targets[:3]),
            )
            for way in known
        )
        asked = tuple(
            Asked(
                source=way.row.institution_id, matter=f"report:{way.row.period.year}", choices=move.options[way.row.institution_id],
                label=f"Báo cáo năm {way.row.period.year} chưa nộp", suggested=move.near.get(way.row.institution_id),
                why="Nơi này giữ mã hoặc tên của nơi cũ." if way.row.institution_id in move.near else "",
            )
            for way in ways
            if not way.targets and way.row.institution_id in move.options
        )  # fmt: skip
        kept = models.Report.objects.filter(institution__in=move.ended, kind=ReportKind.UNIT, state__in=LOCKED).count()
        return Tally(self.code, self.label, len(known), lines, asked, kept=kept, kept_label="báo cáo đã nộp giữ tên nơi đã nộp")


def _owed():  # type: ignore[no-untyped-def]
    """What is owed and not handed in: nothing begun, being written, or sent back."""
    handed_in = models.Report.objects.filter(
        period=OuterRef("period"), institution=OuterRef("institution"), kind=ReportKind.UNIT, state__in=LOCKED
    )
    rows = models.Requirement.objects.filter(passed_to=None).filter(~Exists(handed_in))
    return rows.select_related("period__plan", "institution").order_by("period_id", "id")


def _pass_on(ways: list[_Way], *, act_id: int, by: Who, at: datetime) -> None:
    rows = [way.row for way in ways]
    for way in ways:
        way.row.passed_to_id = way.targets[0]
    models.Requirement.objects.bulk_update(rows, ["passed_to"], batch_size=500)
    owed = {(way.row.period_id, target) for way in ways for target in way.targets}
    there = models.Requirement.objects.filter(institution__in={target for _, target in owed}, passed_to=None)
    known = set(there.values_list("period_id", "institution_id"))
    models.Requirement.objects.bulk_create(
        [models.Requirement(period_id=period, institution_id=target) for period, target in sorted(owed - known)],
        update_conflicts=True, unique_fields=["period", "institution"], update_fields=["passed_to"],
    )  # fmt: skip
    _drafts_go_along(ways, by=by, at=at)
    note_followed(act_id=act_id, follower=Reports.code, rows=[(way.row.pk, way.row.institution_id) for way in ways])


def _drafts_go_along(ways: list[_Way], *, by: Who, at: datetime) -> None:
    """What several had begun to write stands together in the successor's draft, each under its old name; their own drafts stay."""
    begun: dict[tuple[int, int], dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for way in ways:
        draft = models.Report.objects.filter(period=way.row.period, institution=way.row.institution, kind=ReportKind.UNIT).first()
        if draft is None or len(way.targets) > 1:
            continue
        for code, text in draft.texts.items():
            begun[way.row.period_id, way.targets[0]][code].append((way.row.institution.name, text))
    for (period, target), sections in begun.items():
        texts = {code: "\n".join(_told(parts)) for code, parts in sections.items()}
        models.Report.objects.get_or_create(
            period_id=period, institution_id=target, kind=ReportKind.UNIT, defaults={"texts": texts, "changed_by": by.id, "changed_at": at}
        )


def _told(parts: list[tuple[str, str]]) -> list[str]:
    written = [(name, text) for name, text in parts if text.strip()]
    return [text for _, text in written] if len(written) < 2 else [f"{name}: {text}" for name, text in written]
