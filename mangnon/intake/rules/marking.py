"""What is marked in a sender's own file: which cells a finding or a correction speaks of, in which words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from mangnon.intake.records import SPREAD_OVER
from mangnon.intake.rules import sections
from mangnon.intake.rules.reading import ALL
from mangnon.intake.vocabulary import Severity
from mangnon.lib.tables import CellMark, Look, RowMarks

LEGEND = (
    "Ô nền hồng, khung đậm: phải sửa. Ô nền vàng, gạch dưới đôi: cần trả lời. Ô nền xanh, khung chấm: đã sửa trên trang. "
    "Sửa xong gửi lại chính tệp này; không cần xóa cột này."
)
_LOOKS = {Severity.MUST_FIX: Look.STOP, Severity.QUESTION: Look.ASK}


class Said(Protocol):
    """A finding, as far as it is written into the file."""

    column: str
    severity: str
    what: str
    todo: str


class Heading(NamedTuple):
    """What a list says of its columns: titles by place, our columns by place, how they were typed, our own names for them."""

    titles: Sequence[str]
    places: Mapping[str, int]
    encodings: Mapping[str, str]
    names: Mapping[str, str]

    @property
    def width(self) -> int:
        """How many columns the file has, those not counted that hold what lines of their own tell."""
        width = len(self.titles)
        while width and self.titles[width - 1].endswith(sections.ADDED) and width - 1 in self.places.values():
            width -= 1
        return width

    def places_of(self, field: str) -> tuple[int, ...]:
        """Where the file says it: one place nearly always, several when it is spread, none when it is not in the file."""
        names = (field,) if field in self.places else SPREAD_OVER.get(field, ())
        return tuple(self.places[name] for name in names if name in self.places and self.places[name] < self.width)

    def title(self, field: str) -> str:
        """How the sender calls it."""
        places = self.places_of(field)
        own = " ".join(self.titles[places[0]].split()) if len(places) == 1 else ""
        return own if own and not self._encoding(field) else self.names.get(field, field)

    def takes(self, field: str) -> bool:
        """Whether a text may be written in its cell: it has one of its own, typed in Unicode."""
        return len(self.places_of(field)) == 1 and field in self.places and not self._encoding(field)

    def _encoding(self, field: str) -> str:
        return self.encodings.get(field, self.encodings.get(ALL, ""))


def row(
    number: int, typed: Mapping[str, str], corrections: Mapping[str, str], findings: Iterable[Said], heading: Heading
) -> RowMarks:  # fmt: skip
    """The marks of one row: what must be done stands first, then what was corrected here."""
    said: list[str] = []
    looks: dict[int, Look] = {}
    why: dict[int, list[str]] = {}
    texts: dict[int, str] = {}
    for finding in sorted(findings, key=lambda each: each.severity != Severity.MUST_FIX):
        severity = Severity(finding.severity)
        sentence = f"{finding.what} {finding.todo}".strip()
        said.append(f"{severity.label}, cột {heading.title(finding.column)}: {sentence}")
        for place in heading.places_of(finding.column):
            looks.setdefault(place, _LOOKS[severity])
            why.setdefault(place, []).append(sentence)
    for field, text in corrections.items():
        sentence = corrected(typed.get(field, ""), text)
        said.append(f"Đã sửa trên trang, cột {heading.title(field)}: {sentence}")
        for place in heading.places_of(field):
            looks.setdefault(place, Look.DONE)
            why.setdefault(place, []).append(f"Đã sửa trên trang: {sentence}")
            if heading.takes(field):
                texts[place] = text
    cells = (CellMark(place + 1, look, " ".join(why[place]), texts.get(place)) for place, look in sorted(looks.items()))
    return RowMarks(number, "\n".join(said), tuple(cells))


def corrected(before: str, after: str) -> str:
    """What a correction did."""
    if not before:
        return f"ghi thêm “{after}”."
    return f"“{before}” thành “{after}”." if after else f"bỏ “{before}”, để trống."
