"""Forms of supervision and criticism."""

from datetime import date
from typing import Any

from django import forms

from mangnon.outreach.vocabulary import CriticismForm, Stance, SupervisionForm
from mangnon.web.shell.writing import day, every_institution, field_of_institution, words


class ProgrammeForm(forms.Form):
    """A supervision of the year."""

    agency = forms.TypedChoiceField(label="Cơ quan giám sát", coerce=int)
    title = words("Nội dung giám sát", limit=300)
    form = forms.ChoiceField(label="Hình thức", choices=SupervisionForm.choices)
    content = words("Yêu cầu, phạm vi", rows=3, required=False)
    clause = words("Điểm của kế hoạch", required=False, limit=60, hint="Ví dụ II.6.c; để trống nếu giám sát cả kế hoạch.")
    document = words("Văn bản", required=False, limit=200, hint="Số, ngày chương trình hoặc kế hoạch giám sát.")
    starts_on = day("Từ ngày")
    ends_on = day("Đến ngày")

    def __init__(self, *args: Any, own: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = own  # type: ignore[attr-defined]


class _AboutInstitution(forms.Form):
    """A form with one institution to choose."""

    chosen = "institution_id"

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[self.chosen].choices = every_institution(on=on)  # type: ignore[attr-defined]


class VisitForm(_AboutInstitution):
    """What was found where."""

    institution_id = field_of_institution("Đơn vị được giám sát")
    on = day("Ngày giám sát")
    team = words("Thành phần đoàn", limit=300, hint="Cơ quan, chức vụ.")
    findings = words("Kết quả giám sát", rows=5, hint="Ưu điểm, hạn chế. Không ghi tên trẻ em.")
    file = forms.FileField(label="Biên bản", required=False)


class RecommendationForm(_AboutInstitution):
    """What is asked of whom, by when."""

    chosen = "addressed_id"
    addressed_id = field_of_institution("Nơi phải trả lời")
    text = words("Nội dung kiến nghị", rows=4)
    reply_due_on = day("Hạn trả lời")


class ReplyForm(forms.Form):
    """The reply owed."""

    stance = forms.ChoiceField(
        label="Ý kiến", choices=Stance.choices, widget=forms.RadioSelect, error_messages={"required": "Chưa chọn ý kiến."}
    )
    text = words("Nội dung trả lời", rows=4, hint="Đã làm gì, sẽ làm gì, khi nào xong; hoặc vì sao chưa tiếp thu.")
    document = words("Văn bản trả lời", required=False, limit=200, hint="Số, ngày văn bản.")


class DoneForm(forms.Form):
    """How the supervisors know it is done."""

    text = words("Kết quả đã kiểm chứng", rows=3)


class CriticismAskForm(_AboutInstitution):
    """A draft to be criticised."""

    chosen = "critic_id"
    draft = words("Tên dự thảo", limit=300)
    drafter_id = forms.TypedChoiceField(label="Cơ quan soạn thảo", coerce=int)
    critic_id = field_of_institution("Nơi phản biện", hint="Ủy ban Mặt trận Tổ quốc Việt Nam hoặc đoàn thể.")
    form = forms.ChoiceField(label="Hình thức", choices=CriticismForm.choices)
    opinion_due_on = day("Hạn cho ý kiến")
    file = forms.FileField(label="Tệp dự thảo", required=False)

    def __init__(self, *args: Any, own: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["drafter_id"].choices = own  # type: ignore[attr-defined]


class OpinionForm(forms.Form):
    """The opinion of the Front."""

    text = words("Ý kiến phản biện", rows=6)
    document = words("Văn bản", required=False, limit=200, hint="Số, ngày văn bản.")
    answer_due_on = day("Hạn tiếp thu, giải trình")


class ExplanationForm(forms.Form):
    """What the drafter takes up."""

    stance = forms.ChoiceField(
        label="Ý kiến", choices=Stance.choices, widget=forms.RadioSelect, error_messages={"required": "Chưa chọn ý kiến."}
    )
    text = words("Tiếp thu, giải trình", rows=5)
