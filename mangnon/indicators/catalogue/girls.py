"""Số trẻ em dưới 16 tuổi có giới tính nữ trong sổ. Trẻ chưa rõ giới tính không đếm vào nam hoặc nữ."""

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators import rules
from mangnon.indicators.vocabulary import Chapter, Measure
from mangnon.register.records import Snapshot

CHAPTER, ORDER = Chapter.POPULATION, 30
TITLE = "Trẻ em nữ"
MEASURE = Measure.CHILDREN
CITATION = "Luật Trẻ em số 102/2016/QH13, Điều 1; biểu Thống kê số liệu trẻ em (Mẫu 03), mục I.1"
VERSION = 1


def numerator(snapshot: Snapshot) -> NDArray[np.bool_]:
    return rules.under(snapshot, 16) & (snapshot.sex == 2)
