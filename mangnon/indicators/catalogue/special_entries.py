"""Cộng 14 nhóm hoàn cảnh đặc biệt; trẻ thuộc hai nhóm tính hai lượt. Số này không nhỏ hơn số trẻ em có hoàn cảnh đặc biệt."""

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators import rules
from mangnon.indicators.vocabulary import Chapter, Measure
from mangnon.register.records import Snapshot

CHAPTER, ORDER = Chapter.SPECIAL, 300
TITLE = "Tổng số lượt theo 14 nhóm hoàn cảnh đặc biệt"
MEASURE = Measure.ENTRIES
CITATION = "Luật Trẻ em số 102/2016/QH13, Điều 10 khoản 1; biểu Thống kê số liệu trẻ em (Mẫu 03), mục II"
VERSION = 1


def numerator(snapshot: Snapshot) -> NDArray[np.int64]:
    return rules.groups_each(snapshot)
