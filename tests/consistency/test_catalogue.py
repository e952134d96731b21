"""Every indicator says what it counts and by what law, and has its specification."""

import importlib
import pkgutil
import unicodedata

import pytest

from mangnon.indicators import catalogue
from mangnon.indicators.data import targets
from tests.spec import indicators as specs

FILES = [found.name for found in pkgutil.iter_modules(catalogue.__path__)]


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_a_definition_and_a_specification_of_its_name(name):
    assert importlib.import_module(f"{catalogue.__name__}.{name}").__doc__
    spec = importlib.import_module(f"{specs.__name__}.test_{name}")
    assert spec.title


@pytest.mark.parametrize("indicator", catalogue.indicators(), ids=lambda indicator: indicator.code)
def test_an_indicator_cites_its_law_in_vietnamese(indicator):
    assert any(word in indicator.citation for word in ("Luật", "Nghị định", "Quyết định", "Kế hoạch", "Mẫu 03"))
    for text in (indicator.title, indicator.definition, indicator.citation):
        assert unicodedata.is_normalized("NFC", text)
    assert not indicator.over or catalogue.by_code(indicator.over)


def test_codes_are_once_and_there_are_enough():
    codes = [indicator.code for indicator in catalogue.indicators()]
    assert len(codes) == len(set(codes)) >= 20
    assert all(len(code) <= 22 for code in codes)  # a bookmark of Word holds 40 letters


def test_targets_are_of_indicators_and_name_their_act():
    for code, rows in targets().items():
        assert catalogue.by_code(code)
        assert all(row.legal_basis for row in rows)
