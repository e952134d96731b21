"""Words beside a child: those of its death, its leaving, a mistake; not those about its parents."""

import pytest

from mangnon.intake.rules.remarks import Remark, of_a_note, said
from mangnon.register.vocabulary import circumstances

DIED = (
    "Đã mất", "mất ngày 05/03/2026", "Mất 2024", "chết", "Chết đuối", "đã chết do tai nạn", "bé mất", "Trẻ đã mất 12/2025", "tử vong",
    "Tử vong sau sinh", "đã qua đời", "đã khai tử", "có giấy chứng tử", "mất tích", "(đã mất)", "mất rồi", "ở với ngoại, đã mất",
    "con bà Lan, đã mất", "Con chị Hai đã mất", "bé Ba đã mất", "cháu mất do bệnh", "Da mat", "chet duoi", "da mat ngay 5/3/2025",
    "DA MAT", "ĐÃ MẤT", "mất T5/2025", "Đã mất (2023)", "sinh 05/03/2018 mất 06/2018", "con của mẹ đơn thân đã mất", "đuối nước",
    "ba tháng tuổi đã mất", "thai lưu", "Thai lưu 32 tuần", "thai chết lưu", "thai luu", "sẩy thai", "Sảy thai 12 tuần", "say thai",
    "mẹ sẩy thai", "bị sẩy thai", "không còn tim thai", "mất tim thai", "thai ngoài tử cung", "đình chỉ thai nghén", "bỏ thai", "IUFD",
    "thai ngưng phát triển", "chết lưu",
)  # fmt: skip
LEFT = (
    "chuyển đi", "Đã chuyển về An Giang", "chuyển về quê", "bỏ địa phương", "đi làm ăn xa cùng cha mẹ", "ngoài địa bàn",
    "không còn ở địa phương", "Theo mẹ về quê ngoại", "theo cha mẹ đi Bình Dương", "đi theo cha mẹ", "Tạm vắng",
    "vắng mặt tại địa phương", "đã đi khỏi địa phương", "không có mặt tại địa phương", "cắt khẩu chuyển đi", "chuyển hộ khẩu",
    "ở Bình Dương", "đi nước ngoài", "gia đình chuyển đi nơi khác", "cả nhà đi Sài Gòn", "Chuyển đến tỉnh khác", "chuyen di",
    "Khong con o dia phuong", "bo dia phuong", "cháu cùng mẹ chuyển đi", "Ông bà nuôi, cháu đã chuyển đi",
    "không cư trú tại địa phương", "ở ấp khác", "không ở địa phương", "sống ở nước ngoài cùng mẹ", "Mẹ và cháu chuyển về An Giang",
    "mới chuyển qua Bình Dương", "bé này mới chuyển qua Bình Dương rồi", "mới chuyển đi", "Moi chuyen ve Ca Mau", "đã cắt khẩu",
    "cắt hộ khẩu", "mới dọn đi", "dọn nhà qua phường khác", "về Cà Mau sống", "sống tại Bình Dương", "Ở với mẹ tại Bình Dương",
    "không có tại địa phương", "Không có tên trong danh sách",
)  # fmt: skip
WRONG = (
    "trùng", "Trùng STT 12", "ghi trùng", "xóa", "xoá tên", "Xóa", "trùng với dòng 5", "gạch tên", "loại khỏi danh sách", "ghi nhầm",
    "bị trùng tên", "đã có ở danh sách KV3", "đã có tên trong danh sách KV 2", "đã kê ở ấp 3", "đã ghi ở trang trước",
    "da co o danh sach KV3", "không có thật", "khong co that", "không có cháu này", "không ai biết", "không tìm thấy",
    "không tìm thấy hộ này", "bỏ", "Bỏ ra", "(bỏ)", "đề nghị bỏ", "hủy", "loại", "gạch", "bo", "đã xóa dòng này",
)  # fmt: skip
NOTHING = (
    "mẹ mất", "cha bỏ đi", "cha mẹ đi làm ăn xa", "cha mất, mẹ bỏ đi", "Mồ côi cha (cha mất 2019)", "Mẹ đã chết",
    "mẹ chuyển về An Giang", "cha: mất", "Cha Nguyễn Văn B (đã mất)", "mất mẹ", "mất cha từ nhỏ", "mất giấy khai sinh", "mất CCCD",
    "mới chuyển đến", "chuyển đến từ ấp 2", "mới chuyển về", "chuyển trường", "chuyển lớp", "chuyển sang trường Cái Khế",
    "ở với bà ngoại", "bà nội mất", "ông bà đã mất", "me mat", "cha me di lam an xa", "cha mat me bo di", "bo me di lam xa",
    "ở với bà ngoại, cha mẹ đi Bình Dương", "Trẻ em có cả cha và mẹ đi làm ăn xa", "khuyết tật", "hộ nghèo", "nhiễm trùng máu",
    "xóa đói giảm nghèo", "khám mắt", "suýt chết đuối", "chuyển hộ nghèo sang cận nghèo", "mồ côi cha mẹ", "ba mất",
    "Ba má đi Bình Dương", "tía chết", "từ Bình Dương chuyển về", "đang học lớp 3", "em trai mất năm 2020", "chị ruột đã mất",
    "giấy chứng tử của cha", "dạy kỹ năng phòng chống đuối nước", "mẹ nước ngoài", "Con nuôi", "Trường Trung học", "o voi ba ngoai",
    "mẹ mất 2019", "cha mất tích", "mẹ chết, cha có vợ khác", "sống với cha, mẹ đi lấy chồng xa", "cha mẹ ly hôn, mẹ bỏ địa phương",
    "ở trọ", "tạm trú", "chuyển về từ Vĩnh Long", "Mẹ làm công nhân Bình Dương", "cha làm ở Bình Dương", "người còn lại mất tích",
    "Song sinh", "chưa tiêm đủ", "sinh tại TP Hồ Chí Minh", "khai sinh ở tỉnh khác", "học ở xã khác", "hộ khẩu ở tỉnh khác",
    "không có nhà ở", "Không có tên trong hộ khẩu", "dọa sẩy thai", "mẹ từng sẩy thai", "tiền sử thai lưu", "lần trước thai lưu",
    "sinh non, thai 28 tuần", "nguy cơ thai lưu", "khám thai", "mới chuyển qua", "mới dọn qua đây", "mẹ mới chuyển qua Bình Dương",
    "chưa cắt khẩu", "quê ở Cà Mau", "mới ở Bình Dương về", "đã có trong danh sách hộ nghèo", "đã có tên trong danh sách khuyết tật",
    "không tìm thấy giấy khai sinh", "không có giấy khai sinh", "bỏ học", "bỏ bú", "Huy", "loại khá", "sắp đủ 16 tuổi",
    "chưa đủ 16 tuổi", "hết tuổi tiêm", "mẹ đã 16 tuổi", "TV", "song thai",
    "Thẻ bị mất, cấp lại", "the bi mat ngay 5/3", "BHYT đã mất", "giấy khai sinh làm mất",
)  # fmt: skip


@pytest.mark.parametrize("text", DIED)
def test_the_child_died(text):
    assert said(text) is Remark.DIED


@pytest.mark.parametrize("text", LEFT)
def test_the_child_left(text):
    assert said(text) is Remark.LEFT


@pytest.mark.parametrize("text", WRONG)
def test_the_child_stands_there_by_mistake(text):
    assert said(text) is Remark.WRONG


@pytest.mark.parametrize("text", NOTHING)
def test_others_things_and_arrivals_are_not_meant(text):
    assert said(text) is None


@pytest.mark.parametrize(
    "text", ["hết tuổi", "quá tuổi", "đã hết tuổi trẻ em", "đã đủ 16 tuổi", "trên 16 tuổi", "het tuoi", "đã trưởng thành"]
)
def test_no_child_any_more(text):
    assert said(text) is Remark.GROWN


def test_a_short_word_of_a_note_may_mean_two_things():
    for text in ("TV", "tv", "T.V", "đã TV", "TV 12/10", "TV (2025)"):
        assert of_a_note(text) is Remark.SHORT
    for text in ("TV hộ", "xem tv", "ATV", "TVT", "thành viên", "tivi", ""):
        assert of_a_note(text) is None
    assert of_a_note("đã mất") is Remark.DIED


def test_the_gravest_counts():
    assert said("chuyển đi An Giang, đã mất 2024") is Remark.DIED


def test_no_circumstance_of_the_law_is_taken_for_a_remark():
    words = [word for clause in circumstances.CLAUSES.values() for word in (clause.label, *clause.also)]
    assert words
    assert not [word for word in words if said(word)]
