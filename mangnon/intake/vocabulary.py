"""How serious a finding is, and where a row stands."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """What the rows of a list become."""

    ENROLS = "enrols", "Ghi trẻ mới"
    ENRICHES = "enriches", "Bổ sung cho trẻ đã có trong sổ"


class Severity(TextChoices):
    """What a finding does to its row."""

    MUST_FIX = "must_fix", "Phải sửa"  # the row is not entered before the cell is corrected
    QUESTION = "question", "Cần trả lời"  # the row waits for a person's answer
    NOTE = "note", "Lưu ý"  # the row is entered; somebody should look some day


class BatchState(TextChoices):
    """Where a list stands."""

    READING = "reading", "Đang đọc"
    MAPPING = "mapping", "Chờ khớp cột"  # a person says once what the unknown columns are
    CHECKED = "checked", "Chờ ghi vào sổ"  # every row is read and checked; nothing is in the register yet
    ENROLLING = "enrolling", "Đang ghi vào sổ"
    ENROLLED = "enrolled", "Đã ghi các dòng đúng"
    FAILED = "failed", "Không đọc được"
    WITHDRAWN = "withdrawn", "Đã rút"


class RowState(TextChoices):
    """Where a row of a list stands."""

    MUST_FIX = "must_fix", "Phải sửa"
    QUESTION = "question", "Cần trả lời"
    READY = "ready", "Chờ ghi"
    ENROLLED = "enrolled", "Đã ghi"
    SET_ASIDE = "set_aside", "Bỏ qua"
    REPLACED = "replaced", "Đã gửi lại"  # a later list of the same sender brought this row anew


WAITING = (RowState.MUST_FIX, RowState.QUESTION)
MOVING = (BatchState.READING, BatchState.ENROLLING)  # the worker is at it
OPEN = (BatchState.CHECKED, BatchState.ENROLLING, BatchState.ENROLLED)  # its rows are read; a later list may build on them
