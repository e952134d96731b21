"""Số trẻ em dưới 16 tuổi thuộc một trong 14 nhóm hoàn cảnh đặc biệt còn hiệu lực vào ngày chốt số liệu.

Một trẻ thuộc nhiều nhóm được đếm ở từng nhóm, nên cộng 14 nhóm ra số lượt, không phải số trẻ.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators import rules
from mangnon.indicators.records import Indicator
from mangnon.indicators.vocabulary import Chapter, Measure, Sensitivity
from mangnon.register.records import Snapshot
from mangnon.register.vocabulary.circumstances import RESTRICTED_GROUPS

CITATION = "Luật Trẻ em số 102/2016/QH13, Điều 10 khoản 1 điểm {point}; Nghị định số 56/2017/NĐ-CP, Điều {article}"
DEFINITION = (
    "Số trẻ em dưới 16 tuổi thuộc nhóm “{title}” với hoàn cảnh còn hiệu lực vào ngày chốt số liệu. "
    "Trẻ thuộc nhiều nhóm được đếm ở từng nhóm."
)
VERSION = 1
POINTS = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o"]  # điểm of khoản 1, in the alphabet of laws
TITLES = (
    "Trẻ em mồ côi cả cha và mẹ",
    "Trẻ em bị bỏ rơi",
    "Trẻ em không nơi nương tựa",
    "Trẻ em khuyết tật",
    "Trẻ em nhiễm HIV/AIDS",
    "Trẻ em vi phạm pháp luật",
    "Trẻ em nghiện ma túy",
    "Trẻ em phải bỏ học kiếm sống chưa hoàn thành phổ cập giáo dục trung học cơ sở",
    "Trẻ em bị tổn hại nghiêm trọng về thể chất và tinh thần do bị bạo lực",
    "Trẻ em bị bóc lột",
    "Trẻ em bị xâm hại tình dục",
    "Trẻ em bị mua bán",
    "Trẻ em mắc bệnh hiểm nghèo hoặc bệnh phải điều trị dài ngày thuộc hộ nghèo hoặc hộ cận nghèo",
    "Trẻ em di cư, trẻ em lánh nạn, tị nạn chưa xác định được cha mẹ hoặc không có người chăm sóc",
)


def members() -> tuple[Indicator, ...]:
    """The fourteen indicators special_group_01 … special_group_14."""
    return tuple(_member(group) for group in range(1, 15))


def _member(group: int) -> Indicator:
    title = TITLES[group - 1]
    return Indicator(
        code=f"special_group_{group:02d}",
        chapter=Chapter.SPECIAL,
        order=100 + group,
        title=title,
        measure=Measure.CHILDREN,
        definition=DEFINITION.format(title=title),
        citation=CITATION.format(point=POINTS[group - 1], article=group + 2),
        version=VERSION,
        sensitivity=Sensitivity.RESTRICTED if group in RESTRICTED_GROUPS else Sensitivity.OPEN,
        numerator=_counting(group),
    )


def _counting(group: int) -> Callable[[Snapshot], NDArray[np.bool_]]:
    def numerator(snapshot: Snapshot) -> NDArray[np.bool_]:
        return rules.in_group(snapshot, group)

    return numerator
