"""A row as checks see it, and what they say of it."""

from datetime import date

from mangnon.intake import checks, formats
from mangnon.intake.records import Context, KnownChild
from mangnon.intake.rules import reading
from mangnon.register.records import Birth
from tests.factories import child_lists

CAI_KHE, NINH_KIEU = 1, 2
CONTEXT = Context(on=date(2026, 11, 23), commune_id=CAI_KHE, commune_name="Phường Cái Khế")


def read(number=23, **facts):
    """A right row with some cells replaced."""
    return reading.read(number, child_lists.row(**facts))


def said(rule, context=CONTEXT, number=23, **facts):
    """What one rule says of the row: (column, severity, whole message) for each finding."""
    return [(f.column, f.severity, f.message) for f in checks.every()[rule](read(number, **facts), context)]


def only(rule, context=CONTEXT, number=23, **facts):
    """The one finding a rule has."""
    (finding,) = checks.every()[rule](read(number, **facts), context)
    return finding


def enriching(code, link=None, **facts):
    """The context and the row of a list that enriches, about row 23; the cells given are the whole row."""
    layout = formats.named(code)
    links = {23: link} if link else {}
    return Context(on=CONTEXT.on, layout=layout, commune_id=CAI_KHE, commune_name="Phường Cái Khế", links=links), reading.read(
        23, facts, layout
    )


def said_of(rule, code, link=None, **facts):
    """What one rule says of a row of an enriching list: (column, severity, whole message) for each finding."""
    context, row = enriching(code, link, **facts)
    return [(f.column, f.severity, f.message) for f in checks.every()[rule](row, context)]


def known(child_id=7, code="TE-000007", born=date(2022, 6, 5), **facts):
    """A child of the register."""
    facts.setdefault("full_name", "Lưu Gia Hân")
    facts.setdefault("unit_id", CAI_KHE)
    return KnownChild(child_id=child_id, code=code, birth=Birth(born), **facts)
