title = "Tỷ lệ trẻ em có số định danh cá nhân đã xác thực"


def test_only_a_verified_number_counts(indicator):
    """Chỉ số đã khớp với dữ liệu quốc gia về dân cư mới đếm; mẫu số là mọi trẻ em dưới 16 tuổi."""
    indicator(
        """
              | nơi ở     | số định danh
        ------+-----------+--------------
        An    | Cái Khế   | đã xác thực
        Bình  | Cái Khế   | chưa xác thực
        Chi   | Cái Khế   | không khớp
        Dũng  | Cái Khế   | sai dạng
        Giang | Cái Khế   | -
        Hà    | Cái Khế   | đã hủy
        Khoa  | Ninh Kiều | đã xác thực
        """,
        on="2026-11-15",
        expect={"Cái Khế": (1, 6), "Ninh Kiều": (1, 1)},
    )
