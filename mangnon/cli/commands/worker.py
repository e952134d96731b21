"""`mangnon worker`: does the background jobs. `mangnon serve` brings its own; this is for installations that run processes apart."""

import argparse

NAME = "worker"
HELP = "Làm các việc nền: đọc danh sách, nhắc hạn, lập chỉ mục."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--parent", type=int, metavar="PID", help="dừng khi tiến trình này không còn (mangnon serve dùng)")


def run(options: argparse.Namespace) -> dict[str, str]:
    from django.conf import settings
    from django.utils.module_loading import import_string

    import_string(settings.MANGNON_PORTS["cli.worker"])(parent=options.parent)
    return {"state": "stopped"}


def show(answer: dict[str, str]) -> None:
    print("Đã dừng.")
