"""States and kinds of the plan room, with the words people see."""

from django.db.models import TextChoices


class PlanState(TextChoices):
    DRAFT = "draft", "Bản đọc chờ chấp nhận"
    ADOPTED = "adopted", "Đang thực hiện"


class TaskState(TextChoices):
    DRAFT = "draft", "Dự thảo"
    ADOPTED = "adopted", "Đang thực hiện"
    REMOVED = "removed", "Đã bỏ khỏi danh sách"


class DueRule(TextChoices):
    """How a deadline comes back."""

    ONCE = "once", "Một lần"
    YEARLY = "yearly", "Hằng năm"
    QUARTERLY = "quarterly", "Hằng quý"
    MONTHLY = "monthly", "Hằng tháng"


class Declared(TextChoices):
    """What the unit itself says."""

    NOTHING = "nothing", "chưa báo"
    STARTED = "started", "đang làm"
    DONE = "done", "hoàn thành"


class EvidenceState(TextChoices):
    """What stands behind the word of the unit."""

    NONE = "none", "chưa có"
    PART = "part", "chưa đủ"
    FULL = "full", "đủ"


class Calendar(TextChoices):
    """What the calendar says on a day."""

    NO_DEADLINE = "no_deadline", "không có hạn"
    IN_TIME = "in_time", "trong hạn"
    SOON = "soon", "sắp đến hạn"
    LATE = "late", "quá hạn"
    MET = "met", "đúng hạn"


class Group(TextChoices):
    """Agencies a paper names together instead of one by one."""

    DEPARTMENTS = "departments", "các sở, ban, ngành"
    ORGANISATIONS = "organisations", "Mặt trận, các đoàn thể"
    LOCALITIES = "localities", "Ủy ban nhân dân địa phương"


class MatterState(TextChoices):
    """Where a matter of difficulties stands; the steps of the plan's closing paragraph."""

    WEIGHED = "weighed", "Cơ quan chủ trì đang xem xét"
    PROPOSED = "proposed", "Chờ Ủy ban nhân dân thành phố quyết định"
    DECIDED = "decided", "Đã quyết định"


class Outcome(TextChoices):
    """What was decided of a matter."""

    AGREED = "agreed", "Đồng ý như đề xuất"
    CHANGED = "changed", "Đồng ý, có điều chỉnh"
    REFUSED = "refused", "Không đồng ý"
    GUIDED = "guided", "Cơ quan chủ trì hướng dẫn theo thẩm quyền"


class DifficultyStep(TextChoices):
    """Where one unit's difficulty stands, as it sees it."""

    NEW = "new", "Chờ cơ quan chủ trì xem xét"
    ASKED = "asked", "Cần đơn vị nói rõ thêm"
    WEIGHED = "weighed", "Cơ quan chủ trì đang xem xét"
    PROPOSED = "proposed", "Chờ Ủy ban nhân dân thành phố quyết định"
    TOLD = "told", "Đã quyết định, chờ đơn vị nhận"
    READ = "read", "Đơn vị đã nhận"


class CommitteeKind(TextChoices):
    STEERING = "steering", "Ban Điều hành"
    STANDING = "standing", "Nhóm thường trực"


class Part(TextChoices):
    """What a member is in a committee."""

    HEAD = "head", "Trưởng ban"
    DEPUTY = "deputy", "Phó Trưởng ban"
    STANDING = "standing", "Ủy viên thường trực"
    MEMBER = "member", "Ủy viên"


class MeetingState(TextChoices):
    CALLED = "called", "Đã mời họp"
    HELD = "held", "Đã họp"


class LawState(TextChoices):
    """Where a proposal to amend a text stands."""

    WRITTEN = "written", "Đang rà soát"
    SENT = "sent", "Đã gửi, chờ trả lời"
    ANSWERED = "answered", "Đã có trả lời"


class LawAnswer(TextChoices):
    """What came back."""

    ACCEPTED = "accepted", "Tiếp thu, sẽ sửa đổi"
    PARTLY = "partly", "Tiếp thu một phần"
    NOTED = "noted", "Ghi nhận, nghiên cứu"
    REFUSED = "refused", "Chưa tiếp thu"


class CheckKind(TextChoices):
    """Kinds of looking at the plan itself."""

    CHECK = "check", "Kiểm tra"
    INTERIM = "interim", "Sơ kết"
    FINAL = "final", "Tổng kết"


class Audience(TextChoices):
    """Who was to know the directive and its plan."""

    OFFICIALS = "officials", "Cán bộ, đảng viên, công chức"
    TEACHERS = "teachers", "Nhà giáo, nhân viên trường học"
    HEALTH = "health", "Nhân viên y tế"
    COLLABORATORS = "collaborators", "Cộng tác viên, đoàn thể ở ấp, khu vực"
    FAMILIES = "families", "Cha mẹ, người chăm sóc trẻ"
    CHILDREN = "children", "Trẻ em"


class Spread(TextChoices):
    """How it was made known."""

    CONFERENCE = "conference", "Hội nghị quán triệt, triển khai"
    TRAINING = "training", "Tập huấn"
    MEETING = "meeting", "Sinh hoạt chi bộ, tổ dân phố, đoàn thể"
    MEDIA = "media", "Báo, đài, cổng thông tin, mạng xã hội"
    PRINTED = "printed", "Tài liệu, tờ rơi, pa nô"


class WorkPlanState(TextChoices):
    """Where an agency's own work plan of a year stands."""

    DRAFT = "draft", "Đang soạn"
    ISSUED = "issued", "Đã ban hành"
    SUPERSEDED = "superseded", "Đã thay bằng bản sau"
