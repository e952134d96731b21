"""`mangnon index`: the index that tells whether a child is in the register already."""

import argparse
import time

from mangnon.lib.vietnamese import number

NAME = "index"
HELP = "Cập nhật chỉ mục dùng để hỏi một trẻ đã có trong sổ chưa."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--again", action="store_true", help="bỏ chỉ mục cũ, lập lại từ sổ trẻ em")


def run(options: argparse.Namespace) -> dict[str, object]:
    from mangnon.linkage import queries

    started = time.monotonic()
    children = queries.refresh_index(again=options.again)
    return {"children": children, "seconds": round(time.monotonic() - started, 1)}


def show(answer: dict[str, object]) -> None:
    print(f"Chỉ mục có {number(int(str(answer['children'])))} trẻ, đúng với sổ lúc này. Mất {answer['seconds']} giây.")
