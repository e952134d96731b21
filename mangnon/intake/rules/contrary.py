"""Words that say the opposite of what the rows of a list are taken to say: help that ended, cards taken back, pupils who left.

They stand in the title of the list, the name of a section, a column of states, a note, or in brackets after the name. Whoever reads
them says what the row means; it is never entered as the plain thing.
"""

import re

from mangnon.intake.rules import banners
from mangnon.intake.rules.words import plain

_LESS = r"(?<!mien )(?<!tang )\bgiam\b(?! (?:ngheo|sat|dinh|doc|ho|tru|can)\b)"
_ASKED = (
    r"de nghi|de xuat|du kien|xet duyet|\bxet\b|chua (?:duoc )?(?:cong nhan|duyet|xet|cap|huong)|cho (?:duyet|xet|xac minh|qd|quyet dinh)"
)
_REFUSED = r"tu choi|khong (?:dat|du|duyet|dong y|cong nhan|thuoc dien)|bi loai|da huy|\bhuy\b|gach ten|xoa ten"
_GONE = (  # of the child: that its father or mother died is why it is in many lists
    r"(?<!cha )(?<!bo )(?<!me )(?<!\bma )(?<!\bba )(?<!ong )(?:da (?:mat|chet|tu vong|qua doi|bo di|di khoi)|tu vong"
    r"|\b(?<!da )(?:mat|chet) (?:nam|ngay|thang|luc|20\d\d|\d{1,2} (?:\d{1,2} )?20\d\d))|da chuyen (?:di|ve|khau|noi|nha)|khong con o"
)
_STOPPED = (
    r"\bcat\b|thoi (?:huong|nhan|tra)|dung (?:huong|tro cap|chi tra|tra)|ngung (?:huong|tro cap|tra)|cham dut"
    r"|het (?:huong|tuoi huong)|tam (?:dung|ngung)|thu hoi"
)
_IN_TITLES = {
    "social-assistance": rf"{_LESS}|{_STOPPED}|{_ASKED}|{_REFUSED}",
    "school-roll": r"bo hoc|nghi hoc|thoi hoc|\bngung hoc|chua (?:ra|den|di|vao) (?:lop|hoc|truong)|khong (?:ra|den|di) (?:lop|hoc|truong)"
    rf"|chuyen truong|chuyen di|xoa ten|bao luu|tot nghiep|hoan thanh chuong trinh|tuyen sinh|du tuyen|{_ASKED}",
    "immunisation": r"(?:chua|khong) (?:duoc )?(?:tiem|uong|chung)|hoan(?! thanh)|bo mui|sot mui|tiem (?:tre|muon)|tre (?:mui|lich|hen)"
    r"|den han|\bhen\b"
    r"|lich tiem|moi (?:tiem|di tiem)|giay moi|can tiem|se tiem|chong chi dinh|ke hoach|du kien|phan ung sau",
    "health-insurance": rf"{_LESS}|thu hoi|het han|\bkhoa the|huy the|\bmat the|bi mat|tam dung|ngung|trung the|the trung"
    rf"|khong con|{_ASKED}",
    "poor-households": rf"{_ASKED}|{_REFUSED}|nguy co",
    "moves": r"du kien|de nghi|tam vang|\bhuy\b|xoa|chua chuyen|cho duyet",
    "deaths": r"duoc cuu|cuu song|khong tu vong|nguy co|bi thuong|thoat nan"
    r"|^(?!.*(?:tu vong|chet|\bmat\b|duoi nuoc)).*\b(?:tre(?: em)?|hoc sinh) (?:bi )?tai nan\b",
}
_IN_ROWS = {
    "social-assistance": rf"{_STOPPED}|{_REFUSED}|{_GONE}|chua (?:nhan|huong|duyet)"
    r"|cho (?:duyet|qd|quyet dinh|xac minh)|khong con huong|khong nhan|(?:tang|giam|dieu chinh|thay doi) muc|truy linh"
    r"|chuyen (?:tro cap|ho so|huong|chi tra|che do) (?:ve|den|sang|qua)",
    "school-roll": rf"bo hoc|nghi hoc|thoi hoc|ngung hoc|chuyen truong|chuyen di|da chuyen|tot nghiep|bao luu|{_REFUSED}|{_GONE}"
    r"|chua nhap hoc|khong (?:di hoc|den truong|ra lop)",
    "immunisation": rf"(?:khong|chua) (?:duoc )?(?:tiem|uong)|hoan(?! thanh)|\bhen\b|chong chi dinh|tu choi|da huy|\bhuy\b|bo lo"
    rf"|du kien|{_GONE}",
    "health-insurance": rf"het han|\bkhoa\b|thu hoi|mat the|bao mat|tam dung|ngung|\bhuy\b|bao giam|{_LESS}|trung the|do trung|the trung"
    rf"|chua (?:cap|nhan|co)|cho cap|khong con|{_REFUSED}|{_GONE}",
    "poor-households": rf"thoat (?:ho )?(?:can )?ngheo|{_REFUSED}|cho (?:duyet|xet|xac minh)|chua (?:duyet|xet|cong nhan)|{_GONE}|tach ho",
    "moves": rf"{_REFUSED}|cho (?:duyet|xac minh)|chua (?:di|chuyen|den|duyet)|(?:da |quay |tro )(?:ve|lai)\b|tam thoi|du kien"
    r"|khong (?:di|chuyen|den)(?: nua)?\b|van (?:con )?o\b|\bo lai\b",
    "deaths": r"\bkhoi\b(?! (?:dia phuong|nha))|ra vien|xuat vien|binh phuc|da huy|\bhuy\b|nham|khong phai|con song|duoc cuu"
    r"|cho (?:duyet|xac minh)|chua (?:xac minh|ro that)",
}  # fmt: skip
_BOTH = re.compile(  # titles that name the thing and its opposite say neither
    r"\btang\b.*\bgiam\b|huong.*thoi huong|dang hoc.*(?:bo|nghi|thoi) hoc|(?:da )?tiem (?:va|hoac)? ?chua tiem|cap.*thu hoi"
)
TITLES = {code: re.compile(words) for code, words in _IN_TITLES.items()}
_ROWS = {code: re.compile(words) for code, words in _IN_ROWS.items()}


def in_banner(code: str, banner: str) -> str:
    """The words of a banner that say the opposite; those of a section before those of the title. "" for none."""
    pattern = TITLES.get(code)
    if not banner or pattern is None:
        return ""
    said = (found[0] for part in banners.levels(banner) if (found := pattern.search(part)) and not _BOTH.search(part))
    return next(said, "")


def in_row(code: str, text: str) -> bool:
    """Whether a state or a note says the opposite of what such a list says of its rows."""
    pattern = _ROWS.get(code)
    return bool(text) and pattern is not None and pattern.search(plain(text)) is not None
