"""The main job from end to end on an empty database: units, people, plan, lists, linkage, figures, reports, the city's Word paper."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from mangnon.accounts.records import SYSTEM
from mangnon.audit import operations as audit
from mangnon.audit import queries as log
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.cli.city import seeding
from mangnon.cli.demo import duties, followup, history, papers, posts, year
from mangnon.indicators import operations as indicators
from mangnon.lib.calendar import VIETNAM
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import number
from mangnon.plans import operations as plans
from mangnon.reports import queries as reporting
from mangnon.reports.render import docx
from mangnon.reports.rules.deadlines import closing_on

DONE = Subject(kind="demo", id="2026", label="Thành phố chạy thử")
BEGUN = datetime(2026, 1, 5, 8, tzinfo=VIETNAM)
COUNTED = datetime(2026, 11, 16, 7, tzinfo=VIETNAM)

type Say = Callable[[str], None]


class HalfDone(Refusal):
    """A demonstration was interrupted: its data cannot be continued."""


@dataclass
class Job:
    """The steps, told one by one on stderr with their time."""

    children: int
    seed: int
    paper: Path
    say: Say
    answer: dict[str, object] = field(default_factory=dict)

    def run(self) -> dict[str, object]:
        """Do every step and write the paper. Same children and seed, same city."""
        steps: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Nạp đơn vị hành chính, cơ quan trước sắp xếp", lambda: history.begin(by=SYSTEM, at=BEGUN)),
            ("Mở tài khoản", lambda: posts.open_accounts(by=SYSTEM, at=BEGUN)),
            ("Đọc và chấp nhận Kế hoạch 73/KH-UBND", lambda: plans.load_builtin(by=SYSTEM, at=BEGUN)),
            ("Phát lại các đợt sắp xếp năm 2024, 2025", lambda: history.replay(by=SYSTEM, at=BEGUN + timedelta(hours=2))),
            ("Phân công, thực hiện nhiệm vụ trong năm", lambda: duties.give(seed=self.seed)),
            ("Ghi văn bản, kế hoạch công tác của đơn vị", lambda: papers.play(seed=self.seed)),
            ("Ghi khó khăn, cuộc họp, giám sát, kiểm tra", followup.play),
            (f"Nhập danh sách {number(self.children)} trẻ, đối chiếu dân cư", self._seed),
            ("Tính chỉ tiêu đến ngày 15/11/2026", self._count),
            ("Nộp, xem, trả lại báo cáo của các đơn vị", self._report),
            ("Nhắc thời hạn", duties.remind),
            ("Tổng hợp báo cáo thành phố, ghi tệp Word", self._gather),
        )
        for position, (title, step) in enumerate(steps, start=1):
            begun = time.perf_counter()
            self.say(f"[{position}/{len(steps)}] {title} …")
            step()
            self.say(f"      xong sau {number(time.perf_counter() - begun, decimals=1)} giây")
        audit.record(act=Act.CITY_SEEDED, subject=DONE, by=SYSTEM, at=year.GATHERED, details={"seed": self.seed, "demo": True})
        return self.answer

    def _seed(self) -> None:
        seeded = seeding.seed(children=self.children, seed=self.seed, at=seeding.HANDED_IN, say=lambda words: self.say(f"      {words}"))
        self.answer |= seeded.answer()

    def _count(self) -> None:
        run = indicators.compute(year=year.YEAR, as_of=closing_on(year.YEAR), by=SYSTEM, at=COUNTED)
        self.answer["run"] = run.id

    def _report(self) -> None:
        self.answer["reports"] = year.report(by=SYSTEM, seed=self.seed, say=lambda words: self.say(f"      {words}"))

    def _gather(self) -> None:
        report = reporting.report(SYSTEM, year.gather(by=SYSTEM))
        self.paper.parent.mkdir(parents=True, exist_ok=True)
        self.paper.write_bytes(docx.content(reporting.paper_of(report, reporting.content_of(report, at=year.GATHERED))))
        self.answer["report"] = str(self.paper)


def is_done() -> bool:
    """Whether this database holds a finished demonstration."""
    return log.history_of(kind=DONE.kind, id=DONE.id).exists()


def check_empty() -> None:
    """Raise HalfDone on a database with something in it but no finished demonstration."""
    if log.latest().exists():
        raise HalfDone(
            "Cơ sở dữ liệu đã có dữ liệu nhưng chưa phải một bản chạy thử trọn vẹn, nên không ghi đè. "
            "Nếu đó là bản chạy thử dở dang, xóa thư mục .data rồi chạy lại; nếu là dữ liệu thật, dùng `mangnon serve`."
        )
