title = "Tỷ lệ trẻ em có hoàn cảnh đặc biệt trên tổng số trẻ em"


def test_over_all_children_of_the_place(indicator):
    """Tử số là trẻ có hoàn cảnh đặc biệt, mẫu số là mọi trẻ em dưới 16 tuổi cùng nơi ở."""
    indicator(
        """
              | nơi ở     | hoàn cảnh
        ------+-----------+----------
        An    | Cái Khế   | 4
        Bình  | Cái Khế   | -
        Chi   | Cái Khế   | -
        Dũng  | Ninh Kiều | 1,4
        """,
        on="2026-11-15",
        expect={"Cái Khế": (1, 3), "Ninh Kiều": (1, 1)},
    )
