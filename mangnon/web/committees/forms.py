"""Forms of committees and meetings."""

from datetime import date
from typing import Any

from django import forms

from mangnon.accounts.vocabulary import Field
from mangnon.plans.vocabulary import CommitteeKind, Part
from mangnon.web.shell.writing import day, every_institution, field_of_institution, words


class CommitteeForm(forms.Form):
    """A committee as the decision that formed it says."""

    institution_id = forms.TypedChoiceField(label="Của", coerce=int)
    kind = forms.ChoiceField(label="Loại", choices=CommitteeKind.choices)
    name = words("Tên", limit=300, hint="Như trong quyết định, ví dụ “Ban Điều hành bảo vệ, chăm sóc trẻ em thành phố”.")
    decision = words("Quyết định thành lập", limit=200, hint="Số, ngày quyết định.")
    since = day("Từ ngày")
    rules = words("Quy chế hoạt động", rows=3, required=False, hint="Nội dung chính hoặc số, ngày quyết định ban hành.")
    rules_file = forms.FileField(label="Tệp quy chế", required=False)

    def __init__(self, *args: Any, places: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution_id"].choices = places  # type: ignore[attr-defined]


class SeatForm(forms.Form):
    """A member by office."""

    part = forms.ChoiceField(label="Là", choices=Part.choices)
    office = words("Chức vụ", limit=200, hint="Ví dụ “Phó Giám đốc Sở Giáo dục và Đào tạo”.")
    agency_id = field_of_institution("Cơ quan", required=False)
    username = words("Tên đăng nhập", required=False, limit=60, hint="Nếu thành viên có tài khoản.")
    field = forms.ChoiceField(label="Lĩnh vực phụ trách", choices=Field.choices)
    area_id = field_of_institution("Địa bàn phụ trách", required=False)
    since = day("Từ ngày")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = every_institution(on=on, nobody="Không ghi")
        self.fields["agency_id"].choices = self.fields["area_id"].choices = choices  # type: ignore[attr-defined]


class ReleaseForm(forms.Form):
    last_day = day("Ngày cuối tham gia")


class CallForm(forms.Form):
    """A meeting with its agenda."""

    title = words("Nội dung cuộc họp", limit=300)
    on = day("Ngày họp")
    place = words("Nơi họp", required=False, limit=200)
    agenda = words("Chương trình", rows=4, hint="Mỗi dòng một nội dung.")


class MinutesForm(forms.Form):
    """The minutes: who came, what was said, what was concluded."""

    present = forms.TypedMultipleChoiceField(label="Có mặt", coerce=int, required=False, widget=forms.CheckboxSelectMultiple)
    minutes = words("Biên bản", rows=6)
    conclusions = words("Kết luận", rows=5, hint="Mỗi dòng một kết luận; sau đó giao từng kết luận thành nhiệm vụ.")
    minutes_file = forms.FileField(label="Tệp biên bản", required=False)

    def __init__(self, *args: Any, members: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].choices = members  # type: ignore[attr-defined]


class ConclusionForm(forms.Form):
    text = words("Kết luận", rows=2)


class DutyForm(forms.Form):
    """The duty a conclusion becomes."""

    lead_id = field_of_institution("Cơ quan chủ trì")
    responsible = forms.ChoiceField(
        label="Người phụ trách", required=False, help_text="Thành viên thuộc cơ quan chủ trì; để trống thì cơ quan tự phân công.",
    )  # fmt: skip
    summary = words("Việc phải làm", rows=3)
    due_on = day("Hạn")

    def __init__(self, *args: Any, on: date, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["responsible"].choices = [("", "Cơ quan chủ trì phân công"), *people]  # type: ignore[attr-defined]
        self.fields["lead_id"].choices = every_institution(on=on)  # type: ignore[attr-defined]
