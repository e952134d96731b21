"""Acts as past-tense facts, each with the sentence the log shows. One line here before a room may record it."""

from django.db.models import TextChoices


class Act(TextChoices):
    """What happened. The value is stable and stored; the label is shown."""

    # institutions
    UNITS_LOADED = "units_loaded", "Nạp danh mục đơn vị hành chính, cơ quan"
    SUCCESSION_DECIDED = "succession_decided", "Quyết định nơi tiếp nhận khi một đơn vị, cơ quan tách ra"
    SUCCESSION_WITHDRAWN = "succession_withdrawn", "Rút lại quyết định nơi tiếp nhận"
    # accounts
    USER_CREATED = "user_created", "Tạo tài khoản"
    PASSWORD_SET = "password_set", "Đặt mật khẩu"
    POSITION_GIVEN = "position_given", "Giao chức danh"
    POSITION_ENDED = "position_ended", "Kết thúc chức danh"
    LOGGED_IN = "logged_in", "Đăng nhập"
    LOGIN_FAILED = "login_failed", "Đăng nhập sai"
    LOGGED_OUT = "logged_out", "Đăng xuất"
    ACCESS_REFUSED = "access_refused", "Bị từ chối truy cập"
    # documents
    FILE_STORED = "file_stored", "Lưu tệp"
    FILE_DOWNLOADED = "file_downloaded", "Tải tệp"
    DOCUMENT_REGISTERED = "document_registered", "Đăng ký văn bản"
    # register
    CHILD_ENROLLED = "child_enrolled", "Ghi trẻ em vào sổ"
    CHILD_AMENDED = "child_amended", "Sửa hồ sơ trẻ em"
    CHILD_MOVED = "child_moved", "Ghi chuyển nơi ở của trẻ em"
    CHILD_VIEWED = "child_viewed", "Xem hồ sơ trẻ em"
    CHILDREN_LISTED = "children_listed", "Xem danh sách trẻ em"
    CHILDREN_EXPORTED = "children_exported", "Xuất danh sách trẻ em"
    IDENTIFIER_CHANGED = "identifier_changed", "Đổi trạng thái số định danh cá nhân"
    CIRCUMSTANCE_RECORDED = "circumstance_recorded", "Ghi hoàn cảnh của trẻ em"
    CIRCUMSTANCE_ENDED = "circumstance_ended", "Kết thúc hoàn cảnh của trẻ em"
    # intake
    BATCH_RECEIVED = "batch_received", "Nhận danh sách"
    BATCH_ENROLLED = "batch_enrolled", "Ghi các dòng đúng của danh sách vào sổ"
    CELL_CORRECTED = "cell_corrected", "Sửa một ô của danh sách"
    ROW_SET_ASIDE = "row_set_aside", "Bỏ qua một dòng của danh sách"
    # linkage
    SNAPSHOT_LOADED = "snapshot_loaded", "Nạp bản trích dữ liệu dân cư"
    LINKAGE_RUN = "linkage_run", "Đối chiếu sổ trẻ em với dữ liệu dân cư"
    MATCH_DECIDED = "match_decided", "Quyết định một cặp đối chiếu"
    MATCH_REVOKED = "match_revoked", "Rút lại quyết định đối chiếu"
    # plans
    PLAN_READ = "plan_read", "Đọc văn bản kế hoạch"
    CLAUSE_CORRECTED = "clause_corrected", "Sửa điều khoản đã đọc"
    TASK_CORRECTED = "task_corrected", "Sửa nhiệm vụ dự thảo"
    PLAN_ADOPTED = "plan_adopted", "Chấp nhận kế hoạch và nhiệm vụ"
    TASK_ASSIGNED = "task_assigned", "Giao người phụ trách nhiệm vụ"
    TASK_PROGRESSED = "task_progressed", "Báo tiến độ nhiệm vụ"
    # indicators
    INDICATORS_COMPUTED = "indicators_computed", "Tính chỉ tiêu"
    # reports
    PERIOD_OPENED = "period_opened", "Mở kỳ báo cáo"
    REPORT_WRITTEN = "report_written", "Viết báo cáo"
    REPORT_SUBMITTED = "report_submitted", "Nộp báo cáo"
    REPORT_RETURNED = "report_returned", "Trả lại báo cáo"
    REPORT_ACCEPTED = "report_accepted", "Chấp nhận báo cáo"
    REPORT_REMINDED = "report_reminded", "Nhắc đơn vị nộp báo cáo"
    REPORT_CONSOLIDATED = "report_consolidated", "Tổng hợp báo cáo"
    REPORT_DOWNLOADED = "report_downloaded", "Tải báo cáo"
    # demo
    CITY_SEEDED = "city_seeded", "Tạo thành phố giả lập"
