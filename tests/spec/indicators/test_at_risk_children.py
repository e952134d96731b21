title = "Trẻ em có nguy cơ rơi vào hoàn cảnh đặc biệt"


def test_any_risk_once(indicator):
    """Trẻ có một hay nhiều nguy cơ đều đếm một lần."""
    indicator(
        """
              | nguy cơ | hoàn cảnh
        ------+---------+----------
        An    | 1,6     | -
        Bình  | 7       | 4
        Chi   | -       | 4
        """,
        on="2026-11-15",
        expect={"Cái Khế": 2},
    )
