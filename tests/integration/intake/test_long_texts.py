"""Texts longer than the register keeps: the row waits, the others enter, and nothing is cut without a word."""

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.intake import formats, operations
from mangnon.intake.models import RowFinding
from mangnon.intake.rules import lengths
from mangnon.intake.vocabulary import RowState
from mangnon.register import models
from tests.factories import child_lists, people
from tests.factories.lists import bring, said
from tests.factories.register import AT, unit

pytestmark = pytest.mark.django_db
LONG = "Lưu Gia Hân " * 30
CHILD = {"full_name": "Lưu Gia Hân", "birth_date": "05/06/2022", "mother_name": "Trần Thị Ngân"}
NEEDED = {
    "births": {"birth_date": "05/11/2026"}, "poor-households": {"standing": "Hộ nghèo"},
    "immunisation": {"vaccine": "BCG", "given_on": "06/06/2022"},
    "school-roll": {"school": "Trường Mầm non Hoa Mai", "class_name": "Chồi 1"}, "health-insurance": {"card": "0123456789"},
    "deaths": {"died_on": "01/11/2026"}, "moves": {"direction": "Chuyển đi", "to_place": "Phường Ninh Kiều"},
}  # fmt: skip


def test_one_row_too_long_holds_up_no_other():
    rows = [child_lists.row(number="1"), child_lists.row(number="2", full_name=LONG, birth_date="05/06/2021")]
    batch, counts = bring("child-list", child_lists.workbook(rows), by=people.ward_officer())
    assert counts["new"] == 1
    assert "text_fits_register" in [rule for _, rule, _ in said(batch)]


def test_a_row_that_was_ready_before_there_was_the_rule_is_held_back():
    by = people.ward_officer()
    batch, _ = operations.take_in(
        content=child_lists.workbook([child_lists.row(full_name=LONG), child_lists.row(birth_date="05/06/2021")]), name="ds.xlsx",
        format_code="child-list", commune_id=unit("31120").pk, by=by, at=AT,
    )  # fmt: skip
    RowFinding.objects.filter(batch=batch).delete()
    batch.rows.update(state=RowState.READY)
    assert operations.enrol_batch(batch_id=batch.pk, by=by, at=AT)["new"] == 1
    assert [(row, rule) for row, rule, _ in said(batch)] == [(2, "text_fits_register")]
    assert batch.rows.get(number=2).state == RowState.MUST_FIX


@pytest.mark.parametrize("code", formats.every())
def test_whatever_stands_in_a_cell_the_rows_that_may_be_entered_enter(code):
    bring("child-list", [CHILD])
    texts = ("9" * 30, "Chữ " * 1_000, "9999", "9" * 4_000, "김" * 150)
    rows = [
        {**CHILD, **NEEDED.get(code, {}), column.field: text} for column in formats.named(code).columns if column.offered for text in texts
    ]
    batch, _ = bring(code, rows)
    batch.rows.filter(state=RowState.QUESTION).update(state=RowState.READY)  # somebody has said of each: as it is
    operations.enrol_batch(batch_id=batch.pk, by=SYSTEM, at=AT)
    assert not batch.rows.filter(state=RowState.READY).exists()


def test_the_lengths_are_those_of_the_register():
    def held(model, field):
        return model._meta.get_field(field).max_length

    child, facts = lengths.OF_A_CHILD, lengths.OF_FACTS
    assert child["full_name"] == held(models.Child, "full_name") == held(models.Child, "name_key") == held(models.Carer, "name_key")
    assert (child["hamlet"], child["address"]) == (held(models.Residence, "hamlet"), held(models.Residence, "address"))
    assert child["current"] == facts["moves"]["to_place"] == held(models.Residence, "unit_as_written")
    assert facts["births"]["certificate"] == held(models.BirthNotice, "certificate")
    assert facts["births"]["birth_place"] == held(models.BirthNotice, "place")
    assert facts["school-roll"] == {"school": held(models.Schooling, "school"), "class_name": held(models.Schooling, "class_name")}
    assert facts["immunisation"]["dose_place"] == held(models.Dose, "place")
    assert facts["health-insurance"]["clinic"] == held(models.InsuranceCard, "clinic")
    assert facts["deaths"] == {"certificate": held(models.Death, "certificate"), "cause": held(models.Death, "cause_as_written")}
    assert len(" ngày 31/12/2026") + facts["social-assistance"]["decision"] <= held(models.Assistance, "evidence")
