"""Two children of the register, and lists about them."""

from datetime import date

from tests.factories import child_lists
from tests.factories.register import child

HAN, BAO = ["Lưu Gia Hân", "05/06/2022", "092322007731"], ["Trần Gia Bảo", "07/08/2021", "092221007732"]
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Số định danh"]


def enter():
    """Put both in the register, each in a household of its own."""
    child(full_name=HAN[0], number=HAN[2])
    child(full_name=BAO[0], number=BAO[2], born=date(2021, 8, 7), carers=(), household="2")


def of_rows(*rows):
    """The bytes of a list of these rows."""
    return child_lists.sheet_of(list(rows))
