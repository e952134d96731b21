"""The Vietnamese sentences that say why: which act, which day, which unit became which."""

from collections.abc import Sequence
from datetime import timedelta

from mangnon.institutions.records import Decided, Link, UnitRef
from mangnon.institutions.rules.succession import Graph, Landing
from mangnon.institutions.vocabulary import Kind, Level, Share, SuccessionKind
from mangnon.lib.calendar import day_of
from mangnon.lib.vietnamese import short_date

_VERBS = {
    SuccessionKind.MERGED: "nhập vào",
    SuccessionKind.RENAMED: "đổi tên thành",
    SuccessionKind.KEPT: "tiếp tục là",
    SuccessionKind.SPLIT: "một phần nhập vào",
    SuccessionKind.TRANSFERRED: "chuyển chức năng cho",
    SuccessionKind.DIVIDED: "chia theo địa bàn cho",
    SuccessionKind.RESTORED: "trả lại cho",
}
_NO_ACT = "theo bảng chuyển đổi của Cục Thống kê, chưa đối chiếu số nghị quyết"


def act_label(number: str) -> str:
    """ "1668/NQ-UBTVQH15" → "Nghị quyết 1668/NQ-UBTVQH15": the kind of paper its number tells; else "Văn bản …"."""
    sign = number.upper()
    kinds = {
        "NGHỊ QUYẾT": "",
        "QUYẾT ĐỊNH": "",
        "KẾT LUẬN": "",
        "/NQ": "Nghị quyết ",
        "/QH": "Nghị quyết ",
        "NĐ-CP": "Nghị định ",
        "/QĐ": "Quyết định ",
        "/KL": "Kết luận ",
    }
    return next((f"{kind}{number}" for mark, kind in kinds.items() if mark in sign), f"Văn bản {number}")


def printed_and_now(printed: str, now: str) -> str:
    """ "Sở Lao động - Thương binh và Xã hội (nay là Sở Y tế)"; the printed name alone where nothing has changed."""
    return f"{printed} (nay là {now})" if now and now != printed else printed


def named(unit: UnitRef) -> str:
    """ "Phường Tân An (31147)"; agencies without their code."""
    return unit.name if unit.kind == Kind.AGENCY else f"{unit.name} ({unit.code})"


def placed(unit: UnitRef) -> str:
    """With the unit above, where that tells namesakes apart: "Phường Tân An, Quận Ninh Kiều (31135)"."""
    return f"{unit.name}, {unit.parent_name} ({unit.code})" if unit.parent_name else named(unit)


def lasted_until(unit: UnitRef) -> str:
    """ "30/06/2025", the last day of an ended unit."""
    return short_date(unit.end - timedelta(days=1)) if unit.end else ""


def act_of(link: Link) -> str:
    """ "từ ngày 01/07/2025 theo Nghị quyết …", honest where the act's number is not known."""
    by = f"theo {link.citation}" if link.citation else _NO_ACT
    return f"từ ngày {short_date(link.on)} {by}" + ("" if link.verified or not link.citation else " (chưa đối chiếu)")


def journey(graph: Graph, path: Sequence[Link]) -> str:
    """A chain of changes as one sentence: "… nhập vào … từ ngày … theo …; … nhập vào …"."""
    steps: list[str] = []
    for link in path:
        source, target = graph.units[link.source_id], graph.units[link.target_id]
        first = placed(source) if not steps else named(source)
        steps.append(f"{first} {_verb(link)} {named(target)} {act_of(link)}")
    return "; ".join(steps) + "." if steps else ""


def _verb(link: Link) -> str:
    if link.kind == SuccessionKind.SPLIT and link.share_population == Share.WHOLE:
        return "có toàn bộ dân số, một phần diện tích nhập vào"
    return _VERBS[SuccessionKind(link.kind)]


def existence(unit: UnitRef) -> str:
    """ "Phường Tân An (31147) có từ ngày 01/07/2025 theo …"."""
    since = f" có từ ngày {short_date(unit.first_day)}" if unit.first_day else " có từ trước khi có số liệu"
    by = f" theo {unit.citation}" if unit.citation else ""
    until = f", đến hết ngày {lasted_until(unit)}" if unit.end else ""
    return f"{placed(unit) if unit.level == Level.COMMUNE and unit.end else named(unit)}{since}{by}{until}."


def split(graph: Graph, source: UnitRef, landings: Sequence[Landing]) -> str:
    """Why nobody but a person can say where a split unit's people are."""
    parts = " và ".join(named(landing.unit) for landing in landings)
    links = [link for landing in landings for link in landing.path if link.source_id == source.id]
    acts = "; ".join(dict.fromkeys(link.citation for link in links if link.citation)) or _NO_ACT.removeprefix("theo ")
    when = f" từ ngày {short_date(links[0].on)} theo {acts}" if links else ""
    return (
        f"{placed(source)} được chia cho {parts}{when}: văn bản không nói ai thuộc phần nào, phải có người quyết định "
        "theo khu vực, ấp hoặc địa chỉ."
    )


def decided(graph: Graph, decision: Decided) -> str:
    """Whose decision it was."""
    about = f" về “{decision.matter}”" if decision.matter else ""
    return (
        f"Theo quyết định của {decision.decided_by} ngày {short_date(day_of(decision.decided_at))}{about}: {decision.reason.rstrip('.')}."
    )


def namesake(old: UnitRef, landings: Sequence[Landing]) -> str:
    """The warning beside a name that means something else in old papers."""
    if not landings:
        return f"Lưu ý: đến hết ngày {lasted_until(old)} còn có {placed(old)} cùng tên."
    told = f"Lưu ý: đến hết ngày {lasted_until(old)} còn có {placed(old)} cùng tên, {whereabouts(landings)}"
    return f"{told}; nếu giấy tờ nói nơi đó, ghi thêm quận, huyện cũ."


def whereabouts(landings: Sequence[Landing]) -> str:
    """ "nay thuộc …", or for a split unit "nay chia cho … và …"."""
    now = " và ".join(named(landing.unit) for landing in landings)
    return f"nay thuộc {now}" if len(landings) == 1 else f"nay chia cho {now} (phải có người quyết định)"
