title = "Trẻ em dưới 6 tuổi"


def test_a_child_of_six_is_not_under_six(indicator):
    """Chưa tròn 6 tuổi vào ngày chốt số liệu."""
    indicator(
        """
              | sinh ngày
        ------+-----------
        An    | 2020-11-15
        Bình  | 2020-11-16
        Chi   | 2026-11-15
        """,
        on="2026-11-15",
        expect={"Cái Khế": 2},
    )
