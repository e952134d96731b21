"""`mangnon plan read FILE`: an administrative document as head, citations, clause tree and draft tasks. Needs no database."""

import argparse
from pathlib import Path

NAME = "plan read"
HELP = "Đọc một văn bản kế hoạch (.txt, .docx) thành phần đầu, căn cứ, cây điều khoản và nhiệm vụ dự thảo."
DATABASE = False


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="văn bản theo thể thức Nghị định 30/2020/NĐ-CP, .txt hoặc .docx")


def run(options: argparse.Namespace) -> dict[str, object]:
    from mangnon.lib.refusals import Refusal
    from mangnon.plans import formats
    from mangnon.plans.rules import output, reading

    try:
        content = options.file.read_bytes()
    except OSError as error:
        raise Refusal(f"Không mở được tệp “{options.file}”: {error.strerror}. Xem lại đường dẫn.") from error
    return output.document(reading.read(formats.paper(content, options.file.name)))


def show(answer: dict[str, object]) -> None:
    head, tasks = answer["head"], answer["tasks"]
    print(f"{head['type']} số {head['number']} ngày {head['issued_on']} của {head['issuer']}")  # type: ignore[index]
    for clause in answer["clauses"]:  # type: ignore[attr-defined]
        print(f"{'  ' * (clause['level'] - 1)}{clause['id']}  {(clause['title'] or clause['text'])[:90]}")
    print(f"{len(tasks)} nhiệm vụ dự thảo; --json in đầy đủ.")  # type: ignore[arg-type]
