"""`mangnon import`: the contract's answer, progress on stderr, refusals with a sentence."""

import json
from contextlib import nullcontext
from functools import partial

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.cli.main import main
from mangnon.intake import queries as intake
from mangnon.register import queries
from mangnon.register.models import Circumstance
from tests.factories import child_lists, people
from tests.factories.register import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _keep_the_test_database(monkeypatch):
    """Commands open the database themselves; here it is open already, with pytest's transaction around it."""
    monkeypatch.setattr("mangnon.cli.main.database", nullcontext)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "DS tre em.xlsx"
    rows = [child_lists.row(), child_lists.row(full_name="Trần Thị Bảo Ngọc", birth_date="31/02/2019", personal_number="")]
    path.write_bytes(child_lists.workbook(rows, above=[["DANH SÁCH TRẺ EM"]]))
    return path


def answer(capsys, *line):
    assert main(["import", *map(str, line), "--json"]) == 0
    out, err = capsys.readouterr()
    assert "Đang đọc và kiểm tra tệp" in err
    return json.loads(out)


def test_the_answer_of_the_contract(capsys, file):
    said = answer(capsys, file, "--format", "child-list", "--commune", "31120")
    assert (said["rows"], said["accepted"], said["new"]) == (2, 1, 1)
    assert said["findings"] == [
        {
            "row": 4, "column": "Ngày sinh", "rule": "birth_date_exists", "severity": "must_fix",
            "message": "Ngày 31/02/2019 không có trong lịch. Xem lại giấy khai sinh rồi nhập lại ngày.",
        }
    ]  # fmt: skip
    assert queries.children(SYSTEM, on=TODAY).get().lives_in.code == "31120"


def test_of_very_many_findings_the_first_are_told_and_the_others_counted(capsys, tmp_path, monkeypatch):
    path = tmp_path / "ds.csv"
    path.write_text("Họ và tên,Ngày sinh\n" + "Trần Thị Bảo Ngọc,31/02/2019\n" * 3, encoding="utf-8")
    monkeypatch.setattr(intake, "findings_as_data", partial(intake.findings_as_data, most=2))
    said = answer(capsys, path, "--commune", "31120")
    assert (len(said["findings"]), said["findings_more"]) == (2, 7)
    main(["import", str(path), "--commune", "31120"])
    assert "… và 7 phát hiện nữa; xem thêm bằng --json, xem đủ trên trang Nhập danh sách." in capsys.readouterr().out


def test_again_nothing_changes_and_it_says_so(capsys, file):
    first = answer(capsys, file, "--commune", "31120")
    again = answer(capsys, file, "--commune", "31120")
    assert (again["new"], again["changed"], again["unchanged"], again["repeats"]) == (0, 0, 1, first["batch"])
    main(["import", str(file), "--commune", "31120"])
    assert f"Tệp này đã nhập trước đây (danh sách số {first['batch']})" in capsys.readouterr().out


def test_it_is_done_in_somebody_s_name(capsys, file):
    officer = people.ward_officer()
    assert answer(capsys, file, "--by", officer.id)["accepted"] == 1
    assert main(["import", str(file), "--by", people.other_ward_officer().id, "--commune", "31120"]) == 1
    assert "không có quyền" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["khong-co.xlsx"], "Không có tệp"),
        (["{file}", "--commune", "00000"], "Không có xã, phường nào mang mã 00000"),
        (["{file}", "--format", "khac"], "Không có mẫu danh sách “khac”"),
        (["{file}", "--by", "ai-do"], "Không có tài khoản “ai-do”"),
    ],
)
def test_refusals(capsys, file, line, words):
    assert main(["import", *(part.replace("{file}", str(file)) for part in line)]) == 1
    assert words in capsys.readouterr().err


ODD = [["Bé nào", "Chào đời", "Người nhà"], ["Võ Thành Đạt", "09/09/2021", "Lê Thị Mai"], ["Võ Thị Bé", "01/02/2019", "Lê Thị Mai"]]
TIDY = [["Họ và tên", "Ngày sinh", "Họ tên mẹ"], ["Lý Thị Hồng", "03/02/2019", "Trần Thị Lệ"]]


def test_odd_columns_are_refused_with_the_way_to_answer_and_answered(capsys, tmp_path):
    path = tmp_path / "la.xlsx"
    path.write_bytes(child_lists.sheet_of(ODD))
    assert main(["import", str(path), "--commune", "31120"]) == 1
    said = capsys.readouterr().err
    assert "cột A “Bé nào” là Họ và tên" in said
    assert '--columns "A=full_name,B=birth_date,C=mother_name"' in said
    answered = answer(capsys, path, "--commune", "31120", "--columns", "A=full_name,B=birth_date,C=mother_name")
    assert (answered["rows"], answered["accepted"]) == (2, 2)


def test_a_list_without_a_heading_is_answered_by_letters(capsys, tmp_path):
    path = tmp_path / "tran.xlsx"
    path.write_bytes(child_lists.sheet_of(ODD[1:]))
    assert main(["import", str(path), "--commune", "31120", "--columns", "A=full_name"]) == 1
    assert "Chưa có cột nào là “Ngày sinh”" in capsys.readouterr().err
    assert answer(capsys, path, "--commune", "31120", "--columns", "A=full_name,B=birth_date,C=mother_name")["accepted"] == 2


def test_ticks_are_entered_and_kept_when_other_columns_are_asked_about(capsys, tmp_path):
    path = tmp_path / "DS.xlsx"
    heads = [["Họ và tên", "Ngày sinh", "Người nhà", "Hoàn cảnh", ""], ["", "", "", "Bị bỏ rơi", "Mồ côi"]]
    rows = [["Lưu Gia Hân", "05/06/2022", "Trần Thị Ngân", "x", ""], ["Lưu Gia Bảo", "05/06/2020", "Trần Thị Ngân", "", "x"]]
    path.write_bytes(child_lists.sheet_of([*heads, *rows]))
    assert main(["import", str(path), "--commune", "31120"]) == 1
    columns = "A=full_name,B=birth_date,C=mother_name,D=circumstances=Bị bỏ rơi,E=circumstances=Mồ côi"
    assert f'--columns "{columns}"' in capsys.readouterr().err
    said = answer(capsys, path, "--commune", "31120", "--columns", columns)
    assert (said["accepted"], {finding["rule"] for finding in said["findings"]}) == (1, {"circumstance_known", "sex_known"})
    child = queries.children(SYSTEM, on=TODAY).get()
    assert Circumstance.objects.get(child=child.pk).clause == "LTE102/2016:D10.K1.b"


def test_a_sheet_that_is_no_list_is_left_out(capsys, tmp_path):
    path = tmp_path / "hai.xlsx"
    path.write_bytes(child_lists.sheets_of({"Trẻ": TIDY, "Khác": ODD}))
    assert main(["import", str(path), "--commune", "31120"]) == 1
    assert '--leave-out "Khác"' in capsys.readouterr().err
    said = answer(capsys, path, "--commune", "31120", "--leave-out", "Khác")
    assert (said["rows"], said["sheets"]) == (1, ["Trẻ"])
    assert said["left_out"] == [{"sheet": "Khác", "why": "đã trả lời là không dùng"}]


def test_a_table_of_a_sheet_is_left_out_as_the_refusal_names_it(capsys, tmp_path):
    path = tmp_path / "bang.xlsx"
    odd = [["Bé nào", "Chào đời", "Người nhà"], *ODD[1:]]
    other = [["Trẻ nào", "Lúc chào đời", "Ai nuôi"], ["Võ Văn Tám", "01/02/2020", "Lê Thị Ba"], ["Võ Thị Chín", "03/02/2021", "Lê Thị Ba"]]
    path.write_bytes(child_lists.sheets_of({"Trẻ": [*TIDY, [], *odd, [], *other]}))
    assert main(["import", str(path), "--commune", "31120"]) == 1
    said = capsys.readouterr().err
    assert '--leave-out "Trẻ, bảng ở dòng 4" nếu bảng này không phải danh sách trẻ' in said
    assert main(["import", str(path), "--commune", "31120", "--leave-out", "Trẻ, bảng ở dòng 4"]) == 1
    last = f"Trẻ, bảng ở dòng {len([*TIDY, [], *odd, []]) + 1}"
    assert f'--leave-out "{last}"' in capsys.readouterr().err
    said = answer(capsys, path, "--commune", "31120", "--leave-out", last)
    assert (said["rows"], said["left_out"]) == (1, [
        {"sheet": "Trẻ, bảng ở dòng 4", "why": "đã trả lời là không dùng"}, {"sheet": last, "why": "đã trả lời là không dùng"},
    ])  # fmt: skip


def test_leaving_out_what_nobody_asked_about_is_told(capsys, file):
    main(["import", str(file), "--commune", "31120", "--leave-out", "Tổng hợp"])
    assert "Lệnh không hỏi gì về “Tổng hợp”; --leave-out không dùng đến." in capsys.readouterr().err


ROLL = [
    ["TRƯỜNG TIỂU HỌC CÁI KHẾ 1"], ["DANH SÁCH HỌC SINH LỚP 2A1"],
    ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Lớp", "Năm học", "Họ tên mẹ"],
    ["1", "Lưu Gia Hân", "05/06/2019", "Nữ", "2A1", "2026-2027", "Trần Thị Ngân"],
]  # fmt: skip


def test_a_roll_is_no_child_list_unless_somebody_says_so(capsys, tmp_path):
    path = tmp_path / "hs.xlsx"
    path.write_bytes(child_lists.sheet_of(ROLL))
    assert main(["import", str(path), "--commune", "31120"]) == 1
    said = capsys.readouterr().err
    assert "Tệp này giống mẫu “Danh sách học sinh”: chọn mẫu đó rồi gửi lại. Chạy lại với --format school-roll." in said
    assert "Đúng là danh sách trẻ em thì thêm --format child-list." in said
    assert not queries.children(SYSTEM, on=TODAY).exists()
    assert answer(capsys, path, "--commune", "31120", "--format", "school-roll")["told"] == [
        "Trường Tiểu học Cái Khế 1 lấy từ tiêu đề."
    ]  # fmt: skip
    main(["import", str(path), "--commune", "31120", "--format", "child-list"])
    assert "Chạy lại với --format school-roll." in capsys.readouterr().err
    assert queries.children(SYSTEM, on=TODAY).count() == 1


def test_a_refusal_names_the_kind_the_file_looks_like(capsys, tmp_path):
    path = tmp_path / "hs.xlsx"
    path.write_bytes(child_lists.sheet_of([["STT", "Họ và tên", "Trường", "Lớp", "Năm học"], ["1", "Lưu Gia Hân", "TH Cái Khế", "2A1"]]))
    assert main(["import", str(path), "--commune", "31120"]) == 1
    assert "Tệp này giống mẫu “Danh sách học sinh”" in capsys.readouterr().err


def test_findings_of_several_sheets_name_theirs(capsys, tmp_path):
    path = tmp_path / "ap.xlsx"
    wrong = [TIDY[0], ["Võ Thị Bé", "31/02/2019", "Lê Thị Mai"]]
    path.write_bytes(child_lists.sheets_of({"Ấp 1": TIDY, "Ấp 2": wrong}))
    said = answer(capsys, path, "--commune", "31120")
    assert (said["rows"], said["accepted"]) == (2, 1)
    assert [(one["sheet"], one["row"]) for one in said["findings"] if one["severity"] == "must_fix"] == [("Ấp 2", 2)]
    main(["import", str(path), "--commune", "31120"])
    assert "Trang “Ấp 2”, dòng 2, cột Ngày sinh" in capsys.readouterr().out


def test_pairs_of_columns_are_written_plainly(capsys, file):
    with pytest.raises(SystemExit) as stopped:
        main(["import", str(file), "--columns", "full_name"])
    assert stopped.value.code == 2


def test_what_a_column_is_may_be_said_of_a_clear_list(capsys, tmp_path):
    path = tmp_path / "ro.xlsx"
    path.write_bytes(child_lists.sheet_of([[*TIDY[0], "Diễn giải"], [*TIDY[1], "ở với bà"]]))
    assert answer(capsys, path, "--commune", "31120", "--columns", "Diễn giải=note")["columns_unused"] == []
    assert queries.children(SYSTEM, on=TODAY).get().note == "ở với bà"
    main(["import", str(path), "--commune", "31120", "--columns", "Diễn giải=note"])
    assert "Tệp này đã đọc trước đây; --columns không dùng đến." in capsys.readouterr().err


def test_an_answer_for_the_unclear_sheet_is_not_taken_for_a_clear_one(capsys, tmp_path):
    path = tmp_path / "hai.xlsx"
    other = [["Ngày sinh", "Nhũ danh", "Họ tên mẹ", "Giới tính"], ["06/07/2019", "Phạm Gia Bảo", "Lê Thị Bảy", "Nam"]]
    path.write_bytes(child_lists.sheets_of({"Ấp 1": TIDY, "Ấp 2": other}))
    said = answer(capsys, path, "--commune", "31120", "--columns", "A=birth_date,B=full_name")
    assert (said["rows"], said["accepted"]) == (2, 2)
    assert "Phạm Gia Bảo" in {child.full_name for child in queries.children(SYSTEM, on=TODAY)}


def test_columns_nobody_reads_are_named(capsys, tmp_path):
    path = tmp_path / "thua.xlsx"
    path.write_bytes(child_lists.sheet_of([[*TIDY[0], "Tôn  giáo"], [*TIDY[1], "Không"]]))
    assert answer(capsys, path, "--commune", "31120")["columns_unused"] == [{"sheet": "Sheet1", "title": "Tôn giáo"}]
    main(["import", str(path), "--commune", "31120"])
    assert "Cột không dùng đến: “Tôn giáo”." in capsys.readouterr().out
