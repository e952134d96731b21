"""Forms of proposals to amend texts."""

from typing import Any

from django import forms

from mangnon.plans.vocabulary import LawAnswer
from mangnon.web.shell.writing import day, words


class ProposalForm(forms.Form):
    """Which text, what instead, why."""

    institution_id = forms.TypedChoiceField(label="Đơn vị kiến nghị", coerce=int)
    instrument = words("Văn bản, điều khoản", limit=300, hint="Ví dụ “Nghị định 56/2017/NĐ-CP, Điều 15 khoản 1”.")
    change = words("Nội dung đề nghị sửa đổi, bổ sung", rows=4)
    reason = words("Lý do", rows=3)
    task_id = forms.TypedChoiceField(label="Nhiệm vụ liên quan", coerce=int, required=False, empty_value=None)

    def __init__(self, *args: Any, own: list[tuple[int, str]], tasks: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution_id"].choices = own  # type: ignore[attr-defined]
        self.fields["task_id"].choices = [("", "Không gắn với nhiệm vụ nào"), *tasks]  # type: ignore[attr-defined]


class SendForm(forms.Form):
    """To whom, by which paper."""

    addressed_to = words("Nơi nhận", limit=300, hint="Ví dụ “Bộ Y tế”, “Hội đồng nhân dân thành phố”.")
    document = words("Văn bản gửi", limit=200, hint="Số, ngày văn bản.")
    sent_on = day("Ngày gửi")
    reply_due_on = day("Hạn trả lời", required=False)


class AnswerForm(forms.Form):
    """What came back."""

    result = forms.ChoiceField(
        label="Kết quả", choices=LawAnswer.choices, widget=forms.RadioSelect, error_messages={"required": "Chưa chọn kết quả."}
    )
    answer = words("Nội dung trả lời", rows=4)
    document = words("Văn bản trả lời", required=False, limit=200, hint="Số, ngày văn bản.")
    answered_on = day("Ngày trả lời")
