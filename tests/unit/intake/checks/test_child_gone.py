"""Words of a death, a move, a mistake are asked about wherever they stand."""

import pytest

from mangnon.intake.records import Link
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import known, only, said, said_of


@pytest.mark.parametrize(
    ("facts", "column", "words"),
    [
        ({"note": "Đã mất 12/2025"}, "note", "Ghi chú ghi “Đã mất 12/2025”: có thể trẻ đã mất."),
        ({"note": "chuyển về An Giang"}, "note", "Ghi chú ghi “chuyển về An Giang”: có thể trẻ không còn ở đây."),
        ({"note": "trùng STT 5"}, "note", "Ghi chú ghi “trùng STT 5”: có thể dòng này ghi trùng hoặc ghi nhầm."),
        ({"note": "thai lưu"}, "note", "Ghi chú ghi “thai lưu”: có thể trẻ đã mất."),
        ({"full_name": "Thai lưu con bà Lan"}, "full_name", "Ô họ và tên ghi “Thai lưu con bà Lan”: có thể trẻ đã mất."),
        ({"note": "TV"}, "note", "Ghi chú ghi “TV”: chữ tắt có thể là tử vong, có thể là tạm vắng."),
        ({"aside": "M: TV"}, "full_name", "Cột M ghi “TV”: chữ tắt có thể là tử vong, có thể là tạm vắng."),
        ({"note": "hết tuổi"}, "note", "Ghi chú ghi “hết tuổi”: có thể không còn là trẻ em."),
        ({"aside": "F: bỏ địa phương"}, "full_name", "Cột F ghi “bỏ địa phương”: có thể trẻ không còn ở đây."),
        ({"address": "Đã chuyển đi Bình Dương"}, "address", "Ô địa chỉ ghi “Đã chuyển đi Bình Dương”: có thể trẻ không còn ở đây."),
        ({"hamlet": "Ngoài địa bàn"}, "hamlet", "Ô ấp, khu vực ghi “Ngoài địa bàn”: có thể trẻ không còn ở đây."),
    ],
)
def test_child_gone(facts, column, words):
    finding = only("child_gone", **facts)
    assert (finding.column, finding.severity, finding.what) == (column, Severity.QUESTION, words)
    assert finding.todo
    assert [way.field for way in finding.suggestions] == [""]


@pytest.mark.parametrize("behind", [" (đã mất)", " đã mất", " - chết 2025", " MẤT", " trùng"])
def test_what_stands_behind_a_name_goes_when_the_row_is_right(behind):
    finding = only("child_gone", full_name=f"LƯU GIA HÂN{behind}")
    assert finding.what.startswith("Ô họ và tên ghi “")
    assert [(way.field, way.value.title()) for way in finding.suggestions] == [("full_name", "Lưu Gia Hân")]


@pytest.mark.parametrize(
    "facts",
    [
        {}, {"note": "mẹ mất, cha bỏ đi"}, {"note": "cha mẹ đi làm ăn xa"}, {"full_name": "Võ Trùng Khánh"}, {"full_name": "Lê Văn Trùng"},
        {"full_name": "Đoàn Chuyển"}, {"address": "12 đường Võ Văn Tần, khu tái định cư"}, {"mother_name": "đã mất"}, {"aside": "~~"},
        {"full_name": "Thai Luu Gia"}, {"full_name": "Trần Quốc Thái"}, {"address": "TV"},
    ],
)  # fmt: skip
def test_nothing_is_said_of_the_child(facts):
    assert said("child_gone", **facts) == []


def test_a_list_that_enriches_asks_about_the_dead_only():
    who = {"full_name": "Lưu Gia Hân", "birth_date": "05/06/2022"}
    severity = {note: said_of("child_gone", "school-roll", Link(known()), **who, note=note)[0][1] for note in ("đã mất", "TV", "chuyển đi")}
    assert severity == {"đã mất": Severity.QUESTION, "TV": Severity.QUESTION, "chuyển đi": Severity.NOTE}
    assert said_of("child_gone", "school-roll", Link(new=True), **who, note="chuyển đi")[0][1] is Severity.QUESTION


def test_a_list_of_moves_asks_about_a_death_only():
    found = said_of("child_gone", "moves", Link(child=known()), full_name="Lưu Gia Hân", note="Trẻ đã chết ngày 12/10/2026")
    assert [(column, severity) for column, severity, _ in found] == [("note", Severity.QUESTION)]
    assert said_of("child_gone", "moves", Link(child=known()), full_name="Lưu Gia Hân", note="chuyển đi Bình Dương theo cha mẹ") == []
