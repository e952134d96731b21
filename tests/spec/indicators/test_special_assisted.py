title = "Tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp"


def test_only_children_in_special_circumstances(indicator):
    """Trẻ được trợ giúp mà không thuộc hoàn cảnh đặc biệt thì không vào tử số; mẫu số là trẻ có hoàn cảnh đặc biệt."""
    indicator(
        """
              | hoàn cảnh | trợ giúp
        ------+-----------+---------
        An    | 4,13      | có
        Bình  | 1         | -
        Chi   | -         | có
        Dũng  | 4         | có
        """,
        on="2026-11-15",
        expect={"Cái Khế": (2, 3)},
    )


def test_nobody_to_assist(indicator):
    """Nơi không có trẻ em có hoàn cảnh đặc biệt thì mẫu số bằng 0 và không tính tỷ lệ."""
    indicator(
        """
              | hoàn cảnh | trợ giúp
        ------+-----------+---------
        An    | -         | có
        """,
        on="2026-11-15",
        expect={"Cái Khế": (0, 0)},
    )
