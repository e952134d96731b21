"""Forms of checks and dissemination."""

from datetime import date
from typing import Any

from django import forms

from mangnon.plans.vocabulary import Audience, CheckKind, Spread
from mangnon.web.shell.writing import day, every_institution, field_of_institution, words


class CheckForm(forms.Form):
    """What was checked, found, required."""

    kind = forms.ChoiceField(label="Loại", choices=CheckKind.choices)
    institution_id = field_of_institution("Đơn vị được kiểm tra", required=False, hint="Để trống nếu sơ kết, tổng kết cả thành phố.")
    on = day("Ngày")
    team = words("Thành phần", limit=300, hint="Cơ quan, chức vụ trong đoàn.")
    findings = words("Kết quả", rows=5, hint="Ưu điểm, hạn chế, nguyên nhân.")
    requirement = words("Yêu cầu thực hiện", rows=3, required=False)
    due_on = day("Hạn thực hiện yêu cầu", required=False)
    file = forms.FileField(label="Biên bản, báo cáo", required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution_id"].choices = every_institution(on=on, nobody="Cả thành phố")  # type: ignore[attr-defined]


class MeetForm(forms.Form):
    """What was done about the requirement."""

    text = words("Việc đã làm", rows=4)
    file = forms.FileField(label="Tệp minh chứng", required=False)


class DisseminationForm(forms.Form):
    """Who was reached, how, what proves it."""

    institution_id = forms.TypedChoiceField(label="Đơn vị", coerce=int)
    on = day("Ngày")
    audience = forms.ChoiceField(label="Người được quán triệt, tuyên truyền", choices=Audience.choices)
    spread = forms.ChoiceField(label="Cách làm", choices=Spread.choices)
    reached = forms.IntegerField(
        label="Số người", min_value=1, error_messages={"required": "Chưa ghi số người.", "invalid": "Ghi một số.", "min_value": "Ghi từ 1."}
    )
    evidence = words("Minh chứng", limit=300, hint="Số văn bản, biên bản, đường dẫn bài đăng.")
    file = forms.FileField(label="Tệp minh chứng", required=False)

    def __init__(self, *args: Any, own: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution_id"].choices = own  # type: ignore[attr-defined]
