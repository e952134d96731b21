"""Forms of difficulties."""

from django import forms

from mangnon.plans.vocabulary import Outcome
from mangnon.web.shell.writing import words


class RaiseForm(forms.Form):
    """What hinders the unit, what it wishes."""

    don_vi = forms.TypedChoiceField(label="Đơn vị nêu", coerce=int)
    kho_khan = words("Khó khăn, vướng mắc", rows=4, hint="Việc gì, ở đâu, vì sao chưa làm được. Không ghi tên trẻ em.")
    mong_muon = words("Đề nghị của đơn vị", rows=3, required=False)

    def __init__(self, *args: object, institutions: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["don_vi"].choices = institutions  # type: ignore[attr-defined]


class QuestionForm(forms.Form):
    cau_hoi = words("Điều cần đơn vị nói rõ", rows=3)


class MoreForm(forms.Form):
    tra_loi = words("Trả lời", rows=3)


class GatherForm(forms.Form):
    """A new matter, or one that is being weighed."""

    ten = words("Tên vướng mắc", required=False, limit=300, hint="Một câu chung cho các đơn vị, ví dụ “Chưa có phòng tham vấn ở trường”.")
    vao = forms.TypedChoiceField(label="Hoặc gộp vào", coerce=int, required=False, empty_value=None)

    def __init__(self, *args: object, matters: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["vao"].choices = [("", "Vướng mắc mới"), *matters]  # type: ignore[attr-defined]


class ProposeForm(forms.Form):
    """The answer proposed with its cost."""

    de_xuat = words("Đề xuất cách giải quyết", rows=5)
    kinh_phi = forms.CharField(label="Kinh phí (đồng)", required=False, help_text="Viết như 250.000.000; để trống nếu không cần kinh phí.")
    nguon = words("Nguồn kinh phí", required=False, limit=200)

    def clean_kinh_phi(self) -> int | None:
        text = self.cleaned_data["kinh_phi"].replace(".", "").replace(" ", "")
        if not text:
            return None
        if not text.isascii() or not text.isdigit() or len(text) > 15:
            raise forms.ValidationError("Kinh phí chưa đúng. Viết số đồng như 250.000.000.")
        return int(text)


class GuideForm(forms.Form):
    huong_dan = words("Hướng dẫn theo thẩm quyền", rows=4)


class DecideForm(forms.Form):
    """The decision of the People's Committee. No answer is chosen beforehand."""

    ket_qua = forms.ChoiceField(
        label="Quyết định", widget=forms.RadioSelect, choices=[(one.value, one.label) for one in Outcome if one is not Outcome.GUIDED],
        error_messages={"required": "Chưa chọn quyết định."},
    )  # fmt: skip
    noi_dung = words("Nội dung quyết định", rows=4, required=False, hint="Phải ghi khi điều chỉnh hoặc không đồng ý.")
    van_ban = words("Văn bản", required=False, limit=200, hint="Số, ngày văn bản nếu có, ví dụ “Công văn 1204/UBND-KGVX ngày 12/11/2026”.")
