"""Positions give rights on the days they are held; accounts and posts leave their trace."""

from datetime import date, timedelta

import pytest

from mangnon.accounts import operations, policies, queries
from mangnon.accounts.models import Position
from mangnon.accounts.records import SYSTEM
from mangnon.accounts.vocabulary import Permission, Role
from mangnon.audit import queries as audit
from mangnon.audit.vocabulary import Act
from tests.factories import people

pytestmark = pytest.mark.django_db
TODAY, AT = people.TODAY, people.AT


def acts_on(username):
    return [event.act for event in audit.history_of(kind="user", id=username)]


def test_a_post_that_ended_yesterday_gives_nothing_today():
    officer = people.ward_officer()
    post = Position.objects.get(user__username=officer.id)
    operations.end_position(position=post, last_day=TODAY - timedelta(days=1), by=SYSTEM, at=AT)
    today, yesterday = (queries.actor_named(officer.id, on=day) for day in (TODAY, TODAY - timedelta(days=1)))
    assert not today.duties
    assert not policies.scope(today, Permission.SEE_CHILDREN)
    assert policies.scope(yesterday, Permission.SEE_CHILDREN).covers(people.ward().pk)


def test_a_post_that_begins_tomorrow_gives_nothing_today():
    officer = people.ward_officer(since=TODAY + timedelta(days=1))
    assert not officer.duties
    assert queries.actor_named(officer.id, on=TODAY + timedelta(days=1)).main_duty.role == Role.WARD_OFFICER


def test_the_last_day_of_a_post_still_counts():
    officer = people.ward_officer()
    operations.end_position(position=Position.objects.get(user__username=officer.id), last_day=TODAY, by=SYSTEM, at=AT)
    assert queries.actor_named(officer.id, on=TODAY).duties


@pytest.mark.parametrize("last_day", [date(2025, 6, 30), date(2020, 1, 1)])
def test_a_post_cannot_end_before_it_began(last_day):
    post = Position.objects.get(user__username=people.ward_officer().id)
    with pytest.raises(operations.PositionNotOpen, match="không kết thúc được"):
        operations.end_position(position=post, last_day=last_day, by=SYSTEM, at=AT)


def test_a_post_ends_once():
    post = Position.objects.get(user__username=people.ward_officer().id)
    operations.end_position(position=post, last_day=TODAY, by=SYSTEM, at=AT)
    with pytest.raises(operations.PositionNotOpen):
        operations.end_position(position=post, last_day=TODAY, by=SYSTEM, at=AT)


def test_an_officer_covers_the_ward_of_the_post_and_no_other():
    officer, other = people.ward_officer(), people.other_ward_officer()
    here, there = people.ward().pk, people.ward(people.OTHER_WARD).pk
    policies.check_covers(officer, Permission.EDIT_CHILDREN, institution_id=here)
    with pytest.raises(policies.NotAllowed, match="ở đơn vị này"):
        policies.check_covers(other, Permission.EDIT_CHILDREN, institution_id=here)
    assert policies.scope(other, Permission.SEE_CHILDREN).unit_ids == {there}


def test_whoever_is_refused_hears_who_may():
    with pytest.raises(policies.NotAllowed, match="Cán bộ bảo vệ dữ liệu cá nhân"):
        policies.check_may(people.ward_officer(), Permission.SEE_LOG)


def test_the_whole_cast_can_be_made():
    cast = [
        people.ward_officer(), people.other_ward_officer(), people.ward_chair(), people.collaborator(), people.department_specialist(),
        people.lead_specialist(), people.lead_head(), people.city_leader(), people.front_officer(), people.facility_staff(),
        people.privacy_officer(), people.system_administrator(),
    ]  # fmt: skip
    assert {actor.main_duty.role for actor in cast} == set(Role)


def test_accounts_and_posts_leave_events():
    officer = people.ward_officer(password="một mật khẩu đủ dài")
    operations.set_password(user=queries.user_named(officer.id), password="một mật khẩu khác hẳn", by=SYSTEM, at=AT)
    assert acts_on(officer.id) == [Act.PASSWORD_SET, Act.POSITION_GIVEN, Act.USER_CREATED]


@pytest.mark.parametrize("username", ["he-thong", "Thu", "lâm.thu", "a", "", "lam thu", "-thu"])
def test_a_user_name_is_plain_and_never_the_system_s(username):
    with pytest.raises(operations.BadUsername):
        operations.create_user(username=username, full_name="Lâm Ngọc Thu", password=None, by=SYSTEM, at=AT)


def test_a_user_name_is_given_once():
    officer = people.ward_officer()
    with pytest.raises(operations.UsernameTaken):
        operations.create_user(username=officer.id, full_name="Người khác", password=None, by=SYSTEM, at=AT)


def test_passwords_are_kept_as_argon2_only():
    user = queries.user_named(people.ward_officer(password="một mật khẩu đủ dài").id)
    assert user.password.startswith("argon2$argon2id$")


def test_people_of_an_agency_are_those_with_a_post_that_day():
    chair = people.ward_chair()
    names = [user.username for user, _ in queries.people_in(people.ward().pk, on=TODAY)]
    assert chair.id in names
    assert not queries.people_in(people.ward().pk, on=date(2025, 6, 30))


def test_the_wait_is_counted_per_name_and_ends():
    for _ in range(6):
        operations.note_failed_login(username="lam.thu", by=SYSTEM, at=AT)
    assert queries.login_wait("lam.thu", at=AT) == timedelta(seconds=60)
    assert queries.login_wait("LAM.THU ", at=AT) == timedelta(seconds=60)
    assert queries.login_wait("lam.thu", at=AT + timedelta(seconds=60)) == timedelta(0)
    assert queries.login_wait("phuoc", at=AT) == timedelta(0)


def test_after_a_quiet_day_the_count_begins_anew():
    for _ in range(6):
        operations.note_failed_login(username="lam.thu", by=SYSTEM, at=AT)
    later = AT + timedelta(days=1, seconds=1)
    assert operations.note_failed_login(username="lam.thu", by=SYSTEM, at=later) == 1
    assert queries.login_wait("lam.thu", at=later) == timedelta(0)


def test_a_name_nobody_bears_is_not_written_into_the_log():
    operations.note_failed_login(username="mật khẩu gõ nhầm ô", by=SYSTEM, at=AT)
    event = audit.search().first()
    assert event.act == Act.LOGIN_FAILED
    assert "mật khẩu" not in f"{event.subject_id}{event.subject_label}{event.details}"


@pytest.mark.parametrize("member", [people.ward_officer, people.lead_head, people.city_leader, people.privacy_officer])
def test_accounts_are_managed_by_the_administrator_alone(member):
    actor, other = member(), queries.user_named(people.collaborator().id)
    with pytest.raises(policies.NotAllowed):
        operations.create_user(username="thu.moi", full_name="Lâm Ngọc Thu", password=None, by=actor, at=AT)
    with pytest.raises(policies.NotAllowed):
        operations.give_position(
            user=other, role=Role.WARD_OFFICER, title="Công chức", agency_id=people.ward().pk, territory_id=people.ward().pk,
            since=TODAY, by=actor, at=AT,
        )  # fmt: skip
    with pytest.raises(policies.NotAllowed):
        operations.end_position(position=queries.positions_of(other)[0], last_day=TODAY, by=actor, at=AT)
    with pytest.raises(policies.NotAllowed):
        operations.set_password(user=other, password="một mật khẩu khác hẳn", by=actor, at=AT)


def test_one_s_own_password_is_one_s_own():
    officer = people.ward_officer()
    operations.set_password(user=queries.user_named(officer.id), password="một mật khẩu khác hẳn", by=officer, at=AT)
    assert acts_on(officer.id)[0] == Act.PASSWORD_SET


def test_no_administrator_raises_themselves():
    administrator = people.system_administrator()
    with pytest.raises(operations.OwnPosition):
        operations.give_position(
            user=queries.user_named(administrator.id), role=Role.PRIVACY_OFFICER, title="Cán bộ bảo vệ dữ liệu cá nhân",
            agency_id=people.ward().pk, territory_id=people.ward().pk, since=TODAY, by=administrator, at=AT,
        )  # fmt: skip
