"""Số trẻ em có hoàn cảnh đặc biệt đang được trợ giúp chia cho số trẻ em có hoàn cảnh đặc biệt.

Tính trẻ đang nhận ít nhất một hình thức trợ giúp vào ngày chốt số liệu; mỗi trẻ đếm một lần dù nhận nhiều hình thức.
"""

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators import rules
from mangnon.indicators.vocabulary import Chapter, Measure
from mangnon.register.records import Snapshot

CHAPTER, ORDER = Chapter.SPECIAL, 310
TITLE = "Tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp"
MEASURE = Measure.PERCENT
CITATION = "Luật Trẻ em số 102/2016/QH13, Điều 10; Quyết định số 23/QĐ-TTg ngày 07 tháng 01 năm 2021 của Thủ tướng Chính phủ"
VERSION = 1
OVER = "special_children"


def numerator(snapshot: Snapshot) -> NDArray[np.bool_]:
    return rules.special(snapshot) & snapshot.assisted
