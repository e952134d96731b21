"""Columns nobody named whose values come near something the list reads: days, sums, words of a column of ours, ticks under such a word.
They are asked about once, for what stands in them would be lost.
"""

import re
from collections.abc import Callable, Collection, Container, Mapping, Sequence
from typing import Any

from mangnon.intake.records import Column, Heading, spoken_for
from mangnon.intake.rules import dates, guessing, words
from mangnon.intake.rules.heading import person_of
from mangnon.intake.rules.titles import titles_of
from mangnon.intake.rules.words import plain

LEAST = 0.7  # of the filled cells of a column
_IDLE = re.compile(  # what no list here reads, whatever its values
    r"\b(?:ghi chu|ky nhan|ky ten|chu ky|hen|lo|han su dung|phan ung|ngay cap|noi cap|ngay dang ky|giao vien|gvcn|diem|xep loai|hanh kiem"
    r"|hoc luc|he so|muc chuan|muc dong|tien dong|tong|cong|truy linh|so thang|so ngay|can nang|chieu cao|luong|stt|tt|tuoi|ly do"
    r"|cu|5 nam|nguoi)\b"
)
_STATE = re.compile(r"\b(?:tinh trang|hien trang|trang thai|ket qua)\b")  # it may take back what a row says
_WORDS = (  # words of titles that come near columns of ours, as long as one of these is free and none of the others there
    (re.compile(r"\b(?:thoi gian|thoi han|tu|den|huong|hieu luc|gia tri|bat dau|ket thuc)\b"),
     ("help_since", "help_until", "card_since", "card_until", "standing_since"), ("card_span",)),
    (re.compile(r"\b(?:muc|tien|tro cap|ho tro)\b"), ("amount",), ()),
    (re.compile(r"\b(?:vac xin|vaccine|tiem|mui)\b"), ("vaccine", "given_on"), ()),
    (re.compile(r"\b(?:dien|ngheo|loai ho|phan loai)\b"), ("standing",), ("poor_mark", "near_poor_mark")),
    (re.compile(r"\b(?:chuyen (?:di|den)|noi (?:di|den|chuyen)|bien dong)\b"), ("from_place", "to_place", "direction"), ()),
)  # fmt: skip
_SAID_BY = {"card_span": ("card_since", "card_until"), "level": ("class_name",)}  # columns nobody needs beside these
_COUNT = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")  # of months, a mark at school
_ANYTHING = "qwx"  # no value of anything: who reads it reads every text


def columns(heading: Heading, samples: Sequence[Sequence[str]], known: tuple[Column, ...], *, taken: Collection[int]) -> dict[int, str]:
    """The columns to be asked about (`taken` out) with the one of ours each seems to be, "" where that is not certain."""
    ours = spoken_for(heading.places) | {field for field, others in _SAID_BY.items() if set(others) & set(heading.places)}
    free = [column for column in known if column.field not in ours]
    found: dict[int, list[Column]] = {}
    samples = list(filter(guessing.is_child, samples)) or samples  # no signatures
    for place in range(max([len(heading.titles), *map(len, samples)])):
        title = heading.titles[place] if place < len(heading.titles) else ""
        values = [row[place] for row in samples if place < len(row) and row[place].strip() and not words.is_nothing(row[place])]
        if place in taken or not values or person_of(title) or _IDLE.search(plain(title)) or titles_of(known).field(title):
            continue
        near = _near(title, values, free)
        if near or _speaks_of(title, free, heading.places):
            found[place] = _meant(title, near)
    return {place: near[0].field if len(near) == 1 and _alone(near[0], found) else "" for place, near in found.items()}


def _near(title: str, values: Sequence[str], free: Sequence[Column]) -> list[Column]:
    """The columns of ours whose values these may be, or a word of which is the title over ticks."""
    reading = [(column, column.reads) for column in free if column.reads and column.reads(_ANYTHING) is None]
    if all(map(words.is_mark, values)):
        return [column for column, reads in reading if column.choices and readable(reads, title)]
    if all(map(_COUNT.fullmatch, values)):
        return []
    return [column for column, reads in reading if sum(readable(reads, value) for value in values) >= LEAST * len(values)]


def _speaks_of(title: str, free: Sequence[Column], places: Container[str]) -> bool:
    """Whether words of a title come near a column that is not there, or say how a row stands."""
    fields = {column.field for column in free}
    if _STATE.search(plain(title)):
        return "state" not in places and "status" not in places
    return any(
        pattern.search(plain(title)) and not fields.isdisjoint(wanted) and not any(field in places for field in instead)
        for pattern, wanted, instead in _WORDS
    )  # fmt: skip


def _meant(title: str, near: Sequence[Column]) -> list[Column]:
    """Those of some columns whose titles have a word of this one: "Ngày" for Ngày chuyển. One dose of many, or a word
    that may as well be a tick, is never meant.
    """
    own = set(plain(title).split())
    return [
        column for column in near
        if not column.many and not column.choices and any(own.intersection(plain(one).split()) for one in (column.title, *column.also))
    ]  # fmt: skip


def _alone(column: Column, found: Mapping[int, Sequence[Column]]) -> bool:
    """Whether only one place may be a column."""
    return sum(column in near for near in found.values()) == 1


def readable(reads: Callable[[str], Any], text: str) -> bool:
    """Whether a text means something in a column: a day that no calendar has is one all the same."""
    try:
        return reads(text) is not None
    except dates.NoSuchDay:
        return True
