"""Drafting an act: by hand and from files, faults by row and column; who may change what until when; undoing by another act only."""

from datetime import UTC, date, datetime

import pytest

from mangnon.audit import queries as audit
from mangnon.audit.records import SYSTEM
from mangnon.institutions import operations, queries
from mangnon.institutions.models import Change, Institution, Reorganisation, Succession
from mangnon.institutions.vocabulary import ActState, Kind, Share
from tests.factories import acts, child_lists

pytestmark = pytest.mark.django_db
HEAD = "old_code,old_name,old_district,new_code,new_name,new_province,kind,share_area,share_population,effective,legal,clause,note"
MERGE = f"""{HEAD}
31120,Phường Cái Khế,,40001,Phường Sông Hậu,92,whole,whole,whole,2026-12-01,12/NQ-UBTVQH16,Điều 1,
31135,Phường Ninh Kiều,,40001,Phường Sông Hậu,92,whole,whole,whole,2026-12-01,12/NQ-UBTVQH16,Điều 1,
"""
MERGER = {"rows": [("merge", "31120", "+40001"), ("merge", "31135", "+40001")], "new": {"40001": "Phường Sông Hậu"}}


def blank(on=acts.ON):
    return operations.draft(number="12/NQ-UBTVQH16", title="Thử", on=on, by=SYSTEM, at=acts.DRAFTED)


def read(act, text, name="bang.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    return operations.import_rows(act_id=act.pk, content=content, name=name, by=SYSTEM, at=acts.DRAFTED)


def test_a_file_of_units_declares_what_is_new():
    act = blank()
    assert read(act, MERGE) == 2
    body = act.bodies.get()
    assert (body.code, body.name, body.type_label, body.parent_code) == ("40001", "Phường Sông Hậu", "Phường", "92")
    assert {row.source.code for row in act.changes.all()} == {"31120", "31135"}
    assert {row.citation for row in act.changes.all()} == {"Nghị quyết 12/NQ-UBTVQH16, Điều 1"}
    acts.applied(act)
    assert queries.by_code("40001", on=acts.ON).name == "Phường Sông Hậu"
    assert queries.by_code("31120", on=acts.ON) is None


def test_a_workbook_reads_like_the_file():
    content = child_lists.sheet_of([line.split(",") for line in MERGE.strip().split("\n")])
    assert read(blank(), content, "bang.xlsx") == 2


def test_agencies_by_code_and_by_name():
    act = blank()
    read(act, "source_code,target_code,effective,kind,function\nso-vhttdl,so-gddt,2026-12-01,merged,\n")
    row = act.changes.get()
    assert (row.kind, row.source.code, row.target.code) == ("merge", "so-vhttdl", "so-gddt")
    act = blank()
    text = "seed_agency,function,successor_now,effective,legal_basis\nSở Khoa học và Công nghệ,all,Sở Tài chính,01/12/2026,Đề án\n"
    read(act, text)
    row = act.changes.get()
    assert (row.source.code, row.target.code, row.citation) == ("so-khcn", "so-tai-chinh", "Đề án")


def test_an_agency_that_keeps_a_field_goes_on():
    act = blank()
    read(act, "source_code,target_code,effective,kind,function\nso-noi-vu,so-gddt,2026-12-01,transferred,labour\n")
    assert act.changes.get().kind == "transfer"
    acts.applied(act)
    assert queries.by_code("so-noi-vu", on=acts.ON, kind=Kind.AGENCY) is not None
    pk = acts.institution("so-noi-vu").pk
    assert queries.holder(pk, on=acts.ON, function="labour").code == "so-gddt"
    assert queries.holder(pk, on=acts.ON, function="personnel").code == "so-noi-vu"


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        (MERGE.replace("31135,Phường Ninh Kiều", "99999,Phường Không Có"), 3, "old_code", "Không có nơi nào là “99999”"),
        (MERGE.replace("31135,Phường Ninh Kiều", "31135,Phường Tân An"), 3, "old_name", "là Phường Ninh Kiều, không phải Phường Tân An"),
        (MERGE.replace("2026-12-01,12/NQ-UBTVQH16,Điều 1,\n31135", "2027-12-01,12,Điều 1,\n31135"), 2, "effective", "khác ngày hiệu lực"),
        (MERGE.replace("whole,whole,whole", "half,whole,whole", 1), 2, "kind", "không có trong danh mục"),
        ("a,b\n1,2\n", 1, "dòng tiêu đề", "Thiếu cột"),
        ("source_code,target_code,effective,kind,function\nso-gddt,so-la,2026-12-01,merged,\n", 2, "target_code", "Khai nơi mới trước"),
        (
            "seed_agency,function,successor_now,effective\nSở Nội vụ,làm vườn,Sở Tài chính,2026-12-01\n", 2, "function",
            "không phải một lĩnh vực",
        ),
    ],
)  # fmt: skip
def test_a_fault_names_row_and_column_and_nothing_is_taken(text, line, column, says):
    act = blank()
    with pytest.raises(operations.BadFiles) as refused:
        read(act, text)
    problem = refused.value.problems[0]
    assert (problem.line, problem.column) == (line, column)
    assert says in problem.message
    assert not act.changes.exists()


def test_a_unit_that_takes_others_in_and_goes_on():
    act = blank()
    text = MERGE.replace("40001,Phường Sông Hậu", "31135,Phường Ninh Kiều")
    read(act, text)
    acts.applied(act)
    assert queries.by_code("31135", on=acts.ON).pk == acts.institution("31135").pk
    assert queries.resolve("31120", on=acts.ON).answer.code == "31135"


class TestStates:
    def test_a_change_takes_a_checked_act_back_to_a_draft(self):
        act = acts.act(**MERGER)
        operations.check(act_id=act.pk, by=SYSTEM, at=acts.DRAFTED)
        act.refresh_from_db()
        assert act.state == ActState.CHECKED
        operations.remove_row(row_id=act.changes.first().pk, by=SYSTEM, at=acts.DRAFTED)
        act.refresh_from_db()
        assert act.state == ActState.DRAFT
        with pytest.raises(operations.NotChecked):
            operations.decide(act_id=act.pk, by=SYSTEM, at=acts.DRAFTED)

    def test_an_act_with_faults_is_not_checked(self):
        act = acts.act(rows=[("split", "31120", "+40001", "", "part")], new={"40001": "Phường Sông Hậu"})
        assert operations.check(act_id=act.pk, by=SYSTEM, at=acts.DRAFTED)
        act.refresh_from_db()
        assert act.state == ActState.DRAFT

    def test_a_decided_act_waits_for_its_day_and_is_not_changed(self):
        act = acts.decided(acts.act(**MERGER))
        assert act.state == ActState.DECIDED
        assert queries.by_code("40001", on=acts.ON) is None
        with pytest.raises(operations.NotYet):
            operations.apply(act_id=act.pk, by=SYSTEM, at=acts.DRAFTED)
        with pytest.raises(operations.ActIsDecided):
            operations.remove_row(row_id=act.changes.first().pk, by=SYSTEM, at=acts.DRAFTED)
        assert operations.apply_due(by=SYSTEM, at=acts.DRAFTED) == []
        assert operations.apply_due(by=SYSTEM, at=acts.APPLIED) == [act.pk]

    def test_a_day_that_has_come_takes_effect_at_once(self):
        act = acts.act(**MERGER, on=date(2026, 11, 1))
        assert acts.decided(act).state == ActState.APPLIED

    def test_an_act_may_be_undone_before_its_day(self):
        act = acts.decided(acts.act(**MERGER))
        undoing = operations.draft_undoing(act_id=act.pk, number="2/NQ", title="Hủy", on=acts.ON, by=SYSTEM, at=acts.DRAFTED)
        Change.objects.create(act=undoing, position=1, kind="keep", source=acts.institution("31120"), target=acts.institution("31120"))
        acts.decided(undoing)
        act.refresh_from_db()
        assert act.state == ActState.UNDONE
        assert operations.apply_due(by=SYSTEM, at=acts.APPLIED) == []

    def test_an_act_is_undone_once_and_from_a_later_day(self):
        act = acts.applied(acts.act(**MERGER))
        with pytest.raises(operations.TooEarly):
            operations.draft_undoing(act_id=act.pk, number="2/NQ", title="Hủy", on=acts.ON, by=SYSTEM, at=acts.APPLIED)
        later, at = date(2027, 1, 1), datetime(2026, 12, 31, 17, 5, tzinfo=UTC)
        acts.applied(operations.draft_undoing(act_id=act.pk, number="2/NQ", title="Hủy", on=later, by=SYSTEM, at=at), at=at)
        act.refresh_from_db()
        assert act.state == ActState.UNDONE
        with pytest.raises(operations.NothingToUndo):
            operations.draft_undoing(act_id=act.pk, number="3/NQ", title="Hủy", on=later, by=SYSTEM, at=at)
        assert queries.by_code("31120", on=later).name == "Phường Cái Khế"
        assert queries.by_code("40001", on=later) is None
        assert queries.by_code("40001", on=date(2026, 12, 31)).name == "Phường Sông Hậu"
        was = acts.institution("31120")
        assert queries.resolve("31120", on=later).answer.code == "31120"
        assert queries.holder(was.pk, on=later).code == "31120"

    def test_what_was_seen_stays_with_the_decision_and_every_step_is_in_the_log(self):
        act = acts.applied(acts.act(**MERGER))
        assert {one["follower"] for one in act.preview["followers"]} >= {"accounts", "register", "plans", "reports", "intake"}
        assert [event.act for event in audit.history_of(kind="reorganisation", id=str(act.pk))][:2] == ["act_applied", "act_decided"]

    def test_a_draft_may_be_thrown_away(self):
        act = acts.act(**MERGER)
        operations.discard(act_id=act.pk, by=SYSTEM, at=acts.DRAFTED)
        assert not Reorganisation.objects.filter(pk=act.pk).exists()


def test_two_acts_of_one_day_follow_each_other():
    acts.applied(acts.act(**MERGER))
    acts.applied(acts.act(rows=[("rename", "40001", "+40002")], new={"40002": "Phường Hậu Giang"}, on=date(2026, 12, 5)),
                 at=datetime(2026, 12, 5, 1, 0, tzinfo=UTC))  # fmt: skip
    assert queries.resolve("31120", on=date(2026, 12, 6)).answer.code == "40002"


def test_links_say_what_the_rows_said():
    acts.applied(
        acts.act(
            rows=[("split", "31120", "+40001", "", "part"), ("split", "31120", "+40002", "", "part")],
            new={"40001": "Phường Một", "40002": "Phường Hai"},
        )
    )
    links = Succession.objects.filter(source__code="31120", on=acts.ON)
    assert {link.share_population for link in links} == {Share.PART}
    assert Institution.objects.filter(code="31120", valid__upper_inf=True).count() == 0
    assert queries.resolve("31120", on=acts.ON).needs_decision
