"""Kinds, registers and relations of official documents, with the words people see."""

from django.db.models import IntegerChoices, TextChoices


class Regime(TextChoices):
    """Whose rules a paper follows. Party papers have rules of their own and are not forced into the decree."""

    STATE = "state", "Văn bản hành chính (Nghị định 30/2020/NĐ-CP)"
    PARTY = "party", "Văn bản của Đảng"
    OTHER = "other", "Văn bản khác"


class Book(TextChoices):
    """A register an agency keeps (Nghị định 30/2020/NĐ-CP, Phụ lục IV)."""

    OUTGOING = "outgoing", "Sổ đăng ký văn bản đi"
    INCOMING = "incoming", "Sổ đăng ký văn bản đến"


class Priority(IntegerChoices):
    """How urgent a paper is (Phụ lục VI, trường Priority). Secret papers are not kept here at all."""

    NORMAL = 0, "Thường"
    URGENT = 1, "Khẩn"
    VERY_URGENT = 2, "Thượng khẩn"
    IMMEDIATE = 3, "Hỏa tốc"


class Access(TextChoices):
    """Who may read a document."""

    EVERYBODY = "everybody", "Mọi người xem được văn bản"
    AGENCY = "agency", "Chỉ cơ quan có văn bản trong sổ"


class Relation(TextChoices):
    """What one document does to another. The label is read from the first to the second."""

    IMPLEMENTS = "implements", "Triển khai thực hiện"
    CITES = "cites", "Căn cứ, viện dẫn"
    AMENDS = "amends", "Sửa đổi, bổ sung"
    REPLACES = "replaces", "Thay thế"
    REPEALS = "repeals", "Bãi bỏ"
    ANSWERS = "answers", "Trả lời"


INVERSE = {
    Relation.IMPLEMENTS: "Được triển khai bởi", Relation.CITES: "Được viện dẫn trong", Relation.AMENDS: "Được sửa đổi, bổ sung bởi",
    Relation.REPLACES: "Được thay thế bởi", Relation.REPEALS: "Bị bãi bỏ bởi", Relation.ANSWERS: "Được trả lời bằng",
}  # fmt: skip


class Handling(TextChoices):
    """Where an incoming document stands with the agency that received it."""

    ARRIVED = "arrived", "Chờ phân phối"
    GIVEN = "given", "Đang giải quyết"
    DONE = "done", "Đã giải quyết"


class Keeping(TextChoices):
    """How long a file is kept (thời hạn bảo quản). The number of years stands beside it where it is limited."""

    PERMANENT = "permanent", "Vĩnh viễn"
    YEARS = "years", "Có thời hạn"


class Stage(TextChoices):
    """Where a file stands between its first paper and the archive."""

    OPEN = "open", "Đang lập"
    CLOSED = "closed", "Đã kết thúc, chờ nộp lưu"
    DUE = "due", "Đến hạn nộp lưu"
    ARCHIVED = "archived", "Đã nộp lưu"
    EXPIRED = "expired", "Hết thời hạn bảo quản, chờ xét"
