title = "Từng nhóm hoàn cảnh đặc biệt"


def test_a_child_counts_in_each_of_its_groups(indicator):
    """Trẻ thuộc nhóm 4 và nhóm 13 được đếm ở cả hai nhóm."""
    table = """
              | hoàn cảnh
        ------+----------
        An    | 4,13
        Bình  | 4
        Chi   | 1
        """
    for group, answer in {1: 1, 2: 0, 4: 2, 13: 1, 14: 0}.items():
        indicator(table, on="2026-11-15", expect={"Cái Khế": answer}, code=f"special_group_{group:02d}")


def test_the_last_group_is_group_14(indicator):
    """Nhóm 14 (điểm o) là nhóm cuối."""
    indicator(
        """
              | hoàn cảnh
        ------+----------
        An    | 14
        """,
        on="2026-11-15",
        expect={"Cái Khế": 1},
        code="special_group_14",
    )
