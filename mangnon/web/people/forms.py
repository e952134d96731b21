"""Forms of accounts and posts."""

from datetime import date
from typing import Any

from django import forms

from mangnon.accounts.vocabulary import Field, Role
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind

DAY = {"invalid": "Ngày chưa đúng. Viết như 04/11/2026.", "required": "Chưa có ngày. Viết như 04/11/2026."}


class PersonForm(forms.Form):
    """A new account. The password is made by the machine and shown once."""

    username = forms.CharField(
        label="Tên đăng nhập", max_length=60, help_text="Chữ thường không dấu, chữ số, dấu chấm; ví dụ thu.caikhe.",
        error_messages={"required": "Chưa có tên đăng nhập. Ví dụ thu.caikhe."},
    )  # fmt: skip
    full_name = forms.CharField(label="Họ và tên", max_length=120, error_messages={"required": "Chưa có họ tên. Viết đủ họ, tên đệm, tên."})


class PositionForm(forms.Form):
    """A post as the decision gives it."""

    role = forms.ChoiceField(label="Vai trò", choices=Role.choices)
    title = forms.CharField(
        label="Chức danh", max_length=200, help_text="Như trong quyết định; hiện cạnh tên.",
        error_messages={"required": "Chưa có chức danh. Viết như trong quyết định."},
    )  # fmt: skip
    agency = forms.TypedChoiceField(label="Cơ quan", coerce=int, error_messages={"required": "Chưa chọn cơ quan."})
    territory = forms.TypedChoiceField(label="Địa bàn", coerce=int, error_messages={"required": "Chưa chọn địa bàn."})
    field = forms.ChoiceField(label="Lĩnh vực", choices=Field.choices)
    since = forms.DateField(label="Từ ngày", error_messages=DAY)
    citation = forms.CharField(label="Số quyết định", max_length=200, required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        city = institutions.city(on=on)
        communes = [(unit.pk, unit.name) for unit in institutions.communes(on=on)]
        agencies = [(agency.pk, agency.name) for agency in institutions.existing(on=on, kind=Kind.AGENCY)]
        self.fields["agency"].choices = [  # type: ignore[attr-defined]
            ("", "Chọn cơ quan"), ("Sở, ban, ngành, đoàn thể", agencies), ("Ủy ban nhân dân xã, phường", communes),
        ]  # fmt: skip
        self.fields["territory"].choices = [("", "Chọn địa bàn"), (city.pk, city.name), ("Xã, phường", communes)]  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """The last day of a post."""

    last_day = forms.DateField(label="Ngày cuối giữ chức danh", error_messages=DAY)
