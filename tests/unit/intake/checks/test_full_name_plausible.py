import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


@pytest.mark.parametrize("name", ["Nguyễn Văn 2", "Hân", "Lê An?"])
def test_an_odd_name_is_noted_never_refused(name):
    assert only("full_name_plausible", full_name=name).severity is Severity.NOTE


@pytest.mark.parametrize("name", ["Kim Sô Phia", "Thạch Sa Rây", "Danh Ô", "Quách Mỹ Dung", "Maria Nguyễn"])
def test_khmer_hoa_and_foreign_names_pass(name):
    assert said("full_name_plausible", full_name=name) == []
