"""Specifications of indicators as pictures of data and their answers, and the reference manual they become.

A spec module has `title` and test functions whose docstring is the rule told in one sentence; each calls
`indicator(table, on=..., expect={place: (numerator, denominator)})`.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from datetime import date
from textwrap import dedent

import numpy as np

from mangnon.indicators import catalogue, rules
from mangnon.indicators.data import targets
from mangnon.lib.vietnamese import number
from tests.factories.snapshots import snapshot
from tests.spec import indicators

type Expected = Mapping[str, int | tuple[int, int]]

HEAD = """# Chỉ tiêu: định nghĩa và thí dụ

Trang này được tạo từ danh mục `mangnon/indicators/catalogue` và các bản đặc tả `tests/spec/indicators`; mỗi bảng thí dụ là
một phép thử chạy mỗi lần kiểm tra phần mềm. Cột đầu là tên trẻ. Con số trong “hoàn cảnh” là số thứ tự nhóm của Luật Trẻ em,
Điều 10 khoản 1 (1 là điểm a, 14 là điểm o).

Số của thành phố là tổng tử số chia tổng mẫu số của 103 xã, phường, không bao giờ là trung bình các tỷ lệ. Trẻ không ở xã,
phường nào của danh mục hiện hành không được đếm vào đâu; lần tính ghi lại có bao nhiêu trẻ như vậy.
"""


def checker(default_code: str) -> Callable[..., None]:
    """The function a spec calls: counts the picture and compares, place by place."""

    def check(table: str, *, on: str, expect: Expected, code: str = default_code) -> None:
        assert count(code, table, on=on) == {place: _pair(answer) for place, answer in expect.items()}

    return check


def count(code: str, table: str, *, on: str) -> dict[str, tuple[int, int | None]]:
    """Numerator and denominator of an indicator in every place of the picture."""
    drawn, places = snapshot(table, on=date.fromisoformat(on))
    wanted = catalogue.by_code(code)
    family = [wanted] + ([catalogue.by_code(wanted.over)] if wanted.over else [])
    tally = rules.tally(drawn, family, np.array(sorted(places.values())))[0]
    return {
        place: (int(tally.numerators[key - 1]), None if tally.denominators is None else int(tally.denominators[key - 1]))
        for place, key in places.items()
    }


def render() -> str:
    """The reference manual: every indicator with its definition, ground, version, targets and the pictures that specify it."""
    pages = [HEAD]
    chapter = None
    for entry in catalogue.indicators():
        if entry.chapter != chapter:
            chapter = entry.chapter
            pages.append(f"## {chapter.label}\n")
        over = f" Mẫu số: tử số của `{entry.over}`." if entry.over else ""
        pages.append(f"### {entry.title}\n\nMã `{entry.code}`, đơn vị tính: {entry.measure.label}, phiên bản {entry.version}.{over}\n")
        pages.append(f"{entry.definition}\n\nCăn cứ: {entry.citation}.\n")
        pages += [
            f"Mục tiêu cấp {target.level} đến năm {target.year}: {target.operator} {number(float(target.value), decimals=1)}%"
            f" ({target.legal_basis}).\n"
            for target in targets().get(entry.code, ())
            if target.verified
        ]
        pages += _examples(entry.code)
    return "\n".join(pages)


def _examples(code: str) -> list[str]:
    return [example for module in _specs() for example in _module_examples(module, code)]


def _specs():
    return [importlib.import_module(f"{indicators.__name__}.{found.name}") for found in pkgutil.iter_modules(indicators.__path__)]


def _module_examples(module, code: str) -> list[str]:
    own = module.__name__.rpartition(".")[2].removeprefix("test_")
    pages: list[str] = []
    written = sorted(inspect.getmembers(module, inspect.isfunction), key=lambda found: found[1].__code__.co_firstlineno)
    for name, spec in written:
        if not name.startswith("test_") or "indicator" not in inspect.signature(spec).parameters:
            continue

        def draw(table: str, *, on: str, expect: Expected, code: str = own, _spec=spec, _wanted: str = code) -> None:
            if code == _wanted:
                answers = "; ".join(f"{place}: {_words(answer)}" for place, answer in expect.items())
                day = date.fromisoformat(on)
                picture = dedent(table).strip("\n").rstrip()
                pages.append(f"{inspect.getdoc(_spec)}\n\n```\n{picture}\n```\n\nNgày chốt {day:%d/%m/%Y}. {answers}.\n")

        spec(draw)
    return pages


def _pair(answer: int | tuple[int, int]) -> tuple[int, int | None]:
    return answer if isinstance(answer, tuple) else (answer, None)


def _words(answer: int | tuple[int, int]) -> str:
    return f"{answer[0]} trên {answer[1]}" if isinstance(answer, tuple) else str(answer)
