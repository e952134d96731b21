"""The cast: people with a position, as actors, and browsers they have signed in with.

Each function opens an account with an open-ended post since 1 July 2025 and gives the Actor of `on`. Names are invented.
"""

from datetime import UTC, date, datetime
from itertools import count

from django.test import Client

from mangnon.accounts import operations, queries
from mangnon.accounts.records import SYSTEM, Actor
from mangnon.accounts.vocabulary import Field, Role
from mangnon.institutions import queries as institutions

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # 07:30 in Cần Thơ
CAI_KHE, OTHER_WARD = "31120", "31135"
_numbers = count(1)


def person(
    role: Role, title: str, *, agency: object, territory: object, on: date = TODAY, since: date = date(2025, 7, 1),
    full_name: str = "Lâm Ngọc Thu", field: Field = Field.ALL, password: str | None = None,
) -> Actor:  # fmt: skip
    """Somebody with one position."""
    user = operations.create_user(
        username=f"{role.replace('_', '-')}-{next(_numbers)}", full_name=full_name, password=password, by=SYSTEM, at=AT
    )
    operations.give_position(
        user=user, role=role, title=title, agency_id=agency.pk, territory_id=territory.pk, since=since, field=field, by=SYSTEM, at=AT
    )
    return queries.actor_for(user, on=on)


def browser(actor: Actor) -> Client:
    """A test client signed in as the actor."""
    client = Client()
    client.force_login(queries.user_named(actor.id))
    return client


def ward(code: str = CAI_KHE, *, on: date = TODAY):
    """A commune-level unit by its code."""
    return institutions.by_code(code, on=on)


def ward_officer(unit=None, **facts) -> Actor:
    unit = unit or ward()
    return person(Role.WARD_OFFICER, "Công chức Văn hóa - Xã hội", agency=unit, territory=unit, **facts)


def other_ward_officer(**facts) -> Actor:
    return ward_officer(ward(OTHER_WARD), full_name="Trần Hữu Phước", **facts)


def ward_chair(unit=None, **facts) -> Actor:
    unit = unit or ward()
    return person(Role.WARD_CHAIR, "Chủ tịch Ủy ban nhân dân phường", agency=unit, territory=unit, full_name="Nguyễn Văn Khải", **facts)


def collaborator(unit=None, **facts) -> Actor:
    unit = unit or ward()
    return person(Role.COLLABORATOR, "Cộng tác viên khu vực 3", agency=unit, territory=unit, full_name="Lý Thị Hồng Cúc", **facts)


def department_specialist(agency_name: str = "Sở Giáo dục và Đào tạo", **facts) -> Actor:
    return _of_agency(Role.DEPARTMENT_SPECIALIST, "Chuyên viên", agency_name, "Đỗ Thanh Hà", **facts)


def lead_specialist(**facts) -> Actor:
    return _of_agency(Role.LEAD_SPECIALIST, "Chuyên viên, Sở Y tế", "Sở Y tế", "Trịnh Quang Lộc", **facts)


def lead_head(**facts) -> Actor:
    return _of_agency(Role.LEAD_HEAD, "Phó Giám đốc Sở Y tế", "Sở Y tế", "Huỳnh Mai Phương", **facts)


def city_leader(**facts) -> Actor:
    return _of_agency(Role.CITY_LEADER, "Phó Chủ tịch UBND thành phố", "Ủy ban nhân dân thành phố", "Ngô Minh Đăng", **facts)


def front_officer(**facts) -> Actor:
    return _of_agency(Role.FRONT_OFFICER, "Cán bộ Mặt trận", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", "Võ Thị Lan", **facts)


def facility_staff(**facts) -> Actor:
    return _of_agency(Role.FACILITY_STAFF, "Nhân viên công tác xã hội", "Sở Y tế", "Thạch Sô Phia", **facts)


def privacy_officer(**facts) -> Actor:
    return _of_agency(Role.PRIVACY_OFFICER, "Cán bộ bảo vệ dữ liệu cá nhân", "Sở Y tế", "Bùi Thế Vinh", **facts)


def system_administrator(**facts) -> Actor:
    return _of_agency(Role.SYSTEM_ADMINISTRATOR, "Quản trị hệ thống", "Sở Y tế", "Kim Chanh Đa", **facts)


def _of_agency(role: Role, title: str, agency_name: str, full_name: str, *, on: date = TODAY, **facts) -> Actor:
    agency = institutions.agency_named(agency_name, on=on)
    assert agency is not None, f"Danh mục không có cơ quan “{agency_name}” vào ngày {on}"
    return person(
        role, title, agency=agency, territory=institutions.city(on=on), on=on, full_name=facts.pop("full_name", full_name), **facts
    )
