"""Workbooks are read without trust and written without danger."""

import contextlib
import errno
import io
import random
import string
import struct
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from mangnon.lib import tables
from mangnon.lib.tables import limits
from tests.factories.child_lists import sheet_of
from tests.factories.spreadsheets import xls

ROOT = Path(__file__).resolve().parents[3]
AT = datetime(2026, 11, 23, tzinfo=UTC)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co"]), max_size=30).map(str.strip)
FORMULAS = st.sampled_from(
    ["=1+1", "+84900000001", "-5", "@SUM(A1)", '=HYPERLINK("x")', "'=1", "＝1", "'quoted", "''twice", "'", "=cmd|'!A1"]
)


def parts_of(**parts: bytes) -> bytes:
    """A zip with these parts, named a__b for a/b."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


def with_part(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The package with something replaced in one part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            data = before.read(part)
            after.writestr(part, data.replace(old, new) if part == name else data)
    return buffer.getvalue()


def refused(content: bytes) -> str:
    with pytest.raises(tables.UnreadableFile) as refusal:
        tables.read_workbook(content, name="ds.xlsx")
    return str(refusal.value)


def rows_of(content: bytes) -> list[list[str]]:
    return tables.read_workbook(content, name="ds.xlsx")[0].rows


def test_values_come_as_a_person_sees_them():
    day = datetime(2022, 6, 5)
    content = sheet_of([["Hân", 92216033161, 1.5, True, None, "  a\u200bb  ", "Lưu Gia Hân", day]])
    row = rows_of(content)[0]
    assert row[:6] == ["Hân", "92216033161", "1.5", "TRUE", "", "ab"]
    assert row[6] == "Lưu Gia Hân"
    assert tables.visible_text(date(2022, 6, 5)) == "05/06/2022"


def test_rows_keep_their_place_in_the_sheet():
    assert rows_of(sheet_of([[], [None, None, "x"]])) == [["", "", ""], ["", "", "x"]]


@given(st.lists(st.lists(st.one_of(TEXTS, FORMULAS), min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_is_written_is_read_again_and_never_acts(rows):
    layout = tables.SheetLayout("Danh sách", columns=(tables.ColumnLayout("A"), tables.ColumnLayout("B")), rows=rows)
    content = tables.write_workbook([layout], created=AT)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    read = rows_of(content)[1:]
    wanted = [[tables.visible_text(text) for text in row] for row in rows]
    while wanted and not any(wanted[-1]):
        wanted.pop()
    assert [[tables.original(text) for text in row] for row in read] == wanted


@given(st.one_of(TEXTS, FORMULAS))
def test_harmless_text_is_harmless_and_can_be_undone(text):
    safe = tables.harmless(text)
    assert not safe or safe[0] not in "=+-@\t\r\n＝＋－＠"
    assert tables.original(safe) == text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\0\0", "ảnh"),
        (b"PK\x03\x04" + bytes(9), "hỏng"),
    ],
)
def test_other_kinds_of_files(content, kind):
    assert kind in refused(content)


def test_a_word_file():
    assert "dạng Word" in refused(parts_of(word__document=b"<x/>"))


def test_a_file_cut_short():
    whole = sheet_of([["Hân"]])
    assert "tệp hỏng" in refused(whole[: len(whole) // 2])


def test_an_empty_sheet():
    assert "không có dòng nào" in refused(sheet_of([]))


def test_a_file_that_unpacks_to_a_flood():
    assert "nở ra quá lớn" in refused(parts_of(xl__workbook=b"<x/>", xl__worksheets__sheet1=b" " * (30 * 1024 * 1024)))


def test_too_many_parts():
    assert "quá nhiều tệp con" in refused(parts_of(xl__workbook=b"<x/>", **{f"p{i}": b"x" for i in range(2001)}))


def test_a_declaration_that_multiplies_itself():
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><sst>&a;</sst>'
    assert "khai báo lạ" in refused(parts_of(xl__workbook=b"<x/>", xl__sharedStrings=bomb))


def test_a_cell_at_the_end_of_the_world():
    said = refused(with_part(sheet_of([["Hân"]]), "xl/worksheets/sheet1.xml", b'A1"', b'XFD1"'))
    assert "XFD1" in said
    assert "quá xa so với một danh sách" in said


def test_sizes_are_counted_not_believed():
    content = bytearray(parts_of(xl__workbook=b"<x/>", xl__worksheets__sheet1=b" " * (30 * 1024 * 1024)))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):  # local and central headers lie about the size
        at = content.rindex(signature)
        content[at + offset : at + offset + 4] = struct.pack("<I", 10)
    assert "ds.xlsx" in refused(bytes(content))


def test_noise_is_refused_never_raised():
    draw = random.Random(73)
    whole = sheet_of([["Họ và tên", "Ngày sinh"], *([["".join(draw.choices(string.ascii_letters, k=9)), "05/06/2022"]] * 5)])
    for _ in range(60):
        spoiled = bytearray(whole)
        for _ in range(20):
            spoiled[draw.randrange(len(spoiled))] = draw.randrange(256)
        with contextlib.suppress(tables.UnreadableFile):  # either it can still be read, or it is refused; nothing else
            assert tables.read_workbook(bytes(spoiled), name="ds.xlsx")


def test_hidden_sheets_are_not_read():
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.add_worksheet("Thấy").write_string(0, 0, "x")
    hidden = book.add_worksheet("Ẩn")
    hidden.write_string(0, 0, "y")
    hidden.hide()
    book.close()
    assert [sheet.name for sheet in tables.read_workbook(buffer.getvalue(), name="ds.xlsx")] == ["Thấy"]


def test_choices_are_written():
    sex = tables.ColumnLayout("Giới tính", choices=("Nam", "Nữ"), hint="Ghi Nam hoặc Nữ.")
    content = tables.write_workbook([tables.SheetLayout("Mẫu", columns=(sex,), rows=[["x"]])], created=AT)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "Ghi Nam hoặc Nữ." in archive.read("xl/comments1.xml").decode()
        assert "Nam,Nữ" in archive.read("xl/worksheets/sheet1.xml").decode()


def test_the_process_that_parses_stays_small():
    rows = [[f"Trẻ thứ {i}", i, "05/06/2022", "x" * 40] for i in range(20_000)]
    with tables.open_table(sheet_of(rows), name="ds.xlsx") as workbook:
        assert workbook.sheets[0].row_count == 20_000
        assert 0 < workbook.peak_kib < 120 * 1024


def test_time_is_short(monkeypatch):
    monkeypatch.setattr(limits, "PROCESSOR_SECONDS", 1)
    rows = [[f"{i} {j}" for j in range(20)] for i in range(60_000)]
    assert "mất quá lâu" in refused(sheet_of(rows))


def test_no_descriptor_can_be_opened_once_the_file_is_read():
    program = (
        "import sys, socket; sys.path.insert(0, sys.argv[1]); from mangnon.lib.tables import sandbox; "
        "sandbox._give_up_freedom(memory=1 << 28, seconds=5)\n"
        "for act in (lambda: open('/etc/passwd'), socket.socket):\n"
        "    try: act()\n"
        "    except OSError as error: print(error.errno)\n"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program, str(ROOT)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(errno.EMFILE)] * 2


def test_rows_can_be_read_as_often_as_wanted():
    with tables.open_table(sheet_of([["a"], ["b"]]), name="ds.xlsx") as workbook:
        assert list(workbook.rows("Sheet1")) == list(workbook.rows("Sheet1")) == [tables.Row(1, ["a"]), tables.Row(2, ["b"])]


@pytest.mark.parametrize("name", ["ds.xlsx", "ds.csv"])
def test_the_name_is_never_believed_and_said_to_be_wrong(name):
    content = sheet_of([["a", "b"]]) if name == "ds.csv" else b"a,b\r\n"
    with tables.open_table(content, name=name) as workbook:
        assert len(workbook.notes) == 1
        assert "thực ra là dạng" in workbook.notes[0]


@pytest.mark.parametrize("page", [[["Họ và tên", 5.25, True], ["x" * 9000, None, "Ấp 1"]] * 3])
def test_old_workbooks_read_like_a_second_reader_reads_them(page):
    content = xls.workbook([xls.Page("A", page)])
    with tables.open_table(content, name="ds.xls") as workbook:
        mine = [[tables.visible_text(text) for text in row.cells] for row in workbook.rows("A")]
    theirs = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("A").to_python()
    assert mine == [[tables.visible_text(value) for value in row] for row in theirs]


def test_a_file_of_two_encodings_is_refused_with_the_line():
    good, bad = "1,Trần Thị Phương,06/05/2016\n".encode(), "2,Võ Văn Quý,01/01/2018\n".encode("cp1258", "ignore")
    head = "STT,Họ và tên,Ngày sinh\n".encode()
    with (
        pytest.raises(tables.UnreadableFile, match="trộn hai bảng mã: dòng 3 không phải UTF-8"),
        tables.open_table(head + good + bad, name="a.csv"),
    ):
        pass
    with pytest.raises(tables.UnreadableFile, match="dòng 1 "), tables.open_table(bad + head + good, name="a.csv"):
        pass
    with tables.open_table(bad * 3, name="a.csv") as workbook:
        assert len(list(workbook.rows("Danh sách"))) == 3
