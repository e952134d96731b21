"""Lists as wards send them say the same as the tidy one: through the same steps a list takes when it is received."""

import pytest

from mangnon.intake.formats import child_list
from mangnon.intake.rules import heading as headings
from mangnon.intake.rules import reading, sections
from mangnon.lib import legacy_text, tables
from tests.factories.spreadsheets import messy


def read(content, *, name):
    """The sheet, and the rows about children as the list's columns say them."""
    with tables.open_table(content, name=name) as workbook:
        found = []
        for sheet in workbook.sheets:
            rows = [] if sheet.hidden else list(workbook.rows(sheet.name))
            head = [[] for _ in range(rows[-1].number)] if rows else []
            for row in rows:
                head[row.number - 1] = row.cells
            heading = headings.find_heading(head, child_list.COLUMNS)
            if heading:
                found.append((sheet, heading, rows))
    sheet, heading, rows = max(found, key=lambda each: (len(each[1].places), each[0].row_count))
    data = [row for row in rows if row.number > heading.first_data_row]
    heading = sections.divided(heading, [row.cells for row in data])
    texts = [cell for row in data for cell in row.cells]
    encoding = legacy_text.detect(texts).encoding or legacy_text.UNICODE
    children = []
    for row in sections.told(data, heading):
        raw = [tables.visible_text(legacy_text.decode(text, encoding)) for text in row.cells]
        cells = reading.cells_of(raw, heading.places)
        if reading.is_child_row(cells, raw) and not headings.is_counting_row(raw) and cells["full_name"] != "Họ và tên":
            children.append(reading.read(row.number, cells))
    return sheet, children


@pytest.mark.parametrize("file", messy.FILES, ids=lambda file: file.name)
def test_messy_lists_say_what_the_tidy_one_says(file):
    sheet, children = read(file.make(), name=file.name)
    assert [[child.text(field) for field in file.fields] for child in children] == [list(values) for values in file.values]
    if file.sheet:
        assert sheet.name == file.sheet


def test_names_of_files_are_distinct_and_many():
    names = [file.name for file in messy.FILES]
    assert len(set(names)) == len(names) >= 60
