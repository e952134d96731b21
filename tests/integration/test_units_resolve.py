"""Which unit a code or a name is on a day: every false friend, every link, every day of change."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.institutions import queries
from mangnon.institutions.records import UnitRef
from mangnon.institutions.rules.names import match_key
from mangnon.lib.vietnamese import fold
from tests.factories.institutions import MERGER, TODAY, built_in

pytestmark = pytest.mark.django_db

FRIENDS = built_in("false_friends.csv")
LINKS = built_in("succession.csv")
SAME_NAME = [row for row in FRIENDS if row["kind"].startswith("same name")]
SAME_CODE = [row for row in FRIENDS if row["kind"].startswith("same code")]
OLD = {row["code"]: row["name"] for row in built_in("units_old.csv") if row["level"] != "xa"}
DISTRICTS = {row["code"]: f"{row['name']}, {OLD[row['parent_code']]}" for row in built_in("units_old.csv") if row["level"] == "huyen"}
SPLIT = {"31178": {"31120", "31168"}, "31183": {"31150", "31183"}, "31207": {"31207", "31228"}}
DAY = timedelta(days=1)


def told(row: dict[str, str]) -> str:
    return f"{row.get('old_code') or row['old_code_same_name']}-{row['new_code']}"


def same(unit: UnitRef | None, code: str, name: str) -> bool:
    return unit is not None and unit.code == code and match_key(unit.name) == match_key(name)


def test_the_files_hold_what_the_tests_promise():
    assert (len(SAME_NAME), len(SAME_CODE), len(LINKS)) == (21, 40, 272)


@pytest.mark.parametrize("row", SAME_NAME, ids=told)
def test_a_name_within_its_old_district_is_the_old_unit(row):
    now_code, now_name = row["old_unit_is_now_in"].split(" ", 1)
    for words, within in ((row["old_name"], row["old_district"]), (f"{row['old_name']}, {row['old_district']}", "")):
        found = queries.resolve(words, on=TODAY, within=within)
        assert same(found.answer, now_code, now_name), found.why
        assert "1668/NQ-UBTVQH15, Điều 1 khoản" in found.why
    assert found.answer.code != row["new_code"] or row["new_code"] == now_code


@pytest.mark.parametrize("row", SAME_NAME, ids=told)
def test_a_false_friend_alone_is_the_unit_of_today_with_a_warning(row):
    found = queries.resolve(row["new_name"], on=TODAY)
    assert same(found.answer, row["new_code"], row["new_name"])
    assert "Lưu ý" in found.why
    assert row["old_unit_is_now_in"][:5] in {one.code for one in found.candidates}


@pytest.mark.parametrize("row", SAME_CODE, ids=told)
def test_a_code_borne_by_two_units_reads_as_of_the_day(row):
    code = row["new_code"]
    today, before = queries.resolve(code, on=TODAY), queries.resolve(code, on=MERGER - DAY)
    assert same(today.answer, code, row["new_name"])
    assert same(before.answer, code, row["old_name"])
    assert fold(row["old_name"]) in fold(today.why)
    assert "30/06/2025" in today.why
    assert today.answer.id != before.answer.id


@pytest.mark.parametrize("row", LINKS, ids=lambda row: f"{row['old_code']}-{row['new_code']}-{row['effective']}")
def test_every_link_is_followed_from_the_day_before_to_the_day(row):
    day = date.fromisoformat(row["effective"])
    source = queries.by_code(row["old_code"], on=day - DAY)
    target = queries.by_code(row["new_code"], on=day)
    assert match_key(source.name) == match_key(row["old_name"])
    assert match_key(target.name) == match_key(row["new_name"])
    district = DISTRICTS[row["old_district"]]
    before = queries.resolve(row["old_name"], on=day - DAY, within=district)
    after = queries.resolve(row["old_name"], on=day, within=district)
    assert before.answer.id == source.pk
    if row["share_population"] == "whole":
        assert after.answer.id == target.pk, after.why
    else:
        assert after.answer is None
        assert target.code in {one.code for one in after.candidates}
    if source.pk != target.pk:
        assert row["legal"] in after.why
        link = queries.successors(source).get(target=target)
        assert row["legal"] in link.citation
        assert row["clause"] in link.citation
        assert link in queries.predecessors(target)


@pytest.mark.parametrize(("code", "targets"), SPLIT.items())
def test_the_three_split_wards_wait_for_a_person(code, targets):
    old = queries.by_code(code, on=MERGER - DAY)
    found = queries.resolve(old.name, on=TODAY, within=old.parent.name)
    assert found.answer is None
    assert found.needs_decision
    assert {(one.code, one.share) for one in found.candidates} == {(target, "part") for target in targets}
    assert "phải có người quyết định" in found.why
    assert found.read_as.id == old.pk


def test_exactly_three_wards_are_split():
    units = {unit.code for unit in queries.open_splits() if unit.kind == "unit"}
    assert units == set(SPLIT)


@pytest.mark.parametrize(
    ("day", "code", "name", "communes"),
    [
        ("2024-08-31", "31522", "Phường 9", 83),
        ("2024-09-01", "31522", "Phường 1", 83),
        ("2024-10-31", "31126", "Phường An Nghiệp", 83),
        ("2024-11-01", "31123", "Phường Thới Bình", 80),
        ("2025-06-30", "31135", "Phường Tân An", 80),
        ("2025-07-01", "31135", "Phường Ninh Kiều", 103),
    ],
)
def test_the_day_before_and_the_day_of_every_change(day, code, name, communes):
    on = date.fromisoformat(day)
    assert queries.by_code(code, on=on).name == name
    assert queries.communes(on=on).count() == communes


def test_what_ended_is_gone_on_the_day():
    assert queries.by_code("31513", on=date(2024, 8, 31)).name == "Phường 1"
    assert queries.by_code("31513", on=date(2024, 9, 1)) is None
    assert queries.by_code("31126", on=date(2024, 11, 1)) is None
    assert queries.by_code("916", on=date(2025, 6, 30)).name == "Quận Ninh Kiều"
    assert queries.by_code("916", on=MERGER) is None
    assert queries.by_code("94", on=MERGER) is None


def test_children_of_a_unit_on_a_day():
    district, old_city, city = queries.by_code("916", on=MERGER - DAY), queries.city(on=MERGER - DAY), queries.city(on=TODAY)
    assert queries.children_of(district, on=date(2024, 10, 31)).count() == 11
    assert queries.children_of(district, on=MERGER - DAY).count() == 8
    assert queries.children_of(old_city, on=MERGER - DAY).count() == 9
    assert queries.children_of(city, on=TODAY).count() == 103
    assert queries.children_of(district, on=TODAY).count() == 0


@pytest.mark.parametrize(
    ("words", "within", "on", "code"),
    [
        ("phường Tân An", "Ninh Kiều", TODAY, "31135"),
        ("phường Tân An, quận Ninh Kiều, TP Cần Thơ", "", TODAY, "31135"),
        ("P. Tân An, Q. Ninh Kiều", "", TODAY, "31135"),
        ("P.Tân An Q.Ninh Kiều TP.Cần Thơ", "", TODAY, "31135"),
        ("phuong tan an quan ninh kieu", "", TODAY, "31135"),
        ("PHƯỜNG TÂN AN", "quận ninh kiều", TODAY, "31135"),
        ("khu vực 2, phường Tân An, quận Ninh Kiều", "", TODAY, "31135"),
        ("Tân An", "Cần Thơ", TODAY, "31147"),
        ("Tân An", "", TODAY, "31147"),
        ("31135", "", TODAY, "31135"),
        ("mã 31117", "", TODAY, "31120"),
        ("An Nghiệp", "Ninh Kiều", TODAY, "31135"),
        ("phường An Nghiệp", "", date(2024, 12, 1), "31123"),
        ("phường Bình Thuỷ", "", TODAY, "31168"),
        ("phường Bình Thủy", "quận Bình Thuỷ", TODAY, "31168"),
        ("Phường 1", "TP Sóc Trăng", TODAY, "31510"),
        ("P1, TP. Sóc Trăng", "", TODAY, "31510"),
        ("Phường 9", "thành phố Sóc Trăng", TODAY, "31510"),
        ("Phường 1", "TX Ngã Năm", TODAY, "31732"),
        ("Phường 3, TP Vị Thanh", "", TODAY, "31321"),
        ("TT Châu Thành", "", TODAY, "31569"),
        ("X. Long Phú, TX Long Mỹ, tỉnh Hậu Giang", "", TODAY, "31480"),
        ("xã Thạnh Phú", "Mỹ Xuyên", TODAY, "31708"),
        ("xã Vị Thanh", "huyện Vị Thuỷ", TODAY, "31465"),
        ("xã Cái Khế", "", TODAY, "31120"),
        ("phường Ninh Kiều", "quận Ninh Kiều", TODAY, "31135"),
        ("tỉnh Sóc Trăng", "", TODAY, "92"),
        ("H. Giang", "", TODAY, None),
        ("Ninh Kiều", "", MERGER - DAY, "916"),
        ("Ninh Kiều", "", MERGER, "31135"),
    ],
)
def test_words_people_write(words, within, on, code):
    found = queries.resolve(words, on=on, within=within)
    assert (found.answer.code if found.answer else None) == code, found.why


def test_a_name_borne_by_several_is_not_guessed():
    found = queries.resolve("Phường 1", on=TODAY)
    assert found.answer is None
    assert {one.code for one in found.candidates} == {"31321", "31510", "31732", "31783"}
    assert "Ghi thêm" in found.why


def test_a_wrong_district_is_told_with_the_right_ones():
    found = queries.resolve("phường Tân An", on=TODAY, within="Cái Răng")
    assert found.answer is None
    assert {one.code for one in found.candidates} == {"31135", "31147"}
    assert "Cái Răng" in found.why


def test_a_district_is_where_its_communes_are():
    found = queries.resolve("quận Ninh Kiều", on=TODAY)
    assert found.answer is None
    assert {one.code for one in found.candidates} == {"31120", "31135", "31147", "31150"}
    assert "Luật 72/2025/QH15" in found.why


def test_a_name_before_its_time_names_what_stood_there():
    found = queries.resolve("phường Phú Lợi", on=date(2024, 1, 1))
    assert found.answer is None
    assert "01/07/2025" in found.why
    assert {one.name for one in found.candidates} == {"Phường 2", "Phường 3", "Phường 4"}


def test_two_districts_of_one_name_are_not_guessed_between():
    found = queries.resolve("xã Phú Tân, huyện Châu Thành", on=TODAY)
    assert found.answer is None
    assert queries.resolve("xã Phú Tân, huyện Châu Thành, tỉnh Sóc Trăng", on=TODAY).answer.code == "31582"


def test_marks_tell_apart_what_folding_cannot():
    assert queries.resolve("Thạnh An", on=TODAY, within="huyện Vĩnh Thạnh").answer.code == "31246"
    assert queries.resolve("Thanh An", on=TODAY, within="huyện Vĩnh Thạnh").answer is None
    assert queries.resolve("thị trấn Thanh An", on=TODAY, within="huyện Vĩnh Thạnh").answer.code == "31231"


@pytest.mark.parametrize("words", ["", "   ", "Phường Không Có Đâu", "99999", ",", "quận"])
def test_nonsense_gets_a_sentence(words):
    found = queries.resolve(words, on=TODAY)
    assert (found.answer, found.candidates) == (None, ())
    assert found.why.endswith(".")


def test_many_rows_are_answered_from_memory(django_assert_num_queries):
    answer = queries.resolver(on=TODAY)
    with django_assert_num_queries(0):
        assert answer("phường Tân An", "Ninh Kiều").answer.code == "31135"
        assert answer("xã Long Phú", "").answer.code == "31639"
    rows = [row for row in LINKS if row["effective"] == "2025-07-01" and row["share_population"] == "whole"]
    for row in rows:
        assert answer(row["old_name"], DISTRICTS[row["old_district"]]).answer.code == row["new_code"]


@given(text=st.text(max_size=40), within=st.text(max_size=20))
def test_no_text_breaks_the_reading(text, within):
    found = queries.resolve(text, on=TODAY, within=within)
    assert found.why


def test_the_command_answers_as_the_contract_says(capsys, monkeypatch):
    from contextlib import nullcontext

    from mangnon.cli import main

    monkeypatch.setattr(main, "database", nullcontext)
    assert main.main(["units", "resolve", "phường Tân An", "--within", "Ninh Kiều", "--on", "2026-11-23", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["answer"] == {"code": "31135", "name": "Phường Ninh Kiều", "valid_from": "2025-07-01"}
    assert answer["candidates"] == []
    assert "1668/NQ-UBTVQH15" in answer["why"]
    assert main.main(["units", "resolve", "Bùi Hữu Nghĩa", "--on", "2026-11-23", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["answer"] is None
    assert [(one["code"], one["share"]) for one in answer["candidates"]] == [("31120", "part"), ("31168", "part")]


def test_the_command_loads_what_is_built_in(capsys, monkeypatch):
    from contextlib import nullcontext

    from mangnon.cli import main

    monkeypatch.setattr(main, "database", nullcontext)
    assert main.main(["units", "load"]) == 0
    assert "giữ nguyên" in capsys.readouterr().out
    assert main.main(["units", "load", "/khong/co"]) == 1
    assert "Không có thư mục" in capsys.readouterr().err
