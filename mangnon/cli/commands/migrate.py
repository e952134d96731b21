"""`mangnon migrate`: bring the database to this version's tables."""

import argparse

NAME = "migrate"
HELP = "Đưa cơ sở dữ liệu về đúng phiên bản này."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace) -> dict[str, str]:
    return {"state": "ready"}  # opening the database has applied every migration


def show(answer: dict[str, str]) -> None:
    print("Cơ sở dữ liệu đã sẵn sàng.")
