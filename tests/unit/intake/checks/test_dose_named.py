from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of


def test_a_day_without_vaccine_and_a_vaccine_without_day():
    assert said_of("dose_named", "immunisation", given_on="05/06/2024")[0][:2] == ("vaccine", Severity.MUST_FIX)
    assert said_of("dose_named", "immunisation", vaccine="BCG")[0][2] == "Chưa có ngày tiêm của “BCG”. Ghi ngày tiêm."
    assert said_of("dose_named", "immunisation", full_name="Lưu Gia Hân")[0][1] is Severity.NOTE


def test_a_dose_in_either_way():
    assert said_of("dose_named", "immunisation", dose_bcg_1="05/06/2024") == []
    assert said_of("dose_named", "immunisation", vaccine="5in1 mũi 2", given_on="05/06/2024") == []


def test_a_vaccine_that_the_section_names():
    assert said_of("dose_named", "immunisation", given_on="05/06/2024", banner=" › I Vắc xin BCG") == []
