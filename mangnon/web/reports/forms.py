"""Forms of the report pages."""

from django import forms


class IssueForm(forms.Form):
    """Number, day and signer of the paper."""

    number = forms.IntegerField(
        label="Số", min_value=1, max_value=99_999, required=False, help_text="Để trống: sổ văn bản đi của cơ quan cấp số kế tiếp."
    )
    issued_on = forms.DateField(label="Ngày ký", help_text="ngày/tháng/năm")
    signer = forms.CharField(label="Người ký", max_length=120, required=False, help_text="Họ tên, không ghi học hàm, học vị")
