"""Every number on the paper walks back: figure, run, child, row of a list, stored file; and figures are those of the command."""

import argparse
import io
import json

import pytest
from docx import Document
from docx.oxml.ns import qn

from mangnon.accounts.records import SYSTEM
from mangnon.cli.commands import indicators as indicators_command
from mangnon.cli.commands import report as report_command
from mangnon.indicators import queries as indicators
from mangnon.intake import operations as intake
from mangnon.intake import queries as lists
from mangnon.lib.vietnamese import number
from mangnon.register import queries as register
from mangnon.reports import queries as reporting
from mangnon.reports.render import docx
from mangnon.reports.rules import states
from mangnon.reports.vocabulary import Origin
from tests.factories import child_lists, people, reports

pytestmark = pytest.mark.django_db
LIST = [
    {"full_name": "Nguyễn Văn An", "birth_date": "04/05/2018", "sex": "Nam", "mother_name": "Lê Thị Mai"},
    {"full_name": "Trần Thị Bình", "birth_date": "12/09/2022", "sex": "Nữ", "mother_name": "Võ Thị Lan", "circumstances": "Khuyết tật"},
    {"full_name": "Danh Chi", "birth_date": "30/01/2012", "sex": "Nữ", "mother_name": "Thị Son", "poverty": "Hộ nghèo"},
]


@pytest.fixture
def at_work(monkeypatch):
    """Three children from a ward's workbook, counted; the ward has reported; the clock stands at 18 November."""
    monkeypatch.setattr("mangnon.lib.calendar.now", lambda: reports.AT)
    period = reports.period()
    workbook = child_lists.workbook(LIST)
    batch, _ = intake.take_in(
        content=workbook, name="cai-khe.xlsx", format_code="child-list", commune_id=people.ward().pk, by=SYSTEM, at=reports.AT
    )
    intake.enrol_batch(batch_id=batch.pk, by=SYSTEM, at=reports.AT)
    reports.counted()
    reports.submitted(period, people.ward())
    return workbook


@pytest.fixture
def marks(at_work, tmp_path):
    """The city's paper printed by the command: its bookmarks with their text."""
    out = tmp_path / "bao-cao.docx"
    report_command.run(argparse.Namespace(period=2026, agency="", out=out, by=None))
    document = Document(io.BytesIO(out.read_bytes()))
    return {
        start.get(qn("w:name")): "".join(text.text or "" for text in start.getnext().iter(qn("w:t")))
        for start in document.element.body.iter(qn("w:bookmarkStart"))
    }


def test_the_figures_of_the_paper_are_those_of_the_command(marks):
    answer = json.loads(json.dumps(indicators_command.run(argparse.Namespace(period=2026, unit="92", by=None)), default=str))
    figures = {figure["code"]: figure for figure in answer["figures"]}
    assert figures["children_under_16"]["value"] == 3
    checked = set()
    for name, text in marks.items():
        source = docx.source_of(name)
        if source.origin is Origin.FIGURE and source.unit_code == "92":
            figure = figures[source.code]
            assert source.run == answer["run"]
            assert text == printed(figure, source.part)
            checked.add(source.code)
    assert checked == set(figures)


def test_every_number_walks_back_to_the_file_it_came_from(marks, at_work):
    walked = set()
    for name in marks:
        source = docx.source_of(name)
        if source.origin is not Origin.FIGURE or source.code == "special_entries":
            continue
        figure = indicators.figure(SYSTEM, run=source.run, code=source.code, unit_code=source.unit_code)
        code = figure.over if source.part == "d" else figure.code
        expected = figure.denominator if source.part == "d" else figure.numerator
        members = indicators.members(SYSTEM, run=source.run, code=code, unit_code=source.unit_code)
        assert len(members.child_ids) == expected
        walked |= set(members.child_ids)
    assert len(walked) == len(LIST)
    for child in register.children(SYSTEM, on=reports.CLOSING).filter(pk__in=walked):
        kind, _, key = child.source.reference.partition(":")
        batch = lists.batch(SYSTEM, int(key))
        row = batch.rows.get(number=child.source_row)
        assert kind == "batch"
        assert child.full_name in row.raw
        assert bytes(batch.file.content) == at_work


def test_every_other_mark_walks_back_too(marks):
    period = reporting.period_of_year(2026)
    summary = states.summary(reporting.requirements(SYSTEM, period=period, at=reports.AT))
    counted = {
        "submitted": summary.submitted, "total": summary.total, "on_time": summary.on_time, "late": summary.late,
        "open": summary.missing + summary.not_due,
    }  # fmt: skip
    for name, text in marks.items():
        source = docx.source_of(name)
        if source.origin is Origin.REPORTING:
            assert text == number(counted[source.code])
        if source.origin is Origin.WRITTEN:
            version = reporting.version(SYSTEM, source.version)
            said = {states.slug(section["code"]): section["text"] for section in version.content["sections"]}
            assert text in said[source.code]


def test_printing_again_gives_the_same_bytes(at_work, tmp_path):
    first, again = tmp_path / "1.docx", tmp_path / "2.docx"
    for out in (first, again):
        report_command.run(argparse.Namespace(period=2026, agency="", out=out, by=None))
    assert first.read_bytes() == again.read_bytes()


def printed(figure: dict, part: str) -> str:
    if part != "v":
        return number(figure["numerator" if part == "n" else "denominator"])
    if figure["unit"] != "%":
        return number(figure["value"])
    return "–" if figure["value"] is None else f"{number(figure['value'], decimals=2)}%"
