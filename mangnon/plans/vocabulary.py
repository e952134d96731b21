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
    ONGOING = "ongoing", "Thường xuyên"


class DutyState(TextChoices):
    """Where one occurrence of a duty stands between who gave it and who must do it (Quyết định 42/2014/QĐ-TTg)."""

    GIVEN = "given", "giao"
    ACCEPTED = "accepted", "đã nhận"
    RUNNING = "running", "đang thực hiện"
    WAITING = "waiting", "chờ xác nhận"
    DONE = "done", "hoàn thành"
    RETURNED = "returned", "trả lại, làm lại"
    PAUSED = "paused", "tạm hoãn"
    CANCELLED = "cancelled", "hủy"


class DutyEvent(TextChoices):
    """What moves a duty from one state to the next."""

    ACCEPT = "accept", "Nhận nhiệm vụ"
    REPORT = "report", "Báo tiến độ"
    DECLARE_DONE = "declare_done", "Báo hoàn thành"
    CONFIRM = "confirm", "Xác nhận hoàn thành"
    RETURN = "return", "Trả lại để làm lại"
    PAUSE = "pause", "Tạm hoãn"
    RESUME = "resume", "Tiếp tục thực hiện"
    CANCEL = "cancel", "Hủy nhiệm vụ"
    REOPEN = "reopen", "Mở lại"


class Party(TextChoices):
    """On which side of a duty somebody acts."""

    HOLDER = "holder", "cơ quan thực hiện"
    GIVER = "giver", "cơ quan giao"


class Need(TextChoices):
    """What an event asks for beside the right to do it."""

    REASON = "reason", "ghi lý do"
    PROOF = "proof", "đủ minh chứng, hoặc ghi lý do"


class ExtensionState(TextChoices):
    """A request for a later deadline."""

    ASKED = "asked", "chờ quyết định"
    GRANTED = "granted", "đồng ý"
    REFUSED = "refused", "không đồng ý"
    WITHDRAWN = "withdrawn", "đã rút"


class ReminderKind(TextChoices):
    """When somebody was reminded of a deadline."""

    WEEK = "week", "trước hạn 7 ngày"
    DAY = "day", "trước hạn 1 ngày"
    TODAY = "today", "đúng ngày hết hạn"
    LATE = "late", "sau khi quá hạn"
    BY_HAND = "by_hand", "nhắc trực tiếp"


class PlanOrigin(TextChoices):
    """Where the duties of a document come from."""

    PAPER = "paper", "Kế hoạch, văn bản giao nhiệm vụ"
    CONCLUSION = "conclusion", "Kết luận cuộc họp"
    ORDER = "order", "Giao trực tiếp"


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


class EvidenceKind(TextChoices):
    """What a piece of evidence is."""

    DOCUMENT = "document", "văn bản"
    FILE = "file", "tệp"
    FIGURE = "figure", "số liệu"
    RECORD = "record", "hồ sơ trong hệ thống"


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
    SPREAD = "spread", "Kiểm tra việc quán triệt, tuyên truyền"
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
