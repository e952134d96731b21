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
    DOCUMENT_NUMBERED = "document_numbered", "Cấp số văn bản đi"
    DOCUMENT_RECEIVED = "document_received", "Vào sổ văn bản đến"
    DOCUMENT_CORRECTED = "document_corrected", "Sửa số, ngày, người ký của văn bản đã đăng ký"
    DOCUMENT_HANDLED = "document_handled", "Phân phối, giải quyết văn bản đến"
    DOCUMENT_RELATED = "document_related", "Nối hai văn bản"
    DOCUMENT_RECALLED = "document_recalled", "Thu hồi văn bản"
    DOSSIER_KEPT = "dossier_kept", "Lập, nộp lưu hồ sơ"
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
    DIFFICULTY_RAISED = "difficulty_raised", "Nêu khó khăn, vướng mắc"
    DIFFICULTY_ASKED_BACK = "difficulty_asked_back", "Đề nghị nói rõ khó khăn"
    DIFFICULTY_GROUPED = "difficulty_grouped", "Gộp khó khăn của các đơn vị"
    ANSWER_PROPOSED = "answer_proposed", "Đề xuất cách giải quyết khó khăn"
    DIFFICULTY_DECIDED = "difficulty_decided", "Quyết định giải quyết khó khăn"
    DECISION_READ = "decision_read", "Đơn vị đã nhận kết quả giải quyết khó khăn"
    COMMITTEE_FORMED = "committee_formed", "Ghi ban điều hành, nhóm thường trực"
    COMMITTEE_MEMBER_CHANGED = "committee_member_changed", "Đổi thành viên ban điều hành, nhóm thường trực"
    MEETING_CALLED = "meeting_called", "Lập cuộc họp"
    MEETING_HELD = "meeting_held", "Ghi biên bản cuộc họp"
    CONCLUSION_WRITTEN = "conclusion_written", "Ghi kết luận cuộc họp"
    LAW_PROPOSED = "law_proposed", "Kiến nghị sửa đổi, bổ sung văn bản"
    LAW_PROPOSAL_SENT = "law_proposal_sent", "Gửi kiến nghị sửa đổi, bổ sung văn bản"
    LAW_PROPOSAL_ANSWERED = "law_proposal_answered", "Ghi trả lời kiến nghị sửa đổi, bổ sung văn bản"
    PLAN_CHECKED = "plan_checked", "Ghi kiểm tra, sơ kết, tổng kết kế hoạch"
    REQUIREMENT_MET = "requirement_met", "Báo đã làm theo yêu cầu sau kiểm tra"
    DISSEMINATION_RECORDED = "dissemination_recorded", "Ghi việc quán triệt, tuyên truyền"
    # outreach
    SUPERVISION_PLANNED = "supervision_planned", "Lập chương trình giám sát"
    SUPERVISION_VISITED = "supervision_visited", "Ghi kết quả giám sát"
    RECOMMENDATION_MADE = "recommendation_made", "Kiến nghị sau giám sát"
    RECOMMENDATION_REPLIED = "recommendation_replied", "Trả lời kiến nghị sau giám sát"
    RECOMMENDATION_DONE = "recommendation_done", "Xác nhận đã thực hiện kiến nghị"
    CRITICISM_ASKED = "criticism_asked", "Đề nghị phản biện xã hội"
    CRITICISM_GIVEN = "criticism_given", "Cho ý kiến phản biện xã hội"
    CRITICISM_ANSWERED = "criticism_answered", "Tiếp thu, giải trình ý kiến phản biện"
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


def acts() -> list[tuple[str, str]]:
    """The choices of the log's column, asked when needed: a new act then needs no migration."""
    return Act.choices
