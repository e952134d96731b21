"""Danh sách trẻ mới sinh trong tháng: the newborn with its mother, weight, and its entry in the civil register."""

from dataclasses import replace

from mangnon.intake.formats import child_list, people
from mangnon.intake.records import Column, Context, ReadRow
from mangnon.intake.rules import births, dates
from mangnon.intake.vocabulary import Kind
from mangnon.register.records import BirthNoticeRecord

CODE = "births"
TITLE = "Danh sách trẻ mới sinh trong tháng"
MEANING = "Trẻ sinh trong tháng của một xã, phường. Mỗi dòng một trẻ cùng mẹ của trẻ."
KIND = Kind.ENROLS
SENDER = "Công chức tư pháp – hộ tịch; trạm y tế, cộng tác viên dân số"
VERIFIED = True  # compared with the codified law (Pháp điển), heading Hộ tịch; the circular with its publication
BASIS = "Luật Hộ tịch 60/2014/QH13, Điều 14 và Điều 15 (khai sinh trong 60 ngày); Thông tư 01/2022/TT-BYT (Sổ A0)"
_OF_CHILDREN = {column.field: column for column in child_list.COLUMNS}
_NAME, _BIRTH, _MOTHER, _FATHER = (_OF_CHILDREN[field] for field in ("full_name", "birth_date", "mother_name", "father_name"))
_BORN = (
    "Ngày giờ sinh", "Ngày, giờ sinh", "Giờ, ngày sinh", "Ngày giờ tháng năm sinh", "Giờ, ngày, tháng, năm sinh", "Ngày đẻ", "Ngày giờ đẻ",
    "Giờ, ngày đẻ", "Ngày sinh bé", "Ngày sinh của bé",
)  # fmt: skip
_WEIGHTS = ("Cân nặng", "Trọng lượng")
_BOYS, _GIRLS = ("nam", "trai", "bé trai", "con trai", "trẻ nam"), ("nữ", "gái", "bé gái", "con gái", "trẻ nữ")


def _born(column: Column, *persons: str) -> Column:
    """The birth of a parent whom the list calls otherwise."""
    also = (f"{word}{of} {person}" for person in persons for word in ("Năm sinh", "Ngày sinh") for of in ("", " của"))
    return replace(column, also=(*column.also, *also))


COLUMNS = (
    people.NUMBER,
    Column(
        _NAME.field, _NAME.title,
        (*_NAME.also, "Họ và tên trẻ sơ sinh", "Họ tên trẻ sơ sinh", "Tên con", "Họ và tên bé", "Họ tên bé",
        "Họ và tên người được khai sinh", "Họ, chữ đệm, tên người được khai sinh", "Họ tên người được khai sinh"),
        required=True, example=_NAME.example, meaning="Như trong giấy khai sinh. Chưa đặt tên thì chờ khi có tên hãy gửi.", width=28,
    ),
    Column(_BIRTH.field, _BIRTH.title, (*_BIRTH.also, *_BORN), required=True, instead=_BIRTH.instead, example="05/11/2026",
    meaning="Ngày/tháng/năm.", width=14),
    people.SEX, people.ETHNICITY,
    Column("weight", "Cân nặng (g)", ("Cân nặng", "Cân nặng khi sinh", "Cân nặng lúc sinh", "Trọng lượng", "Cân nặng (kg)",
    "CN khi sinh (g)", "CN", "Trọng lượng khi sinh", "Trọng lượng lúc sinh", "CN khi sinh", "CN lúc sinh", "Cân nặng sơ sinh",
    "Trọng lượng sơ sinh", "CN sơ sinh", "CNSS", "Cân nặng trẻ", "Cân nặng của trẻ", "Cân nặng bé", "Cân nặng của bé", "Cân nặng con"),
           example="3200", width=11, reads=births.read_weight, is_nothing=births.not_weighed),
    Column("birth_place", "Nơi sinh", ("Nơi sinh của trẻ", "Cơ sở y tế", "Sinh tại", "Cơ sở y tế nơi sinh", "Nơi đẻ"),
           example="Bệnh viện Phụ sản", width=24),
    Column(
        _MOTHER.field, _MOTHER.title,
        (*_MOTHER.also, "Họ và tên sản phụ", "Sản phụ", "Họ tên bà mẹ", "Họ và tên bà mẹ", "Họ tên sản phụ", "Tên sản phụ",
        "Họ tên vợ", "Họ và tên vợ", "Tên vợ", "Vợ", "Họ tên thai phụ", "Họ và tên thai phụ"),
        required=True, instead=("mother_given", "parents"), example=_MOTHER.example, width=24,
    ),
    _born(_OF_CHILDREN["mother_birth"], "vợ", "sản phụ"),
    Column(_FATHER.field, _FATHER.title, (*_FATHER.also, "Họ tên chồng", "Họ và tên chồng", "Tên chồng", "Chồng"),
           example=_FATHER.example, width=24),
    _born(_OF_CHILDREN["father_birth"], "chồng"),
    people.PHONE, people.HAMLET, _OF_CHILDREN["permanent"], people.CURRENT, people.ADDRESS,
    Column("certificate", "Số giấy khai sinh", ("Số khai sinh", "Số đăng ký khai sinh", "Số GKS", "Giấy khai sinh số", "Khai sinh số",
           "Số KS", "Số ĐKKS", "Số ĐK khai sinh", "Số giấy KS", "KS số"),
           example="215/2026", width=16),
    Column(
        "registered_on", "Ngày đăng ký khai sinh", ("Ngày khai sinh", "Ngày ĐKKS", "Ngày đăng ký", "Ngày KS", "Ngày ĐK khai sinh",
        "Ngày ĐK", "Ngày làm khai sinh"), example="20/11/2026", width=15,
        meaning="Trong 60 ngày từ ngày sinh.", reads=dates.first_day, is_nothing=births.not_registered,
    ),
    replace(_OF_CHILDREN["personal_number"], example="092326007731"), people.RECORD, people.NOTE, *child_list.SPREAD,
    Column("weighed_male", "Cân nặng của trẻ nam", tuple(f"{title} {of}" for title in _WEIGHTS for of in _BOYS), offered=False),
    Column("weighed_female", "Cân nặng của trẻ nữ", tuple(f"{title} {of}" for title in _WEIGHTS for of in _GIRLS), offered=False),
)  # fmt: skip


def facts(row: ReadRow, context: Context) -> tuple[BirthNoticeRecord, ...]:
    """Weight, place and certificate, when the row has any of them."""
    weight, place, certificate = row.value("weight"), row.text("birth_place")[:200], births.certificate(row.text("certificate"))[:60]
    if row.birth is None or not (weight or place or certificate or row.value("registered_on")):
        return ()
    return (BirthNoticeRecord(row.birth, weight, place, certificate, row.value("registered_on")),)
