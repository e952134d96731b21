title = "Trẻ em thuộc hộ nghèo"


def test_by_standing_of_the_household(indicator):
    """Chỉ hộ nghèo, không kể hộ cận nghèo."""
    indicator(
        """
              | hộ
        ------+----------
        An    | nghèo
        Bình  | cận nghèo
        Chi   | cận nghèo
        Dũng  | -
        """,
        on="2026-11-15",
        expect={"Cái Khế": 1},
    )
