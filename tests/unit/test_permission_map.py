"""The permission map, told a second time as a table a person can read. A change of either alone fails.

One letter per role: c = the whole city, a = the agency of the post, u = the territory of the post, . = not allowed.
"""

from datetime import date, timedelta

import pytest

from mangnon.accounts import rules
from mangnon.accounts.records import SYSTEM, Actor, Duty
from mangnon.accounts.vocabulary import Permission, Reach, Role

# fmt: off
TABLE = """
                      collaborator
                      | ward_officer
                      | | ward_chair
                      | | | department_specialist
                      | | | | lead_specialist
                      | | | | | lead_head
                      | | | | | | city_leader
                      | | | | | | | front_officer
                      | | | | | | | | facility_staff
                      | | | | | | | | | privacy_officer
                      | | | | | | | | | | system_administrator
see_own_work          a a a a a a a a a a a
see_units             c c c c c c c c c c c
decide_succession     . . . . c c . . . . .
prepare_reorganisation . . . . c c . . . . .
decide_reorganisation . . . . . c c . . . .
see_children          u u u . c c . . . . .
see_restricted        . u u . . . . . . . .
edit_children         . u . . . . . . . . .
import_lists          u u . . c . . . . . .
decide_matches        . u . . c . . . . . .
see_plans             c c c c c c c c . . .
adopt_plans           . . . . c c . . . . .
assign_tasks          . . a a c c . a . . .
report_own_work       . a a a a a . a . . .
propose_answers       . . . . c c . . . . .
decide_difficulties   . . . . . . c . . . .
run_committees        . a a . c c . . . . .
check_plan            . . . . c c . . . . .
supervise             . . . . . . . a . . .
see_documents         . c c c c c c c . . .
register_documents    . a a a a a . a . . .
write_work_plans      . a a a a a . a . . .
confirm_tasks         . . a a c c c a . . .
decide_extensions     . . a . . c c . . . .
see_indicators        . c c c c c c c . . .
compute_indicators    . . . . c c . . . . .
see_reporting         . a a a c c c a . . .
write_report          . a a a a . . a . . .
submit_report         . a a a . a . a . . .
review_reports        . . . . c c . . . . .
consolidate_reports   . . . . c c . . . . .
see_city_page         . . . . c c c . . . .
see_log               . . . . . . . . . c .
manage_accounts       . . . . . . . . . . c
"""
# fmt: on
LETTERS = {"c": Reach.CITY, "a": Reach.AGENCY, "u": Reach.UNIT}
ROLES = [Role(line.strip(" |\n")) for line in TABLE.splitlines() if line.strip(" |") and line.startswith(" ")]
CELLS = {
    (Permission(name), role): letter
    for name, *letters in (line.split() for line in TABLE.splitlines() if line[:1].isalpha())
    for role, letter in zip(ROLES, letters, strict=True)
}
WARD, OTHER_WARD, AGENCY, CITY = 11, 12, 50, 92


def actor(role: Role, *, territory: int = WARD, agency: int = AGENCY, whole_city: bool = False) -> Actor:
    duty = Duty(role, "chức danh", agency, "cơ quan", territory, "31120", "Phường Cái Khế", whole_city)
    return Actor(id="thu", label="Thu", on=date(2026, 11, 23), duties=(duty,))


def test_the_table_names_every_permission_and_role():
    assert set(CELLS) == {(permission, role) for permission in Permission for role in Role}


@pytest.mark.parametrize("permission", Permission)
@pytest.mark.parametrize("role", Role)
def test_the_map_says_what_the_table_says(permission, role):
    letter = CELLS[permission, role]
    assert rules.PERMISSION_MAP[permission].get(role) == LETTERS.get(letter)
    assert rules.may(actor(role), permission) is (letter != ".")


@pytest.mark.parametrize(("permission", "role"), [cell for cell, letter in CELLS.items() if letter == "u"])
def test_territory_reach_covers_that_territory_and_no_other(permission, role):
    scope = rules.scope(actor(role), permission)
    assert scope.covers(WARD)
    assert not scope.covers(OTHER_WARD)
    assert not scope.covers(AGENCY)
    assert not scope.covers(None)


@pytest.mark.parametrize(("permission", "role"), [cell for cell, letter in CELLS.items() if letter == "a"])
def test_agency_reach_covers_the_agency_and_no_territory(permission, role):
    scope = rules.scope(actor(role), permission)
    assert scope.covers(AGENCY)
    assert not scope.covers(WARD)


@pytest.mark.parametrize(("permission", "role"), [cell for cell, letter in CELLS.items() if letter == "c"])
def test_city_reach_covers_everything(permission, role):
    assert rules.scope(actor(role), permission).everything


def test_a_territory_post_over_the_whole_city_covers_everything():
    assert rules.scope(actor(Role.WARD_OFFICER, territory=CITY, whole_city=True), Permission.SEE_CHILDREN).everything


def test_two_posts_add_up_without_lending_each_other_rights():
    both = Actor(
        id="thu", label="Thu", on=date(2026, 11, 23),
        duties=actor(Role.WARD_OFFICER, territory=WARD).duties + actor(Role.WARD_CHAIR, territory=OTHER_WARD).duties,
    )  # fmt: skip
    assert rules.scope(both, Permission.SEE_CHILDREN).unit_ids == {WARD, OTHER_WARD}
    assert rules.scope(both, Permission.EDIT_CHILDREN).unit_ids == {WARD}


def test_nobody_without_a_post_may_do_anything():
    nobody = Actor(id="thu", label="Thu", on=date(2026, 11, 23))
    assert not any(rules.may(nobody, permission) or rules.scope(nobody, permission) for permission in Permission)


def test_the_system_account_may_do_everything():
    assert all(rules.may(SYSTEM, permission) and rules.scope(SYSTEM, permission).everything for permission in Permission)


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (50, 900), (10_000, 900)]
)
def test_the_wait_after_wrong_passwords_doubles_up_to_a_quarter_hour(failures, seconds):
    assert rules.wait_after(failures) == timedelta(seconds=seconds)
