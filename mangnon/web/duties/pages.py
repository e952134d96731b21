"""What the pages of duties show, as values a template can trust."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse

from mangnon.accounts.records import Scope
from mangnon.lib.vietnamese import number
from mangnon.plans.queries import Board, Line
from mangnon.plans.rules.progress import Bucket
from mangnon.web.plans import filters
from mangnon.web.plans.filters import BUCKETS, SPECIALS, Wanted
from mangnon.web.templatetags.parts import Share

MEMBERS = 0  # in place of an institution: every agency of a duty many share


@dataclass(frozen=True)
class Choice:
    """One filter as a chip: its words, how many duties and parts of duties, where it leads, whether it is on."""

    words: str
    count: int
    parts: int
    url: str
    current: bool


@dataclass(frozen=True)
class Number:
    """A number of the scorecard that opens its rows; `state` colours it."""

    words: str
    value: str
    url: str
    note: str = ""
    state: str = ""


@dataclass(frozen=True)
class PersonRow:
    """How the duties of one person stand."""

    name: str
    title: str
    total: int
    done: int
    late: int
    url: str
    hand_over_url: str


def choices_of(board: Board, one: Wanted) -> list[Choice]:
    """Chips of the filters that keep something, with the rest of the address unchanged."""
    parts = [part for below in board.parts.values() for part in below]
    within = [filters.narrowed(lines, replace(one, kind=""), board) for lines in (board.lines, parts)]
    cancelled = [filters.narrowed(lines, replace(one, kind="da-huy"), board) for lines in (board.lines, parts)]

    def counts(kind: str) -> tuple[int, int]:
        whole, part = cancelled if kind == "da-huy" else (filters.of_kind(lines, kind, board) for lines in within)
        return len(whole), len(part)

    found = [Choice("Mọi nhiệm vụ", *counts(""), one.address(kind="") or "?", not one.kind)]
    for kind in (*BUCKETS, *SPECIALS, *filters.ASKED):
        count, below = counts(kind)
        if count or below or kind == one.kind:
            words = filters.words(kind)
            found.append(Choice(words[:1].upper() + words[1:], count, below, one.address(kind=kind), kind == one.kind))
    return found


def picked(line: Line, agency: int | None, *, own: int | None, assigns: Scope, gives: bool) -> str:
    """What a tick beside a duty stands for, "task:institution"; "" when the actor may do nothing with it from a list."""
    if agency is not None:
        institution = agency
    elif line.shared:
        institution = own if own in line.members and not gives else MEMBERS
    else:
        institution = line.leader or -1
    if institution == -1 or (institution == MEMBERS and not gives):
        return ""
    return f"{line.task_id}:{institution}" if gives or assigns.covers(institution) else ""


def numbers(board: Board, pk: int, *, owed: int, evidence: int) -> tuple[list[Number], tuple[Share, ...]]:
    """The scorecard of an agency: each number with the address of its rows; then the bar."""
    lines = [line for line in board.lines if pk in line.members and line.bucket != Bucket.CANCELLED]
    base = f"{reverse('duties')}?don-vi={pk}"

    def of(kind: str) -> int:
        return len(filters.of_kind(lines, kind, board))

    in_time, late_done, late = of("dung-han"), of("xong-muon"), of("qua-han")
    due = in_time + late_done + late
    rate = f"{number(in_time / due * 100, decimals=1)}%" if due else "chưa có"
    lead = sum(line.leader == pk and not line.shared for line in lines)
    whole = f"chủ trì {number(lead)}, làm phần mình trong nhiệm vụ chung {number(len(lines) - lead)}"
    judged = f"{number(in_time)} trên {number(due)} nhiệm vụ đã đến hạn hoặc đã xong"
    found = [
        Number("nhiệm vụ phải thực hiện", number(len(lines)), base, whole),
        Number("tỷ lệ xong đúng hạn", rate, f"{base}&loc=dung-han", judged),
        Number("quá hạn", number(late), f"{base}&loc=qua-han", "hạn đang áp dụng", "late" if late else ""),
        Number("xong muộn", number(late_done), f"{base}&loc=xong-muon"),
        Number("quá hạn gốc, còn trong hạn gia hạn", number(of("qua-han-goc")), f"{base}&loc=qua-han-goc"),
        Number("báo xong, chờ minh chứng", number(of("cho-minh-chung")), f"{base}&loc=cho-minh-chung"),
        Number("chờ xác nhận", number(of("cho-xac-nhan")), f"{base}&loc=cho-xac-nhan"),
        Number("trả lại, làm lại", number(of("tra-lai")), f"{base}&loc=tra-lai"),
        Number("chưa có người phụ trách", number(of("thieu-nguoi")), f"{base}&loc=thieu-nguoi", "", "soon" if of("thieu-nguoi") else ""),
        Number("đang xin gia hạn", number(of("cho-gia-han")), f"{base}&loc=cho-gia-han"),
        Number("còn nợ từ kỳ trước", number(owed), "#ky-truoc", "", "late" if owed else ""),
        Number("minh chứng đã nộp", number(evidence), f"{base}&loc=du-minh-chung", "của các nhiệm vụ đang chạy"),
    ]  # fmt: skip
    shares = tuple(
        Share(words, sum(line.bucket == bucket for line in lines), state, f"{base}&loc={slug}")
        for slug, (bucket, words, state) in BUCKETS.items()
    )
    return found, shares


def people_rows(board: Board, pk: int, people: list[tuple[str, str, str]]) -> list[PersonRow]:
    """How the duties of each person of an agency stand (name, title, user name), most duties first."""
    by_person = board.by_person(pk)
    rows = []
    for username, name, title in people:
        mine = by_person.get(username, [])
        rows.append(PersonRow(
            name=name, title=title, total=len(mine), done=sum(line.bucket in (Bucket.PROVED, Bucket.DECLARED) for line in mine),
            late=sum(line.bucket == Bucket.LATE for line in mine),
            url=f"{reverse('duties')}?{urlencode({'don-vi': pk, 'nguoi': username})}",
            hand_over_url=f"{reverse('hand_over')}?{urlencode({'don-vi': pk, 'tu': username})}",
        ))  # fmt: skip
    return sorted(rows, key=lambda row: -row.total)
