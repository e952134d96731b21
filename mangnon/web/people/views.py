"""Accounts and posts."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mangnon.accounts import operations, queries
from mangnon.accounts.vocabulary import Field, Permission, Role
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.people import pages
from mangnon.web.people.forms import EndForm, PersonForm, PositionForm

if TYPE_CHECKING:
    from mangnon.accounts.models import User

LETTERS = "abcdefghkmnpqrstuvwxyz23456789"  # none that look alike on paper


@policy(Permission.MANAGE_ACCOUNTS)
def people(request: AuthedRequest) -> HttpResponse:
    """Every account with today's posts."""
    text = request.GET.get("tim", "")
    return render(request, "people/people.html", {"people": pages.people(queries.people(text), on=calendar.today()), "text": text})


@policy(Permission.MANAGE_ACCOUNTS)
def add(request: AuthedRequest) -> HttpResponse:
    """Open an account."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        password = _password()
        try:
            operations.create_user(**form.cleaned_data, password=password, by=request.actor, at=calendar.now())
        except Refusal as refusal:
            form.add_error("username", str(refusal))
        else:
            messages.success(request, _told(password))
            return redirect("person", form.cleaned_data["username"])
    return render(request, "people/add.html", {"form": form}, status=422 if form.errors else 200)


@policy(Permission.MANAGE_ACCOUNTS)
def person(request: AuthedRequest, username: str) -> HttpResponse:
    """One account: its posts, now and before."""
    return _person(request, _user(username))


@policy(Permission.MANAGE_ACCOUNTS)
@require_POST
def give(request: AuthedRequest, username: str) -> HttpResponse:
    """Give a post."""
    user = _user(username)
    form = PositionForm(request.POST, on=calendar.today())
    if form.is_valid():
        facts = form.cleaned_data
        try:
            operations.give_position(
                user=user, role=Role(facts["role"]), title=facts["title"], agency_id=facts["agency"], territory_id=facts["territory"],
                since=facts["since"], field=Field(facts["field"]), citation=facts["citation"], by=request.actor, at=calendar.now(),
            )  # fmt: skip
        except operations.OwnPosition as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Đã giao chức danh “{facts['title']}” cho {user.full_name}.")
            return redirect("person", username)
    return _person(request, user, form=form, status=422)


@policy(Permission.MANAGE_ACCOUNTS)
@require_POST
def end(request: AuthedRequest, pk: int) -> HttpResponse:
    """End a post."""
    try:
        position = queries.position(pk)
    except ObjectDoesNotExist:
        raise Http404 from None
    form = EndForm(request.POST)
    if not form.is_valid():
        return _person(request, position.user, ending=(pk, form), status=422)
    try:
        operations.end_position(position=position, last_day=form.cleaned_data["last_day"], by=request.actor, at=calendar.now())
    except operations.PositionNotOpen as refusal:
        form.add_error("last_day", str(refusal))
        return _person(request, position.user, ending=(pk, form), status=422)
    messages.success(request, f"Đã kết thúc chức danh “{position.title}” của {position.user.full_name}.")
    return redirect("person", position.user.username)


@policy(Permission.MANAGE_ACCOUNTS)
@require_POST
def renew_password(request: AuthedRequest, username: str) -> HttpResponse:
    """Give a new password to who has forgotten theirs."""
    password = _password()
    operations.set_password(user=_user(username), password=password, by=request.actor, at=calendar.now())
    messages.success(request, _told(password))
    return redirect("person", username)


def _person(
    request: AuthedRequest, user: User, *, form: PositionForm | None = None, ending: tuple[int, EndForm] | None = None, status: int = 200
) -> HttpResponse:
    on = calendar.today()
    posts = [
        (post, ending[1] if ending and ending[0] == post.pk else EndForm(auto_id=f"id_{post.pk}_%s"))
        for post in pages.posts(queries.positions_of(user), on=on)
    ]
    context = {"person": user, "posts": posts, "form": form or PositionForm(on=on), "own": user.username == request.actor.id}
    return render(request, "people/person.html", context, status=status)


def _user(username: str) -> User:
    user = queries.user_named(username)
    if user is None:
        raise Http404
    return user


def _password() -> str:
    """Four groups of four letters: 79 bits, easy to read over the telephone."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def _told(password: str) -> str:
    return f"Mật khẩu tạm, chỉ hiện lần này: {password}. Đưa tận tay và đề nghị đổi ngay lần đăng nhập đầu."
