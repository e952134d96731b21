"""Who holds a duty on a day, and what a person decides where an act leaves a choice."""

from datetime import UTC, date, datetime

import pytest

from mangnon.audit import queries as audit
from mangnon.audit.records import SYSTEM, Who
from mangnon.institutions import operations, queries
from mangnon.institutions.vocabulary import Function, Kind
from tests.factories.institutions import MERGER, TODAY, built_in

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
PLAN_DAY = date(2024, 4, 4)
BY = Who(id="chi.nguyen", label="Chuyên viên Sở Y tế")


def agency(text, on=PLAN_DAY):
    return queries.agency_named(text, on=on)


def holder(text, *, on=TODAY, function="", matter=""):
    return queries.holder(agency(text).pk, on=on, function=function, matter=matter)


def old_ward(code):
    return queries.by_code(code, on=date(2025, 6, 30))


def decide(source, target_code, **facts):
    target = queries.by_code(target_code, on=MERGER)
    facts = {"reason": "Bản đồ kèm Thông báo 864/TB-SNV", **facts}
    return operations.decide_succession(source_id=source.pk, target_id=target.pk, by=BY, at=AT, **facts)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sở Lao động - Thương binh và Xã hội", "so-ldtbxh"),
        ("Sở LĐTBXH", "so-ldtbxh"),
        ("Sở LĐ-TB&XH thành phố Cần Thơ", "so-ldtbxh"),
        ("Sở Thông tin và Truyền thông", "so-tttt"),
        ("Sở Văn hóa, Thể thao và Du lịch", "so-vhttdl"),
        ("Sở Giáo dục và Đào tạo", "so-gddt"),
        ("Sở GD&ĐT TP. Cần Thơ", "so-gddt"),
        ("Hội Liên hiệp phụ nữ Việt Nam", "hoi-lhpn"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam", "ubmttq"),
        ("UB MTTQ VN TP", "ubmttq"),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", "doan-tn"),
        ("Ban Tuyên giáo Thành ủy", "ban-tuyen-giao"),
        ("Báo Cần Thơ", "bao-can-tho"),
        ("Đài Phát thanh và Truyền hình thành phố Cần Thơ", "dai-ptth"),
        ("Ủy ban nhân dân quận, huyện", "ubnd-quan-huyen"),
        ("UBND quận, huyện", "ubnd-quan-huyen"),
        ("Ủy ban nhân dân thành phố", "ubnd-thanh-pho"),
        ("Bộ Lao động - Thương binh và Xã hội", "bo-ldtbxh"),
        ("Cục Trẻ em, Bộ LĐTBXH", "cuc-tre-em"),
    ],
)
def test_agencies_are_recognised_as_papers_write_them(text, code):
    assert agency(text).code == code


def test_a_commune_committee_is_the_commune():
    assert agency("UBND phường Cái Khế", TODAY).code == "31120"
    assert agency("Ủy ban nhân dân xã Long Phú", TODAY).code == "31639"


def test_a_late_paper_with_an_old_name_finds_the_old_agency():
    assert agency("Sở LĐTBXH", TODAY).code == "so-ldtbxh"
    assert agency("Sở Thủy sản", TODAY) is None


@pytest.mark.parametrize(
    ("text", "function", "on", "code"),
    [
        ("Sở LĐTBXH", Function.CHILDREN, date(2025, 2, 28), "so-ldtbxh"),
        ("Sở LĐTBXH", Function.CHILDREN, date(2025, 3, 1), "so-y-te"),
        ("Sở LĐTBXH", Function.CHILDREN, TODAY, "so-y-te"),
        ("Sở LĐTBXH", Function.LABOUR, TODAY, "so-noi-vu"),
        ("Sở LĐTBXH", Function.POVERTY, TODAY, "so-nnmt"),
        ("Sở LĐTBXH", Function.VOCATIONAL, TODAY, "so-gddt"),
        ("Sở LĐTBXH", Function.DRUG_REHABILITATION, TODAY, "cong-an"),
        ("Sở TT&TT", Function.PRESS, TODAY, "so-vhttdl"),
        ("Sở TT&TT", Function.DIGITAL, TODAY, "so-khcn"),
        ("Sở TT&TT", Function.NETWORK_SECURITY, TODAY, "cong-an"),
        ("Sở Kế hoạch và Đầu tư", "", TODAY, "so-tai-chinh"),
        ("Sở Y tế", "", TODAY, "so-y-te"),
        ("Bộ Lao động - Thương binh và Xã hội", "", TODAY, "bo-y-te"),
        ("Cục Trẻ em", "", TODAY, "cuc-ba-me-tre-em"),
        ("Ban Tuyên giáo Thành ủy", "", TODAY, "ban-tuyen-giao-dan-van"),
        ("Hội LHPN", "", TODAY, "hoi-lhpn"),
    ],
)
def test_duties_pass_by_function(text, function, on, code):
    found = holder(text, function=function, on=on)
    assert found.code == code, found.why
    assert queries.by_code(code, on=on, kind=Kind.AGENCY).pk == found.institution_id


def test_only_what_was_seen_for_the_city_is_verified():
    assert holder("Sở LĐTBXH", function=Function.CHILDREN).verified
    inferred = holder("Sở LĐTBXH", function=Function.POVERTY)
    assert not inferred.verified
    assert "chưa đối chiếu" in inferred.why


@pytest.mark.parametrize(("text", "number"), [("Sở LĐTBXH", 5), ("Sở Thông tin và Truyền thông", 3)])
def test_an_agency_split_by_function_waits_for_a_person(text, number):
    found = holder(text)
    assert (found.institution_id, found.needs_decision, len(found.candidates)) == (None, True, number)
    assert "phải có người quyết định" in found.why
    assert not holder(text, on=date(2025, 2, 28)).needs_decision


def test_the_district_committees_are_answered_by_every_commune_on_its_territory():
    found = holder("Ủy ban nhân dân quận, huyện")
    assert (found.each, found.needs_decision, len(found.candidates)) == (True, False, 103)
    assert {one.code for one in found.candidates} == {unit.code for unit in queries.communes(on=TODAY)}


def test_every_row_of_agency_successions_is_followed():
    for row in built_in("agency_successions.csv"):
        day = date.fromisoformat(row["effective"])
        source = queries.by_code(row["source_code"], on=_day_before(day), kind=Kind.AGENCY)
        found = queries.holder(source.pk, on=day, function=row["function"])
        if row["kind"] == "divided":
            assert row["target_code"] in {one.code for one in found.candidates}
        else:
            assert found.code == row["target_code"]


def _day_before(day):
    return date.fromordinal(day.toordinal() - 1)


def test_who_reports_today():
    owing = list(queries.reporting_institutions(on=TODAY))
    agencies = [one.code for one in owing if one.kind == Kind.AGENCY]
    assert len(owing) == 114
    assert set(agencies) == {
        "so-y-te", "so-noi-vu", "so-tai-chinh", "so-gddt", "so-vhttdl", "so-khcn", "so-nnmt", "cong-an", "ubmttq", "hoi-lhpn", "doan-tn",
    }  # fmt: skip
    assert queries.reporting_institutions(on=date(2024, 11, 19)).filter(kind=Kind.UNIT).count() == 9


# decisions


def test_a_decision_on_a_split_ward_is_honoured_and_said():
    old = old_ward("31178")
    decide(old, "31120", matter="khu vực 1")
    found = queries.resolve("phường Bùi Hữu Nghĩa", on=TODAY, within="Bình Thủy", matter="khu vực 1")
    assert found.answer.code == "31120"
    assert "Thông báo 864/TB-SNV" in found.why
    assert "chi.nguyen" in found.why
    assert queries.resolve("phường Bùi Hữu Nghĩa", on=TODAY, within="Bình Thủy", matter="khu vực 2").needs_decision


def test_a_general_decision_serves_every_matter_until_withdrawn():
    old = old_ward("31207")
    decision = decide(old, "31228")
    assert queries.resolve("phường Thốt Nốt, quận Thốt Nốt", on=TODAY).answer.code == "31228"
    assert queries.resolve("phường Thốt Nốt, quận Thốt Nốt", on=TODAY, matter="khu vực 5").answer.code == "31228"
    assert old not in queries.open_splits()
    operations.withdraw_decision(decision_id=decision.pk, by=BY, at=AT)
    assert queries.resolve("phường Thốt Nốt, quận Thốt Nốt", on=TODAY).needs_decision
    assert old in queries.open_splits()
    assert queries.decisions(old).get().withdrawn_by == "chi.nguyen"


def test_a_decision_for_one_matter_outweighs_the_general_one():
    old = old_ward("31183")
    decide(old, "31183")
    decide(old, "31150", matter="khu vực Bình Thường B")
    assert queries.holder(old.pk, on=TODAY).code == "31183"
    assert queries.holder(old.pk, on=TODAY, matter="khu vực Bình Thường B").code == "31150"


def test_a_task_of_a_split_agency_goes_where_a_person_sends_it():
    old = agency("Sở Thông tin và Truyền thông")
    target = queries.by_code("so-vhttdl", on=date(2025, 3, 1), kind=Kind.AGENCY)
    decision = operations.decide_succession(source_id=old.pk, target_id=target.pk, matter="IV.4.c", reason="Báo chí", by=BY, at=AT)
    found = queries.holder(old.pk, on=TODAY, matter="IV.4.c")
    assert found.code == "so-vhttdl"
    assert found.institution_id == queries.by_code("so-vhttdl", on=TODAY, kind=Kind.AGENCY).pk
    assert queries.holder(old.pk, on=TODAY, matter="IV.4.a").needs_decision
    operations.withdraw_decision(decision_id=decision.pk, by=BY, at=AT)
    assert queries.holder(old.pk, on=TODAY, matter="IV.4.c").needs_decision


def test_deciding_and_withdrawing_are_in_the_log():
    decision = decide(old_ward("31178"), "31168")
    operations.withdraw_decision(decision_id=decision.pk, by=BY, at=AT)
    withdrawn, decided = audit.history_of(kind="institution", id=str(decision.source_id))[:2]
    assert (decided.act, decided.who_id, decided.details["target"]) == ("succession_decided", "chi.nguyen", "31168")
    assert withdrawn.act == "succession_withdrawn"


def test_refusals_say_what_to_do():
    old = old_ward("31178")
    with pytest.raises(operations.NotASuccessor, match="Chọn một nơi"):
        decide(old, "31147")
    with pytest.raises(operations.NoReason, match="lý do"):
        decide(old, "31120", reason="  ")
    with pytest.raises(operations.NotASuccessor, match="lĩnh vực"):
        decide(old, "31120", function="bơi")
    decision = decide(old, "31120")
    with pytest.raises(operations.AlreadyDecided, match="23/11/2026"):
        decide(old, "31168")
    operations.withdraw_decision(decision_id=decision.pk, by=SYSTEM, at=AT)
    with pytest.raises(operations.NothingToWithdraw):
        operations.withdraw_decision(decision_id=decision.pk, by=SYSTEM, at=AT)
    decide(old, "31168")


# history and map


def test_history_goes_back_through_every_change():
    graph = queries.history(queries.by_code("31135", on=TODAY))
    names = {unit.name for unit in graph.units.values()}
    assert {"Phường An Nghiệp", "Phường An Cư", "Phường An Phú", "Phường Thới Bình", "Phường Tân An", "Phường Xuân Khánh"} <= names
    assert "Phường Cái Khế" not in names


def test_tiles_and_neighbours_cover_the_103_communes():
    codes = {unit.code for unit in queries.communes(on=TODAY)}
    assert {tile.code for tile in queries.tiles()} == codes
    assert len({(tile.column, tile.row) for tile in queries.tiles()}) == 103
    assert len(queries.adjacency()) == 257
    assert set().union(*queries.adjacency()) == codes
