"""Which cells of a sender's file are marked, and what is said beside a row."""

from types import SimpleNamespace

from mangnon.intake.rules import marking, sections
from mangnon.lib.tables import CellMark, Look

NAMES = {"full_name": "Họ và tên", "birth_date": "Ngày sinh", "sex": "Giới tính", "mother_name": "Họ tên mẹ", "hamlet": "Ấp, khu vực"}


def heading(titles, places, encodings=None):
    return marking.Heading(titles, places, encodings or {}, NAMES)


def found(column, severity="must_fix", what="Sai.", todo="Xem lại."):
    return SimpleNamespace(column=column, severity=severity, what=what, todo=todo)


def test_what_must_be_done_stands_first_and_the_senders_own_title_is_used():
    own = heading(["TT", "Họ  tên cháu", "NTNS"], {"full_name": 1, "birth_date": 2})
    made = marking.row(7, {}, {}, [found("full_name", "question", "Tên lạ?", ""), found("birth_date")], own)
    assert made.note == "Phải sửa, cột NTNS: Sai. Xem lại.\nCần trả lời, cột Họ tên cháu: Tên lạ?"
    assert made.cells == (CellMark(2, Look.ASK, "Tên lạ?"), CellMark(3, Look.STOP, "Sai. Xem lại."))


def test_two_findings_in_one_cell_make_one_mark_the_graver_one():
    own = heading(["Tên"], {"full_name": 0})
    made = marking.row(7, {}, {}, [found("full_name", "question", "Hỏi?", ""), found("full_name")], own)
    assert made.cells == (CellMark(1, Look.STOP, "Sai. Xem lại. Hỏi?"),)


def test_a_correction_is_written_in_its_cell_and_told():
    own = heading(["Tên", "Phái"], {"full_name": 0, "sex": 1})
    made = marking.row(7, {"full_name": "Lê Va An", "sex": "?"}, {"full_name": "Lê Văn An", "sex": ""}, [], own)
    assert made.note == "Đã sửa trên trang, cột Tên: “Lê Va An” thành “Lê Văn An”.\nĐã sửa trên trang, cột Phái: bỏ “?”, để trống."
    assert [(cell.look, cell.text) for cell in made.cells] == [(Look.DONE, "Lê Văn An"), (Look.DONE, "")]


def test_a_corrected_cell_that_is_still_wrong_bears_the_graver_mark_and_the_new_text():
    made = marking.row(7, {"sex": "x"}, {"sex": "y"}, [found("sex")], heading(["Phái"], {"sex": 0}))
    assert [(cell.look, cell.text) for cell in made.cells] == [(Look.STOP, "y")]


def test_a_fact_spread_over_columns_is_marked_in_all_and_written_in_none():
    own = heading(["Ngày", "Tháng", "Năm"], {"birth_day": 0, "birth_month": 1, "birth_year": 2})
    made = marking.row(7, {}, {"birth_date": "01/02/2019"}, [], own)
    assert [(cell.column, cell.text) for cell in made.cells] == [(1, None), (2, None), (3, None)]
    assert made.note == "Đã sửa trên trang, cột Ngày sinh: ghi thêm “01/02/2019”."


def test_a_column_in_old_letters_is_told_of_and_not_written_in():
    own = heading(["Hä tªn"], {"full_name": 0}, {"*": "tcvn3"})
    made = marking.row(7, {"full_name": "Lê An"}, {"full_name": "Lê Ân"}, [], own)
    assert made.note == "Đã sửa trên trang, cột Họ và tên: “Lê An” thành “Lê Ân”."
    assert made.cells[0].text is None


def test_what_is_not_in_the_file_is_only_told():
    own = heading(["Tên", sections.TITLE], {"full_name": 0, "hamlet": 1})
    made = marking.row(7, {}, {"hamlet": "Khu vực 5"}, [found("mother_name")], own)
    assert (made.cells, own.width) == ((), 1)
    assert made.note.startswith("Phải sửa, cột Họ tên mẹ: Sai.")
