"""Every kind of list has a template that its own reader understands, and a page of instructions."""

from datetime import date

import pytest
from django.urls import reverse

from mangnon.intake import checks, formats, queries
from mangnon.intake.records import Context, Link
from mangnon.intake.rules import reading
from mangnon.intake.rules.heading import find_heading
from mangnon.intake.vocabulary import Kind, Severity
from mangnon.lib import tables
from tests.factories import people
from tests.factories.register import AT
from tests.unit.intake.checks.rows import known

CODES = list(formats.every())


def test_nine_kinds_of_lists():
    assert CODES == [
        "child-list", "births", "poor-households", "social-assistance", "school-roll", "immunisation", "health-insurance", "deaths",
        "moves",
    ]  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_the_template_is_read_back_without_a_complaint(code):
    layout = formats.named(code)
    sheet = next(iter(tables.read_workbook(queries.template(format_code=code, at=AT), name="mau.xlsx")))
    heading = find_heading(sheet.rows, layout.columns)
    assert heading is not None
    assert not heading.unknown
    assert set(heading.places) == {column.field for column in layout.offered}
    row = reading.read(2, reading.cells_of(sheet.rows[1], heading.places), layout)
    links = {2: Link(child=known())} if layout.kind is Kind.ENRICHES else {}
    context = Context(on=date(2026, 11, 23), layout=layout, commune_id=1, commune_name="Phường Cái Khế", links=links)
    assert [finding.message for finding in checks.run(row, context) if finding.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("code", CODES)
def test_a_list_says_who_sends_it_and_on_what_ground(code):
    layout = formats.named(code)
    assert layout.sender
    assert any(word in layout.basis for word in ("Luật", "Nghị định"))
    titles = [title for column in layout.columns for title in (column.title, *column.also)]
    assert all(title.strip() for title in titles)


@pytest.mark.parametrize(("code", "marked"), [("health-insurance", False), ("immunisation", True)])
def test_a_template_says_when_its_basis_was_not_compared(code, marked):
    _, instructions = tables.read_workbook(queries.template(format_code=code, at=AT), name="mau.xlsx")
    (basis,) = [row[1] for row in instructions.rows if row[0] == "Căn cứ"]
    assert formats.named(code).basis in basis
    assert basis.endswith("(chưa đối chiếu nguyên văn)") is marked


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_the_page_of_instructions(code):
    browser = people.browser(people.ward_officer())
    page = browser.get(reverse("import_guide", args=[code])).content.decode()
    layout = formats.named(code)
    assert layout.sender in page
    assert all(column.title in page for column in layout.offered)
    assert browser.get(reverse("import_template", args=[code])).status_code == 200
