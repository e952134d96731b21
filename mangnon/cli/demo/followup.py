"""What goes on around the plan in the demonstration's year: difficulties at their steps, a meeting, a supervision, a check, a proposal."""

from datetime import date, datetime

from mangnon.accounts import queries as accounts
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Field
from mangnon.cli.demo.people import CAI_KHE, NINH_KIEU
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from mangnon.lib.calendar import VIETNAM
from mangnon.outreach import operations as outreach
from mangnon.outreach.vocabulary import CriticismForm, Stance, SupervisionForm
from mangnon.plans import operations as plans
from mangnon.plans import queries as reading
from mangnon.plans.queries import committees
from mangnon.plans.vocabulary import Audience, CheckKind, CommitteeKind, Outcome, Part, Spread

TODAY = date(2026, 11, 23)


def at(month: int, day: int, hour: int = 9) -> datetime:
    """A moment of the demonstration's year."""
    return datetime(2026, month, day, hour, tzinfo=VIETNAM)


def play() -> None:
    """Everything of this page, in the order it happened."""
    difficulties()
    committee()
    supervision()
    law_and_checks()


def difficulties() -> None:
    """Three at different steps: decided and read, before the People's Committee (two units met it), just raised."""
    ward, other, school = _person("canbo.caikhe"), _person("canbo.ninhkieu"), _person("chuyenvien.sogddt")
    lead, leader = _person("chuyenvien.soyte"), _person("pct.cantho")
    register, counselling, swimming = _duty("IV.9.a"), _duty("IV.2.c"), _duty("IV.5.b")
    first = plans.raise_difficulty(
        task_id=register, institution_id=_unit(NINH_KIEU), by=other, at=at(9, 7),
        text="Chưa có thù lao cho cộng tác viên ở 12 khu vực mới nhập, việc rà soát sổ trẻ em chậm.",
        wish="Có mức hỗ trợ chung cho cộng tác viên của toàn thành phố.",
    )  # fmt: skip
    settled = plans.gather(difficulty_ids=[first.pk], title="Thù lao cộng tác viên ở khu vực mới nhập", by=lead, at=at(9, 9))
    plans.propose(
        matter_id=settled.pk, proposal="Áp dụng một mức hỗ trợ cộng tác viên cho cả thành phố từ quý IV năm 2026.", cost=1_240_000_000,
        cost_source="Ngân sách thành phố", by=lead, at=at(9, 16),
    )  # fmt: skip
    plans.decide_matter(
        matter_id=settled.pk, outcome=Outcome.CHANGED, text="Đồng ý chủ trương; thực hiện từ ngày 01/01/2027 khi có dự toán.", by=leader,
        at=at(9, 25),
    )  # fmt: skip
    plans.acknowledge(difficulty_id=first.pk, by=other, at=at(9, 26))
    met = [
        plans.raise_difficulty(
            task_id=counselling, institution_id=_unit(CAI_KHE), by=ward, at=at(11, 2),
            text="Hai trường trung học cơ sở chưa có phòng tham vấn tâm lý, giáo viên kiêm nhiệm chưa được tập huấn.",
        ),
        plans.raise_difficulty(
            task_id=counselling, institution_id=_agency("so-gddt"), by=school, at=at(11, 4),
            text="Biên chế chưa có vị trí tham vấn học đường ở trường trung học cơ sở.",
            wish="Cho ký hợp đồng theo giờ với cử nhân tâm lý, công tác xã hội.",
        ),
    ]  # fmt: skip
    waiting = plans.gather(difficulty_ids=[one.pk for one in met], title="Tham vấn tâm lý ở trường trung học cơ sở", by=lead, at=at(11, 9))
    plans.propose(
        matter_id=waiting.pk, cost=3_600_000_000, cost_source="Ngân sách thành phố, xã hội hóa", by=lead, at=at(11, 16),
        proposal="Thí điểm ký hợp đồng theo giờ ở 30 trường trong năm học 2026 - 2027, tập huấn giáo viên kiêm nhiệm ở các trường còn lại.",
    )  # fmt: skip
    plans.raise_difficulty(
        task_id=swimming, institution_id=_unit(CAI_KHE), by=ward, at=at(11, 19),
        text="Phường không có hồ bơi công cộng; lớp bơi hè phải đi nhờ phường bên.", wish="Lắp bể bơi lưu động ở Trung tâm văn hóa phường.",
    )  # fmt: skip


def committee() -> None:
    """The city's steering committee, a meeting it held, one conclusion that became a duty and one still to be given."""
    lead, city = _person("chuyenvien.soyte"), institutions.city(on=TODAY)
    board = plans.form_committee(
        institution_id=city.pk, kind=CommitteeKind.STEERING, name="Ban Điều hành bảo vệ, chăm sóc trẻ em thành phố",
        decision="Quyết định chạy thử số 01/QĐ-CT", since=date(2026, 1, 5), by=lead, at=at(1, 6),
        rules="Họp sáu tháng một lần; Sở Y tế là cơ quan thường trực.",
    )  # fmt: skip
    seats = (
        (Part.HEAD, "Phó Chủ tịch Ủy ban nhân dân thành phố", "ubnd-thanh-pho", "pct.cantho", Field.ALL),
        (Part.DEPUTY, "Phó Giám đốc Sở Y tế", "so-y-te", "lanhdao.soyte", Field.CHILDREN),
        (Part.STANDING, "Chuyên viên Sở Y tế", "so-y-te", "chuyenvien.soyte", Field.HEALTH),
        (Part.MEMBER, "Chuyên viên Sở Giáo dục và Đào tạo", "so-gddt", "chuyenvien.sogddt", Field.EDUCATION),
        (Part.MEMBER, "Cán bộ Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", "ubmttq", "canbo.mttq", Field.ALL),
    )
    members = [
        plans.seat_member(
            committee_id=board.pk, part=part, office=office, agency_id=_agency(agency), username=username, field=field,
            since=date(2026, 1, 5), by=lead, at=at(1, 6),
        )
        for part, office, agency, username, field in seats
    ]  # fmt: skip
    meeting = plans.call_meeting(
        committee_id=board.pk, title="Đánh giá mười tháng thực hiện Kế hoạch 73/KH-UBND", on=date(2026, 10, 28), by=lead, at=at(10, 20),
        place="Phòng họp số 2, Ủy ban nhân dân thành phố",
        agenda="Kết quả mười tháng\nKhó khăn của các xã, phường sau sắp xếp\nViệc phải xong trước ngày 20/11",
    )  # fmt: skip
    plans.write_minutes(
        meeting_id=meeting.pk, present=[one.pk for one in members[:4]], by=lead, at=at(10, 28, 16),
        minutes="Các thành viên thống nhất đánh giá; Sở Y tế tổng hợp ý kiến, chuẩn bị báo cáo năm.",
        conclusions=[
            "Sở Giáo dục và Đào tạo rà soát học sinh có nguy cơ bỏ học sau hè, gửi danh sách về xã, phường.",
            "Sở Y tế trình phương án chia sẻ dữ liệu tiêm chủng với sổ trẻ em.",
        ],
    )  # fmt: skip
    plans.make_duty(
        conclusion_id=committees.conclusions(meeting.pk)[0].pk, lead_id=_agency("so-gddt"), due_on=date(2026, 12, 15), by=lead,
        at=at(10, 29), summary="Rà soát học sinh có nguy cơ bỏ học sau hè, gửi danh sách về xã, phường.",
    )  # fmt: skip


def supervision() -> None:
    """A supervision of the Front: one recommendation answered, one owed; one draft criticised."""
    front, ward = _person("canbo.mttq"), _person("canbo.caikhe")
    programme = outreach.plan_supervision(
        agency_id=_agency("ubmttq"), title="Việc thực hiện chế độ cho trẻ em có hoàn cảnh đặc biệt ở xã, phường", clause="II.6.c",
        form=SupervisionForm.TEAM, starts_on=date(2026, 8, 3), ends_on=date(2026, 9, 30), by=front, at=at(7, 20),
        content="Hồ sơ hưởng trợ cấp, việc chi trả, việc công khai ở khu vực.",
    )  # fmt: skip
    visit = outreach.record_visit(
        programme_id=programme.pk, institution_id=_unit(CAI_KHE), on=date(2026, 8, 18), by=front, at=at(8, 20),
        team="Ủy ban Mặt trận Tổ quốc Việt Nam thành phố, Hội Liên hiệp Phụ nữ thành phố",
        findings="Chi trả đúng hạn. Hai hồ sơ chậm bổ sung giấy xác định mức độ khuyết tật.",
    )  # fmt: skip
    answered = outreach.recommend(
        programme_id=programme.pk, visit_id=visit.pk, addressed_id=_unit(CAI_KHE), reply_due_on=date(2026, 9, 15), by=front, at=at(8, 21),
        text="Hoàn thiện hai hồ sơ còn thiếu giấy xác định mức độ khuyết tật, báo kết quả.",
    )  # fmt: skip
    outreach.reply(
        recommendation_id=answered.pk, stance=Stance.ACCEPTED, text="Đã lập lại hội đồng xác định, hai hồ sơ xong trong tháng 9.", by=ward,
        at=at(9, 10),
    )  # fmt: skip
    outreach.recommend(
        programme_id=programme.pk, visit_id=visit.pk, addressed_id=_unit(CAI_KHE), reply_due_on=date(2026, 11, 25), by=front, at=at(10, 26),
        text="Niêm yết mức trợ cấp theo nhóm ở nhà văn hóa từng khu vực, không nêu tên trẻ.",
    )  # fmt: skip
    school = _person("chuyenvien.sogddt")
    outreach.ask_for_criticism(
        draft="Dự thảo kế hoạch phổ cập giáo dục mầm non cho trẻ dưới 5 tuổi", drafter_id=_agency("so-gddt"), critic_id=_agency("ubmttq"),
        form=CriticismForm.CONFERENCE, opinion_due_on=date(2026, 12, 4), by=school, at=at(11, 16),
    )  # fmt: skip


def law_and_checks() -> None:
    """A proposal to amend a decree waiting for its answer, a check with a requirement, some dissemination."""
    lead, ward = _person("chuyenvien.soyte"), _person("canbo.caikhe")
    plan = reading.current_plan()
    if plan is None:
        raise LookupError("no plan has been adopted")
    proposal = plans.propose_law(
        institution_id=_agency("so-y-te"), instrument="Nghị định 56/2017/NĐ-CP, Điều 15", by=lead, at=at(6, 2),
        change="Bổ sung trẻ em mắc bệnh hiểm nghèo thuộc hộ có mức sống trung bình.",
        reason="Nhiều gia đình vừa thoát cận nghèo không còn được hỗ trợ dù chi phí điều trị kéo dài.",
    )  # fmt: skip
    plans.send_law_proposal(
        proposal_id=proposal.pk, addressed_to="Bộ Y tế", document="Công văn chạy thử số 02", sent_on=date(2026, 6, 15),
        reply_due_on=date(2026, 12, 15), by=lead, at=at(6, 15),
    )  # fmt: skip
    plans.record_check(
        plan_id=plan.pk, kind=CheckKind.CHECK, institution_id=_unit(CAI_KHE), on=date(2026, 10, 8), by=lead, at=at(10, 9),
        team="Sở Y tế, Sở Giáo dục và Đào tạo", findings="Sổ trẻ em đủ; 14 phiếu thiếu người chăm sóc chính.",
        requirement="Bổ sung người chăm sóc chính cho 14 phiếu.", due_on=date(2026, 11, 30),
    )  # fmt: skip
    plans.record_check(
        plan_id=plan.pk, kind=CheckKind.SPREAD, on=date(2026, 9, 24), by=lead, at=at(9, 25),
        team="Sở Y tế, Ban Tuyên giáo và Dân vận Thành ủy",
        findings="Các sở đã quán triệt; nhiều xã, phường chưa ghi số người đã tuyên truyền.",
    )  # fmt: skip
    done = (
        (CAI_KHE, ward, date(2026, 3, 12), Audience.OFFICIALS, Spread.CONFERENCE, 86, "Biên bản hội nghị ngày 12/03/2026"),
        (CAI_KHE, ward, date(2026, 6, 1), Audience.FAMILIES, Spread.MEETING, 412, "Sổ họp tổ dân phố tháng 6"),
        (CAI_KHE, ward, date(2026, 6, 1), Audience.CHILDREN, Spread.MEETING, 230, "Kế hoạch Tháng hành động vì trẻ em của phường"),
    )
    for code, by, on, audience, spread, reached, evidence in done:
        plans.record_dissemination(
            plan_id=plan.pk, institution_id=_unit(code), on=on, audience=audience, spread=spread, reached=reached, evidence=evidence, by=by,
            at=at(on.month, on.day, 17),
        )  # fmt: skip


def _person(username: str) -> Actor:
    found = accounts.actor_named(username, on=TODAY)
    if found is None:
        raise LookupError(f"no account {username}")
    return found


def _duty(address: str) -> int:
    plan = reading.current_plan()
    if plan is None:
        raise LookupError("no plan has been adopted")
    return next(one.task_id for one in reading.duties(plan.pk, on=TODAY) if one.address.startswith(address))


def _unit(code: str) -> int:
    return institutions.by_code(code, on=TODAY).pk  # type: ignore[union-attr]


def _agency(code: str) -> int:
    return institutions.by_code(code, on=TODAY, kind=Kind.AGENCY).pk  # type: ignore[union-attr]
