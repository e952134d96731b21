"""Examples of the gallery: the template text on the left is exactly what is drawn on the right."""

from dataclasses import dataclass

from django import forms

from mangnon.web.shell.work import State, Urgency, WorkItem
from mangnon.web.templatetags.parts import Moment, Share, Step, Tile


@dataclass(frozen=True)
class Example:
    """One component: its name in code, what it is for, its parameters in words, template text to copy."""

    part: str
    title: str
    purpose: str
    source: str


class SampleForm(forms.Form):
    """Three fields: plain, wrong, optional with a hint."""

    name = forms.CharField(label="Họ và tên")
    number = forms.CharField(label="Số định danh")
    area = forms.ChoiceField(
        label="Khu vực", required=False, choices=[("5", "Khu vực 5")], help_text="Theo nơi trẻ đang ở, không theo nơi thường trú."
    )

    def clean_number(self) -> str:
        raise forms.ValidationError("Có 11 chữ số, cần đủ 12. Chưa có số thì để trống.")


SAMPLES: dict[str, object] = {
    "shares": [
        Share("đã chấp nhận", 61, "ok", "#"), Share("chờ xem", 30, "info", "#"), Share("trả lại", 8, "soon", "#"),
        Share("quá hạn", 12, "late", "#"), Share("chưa đến hạn", 9, "idle"),
    ],
    "steps": [
        Step("Nhận tệp", "374 dòng", "done"), Step("Kiểm tra", "12 dòng cần sửa", "now"), Step("Ghi vào sổ"), Step("Đối chiếu dân cư"),
    ],
    "moments": [
        Moment("19/11/2026", "Hạn nộp báo cáo năm", state="future"), Moment("06:05 hôm nay", "Viết mục 5", who="Lâm Ngọc Thu"),
        Moment("22:50, 22/11/2026", "Sở Y tế trả lại mục 4", state="key"),
    ],
    "tiles": [Tile(str(step), name, step, 0, text, step) for step, name, text in (
        (0, "Xã Đông Hiệp", "–"), (1, "Xã Trường Long", "71"), (2, "Xã Phong Điền", "79"), (3, "Phường Ô Môn", "85"),
        (4, "Phường Cái Khế", "91"), (5, "Phường Ninh Kiều", "97"),
    )],
    "real": [60.0, 62.5, 64.0, 68.0, 71.8], "path": [60.0, 64.0, 68.0, 72.0, 76.0],
    "item": WorkItem(
        Urgency.TODAY, State.LATE, "Quá hạn 3 ngày", "hạn 19/11/2026", "Nộp báo cáo năm 2026 thực hiện Kế hoạch 73/KH-UBND",
        "Đã viết 5 trên 7 mục", "Viết tiếp", "#",
    ),
}  # fmt: skip

EXAMPLES = (
    Example(
        "icon",
        "Biểu tượng",
        "Tabler nét mảnh, không đứng một mình. Tên; thêm True cho cỡ nhỏ.",
        '{% icon "printer" %} In phiếu · {% icon "check" True %} Đã ghi',
    ),
    Example(
        "pill",
        "Trạng thái",
        "Quá hạn: nền đặc. Sắp hạn: có viền. Đúng hạn: nhạt. Chưa có: viền đứt. In đen trắng vẫn phân biệt được. Trạng "
        "thái (late, soon, ok, info, wait, idle), lời.",
        '{% pill "late" "Quá hạn 3 ngày" %} {% pill "soon" "Còn 3 giờ 20 phút" %} {% pill "ok" "Đúng hạn" %} {% pill '
        '"info" "Chờ xem" %} {% pill "wait" "Chưa có minh chứng" %} {% pill "idle" "Kết thúc 31/05/2026" %}',
    ),
    Example(
        "tag",
        "Nhãn",
        "Loại hoặc số hiệu biểu mẫu. Lời.",
        '{% tag "Mẫu số 02" %}',
    ),
    Example(
        "count",
        "Số việc đang chờ",
        "Không bao giờ là tổng số. Số; thêm True khi có việc quá hạn.",
        "{% count 38 %} {% count 7 True %}",
    ),
    Example(
        "clock",
        "Đồng hồ",
        "Thời gian còn lại, lúc hết hạn. Trạng thái, lời, mốc; large một lần ở đầu hồ sơ; share là phần đã qua.",
        '{% clock "soon" "Hạn hôm nay" "hết ngày 23/11/2026" %}\n{% clock "late" "Quá hạn 3 ngày" "hạn 19/11/2026" large=True share=100 %}',
    ),
    Example(
        "meter",
        "Thanh tiến độ",
        "Một phần của toàn thể; con số đứng cạnh bằng lời. Phần trăm, trạng thái.",
        "{% meter 96.8 %} 362 trên 374 dòng đã ghi",
    ),
    Example(
        "stacked",
        "Thanh chồng",
        "Một toàn thể chia ra, chú giải mở được. Danh sách Share, lời mô tả.",
        '{% stacked shares "120 đơn vị theo tình trạng báo cáo" %}',
    ),
    Example(
        "spark",
        "Đường đi và lộ trình",
        "Nét liền: đã đạt. Nét đứt: lộ trình. Hai dãy số; off khi lệch.",
        "{% spark real path True %}",
    ),
    Example(
        "fig",
        "Con số có nguồn",
        "Số gạch chấm là số mở được. Giá trị, địa chỉ.",
        'Có {% fig "11.208" "#" %} trẻ em.',
    ),
    Example(
        "figure",
        "Con số dẫn đầu",
        "Giá trị, chú thích, địa chỉ nếu mở được.",
        '{% figure "11.208" "trẻ em có hoàn cảnh đặc biệt" "#" %} {% figure "374" "dòng đã nhận" %}',
    ),
    Example(
        "finding",
        "Phát hiện",
        "Điều gì, ở đâu, làm gì; nút ở ngay dòng đó. Loại (stop, ask, note), điều gì, ở đâu, việc cần làm, nút.",
        '<ul>{% finding "stop" "Ngày 31/02/2019 không có trong lịch." "Dòng 23, cột Ngày sinh" "Xem lại giấy khai sinh." '
        '"Sửa ô này" "#" %}\n'
        '{% finding "ask" "Họ tên viết thường." "Dòng 23 và 4 dòng khác" %}\n'
        '{% finding "note" "Phường An Hòa nay là phường Cái Khế." "31 dòng, cột Nơi ở" %}</ul>',
    ),
    Example(
        "notice",
        "Thông báo của trang",
        "Nhiều nhất hai trên một trang. Trạng thái: info, ok, soon, late.",
        '{% notice "ok" %}<p>Sở Y tế đã chấp nhận báo cáo lúc 09:40, 24/11/2026.</p>{% endnotice %}',
    ),
    Example(
        "toast",
        "Báo đã xong",
        "Kèm đường lui nếu có. Lời, địa chỉ hoàn tác.",
        '{% toast "Đã gắn số định danh cho hồ sơ TE-000123." %}',
    ),
    Example(
        "dialog",
        "Hỏi trước khi làm",
        "Chỉ khi không hoàn tác được hoặc gửi ra ngoài đơn vị. Mã, câu hỏi, mã biểu mẫu, lời của nút; danger.",
        '<form id="nop" method="get" action="#"><button class="button button-primary" data-opens="hoi-nop">Nộp báo '
        "cáo</button></form>\n"
        '{% dialog id="hoi-nop" title="Nộp báo cáo năm 2026?" form="nop" label="Nộp báo cáo" %}<p>Báo cáo và 42 số liệu'
        " sẽ được gửi Sở Y tế và khóa lại. Muốn sửa, phải xin Sở trả lại.</p>{% enddialog %}",
    ),
    Example(
        "stepper",
        "Các bước",
        "Vị trí do dữ liệu tính ra. Danh sách Step.",
        "{% stepper steps %}",
    ),
    Example(
        "timeline",
        "Dòng thời gian",
        "Mới nhất ở trên. Danh sách Moment.",
        "{% timeline moments %}",
    ),
    Example(
        "table_head",
        "Đầu bảng",
        "Cột số kết thúc bằng dấu thăng.",
        '<table class="data">{% table_head "Khu vực" "Trẻ dưới 16 #" %}<tbody><tr><th scope="row">Khu vực 1</th><td '
        'class="num">1.482</td></tr></tbody></table>',
    ),
    Example(
        "pager",
        "Trang của danh sách",
        "Giữ bộ lọc trên địa chỉ. Trang, danh từ được đếm.",
        '{% pager page "trẻ" %}',
    ),
    Example(
        "tilemap",
        "Bản đồ ô",
        "Các xã, phường như nhau, gần vị trí thật; luôn có bảng cùng số liệu. Danh sách Tile, lời mô tả.",
        '{% tilemap tiles "Thang màu của bản đồ ô" %}',
    ),
    Example(
        "field",
        "Ô nhập",
        "Nhãn ở trên, gợi ý dưới nhãn, lỗi dưới ô. Một ô của biểu mẫu; marked=False trong hàng bộ lọc.",
        '<form class="cols cols-third" method="get">{% field form.name %}{% field form.number %}{% field form.area %}</form>',
    ),
    Example(
        "empty",
        "Trống",
        "Vì sao trống và việc tiếp theo. Lời, gợi ý, nút, địa chỉ.",
        '{% empty "Không còn việc quá hạn" "Việc gần nhất đến hạn Thứ Tư, 25/11/2026." %}',
    ),
    Example(
        "work_item",
        "Việc",
        "Đồng hồ, việc gì và về đâu, một việc làm tiếp. Một WorkItem tên item.",
        '<ul class="work">{% include "parts/work_item.html" %}</ul>',
    ),
)
