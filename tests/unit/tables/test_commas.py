"""Text files whose writer left out quotation marks: a comma inside a cell divides nothing."""

import io

import pytest

from mangnon.lib import tables
from mangnon.lib.tables import CellMark, Look, RowMarks, delimited, sandbox, spool

HEAD = "STT,Họ và tên,Địa chỉ,Ấp, khu vực,Điện thoại"
AN = "1,Trần Gia An,12 Trần Phú,Khu vực 1,0900000001"
BINH = "2,Lê Thị Bình,45 Trần Phú, hẻm 3,Khu vực 2,0900000002"
CHAU = "3,Võ Minh Châu,7 Lê Lợi,Khu vực 3,0900000003"
QUOTED = 'STT,Họ và tên,Địa chỉ,"Ấp, khu vực",Điện thoại'


def read(*lines):
    """The rows of a file, and how wide its rows are when some are wider."""
    content, out = "\n".join(lines).encode(), io.BytesIO()
    about = sandbox.parse(io.BytesIO(content), len(content), "ds.csv", spool.Writer(out))
    (sheet,) = about["sheets"]
    return [row.cells for row in spool.rows(out, sheet["frames"])], sheet["wider_than"]


@pytest.mark.parametrize("head", [HEAD, QUOTED])
def test_what_begins_with_a_space_goes_on_with_the_cell_before(head):
    rows, wider = read("UBND PHƯỜNG CÁI KHẾ, TỔ 1", head, AN, BINH, CHAU)
    assert rows[1] == ["STT", "Họ và tên", "Địa chỉ", "Ấp, khu vực", "Điện thoại"]
    assert rows[3] == ["2", "Lê Thị Bình", "45 Trần Phú, hẻm 3", "Khu vực 2", "0900000002"]
    assert wider == 0


def test_the_last_cell_may_go_on_too():
    rows, _ = read(
        "STT,Họ và tên,Địa chỉ", "1,Trần Gia An,12 Trần Phú", "2,Lê Thị Bình,45 Trần Phú, KV2, Cái Khế", "3,Võ Minh Châu,7 Lê Lợi"
    )
    assert rows[2] == ["2", "Lê Thị Bình", "45 Trần Phú, KV2, Cái Khế"]


def test_a_row_with_cells_too_many_that_cannot_be_told_apart_stays_and_is_known():
    rows, wider = read(QUOTED, AN, BINH.replace(", ", ","), CHAU)
    assert rows[2] == ["2", "Lê Thị Bình", "45 Trần Phú", "hẻm 3", "Khu vực 2", "0900000002"]
    assert wider == 5


def test_where_rows_end_when_they_say_no_more_nothing_is_joined():
    short = [f"{number},Trần Gia An,12 Trần Phú" for number in range(1, 5)]
    rows, wider = read("STT,Họ và tên,Địa chỉ,Ghi chú", *short, "5,Lê Thị Bình,7 Lê Lợi, mồ côi cha")
    assert rows[-1] == ["5", "Lê Thị Bình", "7 Lê Lợi", " mồ côi cha"]
    assert wider == 0


@pytest.mark.parametrize("cell", ['="0900000001"', '"=""0900000001"""'])
def test_the_guard_around_a_number_is_none_of_it(cell):
    rows, _ = read("STT,Họ và tên,Điện thoại", f"1,Trần Gia An,{cell}", '2,Lê Thị Bình,="="')
    assert [row[2] for row in rows] == ["Điện thoại", "0900000001", "="]


def test_marks_stand_in_the_column_of_their_own():
    content = "\n".join([HEAD, AN, BINH, CHAU]).encode()
    marks = RowMarks(3, "Xem lại.", (CellMark(3, Look.ASK, "Xem lại."),))
    given = tables.mark(
        content, name="ds.csv", sheets=[tables.SheetMarks(delimited.SHEET, 1, 5, tables.own_title("còn 1 dòng"), "", [marks])]
    )
    head, an, binh, chau = given.content.decode().splitlines()
    assert (an, chau) == (AN, CHAU)
    assert head.startswith(f"{QUOTED},")
    assert binh == '2,Lê Thị Bình,"45 Trần Phú, hẻm 3",Khu vực 2,0900000002,Xem lại.'
