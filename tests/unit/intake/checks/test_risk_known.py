from tests.unit.intake.checks.rows import only, said


def test_unknown_risks_are_asked():
    assert "nhà xa trường" in only("risk_known", risks="nhà xa trường").what


def test_risks_of_the_form_pass():
    assert said("risk_known", risks="Cả cha và mẹ đi làm ăn xa; Mồ côi cha") == []
