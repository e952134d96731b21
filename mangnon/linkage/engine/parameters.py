"""A learnt model on disk: the TOML it was learnt for, its points, and what learnt them. Learnt once, applied later."""

import hashlib
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine import model as models
from mangnon.linkage.engine.model import Model
from mangnon.linkage.engine.scorecard import Layout, Weights
from mangnon.linkage.engine.versions import versions

FORMAT = 1


def form(model: Model, weights: Weights) -> dict[str, Any]:
    """Points by feature and level, in words where there are words."""
    layout = Layout.of(model)
    offsets = layout.offsets
    words = {name: feature.words for name, _, feature in model.features}
    points: dict[str, Any] = {}
    for k, name in enumerate(layout.names):
        values = weights.points[offsets[k] : offsets[k + 1]].round(6).tolist()
        points[name] = dict(zip(words[name], values, strict=True)) if name in words else values
    if model.labels:
        points[model.labels] = dict(zip(words[model.labels], weights.number.round(6).tolist(), strict=True))
    return {"intercept": round(weights.intercept, 6), "method": weights.method, "learnt_from_pairs": weights.pairs, "points": points,
            "calibration": [list(step) for step in weights.curve]}  # fmt: skip


def fingerprint(model: Model) -> str:
    """Which columns, levels and features the points belong to."""
    layout = Layout.of(model)
    return hashlib.sha256(json.dumps([layout.names, layout.sizes, model.labels]).encode()).hexdigest()[:16]


def save(path: Path, model: Model, weights: Weights) -> None:
    """Write the learnt model."""
    content = {"format": FORMAT, "model": model.name, "fingerprint": fingerprint(model)}
    content |= {"versions": versions(), "parameters": form(model, weights), "toml": model.text}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load(path: Path, model: Model) -> Weights:
    """The points of an earlier run, for the same comparisons."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT or content["fingerprint"] != fingerprint(model):
            raise Refusal(f"Tệp tham số “{path.name}” học cho mô hình khác với “{model.name}”. Học lại bằng cách chạy không kèm --weights.")
        return read(content["parameters"], model)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refusal(f"Tệp tham số “{path}” không đọc được. Dùng tệp model.json của một lần chạy trước.") from error


def learnt(name: str) -> tuple[Model, Weights, dict[str, Any]]:
    """A learnt model by the path of its model.json, or a built-in one by its name: what it compares, its points, what is known of it."""
    path = Path(name)
    if path.suffix != ".json":
        model = models.load(name)
        weights = builtin(model)
        if weights is None:
            raise Refusal(f"Mô hình “{name}” không có tham số đi kèm. Đưa model.json của một lần chạy.")
        return model, weights, _about(name, model, weights, versions())
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        model = models.parse(content["toml"], source=f"{name} (toml)")
        weights = load(path, model)
        return model, weights, _about(name, model, weights, content.get("versions", {}))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refusal(f"Tệp tham số “{name}” không đọc được. Dùng tệp model.json của một lần chạy trước.") from error


def _about(name: str, model: Model, weights: Weights, made_by: dict[str, str]) -> dict[str, Any]:
    known = {"file": name, "model": model.name, "fingerprint": fingerprint(model), "versions": made_by}
    return known | {
        "method": weights.method,
        "learnt_from_pairs": weights.pairs,
        "thresholds": {"link": model.link, "review": model.review},
    }


def builtin(model: Model) -> Weights | None:
    """The points shipped with a built-in model, learnt on synthetic cities; None for other models and for changed comparisons."""
    file = files(__package__) / "models" / f"{model.name}.json"
    if not file.is_file():
        return None
    content = json.loads(file.read_text(encoding="utf-8"))
    return read(content["parameters"], model) if content["fingerprint"] == fingerprint(model) else None


def read(given: dict[str, Any], model: Model) -> Weights:
    """The weights `form` described."""
    layout = Layout.of(model)
    parts = [given["points"][name] for name in layout.names]
    points = np.array([value for part in parts for value in (part.values() if isinstance(part, dict) else part)])
    number = np.array(list(given["points"][model.labels].values())) if model.labels else np.zeros(6)
    curve = tuple((float(a), float(b)) for a, b in given["calibration"])
    return Weights(points, number, float(given["intercept"]), given["method"], int(given["learnt_from_pairs"]), curve)
