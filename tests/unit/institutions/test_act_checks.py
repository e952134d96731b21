"""What is wrong with an act, told as sentences: gaps, overlaps, nobody to follow, dates, codes borne before, cycles."""

from datetime import date, timedelta

import pytest

from mangnon.institutions.records import ActRow, BodyRow, ChangeRow
from mangnon.institutions.rules import act_checks
from mangnon.institutions.rules.act_checks import World
from mangnon.institutions.rules.names import match_key
from mangnon.institutions.vocabulary import ChangeKind, Gravity, Kind, Level, Share
from tests.factories.institutions import unit

ON = date(2027, 1, 1)
DAY = timedelta(days=1)
A, B, C = unit("Xã An", code="90001"), unit("Xã Bình", code="90002"), unit("Xã Chánh", code="90003")
NEW = BodyRow(-1, Kind.UNIT, Level.COMMUNE, "90009", "Xã Mới", match_key("Mới"), "Xã", "92")
DEPARTMENT = unit("Sở Hai Việc", code="so-hai")
DEPARTMENT = DEPARTMENT.__class__(**{**DEPARTMENT.__dict__, "kind": Kind.AGENCY, "functions": ("children", "labour")})


def row(kind, source, target=None, **facts):
    key = target if target is None or isinstance(target, int) else target.id
    return ChangeRow(position=facts.pop("position", 1), kind=ChangeKind(kind), source=source.id, target=key, **facts)


def found(*rows, bodies=(), world=None, on=ON, **facts):
    units = {one.id: one for one in (A, B, C, DEPARTMENT)} | (world or {})
    act = ActRow(id=1, label="Nghị quyết thử", on=on, issued_on=None, rows=rows, bodies=bodies)
    return act_checks.check(act, World(units=units, **facts))


def stops(*rows, **facts):
    return [str(flaw) for flaw in act_checks.stops(found(*rows, **facts))]


def test_a_merger_into_a_new_unit_has_no_faults():
    assert stops(row("merge", A, -1), row("merge", B, -1, position=2), bodies=(NEW,)) == []


def test_an_empty_act_says_so():
    assert "Chưa có dòng nào" in stops()[0]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([row("merge", A)], "Chưa ghi nơi tiếp nhận"),
        ([row("abolish", A)], "người dân không thuộc về đâu"),
        ([row("split", A, B, share=Share.PART)], "phần còn lại chưa thuộc về đâu"),
        ([row("merge", A, B), row("merge", A, C, position=2)], "Giao toàn bộ cho cả Xã Bình và Xã Chánh"),
        ([row("merge", A, B), row("merge", A, B, position=2)], "Ghi hai dòng như nhau"),
        ([row("merge", A, B), row("merge", B, A, position=2)], "vòng tròn"),
        ([row("merge", A, B), row("merge", B, C, position=2)], "Xã Bình cũng kết thúc"),
        ([row("dissolve", DEPARTMENT, B, function="children")], "Chưa ai nhận: lao động"),
        ([row("abolish", DEPARTMENT)], "lĩnh vực còn lại không ai nhận"),
        (
            [
                row("split", A, B, share=Share.PART, territory="Ấp 1"), row("split", A, C, share=Share.PART, territory="ấp 1", position=2),
            ],
            "Địa bàn “Ấp 1” giao cho hơn một nơi",
        ),
    ],
)  # fmt: skip
def test_each_fault_is_a_sentence(rows, says):
    told = stops(*rows)
    assert any(says in one for one in told), told
    assert all(one.startswith(("Dòng", "Bảng")) for one in told)


def test_every_part_of_a_divided_unit_goes_somewhere():
    assert stops(row("split", A, B, share=Share.PART), row("split", A, C, share=Share.PART, position=2)) == []


def test_a_department_whose_fields_all_go_has_no_gap():
    rows = [row("dissolve", DEPARTMENT, B, function="children"), row("dissolve", DEPARTMENT, C, function="labour", position=2)]
    assert stops(*rows) == []
    assert stops(row("dissolve", DEPARTMENT, B, function="children"), row("merge", DEPARTMENT, C, position=2)) == []


def test_a_transfer_of_one_field_leaves_the_department_standing():
    act = ActRow(id=1, label="x", on=ON, issued_on=None, rows=(row("transfer", DEPARTMENT, B, function="children"),))
    assert act.ended == frozenset()
    assert stops(*act.rows) == []


def test_dates_must_agree():
    gone = unit("Xã Cũ", code="90010", end=ON - 10 * DAY)
    later = unit("Xã Sau", code="90011", first_day=ON + DAY)
    assert "Đã kết thúc ngày" in stops(row("merge", gone, B), world={gone.id: gone})[0]
    assert any("Chỉ có từ ngày" in one for one in stops(row("merge", later, B), world={later.id: later}))
    assert any("không có vào ngày" in one for one in stops(row("merge", A, later), world={later.id: later}))


def test_a_code_in_use_stops_and_a_code_borne_before_is_told():
    other = unit("Xã Khác", code=NEW.code)
    assert "đang là của Xã Khác" in stops(row("merge", A, -1), bodies=(NEW,), bearers=(other,))[0]
    ending = unit("Xã Khác", code=NEW.code, end=ON)
    flaws = found(row("merge", A, -1), bodies=(NEW,), bearers=(ending,))
    assert [flaw.gravity for flaw in flaws] == [Gravity.NOTE]
    assert "là của Xã Khác" in flaws[0].what


def test_a_namesake_that_goes_elsewhere_is_told():
    namesake = unit("Xã Mới", code="90020", end=ON)
    flaws = found(row("merge", A, -1), bodies=(NEW,), bearers=(namesake,))
    assert "Trùng tên Xã Mới (90020)" in flaws[0].what


def test_nothing_is_left_under_what_ends():
    child = unit("Xã Con", code="90030", parent=A)
    told = stops(row("merge", A, B), under=(child,), world={child.id: child})
    assert "Còn Xã Con (90030) trực thuộc" in told[0]


def test_a_later_act_must_be_undone_first():
    assert "Hủy bỏ văn bản sau trước" in stops(row("merge", A, B), later={A.id: "Nghị quyết sau"})[0]


def test_stops_come_before_notes():
    ending = unit("Xã Khác", code=NEW.code, end=ON)
    flaws = found(row("merge", A, -1), row("abolish", B, position=2), bodies=(NEW,), bearers=(ending,))
    assert [flaw.gravity for flaw in flaws] == sorted((flaw.gravity for flaw in flaws), key=lambda one: one != Gravity.STOP)
