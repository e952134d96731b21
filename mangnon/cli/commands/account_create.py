"""`mangnon account create`: the first accounts of a new installation; the others are opened on the page for accounts."""

import argparse
from datetime import date

NAME = "account create"
HELP = "Mở một tài khoản có chức danh và in mật khẩu một lần."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("username", metavar="USER", help="tên đăng nhập: chữ thường không dấu, chữ số, dấu chấm, gạch nối")
    parser.add_argument("--name", required=True, help="họ và tên")
    parser.add_argument("--role", default="system_administrator", help="vai trò (mặc định: system_administrator)")
    parser.add_argument("--title", default="Quản trị hệ thống", help="chức danh")
    parser.add_argument("--agency", default="ubnd-thanh-pho", help="mã cơ quan, hoặc mã xã, phường (mặc định: ubnd-thanh-pho)")
    parser.add_argument("--territory", default="92", help="mã địa bàn (mặc định 92, toàn thành phố)")
    parser.add_argument("--since", type=date.fromisoformat, metavar="DATE", help="ngày giao chức danh (mặc định hôm nay)")
    parser.add_argument("--by", metavar="USER", help="tài khoản thực hiện (mặc định: hệ thống)")


def run(options: argparse.Namespace) -> dict[str, str]:
    import secrets

    from django.db import transaction

    from mangnon.accounts import operations
    from mangnon.accounts.vocabulary import Role
    from mangnon.cli.actors import acting
    from mangnon.lib import calendar
    from mangnon.lib.refusals import Refusal

    class NoSuchRole(Refusal):
        """The role named is none of the product's."""

    if options.role not in Role.values:
        raise NoSuchRole(f"Không có vai trò “{options.role}”. Chọn một trong: {', '.join(Role.values)}.")
    by, at = acting(options.by), calendar.now()
    since = options.since or calendar.day_of(at)
    agency, territory = _institution(options.agency, since), _institution(options.territory, since)
    password = secrets.token_urlsafe(15)
    with transaction.atomic():
        user = operations.create_user(username=options.username, full_name=options.name, password=password, by=by, at=at)
        operations.give_position(
            user=user, role=Role(options.role), title=options.title, agency_id=agency, territory_id=territory, since=since, by=by, at=at
        )
    return {"username": options.username, "password": password, "role": options.role}


def _institution(code: str, on: date) -> int:
    from mangnon.institutions import queries
    from mangnon.institutions.vocabulary import Kind
    from mangnon.lib.refusals import Refusal
    from mangnon.lib.vietnamese import short_date

    class NoSuchInstitution(Refusal):
        """No unit or agency bears this code on the day."""

    found = queries.by_code(code, on=on, kind=Kind.UNIT if code.isdigit() else Kind.AGENCY)
    if found is None:
        raise NoSuchInstitution(
            f"Ngày {short_date(on)} không có đơn vị, cơ quan nào mang mã “{code}”. Nạp danh mục bằng `mangnon units load` "
            "hoặc xem mã ở trang Đơn vị, cơ quan."
        )
    return found.pk


def show(answer: dict[str, str]) -> None:
    print(f"Đã mở tài khoản {answer['username']}. Mật khẩu: {answer['password']}")
    print("Mật khẩu chỉ hiện lần này; người dùng đổi ở trang Tài khoản sau khi đăng nhập.")
