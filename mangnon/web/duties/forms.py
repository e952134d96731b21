"""Forms of the pages of duties."""

from typing import Any

from django import forms

from mangnon.institutions.vocabulary import Function

_DAY = {"required": "Chưa ghi ngày. Viết như 31/03/2027.", "invalid": "Ngày chưa đúng. Viết như 31/03/2027."}


class ChargeForm(forms.Form):
    """Who is in charge of a field and a territory."""

    nguoi = forms.ChoiceField(label="Người phụ trách", error_messages={"required": "Chưa chọn người. Chọn một người trong cơ quan."})
    linh_vuc = forms.ChoiceField(label="Lĩnh vực", required=False, choices=[("", "Mọi lĩnh vực"), *Function.choices])
    dia_ban = forms.ChoiceField(label="Địa bàn", error_messages={"required": "Chưa chọn địa bàn."})
    nhan_luon = forms.BooleanField(label="Giao luôn các nhiệm vụ của lĩnh vực này chưa có người", required=False)

    def __init__(self, data: Any = None, *, people: list[tuple[str, str]], territories: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["nguoi"].choices = [("", "Chọn một người"), *people]  # type: ignore[attr-defined]
        self.fields["dia_ban"].choices = territories  # type: ignore[attr-defined]


class HandOverForm(forms.Form):
    """Whose duties go to whom."""

    den = forms.ChoiceField(label="Người nhận", error_messages={"required": "Chưa chọn người nhận. Chọn một người trong cơ quan."})

    def __init__(self, data: Any = None, *, people: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["den"].choices = [("", "Chọn một người"), *people]  # type: ignore[attr-defined]


class GiveForm(forms.Form):
    """A duty given directly."""

    viec = forms.CharField(
        label="Việc phải làm", widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Chưa ghi việc phải làm. Ghi một câu ngắn."},
    )  # fmt: skip
    chu_tri = forms.ChoiceField(label="Cơ quan chủ trì", error_messages={"required": "Chưa chọn cơ quan chủ trì."})
    phoi_hop = forms.MultipleChoiceField(
        label="Cơ quan phối hợp", required=False, widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text="Giữ Ctrl để chọn nhiều cơ quan.",
    )  # fmt: skip
    thoi_han = forms.CharField(
        label="Thời hạn", required=False, max_length=300,
        help_text="“trước ngày 20/12/2026”, “hằng quý”, “trước ngày 20/11 hằng năm”, “thường xuyên”; để trống nếu không định hạn.",
    )  # fmt: skip

    def __init__(self, data: Any = None, *, agencies: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["chu_tri"].choices = [("", "Chọn một cơ quan"), *agencies]  # type: ignore[attr-defined]
        self.fields["phoi_hop"].choices = agencies  # type: ignore[attr-defined]


class DayForm(forms.Form):
    """A day moved by a paper."""

    ngay = forms.DateField(label="Ngày", error_messages=_DAY)
    lam_viec = forms.ChoiceField(label="Ngày ấy", choices=[("lam", "làm việc"), ("nghi", "nghỉ")])
    ten = forms.CharField(label="Tên gọi", required=False, max_length=200, help_text="Ví dụ “Làm bù cho ngày 02/01/2026”.")
    van_ban = forms.CharField(
        label="Theo văn bản", max_length=200, help_text="Số và ngày, ví dụ “12729/VPCP-KGVX ngày 25/12/2025”.",
        error_messages={"required": "Chưa ghi văn bản. Ghi số và ngày của văn bản."},
    )  # fmt: skip
