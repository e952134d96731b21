"""States and kinds of reports, with the words people see."""

from django.db.models import TextChoices


class ReportState(TextChoices):
    """Where a report stands between the unit that writes it and the agency that consolidates."""

    DRAFT = "draft", "Đang viết"
    SUBMITTED = "submitted", "Chờ xem"
    RETURNED = "returned", "Trả lại, chờ sửa"
    ACCEPTED = "accepted", "Đã chấp nhận"


class ReportKind(TextChoices):
    """Whose report it is."""

    UNIT = "unit", "Báo cáo của đơn vị"
    CITY = "city", "Báo cáo tổng hợp của thành phố"


class Punctuality(TextChoices):
    """A report against its deadline."""

    NOT_DUE = "not_due", "Chưa đến hạn"
    ON_TIME = "on_time", "Nộp đúng hạn"
    LATE = "late", "Nộp muộn"
    MISSING = "missing", "Chưa nộp"


class Body(TextChoices):
    """What kind of institution reports: it decides head, sign and signature of its paper."""

    COMMUNE = "commune", "Ủy ban nhân dân xã, phường"
    DEPARTMENT = "department", "Sở, ban, ngành"
    OTHER = "other", "Cơ quan, tổ chức khác"


class Origin(TextChoices):
    """Where a number or a passage on a paper comes from."""

    FIGURE = "figure", "Chỉ tiêu tính từ sổ trẻ em"
    REPORTING = "reporting", "Tình hình nộp báo cáo"
    WRITTEN = "written", "Nội dung do đơn vị viết"
