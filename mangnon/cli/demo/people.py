"""The invented people of the demonstration, one for each role, and the password they share. Nobody here is real."""

from dataclasses import dataclass

from mangnon.accounts.vocabulary import Field, Role

PASSWORD = "mang-non-chay-thu"  # for the demonstration on one's own machine only

CAI_KHE, NINH_KIEU, CITY = "31120", "31135", "92"


@dataclass(frozen=True)
class Person:
    """Somebody with one position. `agency` is an agency's code, or a commune's code where the commune's authority is meant."""

    username: str
    full_name: str
    role: Role
    title: str
    agency: str
    territory: str
    field: Field = Field.ALL


PEOPLE = (
    Person("canbo.caikhe", "Lâm Ngọc Thu", Role.WARD_OFFICER, "Công chức Văn hóa - Xã hội", CAI_KHE, CAI_KHE, Field.CHILDREN),
    Person("chutich.caikhe", "Huỳnh Minh Trí", Role.WARD_CHAIR, "Chủ tịch UBND phường Cái Khế", CAI_KHE, CAI_KHE),
    Person("ctv.caikhe", "Lý Thị Hồng Cúc", Role.COLLABORATOR, "Cộng tác viên khu vực 5", CAI_KHE, CAI_KHE, Field.CHILDREN),
    Person("canbo.ninhkieu", "Đặng Quốc Khải", Role.WARD_OFFICER, "Công chức Văn hóa - Xã hội", NINH_KIEU, NINH_KIEU, Field.CHILDREN),
    Person("chuyenvien.soyte", "Trịnh Quang Lộc", Role.LEAD_SPECIALIST, "Chuyên viên Phòng Dân số - Xã hội, Sở Y tế", "so-y-te", CITY),
    Person("lanhdao.soyte", "Đỗ Thanh Vân", Role.LEAD_HEAD, "Phó Giám đốc Sở Y tế", "so-y-te", CITY),
    Person("pct.cantho", "Ngô Minh Đăng", Role.CITY_LEADER, "Phó Chủ tịch UBND thành phố", "ubnd-thanh-pho", CITY),
    Person(
        "chuyenvien.sogddt", "Phan Thị Mỹ Duyên", Role.DEPARTMENT_SPECIALIST, "Chuyên viên Sở Giáo dục và Đào tạo", "so-gddt", CITY,
        Field.EDUCATION,
    ),
    Person("canbo.mttq", "Trần Hữu Phước", Role.FRONT_OFFICER, "Cán bộ Ủy ban MTTQ Việt Nam thành phố", "ubmttq", CITY),
    Person("nhanvien.coso", "Thạch Sô Phia", Role.FACILITY_STAFF, "Nhân viên công tác xã hội", CAI_KHE, CAI_KHE),
    Person("baove.dulieu", "Quách Gia Linh", Role.PRIVACY_OFFICER, "Cán bộ bảo vệ dữ liệu cá nhân", "ubnd-thanh-pho", CITY),
    Person("quantri", "Võ Hoàng Nam", Role.SYSTEM_ADMINISTRATOR, "Quản trị hệ thống", "ubnd-thanh-pho", CITY),
)  # fmt: skip
