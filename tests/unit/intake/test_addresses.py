"""An address in pieces is put together, and what stands beside the name of a hamlet goes there: nothing is lost, nothing said twice."""

import pytest

from mangnon.intake.records import Context, Place
from mangnon.intake.rules import reading

CAI_KHE, NINH_KIEU = Place(1, "Phường Cái Khế"), Place(2, "Phường Ninh Kiều")


def home(*, places=(), **cells):
    context = Context(on=None, commune_id=1, places=dict(places))
    record = reading._residences(reading.read(1, cells), context)[-1]
    return record.hamlet, record.address


@pytest.mark.parametrize(
    ("cells", "hamlet", "address"),
    [
        ({"address": "12", "street": "Lý Hồng Thanh", "neighbourhood": "4", "hamlet": "KV 2"}, "KV 2", "12 Lý Hồng Thanh, tổ 4"),
        ({"address": "12", "lane": "5", "street": "Trần Phú"}, "", "12 hẻm 5 Trần Phú"),
        ({"address": "", "street": "", "neighbourhood": "Tổ 4", "hamlet": "KV 2"}, "KV 2", "Tổ 4"),
        ({"address": "12 Trần Phú, tổ 4", "street": "Trần Phú", "neighbourhood": "4"}, "", "12 Trần Phú, tổ 4"),
        ({"address": "27/4 Trần Phú", "hamlet": "Tổ 3, KV5"}, "KV5", "27/4 Trần Phú, Tổ 3, KV5"),
        ({"address": "27/4 Trần Phú, Tổ 3, KV5", "hamlet": "Tổ 3, KV5"}, "KV5", "27/4 Trần Phú, Tổ 3, KV5"),
        ({"address": "", "hamlet": "Tổ 3, KV5"}, "KV5", "Tổ 3, KV5"),
        ({"address": "27/4 Trần Phú", "hamlet": "Khu vực 5, 6"}, "Khu vực 5, 6", "27/4 Trần Phú"),
        ({"address": "27/4 Trần Phú, KV5"}, "KV5", "27/4 Trần Phú, KV5"),
        ({"address": "27/4 Trần Phú, KV5", "hamlet": "KV6"}, "KV6", "27/4 Trần Phú, KV5"),
    ],
)  # fmt: skip
def test_hamlet_and_address(cells, hamlet, address):
    assert home(**cells) == (hamlet, address)


def test_the_hamlet_of_an_address_elsewhere_is_not_the_childs():
    places = {"P. Cái Khế": CAI_KHE, "P. Ninh Kiều": NINH_KIEU}
    assert home(places=places, address="KV5, P. Cái Khế")[0] == "KV5"
    assert home(places=places, address="KV5, P. Ninh Kiều")[0] == ""
    assert home(places=places, address="KV5, P. Ninh Kiều", current="P. Ninh Kiều")[0] == "KV5"


def test_an_address_that_was_corrected_is_whole():
    cells = reading.cells_of(["12", "Trần Phú"], {"address": 0, "street": 1}, {"address": "12 Lê Lợi"})
    assert reading.read(1, cells).text("address") == "12 Lê Lợi"


@pytest.mark.parametrize(("text", "says"), [("tại địa phương", False), ("Ở tại địa phương", False), ("đang ở nhà", False), ("xã", True)])
def test_here_is_no_place_to_ask_about(text, says):
    assert reading.says_where(text) is says
