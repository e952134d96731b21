"""Parts of duties on the board: under their duty, counted once, a duty of its own for the agency that leads a part of another's."""

from datetime import timedelta

import pytest
from django.urls import reverse

from mangnon.accounts.records import SYSTEM
from mangnon.lib import calendar
from mangnon.plans import operations, queries
from mangnon.plans.vocabulary import Declared, DutyEvent
from mangnon.web.plans import filters
from tests.factories import duties, people
from tests.factories.people import AT, TODAY, browser

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(calendar, "now", lambda: AT.astimezone(calendar.VIETNAM))


@pytest.fixture
def divided():
    """A duty of one department in three parts: its own, another department's, and a part of the first part; the second is late."""
    whole = duties.given("Lập lộ trình phổ cập mầm non", due="trước ngày 30/12/2026")
    own = _part(whole, "Đếm trẻ dưới 5 tuổi", "trước ngày 15/12/2026")
    other = _part(whole, "Bố trí kinh phí", "trước ngày 01/11/2026", lead=duties.agency("so-tai-chinh"))
    deep = _part(own, "Hỏi từng trường", "trước ngày 10/12/2026")
    return whole, own, other, deep


def _part(whole, summary, due, *, lead=None):
    return operations.divide_task(
        parent_id=whole.pk, institution_id=whole.lead_id, summary=summary, due_words=due, lead_id=lead.pk if lead else None, by=SYSTEM,
        at=AT - timedelta(days=60),
    )  # fmt: skip


def _text(answer) -> str:
    return " ".join(answer.content.decode().split())


def _rows(page) -> list[tuple[str, int]]:
    return [(row.summary, row.depth) for row, _value in page.context["rows"]]


def test_parts_stand_under_their_duty_and_are_not_counted_beside_it(divided):
    whole, own, other, deep = divided
    board = queries.board(queries.running_plans(), on=TODAY)
    assert [line.task_id for line in board.lines] == [whole.pk]
    assert [(part.task_id, part.depth) for part in board.parts[whole.pk]] == [(own.pk, 1), (deep.pk, 2), (other.pk, 1)]
    assert sum(board.counts().values()) == 1
    assert {part.task_id: part.bucket for part in board.parts[whole.pk]}[other.pk] == "late"


def test_an_agency_counts_a_part_it_leads_of_anothers_duty_and_not_one_of_its_own(divided):
    whole, _own, other, _deep = divided
    of_other = queries.board(queries.running_plans(), on=TODAY, institution_id=other.lead_id)
    assert [line.task_id for line in of_other.lines if other.lead_id in line.members] == [other.pk]
    assert other.pk not in {part.task_id for part in of_other.parts.get(whole.pk, ())}
    of_whole = queries.board(queries.running_plans(), on=TODAY, institution_id=whole.lead_id)
    assert [line.task_id for line in of_whole.lines if whole.lead_id in line.members] == [whole.pk]


def test_the_way_of_looking_is_the_same_from_a_board_of_all(divided):
    _whole, _own, other, _deep = divided
    plans = queries.running_plans()
    seen = queries.board(plans, on=TODAY).seen_from(other.lead_id)
    alone = queries.board(plans, on=TODAY, institution_id=other.lead_id)
    assert (seen.lines, seen.parts) == (alone.lines, alone.parts)


def test_how_far_a_duty_is_by_its_parts_agrees_with_its_page(divided):
    whole, own, other, _deep = divided
    head = people.lead_head()
    operations.report_progress(
        task_id=other.pk, institution_id=other.lead_id, declared=Declared.DONE, percent=100, proofs=["B"], by=SYSTEM, at=AT
    )
    board = queries.board(queries.running_plans(), on=TODAY)
    assert board.gathered(board.lines[0]) == queries.subtasks(whole.pk, on=TODAY)[1]
    assert board.gathered(board.lines[0]).words == "1/2 việc nhỏ xong, 50%"
    duties.step(other, DutyEvent.RETURN, by=head, words="Thiếu bảng kê.", lead=other.lead)
    board = queries.board(queries.running_plans(), on=TODAY)
    assert board.gathered(board.lines[0]) == queries.subtasks(whole.pk, on=TODAY)[1]
    assert board.gathered(board.lines[0]).done == 0
    assert board.gathered(next(part for part in board.parts[whole.pk] if part.task_id == own.pk)) is None


def test_a_filter_keeps_a_late_part_of_a_duty_in_time(divided):
    whole, own, other, deep = divided
    client = browser(people.front_officer())
    page = client.get(reverse("duties"))
    assert _rows(page) == [(whole.summary, 0), (own.summary, 1), (deep.summary, 2), (other.summary, 1)]
    assert "1 nhiệm vụ và 3 việc nhỏ (không cộng vào số nhiệm vụ)" in _text(page)
    late = client.get(reverse("duties"), {"loc": "qua-han"})
    assert _rows(late) == [(other.summary, 0)]
    assert "việc nhỏ của <a" in _text(late)
    assert _rows(client.get(reverse("duties"), {"thuoc": whole.pk})) == _rows(page)
    assert _rows(client.get(reverse("duties"), {"don-vi": other.lead_id})) == [(other.summary, 0)]
    assert client.get(reverse("duties"), {"don-vi": other.lead_id}).context["total"] == 1


def test_the_plan_page_says_how_parts_are_counted(divided):
    whole, _own, other, _deep = divided
    client = browser(people.lead_specialist())
    page = client.get(reverse("plan", args=[whole.plan_id]))
    shown = _text(page)
    assert "trong đó chia ra" in shown
    assert "việc nhỏ (không cộng vào số nhiệm vụ)" in shown
    assert f'id="nv-{other.pk}"' in shown
    assert "0/2 việc nhỏ xong, 0%, 1 quá hạn" in shown
    (group,) = page.context["groups"]
    assert (group.count, group.parts) == (1, 3)


def test_a_printed_table_numbers_parts_under_their_duty(divided):
    from mangnon.plans.render import table

    whole, own, other, deep = divided
    board = queries.board(queries.running_plans(), on=TODAY)
    kept = filters.kept(board, lambda lines: filters.of_kind(lines, "", board))
    rows = list(table._rows(list(board.full(kept.lines).values())))
    assert [row[0] for row in rows] == ["1", "1.1", "1.1.1", "1.2"]
    assert [row[1].partition(". ")[2] for row in rows] == [whole.summary, own.summary, deep.summary, other.summary]
    late = filters.kept(board, lambda lines: filters.of_kind(lines, "qua-han", board))
    (row,) = table._rows(list(board.full(late.lines).values()))
    assert (row[0], row[1]) == ("1", f"1. {other.summary} (việc nhỏ của: {whole.summary})")


def test_a_large_plan_shows_the_first_parts_and_links_to_all(divided):
    whole, *_rest = divided
    for number in range(10):
        _part(whole, f"Phần {number}", "trước ngày 10/12/2026")
    page = browser(people.lead_specialist()).get(reverse("plan", args=[whole.plan_id]))
    (group,) = page.context["groups"]
    assert len(group.rows) == 7
    assert group.parts == 13
    assert f"thuoc={whole.pk}" in group.rows[0].divided_url
