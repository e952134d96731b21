"""The 54 ethnic groups by name, each with the other spellings and sub-group names lists carry.

Two official numberings clash: Quyết định 1019/QĐ-TCTK of 2008 has 04 Mường, 05 Khơ-me, 06 Hoa; Quyết định 121-TCTK/PPCĐ of 1979 has 04 Hoa,
05 Khơ-me, 06 Mường, and both are in use. A bare number therefore says nothing: groups are matched by name and kept under a name-made code.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ethnicity:
    """A group: ASCII code made from the name, the name shown, other spellings."""

    code: str
    name: str
    also: tuple[str, ...] = ()


KINH, HOA, MUONG, KHMER = "kinh", "hoa", "muong", "kho-me"
OTHER, UNKNOWN = "khac", ""

ETHNICITIES: tuple[Ethnicity, ...] = (
    Ethnicity(KINH, "Kinh", ("Việt",)),
    Ethnicity("tay", "Tày", ("Thổ (Tày)", "Ngạn", "Phén", "Thù Lao", "Pa Dí")),
    Ethnicity("thai", "Thái", ("Tày Khao", "Tày Đăm", "Táy", "Thái Trắng", "Thái Đen")),
    Ethnicity(MUONG, "Mường", ("Mol", "Mual", "Mọi Bi", "Ao Tá")),
    Ethnicity(
        KHMER,
        "Khơ-me",
        ("Khmer", "Khơ me", "Khơme", "Khme", "Khơmer", "Khơ mer", "Cur", "Cul", "Khơ Me Krôm", "Khmer Krom", "Miên", "Khmer Nam Bộ"),
    ),
    Ethnicity(HOA, "Hoa", ("Hán", "Triều Châu", "Tiều", "Phúc Kiến", "Quảng Đông", "Hải Nam", "Hạ", "Xạ Phạng", "Hẹ")),
    Ethnicity("nung", "Nùng", ("Nùng Cháo", "Phàn Slình", "Nùng Inh", "Quý Rịn")),
    Ethnicity("h-mong", "H'mông", ("Mông", "Hmông", "Mèo", "H’mông", "Mông Hoa", "Mông Trắng")),
    Ethnicity("dao", "Dao", ("Mán", "Động", "Trại", "Dìu Miền", "Miền")),
    Ethnicity("gia-rai", "Gia-rai", ("Gia rai", "Giơ-rai", "Jrai", "Chơ-rai")),
    Ethnicity("e-de", "Ê-đê", ("Ê đê", "Rađê", "Ra-đê", "Êđê")),
    Ethnicity("ba-na", "Ba-na", ("Ba na", "Bana", "Bahnar")),
    Ethnicity("san-chay", "Sán Chay", ("Cao Lan", "Sán Chỉ", "Cao Lan - Sán Chỉ")),
    Ethnicity("cham", "Chăm", ("Chàm", "Chiêm Thành", "Hroi")),
    Ethnicity("co-ho", "Cơ-ho", ("Cơ ho", "Cơho", "K'Ho", "Kơ-ho")),
    Ethnicity("xo-dang", "Xơ-đăng", ("Xơ đăng", "Xê-đăng", "Sedang")),
    Ethnicity("san-diu", "Sán Dìu", ("Sán Dẻo", "Trại Đất")),
    Ethnicity("hre", "Hrê", ("Hre", "Chăm Rê")),
    Ethnicity("ra-glay", "Ra-glay", ("Raglai", "Ra glai", "Ra-glai")),
    Ethnicity("mnong", "Mnông", ("M'nông", "Mơ-nông")),
    Ethnicity("tho", "Thổ", ("Kẹo", "Cuối", "Họ")),
    Ethnicity("xtieng", "Xtiêng", ("Xa-điêng", "Stiêng", "S'tiêng")),
    Ethnicity("kho-mu", "Khơ-mú", ("Khơ mú", "Xá Cẩu")),
    Ethnicity("bru-van-kieu", "Bru - Vân Kiều", ("Bru", "Vân Kiều", "Bru Vân Kiều", "Bru-Vân Kiều")),
    Ethnicity("co-tu", "Cơ-tu", ("Cơ tu", "Ka-tu", "Katu")),
    Ethnicity("giay", "Giáy", ("Nhắng", "Dẩng", "Giấy")),
    Ethnicity("ta-oi", "Tà-ôi", ("Tà ôi", "Pa-cô", "Pa cô")),
    Ethnicity("ma", "Mạ", ("Châu Mạ",)),
    Ethnicity("gie-trieng", "Gié - Triêng", ("Giẻ-Triêng", "Gié Triêng", "Giẻ Triêng")),
    Ethnicity("co", "Co", ("Cor", "Cùa", "Trầu")),
    Ethnicity("cho-ro", "Chơ-ro", ("Chơ ro", "Châu Ro")),
    Ethnicity("xinh-mun", "Xinh-mun", ("Xinh mun", "Xin-mun", "Puộc")),
    Ethnicity("ha-nhi", "Hà Nhì", ("U Ní", "Xá U Ní")),
    Ethnicity("chu-ru", "Chu-ru", ("Chu ru", "Chơ-ru")),
    Ethnicity("lao", "Lào", ("Lào Bốc", "Lào Nọi")),
    Ethnicity("la-chi", "La Chí", ("La chí", "Cù Tê")),
    Ethnicity("khang", "Kháng", ("Xá Khao",)),
    Ethnicity("phu-la", "Phù Lá", ("Phù lá", "Bồ Khô Pạ", "Xá Phó")),
    Ethnicity("la-hu", "La Hủ", ("La hủ", "Khù Sung")),
    Ethnicity("la-ha", "La Ha", ("La ha", "Xá Khắc")),
    Ethnicity("pa-then", "Pà Thẻn", ("Pà thẻn", "Pà Hưng")),
    Ethnicity("lu", "Lự", ("Lừ", "Nhuồn")),
    Ethnicity("ngai", "Ngái", ("Ngái Hắc Cá", "Sán Ngái")),
    Ethnicity("chut", "Chứt", ("Rục", "Sách", "Mày", "A-rem")),
    Ethnicity("lo-lo", "Lô Lô", ("Lô lô", "Mun Di", "Di")),
    Ethnicity("mang", "Mảng", ("Mảng Ư", "Xá Lá Vàng")),
    Ethnicity("co-lao", "Cơ Lao", ("Cơ lao", "Cờ Lao")),
    Ethnicity("bo-y", "Bố Y", ("Bố y", "Chủng Chá", "Tu Dí")),
    Ethnicity("cong", "Cống", ("Xắm Khống", "Xá Xeng")),
    Ethnicity("si-la", "Si La", ("Si la", "Cú Dề Xừ")),
    Ethnicity("pu-peo", "Pu Péo", ("Pu péo", "Ka Pèo")),
    Ethnicity("ro-mam", "Rơ-măm", ("Rơ măm",)),
    Ethnicity("brau", "Brâu", ("Brao",)),
    Ethnicity("o-du", "Ơ-đu", ("Ơ đu", "Tày Hạt")),
)
NAMES = {e.code: e.name for e in ETHNICITIES} | {OTHER: "Dân tộc khác", UNKNOWN: "Chưa xác định"}
INDEX = {e.code: i for i, e in enumerate(ETHNICITIES, start=1)} | {OTHER: 99, UNKNOWN: 0}  # places in this list, no official code

# The two official code lists, as far as they could be compared; a code not here is asked. The first codes were seen where an office has
# them under the number of the decision, the rest in three public copies of each list or more, all alike, that do not name it.
LIST_OF_2008 = {code: e.code for code, e in enumerate(ETHNICITIES, start=1)}  # Quyết định 1019/QĐ-TCTK ngày 12/11/2008; 1 to 20: QCVN 109
_OF_1979 = (  # Quyết định 121-TCTK/PPCĐ ngày 02/3/1979; 1 to 9: the statistics office of Đà Nẵng
    "kinh tay thai hoa kho-me muong nung h-mong dao gia-rai ngai e-de ba-na xo-dang san-chay co-ho cham san-diu hre mnong ra-glay xtieng "
    "bru-van-kieu tho giay co-tu gie-trieng ma kho-mu co ta-oi cho-ro khang xinh-mun ha-nhi chu-ru lao la-chi la-ha phu-la la-hu lu lo-lo "
    "chut mang pa-then co-lao cong bo-y si-la pu-peo brau o-du ro-mam"
)
LIST_OF_1979 = dict(enumerate(_OF_1979.split(), start=1))
