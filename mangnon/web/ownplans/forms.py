"""Forms of own work plans."""

from datetime import date
from typing import Any

from django import forms

from mangnon.plans.records import ActivityRow
from mangnon.plans.vocabulary import Declared

_DAY = "ngày/tháng/năm"


class DescribeForm(forms.Form):
    """Subject and aims."""

    trich_yeu = forms.CharField(label="Trích yếu", max_length=500, error_messages={"required": "Chưa ghi trích yếu của kế hoạch."})
    muc_dich = forms.CharField(
        label="Mục đích, yêu cầu", required=False, widget=forms.Textarea(attrs={"rows": 4}), help_text="Mỗi dòng một ý; in vào phần I."
    )


class ActivityForm(forms.Form):
    """One activity."""

    viec = forms.CharField(
        label="Nội dung công việc", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Chưa ghi việc phải làm. Ghi một câu ngắn."},
    )  # fmt: skip
    muc = forms.ChoiceField(label="Thực hiện mục của kế hoạch thành phố", required=False)
    nguoi = forms.ChoiceField(label="Người phụ trách", required=False)
    nguoi_khac = forms.CharField(label="Người phụ trách khác", max_length=150, required=False, help_text="Khi người ấy chưa có tài khoản.")
    bo_phan = forms.CharField(label="Bộ phận thực hiện", max_length=200, required=False)
    bat_dau = forms.DateField(label="Bắt đầu", required=False, help_text=_DAY)
    hoan_thanh = forms.DateField(label="Hoàn thành", required=False, help_text=_DAY)
    thoi_gian = forms.CharField(label="Thời gian bằng lời", max_length=200, required=False, help_text="Ví dụ: thường xuyên, quý II")
    san_pham = forms.CharField(label="Sản phẩm", max_length=300, required=False)
    kinh_phi = forms.CharField(label="Kinh phí", max_length=200, required=False, help_text="Ví dụ: 40 triệu đồng, lồng ghép")

    def __init__(self, *args: Any, clauses: list[tuple[int, str, str]], people: list[tuple[str, str]], **facts: Any) -> None:
        super().__init__(*args, **facts)
        addresses = [("", "Không thuộc mục nào"), *((address, f"{address}: {words}") for _pk, address, words in clauses)]
        self.fields["muc"].choices = addresses  # type: ignore[attr-defined]
        self.fields["nguoi"].choices = [("", "Chưa phân công"), *people]  # type: ignore[attr-defined]

    def row(self) -> ActivityRow:
        """What was typed."""
        said = self.cleaned_data
        return ActivityRow(
            line=0, summary=said["viec"], clause=said["muc"], unit_words=said["bo_phan"], person=said["nguoi_khac"],
            starts_on=said["bat_dau"], due_on=said["hoan_thanh"], due_words=said["thoi_gian"], product=said["san_pham"],
            cost_words=said["kinh_phi"],
        )  # fmt: skip


class TableForm(forms.Form):
    """A table to take in."""

    tep = forms.FileField(
        label="Bảng Excel (.xlsx)", help_text="Cột “Nội dung công việc” là bắt buộc. Bảng thay toàn bộ hoạt động đang soạn.",
        error_messages={"required": "Chưa chọn tệp. Chọn bảng .xlsx đã điền.", "empty": "Tệp rỗng. Chọn lại đúng tệp."},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )  # fmt: skip


class IssueForm(forms.Form):
    """Number, day and signer of the paper."""

    so = forms.IntegerField(
        label="Số", min_value=1, max_value=99_999, required=False, help_text="Để trống: sổ văn bản đi của đơn vị cấp số kế tiếp."
    )
    ngay = forms.DateField(label="Ngày ký", help_text=_DAY, error_messages={"required": "Chưa ghi ngày ký."})
    nguoi_ky = forms.CharField(label="Người ký", max_length=50, required=False, help_text="Họ tên, không ghi học hàm, học vị")
    chuc_vu = forms.CharField(label="Chức vụ", max_length=100, required=False)


class ReportForm(forms.Form):
    """How far an activity is."""

    muc_do = forms.ChoiceField(
        label="Mức thực hiện", choices=[(one.value, one.label.capitalize()) for one in Declared if one is not Declared.NOTHING]
    )
    minh_chung = forms.CharField(label="Văn bản minh chứng", max_length=300, required=False, help_text="Số, ngày văn bản")
    tep = forms.FileField(label="Tệp minh chứng", required=False)
    ghi_chu = forms.CharField(label="Kết quả, vướng mắc", required=False, widget=forms.Textarea(attrs={"rows": 2}))


def year_of(text: str, *, on: date) -> int:
    """A year of the address bar; this year when it is none."""
    return int(text) if text.isdigit() and 2020 <= int(text) <= 2040 else on.year
