"""`mangnon units load [DIR]`: administrative units, agencies and succession from a folder, or the built-in ones."""

import argparse
from dataclasses import asdict
from pathlib import Path

NAME = "units load"
HELP = "Nạp đơn vị hành chính, cơ quan và sự kế thừa."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", nargs="?", type=Path, help="thư mục có units_*.csv, succession*.csv (bỏ trống: bộ có sẵn)")
    parser.add_argument("--by", metavar="USER", help="tài khoản thực hiện (mặc định: hệ thống)")


def run(options: argparse.Namespace) -> dict[str, object]:
    from mangnon.cli.actors import acting
    from mangnon.institutions import operations
    from mangnon.lib import calendar

    path = options.folder or operations.BUILT_IN
    loaded = operations.load(path=path, by=acting(options.by), at=calendar.now())
    return {
        "read": list(loaded.read),
        "skipped": list(loaded.skipped),
        "institutions_added": loaded.institutions_added,
        "institutions_closed": loaded.institutions_closed,
        "links_added": loaded.links_added,
        "unchanged": loaded.unchanged,
        "warnings": [asdict(warning) for warning in loaded.warnings],
    }


def show(answer: dict[str, object]) -> None:
    print(f"Đã đọc: {', '.join(answer['read'])}")  # type: ignore[arg-type]
    if answer["skipped"]:
        print(f"Không đọc: {', '.join(answer['skipped'])}")  # type: ignore[arg-type]
    print(
        f"Thêm {answer['institutions_added']} đơn vị, cơ quan; khép {answer['institutions_closed']}; "
        f"thêm {answer['links_added']} quan hệ kế thừa; giữ nguyên {answer['unchanged']} dòng đã biết."
    )
    for warning in answer["warnings"]:  # type: ignore[attr-defined]
        print(f"Lưu ý: {warning['file']}, dòng {warning['line']}, cột {warning['column']}: {warning['message']}")
