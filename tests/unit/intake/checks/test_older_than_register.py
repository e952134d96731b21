from datetime import date

from mangnon.intake.records import Link
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import known, said_of

KNOWN = Link(child=known(latest={"schooling": date(2026, 9, 5)}))


def test_a_class_older_than_the_one_known():
    ((column, severity, message),) = said_of("older_than_register", "school-roll", KNOWN, state_since="05/09/2025")
    assert (column, severity) == ("state_since", Severity.NOTE)
    assert message == "Sổ đã có lớp học từ 05/09/2026, mới hơn 05/09/2025. Không ghi đè; sửa ngày nếu danh sách đúng hơn."


def test_a_newer_one():
    assert said_of("older_than_register", "school-roll", KNOWN, state_since="02/11/2026") == []
