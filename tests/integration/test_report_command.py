"""`mangnon indicators` and `mangnon report`: what they refuse, in words a person can act on."""

import argparse

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.cli.commands import indicators as indicators_command
from mangnon.cli.commands import report as report_command
from mangnon.indicators.operations import NothingToCount
from mangnon.lib.refusals import Refusal
from mangnon.reports import operations
from mangnon.reports.models import Period
from mangnon.reports.operations.periods import NoPlan
from tests.factories import people, reports

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("mangnon.lib.calendar.now", lambda: reports.AT)


def report(out, agency=""):
    return report_command.run(argparse.Namespace(period=2026, agency=agency, out=out, by=None))


def test_an_empty_register_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(NothingToCount, match="Sổ trẻ em chưa có trẻ nào"):
        report(tmp_path / "bc.docx")
    assert not Period.objects.exists()
    assert not list(tmp_path.iterdir())


def test_without_a_plan_there_is_nothing_to_report_on(tmp_path):
    reports.small_city()
    with pytest.raises(NoPlan, match="chấp nhận kế hoạch"):
        report(tmp_path / "bc.docx")


def test_the_period_is_opened_and_the_city_gathered_when_nobody_has(tmp_path):
    reports.period()
    reports.small_city()
    answer = report(tmp_path / "bc.docx")
    assert (answer["kind"], answer["agency"], answer["state"]) == ("city", "so-y-te", "draft")
    assert (tmp_path / "bc.docx").stat().st_size > 20_000


@pytest.mark.parametrize(("name", "words"), [("bc.pdf", "tệp .docx"), ("khong-co/bc.docx", "Không có thư mục")])
def test_where_it_cannot_write_it_says_so(tmp_path, name, words):
    with pytest.raises(Refusal, match=words):
        report(tmp_path / name)


def test_an_unknown_agency_is_named(tmp_path):
    reports.period()
    reports.small_city()
    with pytest.raises(Refusal, match="mang mã 00000"):
        report(tmp_path / "bc.docx", agency="00000")


@pytest.mark.parametrize(("agency", "kind"), [("31120", "unit"), ("so-gddt", "unit")])
def test_a_units_own_report(tmp_path, agency, kind):
    reports.period()
    reports.small_city()
    assert report(tmp_path / "bc.docx", agency=agency)["kind"] == kind


def test_a_report_handed_in_keeps_its_figures_when_the_register_moves_on(tmp_path):
    period = reports.period()
    reports.small_city()
    reports.counted()
    city = operations.consolidate(period_id=period.pk, by=SYSTEM, at=reports.AT)
    operations.submit(report_id=city.pk, by=people.lead_head(), at=reports.AT)
    first, again = tmp_path / "1.docx", tmp_path / "2.docx"
    report(first)
    reports.children(reports.child("Quân"), at=reports.AT)
    assert report(again)["state"] == "submitted"
    assert first.read_bytes() == again.read_bytes()


def test_an_unknown_commune_is_named():
    with pytest.raises(Refusal, match="mang mã 99999"):
        indicators_command.run(argparse.Namespace(period=2026, unit="99999", by=None))


def test_the_answer_has_the_shape_of_the_contract():
    reports.small_city()
    answer = indicators_command.run(argparse.Namespace(period=2026, unit=reports.CAI_KHE, by=None))
    assert {"period", "unit", "run", "as_of", "figures"} <= set(answer)
    keys = {"code", "title", "unit", "numerator", "denominator", "value", "target", "definition"}
    assert all(keys <= set(figure) for figure in answer["figures"])
    assert next(figure["value"] for figure in answer["figures"] if figure["code"] == "children_under_16") == 7
