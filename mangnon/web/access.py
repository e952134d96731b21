"""Deny by default: a view answers only if it names its policy; who may not enter is told who can grant it."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mangnon.accounts import policies, queries
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.web.shell import context

type View = Callable[..., HttpResponse]


class AuthedRequest(HttpRequest):
    """A request that has passed the door: the actor is known."""

    actor: Actor


def policy(permission: Permission) -> Callable[[View], View]:
    """Only actors some of whose positions carry the permission may enter. Territory is the queries' and operations' business."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: AuthedRequest, *args: object, **kwargs: object) -> HttpResponse:
            policies.check_may(request.actor, permission)
            return view(request, *args, **kwargs)

        guarded.policy = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def public(view: View) -> View:
    """Anybody may enter: signing in, health checks, the page for lost connections. Each use needs a reason beside it."""

    @wraps(view)
    def opened(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return view(request, *args, **kwargs)

    opened.policy = "public"  # type: ignore[attr-defined]
    return opened


def personal(view: View) -> View:
    """Anybody signed in may enter, even without a position: their own account, signing out."""

    @wraps(view)
    def opened(request: AuthedRequest, *args: object, **kwargs: object) -> HttpResponse:
        return view(request, *args, **kwargs)

    opened.policy = "personal"  # type: ignore[attr-defined]
    return opened


class DenyByDefault:
    """Middleware: knows the actor, refuses views without a policy, turns refusals into pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: AuthedRequest) -> HttpResponse:
        if request.user.is_authenticated:
            request.actor = queries.actor_for(request.user, on=calendar.today())  # type: ignore[arg-type]
        response = self.get_response(request)
        if request.method == "POST" and hasattr(request, "actor"):
            context.forget(request.actor)
        return response

    def process_view(self, request: AuthedRequest, view: View, args: object, kwargs: object) -> HttpResponse | None:
        named = getattr(view, "policy", None)
        if named == "public":
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if named is None:
            return _refused(request, "Trang này chưa được cấp quyền cho ai.", status=403)
        return None

    def process_exception(self, request: AuthedRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, policies.NotAllowed):
            return _refused(request, str(exception), status=403)
        if isinstance(exception, Refusal):
            return _refused(request, str(exception), status=422)
        return None


def _refused(request: AuthedRequest, sentence: str, *, status: int) -> HttpResponse:
    if status == 403:
        audit.record(
            act=Act.ACCESS_REFUSED,
            subject=Subject(kind="page", id=request.path[:64], label=f"Trang {request.path}"[:200]),
            by=request.actor,
            at=calendar.now(),
        )
    return render(request, "shell/refused.html", {"sentence": sentence, "status": status}, status=status)
