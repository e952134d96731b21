"""What the account page shows."""

from dataclasses import dataclass

from mangnon.accounts.records import Actor
from mangnon.accounts.rules import PERMISSION_MAP
from mangnon.accounts.vocabulary import ROLE_MEANING, Field, Permission, Reach


@dataclass(frozen=True)
class Right:
    """One thing a position allows, and how far."""

    label: str
    reach: str


@dataclass(frozen=True)
class Post:
    """One position held today."""

    title: str
    role: str
    meaning: str
    agency: str
    territory: str
    field: str
    rights: tuple[Right, ...]


def posts(actor: Actor) -> tuple[Post, ...]:
    """Every position of the actor with all it allows."""
    return tuple(
        Post(
            title=duty.title, role=duty.role.label, meaning=ROLE_MEANING[duty.role], agency=duty.agency_name,
            territory=duty.territory_name, field=Field(duty.field).label,
            rights=tuple(
                Right(permission.label, _reach(PERMISSION_MAP[permission][duty.role], duty.agency_name, duty.territory_name))
                for permission in Permission
                if duty.role in PERMISSION_MAP[permission]
            ),
        )
        for duty in actor.duties
    )  # fmt: skip


def _reach(reach: Reach, agency: str, territory: str) -> str:
    return {Reach.CITY: "Toàn thành phố", Reach.AGENCY: agency, Reach.UNIT: territory}[reach]
