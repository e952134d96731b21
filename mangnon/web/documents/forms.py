"""Forms of the document pages."""

from datetime import date
from typing import Any

from django import forms

from mangnon.documents.rules import kinds
from mangnon.documents.vocabulary import Access, Priority, Relation

_KINDS = [(kind, kind) for kind in kinds.KINDS]
_DAY = "ngày/tháng/năm"


class Search(forms.Form):
    """What the list is narrowed by."""

    tim = forms.CharField(label="Tìm số, ký hiệu, nội dung, cơ quan", required=False, max_length=200)
    loai = forms.ChoiceField(label="Loại văn bản", required=False)
    nam = forms.TypedChoiceField(label="Năm ban hành", required=False, coerce=int, empty_value=None)
    tinh_trang = forms.ChoiceField(
        label="Tình trạng", required=False,
        choices=[("", "Mọi văn bản"), ("cited", "Chỉ biết qua viện dẫn"), ("unverified", "Chưa đối chiếu")],
    )  # fmt: skip

    def __init__(self, *args: Any, kinds: list[tuple[str, int]], on: date, **facts: Any) -> None:
        super().__init__(*args, **facts)
        self.fields["loai"].choices = [("", "Mọi loại"), *((kind, kind) for kind, _count in kinds)]  # type: ignore[attr-defined]
        self.fields["nam"].choices = [("", "Mọi năm"), *((year, str(year)) for year in range(on.year + 1, 2015, -1))]  # type: ignore[attr-defined]


class _Paper(forms.Form):
    """What every paper says of itself."""

    loai = forms.ChoiceField(label="Loại văn bản", choices=_KINDS, initial="Kế hoạch")
    trich_yeu = forms.CharField(
        label="Trích yếu nội dung", max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Chưa ghi trích yếu. Ghi một câu như trên văn bản."},
    )  # fmt: skip
    ngay = forms.DateField(
        label="Ngày văn bản", help_text=_DAY,
        error_messages={"required": "Chưa ghi ngày văn bản.", "invalid": "Ghi ngày/tháng/năm, ví dụ 09/01/2026."},
    )  # fmt: skip
    nguoi_ky = forms.CharField(label="Người ký", max_length=50, required=False)
    chuc_vu = forms.CharField(label="Chức vụ người ký", max_length=100, required=False)
    so_trang = forms.IntegerField(label="Số trang", min_value=1, max_value=999, required=False)
    muc_do = forms.TypedChoiceField(label="Mức độ khẩn", choices=Priority.choices, coerce=int, initial=0)
    xem = forms.ChoiceField(label="Ai được xem", choices=Access.choices, initial=Access.EVERYBODY)
    ghi_chu = forms.CharField(label="Ghi chú", max_length=500, required=False)
    tep = forms.FileField(label="Tệp văn bản", required=False, help_text="Không đưa văn bản mật vào hệ thống này.")


class SendForm(_Paper):
    """A paper the agency sends."""

    co_quan_tu_van = forms.CharField(
        label="Tổ chức tư vấn", max_length=200, required=False,
        help_text="Chỉ ghi khi Ban Điều hành, Hội đồng … ban hành: tổ chức ấy có dãy số riêng.",
    )  # fmt: skip
    ky_hieu_tu_van = forms.CharField(label="Chữ viết tắt của tổ chức ấy", max_length=15, required=False, help_text="Ví dụ BĐH")
    don_vi_soan = forms.CharField(label="Đơn vị soạn thảo", max_length=15, required=False, help_text="Chỉ dùng cho công văn, ví dụ VX")
    so = forms.IntegerField(
        label="Số văn bản", min_value=1, max_value=99_999, required=False, help_text="Để trống: hệ thống cấp số kế tiếp trong năm."
    )
    noi_nhan = forms.CharField(label="Nơi nhận", required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text="Mỗi dòng một nơi.")
    so_ban = forms.IntegerField(label="Số lượng bản", min_value=1, max_value=999, required=False)
    han = forms.DateField(label="Hạn trả lời", required=False, help_text=_DAY)

    field_order = ("loai", "trich_yeu", "ngay", "so", "nguoi_ky", "chuc_vu", "noi_nhan")


class _Foreign(_Paper):
    """A paper another body issued."""

    so_ky_hieu = forms.CharField(
        label="Số, ký hiệu", max_length=60, help_text="Như trên văn bản: 73/KH-UBND, 28-CT/TW",
        error_messages={"required": "Chưa ghi số, ký hiệu. Ghi như trên văn bản, ví dụ “73/KH-UBND”."},
    )  # fmt: skip
    co_quan = forms.CharField(
        label="Cơ quan ban hành", max_length=200, error_messages={"required": "Chưa ghi cơ quan ban hành. Ghi đủ tên như trên văn bản."}
    )
    trung = forms.CharField(label="Lý do đăng ký trùng số, ký hiệu", max_length=300, required=False)

    field_order = ("so_ky_hieu", "co_quan", "loai", "trich_yeu", "ngay")


class ArriveForm(_Foreign):
    """A paper the agency received."""

    ngay_den = forms.DateField(label="Ngày đến", help_text=_DAY, error_messages={"required": "Chưa ghi ngày đến."})
    nguoi_nhan = forms.CharField(label="Đơn vị hoặc người nhận", max_length=1000, required=False)
    han = forms.DateField(label="Thời hạn giải quyết", required=False, help_text=_DAY)


class EnterForm(_Foreign):
    """A paper of a higher body that no register here holds."""

    nguon = forms.CharField(label="Biết từ đâu", max_length=300, required=False, help_text="Ví dụ: bản scan do Văn phòng gửi")
    chua_doi_chieu = forms.BooleanField(label="Số, ngày chưa đối chiếu với bản gốc", required=False)


class RelateForm(forms.Form):
    """What this paper does to another."""

    quan_he = forms.ChoiceField(label="Văn bản này", choices=Relation.choices)
    so_ky_hieu = forms.CharField(
        label="Văn bản", max_length=60, help_text="Số, ký hiệu của văn bản đã có trong hệ thống",
        error_messages={"required": "Chưa ghi số, ký hiệu của văn bản kia."},
    )  # fmt: skip


class DirectForm(forms.Form):
    """The head's direction on a paper received."""

    chu_tri = forms.CharField(label="Chủ trì", max_length=200, error_messages={"required": "Chưa ghi ai chủ trì."})
    phoi_hop = forms.CharField(label="Phối hợp", max_length=400, required=False)
    han = forms.DateField(label="Thời hạn", required=False, help_text=_DAY)
    y_kien = forms.CharField(label="Ý kiến", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class FinishForm(forms.Form):
    """How the matter was settled."""

    ket_qua = forms.CharField(label="Kết quả", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    tra_loi = forms.CharField(label="Số, ký hiệu văn bản trả lời", max_length=60, required=False)


class DossierForm(forms.Form):
    """A new file."""

    so_ky_hieu = forms.CharField(label="Số và ký hiệu hồ sơ", max_length=20, help_text="Theo Danh mục hồ sơ, ví dụ 05.TE")
    tieu_de = forms.CharField(label="Tiêu đề hồ sơ", max_length=500)
    bat_dau = forms.DateField(label="Thời gian bắt đầu", help_text=_DAY)
    so_nam = forms.IntegerField(
        label="Thời hạn bảo quản (năm)", min_value=1, max_value=70, required=False, help_text="Để trống: vĩnh viễn."
    )
    che_do = forms.CharField(label="Chế độ sử dụng", max_length=30, required=False)


class DayForm(forms.Form):
    """A day, with words where they are wanted."""

    ngay = forms.DateField(label="Ngày", help_text=_DAY, error_messages={"required": "Chưa ghi ngày."})
    loi = forms.CharField(label="Biên bản giao nhận", max_length=300, required=False)
