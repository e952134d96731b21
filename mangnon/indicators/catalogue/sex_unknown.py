"""Số trẻ em dưới 16 tuổi mà sổ chưa ghi giới tính; cùng với nam và nữ cộng đúng bằng số trẻ em dưới 16 tuổi."""

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators import rules
from mangnon.indicators.vocabulary import Chapter, Measure
from mangnon.register.records import Snapshot

CHAPTER, ORDER = Chapter.POPULATION, 40
TITLE = "Trẻ em chưa ghi giới tính"
MEASURE = Measure.CHILDREN
CITATION = "Luật Trẻ em số 102/2016/QH13, Điều 1; biểu Thống kê số liệu trẻ em (Mẫu 03), mục I.1"
VERSION = 1


def numerator(snapshot: Snapshot) -> NDArray[np.bool_]:
    return rules.under(snapshot, 16) & (snapshot.sex == 0)
