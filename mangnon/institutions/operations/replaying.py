"""The real history of Cần Thơ as acts: drafted from the built-in files, checked, decided, applied, one after the other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from mangnon.audit.records import Who
from mangnon.institutions.formats import folder
from mangnon.institutions.models import Change, Institution, Reorganisation
from mangnon.institutions.operations import deciding, drafting
from mangnon.institutions.operations.importing import KINDS
from mangnon.institutions.operations.loading import BUILT_IN
from mangnon.institutions.records import Files, InstitutionRow, LinkRow
from mangnon.institutions.vocabulary import ChangeKind, SuccessionKind

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Paper:
    """The document of one day's changes. Days without a known number say so; rows carry their own citation."""

    number: str
    title: str
    issuer: str
    issued_on: date | None


HISTORY: dict[date, Paper] = {
    date(2024, 9, 1): Paper(
        "1105/NQ-UBTVQH15", "Nhập Phường 1 và Phường 9 của thành phố Sóc Trăng", "Ủy ban Thường vụ Quốc hội", date(2024, 7, 23),
    ),
    date(2024, 11, 1): Paper(
        "1192/NQ-UBTVQH15", "Nhập phường An Cư, An Nghiệp, An Phú vào phường Thới Bình, quận Ninh Kiều", "Ủy ban Thường vụ Quốc hội", None,
    ),
    date(2025, 2, 1): Paper(
        "Quyết định của Thành ủy (chưa thấy số)", "Hợp nhất Ban Tuyên giáo và Ban Dân vận Thành ủy", "Thành ủy Cần Thơ", None,
    ),
    date(2025, 3, 1): Paper(
        "Nghị quyết tháng 02/2025 (chưa thấy số)", "Sắp xếp các sở; chuyển nhiệm vụ trẻ em về ngành y tế",
        "Hội đồng nhân dân thành phố Cần Thơ", None,
    ),
    date(2025, 7, 1): Paper(
        "1668/NQ-UBTVQH15", "Hợp nhất Cần Thơ, Hậu Giang, Sóc Trăng; lập 103 xã, phường; kết thúc cấp huyện", "Ủy ban Thường vụ Quốc hội",
        date(2025, 6, 16),
    ),
}  # fmt: skip
EVE = min(HISTORY) - DAY  # the day as of which the units are loaded before a replay


def replay(*, by: Who, at: datetime, until: date | None = None, each: Callable[[Reorganisation], None] | None = None) -> list[int]:
    """Apply every act of the real history that is not in the table yet, in order. Their keys. Each is one transaction.

    The units must have been loaded as of EVE (`load_builtin(until=EVE)`); a replay cut off goes on with the next act.
    """
    files = folder.read(BUILT_IN)
    keys = []
    for on in sorted(HISTORY):
        if until and on > until:
            break
        act = Reorganisation.objects.filter(on=on, number=HISTORY[on].number).first() or _replay_one(files, on, by=by, at=at)
        keys.append(act.pk)
        if each:
            each(act)
    return keys


@transaction.atomic
def _replay_one(files: Files, on: date, *, by: Who, at: datetime) -> Reorganisation:
    act = draft_history(on=on, by=by, at=at, files=files)
    deciding.check(act_id=act.pk, by=by, at=at)
    return deciding.decide(act_id=act.pk, by=by, at=at)


@transaction.atomic
def draft_history(*, on: date, by: Who, at: datetime, files: Files | None = None) -> Reorganisation:
    """Draft the act of one day of the real history from the built-in files."""
    files = files or folder.read(BUILT_IN)
    paper = HISTORY[on]
    act = drafting.draft(number=paper.number, title=paper.title, issuer=paper.issuer, issued_on=paper.issued_on, on=on, by=by, at=at)
    begun = [row for row in files.institutions if row.first_day == on]
    before = {(one.kind, one.code): one for one in Institution.objects.filter(valid__contains=on - DAY).select_related("parent")}
    endings = {
        (row.kind, row.code): row.ended_by
        for row in files.institutions
        if row.last_day == on - DAY
        and (row.kind, row.code) in before
    }  # fmt: skip
    drafting.write(act, begun, _rows([link for link in files.links if link.on == on], before, begun, endings))
    return act


def _rows(
    links: Iterable[LinkRow], before: dict[tuple[str, str], Institution], begun: Iterable[InstitutionRow],
    endings: dict[tuple[str, str], str],
) -> list[Change]:  # fmt: skip
    new = {(row.kind, row.code) for row in begun}
    rows: list[Change] = []
    linked = set()
    for link in links:
        key, target = (link.source_kind, link.source_code), (link.target_kind, link.target_code)
        linked.add(key)
        kind = KINDS[link.kind]
        if link.kind == SuccessionKind.TRANSFERRED and key not in endings:
            kind = ChangeKind.TRANSFER
        rows.append(
            drafting.row(
                position=len(rows) + 1, kind=kind, source=before[key], target=None if target in new else before[target],
                body_key=target if target in new else None, function=link.function, share_area=link.share_area,
                share_population=link.share_population, citation=link.citation, ended_by=endings.get(key, ""), verified=link.verified,
                note=link.note,
            )
        )  # fmt: skip
    for key, ended_by in endings.items():
        if key not in linked:
            rows.append(
                drafting.row(
                    position=len(rows) + 1, kind=ChangeKind.ABOLISH, source=before[key], citation=ended_by, ended_by=ended_by
                )
            )  # fmt: skip
    return rows
