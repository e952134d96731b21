"""Loading units: built-in and national files, all or nothing, twice without change."""

from datetime import UTC, date, datetime

import pytest

from mangnon.audit import queries as audit
from mangnon.audit.records import SYSTEM
from mangnon.institutions import operations, queries
from mangnon.institutions.formats.folder import BadFiles, FolderNotReadable
from mangnon.institutions.models import Institution, Succession
from mangnon.institutions.vocabulary import Kind
from tests.factories.institutions import MERGER, NATIONAL, TODAY, built_in, folder

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)

PROVINCE = {
    "code": "99",
    "name": "Tỉnh Mẫu",
    "type": "Tỉnh",
    "level": "tinh",
    "parent_code": "",
    "valid_from": "2025-07-01",
    "valid_to": "",
}
COMMUNE = {**PROVINCE, "code": "99001", "name": "Xã Mẫu", "type": "Xã", "level": "xa", "parent_code": "99"}


def load(path):
    return operations.load(path=path, by=SYSTEM, at=AT)


def test_everything_built_in_is_there():
    assert queries.communes(on=TODAY).count() == 103
    assert {unit.code for unit in queries.communes(on=TODAY)} == {row["code"] for row in built_in("units_new.csv") if row["level"] == "xa"}
    assert queries.existing(on=date(2025, 6, 30), kind=Kind.UNIT).count() == 3 + 28 + 263
    assert queries.existing(on=TODAY, kind=Kind.UNIT).count() == 104


def test_loading_again_changes_nothing():
    again = operations.load_builtin(by=SYSTEM, at=AT)
    assert (again.institutions_added, again.institutions_closed, again.links_added) == (0, 0, 0)


def test_a_load_is_in_the_log():
    operations.load_builtin(by=SYSTEM, at=AT)
    event = audit.latest().first()
    assert (event.act, event.at) == ("units_loaded", AT)
    assert event.details["added"] == 0


def test_the_national_files_load_beside_the_city_and_twice_without_change():
    loaded = load(NATIONAL)
    assert (loaded.institutions_added, loaded.links_added) == (11 + 6, 8 + 1)
    again = load(NATIONAL)
    assert (again.institutions_added, again.institutions_closed, again.links_added) == (0, 0, 0)
    assert queries.communes(on=TODAY).count() == 103


def test_what_the_national_files_say_crookedly_is_told_by_line():
    told = {(warning.file, warning.line, warning.column) for warning in load(NATIONAL).warnings}
    assert told == {
        ("units_old_national.csv", 6, "valid_to"),  # a unit that ended before it began
        ("succession_national.csv", 6, "old_code"),  # the code of another unit than the name
        ("succession_national.csv", 9, "old_code"),  # not a unit at all
    }


def test_a_link_with_the_code_of_another_unit_goes_by_its_name():
    load(NATIONAL)
    found = queries.resolve("Xã Đồng Lệch", on=TODAY)
    assert {one.code for one in found.candidates} == {"97001", "97002"}
    assert found.needs_decision


def test_all_the_people_with_part_of_the_land_is_the_successor():
    load(NATIONAL)
    assert queries.resolve("xã Bình Thủy, huyện Bến Thử", on=TODAY).answer.code == "97002"


def test_an_island_district_became_a_special_zone():
    load(NATIONAL)
    assert queries.resolve("huyện Đảo Thử", on=TODAY).answer.name == "Đặc khu Đảo Thử"


def test_a_unit_that_went_on_under_its_code_and_name_is_the_same_unit():
    load(NATIONAL)
    province = queries.by_code("97", on=MERGER)
    link = queries.successors(province).get()
    assert (link.kind, link.verified, link.target.name) == ("kept", False, "Thành phố Sông Núi Thử")
    assert queries.resolve("tỉnh Sông Núi Thử", on=TODAY).answer.name == "Thành phố Sông Núi Thử"
    assert queries.successors(queries.by_code("98001", on=date(2024, 12, 31))).count() == 0, "another name is not the same unit"


def test_into_an_empty_table_the_city_goes_first():
    Succession.objects.all().delete()
    Institution.objects.update(parent=None)
    Institution.objects.all().delete()
    load(NATIONAL)
    assert queries.reporting_institutions(on=TODAY).count() == 114


def test_children_follow_a_province_that_changes_its_kind():
    load(NATIONAL)
    for day in (MERGER, date(2026, 4, 29), date(2026, 4, 30), TODAY):
        assert len(queries.children_of(queries.by_code("97", on=day), on=day)) == 4
    assert queries.by_code("97", on=date(2026, 4, 29)).name == "Tỉnh Sông Núi Thử"
    assert queries.by_code("97", on=date(2026, 4, 30)).name == "Thành phố Sông Núi Thử"


def test_a_province_without_a_link_of_its_own_is_where_its_communes_are():
    load(NATIONAL)
    found = queries.resolve("tỉnh Núi Thử", on=TODAY)
    assert found.answer.name == "Thành phố Sông Núi Thử"


def test_a_name_alone_is_looked_for_in_the_city_first():
    load(NATIONAL)
    found = queries.resolve("xã Tân Long", on=TODAY)
    assert found.answer.code == "31741"
    assert "ghi thêm tên tỉnh" in found.why
    assert queries.resolve("xã Tân Long, huyện Bến Thử", on=TODAY).answer.code == "97001"


@pytest.mark.parametrize(
    ("row", "column", "says"),
    [
        ({"code": "9900"}, "code", "5 chữ số"),
        ({"code": ""}, "code", "trống"),
        ({"name": ""}, "name", "trống"),
        ({"level": "ap"}, "level", "tinh, huyen, xa"),
        ({"valid_from": "01/07/2025"}, "valid_from", "2025-07-01"),
        ({"parent_code": "98"}, "parent_code", "cấp trên"),
        ({"parent_code": ""}, "parent_code", "trống"),
        ({"name": "X" * 201}, "name", "ngắn"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_taken(tmp_path, row, column, says):
    path = folder(tmp_path, units_new=[PROVINCE, {**COMMUNE, "code": "99002"}, {**COMMUNE, **row}])
    with pytest.raises(BadFiles) as refused:
        load(path)
    problem = refused.value.problems[0]
    assert (problem.file, problem.line, problem.column) == ("units_new.csv", 4, column)
    assert says in problem.message
    assert "units_new.csv, dòng 4" in str(refused.value)
    assert queries.by_code("99", on=TODAY) is None


def test_a_code_cannot_be_two_units_at_once(tmp_path):
    path = folder(tmp_path, units_new=[PROVINCE, COMMUNE, {**COMMUNE, "name": "Xã Khác", "valid_from": "2026-01-01"}])
    with pytest.raises(BadFiles, match=r"Ghi thêm ngày cuối"):
        load(path)


def test_a_known_unit_keeps_its_name(tmp_path):
    row = {**PROVINCE, "code": "92", "name": "Tỉnh Khác"}
    with pytest.raises(BadFiles, match="đã là “Thành phố Cần Thơ”"):
        load(folder(tmp_path, units_new=[row]))


def test_a_later_file_may_close_a_unit_and_open_the_next(tmp_path):
    first, second = tmp_path / "1", tmp_path / "2"
    for path in (first, second):
        path.mkdir()
    load(folder(first, units_new=[PROVINCE, COMMUNE]))
    change = [{**COMMUNE, "valid_to": "2027-06-30"}, {**COMMUNE, "name": "Phường Mẫu", "type": "Phường", "valid_from": "2027-07-01"}]
    loaded = load(folder(second, units_new=change))
    assert (loaded.institutions_added, loaded.institutions_closed) == (1, 1)
    assert queries.by_code("99001", on=date(2027, 6, 30)).name == "Xã Mẫu"
    assert queries.by_code("99001", on=date(2027, 7, 1)).name == "Phường Mẫu"


def test_a_link_to_nowhere_is_refused(tmp_path):
    row = {**built_in("succession.csv")[0], "new_code": "99999", "new_name": "Xã Không Có"}
    with pytest.raises(BadFiles, match=r"succession\.csv, dòng 2, cột new_code"):
        load(folder(tmp_path, succession=[row]))


def test_missing_columns_and_ragged_lines_are_named(tmp_path):
    (tmp_path / "units_new.csv").write_text("code,name\n99,Tỉnh Mẫu\n", encoding="utf-8")
    with pytest.raises(BadFiles, match="Thiếu cột"):
        load(tmp_path)
    header = ",".join(PROVINCE)
    (tmp_path / "units_new.csv").write_text(f"{header}\n99,Tỉnh Mẫu\n", encoding="utf-8")
    with pytest.raises(BadFiles, match="Số ô"):
        load(tmp_path)
    (tmp_path / "units_new.csv").write_bytes("code,tên\n".encode("utf-16"))
    with pytest.raises(BadFiles, match="UTF-8"):
        load(tmp_path)


def test_a_folder_without_unit_files_says_what_it_needs(tmp_path):
    with pytest.raises(FolderNotReadable, match="units_old"):
        load(tmp_path)
    with pytest.raises(FolderNotReadable, match="Không có thư mục"):
        load(tmp_path / "khong-co")
