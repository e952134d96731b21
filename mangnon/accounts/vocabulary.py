"""Roles, permissions and how far each reaches, with the words people see."""

from django.db.models import TextChoices


class Role(TextChoices):
    """What kind of work a position is. A person may hold several positions, each with its own role and place."""

    COLLABORATOR = "collaborator", "Cộng tác viên"
    WARD_OFFICER = "ward_officer", "Người làm công tác bảo vệ trẻ em cấp xã"
    WARD_CHAIR = "ward_chair", "Chủ tịch Ủy ban nhân dân xã, phường"
    DEPARTMENT_SPECIALIST = "department_specialist", "Chuyên viên sở, ban, ngành"
    LEAD_SPECIALIST = "lead_specialist", "Chuyên viên cơ quan chủ trì"
    LEAD_HEAD = "lead_head", "Lãnh đạo cơ quan chủ trì"
    CITY_LEADER = "city_leader", "Lãnh đạo Ủy ban nhân dân thành phố"
    FRONT_OFFICER = "front_officer", "Cán bộ Mặt trận, đoàn thể"
    FACILITY_STAFF = "facility_staff", "Nhân viên cơ sở"
    PRIVACY_OFFICER = "privacy_officer", "Cán bộ bảo vệ dữ liệu cá nhân"
    SYSTEM_ADMINISTRATOR = "system_administrator", "Quản trị hệ thống"


ROLE_MEANING = {
    Role.COLLABORATOR: "Nắm trẻ em ở ấp, khu vực; gửi danh sách về xã, phường.",
    Role.WARD_OFFICER: "Giữ sổ trẻ em, đối chiếu dân cư, viết báo cáo của xã, phường.",
    Role.WARD_CHAIR: "Duyệt và nộp báo cáo, chịu trách nhiệm nhiệm vụ của xã, phường.",
    Role.DEPARTMENT_SPECIALIST: "Theo dõi nhiệm vụ và viết báo cáo của cơ quan mình; không xem trẻ em.",
    Role.LEAD_SPECIALIST: "Đọc kế hoạch, giao nhiệm vụ, xem và tổng hợp báo cáo của mọi đơn vị.",
    Role.LEAD_HEAD: "Duyệt nhiệm vụ, chấp nhận báo cáo, trình báo cáo chung.",
    Role.CITY_LEADER: "Xem toàn cảnh kế hoạch và quyết định; chỉ xem số liệu, không xem hồ sơ trẻ em.",
    Role.FRONT_OFFICER: "Giám sát, phản biện, vận động; chỉ xem số liệu tổng hợp.",
    Role.FACILITY_STAFF: "Làm việc tại cơ sở; chưa có quyền trong bước này ngoài việc của mình.",
    Role.PRIVACY_OFFICER: "Xem nhật ký ai đã xem gì; không xem hồ sơ trẻ em.",
    Role.SYSTEM_ADMINISTRATOR: "Quản lý tài khoản và hệ thống; không xem hồ sơ trẻ em.",
}


class Permission(TextChoices):
    """What may be done. Every page names one; what none names is refused."""

    SEE_OWN_WORK = "see_own_work", "Xem việc của mình"
    SEE_UNITS = "see_units", "Xem đơn vị, cơ quan"
    DECIDE_SUCCESSION = "decide_succession", "Quyết định nơi tiếp nhận khi đơn vị, cơ quan tách ra"
    PREPARE_REORGANISATION = "prepare_reorganisation", "Soạn văn bản sắp xếp đơn vị, cơ quan"
    DECIDE_REORGANISATION = "decide_reorganisation", "Quyết định sắp xếp đơn vị, cơ quan"
    SEE_CHILDREN = "see_children", "Xem hồ sơ trẻ em"
    SEE_RESTRICTED = "see_restricted", "Xem nội dung hạn chế trong hồ sơ trẻ em"
    EDIT_CHILDREN = "edit_children", "Ghi, sửa hồ sơ trẻ em"
    IMPORT_LISTS = "import_lists", "Nhập danh sách trẻ em"
    DECIDE_MATCHES = "decide_matches", "Quyết định kết quả đối chiếu"
    SEE_PLANS = "see_plans", "Xem kế hoạch, nhiệm vụ"
    ADOPT_PLANS = "adopt_plans", "Sửa bản đọc và chấp nhận kế hoạch"
    ASSIGN_TASKS = "assign_tasks", "Giao người phụ trách nhiệm vụ"
    REPORT_OWN_WORK = "report_own_work", "Nêu khó khăn, trả lời kiến nghị, ghi việc của đơn vị"
    PROPOSE_ANSWERS = "propose_answers", "Gộp khó khăn, đề xuất cách giải quyết"
    DECIDE_DIFFICULTIES = "decide_difficulties", "Quyết định giải quyết khó khăn"
    RUN_COMMITTEES = "run_committees", "Ghi ban điều hành, cuộc họp, kết luận"
    CHECK_PLAN = "check_plan", "Kiểm tra, sơ kết, tổng kết kế hoạch"
    SUPERVISE = "supervise", "Giám sát, phản biện xã hội"
    SEE_DOCUMENTS = "see_documents", "Xem văn bản, sổ văn bản"
    REGISTER_DOCUMENTS = "register_documents", "Đăng ký văn bản, cấp số, lập hồ sơ"
    WRITE_WORK_PLANS = "write_work_plans", "Lập kế hoạch công tác của đơn vị"
    CONFIRM_TASKS = "confirm_tasks", "Xác nhận, trả lại, tạm hoãn, hủy nhiệm vụ"
    DECIDE_EXTENSIONS = "decide_extensions", "Quyết định gia hạn nhiệm vụ"
    SEE_INDICATORS = "see_indicators", "Xem chỉ tiêu"
    COMPUTE_INDICATORS = "compute_indicators", "Tính lại chỉ tiêu"
    SEE_REPORTING = "see_reporting", "Xem tình hình nộp báo cáo"
    WRITE_REPORT = "write_report", "Viết báo cáo của đơn vị"
    SUBMIT_REPORT = "submit_report", "Nộp báo cáo của đơn vị"
    REVIEW_REPORTS = "review_reports", "Xem, trả lại, chấp nhận báo cáo"
    CONSOLIDATE_REPORTS = "consolidate_reports", "Tổng hợp báo cáo thành phố"
    SEE_CITY_PAGE = "see_city_page", "Xem trang điều hành"
    SEE_LOG = "see_log", "Xem nhật ký"
    MANAGE_ACCOUNTS = "manage_accounts", "Quản lý tài khoản"


class Reach(TextChoices):
    """How far a permission goes for a position."""

    UNIT = "unit", "địa bàn của chức danh"
    AGENCY = "agency", "cơ quan của chức danh"
    CITY = "city", "toàn thành phố"


class Field(TextChoices):
    """The field of work of a position (lĩnh vực), narrowing what it answers for."""

    ALL = "all", "Mọi lĩnh vực"
    CHILDREN = "children", "Trẻ em"
    HEALTH = "health", "Y tế"
    EDUCATION = "education", "Giáo dục"
    CULTURE = "culture", "Văn hóa, thể thao, du lịch"
    JUSTICE = "justice", "Tư pháp"
    SECURITY = "security", "An ninh, trật tự"
    FINANCE = "finance", "Tài chính, kế hoạch"
    INFORMATION = "information", "Thông tin, truyền thông"
