title = "Trẻ em dưới 16 tuổi"


def test_a_child_turns_sixteen_on_its_birthday(indicator):
    """Đúng ngày sinh nhật thứ 16 thì không còn là trẻ em; hôm trước đó vẫn là trẻ em."""
    indicator(
        """
              | sinh ngày
        ------+-----------
        An    | 2010-11-15
        Bình  | 2010-11-16
        """,
        on="2026-11-15",
        expect={"Cái Khế": 1},
    )


def test_a_child_counts_where_it_lives(indicator):
    """Trẻ được đếm ở nơi ở hiện tại."""
    indicator(
        """
              | sinh ngày  | nơi ở
        ------+------------+-----------
        An    | 2020-03-01 | Cái Khế
        Bình  | 2021-05-20 | Cái Khế
        Chi   | 2019-01-09 | Ninh Kiều
        """,
        on="2026-11-15",
        expect={"Cái Khế": 2, "Ninh Kiều": 1},
    )


def test_born_on_29_february(indicator):
    """Trẻ sinh ngày 29/02 tròn tuổi vào ngày 01/3 của năm thường."""
    indicator(
        """
              | sinh ngày
        ------+-----------
        An    | 2012-02-29
        """,
        on="2028-02-28",
        expect={"Cái Khế": 1},
    )
