from tests.unit.intake.checks.rows import only, said


def test_group_13_belongs_to_poor_households():
    assert "chưa ghi hộ nghèo" in only("illness_needs_standing", circumstances="Bệnh hiểm nghèo").what


def test_with_a_standing_it_passes():
    assert said("illness_needs_standing", circumstances="Bệnh hiểm nghèo", poverty="Hộ cận nghèo") == []
    assert said("illness_needs_standing", circumstances="Khuyết tật nặng") == []
