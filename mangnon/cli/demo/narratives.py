"""What the units of the demonstration write in their reports: invented, short, different from unit to unit, the same on every run."""

import random
from collections.abc import Mapping, Sequence

DIFFICULTIES = (
    "Một người làm công tác trẻ em phải kiêm nhiệm nhiều việc, không đủ thời gian thăm gia đình.",
    "Nhiều trẻ theo cha mẹ đi làm ăn xa, khó nắm nơi ở hiện tại.",
    "Trẻ đăng ký khai sinh ở địa phương khác nên chưa có số định danh trong danh sách.",
    "Thiếu điểm vui chơi và nơi học bơi an toàn cho trẻ ở khu vực xa trung tâm.",
    "Kinh phí cho công tác trẻ em còn lồng ghép, không có dòng riêng.",
    "Cộng tác viên ấp, khu vực thay đổi nhiều sau sắp xếp, chưa được tập huấn.",
    "Danh sách cũ còn ghi tên phường, xã trước ngày 01/7/2025, phải rà lại từng hộ.",
)
PROPOSALS = (
    "Đề nghị Sở Y tế tập huấn cho cộng tác viên ấp, khu vực trong quý I năm sau.",
    "Đề nghị bố trí dòng kinh phí riêng cho công tác trẻ em cấp xã.",
    "Đề nghị Công an thành phố hỗ trợ cấp số định danh cho trẻ còn thiếu theo danh sách.",
    "Đề nghị đầu tư hồ bơi di động cho các xã chưa có nơi học bơi.",
    "Đề nghị thống nhất mẫu danh sách trẻ em giữa ngành y tế và ngành giáo dục.",
)


def texts(*, codes: Sequence[str], name: str, is_commune: bool, seed: int) -> Mapping[str, str]:
    """Words for every section code of the report of one unit."""
    chance = random.Random(f"{seed}:{name}")
    written = _commune(chance) if is_commune else _agency(chance)
    written["khó khăn"] = "\n".join(chance.sample(DIFFICULTIES, chance.randint(1, 3)))
    written["kiến nghị"] = "\n".join(chance.sample(PROPOSALS, chance.randint(1, 2)))
    written["phương hướng"] = (
        "Tiếp tục làm sạch danh sách trẻ em, đối chiếu với dữ liệu dân cư trong quý I; "
        f"thăm ít nhất {chance.choice((90, 95, 100))}% trẻ em có hoàn cảnh đặc biệt mỗi quý."
    )
    return {code: written[code] for code in codes}


def _commune(chance: random.Random) -> dict[str, str]:
    meetings, visits, rows = chance.randint(4, 16), chance.randint(20, 180), chance.randint(3, 40)
    return {
        "I": f"Đã ban hành kế hoạch thực hiện, phân công từng thành viên phụ trách ấp, khu vực; "
        f"tổ chức {chance.randint(1, 4)} hội nghị quán triệt.",
        "II.1": f"Nhóm thường trực bảo vệ trẻ em họp {chance.randint(4, 12)} lần; đưa mục tiêu về trẻ em vào nghị quyết năm.",
        "II.2": f"Tổ chức {meetings} buổi truyền thông tại trường học, khu dân cư với {meetings * chance.randint(40, 90)} lượt người dự.",
        "II.3": f"Rà soát và hướng dẫn {chance.randint(5, 40)} hộ gia đình thực hiện tiêu chí ngôi nhà an toàn.",
        "II.4": f"Thăm, hỗ trợ {visits} trẻ em nghèo, cận nghèo, có hoàn cảnh đặc biệt từ ngân sách và vận động xã hội.",
        "II.5": f"Mở {chance.randint(1, 6)} lớp dạy bơi an toàn; lồng ghép dinh dưỡng và phòng, chống tai nạn thương tích.",
        "II.6": f"Nhập và làm sạch danh sách trẻ em, sửa {rows} dòng sai; lập danh sách trẻ chưa có số định danh gửi Công an.",
        "II.7": f"Phối hợp Mặt trận và đoàn thể duy trì {chance.randint(1, 5)} mô hình chăm sóc, giáo dục và bảo vệ trẻ em.",
        "III": f"Kinh phí lồng ghép {chance.randint(20, 180)} triệu đồng; vận động xã hội {chance.randint(5, 90)} triệu đồng.",
    }


def _agency(chance: random.Random) -> dict[str, str]:
    return {
        "I": f"Đã ban hành kế hoạch thực hiện và phổ biến đến {chance.randint(5, 60)} đơn vị trực thuộc.",
        "II.1": "Đưa chỉ tiêu về trẻ em vào kế hoạch công tác năm của ngành và giao cho từng phòng phụ trách.",
        "II.2": f"Phối hợp thực hiện {chance.randint(6, 40)} chuyên mục, tin, bài về chăm sóc, giáo dục và bảo vệ trẻ em.",
        "II.3": f"Rà soát, góp ý {chance.randint(1, 6)} văn bản liên quan đến quyền trẻ em thuộc lĩnh vực quản lý.",
        "II.4": f"Phân bổ kinh phí và hướng dẫn thực hiện chính sách cho {chance.randint(200, 4000)} lượt trẻ em.",
        "II.5": f"Triển khai {chance.randint(1, 5)} chương trình, đề án về trẻ em thuộc lĩnh vực phụ trách, lồng ghép với nhiệm vụ năm.",
        "II.6": f"Kiểm tra {chance.randint(3, 30)} cơ sở, kiến nghị khắc phục {chance.randint(1, 12)} thiếu sót.",
        "II.7": "Phối hợp Ủy ban Mặt trận Tổ quốc và các đoàn thể giám sát việc thực hiện chính sách về trẻ em.",
        "III": f"Dự toán được giao {chance.randint(300, 2500)} triệu đồng; đã thực hiện {chance.randint(80, 99)}%.",
    }
