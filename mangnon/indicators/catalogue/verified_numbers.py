"""Số trẻ em dưới 16 tuổi có số định danh cá nhân đã khớp với dữ liệu quốc gia về dân cư chia cho số trẻ em dưới 16 tuổi.

Số chưa có, sai định dạng, chưa xác thực, không khớp hoặc đã hủy đều không đếm.
"""

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators import rules
from mangnon.indicators.vocabulary import Chapter, Measure
from mangnon.register.records import Snapshot

CHAPTER, ORDER = Chapter.DATA, 10
TITLE = "Tỷ lệ trẻ em có số định danh cá nhân đã xác thực"
MEASURE = Measure.PERCENT
CITATION = "Kế hoạch số 73/KH-UBND ngày 04 tháng 4 năm 2024, mục II.6.d; Luật Căn cước số 26/2023/QH15, Điều 12"
VERSION = 1
VERIFIED = 4  # Snapshot.identifier_state
OVER = "children_under_16"


def numerator(snapshot: Snapshot) -> NDArray[np.bool_]:
    return rules.under(snapshot, 16) & (snapshot.identifier_state == VERIFIED)
