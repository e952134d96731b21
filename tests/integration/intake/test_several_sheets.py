"""A file with several lists is one list: every row keeps its sheet; killed, sent again, doubled, asked about, it behaves like any other."""

from datetime import date, timedelta

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations, queries
from mangnon.intake.operations import chunks, opening
from mangnon.intake.rules import surveys
from mangnon.intake.vocabulary import BatchState, RowState
from mangnon.register import queries as register
from tests.factories import child_lists, people
from tests.factories.register import AT, TODAY, unit

pytestmark = pytest.mark.django_db
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Họ tên mẹ"]
THIA = ["1", "Thạch Sô Thia", "14/08/2020", "Nam", "Kim Thị Sua"]
HONG = ["2", "Lý Thị Hồng", "03/02/2019", "Nữ", "Trần Thị Lệ"]
DAT = ["1", "Võ Thành Đạt", "09/09/2021", "Nam", "Lê Thị Mai"]
BAD = ["2", "Võ Thị Bé", "31/02/2019", "Nữ", "Lê Thị Mai"]
ODD = ["#", "Bé nào", "Chào đời", "Trai gái", "Người nhà"]


@pytest.fixture
def officer():
    return people.ward_officer()


def sheets(**pages):
    return child_lists.sheets_of({name.replace("_", " "): cells for name, cells in pages.items()})


def take(content, *, by, at=AT):
    return operations.take_in(content=content, name="DS.xlsx", format_code="child-list", commune_id=unit().pk, by=by, at=at).batch


def places(batch):
    return [(row.sheet, row.line) for row in queries.rows(batch)]


def test_every_sheet_of_children_is_read_and_each_row_knows_its_place(officer):
    summary = [["Ấp", "Số trẻ"], ["Ấp 1", "2"]]
    batch = take(sheets(Ấp_1=[HEAD, THIA, HONG], Ấp_2=[["DANH SÁCH"], [], HEAD, DAT, BAD], Tổng_hợp=summary), by=officer)
    assert (batch.state, batch.row_count) == (BatchState.CHECKED, 4)
    assert places(batch) == [("Ấp 1", 2), ("Ấp 1", 3), ("Ấp 2", 4), ("Ấp 2", 5)]
    assert [queries.cells(batch, row)["hamlet"] for row in queries.rows(batch)] == ["Ấp 1", "Ấp 1", "Ấp 2", "Ấp 2"]
    assert batch.left_out == [["Tổng hợp", "không phải danh sách trẻ"]]
    (finding,) = [one for one in queries.findings_as_data(batch) if one["rule"] == "birth_date_exists"]
    assert (finding["sheet"], finding["row"]) == ("Ấp 2", 5)
    counts = operations.enrol_batch(batch_id=batch.pk, by=officer, at=AT)
    assert counts["new"] == 3
    row = next(row for row in queries.rows(batch) if row.state == RowState.MUST_FIX)
    done = operations.correct_cell(row_id=row.pk, field="birth_date", value="28/02/2019", by=officer, at=AT)
    assert (done.state, done.where) == (RowState.ENROLLED, "trang “Ấp 2”, dòng 5")


def test_sheets_may_have_their_columns_in_any_order(officer):
    batch = take(sheets(A=[HEAD, THIA], B=[["Mẹ", "Phái", "Họ tên", "NTNS"], [DAT[4], DAT[3], DAT[1], DAT[2]]]), by=officer)
    assert [queries.cells(batch, row)["full_name"] for row in queries.rows(batch)] == [THIA[1], DAT[1]]
    assert [row.raw for row in queries.rows(batch)] == [THIA, [DAT[4], DAT[3], DAT[1], DAT[2]]]


def test_a_sheet_without_a_heading_goes_on_with_the_columns_of_the_one_before(officer):
    batch = take(
        sheets(Sheet1=[HEAD, THIA, HONG], Sheet2=[["3", *DAT[1:]], ["4", "Võ Thị Na", "01/02/2019", "Nữ", "Lê Thị Mai"]]), by=officer
    )
    assert (batch.state, places(batch)) == (BatchState.CHECKED, [("Sheet1", 2), ("Sheet1", 3), ("Sheet2", 1), ("Sheet2", 2)])
    assert [queries.cells(batch, row)["mother_name"] for row in queries.rows(batch)] == [THIA[4], HONG[4], DAT[4], DAT[4]]


@pytest.mark.parametrize("row", [[DAT[0], DAT[2], DAT[1], DAT[3], DAT[4]], [*DAT, "Khu vực 5"]])
def test_a_sheet_without_a_heading_whose_columns_are_others_is_asked_about(officer, row):
    assert take(sheets(Sheet1=[HEAD, THIA, HONG], Sheet2=[row, row]), by=officer).state != BatchState.CHECKED


@pytest.mark.parametrize("ask", [False, True])
def test_forms_and_a_table_on_its_side_are_refused_with_what_they_are(officer, ask):
    form, across = ([list(row) for row in zip(*rows, strict=True)] for rows in ((HEAD, THIA), (HEAD, THIA, HONG)))
    for cells, words in ((form, "là phiếu ghi từng trẻ"), (across, "nằm ngang")):
        with pytest.raises(opening.NoHeading, match=words):
            operations.take_in(
                content=sheets(Phiếu=cells), name="DS.xlsx", format_code="child-list", commune_id=unit().pk, by=officer, at=AT, ask=ask
            )  # fmt: skip
    batch = take(sheets(Ấp_1=[HEAD, THIA], Phiếu=form), by=officer)
    assert batch.left_out == [["Phiếu", "không phải danh sách trẻ"]]


def test_a_child_on_two_sheets_is_found_by_its_sheet(officer):
    batch = take(sheets(Ấp_1=[HEAD, THIA], Tất_cả=[HEAD, HONG, THIA]), by=officer)
    (finding,) = [one for one in queries.findings_as_data(batch) if one["rule"] == "repeated_in_list"]
    assert (finding["sheet"], finding["row"]) == ("Tất cả", 3)
    assert "với trang “Ấp 1”, dòng 2" in finding["message"]
    assert operations.enrol_batch(batch_id=batch.pk, by=officer, at=AT)["new"] == 2


def test_a_killed_process_goes_on_in_the_sheet_where_it_was(officer, monkeypatch):
    class Killed(Exception):
        pass

    content = sheets(Ấp_1=[HEAD, THIA, HONG], Ấp_2=[HEAD, DAT, BAD])
    monkeypatch.setattr(chunks, "SIZE", 1)
    pieces = []

    def between():
        pieces.append(1)
        if len(pieces) in (1, 3):
            raise Killed

    batch = operations.receive(content=content, name="DS.xlsx", format_code="child-list", commune_id=unit().pk, by=officer, at=AT).batch
    for seen in ([("Ấp 1", 2)], [("Ấp 1", 2), ("Ấp 1", 3), ("Ấp 2", 2)]):
        with pytest.raises(Killed):
            operations.read_batch(batch_id=batch.pk, by=officer, at=AT, between=between)
        assert places(queries.batch(officer, batch.pk)) == seen
    batch = operations.read_batch(batch_id=batch.pk, by=officer, at=AT, between=between)
    assert places(batch) == [("Ấp 1", 2), ("Ấp 1", 3), ("Ấp 2", 2), ("Ấp 2", 3)]
    assert batch.state == BatchState.CHECKED
    assert {queries.cells(batch, row)["hamlet"] for row in queries.rows(batch)} == {"Ấp 1", "Ấp 2"}


def test_sent_again_only_what_changed_is_touched(officer):
    first = take(sheets(Ấp_1=[HEAD, THIA, HONG], Ấp_2=[HEAD, DAT, BAD]), by=officer)
    operations.enrol_batch(batch_id=first.pk, by=officer, at=AT)
    corrected = [*BAD[:2], "28/02/2019", *BAD[3:]]
    second = take(sheets(Ấp_1=[HEAD, THIA, HONG], Ấp_2=[HEAD, DAT, corrected]), by=officer, at=AT + timedelta(days=1))
    figures = queries.figures(second)
    assert (figures.unchanged, figures.ready, queries.figures(first).replaced) == (3, 1, 1)
    assert {row.earlier.where for row in queries.rows(second)} == {row.where for row in queries.rows(first)}


def test_a_sheet_nobody_understands_is_asked_about_and_remembered(officer):
    content = sheets(A=[HEAD, THIA], B=[ODD, DAT, ["2", "Võ Thị Bé", "01/02/2019", "Nữ", "Lê Thị Mai"]])
    batch = take(content, by=officer)
    assert (batch.state, batch.asked["sheet"]) == (BatchState.MAPPING, "B")
    assert "Trang “B”: Chưa thấy cột Họ và tên, Ngày sinh" in queries.questions(batch)
    assert "cột B “Bé nào” là Họ và tên (mọi ô là họ tên người)" in queries.questions(batch)
    operations.decide_mapping(batch_id=batch.pk, columns=queries.guessed_columns(batch), encodings={}, by=officer, at=AT, wait=True)
    batch = operations.read_batch(batch_id=batch.pk, by=officer, at=AT)
    assert (batch.state, places(batch)) == (BatchState.CHECKED, [("A", 2), ("B", 2), ("B", 3)])
    again = take(sheets(A=[HEAD, HONG], B=[ODD, DAT, DAT]), by=officer)
    assert again.state == BatchState.CHECKED


def test_a_sheet_may_be_said_to_be_no_list(officer):
    batch = take(sheets(A=[HEAD, THIA], B=[ODD, DAT, DAT]), by=officer)
    operations.decide_mapping(batch_id=batch.pk, columns={}, encodings={}, by=officer, at=AT, wait=True, left_out=True)
    batch = operations.read_batch(batch_id=batch.pk, by=officer, at=AT)
    assert (batch.state, places(batch)) == (BatchState.CHECKED, [("A", 2)])
    assert batch.left_out == [["B", "đã trả lời là không dùng"]]


def test_the_only_table_cannot_be_left_out(officer):
    batch = take(sheets(A=[ODD, DAT, DAT]), by=officer)
    with pytest.raises(operations.NothingLeft):
        operations.decide_mapping(batch_id=batch.pk, columns={}, encodings={}, by=officer, at=AT, left_out=True)


def test_each_kind_of_titles_is_asked_about_once(officer):
    other = [["Con", "Hôm sinh", "Của ai"], *[[one[1], one[2], one[4]] for one in (DAT, DAT)]]
    batch = take(sheets(A=[ODD, THIA, HONG], B=other, C=[ODD, DAT, DAT]), by=officer)
    assert (batch.asked["sheet"], batch.asked["others"]) == ("A", 1)
    for sheet in ("A", "B"):
        assert batch.asked["sheet"] == sheet
        operations.decide_mapping(batch_id=batch.pk, columns=queries.guessed_columns(batch), encodings={}, by=officer, at=AT, wait=True)
        batch = operations.read_batch(batch_id=batch.pk, by=officer, at=AT)
    assert (batch.state, batch.row_count) == (BatchState.CHECKED, 6)


def test_a_hidden_sheet_is_named_and_not_read(officer):
    batch = take(child_lists.sheets_of({"Cũ": [HEAD, HONG], "Mới": [HEAD, THIA]}, hidden=["Cũ"]), by=officer)
    assert places(batch) == [("Mới", 2)]
    assert batch.left_out == [["Cũ", "trang ẩn"]]


def test_a_sheet_cut_into_too_many_tables_is_refused(officer, monkeypatch):
    monkeypatch.setattr(surveys, "PARTS", 2)
    cells = [line for turn in range(3) for line in (["Họ và tên", "Ngày sinh", f"Cột {turn}"], [THIA[1], THIA[2], ""], [])]
    with pytest.raises(opening.TooManyBlocks, match="hơn 2 bảng"):
        take(child_lists.sheet_of(cells), by=officer)


def test_what_a_household_shares_in_merged_cells_reaches_every_child(officer):
    content = child_lists.sheets_of({"A": [HEAD, THIA, ["2", "Thạch Sô Na", "15/08/2022", "Nữ", ""]]}, merged={"A": ["E2:E3"]})
    batch = take(content, by=officer)
    assert [queries.cells(batch, row)["mother_name"] for row in queries.rows(batch)] == ["Kim Thị Sua", "Kim Thị Sua"]
    assert operations.enrol_batch(batch_id=batch.pk, by=officer, at=AT)["new"] == 2
    assert register.children(SYSTEM, on=TODAY).count() == 2


def test_a_birth_over_three_columns_without_a_heading_is_asked_and_read(officer):
    rows = [["1", "Thạch Sô Thia", "14", "8", "20", "Kim Thị Sua"], ["2", "Lý Thị Hồng", "3", "12", "19", "Trần Thị Lệ"]]
    batch = take(child_lists.sheet_of(rows), by=officer)
    assert batch.state == BatchState.MAPPING
    ground = "mọi dòng có ngày, tháng, năm sinh ở ba cột liền nhau: cột này là năm"
    assert f"cột E “Cột E” là Năm của ngày sinh ({ground})" in queries.questions(batch)
    operations.decide_mapping(batch_id=batch.pk, columns=queries.guessed_columns(batch), encodings={}, by=officer, at=AT, wait=True)
    batch = operations.read_batch(batch_id=batch.pk, by=officer, at=AT)
    assert [queries.cells(batch, row)["birth_date"] for row in queries.rows(batch)] == ["14/8/20", "3/12/19"]
    operations.enrol_batch(batch_id=batch.pk, by=officer, at=AT)
    assert {child.birth_date for child in register.children(SYSTEM, on=TODAY)} == {date(2020, 8, 14), date(2019, 12, 3)}


LATER = ["Của bà nào", "Hôm sinh", "Bé nào"]
AN = ["Lê Thị Mai", "07/07/2021", "Võ Gia An"]
NA = ["Lê Thị Mai", "31/02/2019", "Thạch Na"]


def test_a_table_under_another_with_titles_nobody_knows_is_asked_about(officer):
    content = child_lists.sheet_of([HEAD, THIA, HONG, [], ["Trẻ mới về"], LATER, AN, NA, HEAD, DAT])
    batch = take(content, by=officer)
    assert (batch.state, batch.row_count) == (BatchState.MAPPING, 0)
    assert queries.questions(batch).startswith("Bảng có tiêu đề ở dòng 6: Chưa thấy cột Họ và tên, Ngày sinh")
    columns = {0: "mother_name", 1: "birth_date", 2: "full_name"}
    operations.decide_mapping(batch_id=batch.pk, columns=columns, encodings={}, by=officer, at=AT, wait=True)
    batch = operations.read_batch(batch_id=batch.pk, by=officer, at=AT)
    assert (batch.state, [line for _, line in places(batch)]) == (BatchState.CHECKED, [2, 3, 7, 8, 10])
    told = [queries.cells(batch, row) for row in queries.rows(batch)]
    assert [(one["full_name"], one["birth_date"], one["mother_name"]) for one in told] == [
        (one[1], one[2], one[4]) if len(one) == 5 else (one[2], one[1], one[0]) for one in (THIA, HONG, AN, NA, DAT)
    ]  # fmt: skip
    assert operations.enrol_batch(batch_id=batch.pk, by=officer, at=AT)["new"] == 4
    again = take(child_lists.sheet_of([HEAD, HONG, LATER, AN]), by=officer)
    assert again.state == BatchState.CHECKED


def test_a_table_under_another_that_is_no_list_is_not_read(officer):
    batch = take(child_lists.sheet_of([HEAD, THIA, [], LATER, AN, NA, HEAD, DAT]), by=officer)
    operations.decide_mapping(batch_id=batch.pk, columns={}, encodings={}, by=officer, at=AT, wait=True, left_out=True)
    batch = operations.read_batch(batch_id=batch.pk, by=officer, at=AT)
    assert (batch.state, [line for _, line in places(batch)]) == (BatchState.CHECKED, [2, 8])
    assert batch.left_out == [["Sheet1, bảng ở dòng 4", "đã trả lời là không dùng"]]


def test_tables_under_one_another_are_each_asked_about(officer):
    batch = take(child_lists.sheet_of([ODD, DAT, DAT, [], LATER, AN, AN]), by=officer)
    assert batch.asked["others"] == 1
    for columns in ({1: "full_name", 2: "birth_date", 4: "mother_name"}, {0: "mother_name", 1: "birth_date", 2: "full_name"}):
        operations.decide_mapping(batch_id=batch.pk, columns=columns, encodings={}, by=officer, at=AT, wait=True)
        batch = operations.read_batch(batch_id=batch.pk, by=officer, at=AT)
    assert [queries.cells(batch, row)["full_name"] for row in queries.rows(batch)] == [DAT[1], DAT[1], AN[2], AN[2]]


def test_a_heading_whose_children_come_later_is_read_too(officer):
    lines = [[f"Ghi chú {number}"] for number in range(60)]
    batch = take(child_lists.sheet_of([HEAD, THIA, ["Mẹ", "NTNS", "Họ tên", "Giới tính của bé"], *lines, AN]), by=officer)
    last = queries.rows(batch).last()
    assert queries.cells(batch, last)["full_name"] == AN[2]


def test_tables_beside_one_another_end_where_the_next_heading_begins(officer):
    pair = [["Họ và tên", "Ngày sinh", "", "Họ và tên", "Ngày sinh"], [*THIA[1:3], "", *HONG[1:3]]]
    wide = [["Họ tên", "Sinh ngày", "Mẹ", "Cha", "Nơi ở"], [DAT[1], DAT[2], DAT[4], "Võ Văn Sáu", "Ấp 2"]]
    batch = take(child_lists.sheet_of([*pair, [], *wide]), by=officer)
    assert [queries.cells(batch, row)["full_name"] for row in queries.rows(batch)] == [THIA[1], DAT[1], HONG[1]]
