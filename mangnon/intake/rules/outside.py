"""Places outside the city as lists of moves name them: another province by its name of today or before 01/7/2025, a foreign country."""

import re
from functools import lru_cache

from mangnon.intake.rules.words import plain

# Nghị quyết 202/2025/QH15 (34 provinces and cities) and the 63 before it, less Cần Thơ, Hậu Giang, Sóc Trăng.
_PROVINCES = (
    "An Giang", "Bà Rịa Vũng Tàu", "Bắc Giang", "Bắc Kạn", "Bạc Liêu", "Bắc Ninh", "Bến Tre", "Bình Định", "Bình Dương", "Bình Phước",
    "Bình Thuận", "Cà Mau", "Cao Bằng", "Đà Nẵng", "Đắk Lắk", "Đắc Lắc", "Đắk Nông", "Đắc Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp",
    "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hòa Bình", "Hưng Yên", "Khánh Hòa", "Kiên Giang",
    "Kon Tum", "Lai Châu", "Lâm Đồng", "Lạng Sơn", "Lào Cai", "Long An", "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ",
    "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sơn La", "Tây Ninh", "Thái Bình", "Thái Nguyên",
    "Thanh Hóa", "Thừa Thiên Huế", "Tiền Giang", "Hồ Chí Minh", "Trà Vinh", "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc", "Yên Bái",
)  # fmt: skip
_ALSO = (  # towns people name instead, and how the two largest cities are written for short
    "TP.HCM", "TPHCM", "HCM", "Sài Gòn", "HN", "Vũng Tàu", "Bà Rịa", "Huế", "Đà Lạt", "Nha Trang", "Biên Hòa", "Thủ Dầu Một", "Thủ Đức",
    "Hội An", "Quy Nhơn", "Buôn Ma Thuột", "Pleiku", "Rạch Giá", "Phú Quốc", "Long Xuyên", "Châu Đốc", "Cao Lãnh", "Sa Đéc", "Mỹ Tho",
    "Phan Thiết", "Dĩ An", "Thuận An", "Bến Cát", "Tân Uyên", "Hạ Long", "Vinh", "Gò Công",
)  # fmt: skip
_ABROAD = (
    "Mỹ", "Hoa Kỳ", "Úc", "Anh", "Pháp", "Đức", "Canada", "Hàn Quốc", "Nhật", "Nhật Bản", "Đài Loan", "Trung Quốc", "Campuchia",
    "Cam-pu-chia", "Lào", "Thái Lan", "Singapore", "Malaysia", "New Zealand", "Nga", "USA",
)  # fmt: skip
_IN = {plain(name) for name in (*_PROVINCES, *_ALSO)}
_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(_IN, key=len, reverse=True))})\b")
_COUNTRY = re.compile(rf"(?:(?:dinh cu )?(?:o|sang|qua|tai|di) )?(?:nuoc )?(?:{'|'.join(map(plain, _ABROAD))})")
_SAID = re.compile(r"\b(?:nuoc ngoai|ngoai nuoc|ngoai tinh|tinh khac|tinh ngoai|ngoai thanh pho|ngoai dia ban thanh pho|ngoai tp)\b")
_HERE = re.compile(r"\b(?:can tho|hau giang|soc trang)\b")


@lru_cache(maxsize=1 << 12)
def is_outside(text: str) -> bool:
    """Whether words that name no commune of the city name a place outside it; "quê ngoại", "Trung tâm BTXH", "không rõ" do not."""
    words = plain(text)
    if _HERE.search(words):
        return False
    return bool(_SAID.search(words) or _WORDS.search(words) or _COUNTRY.fullmatch(words))
