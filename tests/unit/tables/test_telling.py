"""What cells say besides their texts is told of every kind of workbook: struck letters, days in truth."""

from datetime import date, timedelta

import pytest

from mangnon.lib import tables
from mangnon.lib.tables import own_column
from tests.factories.spreadsheets import ods, xls, xlsx

TITLES = ["Họ và tên", "Ngày sinh"]
NAMES = ["Trần Văn Ngọt", "Lê Thị Mận", "Phan Bảo Ngọc"]
TYPED = "27/07/2019"  # words of a day in the last row, not a day


def of_xlsx(days: list[int], *, plain: bool = True) -> bytes:
    """Three children read by patterns; not `plain`: by the parser."""
    strings = xlsx.shared(*(f"<t>{text}</t>" for text in [*NAMES, TYPED]))
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" s="{2 if at == 3 else 3}" t="s"><v>{at - 2}</v></c><c r="B{at}" s="1"><v>{day}</v></c></row>'
        for at, day in enumerate(days, 2)
    )
    page = xlsx.sheet([TITLES]).replace("</sheetData>", f'{rows}<row r="5"><c r="B5" s="1" t="s"><v>3</v></c></row></sheetData>')
    page = page if plain else page.replace("<sheetData>", '<sheetData x="1">')
    return xlsx.package(dict(xlsx.parts({"A": page}, styles=xlsx.styles("dd/mm/yyyy", "@", "@", struck=(2,)), strings=strings)))


def of_xls(days: list[int]) -> bytes:
    cells = [TITLES, *([name, day] for name, day in zip(NAMES, days, strict=True)), ["", TYPED]]
    return xls.workbook([xls.Page("A", cells, days=frozenset((row, 1) for row in range(1, 5)), struck=frozenset({(2, 0)}))])


def of_ods(days: list[int]) -> bytes:
    children = [[name, date(1899, 12, 30) + timedelta(days=day)] for name, day in zip(NAMES, days, strict=True)]
    children[1][0] = ods.Struck(NAMES[1])
    return ods.workbook({"A": [TITLES, *children, ["", TYPED]]})


FORMS = {"xlsx": of_xlsx, "xlsx khác": lambda days: of_xlsx(days, plain=False), "xls": of_xls, "ods": of_ods}


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize(("days", "early"), [([43256, 43106, 43286], {1: 3}), ([43256, 43276, 43286], {})])
def test_struck_letters_and_columns_of_early_days_are_told(make, days, early):
    with tables.open_table(make(days), name="ds") as workbook:
        (sheet,) = workbook.sheets
        assert [row.struck for row in workbook.rows(sheet.name)] == [(), (), (0,), (), ()]
    assert (sheet.struck, sheet.early_days) == (True, early)


def test_a_plain_list_tells_nothing():
    with tables.open_table(xlsx.workbook([TITLES, ["Trần Văn Ngọt", "05/06/2018"]]), name="ds.xlsx") as workbook:
        assert (workbook.sheets[0].struck, workbook.sheets[0].early_days) == (False, {})


def test_places_go_with_the_cells_when_our_own_column_is_left_out():
    rows = [tables.Row(1, ["Họ và tên", own_column.title("2 dòng"), "Ngày sinh"]), tables.Row(2, ["a", "b", "c"], struck=(0, 1, 2))]
    assert [row.struck for row in own_column.without(rows)] == [(), (0, 1)]
