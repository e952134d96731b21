"""Words of administrative Vietnamese the reader leans on."""

import re

from mangnon.plans.records import Line

# Vietnamese letters: a range such as À-Ỹ would mix capitals and small ones.
UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"

CLOSED = re.compile(r"[.;:!?…][”\"’»)]?$")

# A line that ends so calls for a number: the next line ("2. …", "b) …") goes on with the sentence and opens no clause.
_REFERRING = frozenset(["khoản", "điểm", "điều", "mục", "số", "ngày", "tháng", "năm", "phần", "bảng", "chương", "tiết", "quý", "kỳ"])
_NOT_REFERRING = frozenset(
    [
        "địa điểm",
        "thời điểm",
        "quan điểm",
        "đặc điểm",
        "ưu điểm",
        "trọng điểm",
        "thí điểm",
        "hằng năm",
        "hàng năm",
        "mỗi năm",
        "hằng tháng",
        "hàng tháng",
        "hằng quý",
        "hàng quý",
        "dân số",
        "danh mục",
        "chuyên mục",
        "hạng mục",
        "thành phần",
        "một phần",
        "góp phần",
        "học phần",
        "cổ phần",
        "định kỳ",
        "thời kỳ",
        "nhiệm kỳ",
        "kỹ số",
        "chuyển đổi số",
        "đổi số",
        "thiểu số",
        "đa số",
    ]
)

# How a body paragraph opens after a heading that ends without a full stop: with a verb, a time or a subject, not with a proper name.
_VERBS = """
ban hành|bảo đảm|bảo vệ|bố trí|bồi dưỡng|bổ sung|biểu dương|cập nhật|căn cứ|chấp hành|chỉ đạo|chịu trách nhiệm|chủ động|chủ trì|chú trọng|
chuẩn bị|cung cấp|củng cố|cử|có trách nhiệm|công bố|duy trì|đánh giá|đảm bảo|đào tạo|đầu tư|đẩy mạnh|đề xuất|định kỳ|đôn đốc|đổi mới|đưa|
giám sát|giải quyết|giới thiệu|góp phần|giảm|hoàn thiện|hoàn thành|hỗ trợ|hướng dẫn|huy động|khai thác|khảo sát|khuyến khích|kiểm tra|
kiện toàn|kịp thời|là|lãnh đạo|lập|lồng ghép|làm|mở rộng|mở|nâng cao|nghiên cứu|ngăn chặn|nghiêm túc|nhân rộng|phân bổ|phân công|phát động|
phát hiện|phát huy|phát triển|phê duyệt|phối hợp|phổ biến|phòng ngừa|phấn đấu|phản ánh|quan tâm|quán triệt|quản lý|rà soát|sắp xếp|sơ kết|
tạo|tăng cường|tập huấn|tập trung|tham mưu|tham gia|thanh tra|theo dõi|thẩm định|thông tin|thúc đẩy|thực hiện|thường xuyên|tiếp nhận|
tiếp tục|tiến hành|tổ chức|tổng hợp|tổng kết|triển khai|trình|tư vấn|từng bước|tuyên truyền|ưu tiên|vận động|vận hành|xác định|xây dựng|
xem xét|xử lý|bám sát|theo chức năng|trên cơ sở|báo cáo
"""
_OTHERS = """
các|giao|hàng năm|hằng năm|hàng quý|hằng quý|nhằm|theo|tổng|trong|trên|yêu cầu|đề nghị|kinh phí|nguồn|để|với|từ|đến|trước|khi|nếu|việc|
thời gian|tỷ lệ|toàn|mỗi|ngân sách
"""


def _any_of(*lists: str) -> str:
    return "|".join(sorted("|".join(text.replace("\n", "").strip("|") for text in lists).split("|"), key=len, reverse=True))


VERBS = re.compile(rf"^(?:{_any_of(_VERBS)})(?!\w)", re.IGNORECASE)
OPENERS = re.compile(rf"^(?:{_any_of(_VERBS, _OTHERS)})(?!\w)", re.IGNORECASE)


def refers(text: str) -> bool:
    """Whether a line ends in a word that calls for a number ("theo khoản", "trước ngày"), not in one that only sounds so ("địa điểm")."""
    last = text.lower().split()[-2:]
    return bool(last) and last[-1] in _REFERRING and " ".join(last) not in _NOT_REFERRING


def closed(text: str) -> bool:
    """Whether a line ends a sentence or an item."""
    return bool(CLOSED.search(text))


def upper(text: str) -> bool:
    """Whether a line is set in capitals, as headings of parts and names of issuers are."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def still_upper(text: str) -> bool:
    """Whether a line goes on a heading in capitals: capitals, or figures alone ("2026 - 2030")."""
    return upper(text) or not any(c.isalpha() for c in text)


def opens_upper(text: str) -> bool:
    """Whether the first letter or digit stands as at the start of a sentence."""
    first = next((c for c in text if c.isalnum()), "")
    return first.isupper() or first.isdigit()


def joined(lines: list[Line]) -> str:
    """Wrapped lines as running text; a paragraph of its own starts a new line."""
    text = ""
    for line in lines:
        own = line.whole or (line.gap and closed(text) and opens_upper(line.text))
        text += ("\n" if own else " ") + " ".join(line.text.split()) if text else " ".join(line.text.split())
    return text
