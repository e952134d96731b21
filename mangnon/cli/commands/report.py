"""`mangnon report`: the paper of a unit's report, or of the city's, as .docx in the layout of Nghị định số 30/2020/NĐ-CP."""

import argparse
from pathlib import Path
from typing import Any

NAME = "report"
HELP = "In báo cáo năm thành tệp .docx: báo cáo tổng hợp của thành phố, hoặc của một cơ quan, xã, phường."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--period", type=int, required=True, metavar="NĂM", help="năm báo cáo")
    parser.add_argument("--agency", default="", metavar="MÃ", help="mã cơ quan, xã, phường; để trống là toàn thành phố")
    parser.add_argument("--out", type=Path, required=True, metavar="TỆP.docx", help="tệp sẽ ghi")
    parser.add_argument("--by", metavar="TÀI_KHOẢN", help="người thực hiện; mặc định là hệ thống")


def run(options: argparse.Namespace) -> dict[str, Any]:
    from mangnon.cli.actors import acting
    from mangnon.cli.commands.indicators import counted
    from mangnon.lib import calendar
    from mangnon.lib.refusals import Refusal
    from mangnon.reports import operations, queries
    from mangnon.reports.render import docx
    from mangnon.reports.rules import deadlines

    if options.out.suffix.lower() != ".docx":
        raise Refusal(f"Báo cáo được ghi thành tệp .docx. Đổi tên “{options.out.name}” cho có đuôi .docx.")
    if not options.out.parent.is_dir():
        raise Refusal(f"Không có thư mục “{options.out.parent}”. Tạo thư mục hoặc chọn nơi khác.")
    by, at = acting(options.by), calendar.now()
    period = queries.period_of_year(options.period)
    closing_on = period.closing_on if period else deadlines.closing_on(options.period)
    run = counted(year=options.period, closing_on=closing_on, by=by, at=at)  # refuses an empty register before anything is written
    period = period or operations.open_period(year=options.period, by=by, at=at)
    report = _unit(options.agency, period, by, at) if options.agency else _city(period, run, by, at)
    content = queries.content_of(report, at=at)
    options.out.write_bytes(docx.content(queries.paper_of(report, content)))
    operations.note_download(report=report, by=by, at=at)
    return {
        "period": period.year,
        "agency": report.institution.code,
        "kind": report.kind,
        "state": report.state,
        "run": next((figure.run for figure in content.figures), None),
        "out": str(options.out),
    }


def show(answer: dict[str, Any]) -> None:
    locked = " Đây là bản đã nộp, số liệu chốt lúc nộp." if answer["state"] in ("submitted", "accepted") else ""
    print(f"Đã ghi báo cáo năm {answer['period']} vào {answer['out']}.{locked}")


def _city(period: Any, run: Any, by: Any, at: Any) -> Any:
    """The city's report; gathered now if it never was, or if the register has changed since and it is not handed in yet."""
    from mangnon.reports import operations, queries
    from mangnon.reports.rules import states

    report = queries.city_report(by, period=period)
    if report is None or (report.run_id != run.pk and report.state in states.WRITABLE):
        report = operations.consolidate(period_id=period.pk, by=by, at=at)
    return report


def _unit(code: str, period: Any, by: Any, at: Any) -> Any:
    from mangnon.lib.refusals import Refusal
    from mangnon.reports import operations, queries

    owed = next((row for row in queries.requirements(by, period=period, at=at) if row.code == code), None)
    if owed is None:
        raise Refusal(f"Không có cơ quan, xã, phường nào mang mã {code} phải nộp báo cáo năm {period.year}.")
    report = queries.report_of(by, period=period, institution_id=owed.institution_id)
    return report or operations.write(period_id=period.pk, institution_id=owed.institution_id, texts={}, by=by, at=at)
