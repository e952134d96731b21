"""Accounts and posts of the demonstration's people."""

from datetime import date, datetime

from mangnon.accounts import operations as accounts
from mangnon.accounts.records import Actor
from mangnon.cli.demo.people import PASSWORD, PEOPLE
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind

SINCE = date(2026, 1, 1)


def open_accounts(*, by: Actor, at: datetime) -> int:
    """One account and one post for each person. Returns how many."""
    for person in PEOPLE:
        user = accounts.create_user(username=person.username, full_name=person.full_name, password=PASSWORD, by=by, at=at)
        accounts.give_position(
            user=user,
            role=person.role,
            title=person.title,
            agency_id=_institution(person.agency),
            territory_id=_institution(person.territory),
            since=SINCE,
            field=person.field,
            by=by,
            at=at,
        )
    return len(PEOPLE)


def _institution(code: str) -> int:
    kind = Kind.UNIT if code.isdigit() else Kind.AGENCY
    found = institutions.by_code(code, on=SINCE, kind=kind)
    if found is None:
        raise LookupError(f"no institution {code} on {SINCE}")
    return found.pk
