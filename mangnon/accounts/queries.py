"""Reading accounts and positions."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db.models import OuterRef, Prefetch, QuerySet

from mangnon.accounts import rules
from mangnon.accounts.models import LoginThrottle, Position, User
from mangnon.accounts.records import Actor, Duty
from mangnon.accounts.vocabulary import Role
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Level
from mangnon.lib.vietnamese import fold


def actor_for(user: User, *, on: date) -> Actor:
    """The user as an actor, with the positions held on a day in the order they were given."""
    positions = (
        Position.objects.filter(user=user, valid__contains=on)
        .select_related("agency", "territory")
        .annotate(absorbed=institutions.absorbed("accounts_position.territory_id"))
        .order_by("id")
    )  # fmt: skip
    return Actor(id=user.username, label=user.full_name, on=on, duties=tuple(_duty(position) for position in positions))


def actor_named(username: str, *, on: date) -> Actor | None:
    """The actor with a user name, if such an account exists and is active."""
    user = User.objects.filter(username=username, is_active=True).first()
    return actor_for(user, on=on) if user else None


def people_in(agency_id: int, *, on: date) -> list[tuple[User, str]]:
    """Who holds a position in an agency on a day, with the title: whom a task can be given to."""
    positions = Position.objects.filter(agency_id=agency_id, valid__contains=on).select_related("user").order_by("id")
    return [(position.user, position.title) for position in positions]


def holding_posts(agency_id: int | OuterRef, *, on: date) -> QuerySet[Position, int]:
    """Keys of the users with a position in an agency on a day, to ask within another question (then the agency is that question's)."""
    return Position.objects.filter(agency_id=agency_id, valid__contains=on).order_by().values_list("user_id", flat=True)


def heads_of(agency_ids: Collection[int], *, on: date) -> dict[int, User]:
    """Who stands for each agency on a day: its chair or head, else whoever writes for it; agencies without anybody are left out."""
    rows = Position.objects.filter(agency_id__in=agency_ids, valid__contains=on, user__is_active=True).select_related("user")
    found: dict[int, User] = {}
    for position in sorted(rows, key=lambda row: (rules.STANDING.get(Role(row.role), len(Role)), row.pk)):
        if Role(position.role) in rules.STANDING:
            found.setdefault(position.agency_id, position.user)
    return found


def people(text: str = "") -> list[User]:
    """Accounts by user name, those whose user name or full name holds the text (accents optional)."""
    wanted = fold(text)
    found = User.objects.order_by("username").prefetch_related(
        Prefetch("positions", queryset=Position.objects.select_related("agency", "territory").order_by("id"))
    )
    return [user for user in found if wanted in fold(f"{user.username} {user.full_name}")]


def position(pk: int) -> Position:
    """One post. Raises Position.DoesNotExist."""
    return Position.objects.select_related("user", "agency", "territory").get(pk=pk)


def positions_of(user: User) -> list[Position]:
    """Every post a person has held, newest first."""
    return list(user.positions.select_related("agency", "territory").order_by("-valid", "-id"))


def user_named(username: str) -> User | None:
    """The account with a user name, active or not."""
    return User.objects.filter(username=username).first()


def login_wait(username: str, *, at: datetime) -> timedelta:
    """How long this user name must still rest before another try; zero when it may try now."""
    row = LoginThrottle.objects.filter(key=throttle_key(username)).first()
    if row is None:
        return timedelta(0)
    return max(row.last_failed_at + rules.wait_after(row.failures) - at, timedelta(0))


def throttle_key(username: str) -> str:
    """Under what wrong tries of a user name are counted."""
    return sha256(username.strip().lower().encode()).hexdigest()


def _duty(position: Position) -> Duty:
    return Duty(
        role=Role(position.role), title=position.title, agency_id=position.agency_id, agency_name=position.agency.name,
        territory_id=position.territory_id, territory_code=position.territory.code, territory_name=position.territory.name,
        whole_city=position.territory.level == Level.PROVINCE, field=position.field,
        absorbed=frozenset(getattr(position, "absorbed", None) or ()),
    )  # fmt: skip
