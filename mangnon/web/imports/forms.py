"""Sending a list."""

from django import forms

from mangnon.intake import formats
from mangnon.intake.formats import child_list


class UploadForm(forms.Form):
    """The file, what kind of list it is, and the commune it is about."""

    format = forms.ChoiceField(
        label="Loại danh sách", required=False, choices=lambda: [(layout.code, layout.title) for layout in formats.every().values()]
    )
    file = forms.FileField(
        label="Tệp danh sách", help_text="Excel .xlsx, .xlsm, .xls, .ods hoặc .csv; tiêu đề cột ở dòng nào cũng được. Tối đa 128 MB.",
        error_messages={"required": "Chọn tệp danh sách rồi gửi.", "empty": "Tệp rỗng. Chọn lại đúng tệp."},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.xls,.ods,.csv"}),
    )  # fmt: skip
    commune = forms.TypedChoiceField(label="Xã, phường của danh sách", coerce=int, required=False, empty_value=None)

    def __init__(self, *args, communes: list[tuple[str, str]], whole_city: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if len(communes) == 1 and not whole_city:
            del self.fields["commune"]
        else:
            first = [("", "Nhiều xã, phường (theo cột Nơi ở)")] if whole_city else []
            self.fields["commune"].choices = [*first, *communes]  # type: ignore[attr-defined]

    def choose_format(self, code: str) -> None:
        """The kind of list chosen when the form comes back; "" leaves what was."""
        if code:
            self.data = {**self.data.dict(), "format": code}  # type: ignore[attr-defined]

    def clean_format(self) -> str:
        return self.cleaned_data["format"] or child_list.CODE
