"""`mangnon indicators`: the figures of a year, for the city or one commune, counted on the register as it is."""

import argparse
from typing import Any

NAME = "indicators"
HELP = "Tính và in chỉ tiêu của một năm, toàn thành phố hoặc một xã, phường."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--period", type=int, required=True, metavar="NĂM", help="năm báo cáo")
    parser.add_argument("--unit", default="92", metavar="MÃ", help="mã xã, phường; mặc định 92 là toàn thành phố")
    parser.add_argument("--by", metavar="TÀI_KHOẢN", help="người thực hiện; mặc định là hệ thống")


def run(options: argparse.Namespace) -> dict[str, Any]:
    from mangnon.cli.actors import acting
    from mangnon.indicators import queries
    from mangnon.institutions import queries as institutions
    from mangnon.lib import calendar
    from mangnon.lib.refusals import Refusal
    from mangnon.reports.rules import deadlines

    by, at = acting(options.by), calendar.now()
    if options.unit != "92" and institutions.by_code(options.unit, on=calendar.day_of(at)) is None:
        raise Refusal(f"Không có xã, phường nào mang mã {options.unit} hôm nay. Xem mã bằng lệnh: mangnon units resolve.")
    run = counted(year=options.period, closing_on=deadlines.closing_on(options.period), by=by, at=at)
    return {
        "period": options.period,
        "unit": options.unit,
        "run": run.pk,
        "as_of": run.as_of.isoformat(),
        "unchanged": run.reused,
        "figures": [_plain(figure) for figure in queries.figures(by, run=run.pk, unit_code=options.unit)],
    }


def counted(*, year: int, closing_on: Any, by: Any, at: Any) -> Any:
    """The run on the closing day of a year, or on today while that day has not come; the same inputs give the same run."""
    from mangnon.indicators import operations
    from mangnon.lib import calendar

    return operations.compute(year=year, as_of=min(closing_on, calendar.day_of(at)), by=by, at=at)


def show(answer: dict[str, Any]) -> None:
    again = ", không đổi so với lần tính trước" if answer["unchanged"] else ""
    print(f"Chỉ tiêu năm {answer['period']}, đơn vị {answer['unit']}, số liệu đến {answer['as_of']} (lần tính {answer['run']}{again})")
    for figure in answer["figures"]:
        share = f"  ({figure['numerator']}/{figure['denominator']})" if figure["denominator"] is not None else ""
        value = "–" if figure["value"] is None else figure["value"]
        print(f"{value:>12} {figure['unit']:8} {figure['title']}{share}")


def _plain(figure: Any) -> dict[str, Any]:
    target = figure.target and {
        "operator": figure.target.operator, "value": float(figure.target.value), "year": figure.target.year, "level": figure.target.level,
        "legal_basis": figure.target.legal_basis,
    }  # fmt: skip
    whole = figure.value is not None and figure.measure != "percent"
    return {
        "code": figure.code,
        "title": figure.title,
        "unit": figure.measure.label,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": int(figure.value) if whole else None if figure.value is None else float(figure.value),
        "target": target,
        "definition": figure.definition,
        "citation": figure.citation,
        "version": figure.version,
    }
