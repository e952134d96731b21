title = "Trẻ em nam"


def test_by_sex(indicator):
    """Chỉ đếm trẻ có giới tính nam. Người từ 16 tuổi không đếm."""
    indicator(
        """
              | sinh ngày  | giới tính
        ------+------------+----------
        An    | 2015-02-01 | nam
        Bình  | 2016-02-01 | nữ
        Chi   | 2017-02-01 | nữ
        Dũng  | 2018-02-01 | -
        Giang | 2009-02-01 | nam
        Hà    | 2009-02-01 | nữ
        """,
        on="2026-11-15",
        expect={"Cái Khế": 1},
    )
