"""A page that asks for a few words and days: one form, one act, one way back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from mangnon.accounts import policies
from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.documents.operations import Upload
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from mangnon.lib.refusals import Refusal

DAY = {"invalid": "Ngày chưa đúng. Viết như 04/11/2026.", "required": "Chưa có ngày. Viết như 04/11/2026."}


@dataclass(frozen=True)
class Asking:
    """What a page of writing says: its heading, one sentence, the word on its button, the way back."""

    heading: str
    submit: str
    back: str
    lead: str = ""
    crumb: str = "Quay lại"


def write(
    request: HttpRequest,
    form: forms.Form,
    asking: Asking,
    act: Callable[[dict[str, Any]], object],
    *,
    done: str,
    then: Callable[[Any], str],
) -> HttpResponse:  # fmt: skip
    """Show the form; when it is sent and right, do the act and go to `then(what it made)`. A refusal is shown above the fields."""
    if request.method == "POST" and form.is_valid():
        try:
            made = act(form.cleaned_data)
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, done)
            return redirect(then(made))
    status = 422 if form.is_bound else 200
    return render(request, "shell/writing.html", {"form": form, "asking": asking, "multipart": form.is_multipart()}, status=status)


def data_of(request: HttpRequest) -> tuple[Any, Any]:
    """What a form is bound to: the sent data and files, or nothing when the page is only opened."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def upload(file: Any) -> Upload | None:
    """An uploaded file as operations take it."""
    return (file.name, file.read(), file.content_type or "application/octet-stream") if file else None


def every_institution(*, on: date, nobody: str = "") -> list[Any]:
    """Choices of agencies and communes on a day; `nobody` is the word of an empty first choice."""
    communes = [(unit.pk, unit.name) for unit in institutions.communes(on=on)]
    agencies = [(agency.pk, agency.name) for agency in institutions.existing(on=on, kind=Kind.AGENCY)]
    return [("", nobody or "Chọn đơn vị"), ("Sở, ban, ngành, đoàn thể", agencies), ("Ủy ban nhân dân xã, phường", communes)]


def own_agencies(actor: Actor, permission: Permission) -> list[tuple[int, str]]:
    """The agencies of the actor in which a permission holds, as choices."""
    reach = policies.scope(actor, permission)
    return list({one.agency_id: one.agency_name for one in actor.duties if reach.covers(one.agency_id)}.items())


def field_of_institution(label: str, *, required: bool = True, hint: str = "") -> forms.TypedChoiceField:
    """A field whose choices `every_institution` fills when the form is made."""
    return forms.TypedChoiceField(
        label=label, coerce=int, required=required, empty_value=None, help_text=hint,
        error_messages={"required": f"Chưa chọn {label[:1].lower()}{label[1:]}.", "invalid_choice": "Chọn một đơn vị trong danh sách."},
    )  # fmt: skip


def words(label: str, *, rows: int = 0, required: bool = True, hint: str = "", limit: int | None = None) -> forms.CharField:
    """A field of words: one line, or several with `rows`."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(
        label=label, required=required, help_text=hint, max_length=limit, widget=widget,
        error_messages={"required": f"Chưa ghi {label[:1].lower()}{label[1:]}."},
    )  # fmt: skip


def day(label: str, *, required: bool = True, hint: str = "") -> forms.DateField:
    """A field of one day, written as 04/11/2026."""
    return forms.DateField(label=label, required=required, help_text=hint, error_messages=DAY)
