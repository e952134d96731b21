"""A linkage model as data: a TOML file that names columns, comparisons, blocking keys and thresholds.

A mistake in the file is refused with its file, line and key.
"""

import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine.categories import normal
from mangnon.linkage.engine.columns import Feature
from mangnon.linkage.engine.kinds import KINDS, Category, Comparison, Number, Text, VietnameseName


class BadModel(Refusal):
    """A model file that cannot be used."""

    def __init__(self, file: str, line: int, key: str, what: str) -> None:
        super().__init__(f"Mô hình {file}, dòng {line}, khóa “{key}”: {what}")


@dataclass(frozen=True)
class Together:
    """A feature weighed by how many of the `others` agree: a given name that differs means a twin when all else agrees."""

    first: str
    others: tuple[str, ...]


@dataclass(frozen=True)
class Caution:
    """Pairs that a person must see: `feature` at one of `levels`, unless the number or `facts` independent features agree."""

    feature: str
    levels: frozenset[int]
    facts: tuple[str, ...]
    needed: int


@dataclass(frozen=True)
class Model:
    """What is compared and how. `labels` names the number column that tells which pairs are one person."""

    name: str
    source: str
    dedupe: bool
    id_column: str
    comparisons: tuple[Comparison, ...]
    keys: tuple[tuple[tuple[str, str], ...], ...]
    cap: int
    labels: str | None
    window: str | None
    togethers: tuple[Together, ...]
    cautions: tuple[Caution, ...]
    link: float
    review: float
    required: tuple[str, ...] = ()
    text: str = field(default="", repr=False)

    @cached_property
    def features(self) -> tuple[tuple[str, str, Feature], ...]:
        """(name, Vietnamese label, feature) of every column of the level matrix."""
        found = []
        for comparison in self.comparisons:
            for feature in comparison.features:
                name = f"{comparison.column}.{feature.name}" if len(comparison.features) > 1 else comparison.column
                label = f"{comparison.label} ({_PARTS[feature.name]})" if len(comparison.features) > 1 else comparison.label
                found.append((name, label, feature))
        return tuple(found)

    def comparison(self, column: str) -> Comparison:
        """The comparison of a column."""
        return next(c for c in self.comparisons if c.column == column)


_PARTS = {"given": "tên", "surname": "họ", "middle": "đệm"}
MOST_PARTS = 6  # of a blocking key
_TOP = {"name", "mode", "id", "required", "labels", "window", "comparison", "together", "caution", "blocking", "thresholds"}
_COMPARISON: dict[str, type] = {"column": str, "kind": str, "label": str, "detail": bool, "exact": bool, "drop": list, "values": dict}
_BLOCKING: dict[str, type] = {"cap": int, "keys": list}
_THRESHOLDS: dict[str, type] = {"link": float, "review": float}
_TOGETHER: dict[str, type] = {"first": str, "others": list}
_CAUTION: dict[str, type] = {"feature": str, "levels": list, "facts": list, "needed": int}


def load(name: str) -> Model:
    """A built-in model by name, or a TOML file by path."""
    path = Path(name)
    if path.suffix == ".toml" or path.exists():
        if not path.is_file():
            raise Refusal(f"Không có tệp mô hình “{name}”. Xem lại đường dẫn sau --model.")
        return parse(path.read_text(encoding="utf-8"), source=name)
    builtin = files(__package__) / "models" / f"{name}.toml"
    if not builtin.is_file():
        known = ", ".join(
            sorted(x.name.removesuffix(".toml") for x in (files(__package__) / "models").iterdir() if x.name.endswith(".toml"))
        )
        raise Refusal(f"Không có mô hình “{name}”. Các mô hình có sẵn: {known}; hoặc đưa đường dẫn một tệp .toml.")
    return parse(builtin.read_text(encoding="utf-8"), source=f"{name}.toml")


def parse(text: str, *, source: str) -> Model:
    """The model a TOML text describes."""
    try:
        form = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise BadModel(source, int(line[1]) if line else 1, "(cú pháp)", "không đúng cú pháp TOML.") from error
    return _Reader(form, text, source).model()


class _Reader:
    def __init__(self, form: dict[str, Any], text: str, source: str) -> None:
        self.form, self.text, self.source = form, text, source

    def model(self) -> Model:
        form = self.form
        for key in form:
            if key not in _TOP:
                raise self.bad(key, "khóa này không có trong mô hình.")
        mode = form.get("mode", "link")
        if mode not in ("link", "dedupe"):
            raise self.bad("mode", "chỉ nhận “link” hoặc “dedupe”.")
        comparisons = tuple(self.comparison(i, part) for i, part in enumerate(self.tables("comparison")))
        if not comparisons:
            raise self.bad("comparison", "mô hình cần ít nhất một bảng [[comparison]].")
        blocking = self.checked(form.get("blocking", {}), _BLOCKING, "blocking")
        thresholds = self.checked(form.get("thresholds", {}), _THRESHOLDS, "thresholds")
        model = Model(
            name=self.typed(form, "name", str, "name") if "name" in form else Path(self.source).stem,
            source=self.source,
            dedupe=mode == "dedupe",
            id_column=self.typed(form, "id", str, "id") if "id" in form else "record_id",
            comparisons=comparisons,
            keys=tuple(self.key(key, comparisons) for key in blocking.get("keys", [])),
            cap=blocking.get("cap", 6),
            labels=self.column("labels", comparisons, Number),
            window=self.column("window", comparisons, Comparison),
            togethers=(),
            cautions=(),
            link=float(thresholds.get("link", 0.9)),
            review=float(thresholds.get("review", 0.1)),
            required=tuple(form.get("required", ())),
            text=self.text,
        )
        if not model.keys:
            raise self.bad("keys", "cần ít nhất một khóa gom nhóm trong [blocking].")
        names = {name: feature for name, _, feature in model.features}
        togethers = tuple(self.together(part, names) for part in self.tables("together"))
        cautions = tuple(self.caution(part, names) for part in self.tables("caution"))
        return replace(model, togethers=togethers, cautions=cautions)

    def tables(self, key: str) -> list[dict[str, Any]]:
        found = self.form.get(key, [])
        if not isinstance(found, list) or not all(isinstance(part, dict) for part in found):
            raise self.bad(key, f"viết thành bảng [[{key}]].")
        return found

    def comparison(self, number: int, part: dict[str, Any]) -> Comparison:
        self.checked(part, _COMPARISON, "comparison", number)
        for key in ("column", "kind"):
            if key not in part:
                raise BadModel(self.source, self.line("comparison", number), key, "bảng [[comparison]] này còn thiếu khóa đó.")
        if part["kind"] not in KINDS:
            raise self.bad("kind", f"không có loại so sánh “{part['kind']}”; các loại: {', '.join(KINDS)}.", "comparison", number)
        column, label = part["column"], part.get("label", part["column"])
        kind = KINDS[part["kind"]]
        if kind is VietnameseName:
            return VietnameseName(column, label, detail=part.get("detail", False))
        if kind is Category:
            values = {normal(v): normal(value) for value, spellings in part.get("values", {}).items() for v in spellings}
            drop = frozenset(normal(word) for word in part.get("drop", ()))
            return Category(column, label, exact=part.get("exact", False), drop=drop, values=values)
        if kind is Text:
            return Text(column, label, free=part["kind"] == "text")
        return kind(column, label)

    def key(self, key: object, comparisons: tuple[Comparison, ...]) -> tuple[tuple[str, str], ...]:
        parts = []
        for item in key if isinstance(key, list) else [key]:
            column, _, part = str(item).rpartition(".")
            found = next((c for c in comparisons if c.column == column), None) or next((c for c in comparisons if c.column == item), None)
            if found is None:
                raise self.bad("keys", f"cột “{column or item}” không nằm trong các bảng [[comparison]].")
            part = found.parts[0] if found.column == item else part
            if part not in found.parts:
                raise self.bad("keys", f"cột “{column}” không có phần “{part}”; các phần: {', '.join(found.parts)}.")
            parts.append((found.column, part))
        if not 1 <= len(parts) <= MOST_PARTS:
            raise self.bad("keys", f"mỗi khóa gom nhóm có từ 1 đến {MOST_PARTS} phần.")
        return tuple(parts)

    def together(self, part: dict[str, Any], names: dict[str, Feature]) -> Together:
        self.checked(part, _TOGETHER, "together")
        for name in [part.get("first", ""), *part.get("others", [])]:
            if name not in names:
                raise self.bad("together", f"không có phần so sánh “{name}”; có: {', '.join(names)}.")
        return Together(part["first"], tuple(part["others"]))

    def caution(self, part: dict[str, Any], names: dict[str, Feature]) -> Caution:
        self.checked(part, _CAUTION, "caution")
        for name in [part.get("feature", ""), *part.get("facts", [])]:
            if name not in names:
                raise self.bad("caution", f"không có phần so sánh “{name}”; có: {', '.join(names)}.")
        words = names[part["feature"]].words
        for word in part["levels"]:
            if word not in words:
                raise self.bad("levels", f"không có mức “{word}”; các mức: {', '.join(words)}.")
        return Caution(part["feature"], frozenset(map(words.index, part["levels"])), tuple(part.get("facts", ())), part.get("needed", 2))

    def column(self, key: str, comparisons: tuple[Comparison, ...], kind: type) -> str | None:
        if key not in self.form:
            return None
        name = self.typed(self.form, key, str, key)
        if not any(c.column == name and isinstance(c, kind) for c in comparisons):
            raise self.bad(key, f"cột “{name}” không nằm trong các bảng [[comparison]] phù hợp.")
        return name

    def checked(self, part: object, known: dict[str, type], table: str, number: int = 0) -> dict[str, Any]:
        if not isinstance(part, dict):
            raise self.bad(table, f"viết thành bảng [{table}].")
        for key in part:
            if key not in known:
                raise self.bad(key, f"khóa này không có; các khóa: {', '.join(known)}.", table, number)
            self.typed(part, key, known[key], table, number)
        return part

    def typed(self, part: dict[str, Any], key: str, kind: type, table: str, number: int = 0) -> Any:
        value = part[key]
        if kind is float and type(value) is int:
            value = float(value)
        if type(value) is not kind:
            words = {str: "chuỗi", int: "số nguyên", float: "số", list: "danh sách", dict: "bảng", bool: "true hoặc false"}
            raise self.bad(key, f"cần một {words[kind]}.", table, number)
        return value

    def bad(self, key: str, what: str, table: str = "", number: int = 0) -> BadModel:
        start = self.line(table, number) if table else 1
        for offset, line in enumerate(self.text.splitlines()[start - 1 :]):
            if re.match(rf"\s*(\[+\s*)?\"?{re.escape(key)}\"?\s*(\.|=|\])", line):
                return BadModel(self.source, start + offset, key, what)
        return BadModel(self.source, start, key, what)

    def line(self, table: str, number: int) -> int:
        lines = [i for i, line in enumerate(self.text.splitlines(), 1) if re.match(rf"\s*\[+\s*{re.escape(table)}\s*\]+", line)]
        return lines[number] if number < len(lines) else 1
