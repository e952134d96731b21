"""`mangnon seed`: a synthetic city into the database, deterministic; with --out its files too."""

import argparse
import sys
import time
from pathlib import Path

NAME = "seed"
HELP = "Tạo thành phố giả lập: danh sách trẻ em, dân cư, đối chiếu. Không ai trong đó có thật."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--children", metavar="SỐ", type=_size, default=10_000, help="số trẻ em (mặc định 10000)")
    parser.add_argument("--seed", metavar="MẦM", type=int, default=73, help="mầm ngẫu nhiên: cùng mầm thì cùng thành phố (mặc định 73)")
    parser.add_argument("--out", metavar="THƯ_MỤC", type=Path, help="ghi cả các tệp: danh sách .xlsx, dân cư .parquet, bảng đúng .parquet")
    parser.add_argument("--difficulty", choices=("standard", "hard", "few-numbers"), default="standard", help="mức sai sót của danh sách")
    parser.add_argument("--again", action="store_true", help="tạo cả khi sổ đã có trẻ em")
    parser.add_argument("--by", metavar="TÊN", help="tên đăng nhập của người thực hiện (mặc định: hệ thống)")


def run(options: argparse.Namespace) -> dict[str, object]:
    from mangnon.cli.actors import acting
    from mangnon.cli.city import FEW_NUMBERS, HARD, STANDARD
    from mangnon.cli.city.seeding import HANDED_IN, seed

    started = time.monotonic()
    difficulty = {"standard": STANDARD, "hard": HARD, "few-numbers": FEW_NUMBERS}[options.difficulty]
    seeded = seed(
        children=options.children, seed=options.seed, by=acting(options.by), at=HANDED_IN, out=options.out, again=options.again,
        difficulty=difficulty, say=_say,
    )  # fmt: skip
    return {**seeded.answer(), "seconds": round(time.monotonic() - started, 1)}


def show(answer: dict[str, object]) -> None:
    print(
        f"Sổ có {answer['children']} trẻ từ {answer['lists']} danh sách ({answer['rows']} dòng, đã ghi {answer['accepted']}, "
        f"{answer['findings']} phát hiện). Dân cư {answer['population']} người: gắn được {answer['linked']}, cần người xem "
        f"{answer['review']}, lệch {answer['mismatch']}, không thấy {answer['unmatched']}. Mất {answer['seconds']} giây."
    )


def _size(text: str) -> int:
    children = int(text)
    if not 1 <= children <= 3_000_000:
        raise argparse.ArgumentTypeError("số trẻ em từ 1 đến 3.000.000")
    return children


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
