"""`mangnon link`: the same person in two files; no database."""

import argparse
import os
from functools import partial
from pathlib import Path
from typing import Any

from mangnon.lib.vietnamese import number

NAME = "link"
HELP = "Nối bản ghi của hai tệp: cùng một người?"
DATABASE = False


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("left", metavar="TRÁI", type=Path, help="tệp Parquet hoặc CSV, mỗi bản ghi tìm người của mình ở tệp phải")
    parser.add_argument("right", metavar="PHẢI", type=Path, help="tệp Parquet hoặc CSV")
    parser.add_argument(
        "--model", default="children-population", metavar="M", help="mô hình có sẵn, hoặc tệp .toml (mặc định children-population)"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="thư mục nhận links.parquet, summary.json, model.json")
    parser.add_argument("--weights", type=Path, metavar="TỆP", help="model.json của lần chạy trước: dùng lại, không học lại")
    parser.add_argument(
        "--engine", choices=["numpy", "duckdb", "spark"], default="numpy", help="một máy (numpy, mặc định; duckdb là tên cũ) hoặc Spark"
    )
    master = "với --engine spark: local[N] hoặc spark://MÁY:CỔNG (mặc định: MANGNON_SPARK_MASTER, rồi local[số luồng])"
    parser.add_argument("--spark-master", metavar="URL", help=master)
    parser.add_argument("--threads", type=int, default=1, metavar="N", help="số luồng (mặc định 1)")


def run(options: argparse.Namespace) -> dict[str, Any]:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", str(options.threads))  # read when numpy is first imported
    files: dict[str, Any] = {"left": options.left, "right": options.right, "model": options.model}
    files |= {"out": options.out, "weights": options.weights}
    if options.engine == "spark":
        from mangnon.linkage.engine.spark import cluster, run

        master = options.spark_master or os.environ.get("MANGNON_SPARK_MASTER") or f"local[{max(options.threads, 1)}]"
        return run.link_files(partial(cluster.session, master), **files)
    from mangnon.linkage.engine.run import link_files

    return link_files(**files, threads=options.threads)


def show(answer: dict[str, Any]) -> None:
    pairs, records = answer["pairs"], answer["records"]
    print(f"Tệp trái {number(records['left'])} bản ghi, tệp phải {number(records['right'])}; đã so {number(pairs['compared'])} cặp.")
    print(f"Nối tự động {number(pairs['link'])}; chờ người xem {number(answer['review_records'])} bản ghi.")
    print(f"Thời gian {number(answer['seconds'], decimals=1)} giây; bộ nhớ cao nhất {number(answer['peak_mb'])} MB.")
