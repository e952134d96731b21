"""Số trẻ em dưới 16 tuổi có ít nhất một hoàn cảnh đặc biệt còn hiệu lực vào ngày chốt số liệu; mỗi trẻ đếm một lần dù thuộc nhiều nhóm."""

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators import rules
from mangnon.indicators.vocabulary import Chapter, Measure
from mangnon.register.records import Snapshot

CHAPTER, ORDER = Chapter.SPECIAL, 10
TITLE = "Trẻ em có hoàn cảnh đặc biệt"
MEASURE = Measure.CHILDREN
CITATION = "Luật Trẻ em số 102/2016/QH13, Điều 10 khoản 1; Nghị định số 56/2017/NĐ-CP, Điều 3 đến Điều 16"
VERSION = 1


def numerator(snapshot: Snapshot) -> NDArray[np.bool_]:
    return rules.special(snapshot)
