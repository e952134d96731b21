"""What is counted about children, how, and from which rows: chỉ tiêu, computed from the register, stamped and frozen.

Legal basis: Luật Trẻ em 2016 (who is counted), Kế hoạch số 73/KH-UBND năm 2024 của thành phố Cần Thơ, mục II.5 và II.6.d (why).
"""
