"""Loading units and agencies from files."""

from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.institutions.formats import folder
from mangnon.institutions.formats.folder import BadFiles
from mangnon.institutions.models import Institution, Succession
from mangnon.institutions.queries import as_refs, is_loaded
from mangnon.institutions.records import InstitutionRow, Loaded
from mangnon.institutions.rules import loading, names
from mangnon.institutions.rules.loading import DAY, Key
from mangnon.institutions.vocabulary import Level
from mangnon.lib import vietnamese

BUILT_IN = Path(__file__).parents[1] / "data"
_ORDER = {Level.NATION: 0, Level.PROVINCE: 1, Level.DISTRICT: 2, Level.COMMUNE: 3}


def load_builtin(*, by: Who, at: datetime, until: date | None = None) -> Loaded:
    """Load Cần Thơ: the city, its 103 communes, the old units with all links, the agencies of Plan 73 with their successors.

    With `until` as things stood on that day: the acts of later days are then replayed one by one (operations.replay).
    """
    return load(path=BUILT_IN, by=by, at=at, until=until)


@transaction.atomic
def load(*, path: Path, by: Who, at: datetime, until: date | None = None) -> Loaded:
    """Load every unit and agency file of a folder: all or nothing; what is known already stays as it is.

    Into an empty table the built-in files go first: they know more about the city (who reports, which act) than a national table does.
    Raises FolderNotReadable, BadFiles.
    """
    files = loading.as_of(folder.read(path), until) if until else folder.read(path)
    if path != BUILT_IN and not is_loaded():
        load_builtin(by=by, at=at)
    known = as_refs(Institution.objects.all())
    plan = loading.plan_institutions(known, files.institutions)
    if plan.problems:
        raise BadFiles(plan.problems)
    known_links = _known_links()
    links = loading.plan_links(files.links, plan.spans, known_links)
    if links.problems:
        raise BadFiles(links.problems)
    linked = {source for source, *_ in known_links} | {source for source, *_ in links.add}
    new_links = [*links.add, *loading.continuations(plan.spans, linked)]
    ids = {(unit.kind, unit.code, unit.first_day): unit.id for unit in known}
    for key, end in plan.close.items():
        Institution.objects.filter(pk=ids[key]).update(valid=DateRange(key[2], end))
    for level in sorted({row.level for row in plan.add}, key=lambda level: _ORDER[Level(level)]):
        _add([row for row in plan.add if row.level == level], plan.spans, ids)
    Succession.objects.bulk_create(
        [
            Succession(
                source_id=ids[source], target_id=ids[target], on=row.on, kind=row.kind, function=row.function, share_area=row.share_area,
                share_population=row.share_population, citation=row.citation, verified=row.verified, note=row.note,
            )
            for source, target, row in new_links
        ],
        batch_size=2_000,
    )  # fmt: skip
    loaded = Loaded(
        institutions_added=len(plan.add), institutions_closed=len(plan.close), links_added=len(new_links),
        unchanged=plan.unchanged + links.unchanged, warnings=(*files.warnings, *links.warnings), read=files.read, skipped=files.skipped,
    )  # fmt: skip
    counts = {"added": loaded.institutions_added, "closed": loaded.institutions_closed, "links": loaded.links_added}
    subject = Subject(kind="units", id=path.name[:64], label=f"Danh mục trong thư mục {path.name}"[:200])
    audit.record(act=Act.UNITS_LOADED, subject=subject, by=by, at=at, details={"files": list(files.read), **counts})
    return loaded


def _add(rows: list[InstitutionRow], spans: dict[tuple[str, str], list[loading.Span]], ids: dict[Key, int]) -> None:
    """Insert one level; parents of the level above have their keys already, those of the same level are set afterwards."""
    made = Institution.objects.bulk_create([_institution(row, spans, ids) for row in rows], batch_size=2_000)
    for institution, row in zip(made, rows, strict=True):
        ids[row.kind, row.code, row.first_day] = institution.pk
    late = []
    for institution, row in zip(made, rows, strict=True):
        if row.parent_code and institution.parent_id is None:
            institution.parent_id = ids[loading.parent_key(row, spans)]  # type: ignore[index]  # the plan has made sure it exists
            late.append(institution)
    Institution.objects.bulk_update(late, ["parent"])


def _institution(row: InstitutionRow, spans: dict[tuple[str, str], list[loading.Span]], ids: dict[Key, int]) -> Institution:
    parent = loading.parent_key(row, spans) if row.parent_code else None
    return Institution(
        kind=row.kind, level=row.level, code=row.code, name=row.name, bare_name=row.bare_name, also=list(row.also),
        name_key=vietnamese.fold(row.name), bare_key=names.match_key(row.bare_name), sort_key=vietnamese.sort_key(row.bare_name),
        type_label=row.type_label, abbreviation=row.abbreviation, parent_id=ids.get(parent) if parent else None,
        valid=DateRange(row.first_day, row.last_day + DAY if row.last_day else None), functions=list(row.functions),
        former_province_code=row.former_province_code, area_km2=row.area_km2, population=row.population, seat=row.seat,
        reports_on_plan=row.reports_on_plan, citation=row.citation, ended_by=row.ended_by, verified=row.verified, note=row.note,
    )  # fmt: skip


def _known_links() -> set[tuple[Key, Key, date, str]]:
    """Every stored link as the planning rule names it."""
    stored = Succession.objects.select_related("source", "target").iterator(chunk_size=5_000)
    return {(_key(link.source), _key(link.target), link.on, link.function) for link in stored}


def _key(institution: Institution) -> Key:
    return institution.kind, institution.code, institution.valid.lower
