"""Causes of death as communes write them."""

from mangnon.intake.rules.words import plain
from mangnon.register.vocabulary.people import DeathCause

_PARTS = (
    (DeathCause.DROWNING, ("duoi nuoc", "chet duoi", "te song", "roi xuong nuoc", "nga xuong song")),
    (DeathCause.TRAFFIC, ("giao thong", "tngt", "xe tong", "xe can", "va cham xe")),
    (DeathCause.INJURY, ("tai nan", "thuong tich", "tntt", "dien giat", "bong", "te nga", "ngo doc", "hoc di vat", "bao luc",
    "dong vat can")),
    (
        DeathCause.ILLNESS,
        ("benh", "sot", "viem", "ung thu", "non thang", "sinh non", "tim", "bam sinh", "nhiem trung", "suy", "tieu chay", "ngat",
        "bach cau"),
    ),
)  # fmt: skip


def read_cause(text: str) -> DeathCause:
    """The kind of cause by its words; drowning and injuries before illness, what nobody can place is another cause."""
    words = plain(text)
    return next((cause for cause, parts in _PARTS if any(part in words for part in parts)), DeathCause.OTHER)
