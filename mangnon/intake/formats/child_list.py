"""Danh sách trẻ em của xã, phường: the fields of the grassroots software, with the personal number and residence."""

from mangnon.intake.records import Column
from mangnon.intake.rules import dates
from mangnon.intake.rules.linking import NEW
from mangnon.intake.rules.words import labels
from mangnon.intake.vocabulary import Severity
from mangnon.register.vocabulary.circumstances import GROUP_LABELS
from mangnon.register.vocabulary.people import CircumstanceKind, HelpKind, SchoolLevel, SchoolState, Sex, Standing

CODE = "child-list"
TITLE = "Danh sách trẻ em"
MEANING = "Danh sách trẻ em của một xã, phường hoặc của một ấp, khu vực. Mỗi dòng một trẻ."
SENDER = "Công chức văn hóa – xã hội, cộng tác viên của ấp, khu vực"
VERIFIED = True
BASIS = "Luật Trẻ em 102/2016/QH13, Điều 8 khoản 7; công văn 2513/LĐTBXH-TTTT ngày 14/7/2022"
_BORN = "Ngày sinh"
_BORN_ALSO = (
    "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Sinh ngày", "Năm sinh", "Ngày tháng năm", "NTNS", "Ngày sinh của trẻ",
    "Ngày/tháng/năm sinh", "Ngày sinh (ngày/tháng/năm)", "Ngày, tháng, năm sinh của trẻ", "Ngày sinh trẻ", "Ngày sinh trẻ em",
    "Ngày tháng năm sinh trẻ", "Ngày, tháng, năm sinh trẻ em", "Sinh ngày tháng năm", "Ngày tháng sinh", "Năm sinh của trẻ",
    "Năm sinh trẻ", "NS", "Date of birth", "DOB", "Ngày sinh con", "Ngày sinh của con", "Năm sinh con", "Năm sinh của con",
)  # fmt: skip
_BIRTHS = (_BORN, *_BORN_ALSO, "Sinh năm")
_NAMES = ("Họ và tên", "Họ tên", "Họ, chữ đệm và tên", "Họ, chữ đệm, tên")
_FAMILY = (
    "Họ", "Họ đệm", "Họ và đệm", "Họ và chữ đệm", "Họ, chữ đệm", "Họ chữ đệm", "Họ lót", "Họ và chữ lót", "Họ và tên đệm", "Họ tên đệm",
    "Họ và tên lót", "Họ tên lót", "Họ và lót",
)  # fmt: skip
_MIDDLE = ("Chữ đệm", "Tên đệm", "Đệm", "Chữ lót", "Tên lót", "Lót")
_MIDDLE_AND_GIVEN = (
    *(f"{middle}{link}tên" for middle in _MIDDLE for link in (" và ", " ")), *(f"Tên và {middle.lower()}" for middle in _MIDDLE),
)  # fmt: skip
_FATHER = ("Cha", "Bố", "Ba", "Tía", "Họ tên cha", "Họ và tên cha", "Họ tên bố", "Họ và tên bố")
_MOTHER = ("Mẹ", "Má", "Họ tên mẹ", "Họ và tên mẹ")
_GUARDIANS = ("người nuôi dưỡng", "người giám hộ", "người chăm sóc", "người đại diện", "người nuôi", "giám hộ", "ông bà nuôi", "ông bà")
_PHONES = ("Điện thoại", "Số điện thoại", "SĐT", "Số ĐT", "ĐT", "Điện thoại liên hệ", "Di động")


def _of(persons: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    """ "Cha" and "Năm sinh" → "Cha Năm sinh", "Năm sinh cha", "Năm sinh của cha"."""
    return tuple(dict.fromkeys(
        title for who in persons for what in words for title in (f"{who} {what}", f"{what} {who}", f"{what} của {who}")
    ))  # fmt: skip


def _numbered(*words: str) -> tuple[str, ...]:
    """Titles of one telephone of several: "SĐT 2", "Điện thoại khác"."""
    return tuple(f"{title} {word}" for title in _PHONES for word in words)


def _of_parents() -> tuple[str, ...]:
    """Titles over both parents, or whoever cares for the child instead: "Họ tên cha/mẹ", "Họ và tên cha, mẹ hoặc người giám hộ"."""
    both = ("cha mẹ", "cha và mẹ", "cha hoặc mẹ", "bố mẹ", "bố hoặc mẹ", "ba mẹ", "ba má", "tía má", "phụ huynh", "PH", "PHHS")
    others = ("", *(f"{word}{who}" for word in (" ", " hoặc ") for who in _GUARDIANS))
    named = ("Họ tên", "Họ và tên", "HT", "Tên", "Họ tên của", "Họ và tên của")
    return tuple(
        title for who in both for other in others
        for title in (f"{who}{other}", *(f"{name} {who}{other}" for name in named), *(f"{who}{other} {name}" for name in _NAMES))
    )  # fmt: skip


def _parts(sex: str, part: str) -> tuple[str, ...]:
    """Titles of a part of a birth that is written apart for boys and girls: "Ngày sinh" over "Nam" over "Tháng", "Nam" over "Tháng"."""
    return (f"{sex} {part}", f"{sex} {part} sinh", *(f"{title} {sex} {part}" for title in _BIRTHS))


def _coded(*decisions: str) -> tuple[str, ...]:
    """Titles that say by which decision ethnic groups are numbered: "Mã dân tộc (QĐ 1019/QĐ-TCTK)", "Dân tộc theo Quyết định 1019"."""
    return tuple(
        f"{title} {by}{word}{decision}"
        for title in ("Mã dân tộc", "Dân tộc", "Mã số dân tộc")
        for by in ("", "theo ")
        for word in ("", "QĐ ", "Quyết định ", "QĐ số ", "Quyết định số ")
        for decision in decisions
    )


_OTHER_CHILD = tuple(
    f"{name}{child}{which}"
    for name in ("", "Họ tên ", "Họ và tên ", "Tên ") for child in ("Con ", "Trẻ ", "Cháu ", "Bé ", "Trẻ em ")
    for which in ("thứ 2", "thứ hai", "2", "số 2", "thứ 3", "thứ ba", "3", "số 3")
)  # fmt: skip


SPREAD = (  # manners of lists made elsewhere: understood, not offered
    Column("male_mark", "Nam (đánh dấu)", ("Nam", "Giới tính Nam", "Giới Nam", "Phái Nam", "Nam giới", "Trai", "Bé trai", "Con trai"),
           offered=False),
    Column("female_mark", "Nữ (đánh dấu)", ("Nữ", "Giới tính Nữ", "Giới Nữ", "Phái Nữ", "Nữ giới", "Gái", "Bé gái", "Con gái"),
           offered=False),
    Column("born_male", "Ngày sinh của trẻ nam", tuple(f"{title} Nam" for title in _BIRTHS), offered=False),
    Column("born_female", "Ngày sinh của trẻ nữ", tuple(f"{title} Nữ" for title in _BIRTHS), offered=False),
    Column("birth_day", "Ngày của ngày sinh", tuple(f"{title} Ngày" for title in _BIRTHS), offered=False),
    Column("birth_month", "Tháng của ngày sinh", (*(f"{title} Tháng" for title in _BIRTHS), "Tháng sinh", "Sinh Tháng"), offered=False),
    Column("birth_year", "Năm của ngày sinh", ("Năm",), offered=False),
    Column("birth_again", "Ngày sinh ghi lần thứ hai", offered=False),
    Column("boy_day", "Ngày sinh của trẻ nam: ngày", _parts("Nam", "Ngày"), offered=False),
    Column("boy_month", "Ngày sinh của trẻ nam: tháng", _parts("Nam", "Tháng"), offered=False),
    Column("boy_year", "Ngày sinh của trẻ nam: năm", _parts("Nam", "Năm"), offered=False),
    Column("girl_day", "Ngày sinh của trẻ nữ: ngày", _parts("Nữ", "Ngày"), offered=False),
    Column("girl_month", "Ngày sinh của trẻ nữ: tháng", _parts("Nữ", "Tháng"), offered=False),
    Column("girl_year", "Ngày sinh của trẻ nữ: năm", _parts("Nữ", "Năm"), offered=False),
    Column(
        "family_name", "Họ và chữ đệm của trẻ", (*_FAMILY, "Last name", "Family name", "Surname"), offered=False,
        yields=(("Họ đệm", "middle_name"), ("Họ lót", "middle_name")),
    ),
    Column("middle_name", "Chữ đệm của trẻ", (*_MIDDLE, "Middle name"), offered=False),
    Column(
        "given_name", "Tên của trẻ (không có họ)", ("Tên", "Tên gọi", *_MIDDLE_AND_GIVEN, "First name", "Given name"), offered=False,
    ),
    Column("father_family", "Họ và chữ đệm của cha", _of(_FATHER, _FAMILY), offered=False),
    Column("father_middle", "Chữ đệm của cha", _of(_FATHER, _MIDDLE), offered=False),
    Column(
        "father_given", "Tên của cha (không có họ)", (*(f"{title} Tên" for title in _FATHER), *_of(_FATHER, _MIDDLE_AND_GIVEN)),
        offered=False,
    ),
    Column("mother_family", "Họ và chữ đệm của mẹ", _of(_MOTHER, _FAMILY), offered=False),
    Column("mother_middle", "Chữ đệm của mẹ", _of(_MOTHER, _MIDDLE), offered=False),
    Column(
        "mother_given", "Tên của mẹ (không có họ)", (*(f"{title} Tên" for title in _MOTHER), *_of(_MOTHER, _MIDDLE_AND_GIVEN)),
        offered=False,
    ),
    Column(
        "parents", "Cha, mẹ trong một cột",
        (*_of_parents(), "Con ông (bà)", "Con ông, bà", "Con của ông (bà)", "Con ông hoặc bà", "Con của ông hoặc bà"),
        offered=False,
    ),
    Column("father_phone", "Điện thoại của cha", _of(("Cha", "Bố", "Ba", "Tía"), _PHONES), offered=False),
    Column("mother_phone", "Điện thoại của mẹ", _of(("Mẹ", "Má"), _PHONES), offered=False),
    Column("lane", "Hẻm, ngõ", ("Hẻm", "Ngõ", "Hẻm/ngõ", "Ngõ/hẻm", "Số hẻm", "Hẻm số"), offered=False),
    Column("street", "Tên đường", ("Đường", "Đường phố", "Tên đường phố", "Đường/phố", "Phố", "Tên phố"), offered=False),
    Column("neighbourhood", "Tổ của ấp, khu vực", ("Tổ số", "Số tổ", "Tổ tự quản", "Tổ nhân dân", "Tổ nhân dân tự quản"), offered=False),
    Column("guardian_phone", "Điện thoại của người nuôi dưỡng", _of(_GUARDIANS, _PHONES), offered=False),
    Column("more_phone", "Điện thoại khác", _numbered("2", "số 2", "thứ hai", "khác", "phụ", "dự phòng"), offered=False),
    Column("sex_1_0", "Giới tính (1 là nam, 0 là nữ)", offered=False),
    Column(
        "ethnicity_2008", "Mã dân tộc theo Quyết định 1019/QĐ-TCTK (2008)",
        (*_coded("1019", "1019/QĐ-TCTK"), "Mã dân tộc QCVN 109"), offered=False,
    ),
    Column(
        "ethnicity_1979", "Mã dân tộc theo Quyết định 121-TCTK/PPCĐ (1979)",
        _coded("121", "121-TCTK/PPCĐ"), offered=False,
    ),
)  # fmt: skip

COLUMNS = (
    Column("number", "STT", ("TT", "Số thứ tự", "Số TT", "No"), example="1", meaning="Số thứ tự trong danh sách.", width=6),
    Column(
        "full_name", "Họ và tên",
        (
            "Họ tên", "Họ và tên trẻ", "Họ tên trẻ", "Họ và tên trẻ em", "Họ tên trẻ em", "Tên trẻ", "Họ, chữ đệm và tên",
            "Họ và tên con", "Họ tên con", "Họ và tên trẻ em Họ và tên trẻ em", "Họ và tên đầy đủ", "Họ chữ đệm tên khai sinh",
            "Họ và tên của trẻ", "Họ tên của trẻ", "Họ và tên khai sinh", "Họ, chữ đệm, tên khai sinh", "Họ, chữ đệm và tên khai sinh",
            "Họ và tên học sinh", "Họ tên học sinh", "Tên học sinh", "Họ và tên cháu", "Họ tên cháu", "Tên cháu", "Họ và tên bé",
            "Họ tên bé", "Họ, chữ đệm, tên", "Họ và tên đối tượng", "Họ tên đối tượng", "Họ và tên công dân", "Full name",
            "Bé", "Cháu", "Cháu bé",
        ),
        required=True, instead=("given_name",), example="Lưu Gia Hân",
        meaning="Như trong giấy khai sinh, có dấu, viết hoa chữ đầu.", width=28,
    ),
    Column(
        "birth_date", _BORN, _BORN_ALSO,
        required=True, instead=("birth_year", "born_male", "born_female", "boy_year", "girl_year"), example="05/06/2022",
        meaning="Ngày/tháng/năm. Chỉ biết tháng thì ghi 06/2022, chỉ biết năm thì ghi 2022.", width=14,
    ),
    Column(
        "sex", "Giới tính",
        ("Giới", "Phái", "Nam/Nữ", "Nam nữ", "GT", "Giới tính Nam/Nữ", "Giới tính của trẻ", "Giới tính trẻ", "Nam hay nữ",
        "Trai/gái", "Trai gái", "Trai hay gái", "Sex", "Gender"),
        example="Nữ",
        meaning="Nam, Nữ hoặc Chưa xác định.",
        choices=tuple(Sex.labels), width=11,
    ),
    Column(
        "ethnicity", "Dân tộc", ("Thành phần dân tộc", "Mã dân tộc", "DT", "Dân tộc của trẻ", "Dân tộc trẻ", "Ethnic group"),
        example="Kinh",
        meaning="Ghi tên dân tộc: Kinh, Khơ-me, Hoa … Không ghi mã số, vì hai bảng mã đang dùng khác nhau.", width=11,
    ),
    Column(
        "personal_number", "Số định danh",
        (
            "Số định danh cá nhân", "Mã định danh", "Mã định danh cá nhân", "Số ĐDCN", "ĐDCN", "CCCD", "Số CCCD", "Số căn cước",
            "Số định danh cá nhân/CCCD", "Mã số định danh", "Số CCCD/ĐDCN", "Số định danh/CCCD", "Mã ĐDCN", "Số căn cước công dân",
            "Số định danh của trẻ", "Số định danh trẻ", "Số định danh cá nhân của trẻ", "Số định danh cá nhân trẻ", "Mã định danh của trẻ",
            "Mã định danh trẻ", "Mã định danh trẻ em", "Mã số định danh cá nhân", "Mã số ĐDCN", "Số ĐD cá nhân", "Số ĐDCN/CCCD",
            "Mã định danh/CCCD", "CMND/CCCD", "Số CMND/CCCD", "CCCD/ĐDCN", "Căn cước", "Căn cước công dân", "Thẻ căn cước",
            "Số thẻ căn cước", "Mã định danh công dân", "Số ĐD", "CCCD của trẻ", "ID number",
            "Định danh", "Định danh cá nhân", *_of(("con", "bé", "cháu"), ("Số định danh", "Mã định danh", "Số ĐDCN", "CCCD", "Số CCCD")),
        ),
        example="092322007731", meaning="Đủ 12 chữ số. Chưa có số thì để trống, hồ sơ vẫn ghi được.", width=17,
    ),
    Column(
        "father_name", "Họ tên cha",
        (
            "Họ và tên cha", "Tên cha", "Cha", "Họ tên bố", "Họ và tên bố", "Bố", "Tên bố", "Họ và tên cha mẹ Cha", "Họ tên cha mẹ Cha",
            "Cha mẹ Cha", "Họ và tên của cha", "Họ tên của cha", "Họ và tên ba", "Họ tên ba", "Cha ruột", "Họ và tên cha ruột",
            "Người cha", "Tên ba", "Ba", "Ba ruột", "Bố ruột", "Tía", "Họ tên tía", "Họ và tên tía", "Tên tía", "Tía ruột", "Con ông",
            "Con của ông", "Father", "Father's name", *_of(("Cha", "Bố", "Ba", "Tía", "Người cha"), (*_NAMES, "HT")),
            "Tên của cha", "Tên của bố", "Tên của ba", "Tên của tía",
        ),
        example="Lưu Văn Tài", meaning="Phải có ít nhất một trong ba: cha, mẹ, người nuôi dưỡng.", width=24,
    ),
    Column(
        "mother_name", "Họ tên mẹ",
        (
            "Họ và tên mẹ", "Tên mẹ", "Mẹ", "Họ và tên cha mẹ Mẹ", "Họ tên cha mẹ Mẹ", "Cha mẹ Mẹ", "Họ tên má", "Họ và tên của mẹ",
            "Họ tên của mẹ", "Mẹ ruột", "Họ và tên mẹ ruột", "Người mẹ", "Họ và tên má", "Tên má", "Mẹ/Má", "Má", "Má ruột", "Con bà",
            "Con của bà", "Mother", "Mother's name", *_of(("Mẹ", "Má", "Người mẹ"), (*_NAMES, "HT")), "Tên của mẹ", "Tên của má",
        ),
        example="Trần Thị Ngân", meaning="Như cột trên.", width=24,
    ),
    Column(
        "guardian_name", "Người nuôi dưỡng",
        (*_GUARDIANS[1:-1], *_of(_GUARDIANS[:-1], (*_NAMES, "HT", "Tên")), "Người chăm sóc, nuôi dưỡng", "Người trực tiếp nuôi dưỡng",
         "Ông bà nuôi dưỡng", "Ông nuôi", "Bà nuôi", "Cha dượng", "Bố dượng", "Ba dượng", "Dượng", "Họ tên cha dượng", "Mẹ kế", "Má kế",
         "Mẹ ghẻ", "Họ tên mẹ kế"),
        meaning="Khi trẻ không sống với cha, mẹ.", width=24,
    ),
    Column(
        "father_birth", "Năm sinh cha", ("NS cha", *_of(("cha", "bố", "ba", "tía"), ("Năm sinh", "Ngày sinh"))), example="1990", width=12,
        reads=dates.read_birth, unread=Severity.NOTE,
    ),
    Column(
        "mother_birth", "Năm sinh mẹ", ("NS mẹ", *_of(("mẹ", "má"), ("Năm sinh", "Ngày sinh"))), example="1994", width=12,
        reads=dates.read_birth, unread=Severity.NOTE,
    ),
    Column("phone", "Điện thoại", (
            *_PHONES[1:], "Liên hệ", "Liên lạc", *_of(("cha mẹ", "cha hoặc mẹ", "bố mẹ", "ba mẹ", "phụ huynh", "PH", "PHHS"), _PHONES),
            *_numbered("liên hệ", "liên lạc", "1", "số 1", "gia đình"), "Số di động", "Điện thoại di động", "Số điện thoại di động",
            "ĐTDĐ", "Số ĐTDĐ", "Phone", "Phone number",
        ), example="0900000001", width=14),
    Column(
        "hamlet", "Ấp, khu vực",
        ("Thôn/ấp/khu vực", "Ấp", "Khu vực", "Thôn", "Khóm", "Ấp/khu vực", "Tổ dân phố", "Thôn, ấp, khu vực", "Ấp, khu vực, khóm",
        "KV", "Ấp/KV", "Ấp/khóm", "Khóm/ấp", "Khu vực/ấp", "Ấp, khóm", "Tên ấp", "Ấp/khu vực/khóm", "Khu phố", "Thôn/xóm", "Thôn, xóm",
        "Thôn/ấp", "Tổ", "Tổ/khu vực", "Ấp, khu vực, tổ dân phố", "Địa bàn", "Xóm", "Tên khu vực", "Ở ấp, khu vực",
        *(f"{at} {kind}" for at in ("Ở", "Thuộc") for kind in ("khu vực", "ấp", "khóm", "KV", "ấp/khu vực"))),
        example="Khu vực 5", width=16, yields=(("Tổ", "neighbourhood"), ("Tổ dân phố", "neighbourhood")),
    ),
    Column(
        "permanent", "Nơi thường trú", ("Thường trú", "HKTT", "Hộ khẩu thường trú", "Nơi ĐKHK thường trú", "Nơi đăng ký thường trú",
        "Nơi đăng ký HKTT", "Nơi ĐKTT", "ĐKTT", "Nơi đăng ký hộ khẩu thường trú"),
        example="Phường Cái Khế", meaning="Tên xã, phường. Tên cũ trước 01/7/2025 cũng nhận.", width=24,
    ),
    Column(
        "temporary", "Nơi tạm trú", ("Tạm trú", "Nơi đăng ký tạm trú"), meaning="Tên xã, phường, nếu trẻ có đăng ký tạm trú.", width=24
    ),
    Column(
        "current", "Nơi ở hiện tại",
        ("Nơi ở", "Chỗ ở hiện nay", "Chỗ ở hiện tại", "Nơi ở hiện nay", "Xã/phường", "Xã, phường", "Phường/xã", "Phường, xã", "Nơi cư trú"),
        example="Phường Cái Khế", meaning="Tên xã, phường nơi trẻ đang sống. Để trống nếu là xã, phường của danh sách.", width=24,
        yields=tuple((title, "address") for title in ("Nơi ở", "Chỗ ở hiện nay", "Chỗ ở hiện tại", "Nơi ở hiện nay", "Nơi cư trú")),
    ),
    Column("address", "Địa chỉ", ("Số nhà, đường", "Địa chỉ thường trú", "Địa chỉ nơi ở", "Số nhà", "Địa chỉ hiện tại", "Địa chỉ hiện nay",
        "Địa chỉ gia đình", "Địa chỉ cư trú", "Chỗ ở", "Số nhà, tổ", "Địa chỉ liên hệ",
        *(f"Địa chỉ {place}{now}" for place in ("nơi ở", "chỗ ở") for now in (" hiện tại", " hiện nay")),
        "Address"), example="27/4 đường Trần Phú",
    width=28, yields=(("Địa chỉ thường trú", "permanent"),)),
    Column(
        "poverty", "Hộ nghèo, cận nghèo",
        ("Hộ nghèo/cận nghèo", "Diện hộ", "Hộ nghèo", "Hoàn cảnh gia đình", "Loại hộ", "Hộ nghèo/Hộ cận nghèo", "Thuộc hộ",
        "Hộ nghèo, hộ cận nghèo", "Thuộc diện hộ", "Hộ nghèo, cận nghèo (nếu có)"),
        meaning="Hộ nghèo, Hộ cận nghèo, hoặc để trống.", choices=tuple(Standing.labels), width=16,
    ),
    Column(
        "school_level", "Trình độ học vấn", ("Trình độ", "Cấp học", "Bậc học", "Học vấn"), example="Mẫu giáo",
        choices=tuple(SchoolLevel.labels), width=18,
    ),
    Column(
        "school_state", "Tình trạng học tập",
        ("Tình trạng học", "Tình trạng đi học", "Đi học", "Trạng thái học sinh", "Trạng thái học tập", "Tình trạng học sinh"),
        example="Đang học", choices=tuple(SchoolState.labels), width=16,
    ),
    Column(
        "circumstances", "Hoàn cảnh đặc biệt", ("HCĐB", "Trẻ em có hoàn cảnh đặc biệt", "Nhóm hoàn cảnh đặc biệt"),
        meaning="Tên nhóm theo Luật Trẻ em, Điều 10, hoặc căn cứ “NĐ 56/2017 Điều 6 khoản 2”. Nhiều hoàn cảnh cách nhau bằng dấu ;",
        width=30,
    ),
    Column(
        "risks", "Nguy cơ", ("Nguy cơ rơi vào hoàn cảnh đặc biệt", "Nguy cơ rơi vào HCĐB", "Có nguy cơ"),
        meaning="Tên nguy cơ như trong trang Hướng dẫn. Nhiều nguy cơ cách nhau bằng dấu chấm phẩy.", width=30,
    ),
    Column(
        "help", "Hình thức trợ giúp", ("Trợ giúp", "Trợ cấp", "Chế độ đang hưởng"), meaning="Nhiều hình thức cách nhau bằng dấu chấm phẩy.",
        choices=tuple(HelpKind.labels), width=24,
    ),
    Column("since", "Từ ngày", ("Ngày bắt đầu", "Hưởng từ ngày"), example="01/01/2026", meaning="Ngày hoàn cảnh, trợ giúp bắt đầu.",
    width=13),
    Column(
        "child_code", "Mã hồ sơ trẻ", ("Mã hồ sơ", "Mã trẻ em", "Mã trẻ", "Mã TE"), example="TE-000123", width=14,
        meaning=f"Mã trong sổ trẻ em, nếu biết; ghi “{NEW}” khi chắc trẻ chưa có trong sổ. Để trống thì sổ tự tìm.",
    ),
    Column("note", "Ghi chú", ("Chú thích", "Ghi chú khác", "GC"), width=24),
    Column("other_child", "Trẻ khác trong cùng dòng", _OTHER_CHILD, offered=False),
    Column("poverty_1_2_3", "Hộ nghèo (1 là nghèo, 2 là cận nghèo, 3 là không)", offered=False),
    Column("ticked_poor", "Hộ nghèo (đánh dấu)", ("Nghèo", "HN"), offered=False),
    Column("ticked_near_poor", "Hộ cận nghèo (đánh dấu)", ("Hộ cận nghèo", "Cận nghèo", "HCN"), offered=False),
    *SPREAD,
)  # fmt: skip


def words_to_choose() -> tuple[tuple[str, str], ...]:
    """Words the list understands, for the page of instructions: what they belong to, the words."""
    groups = tuple((f"Hoàn cảnh đặc biệt, nhóm {number}", label) for number, label in GROUP_LABELS.items())
    risks = tuple(("Nguy cơ", label) for label in labels([CircumstanceKind.RISK]))
    return (*groups, *risks, *(("Hình thức trợ giúp", label) for label in HelpKind.labels))


WORDS = words_to_choose()
