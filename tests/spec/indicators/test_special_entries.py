title = "Tổng số lượt theo 14 nhóm hoàn cảnh đặc biệt"


def test_a_child_in_two_groups_is_two_entries(indicator):
    """Cộng theo nhóm: trẻ thuộc hai nhóm là hai lượt."""
    indicator(
        """
              | nơi ở     | hoàn cảnh
        ------+-----------+----------
        An    | Cái Khế   | 4,13
        Bình  | Cái Khế   | 4
        Chi   | Cái Khế   | -
        Dũng  | Ninh Kiều | 1,2,14
        """,
        on="2026-11-15",
        expect={"Cái Khế": 3, "Ninh Kiều": 3},
    )
