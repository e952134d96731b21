"""Kinds and levels of institutions, kinds of succession, fields of duty."""

from django.db.models import TextChoices

CITY_CODE = "92"  # Thành phố Cần Thơ, before and after 1 July 2025 (Quyết định 19/2025/QĐ-TTg)


class Kind(TextChoices):
    UNIT = "unit", "Đơn vị hành chính"
    AGENCY = "agency", "Cơ quan, tổ chức"


class Level(TextChoices):
    """Where an institution stands. Districts ended on 30 June 2025 (Luật 72/2025/QH15)."""

    NATION = "nation", "Trung ương"
    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"


class Share(TextChoices):
    """How much of the old one went to the new. Land and people are told apart (bảng chuyển đổi của Cục Thống kê)."""

    WHOLE = "whole", "Toàn bộ"
    PART = "part", "Một phần"
    NONE = "none", "Không"
    UNKNOWN = "unknown", "Chưa rõ"  # the table says only "một phần diện tích": perhaps nobody lives there


class SuccessionKind(TextChoices):
    """What the act did. DIVIDED needs no decision: each successor answers for its own territory."""

    MERGED = "merged", "Nhập"
    RENAMED = "renamed", "Đổi tên"
    KEPT = "kept", "Giữ nguyên"
    SPLIT = "split", "Tách"
    TRANSFERRED = "transferred", "Chuyển chức năng"
    DIVIDED = "divided", "Chia theo địa bàn"
    RESTORED = "restored", "Lập lại"


class ChangeKind(TextChoices):
    """What one row of an act does. All but TRANSFER end the source, unless it goes on as itself."""

    MERGE = "merge", "Nhập vào"
    SPLIT = "split", "Tách một phần sang"
    RENAME = "rename", "Đổi tên thành"
    KEEP = "keep", "Giữ nguyên là"
    TRANSFER = "transfer", "Chuyển chức năng cho"
    DISSOLVE = "dissolve", "Giải thể, chuyển chức năng cho"
    DIVIDE = "divide", "Giải thể, chia theo địa bàn cho"
    ABOLISH = "abolish", "Bãi bỏ, không có nơi tiếp nhận"
    RESTORE = "restore", "Lập lại"


LINK_OF: dict[ChangeKind, SuccessionKind] = {
    ChangeKind.MERGE: SuccessionKind.MERGED,
    ChangeKind.SPLIT: SuccessionKind.SPLIT,
    ChangeKind.RENAME: SuccessionKind.RENAMED,
    ChangeKind.KEEP: SuccessionKind.KEPT,
    ChangeKind.TRANSFER: SuccessionKind.TRANSFERRED,
    ChangeKind.DISSOLVE: SuccessionKind.TRANSFERRED,
    ChangeKind.DIVIDE: SuccessionKind.DIVIDED,
    ChangeKind.RESTORE: SuccessionKind.RESTORED,
}  # the link each kind leaves; ABOLISH leaves none


class ActState(TextChoices):
    """Where an act of reorganisation stands."""

    DRAFT = "draft", "Đang soạn"
    CHECKED = "checked", "Đã kiểm tra"
    DECIDED = "decided", "Đã quyết định"
    APPLIED = "applied", "Đã có hiệu lực"
    UNDONE = "undone", "Đã hủy bỏ"


class QuestionState(TextChoices):
    """Whether somebody has chosen."""

    OPEN = "open", "Chờ quyết định"
    DECIDED = "decided", "Đã quyết định"
    GONE = "gone", "Không còn phải quyết định"


class Gravity(TextChoices):
    """How much a flaw of an act weighs."""

    STOP = "stop", "Phải sửa"
    NOTE = "note", "Cần biết"


class Function(TextChoices):
    """A field of duty that can pass to another agency apart from the rest."""

    CHILDREN = "children", "Trẻ em, bảo trợ xã hội, phòng, chống tệ nạn xã hội"
    LABOUR = "labour", "Lao động, việc làm, người có công, bảo hiểm xã hội"
    POVERTY = "poverty", "Giảm nghèo"
    VOCATIONAL = "vocational", "Giáo dục nghề nghiệp"
    DRUG_REHABILITATION = "drug_rehabilitation", "Cai nghiện ma túy, quản lý sau cai nghiện"
    DIGITAL = "digital", "Công nghệ thông tin, chuyển đổi số, viễn thông"
    PRESS = "press", "Báo chí, xuất bản, thông tin cơ sở"
    NETWORK_SECURITY = "network_security", "An toàn thông tin mạng"
    HEALTH = "health", "Y tế, dân số"
    EDUCATION = "education", "Giáo dục và đào tạo"
    CULTURE = "culture", "Văn hóa, thể thao, du lịch, gia đình"
    PERSONNEL = "personnel", "Tổ chức bộ máy, biên chế"
    FINANCE = "finance", "Tài chính, ngân sách"
    PLANNING = "planning", "Kế hoạch phát triển kinh tế - xã hội"
    SECURITY = "security", "An ninh, trật tự"
    SUPERVISION = "supervision", "Giám sát, phản biện xã hội, vận động"
    PROPAGANDA = "propaganda", "Tuyên giáo"
    LOCAL_GOVERNMENT = "local_government", "Quản lý nhà nước trên địa bàn"
