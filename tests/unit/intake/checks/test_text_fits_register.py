import pytest

from mangnon.intake.records import Link
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said, said_of

RULE = "text_fits_register"


def test_a_name_with_the_text_of_other_cells_in_it():
    finding = only(RULE, full_name="Lưu Gia Hân " * 20)
    assert (finding.column, finding.severity) == ("full_name", Severity.MUST_FIX)
    assert finding.message == (
        "Ô này dài hơn 200 ký tự, sổ không ghi đủ được: “Lưu Gia Hân Lưu Gia Hân Lưu Gia Hân Lưu …”. "
        "Ghi ngắn lại; xem có chữ của ô khác, dòng khác chép lẫn vào không."
    )


@pytest.mark.parametrize(
    ("field", "most"),
    [
        ("full_name", 200),
        ("mother_name", 200),
        ("guardian_name", 200),
        ("hamlet", 120),
        ("address", 300),
        ("permanent", 300),
        ("note", 2000),
    ],
)
def test_as_long_as_the_register_keeps_it(field, most):
    assert said(RULE, **{field: "a" * most}) == []
    assert [column for column, _, _ in said(RULE, **{field: "a" * (most + 1)})] == [field]


def test_a_name_that_grows_in_the_key_it_is_searched_by():
    assert said(RULE, full_name="김" * 66) == []
    assert [column for column, _, _ in said(RULE, full_name="김" * 100)] == ["full_name"]


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("births", "certificate"), ("school-roll", "class_name"), ("social-assistance", "decision"), ("poor-households", "decision"),
        ("immunisation", "dose_place"), ("health-insurance", "clinic"), ("deaths", "cause"), ("moves", "to_place"),
    ],
)  # fmt: skip
def test_what_other_lists_say(code, field):
    assert [column for column, _, _ in said_of(RULE, code, full_name="Lưu Gia Hân", **{field: "Số 5 " * 61})] == [field]


def test_what_a_list_says_only_to_find_the_child_may_be_long():
    assert said_of(RULE, "school-roll", full_name="Lưu Gia Hân", address="Số 5 " * 80) == []
    assert len(said_of(RULE, "school-roll", Link(new=True), full_name="Lưu Gia Hân", address="Số 5 " * 80)) == 1
