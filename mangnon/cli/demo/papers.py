"""The papers of the demonstration: the real line from the directive down, registers of two agencies, own work plans of some units.

Numbers and days of real papers are those seen in the plan itself or in print; what nobody has compared with the original is marked so.
Own plans of wards, their numbers and their activities are invented.
"""

import random
from datetime import date, datetime

from mangnon.accounts import queries as accounts
from mangnon.accounts.records import SYSTEM, Actor
from mangnon.cli.demo.people import CAI_KHE, NINH_KIEU
from mangnon.documents import operations as documents
from mangnon.documents.records import Facts
from mangnon.documents.vocabulary import Access, Relation
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from mangnon.lib.calendar import VIETNAM
from mangnon.plans import operations as plans
from mangnon.plans import queries as plan_queries
from mangnon.plans.records import ActivityRow
from mangnon.plans.vocabulary import Declared

YEAR = 2026
WRITTEN = datetime(2026, 1, 12, 9, tzinfo=VIETNAM)
AMENDED = datetime(2026, 7, 6, 9, tzinfo=VIETNAM)
DIVIDED = datetime(2026, 10, 16, 9, tzinfo=VIETNAM)
ARRIVED = datetime(2026, 11, 18, 9, tzinfo=VIETNAM)
ISSUERS = ("31147", "31150", "31168", "31201")  # communes that have issued their plan
ACTIVITIES = (
    (
        "Quán triệt Chỉ thị 28-CT/TW và Kế hoạch 73/KH-UBND đến cán bộ, cộng tác viên",
        "II.1.a",
        (1, 15),
        (3, 31),
        "01 hội nghị, danh sách dự",
    ),
    ("Truyền thông kỹ năng làm cha mẹ, phòng, chống xâm hại trẻ em tại khu dân cư", "II.2.a", (3, 1), (10, 31), "06 buổi truyền thông"),
    ("Tổ chức Tháng hành động vì trẻ em", "II.2.d", (5, 25), (6, 30), "Báo cáo kết quả"),
    ("Thăm, hỗ trợ trẻ em có hoàn cảnh đặc biệt dịp Tết, năm học mới", "II.4.c", (1, 20), (9, 5), "Danh sách trẻ được hỗ trợ"),
    ("Mở lớp dạy bơi an toàn trong hè", "II.5", (5, 15), (8, 15), "02 lớp, 60 trẻ"),
    ("Rà soát, làm sạch sổ trẻ em, đối chiếu dữ liệu dân cư từng quý", "II.6.d", (1, 15), (11, 15), "Sổ trẻ em không còn dòng thiếu"),
    ("Kiểm tra nhóm trẻ, cơ sở có nuôi dưỡng trẻ em trên địa bàn", "II.6.c", (4, 1), (10, 15), "Biên bản kiểm tra"),
    ("Tổ chức diễn đàn trẻ em, trả lời kiến nghị của trẻ", "II.7.c", (6, 1), (8, 31), "Bản tổng hợp ý kiến, trả lời"),
    ("Báo cáo kết quả năm gửi Sở Y tế", "V.1", (10, 15), (11, 19), "Báo cáo năm"),
)
UPPER = (  # number, type, day, issuer, subject, what it carries out, where known from
    ("1183/QĐ-TTg", "Quyết định", date(2024, 10, 14), "Thủ tướng Chính phủ", "Kế hoạch của Chính phủ thực hiện Chỉ thị số 28-CT/TW",
     "28-CT/TW", "Thấy nêu sau khi có Kế hoạch 73/KH-UBND; chưa có bản gốc"),
    ("27/QĐ-TTg", "Quyết định", None, "Thủ tướng Chính phủ", "Thực hiện khuyến nghị của Ủy ban Quyền trẻ em Liên hợp quốc", "",
     "Tin trên báo; chưa thấy ngày ban hành"),
    ("97/KH-UBND", "Kế hoạch", None, "Ủy ban nhân dân thành phố Cần Thơ", "Thực hiện Quyết định số 27/QĐ-TTg", "27/QĐ-TTg",
     "Tin trên báo, năm 2025; chưa thấy ngày ban hành"),
    ("1069/QĐ-UBND", "Quyết định", None, "Ủy ban nhân dân thành phố Cần Thơ", "Kiện toàn Ban Điều hành bảo vệ, chăm sóc trẻ em", "",
     "Báo Cần Thơ ngày 05/05/2025; chưa thấy ngày ban hành"),
)  # fmt: skip


def play(*, seed: int) -> dict[str, int]:
    """Enter the papers, issue the plans, report on them, divide a duty. Returns what was made."""
    chance = random.Random(f"{seed}:papers")
    plans.link_builtin(by=SYSTEM, at=WRITTEN)
    _enter_upper()
    officer, specialist = _actor("canbo.caikhe"), _actor("chuyenvien.soyte")
    issued = 0
    for code in (CAI_KHE, *ISSUERS):
        issued += _own_plan(
            _unit(code), chance, by=officer if code == CAI_KHE else SYSTEM, signer="Huỳnh Minh Trí" if code == CAI_KHE else ""
        )
    issued += _own_plan(_agency("so-y-te"), chance, by=specialist, signer="")
    issued += _own_plan(_agency("so-gddt"), chance, by=_actor("chuyenvien.sogddt"), signer="")
    _amend(_agency("so-y-te"), by=specialist)
    _draft(_unit(NINH_KIEU), by=_actor("canbo.ninhkieu"))
    _divide(officer)
    _registers(officer)
    return {"own_plans": issued}


def _enter_upper() -> None:
    plan = plan_queries.current_plan()
    if plan is None:
        raise LookupError("no plan has been adopted")
    by_number = {}
    for number, kind, day, issuer, title, above, known_from in UPPER:
        by_number[number] = documents.enter(
            number=number, facts=Facts(kind=kind, title=title, issued_on=day, issuer=issuer), verified=False, provenance=known_from,
            by=SYSTEM, at=WRITTEN,
        )  # fmt: skip
        if above:
            upper = by_number.get(above) or documents.note_cited(
                number=above, kind="Chỉ thị", issued_on=date(2023, 12, 25), issuer="Bộ Chính trị", named_in=number, by=SYSTEM, at=WRITTEN
            )
            documents.relate(
                source_id=by_number[number].pk, target_id=upper.pk, kind=Relation.IMPLEMENTS, verified=False, by=SYSTEM, at=WRITTEN
            )  # fmt: skip


def _own_plan(institution_id: int, chance: random.Random, *, by: Actor, signer: str) -> int:
    plan = plan_queries.current_plan()
    if plan is None:
        raise LookupError("no plan has been adopted")
    own = plans.begin_work_plan(plan_id=plan.pk, institution_id=institution_id, year=YEAR, by=by, at=WRITTEN)
    chosen = [one for place, one in enumerate(ACTIVITIES) if place in (0, 5, 8) or chance.random() < 0.45]
    for place, one in enumerate(chosen, start=1):
        plans.write_activity(
            work_plan_id=own.pk, row=_row(place, one, chance), username=by.id if by is not SYSTEM else "", by=by, at=WRITTEN
        )
    plans.issue_work_plan(work_plan_id=own.pk, issued_on=date(YEAR, 1, 12), signer=signer, by=by, at=WRITTEN)
    for line in plan_queries.activities(own.pk, on=date(YEAR, 10, 1)):
        if line.due_on and line.due_on < date(YEAR, 10, 1) and chance.random() < 0.8:
            plans.report_activity(
                activity_id=line.id, declared=Declared.DONE, proof=f"Báo cáo số {chance.randint(40, 300)}/BC ngày {line.due_on:%d/%m/%Y}",
                by=by, at=datetime(line.due_on.year, line.due_on.month, line.due_on.day, 15, tzinfo=VIETNAM),
            )  # fmt: skip
    return 1


def _row(place: int, one: tuple[str, str, tuple[int, int], tuple[int, int], str], chance: random.Random) -> ActivityRow:
    summary, clause, start, end, product = one
    return ActivityRow(
        line=place, summary=summary, clause=clause, starts_on=date(YEAR, *start), due_on=date(YEAR, *end), product=product,
        unit_words=chance.choice(("Phòng chuyên môn", "Bộ phận phụ trách trẻ em", "Văn phòng")),
        cost_words=chance.choice(("Lồng ghép", f"{chance.randint(5, 60)} triệu đồng", "")),
    )  # fmt: skip


def _amend(institution_id: int, *, by: Actor) -> None:
    plan = plan_queries.current_plan()
    if plan is None:
        return
    own = plan_queries.work_plans_of(plan.pk, institution_id).get(year=YEAR)
    later = plans.amend_work_plan(work_plan_id=own.pk, by=by, at=AMENDED)
    added = ActivityRow(
        line=99, summary="Tập huấn người làm công tác bảo vệ trẻ em 103 xã, phường", clause="IV.1.a-6", starts_on=date(YEAR, 8, 1),
        due_on=date(YEAR, 9, 30), product="02 lớp tập huấn", unit_words="Phòng Dân số - Xã hội", cost_words="180 triệu đồng",
    )  # fmt: skip
    plans.write_activity(work_plan_id=later.pk, row=added, username=by.id, by=by, at=AMENDED)
    plans.issue_work_plan(work_plan_id=later.pk, issued_on=AMENDED.date(), signer="", by=by, at=AMENDED)


def _draft(institution_id: int, *, by: Actor) -> None:
    plan = plan_queries.current_plan()
    if plan is None:
        return
    own = plans.begin_work_plan(plan_id=plan.pk, institution_id=institution_id, year=YEAR, by=by, at=DIVIDED)
    for place, one in enumerate(ACTIVITIES[:3], start=1):
        plans.write_activity(work_plan_id=own.pk, row=_row(place, one, random.Random(place)), by=by, at=DIVIDED)


def _divide(officer: Actor) -> None:
    """The ward's share of cleaning the register, in parts of parts."""
    plan, chair, ward = plan_queries.current_plan(), _actor("chutich.caikhe"), _unit(CAI_KHE)
    task = plan_queries.task_of_clause(plan.pk, "II.6.d") if plan else None
    if task is None:
        return
    for area in ("khu vực 1 đến khu vực 4", "khu vực 5 đến khu vực 8"):
        part = plans.divide_task(
            parent_id=task.pk, institution_id=ward, summary=f"Rà soát sổ trẻ em {area}", due_words="trước ngày 15/12/2026", by=chair,
            at=DIVIDED,
        )  # fmt: skip
        plans.assign(task_id=part.pk, institution_id=ward, username=officer.id, by=chair, at=DIVIDED)
        if area.endswith("8"):
            plans.divide_task(
                parent_id=part.pk, institution_id=ward, summary="Gọi từng hộ có trẻ thiếu số định danh", due_words="trước ngày 05/12/2026",
                by=chair, at=DIVIDED,
            )  # fmt: skip


def _registers(officer: Actor) -> None:
    ward = _unit(CAI_KHE)
    letter = documents.receive(
        institution_id=ward, number="2145/SYT-DSXH", arrived_on=ARRIVED.date(), due_on=date(YEAR, 11, 25), by=officer, at=ARRIVED,
        facts=Facts(
            kind="Công văn", title="Rà soát trẻ em chưa có số định danh cá nhân", issued_on=date(YEAR, 11, 17), issuer="Sở Y tế",
            access=Access.AGENCY,
        ),
    )  # fmt: skip
    documents.direct(
        entry_id=letter.pk, words="Phối hợp Công an phường, trả lời trong tuần", lead="Phòng Văn hóa - Xã hội",
        coordinating="Công an phường", by=officer, at=ARRIVED,
    )  # fmt: skip
    documents.receive(
        institution_id=ward, number="318/SGDĐT-GDMN", arrived_on=ARRIVED.date(), by=officer, at=ARRIVED,
        facts=Facts(
            kind="Công văn", title="Đối chiếu trẻ 5 tuổi trong trường và trong sổ", issued_on=date(YEAR, 11, 16),
            issuer="Sở Giáo dục và Đào tạo", access=Access.AGENCY,
        ),
    )  # fmt: skip
    file = documents.open_dossier(
        institution_id=ward, catalogue_year=YEAR, notation="05.TE", title=f"Thực hiện Kế hoạch 73/KH-UBND năm {YEAR}",
        started_on=WRITTEN.date(), years=10, by=officer, at=WRITTEN,
    )  # fmt: skip
    documents.put_in_dossier(dossier_id=file.pk, document_id=letter.document_id, by=officer, at=ARRIVED)
    before = documents.open_dossier(
        institution_id=ward, catalogue_year=YEAR - 1, notation="05.TE", title=f"Thực hiện Kế hoạch 73/KH-UBND năm {YEAR - 1}",
        started_on=date(YEAR - 1, 7, 1), years=10, by=officer, at=WRITTEN,
    )  # fmt: skip
    documents.close_dossier(dossier_id=before.pk, ended_on=date(YEAR - 1, 12, 15), by=officer, at=WRITTEN)


def _actor(username: str) -> Actor:
    found = accounts.actor_named(username, on=WRITTEN.date())
    if found is None:
        raise LookupError(f"{username} has no account")
    return found


def _unit(code: str) -> int:
    found = institutions.by_code(code, on=WRITTEN.date())
    if found is None:
        raise LookupError(f"no commune {code}")
    return found.pk


def _agency(code: str) -> int:
    found = institutions.by_code(code, on=WRITTEN.date(), kind=Kind.AGENCY)
    if found is None:
        raise LookupError(f"no agency {code}")
    return found.pk
