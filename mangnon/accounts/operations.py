"""Creating accounts, giving and ending positions. The signing-in itself is Django's; `note_*` leaves its trace in the log."""

from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.accounts.models import Position, User
from mangnon.accounts.vocabulary import Field, Role
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.refusals import Refusal


class UsernameTaken(Refusal):
    """An account with this user name exists already."""


@transaction.atomic
def create_user(*, username: str, full_name: str, password: str, by: Who, at: datetime) -> User:
    """Open an account; the password is stored as an argon2id hash only."""
    try:
        with transaction.atomic():
            user = User.objects.create(username=username, full_name=full_name, password=make_password(password), created_at=at)
    except IntegrityError:
        raise UsernameTaken(f"Đã có tài khoản “{username}”. Chọn tên đăng nhập khác.") from None
    audit.record(act=Act.USER_CREATED, subject=_subject(user), by=by, at=at)
    return user


@transaction.atomic
def give_position(
    *, user: User, role: Role, title: str, agency_id: int, territory_id: int, since: date, by: Who, at: datetime,
    field: Field = Field.ALL, citation: str = "",
) -> Position:  # fmt: skip
    """Give a post from a day on, until ended."""
    position = Position.objects.create(
        user=user, role=role, title=title, agency_id=agency_id, territory_id=territory_id, field=field,
        valid=DateRange(since, None), citation=citation,
    )  # fmt: skip
    audit.record(act=Act.POSITION_GIVEN, subject=_subject(user), by=by, at=at, details={"role": role, "position": position.pk})
    return position


@transaction.atomic
def end_position(*, position: Position, last_day: date, by: Who, at: datetime) -> Position:
    """Close a post; the person keeps it through `last_day`."""
    position.valid = DateRange(position.valid.lower, last_day + timedelta(days=1))
    position.save(update_fields=["valid"])
    audit.record(act=Act.POSITION_ENDED, subject=_subject(position.user), by=by, at=at, details={"position": position.pk})
    return position


def _subject(user: User) -> Subject:
    return Subject(kind="user", id=user.username, label=f"Tài khoản {user.username}")
