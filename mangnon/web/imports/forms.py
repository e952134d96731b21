"""Sending a list."""

from django import forms


class UploadForm(forms.Form):
    """The file and the commune it is about."""

    file = forms.FileField(
        label="Tệp Excel (.xlsx)", help_text="Tiêu đề cột ở dòng nào cũng được. Tối đa 50 MB.",
        error_messages={"required": "Chọn tệp danh sách rồi gửi.", "empty": "Tệp rỗng. Chọn lại đúng tệp."},
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )  # fmt: skip
    commune = forms.TypedChoiceField(label="Xã, phường của danh sách", coerce=int, required=False, empty_value=None)

    def __init__(self, *args, communes: list[tuple[str, str]], whole_city: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if len(communes) == 1 and not whole_city:
            del self.fields["commune"]
        else:
            first = [("", "Nhiều xã, phường (theo cột Nơi ở)")] if whole_city else []
            self.fields["commune"].choices = [*first, *communes]  # type: ignore[attr-defined]
