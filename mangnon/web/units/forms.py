"""Looking for a unit; deciding where a split one went."""

from collections.abc import Iterable

from django import forms

from mangnon.institutions.records import Candidate
from mangnon.institutions.vocabulary import Function, Kind

EVERYTHING = [("", "Mọi lĩnh vực")]


class UnitSearch(forms.Form):
    """All optional; a name may carry its old district: “phường Tân An, quận Ninh Kiều”."""

    tim = forms.CharField(label="Tên hoặc mã", required=False, max_length=200, help_text="Ghi cả quận, huyện cũ nếu có. Không cần dấu.")
    ngay = forms.DateField(label="Vào ngày", required=False, error_messages={"invalid": "Viết ngày như 30/06/2025."})
    loai = forms.ChoiceField(label="Loại", required=False, choices=[("", "Đơn vị và cơ quan"), *Kind.choices])


class Decision(forms.Form):
    """Who takes over, in which matter, why."""

    target = forms.ChoiceField(label="Nơi tiếp nhận", error_messages={"required": "Chọn một nơi tiếp nhận."})
    function = forms.ChoiceField(label="Lĩnh vực", required=False, choices=EVERYTHING)
    matter = forms.CharField(
        label="Về việc gì", required=False, max_length=200,
        help_text="Ghi khu vực, ấp, địa chỉ hoặc điểm của kế hoạch. Bỏ trống nếu quyết định cho mọi việc.",
    )  # fmt: skip
    reason = forms.CharField(
        label="Lý do, căn cứ", widget=forms.Textarea(attrs={"rows": 3}), max_length=2_000,
        error_messages={"required": "Ghi căn cứ của quyết định: văn bản, bản đồ, ý kiến của cơ quan nào."},
    )  # fmt: skip

    def __init__(self, *args: object, candidates: Iterable[Candidate], functions: Iterable[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["target"].choices = [("", "Chọn nơi tiếp nhận"), *((str(one.id), one.name) for one in candidates)]  # type: ignore[attr-defined]
        known = [(code, Function(code).label) for code in functions]
        if known:
            self.fields["function"].choices = [*EVERYTHING, *known]  # type: ignore[attr-defined]
        else:
            del self.fields["function"]
