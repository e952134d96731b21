"""Which duties a list keeps: every filter is an address that can be sent to a colleague."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from mangnon.plans.queries import Board, Line
from mangnon.plans.rules.progress import Bucket
from mangnon.plans.vocabulary import DutyState

BUCKETS = {
    "du-minh-chung": (Bucket.PROVED, "hoàn thành, đủ minh chứng", "ok"),
    "cho-minh-chung": (Bucket.DECLARED, "báo hoàn thành, chờ minh chứng", "info"),
    "dang-lam": (Bucket.RUNNING, "đang làm, sắp hạn", "soon"),
    "qua-han": (Bucket.LATE, "quá hạn", "late"),
    "chua-bao": (Bucket.WAITING, "chưa báo, chưa tới kỳ", "idle"),
    "tam-hoan": (Bucket.PAUSED, "tạm hoãn", "idle"),
}
ASKED = {"cho-gia-han": "đang xin gia hạn", "chia-nho": "chia thành việc nhỏ"}  # what one line does not tell, the board does
_CANCELLED = Bucket.CANCELLED.value
_DONE = frozenset({Bucket.PROVED.value, Bucket.DECLARED.value})


def _state(wanted: DutyState) -> Callable[[Line], bool]:
    return lambda line: line.state == wanted


SPECIALS: Mapping[str, tuple[str, Callable[[Line], bool]]] = {
    "thieu-nguoi": ("thiếu người", lambda line: line.nameless > 0),
    "cho-quyet-dinh": ("chờ quyết định nơi tiếp nhận", lambda line: line.waits),
    "cho-xac-nhan": ("chờ xác nhận", lambda line: line.waiting > 0),
    "chua-nhan": ("chưa nhận", lambda line: line.state == DutyState.GIVEN and not line.shared),
    "tra-lai": ("trả lại, làm lại", _state(DutyState.RETURNED)),
    "da-xac-nhan": ("đã xác nhận hoàn thành", _state(DutyState.DONE)),
    "da-huy": ("đã hủy", _state(DutyState.CANCELLED)),
    "dung-han": ("xong đúng hạn", lambda line: line.bucket in _DONE and line.due is not None and not line.late),
    "xong-muon": ("xong muộn", lambda line: line.bucket in _DONE and line.late > 0),
    "qua-han-goc": ("quá hạn gốc, còn trong hạn gia hạn", lambda line: line.first_late > 0 and not line.late),
}
CHIP_WORDS = {
    "": "Mọi nhiệm vụ", "cua-toi": "Của đơn vị tôi", "qua-han": "Quá hạn", "cho-xac-nhan": "Chờ xác nhận", "thieu-nguoi": "Thiếu người",
    "cho-quyet-dinh": "Chờ quyết định", "cho-gia-han": "Xin gia hạn", "chia-nho": "Chia việc nhỏ",
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What the address asks for.

    `agency`: who must act, judged by its own part; `leader`: who leads; `paper` 0: every document; `whole`: one duty with its parts.
    """

    kind: str = ""
    agency: int | None = None
    leader: int | None = None
    person: str = ""
    paper: int | None = None
    section: str = ""
    text: str = ""
    since: date | None = None
    until: date | None = None
    on: date | None = None
    compared: date | None = None
    whole: int | None = None
    changed: bool = False

    def address(self, **changes: object) -> str:
        """The query string of this filter with some parts changed; "" for no filter."""
        names = {
            "kind": "loc", "agency": "don-vi", "leader": "chu-tri", "person": "nguoi", "paper": "van-ban", "section": "muc", "text": "tim",
            "since": "tu", "until": "den", "on": "ngay", "compared": "so-voi", "whole": "thuoc", "changed": "doi",
        }  # fmt: skip
        values = {name: changes.get(name, getattr(self, name)) for name in names}
        kept = {names[name]: _written(value) for name, value in values.items() if value not in (None, "", False)}
        return f"?{urlencode(kept)}" if kept else ""


def wanted(query: QueryDict) -> Wanted:
    """Read an address; what cannot be read is left out."""
    return Wanted(
        kind=query.get("loc", ""), agency=_number(query.get("don-vi")), leader=_number(query.get("chu-tri")), person=query.get("nguoi", ""),
        paper=_number(query.get("van-ban")), section=query.get("muc", ""), text=query.get("tim", "").strip(), since=_day(query.get("tu")),
        until=_day(query.get("den")), on=_day(query.get("ngay")), compared=_day(query.get("so-voi")),
        whole=_number(query.get("thuoc")), changed=query.get("doi") == "1",
    )  # fmt: skip


@dataclass(frozen=True)
class Kept:
    """What a filter keeps, in printed order: duties, and parts of duties under them or alone. `total` counts the duties alone."""

    lines: Sequence[Line]
    total: int
    parts: int


def of_kind(lines: Iterable[Line], kind: str, board: Board) -> list[Line]:
    """The duties a filter keeps; an unknown one keeps all. What is cancelled shows only where it is asked for."""
    if kind == "cho-gia-han":
        return [line for line in lines if line.task_id in board.asked]
    if kind == "chia-nho":
        return [line for line in lines if line.depth or line.task_id in board.parts]
    if kind in SPECIALS:
        keeps = SPECIALS[kind][1]
        return [line for line in lines if keeps(line)]
    if kind in BUCKETS:
        wanted = BUCKETS[kind][0].value
        return [line for line in lines if line.bucket == wanted]
    return [line for line in lines if line.bucket != _CANCELLED]


def narrowed(lines: Sequence[Line], one: Wanted, board: Board) -> list[Line]:
    """The duties an address keeps, but for its text and person, which ask the database."""
    kept = of_kind(lines, one.kind, board)
    if one.whole is not None:
        among = {one.whole, *(part.task_id for part in board.parts.get(one.whole, ()))}
        kept = [line for line in kept if line.task_id in among]
    if one.agency is not None:
        kept = [line for line in kept if one.agency in line.members]
    if one.leader is not None:
        kept = [line for line in kept if line.leader == one.leader]
    if one.section:
        kept = [line for line in kept if line.section == one.section]
    if one.since is not None:
        kept = [line for line in kept if line.due is not None and line.due >= one.since]
    if one.until is not None:
        kept = [line for line in kept if line.due is not None and line.due <= one.until]
    return kept


def kept(board: Board, keeps: Callable[[Sequence[Line]], Sequence[Line]]) -> Kept:
    """Duties and parts of a board, each kept for itself: a late part shows among what is late though its duty is in time."""
    wholes = keeps(board.lines)
    parts = {line.task_id for line in keeps([part for below in board.parts.values() for part in below])} if board.parts else ()
    if not parts:
        return Kept(wholes, len(wholes), 0)
    shown = {line.task_id for line in wholes}
    lines = []
    for line in board.lines:
        if line.task_id in shown:
            lines.append(line)
        if line.task_id in board.parts:
            lines.extend(part for part in board.parts[line.task_id] if part.task_id in parts)
    return Kept(lines, len(wholes), len(parts))


def words(kind: str) -> str:
    """A filter in words."""
    if kind in ASKED:
        return ASKED[kind]
    return SPECIALS[kind][0] if kind in SPECIALS else BUCKETS[kind][1] if kind in BUCKETS else ""


def _written(value: object) -> str:
    return "1" if value is True else value.isoformat() if isinstance(value, date) else str(value)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def _day(text: str | None) -> date | None:
    if not text:
        return None
    day, _, rest = text.partition("/")
    try:
        if rest:
            month, _, year = rest.partition("/")
            return date(int(year), int(month), int(day))
        return date.fromisoformat(text)
    except ValueError:
        return None
