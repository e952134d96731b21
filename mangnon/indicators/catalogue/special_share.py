"""Số trẻ em có hoàn cảnh đặc biệt chia cho số trẻ em dưới 16 tuổi.

Tỷ lệ của thành phố là tổng tử số chia tổng mẫu số của các xã, phường, không phải trung bình các tỷ lệ.
"""

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators import rules
from mangnon.indicators.vocabulary import Chapter, Measure
from mangnon.register.records import Snapshot

CHAPTER, ORDER = Chapter.SPECIAL, 20
TITLE = "Tỷ lệ trẻ em có hoàn cảnh đặc biệt trên tổng số trẻ em"
MEASURE = Measure.PERCENT
CITATION = "Luật Trẻ em số 102/2016/QH13, Điều 10 khoản 1; Quyết định số 23/QĐ-TTg ngày 07 tháng 01 năm 2021 của Thủ tướng Chính phủ"
VERSION = 1
OVER = "children_under_16"


def numerator(snapshot: Snapshot) -> NDArray[np.bool_]:
    return rules.special(snapshot)
