"""`mangnon models compare`: two learnt models on the same records; no database."""

import argparse
import os
from pathlib import Path
from typing import Any

from mangnon.lib.vietnamese import number

NAME = "models compare"
HELP = "So hai mô hình đã học trên cùng các bản ghi."
DATABASE = False


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("left", metavar="TRÁI", type=Path, help="tệp Parquet hoặc CSV")
    parser.add_argument("right", metavar="PHẢI", type=Path, nargs="?", help="tệp thứ hai; để trống khi mô hình tìm trùng trong một tệp")
    parser.add_argument(
        "--weights", required=True, nargs=2, metavar=("A", "B"),
        help="hai mô hình đã học: model.json của một lần chạy, hoặc tên mô hình có sẵn (dùng điểm đi kèm)",
    )  # fmt: skip
    parser.add_argument("--truth", type=Path, metavar="TỆP", help="cặp đúng: hai cột đầu là mã bản ghi bên trái, bên phải")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="thư mục nhận contrast.json, differences.parquet")
    parser.add_argument("--threads", type=int, default=1, metavar="N", help="số luồng (mặc định 1)")


def run(options: argparse.Namespace) -> dict[str, Any]:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", str(options.threads))  # read when numpy is first imported
    from mangnon.linkage.engine.contrast import contrast_files

    return contrast_files(
        left=options.left, right=options.right, weights=tuple(options.weights), out=options.out, truth=options.truth,
        threads=options.threads,
    )  # fmt: skip


def show(answer: dict[str, Any]) -> None:
    a, b = answer["models"]["a"], answer["models"]["b"]
    rows = [("Tệp tham số", a["file"], b["file"]), ("Mô hình", a["model"], b["model"]), ("Cách học", a["method"], b["method"])]
    counts = {
        "learnt_from_pairs": "Học từ số cặp", "pairs": "Cặp đã so", "links": "Nối tự động", "review": "Cặp chờ người xem"
    }  # fmt: skip
    rows += [(words, number(a[name]), number(b[name])) for name, words in counts.items()]
    if "accuracy" in a:
        shares = {
            "precision": "Độ đúng của cặp nối", "recall": "Độ phủ của cặp nối", "recall_after_review": "Độ phủ sau khi người xem",
            "calibration_error": "Sai số hiệu chuẩn",
        }  # fmt: skip
        rows += [
            (words, number(a["accuracy"][name], decimals=5), number(b["accuracy"][name], decimals=5)) for name, words in shares.items()
        ]
    widths = [max(len(row[place]) for row in rows) for place in range(3)]
    for first, one, two in [("", "A", "B"), *rows]:
        print(f"{first:{widths[0]}}  {one:>{widths[1]}}  {two:>{widths[2]}}")
    links, chances = answer["links"], answer["probabilities"]
    print(f"Nối giống nhau {number(links['common'])} cặp; chỉ A {number(links['only_a'])}; chỉ B {number(links['only_b'])}.")
    print(
        f"Xác suất lệch trung bình {number(chances['mean_distance'], decimals=4)}, nhiều nhất {number(chances['greatest'], decimals=4)}; "
        f"{number(chances['apart'])} cặp lệch từ 0,1."
    )
