"""Difficulties and proposals of many units brought together: the same words from several units are one item with all their names."""

import re
from collections.abc import Iterable

from mangnon.lib.vietnamese import clean, fold
from mangnon.reports.records import Cluster, Excerpt

SECTIONS = frozenset({"khó khăn", "kiến nghị"})  # sections brought together point by point
_BULLET = re.compile(r"^\s*(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))\s*")
_NOTHING = {"khong", "khong co", "khong phat sinh", "chua phat sinh", "khong co kho khan vuong mac", "khong co de xuat kien nghi"}


def items(text: str) -> tuple[str, ...]:
    """The separate points of a section: one a line, bullets and numbers taken off, "không phát sinh" left out."""
    lines = (clean(_BULLET.sub("", line)).rstrip(" ;.") for line in text.splitlines())
    return tuple(line for line in lines if line and _key(line) not in _NOTHING)


def clusters(excerpts: Iterable[Excerpt]) -> tuple[Cluster, ...]:
    """One cluster for each point, most often raised first. Two points are the same when they differ in accents, case or signs only;
    bringing further ones together is the specialist's work, who edits one to the words of the other."""
    found: dict[str, tuple[str, dict[str, int]]] = {}
    for excerpt in excerpts:
        for item in items(excerpt.text):
            found.setdefault(_key(item), (item, {}))[1].setdefault(excerpt.unit_name, excerpt.version)
    grouped = [Cluster(text=text, units=tuple(units), versions=tuple(units.values())) for text, units in found.values()]
    return tuple(sorted(grouped, key=lambda cluster: -len(cluster.units)))


def _key(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))
