"""The register's key of a row: known from the row alone when it names people, else with the commune."""

from datetime import date

from mangnon.intake.records import Context
from mangnon.intake.rules import reading

CHILD = {"full_name": "LƯU GIA HÂN", "birth_date": "05/06/2022"}


def key(commune_id, **cells):
    return reading.identity_key(reading.read(1, CHILD | cells), Context(on=date(2026, 11, 28), commune_id=commune_id))


def test_people_stand_for_the_place_where_they_are_named():
    assert key(1, mother_name="Trần Thị Ngân") == key(2, mother_name="TRẦN THỊ NGÂN") != key(1, mother_name="Kim Thị Đa")
    assert key(1) != key(2)
    assert key(1) == key(1, mother_name="không có")
