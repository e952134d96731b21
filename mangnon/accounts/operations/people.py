"""Creating accounts, giving and ending positions. The signing-in itself is Django's; `note_*` leaves its trace in the log."""

import re
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.accounts import policies, queries
from mangnon.accounts.models import LoginThrottle, Position, User
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Field, Permission, Role
from mangnon.audit import operations as audit
from mangnon.audit.records import SYSTEM, Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.refusals import Refusal

QUIET = timedelta(days=1)  # after so long without a wrong password a name starts anew, and its row goes
USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")


class UsernameTaken(Refusal):
    """An account with this user name exists already."""


class BadUsername(Refusal):
    """The user name holds capitals, spaces or accents, or belongs to the system itself."""


class OwnPosition(Refusal):
    """Nobody gives a post to themselves."""


class PositionNotOpen(Refusal):
    """The post has ended, or would end before it began."""


@transaction.atomic
def create_user(*, username: str, full_name: str, password: str | None, by: Actor, at: datetime) -> User:
    """Open an account; the password is stored as an argon2id hash only. With None nobody gets in by password until one is set."""
    policies.check_may(by, Permission.MANAGE_ACCOUNTS)
    if not USERNAME.fullmatch(username) or username == SYSTEM.id:
        raise BadUsername(
            f"Tên đăng nhập “{username}” không dùng được. Dùng chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối, từ 2 ký tự."
        )
    try:
        with transaction.atomic():
            user = User.objects.create(username=username, full_name=full_name, password=make_password(password), created_at=at)
    except IntegrityError:
        raise UsernameTaken(f"Đã có tài khoản “{username}”. Chọn tên đăng nhập khác.") from None
    audit.record(act=Act.USER_CREATED, subject=_subject(user), by=by, at=at)
    return user


@transaction.atomic
def give_position(
    *, user: User, role: Role, title: str, agency_id: int, territory_id: int, since: date, by: Actor, at: datetime,
    field: Field = Field.ALL, citation: str = "",
) -> Position:  # fmt: skip
    """Give a post from a day on, until ended. Who manages accounts cannot give one to themselves: rights come from somebody else."""
    policies.check_may(by, Permission.MANAGE_ACCOUNTS)
    if user.username == by.id:
        raise OwnPosition("Không tự giao chức danh cho mình được. Nhờ quản trị hệ thống khác ghi theo quyết định phân công.")
    position = Position.objects.create(
        user=user, role=role, title=title, agency_id=agency_id, territory_id=territory_id, field=field,
        valid=DateRange(since, None), citation=citation,
    )  # fmt: skip
    audit.record(act=Act.POSITION_GIVEN, subject=_subject(user), by=by, at=at, details={"role": role, "position": position.pk})
    return position


@transaction.atomic
def end_position(*, position: Position, last_day: date, by: Actor, at: datetime) -> Position:
    """Close a post; the person keeps it through `last_day`."""
    policies.check_may(by, Permission.MANAGE_ACCOUNTS)
    if position.valid.upper is not None or last_day < position.valid.lower:
        raise PositionNotOpen(
            f"Chức danh “{position.title}” không kết thúc được vào ngày {last_day:%d/%m/%Y}. Chọn ngày từ khi được giao; "
            "chức danh đã kết thúc thì giao chức danh mới."
        )
    position.valid = DateRange(position.valid.lower, last_day + timedelta(days=1))
    position.save(update_fields=["valid"])
    audit.record(act=Act.POSITION_ENDED, subject=_subject(position.user), by=by, at=at, details={"position": position.pk})
    return position


@transaction.atomic
def set_password(*, user: User, password: str, by: Actor, at: datetime) -> None:
    """Replace one's own password or, for who manages accounts, anybody's; sessions opened with the old one end."""
    if user.username != by.id:
        policies.check_may(by, Permission.MANAGE_ACCOUNTS)
    user.password = make_password(password)
    user.save(update_fields=["password"])
    LoginThrottle.objects.filter(key=queries.throttle_key(user.username)).delete()
    audit.record(act=Act.PASSWORD_SET, subject=_subject(user), by=by, at=at)


@transaction.atomic
def note_login(*, username: str, by: Who, at: datetime) -> None:
    """Somebody got in: the count of wrong tries starts anew."""
    LoginThrottle.objects.filter(key=queries.throttle_key(username)).delete()
    audit.record(act=Act.LOGGED_IN, subject=Subject(kind="user", id=username, label=f"Tài khoản {username}"), by=by, at=at)


@transaction.atomic
def note_failed_login(*, username: str, by: Who, at: datetime) -> int:
    """A wrong password: count it; gives the number in a row, begun anew after a quiet day. A name nobody bears stays out of the log."""
    LoginThrottle.objects.filter(last_failed_at__lt=at - QUIET).delete()
    row, new = LoginThrottle.objects.select_for_update().get_or_create(
        key=queries.throttle_key(username), defaults={"failures": 1, "last_failed_at": at}
    )
    if not new:
        row.failures += 1
        row.last_failed_at = at
        row.save(update_fields=["failures", "last_failed_at"])
    user = queries.user_named(username)
    subject = _subject(user) if user else Subject(kind="user", id="", label="Tên đăng nhập không có")
    audit.record(act=Act.LOGIN_FAILED, subject=subject, by=by, at=at, details={"in_a_row": row.failures})
    return row.failures


@transaction.atomic
def note_logout(*, by: Who, at: datetime) -> None:
    """Somebody left."""
    audit.record(act=Act.LOGGED_OUT, subject=Subject(kind="user", id=by.id, label=f"Tài khoản {by.id}"), by=by, at=at)


def _subject(user: User) -> Subject:
    return Subject(kind="user", id=user.username, label=f"Tài khoản {user.username}")
