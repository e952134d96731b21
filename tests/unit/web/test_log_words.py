"""Details of an event in Vietnamese; what has no word stays in the database."""

import pytest

from mangnon.web.log.pages import _details


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({}, ""),
        ({"in_a_row": 3, "secret": "x"}, "lần thứ 3"),
        ({"rows": 13105, "sha256": "ab"}, "13.105 dòng"),
        ({"role": "ward_officer", "position": 7}, "vai trò: Người làm công tác bảo vệ trẻ em cấp xã"),
        ({"role": "no_such_role"}, ""),
        ({"verdict": "link"}, "kết luận: Cùng một trẻ"),
        ({"fields": ["full_name", "sex"]}, "sửa họ tên, giới tính"),
        ({"sections": ["I", "II.1"]}, "mục I, II.1"),
        ({"sections": 7, "run": 3}, "7 mục"),
        ({"files": ["units.csv"], "matter": ["a"]}, ""),
        ({"user": "", "institution": 4}, ""),
        ({"unchanged": True, "removed": True}, ""),
        ({"linked": 90, "unmatched": 7}, "90 trẻ đã gắn; 7 không thấy"),
    ],
)
def test_details_in_words(details, words):
    assert _details(details) == words
