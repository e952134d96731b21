"""The children of the city: who they are, who raises them, where they live, what they live through; every fact with its span and source.

Legal basis: Luật Trẻ em 102/2016/QH13; Nghị định 56/2017/NĐ-CP; procedure 2513/LĐTBXH-TTTT of 14 July 2022 for cleaning children's data.
"""
