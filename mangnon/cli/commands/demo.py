"""`mangnon demo`: build the demonstration city once, then serve it."""

import argparse
import sys

NAME = "demo"
HELP = "Dựng thành phố chạy thử, làm trọn việc chính rồi mở trang web."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--children", type=int, default=20_000, help="số trẻ em của thành phố giả lập (mặc định 20000)")
    parser.add_argument("--seed", type=int, default=73, help="số gieo; cùng số thì cùng thành phố")
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ lắng nghe (mặc định 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="cổng (mặc định 8000)")
    parser.add_argument("--no-serve", action="store_true", help="dừng sau khi làm xong, không mở trang web")


def run(options: argparse.Namespace) -> dict[str, object]:
    from mangnon.cli.commands.serve import serve
    from mangnon.cli.database import data_dir
    from mangnon.cli.demo import job
    from mangnon.cli.demo.people import PASSWORD, PEOPLE

    answer: dict[str, object] = {"state": "ready"}
    if job.is_done():
        _say("Thành phố chạy thử đã có, dữ liệu được giữ nguyên.")
    else:
        job.check_empty()
        paper = data_dir() / "demo" / "bao-cao-2026.docx"
        answer |= job.Job(children=options.children, seed=options.seed, paper=paper, say=_say).run()
        _say(f"Báo cáo tổng hợp năm 2026: {paper}")
    _say(f"Tài khoản chạy thử (mật khẩu chung: {PASSWORD}):")
    for person in PEOPLE:
        _say(f"  {person.username:<20} {person.full_name}, {person.title}")
    if not options.no_serve:
        serve(host=options.host, port=options.port, workers=1)
    return answer


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def show(answer: dict[str, object]) -> None:
    print("Xong.")
