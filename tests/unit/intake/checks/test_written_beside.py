"""Words in the margin and comments on cells are told; those of a death, a move, a double are asked by another rule."""

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said


def test_words_in_the_margin_and_comments_are_told():
    one, other = said("written_beside", aside="~~phone | M: bà Ba nộp bổ sung | @C: theo giấy khai sinh")
    assert (one[0], one[1]) == ("full_name", Severity.NOTE)
    assert one[2].startswith("Bên lề, cột M không có tiêu đề, ghi: “bà Ba nộp bổ sung”. Sổ không giữ lời này")
    assert other[2].startswith("Lời ghi kèm ô ở cột C: “theo giấy khai sinh”.")


def test_nothing_is_told_where_nothing_stands_or_child_gone_asks():
    assert said("written_beside") == said("written_beside", aside="~~") == said("written_beside", aside="M: đã mất | @B: trùng") == []
    (asked,) = said("child_gone", aside="@B: Trẻ đã chết 2/2026")
    assert asked[1:] == (Severity.QUESTION, asked[2])
    assert asked[2].startswith("Lời ghi kèm ô ở cột B là “Trẻ đã chết 2/2026”: có thể trẻ đã mất.")
