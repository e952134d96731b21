"""Whom the engine proposes for every child: register and extract as two tables in memory, encoded, compared, scored, decided."""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from importlib.metadata import version
from itertools import islice

import numpy as np
import pyarrow as pa

from mangnon.linkage import queries, rules
from mangnon.linkage.engine import calibration, competition, parameters
from mangnon.linkage.engine.explain import evidence
from mangnon.linkage.engine.linking import Pairs, link
from mangnon.linkage.engine.model import Model, load
from mangnon.linkage.engine.numbers import SAME
from mangnon.linkage.engine.records import encode
from mangnon.linkage.engine.scorecard import Floats, Layout, Weights
from mangnon.linkage.engine.stages import Stages
from mangnon.linkage.engine.verdicts import decide
from mangnon.linkage.engine.vocabulary import Vocabulary
from mangnon.linkage.formats import read_birth
from mangnon.linkage.models import PopulationExtract
from mangnon.linkage.records import Birth, Ground, Proposal, Side
from mangnon.register.records import LinkageRow

MODEL = "children-population"
ENOUGH_REVIEWED = 500  # pairs people decided, below which calibration would learn chance
_STREAM = 50_000
_PERSON = (
    "id", "record_id", "full_name", "birth_date", "birth_precision", "sex", "personal_number", "father_name", "mother_name",
    "commune_code", "hamlet",
)  # fmt: skip
_WRITTEN = {"day": 10, "month": 7, "year": 4}  # letters of an ISO date that are known


def method() -> str:
    """The engine, its version, its model and the comparisons the shipped points belong to."""
    return f"{MODEL} {parameters.fingerprint(_model())}, mangnon {version('mangnon')}"[:60]


def proposals(
    children: Iterable[LinkageRow], *, extract: PopulationExtract, refused: Mapping[int, Set[str]]
) -> Iterator[tuple[Side, list[Proposal]]]:
    """Every child with the persons to link or to look at, in the order given. Refused pairs (person references) are left out.

    The points shipped with the model are used, not points learnt from this register: the same pair keeps its probability from run to
    run, whatever persons decided in between. Whoever bears the child's number is proposed however little else agrees.
    """
    rows = list(children)
    persons = _persons(extract)
    found: dict[int, list[Proposal]] = {}
    if rows and persons.num_rows:
        model, weights = _model(), _weights()
        pairs, probabilities, right_rows = _linked(_children(rows), persons, model, weights)
        references = persons["record_id"]
        allowed = np.ones(len(pairs), np.bool_)
        for at in np.flatnonzero(np.isin(pairs.left, [n for n, row in enumerate(rows) if row.child_id in refused])).tolist():
            reference = references[int(right_rows[pairs.right[at]])].as_py()
            allowed[at] = reference not in refused[rows[int(pairs.left[at])].child_id]
        pairs, probabilities = _without(pairs, probabilities, allowed)
        found = _proposals(pairs, probabilities, persons, right_rows, model, weights)
        del pairs, probabilities, right_rows, references, allowed
    del persons  # the extract is as large as the rest together; what follows needs it no more
    for number, row in enumerate(rows):
        yield child_side(row), found.pop(number, [])


def curve() -> calibration.Curve:
    """What people's decisions say a probability is worth; nothing before enough pairs have been decided."""
    given, same = queries.reviewed(at_least=_model().review, below=_model().link)
    return calibration.fit(given, same) if len(given) >= ENOUGH_REVIEWED else ()


def child_side(row: LinkageRow) -> Side:
    """A child of the register as rules read it."""
    return Side(
        id=row.child_id, full_name=row.full_name, name_key=rules.name_key(row.full_name), sex=row.sex,
        birth=Birth(row.birth_date, str(row.birth_precision)), number=row.personal_number, father_key=rules.name_key(row.father_name),
        mother_key=rules.name_key(row.mother_name), reference=rules.child_code(row.child_id),
    )  # fmt: skip


@cache
def _model() -> Model:
    return load(MODEL)


@cache
def _weights() -> Weights:
    weights = parameters.builtin(_model())
    assert weights is not None  # shipped with the model
    return weights


def _linked(children: pa.Table, persons: pa.Table, model: Model, weights: Weights) -> tuple[Pairs, Floats, np.ndarray]:
    """All compared pairs, their probabilities, and the places of the encoded persons in their table."""
    vocabulary = Vocabulary()
    lefts = encode(_Reader(children), length=children.num_rows, model=model, vocabulary=vocabulary)
    rights = encode(_Reader(persons), length=persons.num_rows, model=model, vocabulary=vocabulary, beside=lefts)
    pairs, _ = link(lefts, rights, model, vocabulary, Stages(), weights)
    return pairs, pairs.probabilities, rights.rows


def _without(pairs: Pairs, probabilities: Floats, allowed: np.ndarray) -> tuple[Pairs, Floats]:
    """The pairs nobody refused; a child that lost one shares its probability among those that remain."""
    if allowed.all():
        return pairs, probabilities
    touched = np.unique(pairs.left[~allowed])
    kept = np.flatnonzero(allowed)
    pairs, probabilities = pairs.take(kept), probabilities[kept]
    again = np.isin(pairs.left, touched)
    return pairs, np.where(again, competition.shared(pairs.scores, pairs.left), probabilities) if again.any() else probabilities


def _proposals(
    pairs: Pairs, probabilities: Floats, persons: pa.Table, right_rows: np.ndarray, model: Model, weights: Weights
) -> dict[int, list[Proposal]]:
    """By child's place: persons of the engine's verdicts and bearers of the child's number, most probable first."""
    if not len(pairs):
        return {}
    verdicts = decide(pairs, calibration.apply(probabilities, curve()), model)
    names = [name for name, _, _ in model.features]
    same_number = np.flatnonzero(pairs.levels[:, names.index(str(model.labels))] == SAME)
    shown = np.union1d(verdicts.pairs, same_number)
    order = np.lexsort((pairs.right[shown], -probabilities[shown], pairs.left[shown]))
    shown = shown[order]
    links = set(verdicts.pairs[verdicts.links].tolist())
    other_name = _other_name(pairs.levels[shown], model, names)
    people = _sides(persons.take(pa.array(right_rows[pairs.right[shown]])))
    grounds = _Grounds(model, weights)
    found: dict[int, list[Proposal]] = {}
    for at, person, namesake in zip(shown.tolist(), people, other_name.tolist(), strict=True):
        proposal = Proposal(
            person, probability=round(float(probabilities[at]), 6), linked=at in links, other_name=namesake,
            grounds=grounds(tuple(pairs.levels[at].tolist())),
        )  # fmt: skip
        found.setdefault(int(pairs.left[at]), []).append(proposal)
    return found


def _other_name(levels: np.ndarray, model: Model, names: list[str]) -> np.ndarray:
    """Pairs whose given names the model holds for names of two children: the cautions that no further fact lifts."""
    apart = np.zeros(len(levels), np.bool_)
    for caution in model.cautions:
        if not caution.facts:
            apart |= np.isin(levels[:, names.index(caution.feature)], list(caution.levels))
    return apart


class _Grounds:
    """The evidence of a row of levels, told once for all pairs that have it."""

    def __init__(self, model: Model, weights: Weights) -> None:
        self.model, self.weights, self.layout = model, weights, Layout.of(model)
        self.told: dict[tuple[int, ...], tuple[Ground, ...]] = {}

    def __call__(self, levels: tuple[int, ...]) -> tuple[Ground, ...]:
        if levels not in self.told:
            found = evidence(levels, self.model, self.weights, self.layout)
            self.told[levels] = tuple(Ground(one.field, one.label, one.level, one.points) for one in found)
        return self.told[levels]


def _children(rows: list[LinkageRow]) -> pa.Table:
    """The register as the model reads it. Households have other names in the population and are not compared."""
    return pa.table(
        {
            "full_name": pa.array([row.full_name for row in rows], pa.string()),
            "birth_date": pa.array([row.birth_date.isoformat()[: _WRITTEN[str(row.birth_precision)]] for row in rows], pa.string()),
            "sex": pa.array([row.sex for row in rows], pa.string()),
            "father_name": pa.array([row.father_name for row in rows], pa.string()),
            "mother_name": pa.array([row.mother_name for row in rows], pa.string()),
            "commune_code": pa.array([row.unit_code for row in rows], pa.string()),
            "hamlet": pa.array([row.hamlet for row in rows], pa.string()),
            "personal_number": pa.array([row.personal_number for row in rows], pa.string()),
        }
    )


def _persons(extract: PopulationExtract) -> pa.Table:
    """The persons of an extract in the order of keys, streamed chunk by chunk."""
    schema = pa.schema([(name, pa.int64() if name == "id" else pa.string()) for name in _PERSON])
    stream = extract.persons.order_by("id").values_list(*_PERSON).iterator(chunk_size=_STREAM)
    batches = []
    while chunk := list(islice(stream, _STREAM)):
        columns = dict(zip(_PERSON, (list(column) for column in zip(*chunk, strict=True)), strict=True))
        columns["birth_date"] = [
            day.isoformat()[: _WRITTEN[known]] if day else ""
            for day, known in zip(columns["birth_date"], columns["birth_precision"], strict=True)
        ]
        batches.append(pa.RecordBatch.from_pydict(columns, schema=schema))
    return pa.Table.from_batches(batches, schema=schema)


def _sides(persons: pa.Table) -> Iterator[Side]:
    for row in persons.to_pylist():
        day, known = read_birth(row["birth_date"])
        yield Side(
            id=row["id"], full_name=row["full_name"], name_key=rules.name_key(row["full_name"]), birth=Birth(day, known), sex=row["sex"],
            number=row["personal_number"], father_key=rules.name_key(row["father_name"]), mother_key=rules.name_key(row["mother_name"]),
            reference=row["record_id"],
        )  # fmt: skip


class _Reader:
    """A column of the table by name; None where there is none."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def __call__(self, name: str) -> pa.ChunkedArray | None:
        return self.table[name] if name in self.table.column_names else None
