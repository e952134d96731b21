"""The gallery, open to everybody: who writes a page looks here first."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.template import engines

from mangnon.accounts.vocabulary import Permission
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.gallery.examples import EXAMPLES, SAMPLES, SampleForm


@policy(Permission.SEE_OWN_WORK)
def gallery(request: AuthedRequest) -> HttpResponse:
    """All components, each drawn from the text shown beside it."""
    form = SampleForm({"name": "Lưu Gia Hân", "number": "09221800442", "area": "5"})
    context = {**SAMPLES, "form": form, "page": Paginator(range(13_105), 50).page(2)}
    drawn = [(example, engines["django"].from_string(example.source).render(context, request)) for example in EXAMPLES]
    return render(request, "gallery/gallery.html", {"drawn": drawn, "colours": COLOURS})


COLOURS = (
    ("tre-900", "nền báo đã xong"), ("tre-800", "thanh trên"), ("tre-700", "nút chính, liên kết"), ("tre-600", "thanh tiến độ, biểu đồ"),
    ("tre-100", "mục đang chọn"), ("mang-500", "bước đang làm"), ("mang-300", "quầng chọn, chỗ khác nhau"), ("ink-900", "chữ"),
    ("ink-500", "chữ phụ"), ("paper", "nền trang"), ("late", "quá hạn, phải sửa"), ("soon", "sắp hạn, cần trả lời"),
    ("ok", "đúng hạn, khớp"), ("info", "thông tin"),
)  # fmt: skip
