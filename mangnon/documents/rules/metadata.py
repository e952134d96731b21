"""Mandatory metadata of documents and files (Nghị định 30/2020/NĐ-CP, Phụ lục VI, phần II): identifier, words, length."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """One field: its identifier in the annex, its Vietnamese name, the greatest length."""

    tag: str
    label: str
    length: int


_FILE_CODE = (
    Item("FileCode.OrganId", "Mã định danh cơ quan lập danh mục hồ sơ", 13), Item("FileCode.FileCatalog", "Năm hình thành hồ sơ", 4),
    Item("FileCode.FileNotation", "Số và ký hiệu hồ sơ", 20),
)  # fmt: skip
_PAPER = (
    *_FILE_CODE, Item("DocOrdinal", "Số thứ tự văn bản trong hồ sơ", 3), Item("TypeName", "Tên loại văn bản", 100),
    Item("CodeNumber", "Số của văn bản", 11), Item("CodeNotation", "Ký hiệu của văn bản", 30),
    Item("IssuedDate", "Ngày, tháng, năm văn bản", 10), Item("OrganName", "Tên cơ quan, tổ chức ban hành văn bản", 200),
    Item("Subject", "Trích yếu nội dung", 500), Item("Language", "Ngôn ngữ", 30), Item("PageAmount", "Số trang của văn bản", 3),
    Item("Description", "Ghi chú", 500),
)  # fmt: skip
_SIGNER = (Item("SignerInfo.Position", "Chức vụ của người ký văn bản", 100), Item("SignerInfo.FullName", "Họ và tên người ký văn bản", 50))
OUTGOING = (
    *_PAPER, *_SIGNER, Item("To.OrganId", "Mã định danh cơ quan nhận văn bản", 13), Item("To.OrganName", "Tên cơ quan nhận văn bản", 200),
    Item("Priority", "Mức độ khẩn", 1), Item("IssuedAmount", "Số lượng bản phát hành", 3), Item("DueDate", "Hạn trả lời văn bản", 10),
)  # fmt: skip
INCOMING = (
    *_PAPER, Item("ArrivalDate", "Ngày, tháng, năm đến", 10), Item("ArrivalNumber", "Số đến", 10), *_SIGNER,
    Item("Priority", "Mức độ khẩn", 1), Item("ToPlaces", "Đơn vị hoặc người nhận", 1000),
    Item("TraceHeaderList", "Ý kiến phân phối, chỉ đạo, trạng thái xử lý", 100_000), Item("DueDate", "Thời hạn giải quyết", 10),
)  # fmt: skip
FILE = (
    *_FILE_CODE, Item("Title", "Tiêu đề hồ sơ", 500), Item("Maintenance", "Thời hạn bảo quản", 30), Item("Rights", "Chế độ sử dụng", 30),
    Item("Creator", "Người lập hồ sơ", 30), Item("Language", "Ngôn ngữ", 50), Item("StartDate", "Thời gian bắt đầu", 10),
    Item("EndDate", "Thời gian kết thúc", 10), Item("DocTotal", "Tổng số văn bản trong hồ sơ", 4),
    Item("PageTotal", "Tổng số trang của hồ sơ", 4), Item("Description", "Ghi chú", 500),
)  # fmt: skip


def too_long(items: tuple[Item, ...], values: dict[str, str]) -> list[Item]:
    """The fields whose value would not fit the annex when the record is handed to another system."""
    return [item for item in items if len(values.get(item.tag, "")) > item.length]
