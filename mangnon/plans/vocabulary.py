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
