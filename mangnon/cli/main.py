"""`mangnon`: parse, make ready what the command needs, run it, print the answer. Exit 0 done, 1 refused, 2 wrong usage."""

import argparse
import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from mangnon.cli import commands
from mangnon.lib.refusals import Refusal


def main(argv: list[str] | None = None) -> int:
    """Run one command line; the return value is the exit status."""
    parser, by_name = _parser()
    options = parser.parse_args(argv)
    command = by_name[options.command]
    try:
        if command.DATABASE:
            with database():
                answer = command.run(options)
        else:
            answer = command.run(options)
    except Refusal as refusal:
        print(str(refusal), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu.", file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps(answer, ensure_ascii=False, default=str))
    else:
        command.show(answer)
    return 0


@contextmanager
def database() -> Iterator[None]:
    """Django set up on DATABASE_URL or, without one, on the private PostgreSQL, with every migration applied."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mangnon.config.settings")
    if os.environ.get("DATABASE_URL"):
        _set_up()
        yield
        return
    from mangnon.cli import postgres

    with postgres.running(data_dir() / "postgres", database="mangnon") as url:
        os.environ["DATABASE_URL"] = url
        try:
            _set_up()
            yield
        finally:
            from django.db import connections

            connections.close_all()
            del os.environ["DATABASE_URL"]


def data_dir() -> Path:
    """Where the private database lives: `.data` of the current folder unless MANGNON_DATA_DIR says otherwise."""
    return Path(os.environ.get("MANGNON_DATA_DIR", ".data")).resolve()


def acting(username: str | None):  # type: ignore[no-untyped-def]  # the Actor type needs Django set up
    """The actor of `--by USER`; without it, the system account."""
    from mangnon.accounts import queries
    from mangnon.accounts.records import SYSTEM
    from mangnon.lib import calendar

    if not username:
        return SYSTEM
    actor = queries.actor_named(username, on=calendar.today())
    if actor is None:
        raise Refusal(f"Không có tài khoản “{username}” đang hoạt động. Xem lại tên sau --by.")
    return actor


def _set_up() -> None:
    import django
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    django.setup()
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def _parser() -> tuple[argparse.ArgumentParser, dict[str, ModuleType]]:
    parser = argparse.ArgumentParser(prog="mangnon", description="Măng Non: nền tảng thực hiện kế hoạch về trẻ em của thành phố.")
    top = parser.add_subparsers(required=True, metavar="LỆNH")
    groups: dict[str, argparse._SubParsersAction] = {}  # type: ignore[type-arg]
    by_name = {}
    for found in sorted(pkgutil.iter_modules(commands.__path__), key=lambda module: module.name):
        command = importlib.import_module(f"{commands.__name__}.{found.name}")
        words = command.NAME.split()
        level = top
        if len(words) == 2:
            if words[0] not in groups:
                group = top.add_parser(words[0], help=command.HELP)
                groups[words[0]] = group.add_subparsers(required=True, metavar="VIỆC")
            level = groups[words[0]]
        sub = level.add_parser(words[-1], help=command.HELP, description=command.HELP)
        command.arguments(sub)
        sub.add_argument("--json", action="store_true", help="in kết quả là một tài liệu JSON")
        sub.set_defaults(command=command.NAME)
        by_name[command.NAME] = command
    return parser, by_name


if __name__ == "__main__":
    sys.exit(main())
