"""Words of administrative Vietnamese the reader leans on."""

import re

from mangnon.plans.records import Line

CLOSED = re.compile(r"[.;:!?…][”\"’»)]?$")
REFERS = re.compile(r"\b(?:khoản|điểm|điều|mục|số|ngày|tháng|năm|phần|bảng|phụ lục|chương|tiết|quý|kỳ)$", re.IGNORECASE)

# How a body paragraph opens after a heading that ends without a full stop: with a verb, a time or a subject, not with a proper name.
_OPENERS = """
ban hành|bảo đảm|bố trí|bồi dưỡng|bổ sung|biểu dương|cập nhật|căn cứ|chấp hành|chỉ đạo|chịu trách nhiệm|chủ động|chủ trì|chú trọng|chuẩn bị|
cung cấp|củng cố|cử|các|có trách nhiệm|công bố|duy trì|đánh giá|đảm bảo|đào tạo|đầu tư|đẩy mạnh|đề xuất|định kỳ|đôn đốc|đổi mới|đưa|
giám sát|giao|giải quyết|giới thiệu|góp phần|giảm|hàng năm|hằng năm|hoàn thiện|hoàn thành|hỗ trợ|hướng dẫn|huy động|khai thác|khảo sát|
khuyến khích|kiểm tra|kiện toàn|kịp thời|là|lập|lồng ghép|làm|mở rộng|mở|nâng cao|nghiên cứu|ngăn chặn|nhân rộng|nhằm|phân bổ|phân công|
phát động|phát hiện|phát huy|phát triển|phê duyệt|phối hợp|phổ biến|phòng ngừa|phấn đấu|phản ánh|quan tâm|quán triệt|quản lý|rà soát|
sắp xếp|sơ kết|tạo|tăng cường|tập huấn|tập trung|tham mưu|tham gia|thanh tra|theo|theo dõi|thẩm định|thông tin|thúc đẩy|thực hiện|thường xuyên|
tiếp nhận|tiếp tục|tiến hành|tổ chức|tổng hợp|tổng kết|tổng|triển khai|trên cơ sở|trong|trình|tư vấn|từng bước|tuyên truyền|ưu tiên|vận động|
vận hành|xác định|xây dựng|xem xét|xử lý|yêu cầu|đề nghị|kinh phí|nguồn|để|với|từ|đến|trước|khi|nếu|việc|thời gian|tỷ lệ|100%|toàn|mỗi|hàng quý|hằng quý
"""
OPENERS = re.compile(rf"^(?:{'|'.join(sorted(_OPENERS.replace(chr(10), '').split('|'), key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def closed(text: str) -> bool:
    """Whether a line ends a sentence or an item."""
    return bool(CLOSED.search(text))


def upper(text: str) -> bool:
    """Whether a line is set in capitals, as headings of parts and names of issuers are."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


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
