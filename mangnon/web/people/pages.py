"""Accounts and posts as lines of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mangnon.accounts.vocabulary import Field, Role
from mangnon.lib.vietnamese import short_date

if TYPE_CHECKING:
    from mangnon.accounts.models import Position, User


@dataclass(frozen=True)
class PersonLine:
    """One account in the list."""

    username: str
    full_name: str
    posts: tuple[str, ...]


@dataclass(frozen=True)
class PostLine:
    """One post, now or then."""

    pk: int
    title: str
    role: str
    agency: str
    territory: str
    field: str
    span: str
    citation: str
    state: str
    words: str
    open: bool


def people(users: Iterable[User], *, on: date) -> list[PersonLine]:
    """Accounts with the posts they hold on a day."""
    return [
        PersonLine(
            user.username, user.full_name,
            tuple(f"{post.title}, {post.agency.name}" for post in user.positions.all() if _holds(post, on)),
        )
        for user in users
    ]  # fmt: skip


def posts(positions: Iterable[Position], *, on: date) -> list[PostLine]:
    """Posts with their span in words."""
    return [
        PostLine(
            pk=post.pk, title=post.title, role=Role(post.role).label, agency=post.agency.name, territory=post.territory.name,
            field=Field(post.field).label, span=_span(post), citation=post.citation, state="ok" if _holds(post, on) else "idle",
            words="Đang giữ" if _holds(post, on) else "Chưa tới ngày" if post.valid.lower > on else "Đã kết thúc",
            open=post.valid.upper is None,
        )
        for post in positions
    ]  # fmt: skip


def _holds(post: Position, on: date) -> bool:
    return post.valid.lower <= on and (post.valid.upper is None or on < post.valid.upper)


def _span(post: Position) -> str:
    begun = f"từ {short_date(post.valid.lower)}"
    return begun if post.valid.upper is None else f"{begun} đến hết {short_date(post.valid.upper - timedelta(days=1))}"
