"""`mangnon units resolve CODE_OR_NAME --on DATE [--within NAME]`: which unit is it on that day."""

import argparse
from datetime import date

NAME = "units resolve"
HELP = "Cho biết một mã hoặc tên là đơn vị nào vào một ngày."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="CODE_OR_NAME", help="mã hoặc tên: 31147, “phường Tân An”, “P. 1, TP Sóc Trăng”")
    parser.add_argument("--on", metavar="DATE", type=_day, help="vào ngày nào, dạng 2026-11-23 (mặc định: hôm nay)")
    parser.add_argument("--within", metavar="NAME", default="", help="quận, huyện, tỉnh cũ hoặc thành phố chứa nơi đó")


def run(options: argparse.Namespace) -> dict[str, object]:
    from mangnon.audit.records import SYSTEM
    from mangnon.institutions import operations, queries
    from mangnon.lib import calendar

    if not queries.is_loaded():
        operations.load_builtin(by=SYSTEM, at=calendar.now())
    found = queries.resolve(options.text, on=options.on or calendar.today(), within=options.within)
    answer = found.answer
    return {
        "answer": answer and {"code": answer.code, "name": answer.name, "valid_from": answer.first_day},
        "candidates": [{"code": one.code, "name": one.name, "share": one.share} for one in found.candidates],
        "why": found.why,
    }


def show(answer: dict[str, object]) -> None:
    found = answer["answer"]
    print(f"{found['name']} ({found['code']})" if found else "Chưa xác định được.")  # type: ignore[index]
    print(answer["why"])
    for candidate in answer["candidates"]:  # type: ignore[attr-defined]
        print(f"- {candidate['name']} ({candidate['code']})")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày; ghi dạng năm-tháng-ngày, ví dụ 2026-11-23") from None
