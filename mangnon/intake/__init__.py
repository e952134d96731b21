"""Lists come in: every row kept as it was typed, checked cell by cell, explained in Vietnamese, and entered in the register when right.

Legal basis: the cleaning procedure 2513/LĐTBXH-TTTT of 14 July 2022; Nghị định 56/2017/NĐ-CP, Điều 30 khoản 3.
"""
