"""`mangnon dedupe`: records of one person within one file; no database."""

import argparse
import os
from pathlib import Path
from typing import Any

from mangnon.lib.vietnamese import number

NAME = "dedupe"
HELP = "Tìm bản ghi trùng của một người trong một tệp."
DATABASE = False


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="tệp Parquet hoặc CSV")
    parser.add_argument(
        "--model", default="children-children", metavar="M", help="mô hình có sẵn, hoặc tệp .toml (mặc định children-children)"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="thư mục nhận links.parquet, clusters.parquet, summary.json")
    parser.add_argument("--weights", type=Path, metavar="TỆP", help="model.json của lần chạy trước: dùng lại, không học lại")
    parser.add_argument("--threads", type=int, default=1, metavar="N", help="số luồng (mặc định 1)")


def run(options: argparse.Namespace) -> dict[str, Any]:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", str(options.threads))  # read when numpy is first imported
    from mangnon.linkage.engine.run import dedupe_file

    return dedupe_file(file=options.file, model=options.model, out=options.out, weights=options.weights, threads=options.threads)


def show(answer: dict[str, Any]) -> None:
    pairs, groups = answer["pairs"], answer["clusters"]
    print(f"Tệp {number(answer['records']['file'])} bản ghi; đã so {number(pairs['compared'])} cặp.")
    print(f"{number(groups['groups'])} người có từ hai bản ghi trở lên; {number(pairs['review'])} cặp chờ người xem.")
    print(f"Thời gian {number(answer['seconds'], decimals=1)} giây; bộ nhớ cao nhất {number(answer['peak_mb'])} MB.")
