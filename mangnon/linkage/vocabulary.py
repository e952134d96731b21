"""Words of linkage: what is decided of a child and a person, and on what ground."""

from django.db.models import TextChoices


class Verdict(TextChoices):
    """What is held of a child and a person of the population snapshot. A child without any person is UNMATCHED."""

    LINK = "link", "Cùng một trẻ"
    REVIEW = "review", "Cần người xem"
    MISMATCH = "mismatch", "Lệch dữ liệu dân cư"
    VISIT = "visit", "Cần xác minh tại hộ"
    NOT = "not", "Khác người"
    UNMATCHED = "unmatched", "Không thấy trong dữ liệu dân cư"


OPEN_VERDICTS = (Verdict.REVIEW, Verdict.MISMATCH, Verdict.VISIT)  # a pair that waits for a person
BY_PEOPLE = (Verdict.LINK, Verdict.NOT, Verdict.VISIT)  # what a person may decide


class Level(TextChoices):
    """How far a child and a person agree, strongest first."""

    NUMBER_NAME_BIRTH = "number_name_birth", "Trùng số định danh, họ tên và ngày sinh"
    NAME_BIRTH_PARENT = "name_birth_parent", "Trùng họ tên, ngày sinh và cha hoặc mẹ"
    NUMBER_NAME = "number_name", "Trùng số định danh và họ tên, khác ngày sinh"
    NUMBER_BIRTH = "number_birth", "Trùng số định danh và ngày sinh, khác họ tên"
    OTHER_NUMBER = "other_number", "Trùng họ tên, ngày sinh và cha hoặc mẹ, nhưng khác số định danh"
    NAME_YEAR_PARENT = "name_year_parent", "Trùng họ tên, cha hoặc mẹ; ngày sinh chỉ trùng phần đã biết"
    NAME_BIRTH = "name_birth", "Trùng họ tên và ngày sinh; cha mẹ khác hoặc không ghi"
    ALIKE = "alike", "Gần giống ở nhiều mục"
    NUMBER_ONLY = "number_only", "Trùng số định danh, khác họ tên và ngày sinh"
    NOBODY = "nobody", "Không ai trùng số, cũng không ai đủ giống"
    PERSON = "person", "Người xem quyết định"


class Degree(TextChoices):
    """How far one field agrees, as the pair page shows it."""

    SAME = "same", "Giống hẳn"
    ALIKE = "alike", "Gần giống"
    DIFFERENT = "different", "Khác"
    UNKNOWN = "unknown", "Không so được"
