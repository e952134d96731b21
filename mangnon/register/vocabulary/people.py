"""Enums of the register with the words people see."""

from django.db.models import TextChoices


class Sex(TextChoices):
    MALE = "male", "Nam"
    FEMALE = "female", "Nữ"
    UNKNOWN = "unknown", "Chưa xác định"


SEX_CODE = {Sex.UNKNOWN: 0, Sex.MALE: 1, Sex.FEMALE: 2}  # codes of QCVN 109:2017/BTTTT


class Precision(TextChoices):
    """How much of a birth date is known. The unknown rest of the stored date is 01."""

    DAY = "day", "Đủ ngày, tháng, năm"
    MONTH = "month", "Chỉ biết tháng và năm"
    YEAR = "year", "Chỉ biết năm"


class SchoolLevel(TextChoices):
    """Trình độ học vấn, as the grassroots software lists it."""

    NURSERY = "nursery", "Nhà trẻ"
    KINDERGARTEN = "kindergarten", "Mẫu giáo"
    PRIMARY = "primary", "Tiểu học"
    LOWER_SECONDARY = "lower_secondary", "Trung học cơ sở"
    UPPER_SECONDARY = "upper_secondary", "Trung học phổ thông"


class SchoolState(TextChoices):
    """Tình trạng học tập."""

    ATTENDING = "attending", "Đang học"
    LEFT = "left", "Ngừng học"


class SchoolingState(TextChoices):
    """How a pupil stands in a class."""

    ATTENDING = "attending", "Đang học"
    LEFT = "left", "Bỏ học, thôi học"
    TRANSFERRED = "transferred", "Chuyển trường"
    COMPLETED = "completed", "Hoàn thành cấp học"


class DeathCause(TextChoices):
    """Why a child died, as far as lists of communes tell; drowning and other injuries are counted apart (Mẫu 03, phần IV)."""

    ILLNESS = "illness", "Bệnh"
    DROWNING = "drowning", "Đuối nước"
    TRAFFIC = "traffic", "Tai nạn giao thông"
    INJURY = "injury", "Tai nạn thương tích khác"
    OTHER = "other", "Nguyên nhân khác"


class ValueState(TextChoices):
    """What is known of a value: the four states every exchange must tell apart (Thông tư 13/2017/TT-BTTTT, Điều 8 khoản 2)."""

    UNKNOWN = "unknown", "Chưa biết"
    PARTIAL = "partial", "Biết một phần"
    PRESENT = "present", "Đã có"
    WITHHELD = "withheld", "Không cung cấp"


class CarerRole(TextChoices):
    FATHER = "father", "Cha"
    MOTHER = "mother", "Mẹ"
    GUARDIAN = "guardian", "Người nuôi dưỡng"


class ResidenceKind(TextChoices):
    PERMANENT = "permanent", "Nơi thường trú"
    TEMPORARY = "temporary", "Nơi tạm trú"
    CURRENT = "current", "Nơi ở hiện tại"


RESIDENCE_RANK = {ResidenceKind.CURRENT: 0, ResidenceKind.TEMPORARY: 1, ResidenceKind.PERMANENT: 2}  # which says where a child lives


class Standing(TextChoices):
    """What the commune's yearly decision says of a household."""

    POOR = "poor", "Hộ nghèo"
    NEAR_POOR = "near_poor", "Hộ cận nghèo"


STANDING_CODE = {Standing.POOR: 1, Standing.NEAR_POOR: 2}


class IdentifierState(TextChoices):
    """Life of a personal number: it is given, checked, may be cancelled and set anew (Luật Căn cước 26/2023/QH15, Điều 12)."""

    NONE = "none", "Chưa có số"
    PENDING = "pending", "Đang đề nghị cấp"
    FORMAT_ERROR = "format_error", "Số sai cấu trúc"
    UNVERIFIED = "unverified", "Chưa xác thực"
    VERIFIED = "verified", "Đã xác thực"
    MISMATCH = "mismatch", "Lệch dữ liệu dân cư"
    CANCELLED = "cancelled", "Đã hủy"


IDENTIFIER_CODE = {state: code for code, state in enumerate(IdentifierState)}


class HelpKind(TextChoices):
    """Hình thức trợ giúp: columns 4 to 8 of the yearly statistics form (Mẫu 03, thống kê số liệu trẻ em)."""

    ALLOWANCE = "allowance", "Trợ cấp xã hội"
    HEALTH = "health", "Trợ giúp y tế"
    EDUCATION = "education", "Trợ giúp giáo dục, đào tạo và giáo dục nghề nghiệp"
    VOCATION = "vocation", "Học nghề, tạo việc làm"
    OTHER = "other", "Trợ giúp bằng hình thức khác"


class ClosingReason(TextChoices):
    """Why a record is closed. It stays readable."""

    DIED = "died", "Trẻ mất"
    LEFT_CITY = "left_city", "Chuyển khỏi thành phố"
    MISTAKE = "mistake", "Ghi nhầm, ghi trùng"


class ApartReason(TextChoices):
    """Why a child to be entered is not the one the register already has. Chosen, not written: it stays in the log, which holds no names."""

    TWINS = "twins", "Sinh đôi, hoặc anh chị em ruột: hai trẻ khác nhau"
    PARENTS = "parents", "Khác cha mẹ theo giấy khai sinh"
    PAPERS = "papers", "Khác ngày sinh hoặc số định danh theo giấy tờ"
    MET = "met", "Đã gặp cả hai trẻ, hoặc đã hỏi xã, phường kia"


class SourceKind(TextChoices):
    """What a fact was written from."""

    LIST = "list", "Danh sách"
    VISIT = "visit", "Xác minh tại hộ"
    DOCUMENT = "document", "Giấy tờ"
    POPULATION = "population", "Dữ liệu dân cư"
    SYNTHETIC = "synthetic", "Dữ liệu giả lập"


class CircumstanceKind(TextChoices):
    SPECIAL = "special", "Hoàn cảnh đặc biệt"
    RISK = "risk", "Nguy cơ rơi vào hoàn cảnh đặc biệt"
    OTHER = "other", "Hoàn cảnh khác"


class Outcome(TextChoices):
    """What entering a record did."""

    NEW = "new", "Ghi mới"
    CHANGED = "changed", "Cập nhật"
    UNCHANGED = "unchanged", "Không thay đổi"
    CONFLICT = "conflict", "Số định danh thuộc hồ sơ khác"
