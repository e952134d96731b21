"""The vaccine book of the health station, in either shape, writes doses to the right twin."""

from datetime import date

import pytest

from mangnon.register.models import Dose
from tests.factories import child_lists
from tests.factories.lists import bring, said
from tests.factories.register import child

pytestmark = pytest.mark.django_db


def doses(pk):
    return [(d.vaccine, d.number, d.happened_on, d.precision) for d in Dose.objects.filter(child=pk).order_by("vaccine", "number")]


def twins():
    han = child(full_name="Lưu Gia Hân", born=date(2026, 3, 5), number="092326000001")
    return han, child(full_name="Lưu Gia Hâng", born=date(2026, 3, 5))


def test_a_column_for_each_dose():
    han, hang = twins()
    cells = [
        ["Họ và tên trẻ", "Ngày sinh", "Số ĐDCN", "Họ tên mẹ", "BCG", "VGB sơ sinh", "5in1 mũi 1", "ComBE Five 2", "OPV1"],
        ["Lưu Gia Hân", "5/3/26", "092326000001", "Trần Thị Ngân", "06/03/2026", "05/03/2026", "5/5/2026", "không rõ", "x"],
    ]
    batch, counts = bring("immunisation", child_lists.sheet_of(cells))
    assert counts["changed"] == 0  # "x" is no day: a person is asked
    assert [(rule, message) for _, rule, message in said(batch)] == [
        ("value_readable", "Không hiểu “x” ở cột Bại liệt uống (OPV) mũi 1. Xem lại giấy tờ rồi ghi lại.")
    ]
    cells[1][-1] = "05/2026"
    _, counts = bring("immunisation", child_lists.sheet_of(cells))
    assert counts["changed"] == 1
    assert doses(han) == [
        ("bcg", 1, date(2026, 3, 6), "day"), ("dtp-hib-hepb", 1, date(2026, 5, 5), "day"), ("hepb", 1, date(2026, 3, 5), "day"),
        ("opv", 1, date(2026, 5, 1), "month"),
    ]  # fmt: skip
    assert doses(hang) == []


def test_a_row_for_each_dose_and_a_better_date_later():
    han, _ = twins()
    row = {"full_name": "Lưu Gia Hân", "personal_number": "092326000001", "vaccine": "5 trong 1", "dose": "mũi 2"}
    bring("immunisation", [row | {"given_on": "07/2026"}])
    bring("immunisation", [row | {"given_on": "05/07/2026"}])
    _, counts = bring("immunisation", [row | {"given_on": "07/2026"}])
    assert counts["unchanged"] == 1
    assert doses(han) == [("dtp-hib-hepb", 2, date(2026, 7, 5), "day")]


def test_a_twin_without_number_is_found_by_name_birth_and_mother_or_asked():
    han, hang = twins()
    row = {"birth_date": "05/03/2026", "mother_name": "Trần Thị Ngân", "father_name": "Lưu Văn Tài", "dose_bcg_1": "06/03/2026"}
    batch, counts = bring("immunisation", [row | {"full_name": "Lưu Gia Hâng"}])
    if counts["changed"]:
        assert doses(hang) == [("bcg", 1, date(2026, 3, 6), "day")]
    else:
        assert [rule for _, rule, _ in said(batch)] == ["child_chosen"]
    assert doses(han) == []


def test_a_name_alone_never_joins():
    han, _ = twins()
    batch, _ = bring("immunisation", [{"full_name": "Lưu Gia Hân", "hamlet": "Khu vực 5", "dose_bcg_1": "06/03/2026"}])
    assert [rule for _, rule, _ in said(batch)] == ["enough_to_find"]
    assert doses(han) == []
