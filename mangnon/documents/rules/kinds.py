"""Types of administrative documents with their abbreviations (Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I)."""

from mangnon.lib.vietnamese import fold

SIGNS = {
    "Nghị quyết": "NQ", "Quyết định": "QĐ", "Chỉ thị": "CT", "Quy chế": "QC", "Quy định": "QyĐ", "Thông cáo": "TC", "Thông báo": "TB",
    "Hướng dẫn": "HD", "Chương trình": "CTr", "Kế hoạch": "KH", "Phương án": "PA", "Đề án": "ĐA", "Dự án": "DA", "Báo cáo": "BC",
    "Biên bản": "BB", "Tờ trình": "TTr", "Hợp đồng": "HĐ", "Công điện": "CĐ", "Bản ghi nhớ": "BGN", "Bản thỏa thuận": "BTT",
    "Giấy ủy quyền": "GUQ", "Giấy mời": "GM", "Giấy giới thiệu": "GGT", "Giấy nghỉ phép": "GNP", "Phiếu gửi": "PG", "Phiếu chuyển": "PC",
    "Phiếu báo": "PB",
}  # fmt: skip
LETTER = "Công văn"
UNSIGNED = (LETTER, "Thư công")  # their symbol names the drafting unit instead of the type
KINDS = (*SIGNS, *UNSIGNED)


def sign(kind: str) -> str:
    """The abbreviation of a type in any spelling: "KẾ HOẠCH" → "KH"; "" for a letter and for what the decree does not name."""
    return _BY_KEY.get(fold(kind), "")


def named(sign: str) -> str:
    """The type an abbreviation stands for; "" when the decree knows none. "QĐ" and "QyĐ" differ."""
    return next((kind for kind, one in SIGNS.items() if one == sign), "")


_BY_KEY = {fold(kind): one for kind, one in SIGNS.items()}
