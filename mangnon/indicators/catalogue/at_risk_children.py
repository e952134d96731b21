"""Số trẻ em dưới 16 tuổi có ít nhất một nguy cơ rơi vào hoàn cảnh đặc biệt còn hiệu lực vào ngày chốt số liệu; mỗi trẻ đếm một lần."""

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators import rules
from mangnon.indicators.vocabulary import Chapter, Measure
from mangnon.register.records import Snapshot

CHAPTER, ORDER = Chapter.AT_RISK, 10
TITLE = "Trẻ em có nguy cơ rơi vào hoàn cảnh đặc biệt"
MEASURE = Measure.CHILDREN
CITATION = "biểu Thống kê số liệu trẻ em (Mẫu 03), mục III; Luật Trẻ em số 102/2016/QH13, Điều 49"
VERSION = 1


def numerator(snapshot: Snapshot) -> NDArray[np.bool_]:
    return rules.under(snapshot, 16) & (snapshot.risk_groups != 0)
