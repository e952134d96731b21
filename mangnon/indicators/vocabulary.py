"""Units of measurement, chapters and sensitivity of indicators, with the words people see."""

from django.db.models import TextChoices

CITY = "92"  # the code of the whole city among administrative units


class Measure(TextChoices):
    """What a value is counted in."""

    CHILDREN = "children", "trẻ em"
    ENTRIES = "entries", "lượt"
    PERCENT = "percent", "%"


class Chapter(TextChoices):
    """Parts of the table of indicators, in the order of the yearly form "Thống kê số liệu trẻ em" (Mẫu 03)."""

    POPULATION = "population", "Dân số trẻ em"
    SPECIAL = "special", "Trẻ em có hoàn cảnh đặc biệt"
    AT_RISK = "at_risk", "Trẻ em có nguy cơ rơi vào hoàn cảnh đặc biệt"
    POVERTY = "poverty", "Trẻ em trong hộ nghèo, hộ cận nghèo"
    DATA = "data", "Dữ liệu về trẻ em"


class Sensitivity(TextChoices):
    """Whether a small count may point at a child whose circumstance the law keeps secret (Nghị định 56/2017/NĐ-CP, Điều 33)."""

    OPEN = "open", "Công khai trong cơ quan"
    RESTRICTED = "restricted", "Hạn chế"
