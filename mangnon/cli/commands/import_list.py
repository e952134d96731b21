"""`mangnon import FILE --format CODE`: a list comes in, its right rows enter the register, findings come out."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

NAME = "import"
HELP = "Nhập một danh sách (.xlsx, .xlsm, .xls, .ods, .csv) vào sổ trẻ em."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="tệp danh sách .xlsx, .xlsm, .xls, .ods hoặc .csv")
    parser.add_argument("--format", metavar="MẪU", help="mã mẫu danh sách (mặc định child-list)")
    parser.add_argument("--commune", metavar="MÃ", help="mã xã, phường của danh sách")
    parser.add_argument("--by", metavar="TÊN", help="tên đăng nhập của người nhập")
    parser.add_argument(
        "--mapping", metavar="TỆP", type=Path,
        help='tệp JSON nói cột nào là gì khi tiêu đề lạ: {"columns": {"Tên bé": "full_name"}, "encodings": {"full_name": "tcvn3"}}',
    )  # fmt: skip
    parser.add_argument(
        "--columns", metavar="CỘT", type=_pairs, default={},
        help='cột nào là gì khi tiêu đề lạ, không có hoặc được hiểu khác, theo chữ của Excel hoặc theo tiêu đề: '
        '"B=full_name,C=birth_date"; '
        "cột đã hiểu thì không cần kể, “D=” là không dùng cột D",
    )  # fmt: skip
    parser.add_argument(
        "--leave-out", metavar="TRANG", action="append", default=[],
        help="trang tính không phải danh sách trẻ, khi lệnh hỏi về trang đó; trang có nhiều bảng thì kể một bảng đúng như lệnh gọi nó: "
        "“Ấp 3, bảng ở dòng 14”; dùng được nhiều lần",
    )  # fmt: skip
    parser.add_argument(
        "--dry-run", action="store_true",
        help="làm trọn rồi hủy: không lưu tệp, không lưu danh sách, không ghi sổ, không để lại vết; kết quả in ra như nhập thật",
    )  # fmt: skip


def run(options: argparse.Namespace) -> dict[str, object]:
    from django.db import transaction

    from mangnon.cli.actors import acting
    from mangnon.institutions import queries as institutions
    from mangnon.lib import calendar
    from mangnon.lib.refusals import Refusal

    by, at = acting(options.by), calendar.now()
    commune = institutions.by_code(options.commune, on=calendar.day_of(at)) if options.commune else None
    if options.commune and commune is None:
        raise Refusal(f"Không có xã, phường nào mang mã {options.commune} hôm nay. Xem lại mã sau --commune.")
    if not options.file.is_file():
        raise Refusal(f"Không có tệp {options.file}. Xem lại đường dẫn.")
    mapping = _mapping(options.mapping)
    commune_id = commune.pk if commune else None
    if not options.dry_run:
        return _import(options, commune_id, mapping, by, at)
    with transaction.atomic():
        answer = _import(options, commune_id, mapping, by, at)
        transaction.set_rollback(True)
    return answer | {"batch": answer["batch"] if answer["repeats"] else None, "dry_run": True}


def _import(options: argparse.Namespace, commune_id: int | None, mapping: dict[str, Any], by: Any, at: Any) -> dict[str, object]:
    from mangnon.intake import operations, queries
    from mangnon.intake.formats import child_list
    from mangnon.intake.vocabulary import BatchState
    from mangnon.lib.refusals import Refusal
    from mangnon.lib.vietnamese import number

    seen: dict[str, int] = {}

    def tell() -> None:
        if "batch" in seen:
            progress = queries.progress(seen["batch"])
            _say(f"  {progress.words}: {number(progress.done)} trên {number(progress.whole)} dòng, {number(progress.rate)} dòng/giây.")

    _say("Đang đọc và kiểm tra tệp…")
    code = options.format or child_list.CODE
    try:
        batch, again = operations.take_in(
            content=options.file.read_bytes(), name=options.file.name, format_code=code, commune_id=commune_id, by=by, at=at,
            between=tell, started=lambda batch: seen.update(batch=batch.pk), ask=bool(options.columns or mapping.get("columns")),
        )  # fmt: skip
    except operations.NotThisList as refusal:
        raise Refusal(f"{refusal} {_other_format(refusal.likelier)}".strip()) from refusal
    if batch.likelier and not options.format and batch.state in {BatchState.MAPPING, BatchState.CHECKED}:
        raise Refusal(f"{queries.likelier(batch)} {_other_format(batch.likelier)} Đúng là danh sách trẻ em thì thêm --format {code}.")
    if batch.likelier:
        _say(f"{queries.likelier(batch)} {_other_format(batch.likelier)}")
    seen.update(batch=batch.pk)
    if options.columns and batch.state != BatchState.MAPPING:
        _say("Tệp này đã đọc trước đây; --columns không dùng đến.")
    named: set[str] = set()
    while batch.state == BatchState.MAPPING:
        asked_of = {queries.asked_table(batch), queries.asked_block(batch).sheet}
        named |= asked_of
        leave_out = not asked_of.isdisjoint(options.leave_out)
        if not mapping and not options.columns and not leave_out:
            raise Refusal(_question(batch))
        told = {**mapping.get("columns", {}), **options.columns}
        columns = {} if leave_out else _columns(told, queries.asked_block(batch).titles, queries.understood_columns(batch))
        operations.decide_mapping(
            batch_id=batch.pk, columns=columns, encodings=mapping.get("encodings", {}), by=by, at=at, wait=True, left_out=leave_out
        )  # fmt: skip
        batch, again = operations.read_batch(batch_id=batch.pk, by=by, at=at, between=tell), False
    for table in options.leave_out:
        if table not in named:
            _say(f"Lệnh không hỏi gì về “{table}”; --leave-out không dùng đến.")
    if batch.state == BatchState.FAILED:
        raise Refusal(batch.refusal)
    before = queries.figures(batch)
    _say(f"Đang ghi các dòng đúng trong {number(batch.row_count)} dòng…")
    counts = operations.enrol_batch(batch_id=batch.pk, by=by, at=at, between=tell)
    figures, findings = queries.figures(batch), queries.findings_as_data(batch)
    if again and not before.ready:  # nothing was left to enter: the file is the list that stands
        counts = counts | {"new": 0, "changed": 0, "unchanged": figures.enrolled}
    return {
        "batch": batch.pk, "rows": figures.rows, "accepted": figures.enrolled,
        "new": counts["new"], "changed": counts["changed"], "unchanged": counts["unchanged"],
        "repeats": batch.pk if again and not before.ready else None, "sheets": list(dict.fromkeys(block.sheet for block in batch.blocks)),
        "told": [*queries.told(batch), *batch.notes], "left_out": [{"sheet": sheet, "why": why} for sheet, why in batch.left_out],
        "columns_unused": [{"sheet": sheet, "title": title} for sheet, title in queries.unused_columns(batch)],
        "findings": findings, "findings_more": queries.findings(batch, settled=True).count() - len(findings),
    }  # fmt: skip


def show(answer: dict[str, object]) -> None:
    findings: list[dict[str, object]] = answer["findings"]  # type: ignore[assignment]
    head = f"Danh sách số {answer['batch']}" if answer["batch"] else "Chạy thử, không lưu gì"
    print(
        f"{head}: {answer['rows']} dòng, đã ghi {answer['accepted']} "
        f"({answer['new']} trẻ mới, {answer['changed']} cập nhật, {answer['unchanged']} không thay đổi)."
    )
    if answer["repeats"]:
        print(f"Tệp này đã nhập trước đây (danh sách số {answer['repeats']}); sổ không có gì thay đổi.")
    for told in answer["told"]:  # type: ignore[attr-defined]
        print(told)
    for left in answer["left_out"]:  # type: ignore[attr-defined]
        print(f"Không đọc trang “{left['sheet']}”: {left['why']}.")
    if answer["columns_unused"]:
        titles = dict.fromkeys(f"“{one['title']}”" for one in answer["columns_unused"])  # type: ignore[attr-defined]
        print(f"Cột không dùng đến: {', '.join(titles)}.")
    for finding in findings[:50]:
        sheet = f"Trang “{finding['sheet']}”, dòng" if "sheet" in finding else "Dòng"
        print(f"{sheet} {finding['row']}, cột {finding['column']}: {finding['message']}")
    more = len(findings[50:]) + answer["findings_more"]  # type: ignore[operator]
    if more:
        print(f"… và {more} phát hiện nữa; xem thêm bằng --json, xem đủ trên trang Nhập danh sách.")


def _mapping(path: Path | None) -> dict[str, Any]:
    import json

    from mangnon.lib.refusals import Refusal

    if path is None:
        return {}
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refusal(f"Không đọc được tệp khớp cột {path}: {error}.") from error
    if not isinstance(told, dict) or not isinstance(told.get("columns", {}), dict) or not isinstance(told.get("encodings", {}), dict):
        raise Refusal(f"Tệp khớp cột {path} cần dạng {{\"columns\": {{\"Tiêu đề\": \"cột\"}}}}.")  # fmt: skip
    return told


def _pairs(text: str) -> dict[str, str]:
    """ "B=full_name, C=birth_date" → pairs."""
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    if not pairs or not all(sign and name.strip() for name, sign, _ in pairs):
        raise argparse.ArgumentTypeError('cần dạng "B=full_name,C=birth_date"')
    return {name.strip(): field.strip() for name, _, field in pairs}


def _question(batch: Any) -> str:
    """What is asked, and how to answer it here or on the page."""
    from mangnon.intake import queries
    from mangnon.lib.tables.addresses import column_letters

    guessed = ",".join(f"{column_letters(place + 1)}={field}" for place, field in queries.guessed_columns(batch).items())
    ways = []
    if "columns" in batch.asked:
        ways.append(f'chạy lại với --columns "{guessed or "B=full_name,C=birth_date"}", sửa trong đó nếu đoán sai')
    if "encodings" in batch.asked:
        ways.append("nói bảng mã bằng --mapping")
    if batch.asked.get("may_leave_out"):
        table = queries.asked_table(batch)
        what = "trang" if table == queries.asked_block(batch).sheet else "bảng"
        ways.append(f'thêm --leave-out "{table}" nếu {what} này không phải danh sách trẻ')
    return f"{queries.questions(batch)} Để đọc tiếp: {'; '.join(ways)}; hoặc khớp cột trên trang Nhập danh sách số {batch.pk}."


def _other_format(code: str) -> str:
    """How the command is told another kind of list."""
    return f"Chạy lại với --format {code}." if code else ""


def _columns(told: dict[str, str], titles: Sequence[str], understood: dict[int, str]) -> dict[int, str]:
    """Titles, letters or places (from 0) of the file's columns → ours, with those understood already."""
    from mangnon.lib.refusals import Refusal
    from mangnon.lib.tables.addresses import column_number

    places = {title: place for place, title in reversed(list(enumerate(titles)))}
    found = dict(understood)
    for name, field in told.items():
        letters = name.isascii() and name.isalpha() and len(name) <= 2
        place = places.get(name, int(name) if name.isdigit() else column_number(name) - 1 if letters else None)
        if place is None:
            raise Refusal(f"Tệp không có cột “{name}”. Các cột: {', '.join(title for title in titles if title)}.")
        found = {at: known for at, known in found.items() if known != field or at == place}
        found[place] = field
    return found


def _say(text: str) -> None:
    print(text, file=sys.stderr)
