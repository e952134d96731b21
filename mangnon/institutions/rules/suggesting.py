"""Which successor a duty of a divided agency probably belongs to, from its words; with the reason, for a person to take or leave."""

import re
from collections.abc import Mapping

from mangnon.institutions.vocabulary import Function
from mangnon.lib.vietnamese import fold

# Words papers use for a field, folded. The more particular field first: "an toàn thông tin mạng" is not "thông tin".
WORDS: dict[Function, tuple[str, ...]] = {
    Function.NETWORK_SECURITY: ("an toan thong tin", "an ninh mang", "khong gian mang", "moi truong mang", "tren mang", "internet"),
    Function.DRUG_REHABILITATION: ("ma tuy", "cai nghien", "sau cai"),
    Function.VOCATIONAL: ("giao duc nghe nghiep", "day nghe", "hoc nghe", "dao tao nghe", "huong nghiep"),
    Function.POVERTY: ("giam ngheo", "ho ngheo", "can ngheo", "thoat ngheo"),
    Function.LABOUR: ("lao dong", "viec lam", "nguoi co cong", "bao hiem xa hoi"),
    Function.DIGITAL: ("cong nghe thong tin", "chuyen doi so", "phan mem", "co so du lieu", "vien thong", "du lieu"),
    Function.PRESS: (
        "bao chi", "xuat ban", "phat thanh", "truyen hinh", "truyen thong", "tuyen truyen", "thong tin co so", "chuyen muc", "tin, bai",
    ),
    Function.CHILDREN: ("tre em", "bao tro xa hoi", "xam hai", "tre mo coi"),
    Function.HEALTH: ("y te", "suc khoe", "tiem chung", "dinh duong", "dan so"),
    Function.EDUCATION: ("truong hoc", "hoc sinh", "giao duc", "mam non", "pho cap"),
    Function.CULTURE: ("van hoa", "the thao", "du lich", "gia dinh", "vui choi"),
    Function.FINANCE: ("kinh phi", "ngan sach", "du toan", "quyet toan"),
    Function.PLANNING: ("kinh te - xa hoi", "quy hoach", "dau tu cong"),
    Function.PERSONNEL: ("bien che", "bo may", "can bo, cong chuc", "khen thuong"),
    Function.SECURITY: ("trat tu", "toi pham", "vi pham phap luat"),
}  # fmt: skip


def by_words(text: str, among: Mapping[str, int]) -> tuple[int, Function, str] | None:
    """The successor whose field the words name: (successor, field, the words found). None where no field or several speak alike.

    `among`: field → successor.
    """
    folded = re.sub(r"\s+", " ", fold(text))
    for function, words in WORDS.items():
        if function in among:
            found = next((word for word in words if word in folded), None)
            if found:
                return among[function], function, _as_written(text, folded, found)
    return None


def why(function: Function, words: str, name: str) -> str:
    """The reason as a sentence."""
    return f"Nội dung nói đến “{words}”, thuộc lĩnh vực {function.label.lower()} mà {name} nhận."


def _as_written(text: str, folded: str, found: str) -> str:
    """The words with their marks, where folding kept the length."""
    flat = re.sub(r"\s+", " ", text)
    at = folded.find(found)
    return flat[at : at + len(found)].lower() if len(flat) == len(folded) else found
