"""A small demonstration city, served by the real server, and a real Chromium that walks through it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from mangnon.cli.demo.people import PASSWORD

CHILDREN = 1_200
CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
TAKE_PICTURES = os.environ.get("PICTURES") == "1"  # `make pictures`: the journeys take the guide's pictures anew
PICTURES = Path(__file__).resolve().parent.parent.parent / "docs" / "tutorials" / "pictures"


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served demonstration city of its own."""
    home = tmp_path_factory.mktemp("city")
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {"MANGNON_DATA_DIR": str(home)}
    mangnon = [sys.executable, "-m", "mangnon.cli.main"]
    made = subprocess.run([*mangnon, "demo", "--children", str(CHILDREN), "--no-serve"], env=env, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address, log = f"http://127.0.0.1:{port}", home / "serve.log"
    with log.open("w") as out, subprocess.Popen([*mangnon, "serve", "--port", str(port)], env=env, stdout=out, stderr=out) as server:
        try:
            _wait_until_ready(f"{address}/readyz", server, log)
            yield address
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium from $MANGNON_CHROMIUM, from Debian, or the one Playwright brought.

    It ends with its file: while Playwright's loop runs, Django refuses its database to the tests that come after on this process.
    """
    path = os.environ.get("MANGNON_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


class Visitor:
    """Somebody at a browser. Every page it sees must load without script errors or breaches of the content security policy."""

    def __init__(self, browser: Browser, address: str, *, width: int = 1366, height: int = 768) -> None:
        self.address = address
        self.context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN", accept_downloads=True)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str) -> Page:
        response = self.page.goto(self.address + path)
        assert response is not None
        assert response.ok, f"{path}: {response.status}"
        return self.page

    def sign_in(self, username: str) -> Page:
        self.open("/dang-nhap/")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.wait_for_load_state()
        return self.page

    def picture(self, name: str) -> None:
        """Keep what is seen as a picture of the guide, when pictures are being taken."""
        if TAKE_PICTURES:
            self.page.screenshot(path=PICTURES / f"{name}.png")

    def leave(self) -> None:
        self.context.close()
        assert self.complaints == []


@pytest.fixture
def visit(chromium: Browser, city: str) -> Iterator[type]:
    """`visit("canbo.caikhe")` gives a signed-in Visitor; all leave when the test ends."""
    visitors: list[Visitor] = []

    def enter(username: str, **size: int) -> Visitor:
        visitor = Visitor(chromium, city, **size)
        visitors.append(visitor)
        visitor.sign_in(username)
        return visitor

    yield enter
    for visitor in visitors:
        visitor.leave()


def _wait_until_ready(address: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=2)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            assert server.poll() is None, log.read_text()
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not become ready in 30 seconds")
