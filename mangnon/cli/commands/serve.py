"""`mangnon serve`: the web server; without DATABASE_URL it brings the private PostgreSQL along and takes it down again."""

import argparse

NAME = "serve"
HELP = "Chạy trang web."
DATABASE = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ lắng nghe (mặc định 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="cổng (mặc định 8000)")
    parser.add_argument("--workers", type=int, default=1, help="số tiến trình phục vụ")
    parser.add_argument("--no-worker", action="store_true", help="không chạy việc nền bên cạnh; dùng khi có `mangnon worker` riêng")


def run(options: argparse.Namespace) -> dict[str, str]:
    serve(host=options.host, port=options.port, workers=options.workers, with_worker=not options.no_worker)
    return {"state": "stopped"}


def serve(*, host: str, port: int, workers: int, with_worker: bool = True) -> None:
    """Serve until told to stop (Ctrl-C or SIGTERM), with a worker for background jobs beside. Raises PortTaken."""
    import os
    import sys
    from contextlib import nullcontext

    from django.core.management import call_command
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from mangnon.cli.beside import beside

    _check_free(host, port)
    call_command("check")  # a product that cannot load says so here, not page by page
    connections.close_all()  # workers open their own
    print(f"Măng Non đang chạy tại http://{host}:{port} (Ctrl-C để dừng)", file=sys.stderr, flush=True)
    with beside(["worker", "--parent", str(os.getpid())]) if with_worker else nullcontext():
        Granian(
            "mangnon.config.wsgi:application", address=host, port=port, interface=Interfaces.WSGI, workers=workers,
            blocking_threads=4, log_access=False, log_level=LogLevels.warning,
        ).serve()  # fmt: skip


def _check_free(host: str, port: int) -> None:
    import socket

    from mangnon.lib.refusals import Refusal

    class PortTaken(Refusal):
        """Somebody else listens on this port."""

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(f"Không mở được {host}:{port}: {error.strerror}. Chọn cổng khác bằng --port.") from error


def show(answer: dict[str, str]) -> None:
    print("Đã dừng.")
