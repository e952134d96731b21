title = "Trẻ em có hoàn cảnh đặc biệt"


def test_a_child_in_two_groups_counts_once(indicator):
    """Trẻ thuộc hai nhóm vẫn là một trẻ; nguy cơ không phải là hoàn cảnh đặc biệt."""
    indicator(
        """
              | hoàn cảnh | nguy cơ
        ------+-----------+--------
        An    | 4,13      | -
        Bình  | 1         | 6
        Chi   | -         | 7
        Dũng  | -         | -
        """,
        on="2026-11-15",
        expect={"Cái Khế": 2},
    )


def test_who_is_sixteen_no_longer_counts(indicator):
    """Người đã tròn 16 tuổi không còn đếm dù hoàn cảnh còn hiệu lực."""
    indicator(
        """
              | sinh ngày  | hoàn cảnh
        ------+------------+----------
        An    | 2010-11-01 | 4
        Bình  | 2011-11-01 | 4
        """,
        on="2026-11-15",
        expect={"Cái Khế": 1},
    )
