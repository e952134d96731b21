"""`mangnon`: parse, make ready what the command needs, run it, print the answer. Exit 0 done, 1 refused, 2 wrong usage."""

import argparse
import importlib
import json
import pkgutil
import sys
from types import ModuleType

from mangnon.cli import commands
from mangnon.cli.database import database
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
