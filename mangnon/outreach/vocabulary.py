"""Kinds and states of supervision and criticism, with the words people see."""

from django.db.models import TextChoices


class SupervisionForm(TextChoices):
    """The four forms of supervision of the Front (Luật Mặt trận Tổ quốc Việt Nam, Điều 27)."""

    PAPERS = "papers", "Nghiên cứu, xem xét văn bản"
    TEAM = "team", "Tổ chức đoàn giám sát"
    COMMUNITY = "community", "Thông qua Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng"
    JOINING = "joining", "Tham gia giám sát với cơ quan có thẩm quyền"


class CriticismForm(TextChoices):
    """How the Front criticises a draft."""

    CONFERENCE = "conference", "Hội nghị phản biện"
    WRITTEN = "written", "Gửi dự thảo lấy ý kiến bằng văn bản"
    DIALOGUE = "dialogue", "Đối thoại trực tiếp"


class Stance(TextChoices):
    """What the one addressed says to a recommendation or an opinion."""

    ACCEPTED = "accepted", "Tiếp thu"
    PARTLY = "partly", "Tiếp thu một phần"
    REFUSED = "refused", "Giải trình, không tiếp thu"


class RecommendationState(TextChoices):
    """Where a recommendation stands."""

    OWED = "owed", "Chờ trả lời"
    REPLIED = "replied", "Đã trả lời, đang theo dõi"
    DONE = "done", "Đã thực hiện"


class CriticismState(TextChoices):
    """Where a criticism stands."""

    ASKED = "asked", "Chờ ý kiến phản biện"
    GIVEN = "given", "Chờ tiếp thu, giải trình"
    ANSWERED = "answered", "Đã tiếp thu, giải trình"
