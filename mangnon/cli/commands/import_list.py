"""`mangnon import FILE --format CODE`: a list comes in, its right rows enter the register, findings come out."""

import argparse
import sys
from pathlib import Path

NAME = "import"
HELP = "Nhập một danh sách (.xlsx) vào sổ trẻ em."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="tệp Excel .xlsx")
    parser.add_argument("--format", default="child-list", metavar="MẪU", help="mã mẫu danh sách (mặc định child-list)")
    parser.add_argument("--commune", metavar="MÃ", help="mã xã, phường của danh sách")
    parser.add_argument("--by", metavar="TÊN", help="tên đăng nhập của người nhập")


def run(options: argparse.Namespace) -> dict[str, object]:
    from django.db import transaction

    from mangnon.cli.actors import acting
    from mangnon.institutions import queries as institutions
    from mangnon.intake import operations, queries
    from mangnon.lib import calendar
    from mangnon.lib.refusals import Refusal

    by, at = acting(options.by), calendar.now()
    commune = institutions.by_code(options.commune, on=calendar.day_of(at)) if options.commune else None
    if options.commune and commune is None:
        raise Refusal(f"Không có xã, phường nào mang mã {options.commune} hôm nay. Xem lại mã sau --commune.")
    if not options.file.is_file():
        raise Refusal(f"Không có tệp {options.file}. Xem lại đường dẫn.")
    with transaction.atomic():
        _say("Đang đọc và kiểm tra tệp…")
        batch = operations.receive(
            content=options.file.read_bytes(), name=options.file.name, format_code=options.format,
            commune_id=commune.pk if commune else None, by=by, at=at,
        )  # fmt: skip
        _say(f"Đang ghi các dòng đúng trong {batch.row_count} dòng…")
        counts = operations.enrol_batch(batch_id=batch.pk, by=by, at=at)
    figures = queries.figures(batch)
    return {
        "batch": batch.pk, "rows": figures.rows, "accepted": figures.enrolled,
        "new": counts["new"], "changed": counts["changed"], "unchanged": counts["unchanged"],
        "repeats": batch.repeats_id, "findings": queries.findings_as_data(batch),
    }  # fmt: skip


def show(answer: dict[str, object]) -> None:
    findings: list[dict[str, object]] = answer["findings"]  # type: ignore[assignment]
    print(
        f"Danh sách số {answer['batch']}: {answer['rows']} dòng, đã ghi {answer['accepted']} "
        f"({answer['new']} trẻ mới, {answer['changed']} cập nhật, {answer['unchanged']} không thay đổi)."
    )
    if answer["repeats"] and not answer["new"] and not answer["changed"]:
        print(f"Tệp này đã nhập trước đây (danh sách số {answer['repeats']}); sổ không có gì thay đổi.")
    for finding in findings[:50]:
        print(f"Dòng {finding['row']}, cột {finding['column']}: {finding['message']}")
    if len(findings) > 50:
        print(f"… và {len(findings) - 50} phát hiện nữa; xem đủ bằng --json hoặc trên trang Nhập danh sách.")


def _say(text: str) -> None:
    print(text, file=sys.stderr)
