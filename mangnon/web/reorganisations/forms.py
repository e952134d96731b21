"""Drafting an act: the paper, a row, a new institution, a file; answering what was left open."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from django import forms

from mangnon.institutions import queries
from mangnon.institutions.records import UnitRef
from mangnon.institutions.vocabulary import ChangeKind, Function, Kind, Level, Share

_CODE = re.compile(r"\(([\w-]+)\)\s*$")
_DAY = {"invalid": "Viết ngày như 01/07/2025.", "required": "Ghi ngày, như 01/07/2025."}
KINDS = [(kind.value, kind.label) for kind in ChangeKind if kind != ChangeKind.RESTORE]
SHARES = [(Share.WHOLE.value, "Toàn bộ dân số"), (Share.PART.value, "Một phần dân số")]


class Paper(forms.Form):
    """The document of an act."""

    so = forms.CharField(label="Số, ký hiệu", max_length=120, error_messages={"required": "Ghi số, ký hiệu của văn bản."})
    trich_yeu = forms.CharField(label="Trích yếu", max_length=300, error_messages={"required": "Ghi trích yếu của văn bản."})
    co_quan = forms.CharField(label="Cơ quan ban hành", max_length=200, required=False)
    ban_hanh = forms.DateField(label="Ngày ban hành", required=False, error_messages=_DAY)
    hieu_luc = forms.DateField(label="Có hiệu lực từ ngày", help_text="Ngày đầu tiên nơi mới hoạt động.", error_messages=_DAY)
    ghi_chu = forms.CharField(label="Ghi chú", required=False, max_length=1_000)

    def facts(self) -> dict[str, object]:
        """As the operations take them."""
        said = self.cleaned_data
        return {
            "number": said["so"], "title": said["trich_yeu"], "issuer": said["co_quan"], "issued_on": said["ban_hanh"],
            "on": said["hieu_luc"], "note": said.get("ghi_chu", ""),
        }  # fmt: skip


class Undoing(Paper):
    """The document that undoes an act."""

    ghi_chu = None  # type: ignore[assignment]  # Django's way of leaving a field out


class Row(forms.Form):
    """One row from → to. Places are written, with suggestions; the code in brackets decides."""

    tu = forms.CharField(
        label="Nơi cũ", max_length=300, widget=forms.TextInput(attrs={"list": "noi-cu", "autocomplete": "off"}),
        error_messages={"required": "Ghi tên hoặc mã nơi cũ."},
    )  # fmt: skip
    kieu = forms.ChoiceField(label="Hình thức", choices=KINDS)
    den = forms.CharField(
        label="Nơi tiếp nhận", max_length=300, required=False, widget=forms.TextInput(attrs={"list": "noi-moi", "autocomplete": "off"}),
    )  # fmt: skip
    linh_vuc = forms.ChoiceField(label="Lĩnh vực", required=False, choices=[("", "Mọi lĩnh vực"), *Function.choices])
    phan = forms.ChoiceField(label="Phần dân số", choices=SHARES, required=False)
    dia_ban = forms.CharField(label="Địa bàn", max_length=200, required=False, help_text="Chỉ ghi khi văn bản nêu tên ấp, khu vực.")

    def __init__(self, *args: object, on: date, bodies: Iterable[object] = (), **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.on, self.bodies = on, list(bodies)

    def clean_tu(self) -> int:
        """The key of the old place."""
        return _place(self.cleaned_data["tu"], on=self.on - timedelta(days=1)).id

    def clean(self) -> dict[str, object]:
        """The key of the new place: one the act declares, or one of the day."""
        said: dict[str, object] = super().clean() or {}
        text = str(said.get("den", "")).strip()
        said["target_id"], said["body_id"] = None, None
        if text:
            code = _CODE.search(text)
            body = next((one for one in self.bodies if (code and one.code == code[1]) or one.name == text), None)  # type: ignore[attr-defined]
            if body is not None:
                said["body_id"] = body.pk  # type: ignore[attr-defined]
            else:
                try:
                    said["target_id"] = _place(text, on=self.on).id
                except forms.ValidationError as error:
                    self.add_error("den", error)
        return said


class Body(forms.Form):
    """An institution the act makes."""

    loai = forms.ChoiceField(
        label="Loại", choices=[("Phường", "Phường"), ("Xã", "Xã"), ("Đặc khu", "Đặc khu"), ("agency", "Cơ quan, tổ chức cấp tỉnh")]
    )
    ten = forms.CharField(label="Tên", max_length=200, help_text="Đầy đủ, như “Phường Cái Khế”.", error_messages={"required": "Ghi tên."})
    ma = forms.CharField(
        label="Mã", max_length=40, help_text="Đơn vị: mã 5 chữ số. Cơ quan: chữ thường không dấu, như so-y-te.",
        error_messages={"required": "Ghi mã."},
    )  # fmt: skip
    linh_vuc = forms.MultipleChoiceField(label="Lĩnh vực của cơ quan", required=False, choices=Function.choices)
    bao_cao = forms.BooleanField(label="Phải nộp báo cáo năm", required=False, initial=True)

    def facts(self) -> dict[str, object]:
        """As the operation takes them."""
        said = self.cleaned_data
        agency = said["loai"] == "agency"
        return {
            "kind": Kind.AGENCY if agency else Kind.UNIT, "level": Level.PROVINCE if agency else Level.COMMUNE, "code": said["ma"],
            "name": said["ten"], "type_label": "" if agency else said["loai"], "parent_code": "" if agency else "92",
            "functions": said["linh_vuc"] if agency else (), "reports_on_plan": said["bao_cao"],
        }  # fmt: skip


class File(forms.Form):
    """Rows from a file."""

    tep = forms.FileField(label="Tệp .csv hoặc .xlsx", error_messages={"required": "Chọn tệp."})


class Answer(forms.Form):
    """One answer to several open matters."""

    viec = forms.TypedMultipleChoiceField(coerce=int, error_messages={"required": "Đánh dấu ít nhất một việc."})
    noi = forms.TypedChoiceField(label="Giao cho", coerce=int, required=False, empty_value=None)
    ly_do = forms.CharField(label="Căn cứ, lý do", required=False, max_length=1_000)

    def __init__(self, *args: object, questions: Iterable[int], choices: Iterable[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["viec"].choices = [(str(pk), str(pk)) for pk in questions]  # type: ignore[attr-defined]
        self.fields["noi"].choices = [("", ""), *((str(pk), name) for pk, name in choices)]  # type: ignore[attr-defined]


def _place(text: str, *, on: date) -> UnitRef:
    """The unit or agency somebody wrote; several alike are told apart by the code."""
    code = _CODE.search(text)
    found = queries.search(code[1] if code else text, on=on)
    exact = [one for one in found if one.code == (code[1] if code else text.strip())] or [one for one in found if one.name == text.strip()]
    kept = exact or found
    if not kept:
        raise forms.ValidationError(f"Không có đơn vị, cơ quan nào là “{text}” vào ngày {on:%d/%m/%Y}. Xem lại tên, hoặc khai nơi mới.")
    if len(kept) > 1:
        listed = "; ".join(
            f"{one.name}, {one.parent_name} ({one.code})" if one.parent_name else f"{one.name} ({one.code})" for one in kept[:5]
        )
        raise forms.ValidationError(f"“{text}” là {len(kept)} nơi: {listed}. Chọn một nơi trong gợi ý.")
    return kept[0]
