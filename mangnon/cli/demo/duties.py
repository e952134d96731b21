"""The demonstration's year of duties: given, accepted, reported, confirmed, returned, paused, later deadlines asked for, handed over."""

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from mangnon.accounts import operations as accounts_work
from mangnon.accounts import queries as accounts
from mangnon.accounts.records import SYSTEM, Actor
from mangnon.accounts.vocabulary import Role
from mangnon.cli.demo.people import CAI_KHE, PASSWORD, PEOPLE
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Function, Kind
from mangnon.lib.calendar import VIETNAM
from mangnon.plans import operations as work
from mangnon.plans import queries as plans
from mangnon.plans.records import Duty
from mangnon.plans.vocabulary import Declared, DutyEvent

BEGUN = datetime(2026, 1, 12, 8, tzinfo=VIETNAM)
LAST = date(2026, 11, 20)
HOLDERS = frozenset({Role.LEAD_SPECIALIST, Role.LEAD_HEAD, Role.DEPARTMENT_SPECIALIST, Role.WARD_OFFICER})
IN_HAND = "II.2.b"  # everybody has a person for it and nobody is done: the guide's difficulty is raised on it
WHO_LEFT = "bui.thanh.tuyen"
MORNINGS = (date(2026, 11, 12), date(2026, 11, 18), date(2026, 11, 20), date(2026, 11, 23))
QUARTERS = (date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1))


def give(*, seed: int) -> None:
    """The plan's duties get their people, somebody leaves, and the year goes its way; then what was given directly, with deadlines."""
    chance = random.Random(seed)
    plan = plans.current_plan()
    if plan is None:
        raise LookupError("no plan has been adopted")
    _leaver()
    people = _people()
    duties = plans.duties(plan.pk, on=BEGUN.date())
    for duty in duties:
        for institution in sorted(duty.members & people.keys()):
            if chance.random() < 0.8 or duty.address == IN_HAND:  # some duties wait for a name, as everywhere
                work.assign(
                    task_id=duty.task_id, institution_id=institution, username=chance.choice(people[institution]), by=SYSTEM, at=BEGUN
                )
    health = _agency("so-y-te")
    work.give_charge(
        institution_id=health, function=Function.CHILDREN, territory_id=_city(), username="chuyenvien.soyte", by=SYSTEM, at=BEGUN
    )  # fmt: skip
    for duty in duties:
        if duty.shared:
            _part_of_many(duty, chance, own=people.keys())
        elif duty.live.institution_id:
            _year_of(duty.task_id, duty.live.institution_id, chance)
    _handed_over(health)
    _given_directly()


def remind() -> None:
    """What the clock does: quarters are opened, deadlines told on the mornings they near."""
    for day in QUARTERS:
        work.open_occurrences(by=SYSTEM, at=_at(day, 6))
    for day in MORNINGS:
        work.remind_due(by=SYSTEM, at=_at(day, 6))


def _year_of(task_id: int, institution: int, chance: random.Random) -> None:
    """One duty of one agency ends the year in one of the states."""
    fate = chance.choices(("confirmed", "done", "returned", "running", "paused", "accepted", "given"), (26, 14, 8, 28, 4, 8, 12))[0]
    day = date(2026, chance.randint(2, 9), chance.randint(1, 28))
    if fate == "given":
        return
    _move(task_id, institution, DutyEvent.ACCEPT, day)
    if fate == "paused":
        _move(task_id, institution, DutyEvent.PAUSE, day + timedelta(days=20), "Chờ văn bản hướng dẫn của bộ; tiếp tục khi có hướng dẫn.")
    if fate in {"accepted", "paused"}:
        return
    _report(task_id, institution, chance, day + timedelta(days=14), done=False)
    if fate == "running":
        return
    done = day + timedelta(days=chance.randint(20, 60))
    _report(task_id, institution, chance, done, done=True)
    if fate == "confirmed":
        _move(task_id, institution, DutyEvent.CONFIRM, done + timedelta(days=4), "Kết quả đúng yêu cầu.")
    if fate == "returned":
        words = "Mới nêu số hội nghị, chưa có danh sách trẻ được hỗ trợ. Bổ sung danh sách và kinh phí."
        _move(task_id, institution, DutyEvent.RETURN, done + timedelta(days=4), words)


def _part_of_many(duty: Duty, chance: random.Random, *, own: Sequence[int] | object) -> None:
    """A duty every agency shares: the demonstration's own agencies and a few others have reported their part."""
    if duty.address == "V.1":
        return  # the yearly reports tell it
    mine = [pk for pk in sorted(duty.members) if pk in own]  # type: ignore[operator]
    others = chance.sample(sorted(duty.members), k=5) if chance.random() < 0.7 else []
    for institution in dict.fromkeys([*mine, *others]):
        if chance.random() < 0.6:
            day = date(2026, chance.randint(3, 10), chance.randint(1, 28))
            done = chance.random() < 0.4 and duty.address != IN_HAND
            _report(duty.task_id, institution, chance, day, done=done)


def _handed_over(health: int) -> None:
    """Somebody of the lead department left at the end of October: most duties went to a colleague, two still wait."""
    held = list(plans.held_by(WHO_LEFT, on=date(2026, 10, 29)))
    keep = {one.task_id for one in held[2:]}
    if keep:
        work.hand_over(
            from_username=WHO_LEFT, to_username="chuyenvien.soyte", institution_id=health, task_ids=keep, by=SYSTEM,
            at=_at(date(2026, 10, 30), 9),
        )  # fmt: skip
    left = accounts.user_named(WHO_LEFT)
    if left is not None:
        accounts_work.end_position(position=accounts.positions_of(left)[0], last_day=date(2026, 10, 31), by=SYSTEM, at=_at(LAST, 8))


def _given_directly() -> None:
    """Duties the lead department gave in the year, each with a deadline and a fate of its own."""
    head, chance = _actor("lanhdao.soyte"), random.Random(20)
    school, sport, health, ward = _agency("so-gddt"), _agency("so-vhttdl"), _agency("so-y-te"), _unit(CAI_KHE)
    listed = _given(head, "Lập danh sách trẻ em 5 tuổi vào lớp 1 gửi các trường tiểu học", ward, "trước ngày 01/8/2026")
    _done(listed, ward, date(2026, 7, 24), chance, confirmed=True)
    pools = _given(head, "Kiểm tra an toàn hồ bơi, bãi tắm có trẻ em trước mùa hè", sport, "trước ngày 01/6/2026")
    _done(pools, sport, date(2026, 6, 12), chance, confirmed=True)
    _road_map(_given(head, "Xây dựng lộ trình phổ cập giáo dục mầm non cho trẻ em dưới 5 tuổi", school, "trước ngày 01/10/2026"), school)
    training = _given(head, "Tập huấn cộng tác viên ấp, khu vực về nhận biết trẻ em bị xâm hại", health, "đến ngày 30/10/2026")
    _refused(training, health)
    quarterly = _given(head, "Tổng hợp số trẻ em bị tai nạn, đuối nước theo quý", health, "hằng quý")
    for day in (date(2026, 3, 25), date(2026, 6, 24), date(2026, 10, 8)):
        _done(quarterly, health, day, chance, confirmed=day.month < 10)
    dropping = _given(head, "Lập hồ sơ trẻ em có nguy cơ bỏ học, phân công người thăm từng nhà", ward, "đến ngày 30/11/2026")
    work.assign(task_id=dropping, institution_id=ward, username="canbo.caikhe", by=SYSTEM, at=_at(date(2026, 11, 2), 8))
    _report(dropping, ward, chance, date(2026, 11, 16), done=False)
    late = (
        ("so-noi-vu", "Rà soát, bố trí người làm công tác trẻ em ở 103 xã, phường sau sắp xếp", "trước ngày 01/10/2026", True),
        ("so-tai-chinh", "Hướng dẫn lập dòng kinh phí riêng cho công tác trẻ em trong dự toán năm 2027", "đến ngày 31/10/2026", False),
        ("so-vhttdl", "Thống kê điểm vui chơi, nơi học bơi an toàn của từng xã, phường", "trước ngày 01/11/2026", True),
        ("cong-an", "Cấp số định danh cho trẻ còn thiếu theo danh sách của xã, phường", "đến ngày 15/11/2026", True),
        ("so-khcn", "Kết nối kho dữ liệu dùng chung của thành phố với danh sách trẻ em", "trước ngày 16/11/2026", False),
    )
    for code, summary, due, begun in late:
        task = _given(head, summary, _agency(code), due)
        if begun:
            _report(task, _agency(code), chance, date(2026, 9, chance.randint(1, 28)), done=False)
    merged = _given(head, "Tổ chức hội thi vẽ tranh về quyền trẻ em cấp thành phố", sport, "đến ngày 20/11/2026")
    _move(merged, sport, DutyEvent.CANCEL, date(2026, 9, 3), "Gộp vào Diễn đàn trẻ em thành phố.")


def _road_map(task: int, school: int) -> None:
    """Asked for twice: granted until the middle of November, now again until the end of March."""
    officer, leader = _actor("chuyenvien.sogddt"), _actor("pct.cantho")
    work.assign(task_id=task, institution_id=school, username=officer.id, by=SYSTEM, at=_at(date(2026, 9, 1), 8))
    first = work.ask_extension(
        task_id=task, institution_id=school, new_due=date(2026, 11, 15), by=officer, at=_at(date(2026, 9, 21), 10),
        reason="Các xã, phường mới chưa gửi đủ số trẻ dưới 5 tuổi sau sắp xếp.",
    )  # fmt: skip
    work.decide_extension(
        extension_id=first.pk, grant=True, words="Đồng ý, không kéo dài thêm nếu không có lý do mới.", by=leader,
        at=_at(date(2026, 9, 23), 9),
    )  # fmt: skip
    work.ask_extension(
        task_id=task, institution_id=school, new_due=date(2027, 3, 31), by=officer, at=_at(date(2026, 11, 10), 15),
        reason="Chờ Hội đồng nhân dân thành phố thông qua mức hỗ trợ học phí tại kỳ họp cuối năm.",
    )  # fmt: skip


def _refused(task: int, health: int) -> None:
    """Asked for once and refused in words: late ever since."""
    asked = work.ask_extension(
        task_id=task, institution_id=health, new_due=date(2026, 12, 31), by=_actor("chuyenvien.soyte"), at=_at(date(2026, 10, 22), 10),
        reason="Chưa mời được báo cáo viên của cục.",
    )  # fmt: skip
    work.decide_extension(
        extension_id=asked.pk, grant=False, words="Dùng báo cáo viên của thành phố, làm ngay trong tháng 11.", by=_actor("pct.cantho"),
        at=_at(date(2026, 10, 26), 9),
    )  # fmt: skip


def _given(head: Actor, summary: str, lead: int, due: str) -> int:
    task = work.new_task(
        summary=summary, lead_id=lead, issuer_id=_agency("so-y-te"), due_words=due, by=head, at=_at(date(2026, 2, 9), 9)
    )  # fmt: skip
    return task.pk


def _done(task: int, institution: int, day: date, chance: random.Random, *, confirmed: bool) -> None:
    _report(task, institution, chance, day, done=True, proved=True)
    if confirmed:
        _move(task, institution, DutyEvent.CONFIRM, day + timedelta(days=2), "Đủ minh chứng.")


def _report(task: int, institution: int, chance: random.Random, day: date, *, done: bool, proved: bool = False) -> None:
    proof = f"Báo cáo số {chance.randint(20, 400)}/BC ngày {day:%d/%m/%Y}"
    work.report_progress(
        task_id=task, institution_id=institution, declared=Declared.DONE if done else Declared.STARTED,
        percent=100 if done else chance.randrange(20, 95, 5), proofs=[proof] if proved or chance.random() < 0.6 else [], by=SYSTEM,
        at=_at(min(day, LAST), 10),
    )  # fmt: skip


def _move(task: int, institution: int, event: DutyEvent, day: date, words: str = "") -> None:
    by = SYSTEM if event is DutyEvent.ACCEPT else _actor("lanhdao.soyte")
    work.move(task_id=task, institution_id=institution, event=event, words=words, by=by, at=_at(min(day, LAST), 14))


def _leaver() -> None:
    """A colleague of the lead department who leaves during the year; invented like the others."""
    user = accounts_work.create_user(username=WHO_LEFT, full_name="Bùi Thanh Tuyền", password=PASSWORD, by=SYSTEM, at=BEGUN)
    accounts_work.give_position(
        user=user, role=Role.LEAD_SPECIALIST, title="Chuyên viên Phòng Dân số - Xã hội, Sở Y tế", agency_id=_agency("so-y-te"),
        territory_id=_city(), since=date(2026, 1, 1), by=SYSTEM, at=BEGUN,
    )  # fmt: skip


def _people() -> dict[int, list[str]]:
    """Who may be given duties, by agency."""
    found: dict[int, list[str]] = {_agency("so-y-te"): [WHO_LEFT]}
    for person in PEOPLE:
        actor = accounts.actor_named(person.username, on=BEGUN.date())
        if actor and actor.main_duty and person.role in HOLDERS:
            found.setdefault(actor.main_duty.agency_id, []).append(person.username)
    return found


def _actor(username: str) -> Actor:
    actor = accounts.actor_named(username, on=LAST)
    if actor is None:
        raise LookupError(username)
    return actor


def _agency(code: str) -> int:
    found = institutions.by_code(code, on=LAST, kind=Kind.AGENCY)
    if found is None:
        raise LookupError(code)
    return int(found.pk)


def _unit(code: str) -> int:
    found = institutions.by_code(code, on=LAST)
    if found is None:
        raise LookupError(code)
    return int(found.pk)


def _city() -> int:
    return int(institutions.city(on=LAST).pk)


def _at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=VIETNAM)
