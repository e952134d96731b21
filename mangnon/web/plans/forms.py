"""Forms of the plan pages."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.urls import Resolver404, resolve

from mangnon.institutions.vocabulary import Function
from mangnon.plans.vocabulary import Declared, EvidenceKind

_MISSING = "Chưa có {}."
_DAY = {"required": "Chưa ghi ngày. Viết như 31/03/2027.", "invalid": "Ngày chưa đúng. Viết như 31/03/2027."}


class UploadForm(forms.Form):
    """A document to read."""

    tep = forms.FileField(
        label="Tệp văn bản", help_text="Bản Word (.docx) hoặc văn bản thuần (.txt) theo thể thức Nghị định 30/2020/NĐ-CP.",
        error_messages={"required": "Chưa chọn tệp. Chọn tệp .docx hoặc .txt của kế hoạch.", "empty": "Tệp rỗng. Chọn lại đúng tệp."},
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.txt"}),
    )  # fmt: skip


class ClauseForm(forms.Form):
    """What a clause says, where the machine misread it."""

    tieu_de = forms.CharField(label="Tiêu đề", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    noi_dung = forms.CharField(label="Nội dung", required=False, widget=forms.Textarea(attrs={"rows": 8}))


class TaskForm(forms.Form):
    """A duty: what, who leads, who co-ordinates, by when."""

    viec = forms.CharField(
        label="Việc phải làm",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Chưa ghi việc phải làm. Ghi một câu ngắn."},
    )
    chu_tri = forms.CharField(
        label="Cơ quan chủ trì", max_length=400, error_messages={"required": "Chưa ghi cơ quan chủ trì. Ghi tên như trong văn bản."},
        help_text="Tên vào ngày ban hành văn bản, ví dụ “Sở Nội vụ”; hoặc một nhóm, ví dụ “các sở, ban ngành”.",
    )  # fmt: skip
    phoi_hop = forms.CharField(
        label="Cơ quan phối hợp", required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text="Mỗi dòng một cơ quan."
    )
    thoi_han = forms.CharField(
        label="Thời hạn",
        required=False,
        max_length=300,
        help_text="Ghi như trong văn bản: “trước ngày 20 tháng 11 hằng năm”, “quý II năm 2027”.",
    )
    linh_vuc = forms.ChoiceField(
        label="Lĩnh vực", required=False, help_text="Chỉ cần khi cơ quan chủ trì cũ đã chia cho nhiều nơi: việc theo lĩnh vực này.",
        choices=[("", "Theo lĩnh vực của kế hoạch"), *Function.choices],
    )  # fmt: skip


class RemoveForm(forms.Form):
    """Why a duty leaves the list."""

    ly_do = forms.CharField(
        label="Lý do bỏ nhiệm vụ", error_messages={"required": "Chưa ghi lý do. Ghi một câu, ví dụ “trùng với II.6.d”."}
    )


class AssignForm(forms.Form):
    """The one person who answers for a duty."""

    nguoi = forms.ChoiceField(label="Người phụ trách", error_messages={"required": "Chưa chọn người. Chọn một người trong cơ quan."})

    def __init__(self, people: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nguoi"].choices = [("", "Chọn một người"), *people]  # type: ignore[attr-defined]


class ReportForm(forms.Form):
    """What the agency says of a duty, with what proves it."""

    tu_bao = forms.ChoiceField(
        label="Tự báo", choices=[(one.value, one.label.capitalize()) for one in Declared if one is not Declared.NOTHING],
        error_messages={"required": "Chưa chọn mức thực hiện. Chọn “Đang làm” hoặc “Hoàn thành”."},
    )  # fmt: skip
    phan_tram = forms.IntegerField(
        label="Mức hoàn thành (%)", required=False, min_value=0, max_value=100,
        error_messages={"min_value": "Ghi số từ 0 đến 100.", "max_value": "Ghi số từ 0 đến 100.", "invalid": "Ghi một số từ 0 đến 100."},
    )  # fmt: skip
    ghi_chu = forms.CharField(label="Kết quả, vướng mắc", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    minh_chung = forms.CharField(
        label="Văn bản minh chứng",
        required=False,
        max_length=300,
        help_text="Số, ngày văn bản; ví dụ “Kế hoạch 12/KH-SYT ngày 05/01/2026”.",
    )
    tep = forms.FileField(label="Tệp minh chứng", required=False)
    trong_he_thong = forms.CharField(
        label="Số liệu, hồ sơ trong hệ thống", required=False, max_length=300,
        help_text="Dán địa chỉ trang chỉ tiêu, báo cáo, danh sách của Măng Non đã có số liệu ấy.",
    )  # fmt: skip
    ky = forms.ChoiceField(label="Báo cho kỳ", required=False)

    def __init__(self, turns: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ky"].choices = turns or [("", "kỳ này")]  # type: ignore[attr-defined]

    def clean_trong_he_thong(self) -> tuple[EvidenceKind, str, str] | None:
        """A page of the product as a piece of evidence; the address may be pasted with its host."""
        written = self.cleaned_data["trong_he_thong"].strip()
        if not written:
            return None
        parts = urlsplit(written)
        try:
            page = resolve(parts.path)
        except Resolver404:
            raise forms.ValidationError("Địa chỉ này không phải trang của Măng Non. Mở trang số liệu rồi chép lại địa chỉ.") from None
        kind = EvidenceKind.FIGURE if (page.url_name or "").startswith("indicator") else EvidenceKind.RECORD
        return kind, f"{kind.label}: {parts.path}", parts.path + (f"?{parts.query}" if parts.query else "")


class DecideForm(forms.Form):
    """Who takes over a duty whose agency was divided among several."""

    noi = forms.ChoiceField(
        label="Nơi tiếp nhận", widget=forms.RadioSelect, error_messages={"required": "Chưa chọn nơi tiếp nhận. Chọn một cơ quan."}
    )
    ly_do = forms.CharField(
        label="Căn cứ, lý do",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Chưa ghi căn cứ. Ghi văn bản hoặc lý do."},
    )

    def __init__(self, candidates: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["noi"].choices = candidates  # type: ignore[attr-defined]


class ExtensionForm(forms.Form):
    """A later deadline asked for."""

    ngay_moi = forms.DateField(label="Đề nghị đến ngày", error_messages=_DAY)
    ly_do_gia_han = forms.CharField(
        label="Lý do", widget=forms.Textarea(attrs={"rows": 3}), help_text="Đã làm đến đâu, vướng gì, cần thêm thời gian để làm gì.",
        error_messages={"required": "Chưa ghi lý do xin gia hạn."},
    )  # fmt: skip
