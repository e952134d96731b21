"""Circumstances of children, keyed by the legal clause that defines them.

Groups 1 to 14: Luật Trẻ em 102/2016/QH13, Điều 10 khoản 1, điểm a to o; sub-groups: Nghị định 56/2017/NĐ-CP, Điều 3 to 16. Forms number
sub-groups in their own ways (form Mẫu 03 swaps 10.4 and 10.5), so the clause is the key and a form maps to it. Risk groups and other
circumstances follow parts III and IV of the yearly statistics form (Mẫu 03), which has no clause of a law behind it.
"""

from dataclasses import dataclass

from mangnon.register.vocabulary.people import CircumstanceKind

LETTERS = ("a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o")
LAW = "LTE102/2016"
DECREE = "ND56/2017"
FORM = "MAU03"


@dataclass(frozen=True)
class Clause:
    """One circumstance: its key, group and words. `sub` is 0 for a group without known sub-group."""

    key: str
    kind: CircumstanceKind
    group: int
    sub: int
    label: str
    basis: str
    restricted: bool = False
    also: tuple[str, ...] = ()


GROUP_LABELS = {
    1: "Mồ côi cả cha và mẹ",
    2: "Bị bỏ rơi",
    3: "Không nơi nương tựa",
    4: "Khuyết tật",
    5: "Nhiễm HIV/AIDS",
    6: "Vi phạm pháp luật",
    7: "Nghiện ma túy",
    8: "Bỏ học kiếm sống, chưa hoàn thành phổ cập trung học cơ sở",
    9: "Bị tổn hại nghiêm trọng do bạo lực",
    10: "Bị bóc lột",
    11: "Bị xâm hại tình dục",
    12: "Bị mua bán",
    13: "Mắc bệnh hiểm nghèo, bệnh dài ngày thuộc hộ nghèo, cận nghèo",
    14: "Di cư, lánh nạn, tị nạn, chưa xác định cha mẹ hoặc không có người chăm sóc",
}
RESTRICTED_GROUPS = frozenset({5, 6, 7, 9, 10, 11, 12})  # health, offences, violence, abuse, trafficking: shown as "Nội dung hạn chế"
RESTRICTED_LABEL = "Nội dung hạn chế"

_ALSO = {
    1: ("mồ côi cả cha mẹ", "mồ côi cha mẹ", "trẻ em mồ côi cả cha và mẹ", "mồ côi cả cha lẫn mẹ"),
    2: ("bỏ rơi", "trẻ em bị bỏ rơi"),
    3: ("trẻ em không nơi nương tựa", "không nơi nương tự"),
    4: ("trẻ em khuyết tật", "tàn tật", "trẻ khuyết tật"),
    5: ("HIV", "HIV/AIDS", "nhiễm HIV", "trẻ em nhiễm HIV/AIDS"),
    6: ("trẻ em vi phạm pháp luật",),
    7: ("trẻ em nghiện ma túy", "nghiện ma tuý"),
    8: ("bỏ học kiếm sống", "trẻ em phải bỏ học kiếm sống chưa hoàn thành phổ cập giáo dục trung học cơ sở"),
    9: ("bị bạo lực", "bạo lực", "trẻ em bị tổn hại nghiêm trọng về thể chất và tinh thần do bị bạo lực"),
    10: ("bóc lột", "trẻ em bị bóc lột"),
    11: ("xâm hại tình dục", "trẻ em bị xâm hại tình dục"),
    12: ("mua bán", "trẻ em bị mua bán"),
    13: (
        "bệnh hiểm nghèo", "bệnh dài ngày", "bệnh phải điều trị dài ngày",
        "trẻ em mắc bệnh hiểm nghèo hoặc bệnh phải điều trị dài ngày thuộc hộ nghèo hoặc hộ cận nghèo",
    ),
    14: ("di cư", "lánh nạn", "tị nạn", "trẻ em di cư, trẻ em lánh nạn, tị nạn chưa xác định được cha mẹ hoặc không có người chăm sóc"),
}  # fmt: skip

_SUB_GROUPS: dict[int, tuple[str, ...]] = {  # group → its khoản; the article is the group plus 2
    1: (
        "Mồ côi cả cha và mẹ, không có người chăm sóc",
        "Mồ côi cả cha và mẹ, được nuôi dưỡng trong cơ sở",
        "Mồ côi cả cha và mẹ, sống với người thân thích",
        "Mồ côi cả cha và mẹ, được người không thân thích chăm sóc thay thế",
    ),
    2: ("Bị bỏ rơi, chưa được chăm sóc thay thế", "Bị bỏ rơi, được chăm sóc thay thế"),
    3: (
        "Mồ côi cha hoặc mẹ, người còn lại mất tích",
        "Mồ côi cha hoặc mẹ, người còn lại ở cơ sở trợ giúp xã hội hoặc không còn khả năng nuôi dưỡng",
        "Mồ côi cha hoặc mẹ, người còn lại đang chấp hành án hoặc ở cơ sở giáo dục, cai nghiện bắt buộc",
        "Cả cha và mẹ mất tích",
        "Cha hoặc mẹ mất tích, người còn lại ở cơ sở trợ giúp xã hội",
        "Cha hoặc mẹ mất tích, người còn lại đang chấp hành án hoặc ở cơ sở giáo dục, cai nghiện bắt buộc",
        "Cả cha và mẹ không còn khả năng chăm sóc",
        "Cả cha và mẹ ở cơ sở trợ giúp xã hội",
        "Cả cha và mẹ đang chấp hành án hoặc ở cơ sở giáo dục, cai nghiện bắt buộc",
        "Cha hoặc mẹ ở cơ sở trợ giúp xã hội, người còn lại đang chấp hành án hoặc ở cơ sở giáo dục, cai nghiện bắt buộc",
        "Cả cha và mẹ trong độ tuổi trẻ em",
        "Cha mẹ bị hạn chế quyền hoặc trẻ tạm thời cách ly khỏi cha mẹ",
    ),
    4: ("Khuyết tật đặc biệt nặng", "Khuyết tật nặng", "Khuyết tật nhẹ"),
    5: (),
    6: (
        "Vi phạm pháp luật, đang chịu biện pháp xử lý hành chính",
        "Vi phạm pháp luật, chưa có nơi cư trú ổn định, đang chịu biện pháp giáo dục",
        "Vi phạm pháp luật, đang chịu biện pháp tư pháp hoặc hình phạt",
        "Đã chấp hành xong hình phạt tù hoặc biện pháp đưa vào trường giáo dưỡng",
    ),
    7: ("Nghiện ma túy, ở cơ sở cai nghiện", "Nghiện ma túy, cai nghiện tại gia đình, cộng đồng"),
    8: ("Bỏ học kiếm sống, không có người chăm sóc", "Bỏ học kiếm sống, sống cùng cha mẹ hoặc người chăm sóc"),
    9: (),
    10: (
        "Bị bắt buộc lao động trái quy định",
        "Bị lôi kéo vào trình diễn, sản xuất sản phẩm khiêu dâm",
        "Bị lôi kéo vào du lịch mà bị xâm hại, bị đưa vào hoạt động mại dâm",
        "Bị lôi kéo vận chuyển, mua bán chất gây nghiện, hàng cấm",
        "Bị lôi kéo vào hoạt động trục lợi khác",
    ),
    11: ("Bị hiếp dâm", "Bị cưỡng dâm", "Bị giao cấu", "Bị dâm ô", "Bị sử dụng vào mục đích mại dâm, khiêu dâm"),
    12: ("Bị mua bán, trở về sống với cha, mẹ", "Bị mua bán, trở về được chăm sóc thay thế"),
    13: ("Bệnh hiểm nghèo, bệnh dài ngày thuộc hộ nghèo", "Bệnh hiểm nghèo, bệnh dài ngày thuộc hộ cận nghèo"),
    14: (
        "Công dân Việt Nam di cư, lánh nạn trong nước chưa xác định cha mẹ hoặc không có người chăm sóc",
        "Quốc tịch nước ngoài di cư, lánh nạn, tị nạn không có người chăm sóc",
        "Chưa xác định quốc tịch, cha mẹ, di cư, lánh nạn, tị nạn vào Việt Nam",
    ),
}

RISK_LABELS = {
    1: "Gia đình nghèo, cận nghèo",
    2: "Bỏ học, chưa học xong chương trình trung học cơ sở",
    3: "Gia đình có vấn đề xã hội",
    4: "Gia đình có người mắc tệ nạn xã hội",
    5: "Gia đình có người vi phạm pháp luật",
    6: "Cả cha và mẹ đi làm ăn xa",
    7: "Mồ côi cha hoặc mồ côi mẹ",
}
_RISK_ALSO = {
    1: ("gia đình nghèo", "gia đình cận nghèo"),
    2: ("bỏ học", "bỏ học chưa học xong chương trình THCS"),
    3: ("gia đình có vấn đề xã hội (ly hôn, ly thân)", "cha mẹ ly hôn", "vấn đề xã hội"),
    4: ("tệ nạn xã hội",),
    5: ("cha mẹ vi phạm pháp luật",),
    6: ("cha mẹ đi làm ăn xa", "cha mẹ đi làm xa", "cả cha mẹ đi làm ăn xa"),
    7: ("mồ côi cha", "mồ côi mẹ", "mồ côi cha hoặc mẹ", "mồ côi một bên"),
}
OTHER_LABELS = {1: "Bị bắt cóc, chiếm đoạt, đánh tráo", 2: "Bị tai nạn thương tích"}


def _group(group: int) -> list[Clause]:
    """The group as the law names it, then its khoản as the decree does."""
    restricted = group in RESTRICTED_GROUPS
    special = CircumstanceKind.SPECIAL
    letter = LETTERS[group - 1]
    law = f"Luật Trẻ em, Điều 10 khoản 1 điểm {letter}"
    subs = _SUB_GROUPS[group]
    article = group + 2
    clauses = [Clause(f"{LAW}:D10.K1.{letter}", special, group, 0, GROUP_LABELS[group], law, restricted, _ALSO[group])]
    if not subs:
        basis = f"{law}; Nghị định 56/2017/NĐ-CP, Điều {article}"
        clauses.append(Clause(f"{DECREE}:D{article}", special, group, 1, GROUP_LABELS[group], basis, restricted))
    for number, label in enumerate(subs, start=1):
        basis = f"{law}; Nghị định 56/2017/NĐ-CP, Điều {article} khoản {number}"
        clauses.append(Clause(f"{DECREE}:D{article}.K{number}", special, group, number, label, basis, restricted))
    return clauses


CLAUSES: dict[str, Clause] = {
    clause.key: clause
    for clause in (
        *(clause for group in range(1, 15) for clause in _group(group)),
        *(
            Clause(
                f"{FORM}:III.{n}", CircumstanceKind.RISK, n, 0, label, "Mẫu 03, thống kê số liệu trẻ em, phần III", n in {4, 5},
                _RISK_ALSO[n],
            )
            for n, label in RISK_LABELS.items()
        ),
        *(
            Clause(f"{FORM}:IV.{n}", CircumstanceKind.OTHER, n, 0, label, "Mẫu 03, thống kê số liệu trẻ em, phần IV", n == 1)
            for n, label in OTHER_LABELS.items()
        ),
    )
}  # fmt: skip
