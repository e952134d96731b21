"""What a name means on a day, who holds a duty, what came before and after: graphs read from the database, decided by rules."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import lru_cache

from django.db import connection
from django.db.models import F, Q, QuerySet

from mangnon.institutions.models import Institution, Succession, SuccessionDecision
from mangnon.institutions.queries.units import as_ref, reporting_institutions
from mangnon.institutions.records import Candidate, Decided, Holder, Link, Resolution
from mangnon.institutions.rules import duties, names, resolution
from mangnon.institutions.rules.succession import Graph
from mangnon.institutions.vocabulary import CITY_CODE, Kind, Level, Share, SuccessionKind

CONTAINERS = (Level.DISTRICT, Level.PROVINCE)
ALL = 50  # generations: more than any unit has had


def resolve(text: str, *, on: date, within: str = "", matter: str = "") -> Resolution:
    """Which unit a code or a name is on a day: "phường Tân An, quận Ninh Kiều", "31147", "P. 1" within "TP Sóc Trăng".

    `within` is an old district, an old province or the city of today. `matter` lets a decision recorded for it answer a split.
    """
    place = names.read_place(text, within=within)
    return resolution.resolve(place, _graph_of(place), on=on, matter=matter)


def resolver(*, on: date) -> Callable[[str, str], Resolution]:
    """`resolve` for many rows: reads the city's units once, then answers `(text, within)` from memory, each pair once."""
    graph, resolvers = _city()
    if on not in resolvers:
        if len(resolvers) >= _DAYS:
            resolvers.clear()

        @lru_cache(maxsize=1 << 13)
        def answer(text: str, within: str = "") -> Resolution:
            return resolution.resolve(names.read_place(text, within=within), graph, on=on)

        resolvers[on] = answer
    return resolvers[on]


type _Remembered = dict[date, tuple[tuple[int, str, str, str], ...]]
_last_whole: tuple[object, Graph, _Remembered] | None = None  # the same with every agency: pages of duties ask for hundreds of them


def _whole_graph() -> tuple[Graph, _Remembered]:
    """Every agency and the city's units through all time; read again when a row of units, succession or decisions has another version."""
    global _last_whole
    version = _version()
    if _last_whole is None or _last_whole[0] != version:
        own = Q(kind=Kind.UNIT) & (Q(code=CITY_CODE) | Q(parent__code=CITY_CODE) | Q(parent__parent__code=CITY_CODE))
        _last_whole = (version, _closed(Institution.objects.filter(own | Q(kind=Kind.AGENCY))), {})
    return _last_whole[1], _last_whole[2]


type _Resolvers = dict[date, Callable[[str, str], Resolution]]
_last_graph: tuple[object, Graph, _Resolvers] | None = None  # of this process: each list asks for it, and it changes a few times a year
_DAYS = 30  # for which names are remembered


def city_graph() -> Graph:
    """The city's units through all time; read again when a row of units, succession or decisions has another version."""
    return _city()[0]


def _city() -> tuple[Graph, _Resolvers]:
    global _last_graph
    version = _version()
    if _last_graph is None or _last_graph[0] != version:
        own = Institution.objects.filter(kind=Kind.UNIT)
        start = own.filter(Q(code=CITY_CODE) | Q(parent__code=CITY_CODE) | Q(parent__parent__code=CITY_CODE))
        _last_graph = (version, _closed(start, steps_back=ALL), {})
    return _last_graph[1], _last_graph[2]


def _version() -> tuple[object, ...]:
    """Changes with every row written, changed or erased: PostgreSQL gives each version of a row its own place and writer."""
    tables = (connection.ops.quote_name(model._meta.db_table) for model in (Institution, Succession, SuccessionDecision))
    parts = ", ".join(f"(SELECT sum(hashtextextended(concat(ctid, xmin, cmin), 0)) FROM {table})" for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT current_database(), {parts}")
        return tuple(cursor.fetchone())


def holder(agency_id: int, *, on: date, function: str = "", matter: str = "") -> Holder:
    """Who answers on a day for the duties an institution had (agency or unit), for a function and a matter."""
    chosen = Institution.objects.filter(pk=agency_id)
    graph = _closed(chosen)
    return duties.holder(graph, graph.units[agency_id], on=on, function=function, matter=matter)


class Holders:
    """Who answers for many agencies on one day, and who owes the yearly report then, told from memory."""

    def __init__(self, graph: Graph, on: date, remembered: dict[date, tuple[tuple[int, str, str, str], ...]]) -> None:
        self._graph, self._on, self._remembered = graph, on, remembered

    def __call__(self, agency_id: int, function: str = "", matter: str = "") -> Holder:
        return duties.holder(self._graph, self._graph.units[agency_id], on=self._on, function=function, matter=matter)

    def reporting(self) -> tuple[tuple[int, str, str, str], ...]:
        """(key, kind, code, name) of who owes the yearly report on the day, in the order of the report."""
        if self._on not in self._remembered:
            rows = reporting_institutions(on=self._on).values_list("pk", "kind", "code", "name")
            self._remembered[self._on] = tuple(rows)
        return self._remembered[self._on]


def holders(agency_ids: Collection[int], *, on: date) -> Holders:
    """`holder` for many agencies: answers `(agency_id, function, matter)` from memory, as long as no row of succession changes."""
    graph, remembered = _whole_graph()
    if not graph.units.keys() >= set(agency_ids):  # another province's, or one of an act just drafted
        graph = _closed(Institution.objects.filter(pk__in=agency_ids))
    return Holders(graph, on, remembered)


def history(institution: Institution) -> Graph:
    """Everything an institution came from and everything it became, as one graph."""
    own = Institution.objects.filter(pk=institution.pk)
    return _closed(own, steps_back=ALL, onward_from_all=False, kinds=(Kind.UNIT, Kind.AGENCY))


def predecessors(institution: Institution) -> QuerySet[Succession]:
    """The links by which an institution came to be, oldest first."""
    found = Succession.objects.filter(target=institution).exclude(source=institution)
    return found.select_related("source", "source__parent").order_by("on", "source__sort_key", "function")


def made_of(*, year: int) -> dict[int, frozenset[int]]:
    """Institutions others went into in a year, with those others, however many acts it took."""
    links = Succession.objects.filter(on__year=year).exclude(source_id=F("target_id")).order_by("on", "id")
    found: dict[int, set[int]] = {}
    for source, target in links.values_list("source_id", "target_id"):
        found.setdefault(target, set()).update(found.get(source) or {source})
    return {target: frozenset(sources) for target, sources in found.items()}


def successors(institution: Institution) -> QuerySet[Succession]:
    """The links by which an institution, or a function of it, passed on, oldest first."""
    found = Succession.objects.filter(source=institution).exclude(target=institution)
    return found.select_related("target", "target__parent").order_by("on", "target__sort_key", "function")


def decisions(institution: Institution) -> QuerySet[SuccessionDecision]:
    """Every decision about an institution, standing or withdrawn, newest first."""
    return SuccessionDecision.objects.filter(source=institution).select_related("target").order_by("-decided_at", "-id")


def choices(institution: Institution) -> tuple[Candidate, ...]:
    """The successors a person may choose between; empty where one took everything or each answers for its own territory."""
    links = [link for link in successors(institution) if link.kind != SuccessionKind.DIVIDED]
    if institution.kind == Kind.UNIT and any(link.share_population == Share.WHOLE for link in links):
        return ()
    found = {link.target_id: Candidate(link.target_id, link.target.code, link.target.name, link.share_population) for link in links}
    return tuple(found.values()) if len(found) > 1 else ()


def open_splits() -> QuerySet[Institution]:
    """Ended units and agencies of the city whose successor a person must choose and nobody has chosen for every matter."""
    wards = Q(source__kind=Kind.UNIT, target__parent__code=CITY_CODE) & ~Q(share_population=Share.WHOLE)
    agencies = Q(source__kind=Kind.AGENCY, kind=SuccessionKind.TRANSFERRED)
    settled = SuccessionDecision.objects.filter(withdrawn_at=None, matter="", function="").values("source")
    several = [pk for pk, targets in _targets(Succession.objects.filter(wards | agencies)).items() if len(targets) > 1]
    return Institution.objects.filter(pk__in=several).exclude(pk__in=settled).select_related("parent").order_by("kind", "sort_key", "code")


def _targets(links: QuerySet[Succession]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for source, target in links.values_list("source", "target"):
        found.setdefault(source, set()).add(target)
    whole = Succession.objects.filter(source__in=found, source__kind=Kind.UNIT, share_population=Share.WHOLE)
    settled = set(whole.values_list("source", flat=True))
    return {source: targets for source, targets in found.items() if source not in settled}


def _graph_of(place: names.Place) -> Graph:
    keys = {reading.key for reading in place.unit}
    over = {reading.key for readings in place.within for reading in readings}
    own = Institution.objects.filter(kind=Kind.UNIT)
    wanted = own.filter(Q(code=place.code) if place.code else Q(bare_key__in=keys))
    containers = own.filter(bare_key__in=over, level__in=CONTAINERS)
    ids = [*wanted.values_list("pk", flat=True), *containers.values_list("pk", flat=True)]
    below = wanted.filter(level__in=CONTAINERS).exclude(valid__upper_inf=True)
    under = own.filter(Q(parent__in=below) | Q(parent__parent__in=below))
    return _closed(own.filter(pk__in=[*ids, *under.values_list("pk", flat=True)]), steps_back=1)


def _closed(
    start: QuerySet[Institution], *, steps_back: int = 0, onward_from_all: bool = True, kinds: Iterable[Kind] = (Kind.UNIT,)
) -> Graph:
    """These spans, what they became, and the units above; `steps_back` generations of what they came from, among `kinds`.

    `onward_from_all` follows what the old ones became elsewhere too, which tells a split from a merger.
    """
    spans: dict[int, Institution] = {}
    links: dict[int, Succession] = {}
    start_ids = frontier = _take(spans, start)
    for _ in range(steps_back):
        found = Succession.objects.filter(target__in=frontier, source__kind__in=kinds)
        links |= {link.pk: link for link in found}
        frontier = _take(spans, Institution.objects.filter(pk__in={link.source_id for link in found} - spans.keys()))
        if not frontier:
            break
    frontier = set(spans) if onward_from_all else start_ids
    while frontier:
        found = Succession.objects.filter(source__in=frontier)
        links |= {link.pk: link for link in found}
        over = {parent.code for pk in frontier if (parent := spans[pk].parent) is not None}
        near = Q(pk__in={link.target_id for link in found}) | Q(kind=Kind.UNIT, level__in=CONTAINERS, code__in=over)
        frontier = _take(spans, Institution.objects.filter(near).exclude(pk__in=spans.keys()))
    standing = SuccessionDecision.objects.filter(source__in=spans, withdrawn_at=None)
    in_order = [_link(links[pk]) for pk in sorted(links)]
    return Graph([as_ref(span) for span in spans.values()], in_order, [_decided(one) for one in standing])


def _take(spans: dict[int, Institution], more: QuerySet[Institution]) -> set[int]:
    taken = {span.pk: span for span in more.select_related("parent")}
    spans |= taken
    return set(taken)


def _link(link: Succession) -> Link:
    return Link(
        source_id=link.source_id, target_id=link.target_id, on=link.on, kind=link.kind, function=link.function, share_area=link.share_area,
        share_population=link.share_population, citation=link.citation, verified=link.verified, note=link.note,
        origin_id=link.origin_id,
    )  # fmt: skip


def _decided(decision: SuccessionDecision) -> Decided:
    return Decided(
        id=decision.pk, source_id=decision.source_id, target_id=decision.target_id, function=decision.function, matter=decision.matter,
        reason=decision.reason, decided_by=decision.decided_by, decided_at=decision.decided_at,
    )  # fmt: skip
