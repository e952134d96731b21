"""The door, the first page of each role, one's own account."""

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render

from mangnon.accounts import operations, queries
from mangnon.accounts.vocabulary import Permission, Role
from mangnon.lib import calendar
from mangnon.web.access import AuthedRequest, personal, policy, public
from mangnon.web.account import pages
from mangnon.web.account.forms import LoginForm, NewPasswordForm


class Door(LoginView):
    """Signing in by Django's own means; who gets in is noted in the log."""

    template_name = "account/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def form_valid(self, form: LoginForm) -> HttpResponse:  # type: ignore[override]
        now = calendar.now()
        user = form.get_user()
        operations.note_login(username=user.username, by=queries.actor_for(user, on=now.date()), at=now)  # type: ignore[union-attr, arg-type]
        return super().form_valid(form)


@public  # nobody is known before this page
def sign_in(request: HttpRequest) -> HttpResponse:
    """The door itself."""
    return Door.as_view()(request)  # type: ignore[return-value]  # a TemplateResponse or a redirect


@policy(Permission.SEE_OWN_WORK)
def home(request: AuthedRequest) -> HttpResponse:
    """Leaders begin with the whole city, everybody else with their own work."""
    leads = request.actor.main_duty is not None and request.actor.main_duty.role == Role.CITY_LEADER
    return redirect("city_page" if leads else "my_work")


@personal
def sign_out(request: AuthedRequest) -> HttpResponse:
    """Leave; by POST only, so no link can do it."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    operations.note_logout(by=request.actor, at=calendar.now())
    logout(request)
    return redirect("login")


@personal
def account(request: AuthedRequest) -> HttpResponse:
    """My positions today and what each allows."""
    return render(request, "account/account.html", {"posts": pages.posts(request.actor), "user_name": request.actor.id})


@personal
def change_password(request: AuthedRequest) -> HttpResponse:
    """A new password; other sessions of this person end."""
    form = NewPasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.set_password(user=request.user, password=form.cleaned_data["new_password1"], by=request.actor, at=calendar.now())  # type: ignore[arg-type]
        update_session_auth_hash(request, request.user)  # type: ignore[arg-type]
        messages.success(request, "Đã đổi mật khẩu. Các máy khác đang mở tài khoản này phải đăng nhập lại.")
        return redirect("account")
    return render(request, "account/password.html", {"form": form}, status=422 if form.errors else 200)
