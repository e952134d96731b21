"""The yearly report on the plan: who owes it, who wrote what, by when, and the city's report made of all of them.

Legal basis: Kế hoạch số 73/KH-UBND ngày 04 tháng 4 năm 2024 của Ủy ban nhân dân thành phố Cần Thơ, phần V and closing paragraph;
layout of papers: Nghị định số 30/2020/NĐ-CP, Phụ lục I.
"""
