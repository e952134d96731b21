"""Kinds and levels of institutions, kinds of succession."""

from django.db.models import TextChoices


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
    """How much of the old one went to the new. Land and people are told apart (bảng chuyển đổi của Tổng cục Thống kê)."""

    WHOLE = "whole", "Toàn bộ"
    PART = "part", "Một phần"
    NONE = "none", "Không"


class SuccessionKind(TextChoices):
    MERGED = "merged", "Nhập"
    RENAMED = "renamed", "Đổi tên"
    KEPT = "kept", "Giữ nguyên"
    SPLIT = "split", "Tách"
    TRANSFERRED = "transferred", "Chuyển chức năng"
