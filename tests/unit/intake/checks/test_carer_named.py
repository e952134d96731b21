from tests.unit.intake.checks.rows import only, said


def test_nobody_is_named():
    assert only("carer_named", father_name="", mother_name="không").what == "Chưa có họ tên cha, mẹ hoặc người nuôi dưỡng."


def test_one_of_three_is_enough():
    assert said("carer_named", father_name="", mother_name="", guardian_name="Thị Phol") == []
